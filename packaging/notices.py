"""Writes resources/THIRD_PARTY_NOTICES.md: what ships with Dateline, under which licence.

    python packaging/notices.py            the list, as it is checked in
    python packaging/notices.py --full     with the licence texts, for a build that carries the packages themselves

The packages are those of requirements/run.txt; their licences are read from what is installed. A package that may
only be had under the GPL or AGPL stops the build.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTICES = ROOT / "resources" / "THIRD_PARTY_NOTICES.md"
RUN_LOCK = ROOT / "requirements" / "run.txt"
WEIGHTS = ROOT / "resources" / "models" / "en_core_web_sm-3.8.0" / "SHA256SUMS"

#: What packages say in their own words, in the names of the SPDX list.
SPDX = {
    "MIT License": "MIT",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "Apache Software License": "Apache-2.0",
    "ISC License": "ISC",
    "LGPL": "LGPL-3.0-or-later",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
}
#: Locked for other systems only, so not installed here.
ELSEWHERE = {"colorama": "BSD-3-Clause"}

HEAD = """# Third-party notices

Dateline itself is under the MIT licence (see LICENSE). It uses the work of others, each under its own licence.
This file is made by `make notices`.

## Qt

The window, drawing and printing use Qt 6 through PySide6 and shiboken6, which their authors offer under the LGPL
version 3. Dateline links to them dynamically and changes nothing in them: they lie as files of their own beside the
program, and you may replace them with another build of the same interface. The Qt Project publishes their source.

## Language model

`resources/models/en_core_web_sm-3.8.0`: weights of `en_core_web_sm` 3.8.0 by Explosion, MIT licence. The licence and
those of the sources it was trained from stand beside the weights in `LICENSE` and `LICENSES_SOURCES`. The SHA-256 sum
of the list of all its files' sums, `SHA256SUMS`, is `{model}`.

## Sample articles

`resources/sample`: articles of English Wikinews, Creative Commons Attribution 2.5, each with its title and date in
`resources/sample/ATTRIBUTION`.

## Python packages
"""

#: Only where the packages themselves go along.
INSTALLED = """
## Python

The program carries CPython {python} and its standard library, under the licence of the Python Software Foundation
(PSF-2.0).

## PyInstaller

The program is started by the start-up code of PyInstaller, under the GPL version 2 with an exception that lets programs
made with it have any licence. Its run-time hooks are under the Apache licence 2.0.

## Licence texts
"""


@dataclass(frozen=True)
class Package:
    """One package of the lock: its name, versions, SPDX licence and the texts of its licence files."""

    name: str
    versions: tuple[str, ...]
    licence: str
    texts: tuple[str, ...] = ()


def locked(lock: Path = RUN_LOCK) -> dict[str, tuple[str, ...]]:
    """Name and pinned versions (one for each range of Python versions) of what a lock file names."""
    versions: dict[str, tuple[str, ...]] = {}
    for line in lock.read_text(encoding="utf-8").splitlines():
        if pin := re.match(r"([A-Za-z0-9][\w.-]*)==([\w.!+]+)", line):
            versions[pin[1]] = (*versions.get(pin[1], ()), pin[2])
    return versions


def licence_of(found: Distribution) -> str:
    """The licence of an installed package, as an SPDX expression where its words allow one."""
    metadata = found.metadata
    if "License-Expression" in metadata:
        return metadata["License-Expression"]
    own_words = metadata["License"].strip() if "License" in metadata else ""
    classified = [
        value.rsplit("::", 1)[-1].strip()
        for value in metadata.get_all("Classifier") or []
        if value.startswith("License ::")
    ]
    # A whole licence text in the field is no name of one; the classifiers name it then.
    words = [own_words] if 0 < len(own_words) < 80 else classified
    return " OR ".join(dict.fromkeys(SPDX.get(word, word) for word in words))


def is_acceptable(licence: str) -> bool:
    """Whether one of the offered licences is named and is neither GPL nor AGPL."""
    forbidden = re.compile(r"(?<![A-Z])A?GPL|Affero|(?<!Lesser )General Public")
    offers = [offer.strip() for offer in re.split(r"\bOR\b", licence)]
    return any(offer and not forbidden.search(offer) for offer in offers)


def licence_texts(found: Distribution) -> tuple[str, ...]:
    """The licence files that came with an installed package."""
    names = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
    paths = [path for path in found.files or () if ".dist-info" in str(path) and names.search(path.name)]
    return tuple(path.read_text(encoding="utf-8").strip() for path in paths)


def packages(lock: Path = RUN_LOCK) -> list[Package]:
    """What is known of each locked package. Raises PackageNotFoundError for one that should be installed and is not."""
    found = []
    for name, versions in locked(lock).items():
        try:
            installed = distribution(name)
            found.append(Package(name, versions, licence_of(installed), licence_texts(installed)))
        except PackageNotFoundError:
            if name not in ELSEWHERE:
                raise
            found.append(Package(name, versions, ELSEWHERE[name]))
    return found


def model_hash(sums: Path = WEIGHTS) -> str:
    """One SHA-256 sum that stands for all files of the language model."""
    return hashlib.sha256(sums.read_bytes()).hexdigest()


def render(found: list[Package], *, full: bool = False) -> str:
    """The notices as Markdown; `full` adds the licence texts."""
    rows = [f"| {package.name} | {', '.join(package.versions)} | {package.licence} |" for package in found]
    head = HEAD.format(model=model_hash())
    text = "\n".join([head, "| package | version | licence |", "|---|---|---|", *rows, ""])
    if full:
        text += INSTALLED.format(python=platform.python_version())
        for package in found:
            for licence in package.texts:
                text += f"\n### {package.name}\n\n```\n{licence}\n```\n"
    return text


def main() -> None:
    """Write the file, or stop with the names of packages whose licence does not allow it."""
    parser = argparse.ArgumentParser(description="Write the third-party notices.")
    parser.add_argument("--full", action="store_true", help="add the licence texts")
    parser.add_argument("--output", type=Path, default=NOTICES)
    arguments = parser.parse_args()
    found = packages()
    refused = [
        f"{package.name} ({package.licence or 'none named'})" for package in found if not is_acceptable(package.licence)
    ]
    if refused:
        sys.exit(f"not to be shipped with Dateline: {', '.join(refused)}")
    arguments.output.write_text(render(found, full=arguments.full), encoding="utf-8")


if __name__ == "__main__":
    main()

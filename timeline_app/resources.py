"""Where the data files are: models, vocabulary, icons, sample articles.

They stand in `resources/` beside the package in a checkout, inside the package in an installed wheel, and in the
bundle's own folder in a frozen application.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resource_root() -> Path:
    """The folder of the data files. Raises FileNotFoundError when the installation has lost it."""
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen) / "resources"] if frozen else []
    candidates += [package / "_resources", package.parent / "resources"]
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("Dateline's data files are missing: install it again")


def resource(*parts: str) -> Path:
    """The path of one data file or folder, say `resource("languages", "en.toml")`."""
    return resource_root().joinpath(*parts)

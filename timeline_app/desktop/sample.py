"""The sample project: one for each person, made of the sample articles when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from timeline_app import __version__
from timeline_app.desktop.recovery import ENDING
from timeline_app.project import Project
from timeline_app.resources import resource

TITLE = "Sample"
#: What the project remembers of the articles it was made of.
MADE_OF = "sample/made_of"


def sample_folder() -> Path:
    """The folder of the sample articles."""
    return resource("sample")


def sample_files() -> list[Path]:
    """The sample articles. Raises OSError where the folder is missing."""
    return sorted(one for one in sample_folder().iterdir() if one.suffix)


def asks_for_sample(paths: Iterable[Path]) -> bool:
    """Whether what is to be opened is the folder of the sample articles and nothing else."""
    given = [path.resolve() for path in paths]
    return given == [sample_folder().resolve()]


def sample_path(folder: Path) -> Path:
    """Where the sample project stands, beside the untitled ones."""
    return folder / f"{TITLE}{ENDING}"


def is_sample(path: Path) -> bool:
    """Whether a project without a name of its own is the sample."""
    return path.name == f"{TITLE}{ENDING}"


def fingerprint(files: Iterable[Path]) -> str:
    """Changes with the articles and with the version that reads them."""
    made = blake2b(__version__.encode(), digest_size=12)
    for path in files:
        made.update(path.name.encode())
        made.update(path.read_bytes())
    return made.hexdigest()


def to_read(project: Project) -> list[Path]:
    """The sample articles that have to be read: all of a new project or of another version, else none.

    An article that was taken out of the project stays out of it. Raises OSError where the articles are missing.
    """
    files = sample_files()
    now = fingerprint(files)
    if project.setting(MADE_OF) == now:
        return []
    project.set_setting(MADE_OF, now)
    return files

"""What can go wrong with a project, in words for the person at the desk."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw


class ProjectError(Exception):
    """Something the project could not do; `sentence` says what, with which file, and what to do about it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


NOT_A_PROJECT = "“{name}” is not a Dateline project."
NEWER = "“{name}” was made by a newer version of Dateline. Update Dateline to open it."
DAMAGED = "“{name}” is damaged and cannot be opened. Put back a backup copy, or import its articles into a new project."
LOCKED = "“{name}” is open in another Dateline window. Close it there, then try again."
READ_ONLY = "“{name}” can only be read, not changed. Copy it to a folder of your own and open the copy."
DISK_FULL = "The disk that holds “{name}” is full. Nothing was changed: free some space, then try again."
MISSING = "There is no file “{name}” in {folder}. It may have been moved or renamed."
NO_FOLDER = "The folder {folder} cannot be written to. Choose another place for “{name}”."
GONE = (
    "“{name}” is not in {folder} any more: its drive was taken out, or it was moved. Nothing was changed: bring it "
    "back, or save the project in another place with Save As."
)
TROUBLE = "The disk that holds “{name}” could not be read or written. Check that it is still connected."
UNEXPECTED = "“{name}” could not be used: {reason}."

#: The first that fits is said.
_SENTENCES: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    (apsw.NotADBError, NOT_A_PROJECT),
    (apsw.CorruptError, DAMAGED),
    ((apsw.BusyError, apsw.LockedError), LOCKED),
    ((apsw.ReadOnlyError, apsw.PermissionsError), READ_ONLY),
    (apsw.FullError, DISK_FULL),
    (apsw.CantOpenError, NO_FOLDER),
    (apsw.IOError, TROUBLE),
)

#: What the system says without SQLite, by its number; the rest is said in its own words.
_BY_NUMBER = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EROFS: NO_FOLDER,
    errno.EIO: TROUBLE,
    errno.ENODEV: TROUBLE,
    errno.ENXIO: TROUBLE,
    errno.ESTALE: TROUBLE,
}


def problem(template: str, path: Path, reason: str = "") -> ProjectError:
    """The error with one of the sentences above, about this file."""
    return ProjectError(template.format(name=path.name, folder=path.parent, reason=reason))


@contextmanager
def speaking(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system report inside the block into a ProjectError about this file."""
    try:
        yield
    except apsw.Error as error:
        for kinds, template in _SENTENCES:
            if isinstance(error, kinds):
                raise problem(template, path) from error
        raise problem(UNEXPECTED, path, str(error)) from error
    except PermissionError as error:
        raise problem(READ_ONLY, path) from error
    except OSError as error:
        template = _BY_NUMBER.get(error.errno or 0, UNEXPECTED)
        raise problem(template, path, error.strerror or "the system refused") from error
    except UnicodeEncodeError as error:
        raise problem(UNEXPECTED, path, "its name holds characters that cannot be written") from error

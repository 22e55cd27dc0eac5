"""Files on disk: which of them are articles, and their bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline_app.formats.errors import CannotRead, Fault, empty
from timeline_app.formats.limits import MAX_FILE_BYTES


def find_files(paths: Iterable[Path], endings: frozenset[str]) -> list[Path]:
    """The files to read, each once: those named, in the order given, and those in named folders, sorted.

    Folders are searched to the bottom, without hidden entries, endings that are not known, and links to folders (which
    may lead in circles). A file that was named itself is kept whatever it is called.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(_inside(path, endings)))
        else:
            found[path] = None
    return list(found)


def _inside(folder: Path, endings: frozenset[str]) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, onerror=None, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            # "~$draft.docx" is the lock Word keeps beside an open document.
            if not name.startswith((".", "~$")) and path.suffix.lower() in endings and path.is_file():
                yield path


def load(path: Path) -> bytes:
    """The bytes of a file. Raises `CannotRead` for whatever is no readable file of a sensible size."""
    name = path.name or str(path)
    try:
        status = path.stat()
        _check(name, status)
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise CannotRead(
            name,
            Fault.MISSING,
            f"“{name}” is no longer there. Check whether it was moved or renamed, and add it again.",
        ) from None
    except PermissionError:
        raise CannotRead(
            name,
            Fault.NO_PERMISSION,
            f"You may not read “{name}”. Ask its owner for permission, or copy it to a folder of your own.",
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the path cannot be used"
        raise CannotRead(
            name,
            Fault.UNREADABLE,
            f"“{name}” could not be read from the disk ({reason}). Copy it elsewhere and try again.",
        ) from None
    check_size(name, len(data))
    return data


def check_size(name: str, size: int) -> None:
    """Raises `CannotRead` for no bytes and for too many."""
    if size == 0:
        raise empty(name)
    if size > MAX_FILE_BYTES:
        megabytes = MAX_FILE_BYTES // (1024 * 1024)
        raise CannotRead(
            name,
            Fault.TOO_BIG,
            f"“{name}” is larger than {megabytes} MB, the most that is read of one article. "
            "Save only its text, or split it.",
        )


def _check(name: str, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise CannotRead(
            name, Fault.FOLDER, f"“{name}” is a folder, not an article. Add the folder to read the articles in it."
        )
    if not stat.S_ISREG(status.st_mode):
        # Opening a pipe would wait for ever, reading a device never end.
        raise CannotRead(
            name,
            Fault.NOT_A_FILE,
            f"“{name}” is a device or pipe, not a file. Save what it gives as a file and add that.",
        )
    if status.st_size:
        check_size(name, status.st_size)

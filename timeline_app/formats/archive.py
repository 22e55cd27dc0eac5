"""Zip archives opened with care: their parts counted, measured by what they say and by what they unpack to."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from timeline_app.formats.errors import CannotRead, bomb, damaged, encrypted
from timeline_app.formats.limits import (
    MAX_ARCHIVE_PARTS,
    MAX_RATIO,
    MAX_UNPACKED_PART,
    MAX_UNPACKED_TOTAL,
    RATIO_MATTERS_FROM,
)

_LOCKED = 0x1
_END_OF_ARCHIVE = b"PK\x05\x06"


@contextmanager
def open_archive(data: bytes, name: str, what: str) -> Iterator[zipfile.ZipFile]:
    """An archive within the limits, closed at the end. Raises `CannotRead` for others; `what` is the kind of file."""
    _refuse_many_parts(data, name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except Exception:
        # Damaged archives raise BadZipFile, and also struct, Unicode, value and overflow errors.
        raise damaged(name, what) from None
    with archive:
        _check_declared(archive, name, what)
        yield archive


def read_part(archive: zipfile.ZipFile, part: str, name: str, what: str) -> bytes:
    """The bytes of one part, never more than the limit whatever the archive declares. Raises `CannotRead`."""
    try:
        with archive.open(part) as stream:
            data = stream.read(MAX_UNPACKED_PART + 1)
    except CannotRead:
        raise
    except Exception:
        # As above, and zlib's, lzma's and bz2's own errors.
        raise damaged(name, what) from None
    if len(data) > MAX_UNPACKED_PART:
        raise bomb(name)
    return data


def _refuse_many_parts(data: bytes, name: str) -> None:
    """The end record tells the number of parts before any of them is looked at."""
    at = data.rfind(_END_OF_ARCHIVE, max(0, len(data) - 70_000))
    if at >= 0 and int.from_bytes(data[at + 10 : at + 12], "little") > MAX_ARCHIVE_PARTS:
        raise bomb(name)


def _check_declared(archive: zipfile.ZipFile, name: str, what: str) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_ARCHIVE_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_TOTAL:
        raise bomb(name)
    for part in parts:
        if part.flag_bits & _LOCKED:
            raise encrypted(name, what)
        if part.file_size > RATIO_MATTERS_FROM and part.file_size > MAX_RATIO * max(part.compress_size, 1):
            raise bomb(name)

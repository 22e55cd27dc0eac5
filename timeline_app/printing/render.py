"""One door for every file format: a document goes in, a whole file stands on the disk."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.layout.lanes import Lane, LaneKind
from timeline_app.printing.document import PageOptions, PrintDocument
from timeline_app.printing.gather import document_of

if TYPE_CHECKING:
    from timeline_app.project import Filter, Project


class CannotWrite(Exception):  # noqa: N818 (named as `formats.CannotRead`)
    """A file could not be written; `sentence` says which, why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A kind of file to export to: its words for a file dialog, its ending, whether Qt draws it, and its maker."""

    name: str
    ending: str
    draws: bool
    make: Callable[[PrintDocument], bytes]


def _pdf(document: PrintDocument) -> bytes:
    from timeline_app.printing.pdf import pdf_bytes

    return pdf_bytes(document)


def _png(document: PrintDocument) -> bytes:
    from timeline_app.printing.picture import png_bytes

    return png_bytes(document)


def _svg(document: PrintDocument) -> bytes:
    from timeline_app.printing.picture import svg_bytes

    return svg_bytes(document)


def _csv(document: PrintDocument) -> bytes:
    from timeline_app.printing.csv_table import csv_bytes

    return csv_bytes(document)


def _json(document: PrintDocument) -> bytes:
    from timeline_app.printing.json_export import json_bytes

    return json_bytes(document)


#: In the order in which an export dialog offers them.
FORMATS: tuple[FileFormat, ...] = (
    FileFormat("PDF document", "pdf", True, _pdf),
    FileFormat("PNG image", "png", True, _png),
    FileFormat("SVG drawing", "svg", True, _svg),
    FileFormat("CSV table", "csv", False, _csv),
    FileFormat("JSON data", "json", False, _json),
)


def format_named(ending: str) -> FileFormat:
    """The format of a file ending, with or without its dot. Raises CannotWrite for one that is not on offer."""
    wanted = ending.lower().lstrip(".")
    for each in FORMATS:
        if each.ending == wanted:
            return each
    offered = ", ".join(each.ending for each in FORMATS)
    raise CannotWrite(f"Dateline cannot write “{ending}” files. Choose one of: {offered}.")


def export(document: PrintDocument, target: Path, *, format: str = "") -> None:
    """Write the document to a file; `format` is an ending and, left out, that of the file's name.

    The file appears whole or not at all, in place of one that was there. Drawn formats need a QGuiApplication.
    Raises CannotWrite.
    """
    chosen = format_named(format or target.suffix)
    _write_whole(target, chosen.make(document))


def render(
    source: Project | PrintDocument,
    target: Path,
    *,
    format: str = "",
    first: int | None = None,
    last: int | None = None,
    lanes: LaneKind | Sequence[Lane] = "actor",
    shown: Filter | None = None,
    page: PageOptions | None = None,
    title: str = "",
) -> None:
    """Write a project's timeline (or a document made before, then the rest is not looked at) to a file.

    See `document_of` for the range, lanes and filter, and `export` for the file. Raises CannotWrite.
    """
    if not isinstance(source, PrintDocument):
        source = document_of(source, first=first, last=last, lanes=lanes, shown=shown, options=page, title=title)
    export(source, target, format=format)


def _write_whole(target: Path, data: bytes) -> None:
    """Put the bytes beside the target first, so that a full disk never leaves half a file under its name."""
    part = ""
    try:
        if target.exists() and not target.is_file():
            # A pipe or a device ("/dev/stdout") cannot be replaced, only written to.
            target.write_bytes(data)
            return
        handle, part = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(part).chmod(_usual_rights(target))
        Path(part).replace(target)
    except OSError as error:
        if part:
            with contextlib.suppress(OSError):
                Path(part).unlink()
        reason = error.strerror or str(error)
        raise CannotWrite(f"“{target}” could not be written: {reason}. Choose another folder or name.") from error


def _usual_rights(target: Path) -> int:
    """The rights of the file that is replaced, or those a new file would have got."""
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

"""Files become articles: one module a format, one tuple of them all.

To add a format, write its module with a `FORMAT` and put that into `FORMATS`; the tests run over the tuple.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from timeline_app.formats import files, html_page, mail, markdown, pdf, plain_text, reading, word
from timeline_app.formats.errors import CannotRead, Fault
from timeline_app.formats.format import Format
from timeline_app.formats.json_lines import read_json_lines
from timeline_app.formats.published import Published, find_published
from timeline_app.model import Article

FORMATS: tuple[Format, ...] = (
    pdf.FORMAT,
    word.FORMAT,
    html_page.FORMAT,
    mail.FORMAT,
    markdown.FORMAT,
    plain_text.FORMAT,
)
ENDINGS: frozenset[str] = frozenset(ending for one in FORMATS for ending in one.endings)


def read_file(path: Path, *, encoding: str | None = None) -> tuple[Article, bytes]:
    """The article in a file, and the file's bytes. Raises `CannotRead`."""
    data = files.load(path)
    return read_bytes(path.name, data, encoding=encoding), data


def read_bytes(name: str, data: bytes, *, encoding: str | None = None) -> Article:
    """The article in bytes from a file of that name; `encoding` overrides what is found. Raises `CannotRead`."""
    return reading.read_with(FORMATS, name, data, fallback=plain_text.FORMAT, encoding=encoding)


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those named, and those with a known ending in named folders, sorted, hidden ones left out."""
    return files.find_files(paths, ENDINGS)


__all__ = [
    "ENDINGS", "FORMATS", "CannotRead", "Fault", "Format", "Published", "find_files", "find_published", "read_bytes",
    "read_file", "read_json_lines",
]  # fmt: skip

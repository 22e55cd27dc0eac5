"""Plain text: the text is the file, decoded and otherwise unchanged."""

from __future__ import annotations

from timeline_app.formats.encodings import decode
from timeline_app.formats.format import Format, make_article
from timeline_app.formats.published import find_published
from timeline_app.formats.titles import first_line_author, first_line_title
from timeline_app.model import Article


def read(data: bytes, name: str, encoding: str | None = None) -> Article:
    """The article of a text file; line ends and white space stay as they are, a BOM is left out."""
    decoded = decode(data, name, encoding)
    return make_article(
        decoded.text,
        name,
        format_name=FORMAT.name,
        title=first_line_title(decoded.text),
        author=first_line_author(decoded.text),
        published=find_published(decoded.text, name),
        notices=decoded.notices,
    )


def sniff(data: bytes) -> bool:
    """Never sure of itself: any text is plain text once nothing better claims it."""
    return not data


FORMAT = Format("Plain text", (".txt", ".text"), sniff, read)

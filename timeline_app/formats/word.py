"""Word documents (.docx): the paragraphs of the body, notes behind them, read as a stream with limits."""

from __future__ import annotations

import posixpath
import re
import zipfile

from timeline_app.formats.archive import open_archive, read_part
from timeline_app.formats.errors import damaged, no_text
from timeline_app.formats.format import Format, make_article
from timeline_app.formats.paragraphs import join_paragraphs
from timeline_app.formats.published import find_published
from timeline_app.formats.titles import first_line_author, first_line_title, plausible_title
from timeline_app.formats.word_xml import Paragraph, read_fields, read_paragraphs, read_targets
from timeline_app.model import Article

_WHAT = "Word document"
_DOCUMENT_TYPE = "/officeDocument"
_NOTES = ("footnotes", "endnotes")


def read(data: bytes, name: str, encoding: str | None = None) -> Article:  # noqa: ARG001 - one signature for all
    """The article of a Word document; its properties date it only when all else is silent."""
    with open_archive(data, name, _WHAT) as archive:
        parts = set(archive.namelist())
        main = _main_part(archive, parts, name)
        paragraphs = read_paragraphs(read_part(archive, main, name, _WHAT), name)
        notes = [
            note
            for kind in _NOTES
            if (part := f"{posixpath.dirname(main)}/{kind}.xml".lstrip("/")) in parts
            for note in read_paragraphs(read_part(archive, part, name, _WHAT), name)
        ]
        fields = _properties(archive, parts, name)
    text = join_paragraphs(paragraph.text for paragraph in (*paragraphs, *notes))
    if not text.strip():
        raise no_text(name, _WHAT)
    return make_article(
        text,
        name,
        format_name=FORMAT.name,
        title=_title(paragraphs, fields.get("title", ""), text),
        author=first_line_author(text) or " ".join(fields.get("creator", "").split())[:120],
        published=find_published(text, name, properties=[fields.get("created", "")]),
    )


def sniff(data: bytes) -> bool:
    """Whether this is an archive with a Word document's parts in it."""
    return data[:4] == b"PK\x03\x04" and (b"word/document" in data or b"word/_rels" in data)


def _main_part(archive: zipfile.ZipFile, parts: set[str], name: str) -> str:
    """The part with the body, as the package's relations name it."""
    if "_rels/.rels" in parts:
        for kind, target in read_targets(read_part(archive, "_rels/.rels", name, _WHAT), name):
            part = posixpath.normpath(target.lstrip("/"))
            if kind.endswith(_DOCUMENT_TYPE) and part in parts:
                return part
    if "word/document.xml" in parts:
        return "word/document.xml"
    raise damaged(name, _WHAT)


def _properties(archive: zipfile.ZipFile, parts: set[str], name: str) -> dict[str, str]:
    """Title, creator and created of the core properties."""
    if "docProps/core.xml" not in parts:
        return {}
    return read_fields(read_part(archive, "docProps/core.xml", name, _WHAT))


def _title(paragraphs: list[Paragraph], given: str, text: str) -> str:
    """The paragraph set as title, else the document's own property, else its first heading or line."""
    top = [paragraph for paragraph in paragraphs if paragraph.text.strip()][:8]
    for wanted in (r"title", r"heading\s?1"):
        for paragraph in top:
            title = plausible_title(paragraph.text)
            if title and re.fullmatch(wanted, paragraph.style, re.IGNORECASE):
                return title
        if wanted == "title" and plausible_title(given):
            return plausible_title(given)
    return first_line_title(text)


FORMAT = Format("Word document", (".docx",), sniff, read, binary=True)

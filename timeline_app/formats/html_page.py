"""Saved web pages: the article's body by trafilatura, title, author and date from what the page says of itself.

Nothing is fetched. A page is parsed once; one that is nested too deeply, has too many elements or no recognisable
article gives its plain text content instead, and the article says so in a notice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.formats import html_metadata
from timeline_app.formats.encodings import decode
from timeline_app.formats.errors import CannotRead, Fault, no_text
from timeline_app.formats.format import Format, make_article
from timeline_app.formats.html_text import plain_content, stripped_source
from timeline_app.formats.limits import MAX_MARKUP_BYTES, MAX_WEIGHED_ELEMENTS
from timeline_app.formats.published import find_published
from timeline_app.model import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Pictures and fonts written into the page; saved single-file pages are mostly these.
_EMBEDDED = re.compile(rb"data:[\w.+-]+/[\w.+-]+(?:;[\w=.-]+)*;base64,[A-Za-z0-9+/=%]{64,}")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z][\w.:-]{1,40})", re.IGNORECASE)
_BEGINNING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.S,
)
_NO_ARTICLE = "No article was recognised on this page; all of its text was taken."
_TOO_MANY = "This page is too large to look for its article; all of its text was taken."
_DEEP = "This page is nested too deeply to look for its article; all of its text was taken."


@dataclass(frozen=True, slots=True)
class Page:
    """The body text of a page, what is known of the page, and what the user should know."""

    text: str
    about: html_metadata.PageMetadata
    notices: tuple[str, ...] = ()


def read(data: bytes, name: str, encoding: str | None = None) -> Article:
    """The article of a saved page."""
    page = read_page(data, name, encoding)
    return make_article(
        page.text,
        name,
        format_name=FORMAT.name,
        title=page.about.title,
        author=page.about.author,
        source=page.about.address,
        published=find_published(page.text, name, metadata=page.about.dates, day_first=page.about.day_first),
        notices=page.notices,
    )


def read_page(data: bytes, name: str, encoding: str | None = None) -> Page:
    """Text and metadata of HTML bytes. Raises `CannotRead` where there is neither page nor text."""
    data = _EMBEDDED.sub(b"data:,", data)
    if len(data) > MAX_MARKUP_BYTES:
        megabytes = MAX_MARKUP_BYTES // (1024 * 1024)
        raise CannotRead(
            name,
            Fault.TOO_BIG,
            f"“{name}” holds more than {megabytes} MB of mark-up, which no article needs. "
            "Copy the article's words into a text file and add that.",
        )
    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, name, encoding, declared=declared[1].decode("ascii") if declared else None)
    tree, whole = _parse(decoded.text)
    if tree is None:
        return _without_tree(decoded.text, name, decoded.notices)
    about = html_metadata.read_metadata(tree)
    if not whole:
        return Page(stripped_source(decoded.text), about, (*decoded.notices, _DEEP))
    text, notices = _body(tree)
    if not text.strip():
        raise no_text(name, "web page")
    return Page(text, about, (*decoded.notices, *notices))


def sniff(data: bytes) -> bool:
    """Whether the bytes begin as a page does."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")[2:]
    return bool(_BEGINNING.match(head.removeprefix(b"\xef\xbb\xbf")))


def _parse(source: str) -> tuple[HtmlElement | None, bool]:
    """The tree of a page, and whether it is whole: libxml2 stops at a nesting of 256."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, no_network=True, huge_tree=False
    )
    try:
        tree = html.document_fromstring(source.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None, False
    deep = any("depth" in entry.message.lower() for entry in parser.error_log)
    return tree, not deep


def _without_tree(source: str, name: str, notices: tuple[str, ...]) -> Page:
    text = stripped_source(source)
    if not text.strip():
        raise no_text(name, "web page")
    return Page(text, html_metadata.PageMetadata(), notices)


def _body(tree: HtmlElement) -> tuple[str, tuple[str, ...]]:
    """The article's text, or all text of the page and a notice."""
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_WEIGHED_ELEMENTS:
        return plain_content(tree), (_TOO_MANY,)
    text = _article_text(tree)
    return (text, ()) if text.strip() else (plain_content(tree), (_NO_ARTICLE,))


def _article_text(tree: HtmlElement) -> str:
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = trafilatura.bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    except Exception:
        # Odd mark-up makes it fail in odd ways; the plain content is always left.
        return ""
    text = getattr(document, "text", None)
    return text if isinstance(text, str) else ""


FORMAT = Format("Web page", (".html", ".htm", ".xhtml"), sniff, read)

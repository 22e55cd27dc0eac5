"""Saved web pages: the article's body by trafilatura, title, author and date from what the page says of itself.

Nothing is fetched. A page is parsed once; one that is nested too deeply, has too many elements or no recognisable
article gives its plain text content instead, and the article says so in a notice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.formats import html_metadata
from timeline_app.formats.encodings import decode
from timeline_app.formats.errors import CannotRead, Fault, no_text
from timeline_app.formats.format import Format, make_article
from timeline_app.formats.html_text import plain_content, stripped_source
from timeline_app.formats.limits import MAX_MARKUP_BYTES, MAX_TAGS, MAX_WEIGHED_ELEMENTS
from timeline_app.formats.paragraphs import join_paragraphs
from timeline_app.formats.published import find_published
from timeline_app.model import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Pictures and fonts written into the page; saved single-file pages are mostly these.
_EMBEDDED = re.compile(rb"data:[\w.+-]+/[\w.+-]+(?:;[\w=.-]+)*;base64,[A-Za-z0-9+/=%]{64,}")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z][\w.:-]{1,40})", re.IGNORECASE)
_BEGINNING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.S,
)
#: Characters from the beginning of a very large page that are searched for metadata.
_HEAD = 200_000
_SHORT = 500
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
    page = _page_of(decoded.text)
    if not page.text.strip():
        raise no_text(name, "web page")
    text = join_paragraphs(page.text.split("\n"))
    return replace(page, text=text, notices=(*decoded.notices, *page.notices))


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


def _page_of(source: str) -> Page:
    """The page of its source, weighed as a tree if that is small enough."""
    if source.count("<") > MAX_TAGS:
        # Its head, where a page speaks of itself, is still parsed.
        tree, _ = _parse(source[:_HEAD])
        return Page(stripped_source(source), _metadata(tree), (_TOO_MANY,))
    tree, whole = _parse(source)
    if tree is None or not whole:
        return Page(stripped_source(source), _metadata(tree), (_DEEP,) if tree is not None else ())
    # Weighing prunes the tree, so it comes after the metadata.
    about = _metadata(tree)
    text, notices = _body(tree)
    # What the parser gave up on, a single word of ten megabytes say, is still there as source.
    return Page(text if text.strip() else stripped_source(source), about, notices)


def _metadata(tree: HtmlElement | None) -> html_metadata.PageMetadata:
    return html_metadata.PageMetadata() if tree is None else html_metadata.read_metadata(tree)


def _body(tree: HtmlElement) -> tuple[str, tuple[str, ...]]:
    """The article's text, or all text of the page and a notice."""
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_WEIGHED_ELEMENTS:
        return plain_content(tree), (_TOO_MANY,)
    text = _article_text(tree)
    if not text.strip():
        return plain_content(tree), (_NO_ARTICLE,)
    if len(text) < _SHORT:
        # Of very small pages the words come one a line; the same words are better read as they stand.
        plain = plain_content(tree)
        text = plain if plain.split() == text.split() else text
    return text, ()


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

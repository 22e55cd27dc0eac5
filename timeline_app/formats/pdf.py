"""PDF: text by PDFium, page by page, each page knowing its stretch of the text.

PDFium may be used by one thread at a time; `PDFIUM` is the lock for that, and `pages` uses the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

from timeline_app.formats.errors import CannotRead, Fault, damaged, encrypted
from timeline_app.formats.format import Format, make_article
from timeline_app.formats.limits import MAX_CHARACTERS, MAX_PAGES
from timeline_app.formats.pdf_streams import refuse_bomb
from timeline_app.formats.pdf_text import HYPHEN_MARKS, Line, find_lines, raw_characters, read_page_text
from timeline_app.formats.published import find_published
from timeline_app.formats.titles import first_line_author, first_line_title, plausible_title
from timeline_app.model import Article, Page

PDFIUM = RLock()
_MARK = b"%PDF-"
_PASSWORD_WRONG, _SECURITY_UNKNOWN = 4, 5


def read(data: bytes, name: str, encoding: str | None = None) -> Article:  # noqa: ARG001 - one signature for all
    """The article of a PDF; `Article.pages` tells which characters stand on which page."""
    refuse_bomb(data, name)
    with open_document(data, name) as document:
        texts, sizes, missing = _read_pages(document, name)
        properties = _properties(document)
        top = _first_lines(document)
    text, pages = _join(texts, sizes)
    _refuse_unreadable(text, len(pages), name)
    return make_article(
        text,
        name,
        format_name=FORMAT.name,
        title=_title(properties.get("Title", ""), _largest(top), texts),
        author=first_line_author(_as_lines(top)) or _author(properties.get("Author", "")),
        published=find_published(_as_lines(top), name, properties=[_property_date(properties.get("CreationDate", ""))]),
        pages=pages,
        notices=_notices(data, missing),
    )


def sniff(data: bytes) -> bool:
    """Whether the mark of a PDF stands near its beginning, where the standard wants it."""
    return _MARK in data[:1024]


@contextmanager
def open_document(data: bytes, name: str) -> Iterator[Any]:
    """PDFium's document of the bytes, closed at the end, under the lock. Raises `CannotRead`."""
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) in (_PASSWORD_WRONG, _SECURITY_UNKNOWN):
                raise encrypted(name, "PDF") from None
            raise damaged(name, "PDF") from None
        try:
            yield document
        finally:
            document.close()


def _read_pages(document: Any, name: str) -> tuple[list[str], list[tuple[float, float]], int]:
    """The text and size of every page, and how many pages could not be opened."""
    from pypdfium2 import PdfiumError

    count = len(document)
    if count == 0:
        raise damaged(name, "PDF")
    if count > MAX_PAGES:
        raise CannotRead(
            name,
            Fault.TOO_LONG,
            f"“{name}” has {count:,} pages; at most {MAX_PAGES:,} are read as one article. Split it and add the parts.",
        )
    texts, sizes, missing, length = [], [], 0, 0
    for number in range(count):
        try:
            page = document[number]
        except PdfiumError:
            missing += 1
            texts.append("")
            sizes.append((0.0, 0.0))
            continue
        try:
            sizes.append(page.get_size())
            textpage = page.get_textpage()
            texts.append(read_page_text(textpage).text)
            textpage.close()
        except PdfiumError:
            missing += 1
            texts[number:] = [""]
        finally:
            page.close()
        length += len(texts[-1])
        if length > MAX_CHARACTERS:
            break
    if missing == count:
        raise damaged(name, "PDF")
    return texts, sizes, missing


def _join(texts: list[str], sizes: list[tuple[float, float]]) -> tuple[str, tuple[Page, ...]]:
    """One text of all pages; between two, on neither, a space where a sentence runs on, else an empty line."""
    pieces: list[str] = []
    pages: list[Page] = []
    at = 0
    for number, (words, (width, height)) in enumerate(zip(texts, sizes, strict=False), start=1):
        if pieces and words:
            runs_on = re.search(r"[\w,;-]\s*$", pieces[-1]) and re.match(r"\s*[a-z]", words)
            between = " " if runs_on else "\n\n"
            pieces.append(between)
            at += len(between)
        pages.append(Page(number, at, at + len(words), width, height))
        if words:
            pieces.append(words)
            at += len(words)
    return "".join(pieces), tuple(pages)


def _refuse_unreadable(text: str, pages: int, name: str) -> None:
    """Raises `CannotRead` for scans, and for fonts that do not say which letters their shapes are."""
    letters = sum(char.isalnum() for char in text)
    if letters < 3 * min(pages, 5):
        raise CannotRead(
            name,
            Fault.SCAN,
            f"“{name}” is a scan: its pages are pictures without text. "
            "Have the text recognised (OCR), save it as a PDF with text, and add that.",
        )
    nameless = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)
    if nameless > letters:
        raise CannotRead(
            name,
            Fault.NO_TEXT,
            f"The letters of “{name}” are drawn without saying which letters they are. "
            "Have the text recognised (OCR), save it as a PDF with text, and add that.",
        )


def _title(given: str, headline: str, texts: list[str]) -> str:
    """The title in the properties if the first page shows it, else the largest line, else what is plausible."""
    given = plausible_title(given)
    first = " ".join(next((text for text in texts if text), "").split())
    if given and given.lower() in first.lower():
        return given
    return plausible_title(headline) or given or first_line_title(next((text for text in texts if text), ""))


def _first_lines(document: Any) -> list[Line]:
    """The lines of the first page as they are set, where headline, byline and date stand."""
    from pypdfium2 import PdfiumError

    try:
        textpage = document[0].get_textpage()
        return find_lines(textpage, raw_characters(textpage))
    except PdfiumError:
        return []


def _as_lines(lines: list[Line]) -> str:
    return "\n".join(line.words.strip() for line in lines)


def _largest(lines: list[Line]) -> str:
    """The words set clearly larger than most of the page, when they are few enough for a headline."""
    if len(lines) < 2:
        return ""
    by_size = sorted((line.size, len(line.words)) for line in lines)
    half, seen, usual = sum(weight for _, weight in by_size) / 2, 0, by_size[-1][0]
    for size, weight in by_size:
        seen += weight
        if seen >= half:
            usual = size
            break
    largest = by_size[-1][0]
    words = [line.words.strip() for line in lines if line.size > 0.93 * largest]
    title = re.sub(f"[{HYPHEN_MARKS}]", "", " ".join(words))
    return title if largest > 1.15 * usual and len(title) <= 220 and len(words) <= 4 else ""


def _properties(document: Any) -> dict[str, str]:
    from pypdfium2 import PdfiumError

    try:
        return {key: " ".join(value.replace("\0", "").split()) for key, value in document.get_metadata_dict().items()}
    except (PdfiumError, UnicodeError):
        return {}


def _author(given: str) -> str:
    return given if 3 <= len(given) <= 120 and " " in given and not re.search(r"[\d@\\/]", given) else ""


def _property_date(given: str) -> str:
    """A PDF date, "D:20231112103000+01'00'", as an ISO day."""
    match = re.match(r"(?:D:)?\s*(\d{4})(\d\d)(\d\d)", given)
    return f"{match[1]}-{match[2]}-{match[3]}" if match else ""


def _notices(data: bytes, missing: int) -> tuple[str, ...]:
    notices = []
    if missing:
        notices.append(f"{missing} of the pages could not be read.")
    if b"%%EOF" not in data[-4096:]:
        notices.append("The file breaks off before its end; some of its text may be missing.")
    return tuple(notices)


FORMAT = Format("PDF", (".pdf",), sniff, read, binary=True)

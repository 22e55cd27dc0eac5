"""The pages of a PDF: where on them a passage stands, and their pictures.

Boxes are in points (1/72 inch) from the top left corner of the page as it is shown, so that they lie on `page_image`
once multiplied by its scale.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from timeline_app.formats.errors import CannotRead
from timeline_app.formats.limits import MAX_PAGE_PIXELS
from timeline_app.formats.pdf import open_document
from timeline_app.formats.pdf_text import PageText, read_page_text
from timeline_app.model import Article, Page, Passage

#: PageToDevice answers in whole units; in this many to the point nothing is lost.
_FINE = 64


@dataclass(frozen=True, slots=True)
class PageBox:
    """A rectangle on a page (numbered from 1), in points from its top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


def page_boxes(data: bytes, article: Article, passage: Passage) -> list[PageBox]:
    """The boxes that cover a passage: one for each line it stands on, in order of the text.

    `data` are the bytes the article was read from. No boxes for an article without pages, for bytes that are not its
    PDF, and for a passage that is not on the page any more.
    """
    pages = [page for page in article.pages if page.start < passage.end and passage.start < page.end]
    if not pages:
        return []
    try:
        with open_document(data, article.name) as document:
            return [box for page in pages for box in _boxes_on(document, article, page, passage)]
    except CannotRead:
        return []


def page_image(data: bytes, number: int, scale: float = 1.0) -> tuple[int, int, bytes]:
    """Page `number` (from 1) drawn at `scale` pixels a point: width, height and RGB bytes, rows without padding.

    A scale that would make an unreasonable picture is made smaller. Raises `CannotRead` when the bytes are no PDF, and
    IndexError when it has no such page.
    """
    from pypdfium2 import PdfiumError

    with open_document(data, "the PDF") as document:
        if not 1 <= number <= len(document):
            raise IndexError(f"the PDF has {len(document)} pages, not {number}")
        try:
            page = document[number - 1]
            width, height = page.get_size()
            most = math.sqrt(MAX_PAGE_PIXELS / max(width * height, 1.0))
            bitmap = page.render(scale=max(min(scale, most), 0.01), rev_byteorder=True, maybe_alpha=False)
        except PdfiumError as error:
            raise IndexError(f"page {number} of the PDF is damaged") from error
        rows = bitmap.to_numpy()[:, :, :3]
        return int(bitmap.width), int(bitmap.height), rows.tobytes()


def _boxes_on(document: Any, article: Article, page: Page, passage: Passage) -> Iterator[PageBox]:
    from pypdfium2 import PdfiumError

    try:
        sheet = document[page.number - 1]
        textpage = sheet.get_textpage()
    except (PdfiumError, IndexError):
        return
    found = _place_on(read_page_text(textpage), article.text, page, passage)
    if found is None:
        return
    text, start, end = found
    boxes = [
        _shown(sheet, textpage.get_charbox(text.places[at], loose=True), page.number)
        for at in range(start, end)
        if not text.text[at].isspace()
    ]
    yield from _joined(boxes, upright=sheet.get_rotation() % 180 == 0)


def _place_on(text: PageText, whole: str, page: Page, passage: Passage) -> tuple[PageText, int, int] | None:
    """Where the passage's part on this page stands in the page's text: by its place, else by its words."""
    start, end = max(passage.start, page.start), min(passage.end, page.end)
    words = whole[start:end]
    at = start - page.start
    if text.text[at : at + len(words)] != words:
        at = text.text.find(words)
    return None if at < 0 or not words else (text, at, at + len(words))


def _shown(sheet: Any, box: tuple[float, float, float, float], number: int) -> PageBox:
    """A box of the page's own space as it lies on the shown page, whatever its crop and rotation."""
    from ctypes import byref, c_int

    import pypdfium2.raw as pdfium

    width, height = sheet.get_size()
    left, bottom, right, top = box
    corners = []
    for x, y in ((left, bottom), (right, top)):
        shown_x, shown_y = c_int(), c_int()
        pdfium.FPDF_PageToDevice(
            sheet, 0, 0, round(width * _FINE), round(height * _FINE), 0, x, y, byref(shown_x), byref(shown_y)
        )
        corners.append((shown_x.value / _FINE, shown_y.value / _FINE))
    (x0, y0), (x1, y1) = corners
    return PageBox(number, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _joined(boxes: list[PageBox], *, upright: bool) -> Iterator[PageBox]:
    """Boxes of neighbouring characters on one line as one box; on a page turned sideways lines run up or down."""
    current: PageBox | None = None
    for box in boxes:
        if current is not None and _same_line(current, box, upright=upright):
            current = PageBox(
                box.page,
                min(current.left, box.left),
                min(current.top, box.top),
                max(current.right, box.right),
                max(current.bottom, box.bottom),
            )
            continue
        if current is not None:
            yield current
        current = box
    if current is not None:
        yield current


def _same_line(one: PageBox, other: PageBox, *, upright: bool) -> bool:
    """Whether two boxes share most of their height and stand close (their width, where lines run up or down)."""
    if upright:
        along, across = (
            ((one.left, one.right), (other.left, other.right)),
            ((one.top, one.bottom), (other.top, other.bottom)),
        )
    else:
        along, across = (
            ((one.top, one.bottom), (other.top, other.bottom)),
            ((one.left, one.right), (other.left, other.right)),
        )
    height = max(min(end - start for start, end in across), 0.1)
    shared = min(end for _, end in across) - max(start for start, _ in across)
    gap = max(start for start, _ in along) - min(end for _, end in along)
    return shared > 0.5 * height and gap < 3 * height

"""A document on sheets of paper: what stands where is planned once, then any sheet can be painted at any time.

One unit is a point of 1/72 inch, from the top left corner of the sheet.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from itertools import takewhile

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.drawing.theme import colour
from timeline_app.layout.pages import PlacedPanel, lay_out_sheets
from timeline_app.printing.document import PrintDocument
from timeline_app.printing.entries import Entry, count_of, entries_of, say_range
from timeline_app.printing.event_list import paragraphs_of
from timeline_app.printing.flow import Piece, flow
from timeline_app.printing.legend import Sign, paint_legend, place_signs, signs_of
from timeline_app.printing.look import Look, font, metrics, paper_look, width_of
from timeline_app.printing.paragraphs import Lines, Paragraph, Run
from timeline_app.printing.timeline import Timeline, paint_panel, timeline_of

POINTS_PER_MM = 72 / 25.4
#: The running head and foot, with the space that parts them from the body.
HEAD, FOOT = 26.0, 22.0
#: Left of the lanes stands their stripe.
GUTTER = 8.0
LONGEST_TITLE = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """A document laid out: the sheets of its timeline, then those of its list."""

    document: PrintDocument
    look: Look
    body: QRectF
    title: Lines
    subtitle: str
    timeline: Timeline
    signs: list[Sign]
    panels: list[PlacedPanel]
    lines: list[Lines]
    pieces: list[Piece]

    @property
    def timeline_sheets(self) -> int:
        """How many sheets the timeline takes."""
        return self.panels[-1].sheet + 1 if self.panels else 0

    @property
    def sheets(self) -> int:
        """How many sheets there are in all."""
        return self.timeline_sheets + (self.pieces[-1].page + 1 if self.pieces else 0)


def plan_sheets(document: PrintDocument) -> Plan:
    """Lay a document out for its paper. Needs a QGuiApplication, for the fonts."""
    options = document.options
    look = paper_look(options)
    width, height = options.page_points
    edge = options.margins
    left, top = edge.left * POINTS_PER_MM, edge.top * POINTS_PER_MM
    body = QRectF(left, top, width - left - edge.right * POINTS_PER_MM, height - top - edge.bottom * POINTS_PER_MM)
    entries = entries_of(document)
    timeline = timeline_of(document, entries, look, numbered=options.event_list)
    title = Lines(Paragraph((Run(document.title or "Timeline", bold=True),), look.title), body.width(), look)
    signs = signs_of(timeline.columns, look)
    legend = place_signs(signs, body.width(), look)[1]
    room = body.height() - FOOT - max(HEAD, title_height(title, look)) - legend
    sheet = look.sheet(body.width() - GUTTER, room)
    panels = lay_out_sheets(timeline.marks, sheet, timeline.first, timeline.last)
    lines, pieces = _list(document, entries, look, body)
    return Plan(document, look, body, title, subtitle_of(document, entries), timeline, signs, panels, lines, pieces)


def _list(
    document: PrintDocument, entries: tuple[Entry, ...], look: Look, body: QRectF
) -> tuple[list[Lines], list[Piece]]:
    if not document.options.event_list:
        return [], []
    lines = [Lines(each, body.width(), look) for each in paragraphs_of(document, entries, look)]
    return lines, flow([each.block for each in lines], body.height() - HEAD - FOOT)


def title_height(title: Lines, look: Look) -> float:
    """The height of the title on the first sheet, with the line below it."""
    return title.height + look.body * 2.6


def subtitle_of(document: PrintDocument, entries: tuple[Entry, ...]) -> str:
    """The line below the title: the range in words, how many events of how many articles."""
    first, last = document.first, document.last
    if first is None and last is None:
        days = [day for entry in entries if entry.event.when for day in _bounds(entry)]
        first, last = (min(days), max(days)) if days else (None, None)
    articles = {quote.article for entry in entries for quote in entry.quotes}
    undated = sum(not entry.dated for entry in entries)
    some = f"the main {len(entries):,} of " if len(entries) < document.total else ""
    parts = [say_range(first, last), some + count_of(max(len(entries), document.total), "event")]
    parts += [f"{undated} without a date"] if undated else []
    parts += [count_of(len(articles), "article")] if articles else []
    return "  ·  ".join(part for part in parts if part)


def _bounds(entry: Entry) -> list[int]:
    when = entry.event.when
    return [day for day in (when.earliest, when.latest) if day is not None] if when else []


def paint_sheet(painter: QPainter, plan: Plan, number: int) -> None:
    """Paint sheet `number` (from 0) with a painter whose unit is a point."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    look, body = plan.look, plan.body
    if number == 0 and plan.timeline_sheets:
        _paint_title(painter, plan)
    else:
        _paint_head(painter, plan, number)
    if number < plan.timeline_sheets:
        _paint_timeline(painter, plan, number)
    else:
        page = number - plan.timeline_sheets
        begin = bisect_left(plan.pieces, page, key=lambda piece: piece.page)
        for piece in takewhile(lambda piece: piece.page == page, plan.pieces[begin:]):
            y = body.top() + HEAD + piece.y
            plan.lines[piece.block].paint(painter, body.left(), y, piece.first, piece.last)
    _paint_foot(painter, plan, number, look)


def _paint_title(painter: QPainter, plan: Plan) -> None:
    look, body = plan.look, plan.body
    plan.title.paint(painter, body.left(), body.top())
    painter.setFont(font(look.body))
    painter.setPen(colour(look.theme.text_muted))
    painter.drawText(QPointF(body.left(), body.top() + plan.title.height + look.body * 1.2), plan.subtitle)


def _paint_head(painter: QPainter, plan: Plan, number: int) -> None:
    """The running head: title on the left, the stretch of time or the name of the part on the right, a line below."""
    look, body = plan.look, plan.body
    right = _stretch_of(plan, number) if number < plan.timeline_sheets else "Events and sources"
    wide = width_of(right, look.small)
    baseline = body.top() + look.small
    painter.setFont(font(look.small, bold=True))
    painter.setPen(colour(look.theme.text_muted))
    room = body.width() - wide - 3 * look.small
    title = metrics(look.small, bold=True).elidedText(plan.title.paragraph.text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QPointF(body.left(), baseline), title)
    painter.setFont(font(look.small))
    painter.drawText(QPointF(body.right() - wide, baseline), right)
    painter.setPen(QPen(colour(look.theme.border), look.pen * 0.6))
    painter.drawLine(
        QPointF(body.left(), body.top() + look.small * 1.7), QPointF(body.right(), body.top() + look.small * 1.7)
    )


def _stretch_of(plan: Plan, number: int) -> str:
    here = [placed.panel for placed in plan.panels if placed.sheet == number]
    return say_range(math.floor(here[0].first), math.ceil(here[-1].last) - 1)


def _paint_timeline(painter: QPainter, plan: Plan, number: int) -> None:
    look, body = plan.look, plan.body
    top = body.top() + (title_height(plan.title, look) if number == 0 else HEAD)
    bottom = top
    for placed in plan.panels:
        if placed.sheet == number:
            box = QRectF(body.left() + GUTTER, top + placed.top, body.width() - GUTTER, 0)
            if placed.top > 0:
                _paint_break(painter, placed, box, look)
            paint_panel(painter, plan.timeline, placed.panel, box, look)
            bottom = box.top() + look.axis_height + placed.panel.height
    paint_legend(painter, plan.signs, QRectF(body.left(), bottom + look.label * 0.6, body.width(), 0), look)


def _paint_break(painter: QPainter, placed: PlacedPanel, box: QRectF, look: Look) -> None:
    """Between two panels: a broken line, and from when on the timeline goes on."""
    words = f"continues from {say_range(math.floor(placed.panel.first), math.floor(placed.panel.first))}"
    middle, wide = box.top() - look.heading * 0.75, width_of(words, look.small)
    painter.setFont(font(look.small, italic=True))
    painter.setPen(colour(look.theme.text_muted))
    painter.drawText(QPointF(box.left(), middle + metrics(look.small).capHeight() / 2), words)
    pen = QPen(colour(look.theme.grid_strong), look.pen * 0.8, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(box.left() + wide + look.small, middle), QPointF(box.right(), middle))


def _paint_foot(painter: QPainter, plan: Plan, number: int, look: Look) -> None:
    body = plan.body
    baseline = body.bottom() - look.small * 0.3
    words = f"Page {number + 1} of {plan.sheets}"
    painter.setFont(font(look.small))
    painter.setPen(colour(look.theme.text_muted))
    painter.drawText(QPointF(body.right() - width_of(words, look.small), baseline), words)
    painter.drawText(QPointF(body.left(), baseline), "Dateline")

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
from timeline_app.printing.entries import Entry, entries_of, say_range, subtitle_of
from timeline_app.printing.event_list import paragraphs_of
from timeline_app.printing.flow import Piece, flow
from timeline_app.printing.legend import Sign, paint_legend, place_signs, signs_of
from timeline_app.printing.look import Look, font, metrics, paper_look, width_of
from timeline_app.printing.paragraphs import Lines, Paragraph, Run
from timeline_app.printing.poster import Poster, paint_poster_sheet, plan_poster, words_of_sheet
from timeline_app.printing.timeline import Timeline, paint_break, paint_panel, timeline_of

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
    poster: Poster | None = None

    @property
    def timeline_sheets(self) -> int:
        """How many sheets the timeline takes."""
        if self.poster is not None:
            return len(self.poster.tiles)
        return self.panels[-1].sheet + 1 if self.panels else 0

    @property
    def sheets(self) -> int:
        """How many sheets there are in all."""
        return self.timeline_sheets + (self.pieces[-1].page + 1 if self.pieces else 0)


def plan_sheets(document: PrintDocument) -> Plan:
    """Lay a document out for its paper. Needs a QGuiApplication, for the fonts."""
    options = document.options
    look = paper_look(options).for_eras(document.eras)
    width, height = options.page_points
    edge = options.margins
    left, top = edge.left * POINTS_PER_MM, edge.top * POINTS_PER_MM
    body = QRectF(left, top, width - left - edge.right * POINTS_PER_MM, height - top - edge.bottom * POINTS_PER_MM)
    entries = entries_of(document)
    title = Lines(Paragraph((Run(document.title or "Timeline", bold=True),), look.title), body.width(), look)
    subtitle = subtitle_of(document, entries)
    lines, pieces = _list(document, entries, look, body)
    if options.poster > 1:
        poster = plan_poster(document, entries, (body.width(), body.height() - FOOT))
        return Plan(document, look, body, title, subtitle, poster.timeline, poster.signs, [], lines, pieces, poster)
    timeline = timeline_of(document, entries, look, numbered=options.event_list)
    signs = signs_of(timeline.columns, look)
    legend = place_signs(signs, body.width(), look)[1]
    room = body.height() - FOOT - max(HEAD, title_height(title, look)) - legend
    sheet = look.sheet(body.width() - GUTTER, room)
    panels = lay_out_sheets(timeline.marks, sheet, timeline.first, timeline.last)
    return Plan(document, look, body, title, subtitle, timeline, signs, panels, lines, pieces)


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


def paint_sheet(painter: QPainter, plan: Plan, number: int) -> None:
    """Paint sheet `number` (from 0) with a painter whose unit is a point."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    look, body = plan.look, plan.body
    if plan.poster is not None and number < plan.timeline_sheets:
        margin = min(body.left(), body.top(), plan.document.options.page_points[0] - body.right())
        paint_poster_sheet(painter, plan.poster, number, body.topLeft(), margin)
        _paint_foot(painter, plan, number, look, words_of_sheet(plan.poster, number))
        return
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
                paint_break(painter, placed, box, look)
            paint_panel(painter, plan.timeline, placed.panel, box, look)
            bottom = box.top() + look.axis_height + placed.panel.height
    paint_legend(painter, plan.signs, QRectF(body.left(), bottom + look.label * 0.6, body.width(), 0), look)


def _paint_foot(painter: QPainter, plan: Plan, number: int, look: Look, about: str = "") -> None:
    body = plan.body
    baseline = body.bottom() - look.small * 0.3
    words = f"Page {number + 1} of {plan.sheets}"
    painter.setFont(font(look.small))
    painter.setPen(colour(look.theme.text_muted))
    painter.drawText(QPointF(body.right() - width_of(words, look.small), baseline), words)
    painter.drawText(QPointF(body.left(), baseline), "Dateline" + (f"  ·  {about}" if about else ""))

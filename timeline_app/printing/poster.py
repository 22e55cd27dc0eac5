"""A timeline as a poster: one drawing over several sheets side by side, to be cut at the marks and put together.

Lengths are points. Every sheet repeats the last strip of its left and upper neighbours; its own white edge there is
cut off, and it is laid on the neighbour up to that one's marks.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.drawing.theme import colour
from timeline_app.layout.pages import PlacedPanel, lay_out_sheets
from timeline_app.layout.tiles import Tile, Tiles, tiles_for, width_over
from timeline_app.printing.document import PrintDocument
from timeline_app.printing.entries import Entry, subtitle_of
from timeline_app.printing.legend import Sign, paint_legend, place_signs, signs_of
from timeline_app.printing.look import Look, font, poster_look
from timeline_app.printing.paragraphs import Lines, Paragraph, Run
from timeline_app.printing.timeline import Timeline, paint_break, paint_panel, timeline_of

#: What two neighbours both show, to be glued: a centimetre.
OVERLAP = 72 / 2.54
#: Left of the lanes stands their stripe.
GUTTER = 12.0
#: Cut marks begin this far from the drawing and are so long, but never longer than the margin.
MARK_AWAY, MARK = 2.0, 9.0


@dataclass(frozen=True, slots=True)
class Poster:
    """The whole drawing laid out, and how it is parted."""

    look: Look
    title: Lines
    subtitle: str
    timeline: Timeline
    signs: list[Sign]
    panels: list[PlacedPanel]
    panels_top: float
    legend_top: float
    tiles: Tiles

    @property
    def width(self) -> float:
        """The width of the whole, put together."""
        return self.tiles.whole_width


def plan_poster(document: PrintDocument, entries: tuple[Entry, ...], sheet: tuple[float, float]) -> Poster:
    """Lay the timeline out over as many sheets as the options say, each showing a part of this width and height."""
    look = poster_look(document.options).for_eras(document.eras)
    width = width_over(document.options.poster, sheet[0], OVERLAP)
    timeline = timeline_of(document, entries, look, numbered=document.options.event_list)
    title = Lines(Paragraph((Run(document.title or "Timeline", bold=True),), look.title), width, look)
    panels_top = title.height + look.body * 3.0
    room = look.sheet(width - GUTTER, math.inf)
    panels = lay_out_sheets(timeline.marks, room, timeline.first, timeline.last)
    signs = signs_of(timeline.columns, look)
    bottom = panels[-1].top + look.axis_height + panels[-1].panel.height
    legend_top = panels_top + bottom + look.label
    height = legend_top + place_signs(signs, width, look)[1]
    tiles = tiles_for(height, document.options.poster, sheet, OVERLAP)
    subtitle = subtitle_of(document, entries)
    return Poster(look, title, subtitle, timeline, signs, panels, panels_top, legend_top, tiles)


def paint_poster(painter: QPainter, poster: Poster) -> None:
    """Paint the whole with its top left corner at the painter's origin."""
    look = poster.look
    poster.title.paint(painter, 0, 0)
    painter.setFont(font(look.body))
    painter.setPen(colour(look.theme.text_muted))
    painter.drawText(QPointF(0, poster.title.height + look.body * 1.2), poster.subtitle)
    for placed in poster.panels:
        box = QRectF(GUTTER, poster.panels_top + placed.top, poster.width - GUTTER, 0)
        if placed.top > 0:
            paint_break(painter, placed, box, look)
        paint_panel(painter, poster.timeline, placed.panel, box, look)
    paint_legend(painter, poster.signs, QRectF(0, poster.legend_top, poster.width, 0), look)


def paint_poster_sheet(painter: QPainter, poster: Poster, number: int, corner: QPointF, margin: float) -> None:
    """Paint part `number` with its top left at `corner`, and the marks in the margin of this width around it."""
    tiles, tile = poster.tiles, poster.tiles[number]
    painter.save()
    painter.setClipRect(QRectF(corner.x(), corner.y(), tiles.width, tiles.height))
    painter.translate(corner.x() - tile.left, corner.y() - tile.top)
    paint_poster(painter, poster)
    painter.restore()
    _paint_marks(painter, poster, tile, corner, margin)


def _paint_marks(painter: QPainter, poster: Poster, tile: Tile, corner: QPointF, margin: float) -> None:
    """Lines outside the drawing: whole ones where this sheet is cut, dotted ones where the next is laid on it."""
    tiles, ink = poster.tiles, colour(poster.look.theme.text)
    cut, lay = QPen(ink, 0.7), QPen(ink, 0.9)
    lay.setDashPattern([1.2, 1.8])
    lay.setCapStyle(Qt.PenCapStyle.FlatCap)
    upright = [(0.0, cut)] if tile.column else []
    upright += [(tiles.width - tiles.overlap, lay)] if tile.column + 1 < tiles.columns else []
    level = [(0.0, cut)] if tile.row else []
    level += [(tiles.height - tiles.overlap, lay)] if tile.row + 1 < tiles.rows else []
    long = min(MARK, margin - MARK_AWAY)
    for x, pen in upright:
        painter.setPen(pen)
        for y, way in ((0.0, -1), (tiles.height, 1)):
            painter.drawLine(_mark(corner, x, y + way * MARK_AWAY, 0.0, way * long))
    for y, pen in level:
        painter.setPen(pen)
        for x, way in ((0.0, -1), (tiles.width, 1)):
            painter.drawLine(_mark(corner, x + way * MARK_AWAY, y, way * long, 0.0))


def _mark(corner: QPointF, x: float, y: float, right: float, down: float) -> QLineF:
    return QLineF(corner.x() + x, corner.y() + y, corner.x() + x + right, corner.y() + y + down)


def words_of_sheet(poster: Poster, number: int) -> str:
    """What stands at the foot of a sheet: its place in the poster, and what to do with it."""
    tiles, tile = poster.tiles, poster.tiles[number]
    if len(tiles) == 1:
        return ""
    where = f"Poster of {tiles.rows} × {tiles.columns} sheets: row {tile.row + 1}, column {tile.column + 1}"
    edges = [name for name, on in (("left", tile.column), ("upper", tile.row)) if on]
    if not edges:
        return where
    return f"{where}. Cut off the {' and the '.join(edges)} edge at the marks and lay it on the dotted marks before it"

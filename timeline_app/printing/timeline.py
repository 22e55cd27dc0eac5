"""The timeline of a document, ready to be laid out and painted: columns, labels with their numbers, panels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.drawing.contrast import mixed
from timeline_app.drawing.marks import Mark, inside_ink
from timeline_app.drawing.theme import colour
from timeline_app.layout.columns import (
    BOLD,
    CHECKED,
    CONFLICT,
    FACTUALITIES,
    OPEN_LEFT,
    OPEN_RIGHT,
    POINT,
    STATEMENT,
    Columns,
    columns_of,
    tail_of,
)
from timeline_app.layout.eras import Era
from timeline_app.layout.lanes import Lane, lanes_by
from timeline_app.layout.pages import PlacedPanel
from timeline_app.layout.panels import LaneBand, Marks, Panel, PlacedMark, Side, marks_of
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.ticks import Ticks, ticks
from timeline_app.model import Factuality
from timeline_app.printing.document import PrintDocument
from timeline_app.printing.entries import Entry, say_range
from timeline_app.printing.look import Look, font, metrics, width_of
from timeline_app.printing.marks import Shape, paint_mark

#: How strongly eras are shaded, in colours and on paper without.
ERA, ERA_ON_POOR_PAPER = 0.09, 0.08


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is drawn of a document: `columns` with one row a mark, its `lanes`, labels, and the range in days."""

    columns: Columns
    marks: Marks
    lanes: tuple[Lane, ...]
    entries: tuple[Entry, ...]
    numbered: bool
    first: float
    last: float
    eras: tuple[Era, ...] = ()

    def number_of(self, mark: int) -> str:
        """The event's number (none where there is no list to look it up in) and “≠” where its sources differ."""
        number = f"{self.entries[int(self.columns.event[mark])].number} " if self.numbered else ""
        return number + ("≠ " if int(self.columns.flags[mark]) & CONFLICT else "")

    def title_of(self, mark: int) -> str:
        """What the label says behind the number."""
        return self.columns.title(int(self.columns.event[mark]))

    def tail_of(self, mark: int) -> str:
        """Which way its date is open, in a word behind the title; mostly nothing."""
        return tail_of(int(self.columns.flags[mark]))

    def is_bold(self, mark: int) -> bool:
        """Whether its label is among the foremost."""
        return bool(int(self.columns.flags[mark]) & BOLD)


def timeline_of(document: PrintDocument, entries: tuple[Entry, ...], look: Look, *, numbered: bool) -> Timeline:
    """Columns and labels for a document's entries in this look."""
    events = [entry.event for entry in entries]
    lanes = document.lanes or tuple(lanes_by("none", events))
    # Full strength tells what was checked from what was not; where nothing was, nothing is told by it.
    checked = document.checked or [event.id for event in events]
    doubtful = {event_id for conflict in document.conflicts for event_id in conflict.events}
    columns = columns_of(events, lanes, checked=checked, conflicts=doubtful)
    first, last = range_of(document, columns)
    timeline = Timeline(columns, marks_of(columns), lanes, entries, numbered, first, last, document.eras)
    widths = np.array([_label_width(timeline, mark, look) for mark in range(len(columns))], np.float64)
    return replace(timeline, marks=replace(timeline.marks, label=widths))


def _label_width(timeline: Timeline, mark: int, look: Look) -> float:
    """The room of a label: its number, and its title as far as that is not shortened."""
    title = width_of(timeline.title_of(mark) + timeline.tail_of(mark), look.label, bold=timeline.is_bold(mark))
    return width_of(timeline.number_of(mark), look.label, bold=True) + min(title + 0.5, look.label_widest)


def range_of(document: PrintDocument, columns: Columns) -> tuple[float, float]:
    """The days [first, last) of the axis: those asked for, else as far as the marks go and a little more."""
    low, high = columns.span() or (float(document.first or 0), float(document.last or document.first or 0) + 1)
    air = max((high - low) * 0.02, 0.5)
    first = float(document.first) if document.first is not None else math.floor(low - air)
    last = float(document.last) + 1 if document.last is not None else math.ceil(high + air)
    return (first, last) if last > first else (first, first + 1)


def paint_panel(painter: QPainter, timeline: Timeline, panel: Panel, box: QRectF, look: Look) -> None:
    """Paint one panel, axis and lanes, from the top left of `box`; its width is the panel's."""
    painter.save()
    painter.translate(box.topLeft())
    scale = TimeScale(panel.first, panel.last, box.width())
    axis = look.axis_height
    ruled = ticks(scale, lambda text: width_of(text, look.axis, bold=True))
    _paint_grounds(painter, panel, box.width(), axis, look)
    _paint_eras(painter, timeline.eras, scale, axis + panel.height, look)
    _paint_axis(painter, ruled, box.width(), axis, axis + panel.height, look)
    for band in panel.bands:
        _paint_band(painter, timeline, panel, band, QRectF(0, axis + band.top, box.width(), band.height), look)
    painter.restore()


def paint_break(painter: QPainter, placed: PlacedPanel, box: QRectF, look: Look) -> None:
    """Between two panels: a broken line, and from when on the timeline goes on."""
    words = f"continues from {say_range(math.floor(placed.panel.first), math.floor(placed.panel.first))}"
    middle, wide = box.top() - look.heading * 0.75, width_of(words, look.small)
    painter.setFont(font(look.small, italic=True))
    painter.setPen(colour(look.theme.text_muted))
    painter.drawText(QPointF(box.left(), middle + metrics(look.small).capHeight() / 2), words)
    pen = QPen(colour(look.theme.grid_strong), look.pen * 0.8, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(box.left() + wide + look.small, middle), QPointF(box.right(), middle))


def _paint_grounds(painter: QPainter, panel: Panel, width: float, axis: float, look: Look) -> None:
    """Every other lane on a slightly different ground, and a line between lanes."""
    for band in panel.bands:
        box = QRectF(0, axis + band.top, width, band.height)
        ground = _ground(panel, band, look)
        if ground != look.theme.surface:
            painter.fillRect(box, colour(ground))
        painter.setPen(QPen(colour(look.theme.border), look.pen * 0.5))
        painter.drawLine(box.bottomLeft(), box.bottomRight())


def _ground(panel: Panel, band: LaneBand, look: Look) -> str:
    return look.theme.lane_other if panel.bands.index(band) % 2 else look.theme.lane


def _paint_eras(painter: QPainter, eras: Sequence[Era], scale: TimeScale, bottom: float, look: Look) -> None:
    """Shaded stretches of time with their names, in a row of the axis."""
    painter.setFont(font(look.axis, italic=True))
    measure = metrics(look.axis, italic=True)
    for era in eras:
        left, right = max(0.0, scale.x_of(era.first)), min(scale.width, scale.x_of(era.last))
        if right <= left:
            continue
        strength = ERA_ON_POOR_PAPER if look.theme.outlined else ERA
        ground = mixed(look.theme.accent, look.theme.surface, strength)
        painter.fillRect(QRectF(left, look.tiers, right - left, bottom - look.tiers), colour(ground))
        name = measure.elidedText(era.label, Qt.TextElideMode.ElideRight, right - left - look.dot * 2)
        painter.setPen(colour(look.theme.text_muted))
        painter.drawText(QPointF(left + look.dot, look.tiers + look.axis * 1.2), name)


def _paint_axis(painter: QPainter, ruled: Ticks, width: float, axis: float, bottom: float, look: Look) -> None:
    """Two tiers of names, and the lines of the grid down through the lanes."""
    thin, strong = QPen(colour(look.theme.grid), look.pen * 0.5), QPen(colour(look.theme.grid_strong), look.pen * 0.7)
    painter.setPen(thin)
    for x in ruled.grid:
        painter.drawLine(QPointF(x, axis), QPointF(x, bottom))
    painter.setPen(strong)
    for x in ruled.strong:
        painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
    painter.drawLine(QPointF(0, axis), QPointF(width, axis))
    painter.setPen(colour(look.theme.text))
    painter.setFont(font(look.axis, bold=True))
    for left, _right, name in ruled.upper:
        painter.drawText(QPointF(left + (look.axis * 0.6 if left > 0 else 0), look.tiers * 0.36), name)
    painter.setFont(font(look.axis))
    painter.setPen(colour(look.theme.text_muted))
    for left, name in ruled.between:
        painter.drawText(QPointF(left, look.tiers * 0.36), name)
    for middle, name in ruled.lower:
        wide = width_of(name, look.axis)
        painter.drawText(QPointF(min(max(middle - wide / 2, 0), width - wide), look.tiers * 0.82), name)


def _paint_band(painter: QPainter, timeline: Timeline, panel: Panel, band: LaneBand, box: QRectF, look: Look) -> None:
    lane = timeline.lanes[band.lane]
    ink = look.theme.actor_colour(lane.colour_index)
    ground = _ground(panel, band, look)
    stripe = look.dot * 0.8
    painter.fillRect(QRectF(box.left() - stripe * 2, box.top(), stripe, box.height()), colour(ink))
    title = f"{lane.title} (continued)" if band.continued else lane.title
    measure = metrics(look.lane, bold=True)
    words = measure.elidedText(title, Qt.TextElideMode.ElideRight, box.width())
    wide = measure.horizontalAdvance(words)
    painter.fillRect(QRectF(box.left() + 1, box.top() + 1, wide + look.lane, look.lane * 1.7), colour(ground))
    painter.setFont(font(look.lane, bold=True))
    painter.setPen(colour(look.theme.text))
    painter.drawText(QPointF(box.left() + look.dot, box.top() + look.lane * 1.35), words)
    rows_top = box.top() + look.lane * 1.9
    for placed in band.marks:
        y = rows_top + (placed.row + 0.5) * look.row
        paint_mark(painter, shape_of(timeline, panel, placed, y, box.width(), look), ink, look, ground)
        _paint_label(painter, timeline, placed, y, look, ink, ground)


def shape_of(timeline: Timeline, panel: Panel, placed: PlacedMark, y: float, width: float, look: Look) -> Shape:
    """The shape of a placed mark at a height; lengths in days become lengths on the sheet."""
    columns, mark = timeline.columns, placed.mark
    flags = int(columns.flags[mark])
    per_day = width / (panel.last - panel.first)
    best = float(columns.best[mark])
    point = bool(flags & POINT)
    wide = float(columns.end[mark] - columns.start[mark]) * per_day
    # A month on the sheet of a century is wider than to scale, so that its fading ends can be seen.
    small = placed.x1 - placed.x0 <= 2 * (look.dot + look.pen) and wide > 0
    stretched = max(1.0, (placed.x1 - placed.x0) / wide) if small and not point else 1.0
    best_x = (placed.x0 + placed.x1) / 2 if point else (best - panel.first) * per_day
    # What goes on beyond the sheet goes on visibly, like a bar without bound.
    cut_left = not point and float(columns.start[mark]) < panel.first
    cut_right = not point and float(columns.end[mark]) > panel.last
    return Shape(
        placed.x0,
        placed.x1,
        y,
        # A likely day's dot would hide all of a bar of its size, and with it that only "about" is known.
        best=None if np.isnan(best_x) or stretched > 1 or not placed.x0 <= best_x <= placed.x1 else best_x,
        bar=not point,
        fade_left=float(columns.fade_left[mark]) * per_day * stretched,
        fade_right=float(columns.fade_right[mark]) * per_day * stretched,
        open_left=bool(flags & OPEN_LEFT) or cut_left,
        open_right=bool(flags & OPEN_RIGHT) or cut_right,
        factuality=FACTUALITIES[int(columns.factuality[mark])],
        statement=bool(flags & STATEMENT),
        checked=bool(flags & CHECKED),
    )


def _paint_label(
    painter: QPainter, timeline: Timeline, placed: PlacedMark, y: float, look: Look, ink: str, ground: str
) -> None:
    """The number in bold and the title, on one line; a title that runs from right to left keeps its own order."""
    bold = timeline.is_bold(placed.mark)
    baseline = y + metrics(look.label).capHeight() / 2
    number, room = timeline.number_of(placed.mark), placed.label_width
    number_width = width_of(number, look.label, bold=True)
    measure = metrics(look.label, bold=bold)
    tail = timeline.tail_of(placed.mark)
    left = room - number_width - measure.horizontalAdvance(tail) + 0.5
    title = measure.elidedText(timeline.title_of(placed.mark), Qt.TextElideMode.ElideRight, left) + tail
    wide = number_width + measure.horizontalAdvance(title)
    x = placed.label_x + (room - wide if placed.side is Side.LEFT else 0.0)
    if placed.side is not Side.INSIDE:
        # The lines of the calendar stop at the words, which are easier to read then.
        painter.fillRect(QRectF(x - 1, y - look.label * 0.62, wide + 2, look.label * 1.24), colour(ground))
    denied = FACTUALITIES[int(timeline.columns.factuality[placed.mark])] is Factuality.DENIED
    words = look.theme.text
    if placed.side is Side.INSIDE:
        flags, factuality = int(timeline.columns.flags[placed.mark]), int(timeline.columns.factuality[placed.mark])
        words = inside_ink(Mark(ink, ground, True, factuality, bool(flags & CHECKED), False, False))
    painter.setPen(colour(words))
    if number:
        painter.setFont(font(look.label, bold=True))
        painter.drawText(QPointF(x, baseline), number)
    painter.setFont(font(look.label, bold=bold, struck=denied))
    painter.drawText(QPointF(x + number_width, baseline), title)

"""The events of a frame as letters and shapes, for paper, and what is drawn around events on screen and paper alike."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.drawing.contrast import mixed
from timeline_app.drawing.ground import lane_colour, lane_ground
from timeline_app.drawing.marks import (
    BAND_AIR,
    DENIED,
    OUTSIDE,
    Mark,
    band_fill,
    inside_ink,
    paint_bar,
    paint_dot,
    round_box,
)
from timeline_app.drawing.text import Style, TextPainter
from timeline_app.drawing.theme import Theme, colour
from timeline_app.layout.columns import BOLD, CHECKED, CONFLICT, POINT, STATEMENT, tail_of
from timeline_app.layout.frame import Frame

#: Opacity of events that are not among the emphasised ones.
DIMMED = 0.22


class Item(NamedTuple):
    """One event's mark with everything needed to paint it; lengths in pixels, nan where there is nothing."""

    left: float
    right: float
    dot: float
    y: float
    bar: bool
    fade_left: float
    fade_right: float
    label_x: float
    label_width: float
    inside: bool
    event: int
    mark: Mark
    bold: bool
    tail: str
    point: bool


def items_of(frame: Frame, theme: Theme, *, opaque: bool, events: Iterable[int] | None = None) -> Iterator[Item]:
    """The marks of a frame, one by one, or only those of some events; `opaque` as in Mark."""
    columns, marks = frame.arrangement.columns, frame.marks
    rows = marks.row
    chosen = slice(None) if events is None else np.isin(columns.event[rows], list(events))
    rows = rows[chosen]
    places = [getattr(marks, name)[chosen].tolist() for name in Item._fields[:10]]
    about = (columns.event[rows], marks.lane[chosen], columns.factuality[rows], columns.flags[rows])
    for place, event, lane, factuality, flags in zip(
        zip(*places, strict=True), *(column.tolist() for column in about), strict=True
    ):
        mark = mark_of(frame, theme, lane, factuality, flags, opaque=opaque)
        yield Item._make((*place, event, mark, bool(flags & BOLD), tail_of(flags), bool(flags & POINT)))


def mark_of(frame: Frame, theme: Theme, lane: int, factuality: int, flags: int, *, opaque: bool) -> Mark:
    """What a mark in a lane looks like."""
    told = bool(flags & CHECKED), bool(flags & STATEMENT), bool(flags & CONFLICT)
    return Mark(lane_colour(theme, frame.arrangement.lanes[lane]), lane_ground(theme, lane), opaque, factuality, *told)


def label_style(mark: Mark, theme: Theme, *, inside: bool, bold: bool) -> Style:
    """How the label beside a mark, or inside it, is set."""
    denied = mark.factuality == DENIED
    ink = theme.text_muted if denied else theme.text
    if inside:
        ink = inside_ink(mark)
    return Style(theme.metrics.font, ink, bold, denied)


def paint_events(painter: QPainter, frame: Frame, theme: Theme, text: TextPainter) -> None:
    """All marks with their labels, the selected one lifted out."""
    paint_links(painter, frame, theme)
    for item in items_of(frame, theme, opaque=text.vector):
        dimmed = frame.emphasised is not None and not frame.emphasised[item.event]
        if dimmed:
            painter.setOpacity(DIMMED)
        if item.event in frame.selected or item.event == frame.hovered:
            paint_halo(painter, item, theme, strong=item.event in frame.selected)
        _paint_item(painter, item, frame, theme, text)
        if dimmed:
            painter.setOpacity(1.0)


def _paint_item(painter: QPainter, item: Item, frame: Frame, theme: Theme, text: TextPainter) -> None:
    metrics, mark = theme.metrics, item.mark
    if item.bar and item.point:
        left, right = max(item.left, -OUTSIDE), min(item.right, frame.width + OUTSIDE)
        height = metrics.row_height - BAND_AIR
        round_box(painter, QRectF(left, item.y - height / 2, right - left, height), band_fill(mark))
    elif item.bar:
        fades = item.fade_left, item.fade_right
        paint_bar(painter, item.left, item.right, item.y, metrics.bar_height, fades, mark, frame.width)
        if mark.statement and math.isnan(item.dot):
            x = min(max(item.left, 0.0) + metrics.bar_height / 2, item.right - metrics.dot_radius)
            paint_dot(painter, x, item.y, metrics.dot_radius, mark, theme)
    if not math.isnan(item.dot):
        paint_dot(painter, item.dot, item.y, metrics.dot_radius, mark, theme)
    if not math.isnan(item.label_x):
        _paint_label(item, frame, theme, text)


def _paint_label(item: Item, frame: Frame, theme: Theme, text: TextPainter) -> None:
    x, width = item.label_x, item.label_width
    if item.inside and item.mark.statement:
        # The quote mark stands at the bar's beginning, and the label has the bar's other padding to move into.
        x += theme.metrics.bar_height / 2
    if x < frame.width and x + width > 0:
        style = label_style(item.mark, theme, inside=item.inside, bold=item.bold)
        text.draw(x, item.y, frame.arrangement.columns.title(item.event), style, width, tail=item.tail)


def paint_halo(painter: QPainter, item: Item, theme: Theme, *, strong: bool) -> None:
    """A soft ground behind mark and label of the event that is selected or under the pointer."""
    left, right = max(item.left, -50.0), min(item.right, 20_000.0)
    if not math.isnan(item.dot):
        left, right = min(left, item.dot - theme.metrics.dot_radius), max(right, item.dot + theme.metrics.dot_radius)
    if not math.isnan(item.label_x):
        left, right = min(left, item.label_x - 2), max(right, item.label_x + item.label_width + 2)
    half = theme.metrics.row_height / 2 - 1.5
    box = QRectF(left - 5, item.y - half, right - left + 10, 2 * half)
    painter.setPen(QPen(colour(theme.accent), 1.4) if strong else Qt.PenStyle.NoPen)
    painter.setBrush(colour(mixed(theme.accent, item.mark.ground, 0.14 if strong else 0.08)))
    painter.drawRoundedRect(box, 6, 6)


def paint_links(painter: QPainter, frame: Frame, theme: Theme) -> None:
    """A thin line between the marks of the selected event in several lanes."""
    for event in frame.selected:
        same = items_of(frame, theme, opaque=False, events=[event])
        places = sorted((item.y, item.left + 8 if math.isnan(item.dot) else item.dot) for item in same)
        if len(places) > 1:
            painter.setPen(QPen(colour(theme.accent, 0.55), 1.2))
            painter.drawPolyline([QPointF(x, y) for y, x in places])

"""What the marks and labels of events look like, and what is drawn around those that are chosen."""

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
    DENIED,
    Mark,
    inside_ink,
)
from timeline_app.drawing.text import Style
from timeline_app.drawing.theme import Theme, colour
from timeline_app.layout.columns import CHECKED, CONFLICT, STATEMENT
from timeline_app.layout.frame import Frame


class Item(NamedTuple):
    """Where one event's mark and label are; lengths in pixels, nan where there is nothing."""

    left: float
    right: float
    dot: float
    y: float
    label_x: float
    label_width: float
    event: int
    ground: str


def items_of(frame: Frame, theme: Theme, events: Iterable[int]) -> Iterator[Item]:
    """The marks of some events in a frame, one by one."""
    columns, marks = frame.arrangement.columns, frame.marks
    chosen = np.isin(columns.event[marks.row], list(events))
    places = [getattr(marks, name)[chosen].tolist() for name in Item._fields[:6]]
    about = columns.event[marks.row[chosen]].tolist(), marks.lane[chosen].tolist()
    for *place, event, lane in zip(*places, *about, strict=True):
        yield Item._make((*place, event, lane_ground(theme, lane)))


def mark_of(frame: Frame, theme: Theme, lane: int, factuality: int, flags: int) -> Mark:
    """What a mark in a lane looks like."""
    told = bool(flags & CHECKED), bool(flags & STATEMENT), bool(flags & CONFLICT)
    return Mark(lane_colour(theme, frame.arrangement.lanes[lane]), lane_ground(theme, lane), False, factuality, *told)


def label_style(mark: Mark, theme: Theme, *, inside: bool, bold: bool) -> Style:
    """How the label beside a mark, or inside it, is set."""
    denied = mark.factuality == DENIED
    ink = theme.text_muted if denied else theme.text
    if inside:
        ink = inside_ink(mark)
    return Style(theme.metrics.font, ink, bold, denied)


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
    painter.setBrush(colour(mixed(theme.accent, item.ground, 0.14 if strong else 0.08)))
    painter.drawRoundedRect(box, 6, 6)


def paint_links(painter: QPainter, frame: Frame, theme: Theme) -> None:
    """A thin line between the marks of the selected event in several lanes."""
    for event in frame.selected:
        same = items_of(frame, theme, [event])
        places = sorted((item.y, item.left + 8 if math.isnan(item.dot) else item.dot) for item in same)
        if len(places) > 1:
            painter.setPen(QPen(colour(theme.accent, 0.55), 1.2))
            painter.drawPolyline([QPointF(x, y) for y, x in places])

"""The events of a frame: marks with their labels, clusters, and what ties the selected event together."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.drawing.contrast import mixed, readable
from timeline_app.drawing.ground import lane_colour, lane_ground
from timeline_app.drawing.marks import DENIED, OUTSIDE, Mark, bar_fill, is_hollow, paint_bar, paint_day_band, paint_dot
from timeline_app.drawing.stamps import Stamps
from timeline_app.drawing.text import Style, TextPainter, text_width
from timeline_app.drawing.theme import Theme, colour
from timeline_app.layout.columns import BOLD, CHECKED, CONFLICT, POINT, STATEMENT, tail_of
from timeline_app.layout.frame import Frame

#: Opacity of events that are not among the emphasised ones.
DIMMED = 0.22
#: Bars up to this width are stamped when they are seen again.
STAMPED_WIDTH = 320.0


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


def items_of(frame: Frame, theme: Theme, *, opaque: bool) -> Iterator[Item]:
    """The marks of a frame, one by one; `opaque` as in Mark."""
    columns, marks = frame.arrangement.columns, frame.marks
    places = [getattr(marks, name).tolist() for name in Item._fields[:10]]
    rows = marks.row
    about = (columns.event[rows], marks.lane, columns.factuality[rows], columns.flags[rows])
    known: dict[tuple[int, int, int], Mark] = {}
    for place, event, lane, factuality, flag in zip(
        zip(*places, strict=True), *(column.tolist() for column in about), strict=True
    ):
        mark = known.get((lane, factuality, flag))
        if mark is None:
            told = bool(flag & CHECKED), bool(flag & STATEMENT), bool(flag & CONFLICT)
            ink = lane_colour(theme, frame.arrangement.lanes[lane])
            mark = known[lane, factuality, flag] = Mark(ink, lane_ground(theme, lane), opaque, factuality, *told)
        yield Item._make((*place, event, mark, bool(flag & BOLD), tail_of(flag), bool(flag & POINT)))


def paint_events(painter: QPainter, frame: Frame, theme: Theme, text: TextPainter, stamps: Stamps) -> None:
    """All marks with their labels, the selected one lifted out."""
    items = list(items_of(frame, theme, opaque=text.vector))
    _paint_links(painter, items, frame, theme)
    for item in items:
        dimmed = frame.emphasised is not None and not frame.emphasised[item.event]
        if dimmed:
            painter.setOpacity(DIMMED)
        _paint_item(painter, item, frame, theme, text, stamps)
        if dimmed:
            painter.setOpacity(1.0)


def _paint_item(painter: QPainter, item: Item, frame: Frame, theme: Theme, text: TextPainter, stamps: Stamps) -> None:
    metrics = theme.metrics
    selected = item.event in frame.selected
    if selected or item.event == frame.hovered:
        _paint_halo(painter, item, theme, strong=selected)
    if item.bar and item.point:
        paint_day_band(painter, item.left, item.right, item.y, metrics.row_height - 7, item.mark, frame.width)
    elif item.bar:
        _put_bar(painter, item, frame.width, theme, stamps)
        if item.mark.statement and math.isnan(item.dot):
            x = min(max(item.left, 0.0) + metrics.bar_height / 2, item.right - metrics.dot_radius)
            _stamp_dot(stamps, x, item, theme)
    if not math.isnan(item.dot):
        _stamp_dot(stamps, item.dot, item, theme)
    if not math.isnan(item.label_x):
        _paint_label(item, frame, theme, text)


def _put_bar(painter: QPainter, item: Item, seen: float, theme: Theme, stamps: Stamps) -> None:
    """A bar: put together or stamped where that is enough, else drawn."""
    width, height, mark = item.right - item.left, theme.metrics.bar_height, item.mark
    if not (is_hollow(mark) or item.fade_left or item.fade_right):
        stamps.rounded(max(item.left, -OUTSIDE), min(item.right, seen + OUTSIDE), item.y, height, bar_fill(mark))
        return
    if width > STAMPED_WIDTH or mark.opaque:
        paint_bar(painter, item.left, item.right, item.y, height, (item.fade_left, item.fade_right), mark, seen)
        return
    whole, fades = round(width), (round(item.fade_left), round(item.fade_right))

    def draw(onto: QPainter, left: float, top: float) -> None:
        paint_bar(onto, left, left + whole, top + height / 2, height, fades, mark)

    stamps.stamp((mark, whole, fades), item.left, item.y - height / 2, (whole, height), draw, at_once=False)


def _stamp_dot(stamps: Stamps, x: float, item: Item, theme: Theme) -> None:
    radius, mark = theme.metrics.dot_radius, item.mark

    def draw(painter: QPainter, left: float, top: float) -> None:
        paint_dot(painter, left + radius, top + radius, radius, mark, theme)

    stamps.stamp((mark, theme.name), x - radius, item.y - radius, (2 * radius, 2 * radius), draw)


def _paint_label(item: Item, frame: Frame, theme: Theme, text: TextPainter) -> None:
    denied = item.mark.factuality == DENIED
    ink = theme.text_muted if denied else theme.text
    x, width = item.label_x, item.label_width
    if item.inside:
        ink = readable(mixed(item.mark.ink, theme.text, 0.35), bar_fill(item.mark))
        if item.mark.statement:
            # The quote mark stands at the bar's beginning, and the label has the bar's other padding to move into.
            x += theme.metrics.bar_height / 2
    if x < frame.width and x + width > 0:
        style = Style(theme.metrics.font, ink, item.bold, denied)
        text.draw(x, item.y, frame.arrangement.columns.title(item.event), style, width, tail=item.tail)


def _paint_halo(painter: QPainter, item: Item, theme: Theme, *, strong: bool) -> None:
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


def _paint_links(painter: QPainter, items: list[Item], frame: Frame, theme: Theme) -> None:
    """A thin line between the marks of the selected event in several lanes."""
    for event in frame.selected:
        same = [item for item in items if item.event == event]
        places = sorted((item.y, item.left + 8 if math.isnan(item.dot) else item.dot) for item in same)
        if len(places) > 1:
            painter.setPen(QPen(colour(theme.accent, 0.55), 1.2))
            painter.drawPolyline([QPointF(x, y) for y, x in places])


def paint_clusters(frame: Frame, theme: Theme, text: TextPainter, stamps: Stamps) -> None:
    """Marks with a number, the deeper in colour the more they stand for."""
    clusters = frame.clusters
    height = theme.metrics.strip_height - 6
    places = (clusters.lane, clusters.left, clusters.right, clusters.count, frame.cluster_y)
    for lane, left, right, count, y, label in zip(*(place.tolist() for place in places), clusters.labels, strict=True):
        if right < 0 or left > frame.width:
            continue
        lane_ink, depth = lane_colour(theme, frame.arrangement.lanes[lane]), min(10, int(math.log2(count)))
        pill = _Pill(lane_ink, lane_ground(theme, lane), round(right - left), height, depth, label)

        def draw(painter: QPainter, x: float, top: float, pill: _Pill = pill) -> None:
            if painter is not text.painter:
                _paint_pill(painter, x, top, pill, theme, TextPainter(painter, vector=text.vector))
            elif text.vector or theme.outlined:
                _paint_pill(painter, x, top, pill, theme, text)
            else:
                # Seen for the first time, as all widths are while zooming: put together, which is faster than drawn.
                stamps.rounded(x, x + pill.width, top + pill.height / 2, pill.height, _pill_fill(pill))
                _paint_pill_words(x, top, pill, theme, text)

        stamps.stamp(pill, left, y - height / 2, (pill.width, height), draw, at_once=False)


class _Pill(NamedTuple):
    """A mark with a number; `depth` grows with what it stands for."""

    ink: str
    ground: str
    width: int
    height: float
    depth: int
    label: str


def _paint_pill(painter: QPainter, left: float, top: float, pill: _Pill, theme: Theme, text: TextPainter) -> None:
    painter.setPen(QPen(colour(mixed(pill.ink, pill.ground, 0.55)), 1.0) if theme.outlined else Qt.PenStyle.NoPen)
    painter.setBrush(colour(_pill_fill(pill)))
    painter.drawRoundedRect(QRectF(left, top, pill.width, pill.height), pill.height / 2, pill.height / 2)
    _paint_pill_words(left, top, pill, theme, text)


def _pill_fill(pill: _Pill) -> str:
    return mixed(pill.ink, pill.ground, 0.12 + 0.024 * pill.depth)


def _paint_pill_words(left: float, top: float, pill: _Pill, theme: Theme, text: TextPainter) -> None:
    style = Style(theme.metrics.font_small, readable(pill.ink, _pill_fill(pill)), bold=True)
    middle = left + (pill.width - text_width(pill.label, style)) / 2
    text.draw(middle, top + pill.height / 2, pill.label, style)

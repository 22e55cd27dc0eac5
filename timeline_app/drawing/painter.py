"""The one paint function of the timeline, for screen and paper alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.drawing.contrast import mixed, readable
from timeline_app.drawing.ground import (
    axis_style,
    lane_colour,
    lane_ground,
    paint_axis,
    paint_day_marks,
    paint_ground,
    paint_titles,
)
from timeline_app.drawing.marks import DENIED, Mark, bar_fill, paint_bar, paint_dot
from timeline_app.drawing.text import Style, TextPainter, text_width
from timeline_app.drawing.theme import Theme, colour, current_theme
from timeline_app.layout.columns import BOLD, CHECKED, CONFLICT, STATEMENT
from timeline_app.layout.frame import Frame

#: Opacity of events that are not among the emphasised ones.
DIMMED = 0.22


class _Item(NamedTuple):
    """One event's mark with everything needed to paint it."""

    event: int
    left: float
    right: float
    dot: float
    y: float
    bar: bool
    fades: tuple[float, float]
    label_x: float
    label_width: float
    inside: bool
    mark: Mark
    bold: bool


def measure_label(theme: Theme) -> LabelMeasure:
    """Widths of event titles in this theme's font, for `layout.columns.columns_of`."""
    return LabelMeasure(theme.metrics.font)


class LabelMeasure:
    """Measures titles; the second argument is True for bold."""

    def __init__(self, pixels: float) -> None:
        self._styles = (Style(pixels, "#000000"), Style(pixels, "#000000", bold=True))

    def __call__(self, title: str, bold: bool) -> float:
        """Width in pixels, rounded up to whole ones."""
        return float(np.ceil(text_width(title, self._styles[bold])))


def measure_axis(text: str, theme: Theme | None = None) -> float:
    """Width of a name of the axis; both tiers are measured in the wider, bold font of the upper one."""
    theme = theme or current_theme()
    return text_width(text, Style(theme.metrics.font, theme.text, bold=True))


def measure_count(text: str, theme: Theme | None = None) -> float:
    """Width of the words in a cluster."""
    theme = theme or current_theme()
    return text_width(text, Style(theme.metrics.font_small, theme.text, bold=True))


def paint_timeline(painter: QPainter, frame: Frame, *, theme: Theme | None = None, vector: bool = False) -> None:
    """Paint a frame with its top left corner at the painter's origin.

    `vector` draws real text and exact positions, for printers, PDF and SVG; without it texts are pixmaps, for speed.
    """
    theme = theme or current_theme()
    text = TextPainter(painter, vector=vector)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    paint_ground(painter, frame, theme, text)
    painter.save()
    painter.setClipRect(
        QRectF(0, frame.body_top, frame.width, frame.height - frame.body_top), Qt.ClipOperation.IntersectClip
    )
    _paint_marked_range(painter, frame, theme)
    _paint_clusters(painter, frame, theme, text)
    items = list(_items(frame, theme))
    _paint_links(painter, items, frame, theme)
    for item in items:
        dimmed = frame.emphasised is not None and not frame.emphasised[item.event]
        if dimmed:
            painter.setOpacity(DIMMED)
        _paint_item(painter, item, frame, theme, text)
        if dimmed:
            painter.setOpacity(1.0)
    paint_titles(painter, frame, theme, text)
    paint_day_marks(painter, frame, theme, text)
    painter.restore()
    if frame.show_axis:
        paint_axis(painter, frame, theme, text)


def _items(frame: Frame, theme: Theme) -> Iterator[_Item]:
    columns, marks = frame.arrangement.columns, frame.marks
    rows = marks.row
    lanes = [
        (lane_colour(theme, lane), lane_ground(theme, number)) for number, lane in enumerate(frame.arrangement.lanes)
    ]
    names = ("left", "right", "dot", "y", "bar", "fade_left", "fade_right", "label_x", "label_width", "inside", "lane")
    arrays = [getattr(marks, name).tolist() for name in names]
    factuality, flags = columns.factuality[rows].tolist(), columns.flags[rows].tolist()
    for event, left, right, dot, y, bar, fade_left, fade_right, label_x, label_width, inside, lane, fact, flag in zip(
        columns.event[rows].tolist(), *arrays, factuality, flags, strict=True
    ):
        ink, ground = lanes[lane]
        mark = Mark(ink, ground, fact, bool(flag & CHECKED), bool(flag & STATEMENT), bool(flag & CONFLICT))
        yield _Item(
            event,
            left,
            right,
            dot,
            y,
            bar,
            (fade_left, fade_right),
            label_x,
            label_width,
            inside,
            mark,
            bool(flag & BOLD),
        )


def _paint_item(painter: QPainter, item: _Item, frame: Frame, theme: Theme, text: TextPainter) -> None:
    metrics = theme.metrics
    selected = item.event in frame.selected
    if selected or item.event == frame.hovered:
        _paint_halo(painter, item, theme, strong=selected)
    if item.bar:
        low, high = item.fades
        paint_bar(painter, item.left, item.right, item.y, metrics.bar_height, (low, high), item.mark)
        if item.mark.statement and np.isnan(item.dot):
            x = max(item.left, 0.0) + metrics.bar_height / 2
            paint_dot(
                painter, min(x, item.right - metrics.dot_radius), item.y, metrics.dot_radius - 0.5, item.mark, theme
            )
    if not np.isnan(item.dot):
        paint_dot(painter, item.dot, item.y, metrics.dot_radius, item.mark, theme)
    if not np.isnan(item.label_x):
        _paint_label(item, frame, theme, text)


def _paint_label(item: _Item, frame: Frame, theme: Theme, text: TextPainter) -> None:
    denied = item.mark.factuality == DENIED
    ink = theme.text_muted if denied else theme.text
    x = item.label_x
    if item.inside:
        ink = readable(mixed(item.mark.ink, ink, 0.35), bar_fill(item.mark))
        if item.mark.statement:
            x += theme.metrics.bar_height - 4
    style = Style(theme.metrics.font, ink, item.bold, denied)
    if x < frame.width and x + item.label_width > 0:
        text.draw(x, item.y, frame.arrangement.columns.title(item.event), style, item.label_width)


def _paint_halo(painter: QPainter, item: _Item, theme: Theme, *, strong: bool) -> None:
    """A soft ground behind mark and label of the event that is selected or under the pointer."""
    left, right = max(item.left, -50.0), min(item.right, 20_000.0)
    if not np.isnan(item.dot):
        left, right = min(left, item.dot - theme.metrics.dot_radius), max(right, item.dot + theme.metrics.dot_radius)
    if not np.isnan(item.label_x):
        right = max(right, item.label_x + item.label_width + 2)
    half = theme.metrics.row_height / 2 - 1.5
    box = QRectF(left - 5, item.y - half, right - left + 10, 2 * half)
    painter.setPen(QPen(colour(theme.accent), 1.4) if strong else Qt.PenStyle.NoPen)
    painter.setBrush(colour(mixed(theme.accent, item.mark.ground, 0.14 if strong else 0.08)))
    painter.drawRoundedRect(box, 6, 6)


def _paint_links(painter: QPainter, items: list[_Item], frame: Frame, theme: Theme) -> None:
    """A thin line between the marks of the selected event in several lanes."""
    for event in frame.selected:
        places = sorted(
            (item.y, item.dot if not np.isnan(item.dot) else item.left + 8) for item in items if item.event == event
        )
        if len(places) > 1:
            painter.setPen(QPen(colour(theme.accent, 0.55), 1.2))
            painter.drawPolyline([QPointF(x, y) for y, x in places])


def _paint_clusters(painter: QPainter, frame: Frame, theme: Theme, text: TextPainter) -> None:
    """Marks with a number, the deeper in colour the more they stand for."""
    clusters = frame.clusters
    height = theme.metrics.strip_height - 6
    columns = zip(
        clusters.lane.tolist(), clusters.left.tolist(), clusters.right.tolist(), clusters.count.tolist(),
        frame.cluster_y.tolist(), clusters.labels, strict=True,
    )  # fmt: skip
    painter.setPen(Qt.PenStyle.NoPen)
    for lane, left, right, count, y, label in columns:
        ink, ground = lane_colour(theme, frame.arrangement.lanes[lane]), lane_ground(theme, lane)
        fill = mixed(ink, ground, min(0.36, 0.12 + 0.045 * np.log2(count)))
        painter.setPen(
            QPen(colour(mixed(ink, ground, 0.55)), 1.0) if theme.name == "black and white" else Qt.PenStyle.NoPen
        )
        painter.setBrush(colour(fill))
        painter.drawRoundedRect(QRectF(left, y - height / 2, right - left, height), height / 2, height / 2)
        style = Style(theme.metrics.font_small, readable(ink, fill), bold=True)
        text.draw((left + right - text_width(label, style)) / 2, y, label, style)


def _paint_marked_range(painter: QPainter, frame: Frame, theme: Theme) -> None:
    if frame.marked_range is None:
        return
    left, right = (frame.scale.x_of(day) for day in frame.marked_range)
    left, right = max(left, -10.0), min(right, frame.width + 10)
    painter.fillRect(QRectF(left, frame.body_top, right - left, frame.height), colour(theme.accent, 0.1))
    painter.setPen(QPen(colour(theme.accent), 1.2))
    for x in (left, right):
        painter.drawLine(QPointF(x, frame.body_top), QPointF(x, frame.height))


__all__ = ["LabelMeasure", "axis_style", "measure_axis", "measure_count", "measure_label", "paint_timeline"]

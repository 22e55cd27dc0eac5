"""The one paint function of the timeline on screen; paper is painted by `printing`, with the same marks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.drawing.backdrop import put_ground
from timeline_app.drawing.ground import (
    paint_axis,
    paint_border,
    paint_day_lines,
    paint_foot,
    paint_titles,
)
from timeline_app.drawing.screen import put_clusters, put_events
from timeline_app.drawing.text import Style, TextPainter, text_width
from timeline_app.drawing.theme import Theme, colour, current_theme
from timeline_app.layout.frame import Frame


def paint_timeline(painter: QPainter, frame: Frame, *, theme: Theme | None = None) -> None:
    """Paint a frame with its top left corner at the painter's origin."""
    theme = theme or current_theme()
    text = TextPainter(painter)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setClipRect(QRectF(0, 0, frame.width, frame.height), Qt.ClipOperation.IntersectClip)
    body = QRectF(0, frame.body_top, frame.width, frame.height - frame.body_top)
    painter.setClipRect(body, Qt.ClipOperation.IntersectClip)
    for top, bottom, part in frame.parts():
        painter.save()
        painter.setClipRect(QRectF(0, top, frame.width, bottom - top), Qt.ClipOperation.IntersectClip)
        _paint_below(painter, part, theme)
        _paint_marked_range(painter, part, theme)
        paint_day_lines(painter, part, theme)
        _paint_contents(painter, part, theme)
        paint_titles(painter, part, theme, text)
        painter.restore()
    if frame.scroll > 0 and frame.stack.pinned:
        paint_border(painter, frame, theme)
    if frame.foot:
        paint_foot(painter, frame, theme, text)
    _paint_marked_words(painter, frame, theme, text)
    painter.setClipRect(QRectF(0, 0, frame.width, frame.body_top))
    paint_axis(painter, frame, theme, text)
    painter.restore()


def _paint_below(painter: QPainter, frame: Frame, theme: Theme) -> None:
    """The ground of the lanes."""
    with _in_device_pixels(painter) as ratio:
        put_ground(painter, frame, theme, ratio)


def _paint_contents(painter: QPainter, frame: Frame, theme: Theme) -> None:
    """Clusters and events."""
    with _in_device_pixels(painter) as ratio:
        put_clusters(painter, frame, theme, ratio)
        put_events(painter, frame, theme, ratio)


@contextmanager
def _in_device_pixels(painter: QPainter) -> Iterator[float]:
    """A pixel of the device is the painter's unit inside; gives how many of them are one pixel outside."""
    ratio = painter.device().devicePixelRatioF()
    painter.save()
    if ratio != 1.0:
        painter.scale(1 / ratio, 1 / ratio)
    yield ratio
    painter.restore()


def _paint_marked_range(painter: QPainter, frame: Frame, theme: Theme) -> None:
    if frame.marked_range is None:
        return
    left, right = (frame.scale.x_of(day) for day in frame.marked_range)
    left, right = max(left, -10.0), min(right, frame.width + 10)
    painter.fillRect(QRectF(left, frame.body_top, right - left, frame.height), colour(theme.accent, 0.1))
    painter.setPen(QPen(colour(theme.accent), 1.2))
    for x in (left, right):
        painter.drawLine(QPointF(x, frame.body_top), QPointF(x, frame.height))


def _paint_marked_words(painter: QPainter, frame: Frame, theme: Theme, text: TextPainter) -> None:
    """What the marked range holds, in a tag over its middle that stays in view."""
    if frame.marked_range is None or not frame.marked_words:
        return
    style = Style(theme.metrics.font_small, theme.on_accent, bold=True)
    width = text_width(frame.marked_words, style) + 20
    middle = sum(min(max(frame.scale.x_of(day), 0.0), frame.width) for day in frame.marked_range) / 2
    left = min(max(middle - width / 2, 4.0), frame.width - width - 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.accent))
    painter.drawRoundedRect(QRectF(left, frame.body_top + 5, width, 20), 10, 10)
    text.draw(left + 10, frame.body_top + 15, frame.marked_words, style)

"""The strip below the timeline: all of time as a histogram, with the visible range as a brush."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from timeline_app.drawing.axis_words import axis_words
from timeline_app.drawing.contrast import mixed
from timeline_app.drawing.measures import measure_axis
from timeline_app.drawing.text import Style, TextPainter, text_width
from timeline_app.drawing.theme import Theme, colour
from timeline_app.layout.density import Density, bar_heights
from timeline_app.layout.scale import TimeScale, within_limits
from timeline_app.layout.ticks import ticks
from timeline_app.views.timeline import TimelineView
from timeline_app.views.timeline_canvas import CanvasItem

HEIGHT = 70
#: Width of a bar of the histogram and the gap behind it, in pixels.
BAR, GAP = 4.0, 1.0
#: Height of the row of names below the bars.
NAMES = 17.0
#: Share of all time left empty at either end.
MARGIN = 0.02


class Brush(pg.LinearRegionItem):  # type: ignore[misc]
    """The visible range, drawn as a rounded pane; narrower than a few pixels it stays seen as a line."""

    def __init__(self) -> None:
        super().__init__(values=(0.0, 1.0), swapMode="block")
        self.theme: Theme | None = None
        for line in self.lines:
            line.setPen(pg.mkPen(None))
            line.setHoverPen(pg.mkPen(None))

    def paint(self, painter: QPainter, *_arguments: object) -> None:
        """The pane, in pixels."""
        if self.theme is None:
            return
        box = self.getViewBox()
        first, last = self.getRegion()
        left = box.mapViewToScene(QPointF(first, 0)).x()
        right = box.mapViewToScene(QPointF(last, 0)).x()
        if right - left < 4:
            left, right = (left + right) / 2 - 2, (left + right) / 2 + 2
        painter.save()
        painter.resetTransform()
        painter.scale(painter.device().devicePixelRatioF(), painter.device().devicePixelRatioF())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(colour(self.theme.accent), 1.3))
        painter.setBrush(colour(self.theme.accent, 0.13 if not self.mouseHovering else 0.19))
        painter.drawRoundedRect(QRectF(left, 2.0, right - left, box.height() - NAMES - 1), 4, 4)
        painter.restore()


class _Strip(pg.GraphicsView):  # type: ignore[misc]
    """The view of the strip; a press beside the brush brings the brush there."""

    #: Set here, for events arrive while the base class is still being made.
    _overview: Overview | None = None

    def __init__(self) -> None:
        super().__init__(background=None)
        self.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)

    def mousePressEvent(self, qevent: QMouseEvent) -> None:
        """Centre the brush where it is not yet."""
        if self._overview and qevent.button() == Qt.MouseButton.LeftButton:
            self._overview.centre_at(qevent.position().x())
        super().mousePressEvent(qevent)

    def resizeEvent(self, qevent: QResizeEvent) -> None:
        """Follow the new size."""
        super().resizeEvent(qevent)
        if self._overview:
            self._overview.rescale()

    def serve(self, overview: Overview) -> None:
        """Tell this one of presses and new sizes."""
        self._overview = overview


class Overview(QWidget):
    """Where all events lie, and which part a timeline shows; linked both ways."""

    def __init__(self, timeline: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._theme = timeline.theme
        self._density = Density(np.empty(0))
        self._found = Density(np.empty(0))
        self._following = False
        self._strip = _Strip()
        self._box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0.0)
        self._box.setYRange(0.0, 1.0, padding=0)
        self._strip.setCentralItem(self._box)
        self._strip.serve(self)
        self._item = CanvasItem(self._paint)
        self._brush = Brush()
        self._brush.theme = self._theme
        self._box.addItem(self._item, ignoreBounds=True)
        self._box.addItem(self._brush, ignoreBounds=True)
        self._brush.sigRegionChanged.connect(self._brushed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._strip)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Overview of all events")
        timeline.range_changed.connect(self._follow)
        timeline.ready.connect(self.refresh)
        self.refresh()

    def sizeHint(self) -> QSize:
        """As high as bars and names need."""
        return QSize(400, HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._brush.theme = theme
        self._item.update()
        self._brush.update()

    def set_found(self, days: Sequence[float]) -> None:
        """Mark the days of what a search found."""
        self._found = Density.of_days(days)
        self._item.update()

    def refresh(self) -> None:
        """Take over what the timeline shows now."""
        self._density = self._timeline.density()
        self.rescale()
        self._follow(*self._timeline.visible_range())

    def rescale(self) -> None:
        """Show all of time."""
        first, last = self._timeline.port.fitting()
        span = self._timeline.arrangement.columns.span()
        if span is not None and span[1] > span[0]:
            first, last = span
        margin = (last - first) * MARGIN
        self._box.setXRange(first - margin, last + margin, padding=0)
        self._item.update()

    def centre_at(self, x: float) -> None:
        """Centre the timeline on the day at a pixel, unless it is in view."""
        day = self._box.mapSceneToView(QPointF(x, 0)).x()
        first, last = self._timeline.visible_range()
        if not first <= day <= last:
            days = last - first
            self._timeline.set_range(day - days / 2, day + days / 2)

    def _follow(self, first: float, last: float) -> None:
        self._following = True
        self._brush.setRegion((first, last))
        self._following = False

    def _brushed(self) -> None:
        if not self._following:
            first, last = self._brush.getRegion()
            if last > first:
                self._timeline.set_range(first, last)

    def _paint(self, painter: QPainter, width: float, height: float) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRectF(0, 0, width, height), colour(theme.panel))
        (first, last), _ = self._box.viewRange()
        scale = within_limits(first, last, max(1.0, width))
        room = height - NAMES - 6
        bars = max(1, int(width // (BAR + GAP)))
        ink = mixed(theme.neutral, theme.panel, 0.55)
        _paint_bars(painter, self._density.counts(scale.first, scale.last, bars), width / bars, room, ink)
        if len(self._found):
            found = np.minimum(self._found.counts(scale.first, scale.last, bars), 1)
            _paint_bars(painter, found * 1, width / bars, 5.0, theme.warning)
        painter.setPen(QPen(colour(theme.border), 1))
        painter.drawLine(QPointF(0, room + 4), QPointF(width, room + 4))
        _paint_names(painter, scale, height, theme)


def _paint_bars(painter: QPainter, counts: np.ndarray, step: float, room: float, ink: str) -> None:
    heights = bar_heights(counts) * room
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ink))
    painter.drawRects(
        [
            QRectF(number * step, 4 + room - heights[number], step - GAP, heights[number])
            for number in np.flatnonzero(heights).tolist()
        ]
    )


def _paint_names(painter: QPainter, scale: TimeScale, height: float, theme: Theme) -> None:
    """The names of the lower tier; where that does not say the year, of the upper one."""
    text = TextPainter(painter, vector=False)
    style = Style(theme.metrics.font_small, theme.text_muted)
    axis = ticks(scale, measure_axis(theme), axis_words(QLocale()))
    if axis.step.unit == "year":
        for middle, name in axis.lower:
            text.draw(middle - text_width(name, style) / 2, height - NAMES / 2 + 1, name, style)
        return
    for left, _right, name in axis.upper:
        text.draw(left + 4, height - NAMES / 2 + 1, name, style)

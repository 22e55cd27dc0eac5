"""The strip below the timeline: all of time as a histogram, with the visible range as a brush."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.drawing.axis_words import axis_words
from timeline_app.drawing.contrast import mixed
from timeline_app.drawing.measures import measure_axis
from timeline_app.drawing.text import Style, TextPainter, text_width
from timeline_app.drawing.theme import Theme, colour
from timeline_app.layout.density import Density, bar_heights
from timeline_app.layout.scale import SHORTEST, TimeScale, within_limits
from timeline_app.layout.ticks import ticks
from timeline_app.views.timeline import TimelineView

HEIGHT = 70
#: Width of a bar of the histogram and the gap behind it, in pixels.
BAR, GAP = 4.0, 1.0
#: Height of the row of names below the bars.
NAMES = 17.0
#: Share of all time left empty at either end.
MARGIN = 0.02
#: So near its edge, in pixels, the brush is taken by the edge; one too narrow for that is taken as a whole.
REACH = 5.0
#: A narrower brush is drawn as wide as this, in pixels.
NARROWEST = 4.0


class Part(Enum):
    """What of the brush the mouse is on."""

    FIRST = auto()
    LAST = auto()
    WHOLE = auto()


@dataclass(frozen=True, slots=True)
class _Hold:
    """A part of the brush in the hand: where it was taken, and the range it was then."""

    part: Part
    day: float
    first: float
    last: float

    def moved_to(self, day: float) -> tuple[float, float]:
        """The range when the hand is at a day; no edge goes past the other."""
        way = day - self.day
        if self.part is Part.FIRST:
            return min(self.first + way, self.last - SHORTEST), self.last
        if self.part is Part.LAST:
            return self.first, max(self.last + way, self.first + SHORTEST)
        return self.first + way, self.last + way


class Overview(QWidget):
    """Where all events lie, and which part a timeline shows; linked both ways."""

    def __init__(self, timeline: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._theme = timeline.theme
        self._density = Density(np.empty(0))
        self._found = Density(np.empty(0))
        self.scale = TimeScale(0.0, 1.0, 1.0)
        self._hold: _Hold | None = None
        self._under_mouse: Part | None = None
        #: Everything but the brush, which moves while the rest stays as it is.
        self._ground: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setAccessibleName("Overview of all events")
        timeline.range_changed.connect(lambda *_days: self.update())
        timeline.ready.connect(self.refresh)
        self.refresh()

    def sizeHint(self) -> QSize:
        """As high as bars and names need."""
        return QSize(400, HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._draw_anew()

    def set_found(self, days: Sequence[float]) -> None:
        """Mark the days of what a search found."""
        self._found = Density.of_days(days)
        self._draw_anew()

    def refresh(self) -> None:
        """Take over what the timeline shows now."""
        self._density = self._timeline.density()
        self.rescale()

    def rescale(self) -> None:
        """Show all of time."""
        first, last = self._timeline.port.fitting()
        span = self._timeline.arrangement.columns.span()
        if span is not None and span[1] > span[0]:
            first, last = span
        margin = (last - first) * MARGIN
        self.scale = within_limits(first - margin, last + margin, max(1.0, float(self.width())))
        self._draw_anew()

    def brush(self) -> tuple[float, float]:
        """The left and the right edge of the brush, in pixels; a narrow one stays seen as a line."""
        left, right = (self.scale.x_of(day) for day in self._timeline.visible_range())
        if right - left < NARROWEST:
            middle = (left + right) / 2
            return middle - NARROWEST / 2, middle + NARROWEST / 2
        return left, right

    def part_at(self, x: float) -> Part | None:
        """What of the brush is at a pixel."""
        left, right = self.brush()
        if not left - REACH <= x <= right + REACH:
            return None
        if right - left >= 3 * REACH:
            if x <= left + REACH:
                return Part.FIRST
            if x >= right - REACH:
                return Part.LAST
        return Part.WHOLE

    def mousePressEvent(self, qevent: QMouseEvent) -> None:
        """Take the brush; from where it is not, bring it there first."""
        if qevent.button() != Qt.MouseButton.LeftButton:
            qevent.ignore()
            return
        x = qevent.position().x()
        part, day = self.part_at(x), self.scale.day_of(x)
        first, last = self._timeline.visible_range()
        if part is None:
            half = (last - first) / 2
            self._timeline.set_range(day - half, day + half)
            first, last = self._timeline.visible_range()
        self._hold = _Hold(part or Part.WHOLE, day, first, last)
        self._point(x)

    def mouseMoveEvent(self, qevent: QMouseEvent) -> None:
        """Move what is held, or show what could be."""
        x = qevent.position().x()
        if self._hold is not None:
            self._timeline.set_range(*self._hold.moved_to(self.scale.day_of(x)))
        self._point(x)

    def mouseReleaseEvent(self, qevent: QMouseEvent) -> None:
        """Let go."""
        if qevent.button() == Qt.MouseButton.LeftButton:
            self._hold = None
            self._point(qevent.position().x())

    def leaveEvent(self, _qevent: QEvent) -> None:
        """Nothing is under the mouse any more."""
        self._under_mouse = None
        self.update()

    def _point(self, x: float) -> None:
        """Show what is under the mouse, or in its hand."""
        part = self._hold.part if self._hold else self.part_at(x)
        if part in (Part.FIRST, Part.LAST):
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        elif part is Part.WHOLE:
            self.setCursor(Qt.CursorShape.ClosedHandCursor if self._hold else Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()
        if part is not self._under_mouse:
            self._under_mouse = part
            self.update()

    def resizeEvent(self, _qevent: QResizeEvent) -> None:
        """Follow the new size."""
        self.rescale()

    def _draw_anew(self) -> None:
        self._ground = None
        self.update()

    def paintEvent(self, _qevent: QPaintEvent) -> None:
        """The ground as it was kept, and the brush over it."""
        if self._ground is None or self._ground.devicePixelRatio() != self.devicePixelRatioF():
            self._ground = self._drawn_ground()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._ground)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(QPen(colour(self._theme.accent), 1.3))
            painter.setBrush(colour(self._theme.accent, 0.19 if self._under_mouse else 0.13))
            left, right = self.brush()
            painter.drawRoundedRect(QRectF(left, 2.0, right - left, self.height() - NAMES - 1), 4, 4)

    def _drawn_ground(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        with QPainter(ground) as painter:
            self._paint_ground(painter, float(self.width()), float(self.height()))
        return ground

    def _paint_ground(self, painter: QPainter, width: float, height: float) -> None:
        theme, scale = self._theme, self.scale
        painter.fillRect(QRectF(0, 0, width, height), colour(theme.panel))
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
    text = TextPainter(painter)
    style = Style(theme.metrics.font_small, theme.text_muted)
    axis = ticks(scale, measure_axis(theme), axis_words(QLocale()))
    if axis.step.unit == "year":
        places = [(middle - text_width(name, style) / 2, name) for middle, name in axis.lower]
    else:
        places = [(left + 4, name) for left, _right, name in axis.upper]
    for left, name in places:
        # Half a year at the edge would be read as another one.
        if 2 <= left <= scale.width - text_width(name, style) - 2:
            text.draw(left, height - NAMES / 2 + 1, name, style)

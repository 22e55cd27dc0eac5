"""A line with a dot for each event of one actor; a click on a dot chooses the event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from timeline_app.drawing.theme import colour, current_theme, font
from timeline_app.model import Event, When
from timeline_app.views.words import date_words, short_date_words

MARGIN = 10
LINE_Y = 20


@dataclass(frozen=True, slots=True)
class Dot:
    """An event on the line: its share of the width, 0 to 1, and its radius in pixels."""

    event: Event
    share: float
    radius: float


def place_dots(events: Sequence[Event]) -> list[Dot]:
    """Where the dots stand, from first to last. Events without a day have no dot."""
    dated = [(day, one) for one in events if (day := _day(one)) is not None]
    if not dated:
        return []
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    width = max(last - first, 1)
    dots = [Dot(one, (day - first) / width if last > first else 0.5, 3.0 + 3.5 * one.importance) for day, one in dated]
    return sorted(dots, key=lambda dot: (dot.share, dot.event.id))


def ends_of(dots: Sequence[Dot]) -> tuple[When, When] | None:
    """The dates of the first and the last dot, as exact as they are known; None without dots."""
    dates = [dot.event.when for dot in dots if dot.event.when is not None]
    return (dates[0], dates[-1]) if dates else None


def _day(event: Event) -> int | None:
    when = event.when
    if when is None:
        return None
    if when.best is not None:
        return when.best
    if when.earliest is None or when.latest is None:
        return None
    return (when.earliest + when.latest) // 2


class SmallTimeline(QWidget):
    """The widget; left and right walk from dot to dot."""

    event_chosen = Signal(str)
    accessible_role = QAccessible.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots: list[Dot] = []
        self._colour_index = -1
        self._chosen = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Small timeline of the actor")

    def show_events(self, events: Sequence[Event], colour_index: int) -> None:
        """Shows the events of an actor in its colour."""
        self._dots = place_dots(events)
        self._colour_index = colour_index
        self.setVisible(bool(self._dots))
        self.update()

    def mark(self, event_id: str) -> None:
        """Rings the dot of the chosen event."""
        self._chosen = event_id
        chosen = next((dot.event for dot in self._dots if dot.event.id == event_id), None)
        words = "Left and Right go from event to event."
        self.setAccessibleDescription(f"{chosen.title}, {date_words(chosen.when)}" if chosen else words)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room, a line high."""
        return QSize(200, 50)

    def _centre(self, dot: Dot) -> QPointF:
        return QPointF(MARGIN + dot.share * (self.width() - 2 * MARGIN), LINE_Y)

    def _dot_at(self, at: QPointF) -> Dot | None:
        near = [
            (abs(self._centre(dot).x() - at.x()), dot)
            for dot in self._dots
            if abs(self._centre(dot).x() - at.x()) <= max(8.0, dot.radius) and abs(LINE_Y - at.y()) <= 14
        ]
        return min(near, key=lambda pair: pair[0])[1] if near else None

    def paintEvent(self, _qevent: QPaintEvent) -> None:
        """Draws the line, the dots and the dates of both ends."""
        theme = current_theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour(theme.grid_strong), 1.6))
            painter.drawLine(QPointF(MARGIN, LINE_Y), QPointF(self.width() - MARGIN, LINE_Y))
            ink = colour(theme.actor_colour(self._colour_index), 0.8)
            for dot in self._dots:
                chosen = dot.event.id == self._chosen
                painter.setPen(QPen(colour(theme.text), 1.6) if chosen else Qt.PenStyle.NoPen)
                painter.setBrush(ink)
                painter.drawEllipse(self._centre(dot), dot.radius + chosen, dot.radius + chosen)
            self._paint_ends(painter)
            if self.hasFocus():
                painter.setPen(QPen(colour(theme.accent), 1.2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_ends(self, painter: QPainter) -> None:
        ends = ends_of(self._dots)
        if ends is None:
            return
        painter.setPen(colour(current_theme().text_muted))
        painter.setFont(font(11))
        below = QRectF(MARGIN - 4, LINE_Y + 11, self.width() - 2 * MARGIN + 8, 16)
        first, last = (short_date_words(one) for one in ends)
        if self._dots[0].share == self._dots[-1].share:
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, first)
            return
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, first)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, last)

    def mouseMoveEvent(self, qevent: QMouseEvent) -> None:
        """Names the event under the pointer."""
        dot = self._dot_at(qevent.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if dot else Qt.CursorShape.ArrowCursor)
        words = f"{dot.event.title}\n{date_words(dot.event.when)}" if dot else ""
        QToolTip.showText(qevent.globalPosition().toPoint(), words, self)

    def mousePressEvent(self, qevent: QMouseEvent) -> None:
        """Chooses the event under the pointer."""
        if (dot := self._dot_at(qevent.position())) is not None:
            self.event_chosen.emit(dot.event.id)

    def keyPressEvent(self, qevent: QKeyEvent) -> None:
        """Walks from event to event."""
        if qevent.key() not in {Qt.Key.Key_Left, Qt.Key.Key_Right} or not self._dots:
            super().keyPressEvent(qevent)
            return
        step = 1 if qevent.key() == Qt.Key.Key_Right else -1
        here = next((number for number, dot in enumerate(self._dots) if dot.event.id == self._chosen), None)
        number = (0 if step > 0 else len(self._dots) - 1) if here is None else here + step
        if 0 <= number < len(self._dots):
            self.event_chosen.emit(self._dots[number].event.id)

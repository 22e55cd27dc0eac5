"""What mouse, wheel, keys, gestures and drops do on the timeline."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip

from timeline_app.layout.hits import Hit, rows_of_cluster
from timeline_app.views.timeline_keys import method_of
from timeline_app.views.timeline_ranges import open_range_menu, pick_event

if TYPE_CHECKING:
    from timeline_app.views.timeline import TimelineView

#: A dragged event that has no date yet: its id in UTF-8.
EVENT_MIME = "application/x-dateline-event"
#: One notch of a wheel is 120 and brings so much closer.
ZOOM_PER_NOTCH = 1.25


class TimelineHands:
    """The pointer's and the keyboard's side of a TimelineView."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._moved = False
        self._marking = False
        self._lane = -1
        self._speed = 0.0
        self._clock = QElapsedTimer()

    def press(self, qevent: QMouseEvent) -> None:
        """Begin a click, a drag, or with Shift the marking of a range."""
        self._view.motion.stop()
        if qevent.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = self._last = qevent.position()
        self._moved = False
        self._marking = bool(qevent.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        under = self._view.hit(self._pressed.x(), self._pressed.y())
        self._lane = under.lane if under.on_title and not self._marking else -1
        if not self._marking:
            self._view.edges.take(self._pressed)
        self._speed = 0.0
        self._clock.start()

    def move(self, qevent: QMouseEvent) -> None:
        """Drag, mark, or only look."""
        place = qevent.position()
        self._view.pointer.show(place.x(), place.y())
        if self._pressed is None:
            return
        if not self._moved:
            far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance() / 2
            if not far:
                return
            self._moved = True
            if self._lane >= 0:
                self._view.lane_hands.begin_drag(self._lane)
        if self._view.lane_hands.dragged is not None:
            self._view.lane_hands.drag_to(place.y())
            return
        if self._view.edges.held is not None:
            self._view.edges.drag_to(place.x())
            return
        if self._marking:
            self._view.pointer.mark(self._pressed.x(), place.x())
            return
        step = place - self._last
        self._last = place
        seconds = max(self._clock.restart(), 1) / 1000
        self._speed = 0.6 * self._speed + 0.4 * (-step.x() / seconds)
        self._view.canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._view.pan_pixels(-step.x(), -step.y())

    def release(self, qevent: QMouseEvent) -> None:
        """End what was begun; without movement it was a click."""
        if self._pressed is None or qevent.button() != Qt.MouseButton.LeftButton:
            return
        began, self._pressed = self._pressed, None
        place = qevent.position()
        if not self._moved:
            self._view.edges.held = None
            if not self._marking:
                self._click(place)
        elif self._view.edges.held is not None:
            self._view.edges.drop(place.x())
        elif self._view.lane_hands.dragged is not None:
            self._view.lane_hands.drop()
        elif self._marking:
            self._finish_marking(began.x(), place.x())
        elif self._clock.elapsed() < 60:
            self._view.motion.glide(self._speed, lambda pixels: self._view.pan_pixels(pixels, 0.0))
        self._view.pointer.show(place.x(), place.y())

    def double_click(self, qevent: QMouseEvent) -> None:
        """Zoom to the event under the pointer, or closer to where there is none."""
        if qevent.button() != Qt.MouseButton.LeftButton:
            return
        place = qevent.position()
        under = self._view.hit(place.x(), place.y())
        if under.rows:
            self._view.activate(self._view.id_of_row(under.rows[0]))
        elif under.on_title:
            self._view.lane_hands.toggle_collapsed(self._view.lanes[under.lane].key)
        elif under.cluster < 0:
            self._view.zoom_by(2.0, place.x())

    def wheel(self, qevent: QWheelEvent) -> None:
        """Zoom at the pointer; with Shift, or sideways, pan; with Alt or Ctrl scroll the lanes."""
        exact, notches = qevent.pixelDelta(), qevent.angleDelta()
        held = qevent.modifiers()
        if held & Qt.KeyboardModifier.ShiftModifier:
            # Some platforms turn a wheel sideways themselves while Shift is held.
            turned = notches.y() or notches.x()
            self._view.pan_pixels(-(exact.y() or exact.x() or turned), 0.0)
        elif held & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            self._view.pan_pixels(0.0, -(exact.y() or notches.y() or notches.x()))
        elif abs(notches.x()) > abs(notches.y()):
            self._view.pan_pixels(-(exact.x() or notches.x()), 0.0)
        else:
            smooth = exact.isNull() and abs(notches.y()) >= 120
            factor = ZOOM_PER_NOTCH ** (notches.y() / 120)
            self._view.zoom_by(factor, qevent.position().x(), qevent.position().y(), animated=smooth)
        qevent.accept()

    def key(self, qevent: QKeyEvent) -> bool:
        """Do what a key stands for; False where it stands for nothing."""
        name = method_of(qevent)
        if not name:
            return False
        getattr(self._view, name)()
        return True

    def menu(self, qevent: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer, or of the selected event when a key asked."""
        if qevent.reason() == QContextMenuEvent.Reason.Keyboard:
            canvas = self._view.canvas
            found = self._view.picture.place_of(self._view.selected_rows)
            place = found or QPoint(canvas.width() // 2, canvas.height() // 2)
            where = self._view.canvas.viewport().mapToGlobal(place)
            if open_range_menu(self._view, where):
                return
            self._view.context_menu_requested.emit(self._view.selected, where)
            return
        under = self._view.hit(qevent.pos().x(), qevent.pos().y())
        if under.on_title:
            self._view.lane_hands.open_menu(self._view.lanes[under.lane].key, qevent.globalPos())
            return
        if under.era >= 0:
            self._view.era_hands.open_menu(under.era, qevent.globalPos())
            return
        event_id = self._view.id_of_row(under.rows[0]) if under.rows else ""
        marked = self._view.pointer.marked
        if not event_id and marked and marked[0] <= self._view.scale.day_of(float(qevent.pos().x())) < marked[1]:
            open_range_menu(self._view, qevent.globalPos())
            return
        if event_id:
            self._view.choose(event_id)
        self._view.context_menu_requested.emit(event_id, qevent.globalPos())

    def drag(self, qevent: QDragMoveEvent) -> None:
        """Show the day an undated event would get; anything else is for the window."""
        if qevent.mimeData().hasFormat(EVENT_MIME):
            self._view.pointer.hold_over(qevent.position().x())
            qevent.acceptProposedAction()
        else:
            qevent.ignore()

    def drag_leave(self) -> None:
        """Nothing is held over the timeline any more."""
        self._view.pointer.hold_over(None)

    def drop(self, qevent: QDropEvent) -> None:
        """Tell which event was dropped on which day."""
        if not qevent.mimeData().hasFormat(EVENT_MIME):
            qevent.ignore()
            return
        self._view.pointer.hold_over(None)
        event_id = bytes(qevent.mimeData().data(EVENT_MIME).data()).decode("utf-8", "replace")
        day = math.floor(self._view.scale.day_of(qevent.position().x()))
        qevent.acceptProposedAction()
        self._view.event_dropped.emit(event_id, day)

    def other(self, qevent: QEvent) -> bool:
        """Tooltips, pinching, and the pointer leaving; True where nothing more is to be done."""
        if isinstance(qevent, QHelpEvent) and qevent.type() == QEvent.Type.ToolTip:
            words = self._view.pointer.tip(self._view.hit(qevent.pos().x(), qevent.pos().y()))
            QToolTip.showText(qevent.globalPos(), words, self._view.canvas.viewport())
            return True
        if isinstance(qevent, QNativeGestureEvent):
            if qevent.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._view.zoom_by(math.exp(qevent.value()), qevent.position().x(), animated=False)
                return True
            return False
        if isinstance(qevent, QGestureEvent):
            pinch = qevent.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                middle = self._view.canvas.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
                self._view.zoom_by(pinch.scaleFactor(), middle.x(), animated=False)
                return True
        if qevent.type() == QEvent.Type.Leave:
            self._view.pointer.leave()
        return False

    def _finish_marking(self, one: float, other: float) -> None:
        self._view.pointer.mark(one, other)
        marked = self._view.pointer.marked
        if marked is not None:
            self._view.range_selected.emit(*marked)

    def _click(self, place: QPointF) -> None:
        under = self._view.hit(place.x(), place.y())
        if under.cluster >= 0:
            self._open_cluster(under, place.toPoint())
        elif under.era >= 0:
            era = self._view.eras[under.era]
            self._view.mark_range(era.first, era.last)
        elif under.on_axis:
            self._view.clear_marked_range()
        elif under.on_title:
            self._view.lane_clicked.emit(self._view.lanes[under.lane].key)
        elif len(under.rows) > 1:
            self._offer([self._view.id_of_row(row) for row in under.rows], place.toPoint())
        else:
            self._view.choose(self._view.id_of_row(under.rows[0]) if under.rows else "")

    def _open_cluster(self, under: Hit, place: QPoint) -> None:
        """Zoom until a cluster falls apart; list what is in it where it never will."""
        if not self._view.zoom_into_cluster(under.cluster):
            anchors = self._view.arrangement.columns.anchor
            rows = sorted(rows_of_cluster(self._view.frame(), under.cluster), key=lambda row: float(anchors[row]))
            total = int(self._view.frame().clusters.count[under.cluster])
            self._offer([self._view.id_of_row(row) for row in rows], place, total)

    def _offer(self, ids: list[str], place: QPoint, total: int = 0) -> None:
        """A list to choose one of several events that lie in the same place."""
        pick_event(self._view, ids, self._view.canvas.viewport().mapToGlobal(place), total=total)

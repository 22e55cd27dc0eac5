"""The painted surface of the timeline, and the widget that hands events on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

if TYPE_CHECKING:
    from timeline_app.views.timeline_hands import TimelineHands


class CanvasView(QAbstractScrollArea):
    """A surface that is painted in one go, and whose events go to `hands`.

    It is no graphics view: all that a scene with one item in it does for each picture would be for nothing.
    """

    #: Set here, for events arrive while the base class is still being made.
    _hands: TimelineHands | None = None
    _resized: Callable[[], None] | None = None

    def __init__(self, paint_view: Callable[[QPainter, float, float], None]) -> None:
        super().__init__()
        self.shows_focus = False
        self._paint_view = paint_view
        self.setAcceptDrops(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # All of it is painted each time, so nothing need be wiped before.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def follow(self, hands: TimelineHands, resized: Callable[[], None]) -> None:
        """Give all events to these hands, and tell of every new size."""
        self._hands, self._resized = hands, resized

    def repaint_soon(self) -> None:
        """Paint again at the next opportunity."""
        self.viewport().update()

    def paintEvent(self, _qevent: QPaintEvent) -> None:
        """Paint all of it."""
        viewport = self.viewport()
        with QPainter(viewport) as painter:
            self._paint_view(painter, float(viewport.width()), float(viewport.height()))

    def focusInEvent(self, qevent: QFocusEvent) -> None:
        """Show the focus when it came by a key."""
        by_key = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
        self.shows_focus = qevent.reason() in by_key
        super().focusInEvent(qevent)
        self.repaint_soon()

    def focusOutEvent(self, qevent: QFocusEvent) -> None:
        """Show it no more."""
        self.shows_focus = False
        super().focusOutEvent(qevent)
        self.repaint_soon()

    def resizeEvent(self, qevent: QResizeEvent) -> None:
        """Follow the new size."""
        super().resizeEvent(qevent)
        if self._resized:
            self._resized()

    def mousePressEvent(self, qevent: QMouseEvent) -> None:
        """See `TimelineHands`."""
        if self._hands:
            self._hands.press(qevent)

    def mouseMoveEvent(self, qevent: QMouseEvent) -> None:
        """See `TimelineHands`."""
        if self._hands:
            self._hands.move(qevent)

    def mouseReleaseEvent(self, qevent: QMouseEvent) -> None:
        """See `TimelineHands`."""
        if self._hands:
            self._hands.release(qevent)

    def mouseDoubleClickEvent(self, qevent: QMouseEvent) -> None:
        """See `TimelineHands`."""
        if self._hands:
            self._hands.double_click(qevent)

    def wheelEvent(self, qevent: QWheelEvent) -> None:
        """See `TimelineHands`."""
        if self._hands:
            self._hands.wheel(qevent)

    def keyPressEvent(self, qevent: QKeyEvent) -> None:
        """See `TimelineHands`; keys that mean nothing here go to the parent."""
        if self._hands is None or not self._hands.key(qevent):
            qevent.ignore()

    def contextMenuEvent(self, qevent: QContextMenuEvent) -> None:
        """See `TimelineHands`."""
        if self._hands:
            self._hands.menu(qevent)

    def dragEnterEvent(self, qevent: QDragEnterEvent) -> None:
        """See `TimelineHands`."""
        if self._hands:
            self._hands.drag(qevent)

    def dragMoveEvent(self, qevent: QDragMoveEvent) -> None:
        """See `TimelineHands`."""
        if self._hands:
            self._hands.drag(qevent)

    def dragLeaveEvent(self, _qevent: QDragLeaveEvent) -> None:
        """See `TimelineHands`."""
        if self._hands:
            self._hands.drag_leave()

    def dropEvent(self, qevent: QDropEvent) -> None:
        """See `TimelineHands`."""
        if self._hands:
            self._hands.drop(qevent)

    def viewportEvent(self, qevent: QEvent) -> bool:
        """Tooltips, gestures and leaving go to the hands first."""
        if self._hands is not None and self._hands.other(qevent):
            return True
        return bool(super().viewportEvent(qevent))

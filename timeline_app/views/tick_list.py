"""A list of lines, with boxes to tick where it is so made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QListWidget


class TickList(QListWidget):
    """Lines to choose from. Where they have boxes, a click anywhere on a line ticks it."""

    def mouseReleaseEvent(self, qevent: QMouseEvent) -> None:
        """A click beside the box counts as one on it."""
        item = self.itemAt(qevent.position().toPoint())
        before = item.checkState() if item is not None else None
        super().mouseReleaseEvent(qevent)
        boxed = item is not None and bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        if item is not None and boxed and item.checkState() == before and item is self.currentItem():
            ticked = before == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def showEvent(self, qevent: QShowEvent) -> None:
        """The stylesheet gives the lines their height only now."""
        super().showEvent(qevent)
        self.scheduleDelayedItemsLayout()

"""The field in which the title of an event is changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class TitleField(QPlainTextEdit):
    """The title while it is changed: Return sets it, Escape leaves it."""

    title_set = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("title_field")
        self.setAccessibleName("Title of the event")
        self.setTabChangesFocus(True)
        self.setFixedHeight(72)

    def begin(self, title: str) -> None:
        """Starts with the title as it is."""
        self.setPlainText(title)
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, qevent: QEvent) -> bool:
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}
        override = qevent.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(qevent, QKeyEvent) and qevent.key() in keys:
            qevent.accept()
            return True
        return super().event(qevent)

    def keyPressEvent(self, qevent: QKeyEvent) -> None:
        if qevent.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.title_set.emit(" ".join(self.toPlainText().split()))
        elif qevent.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(qevent)

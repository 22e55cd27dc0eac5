"""The field in which the title of an event is changed; like any line of a form it keeps what was typed when left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from timeline_app.views.focus_back import PASSING, FocusBack


class TitleField(QPlainTextEdit):
    """The title while it is changed: Return sets it, and so does going elsewhere; Escape leaves it as it was."""

    title_set = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("title_field")
        self.setAccessibleName("Title of the event")
        self.setTabChangesFocus(True)
        self.setFixedHeight(72)
        self._open = False
        self._back = FocusBack(self)

    def begin(self, title: str) -> None:
        """Starts with the title as it is."""
        self._back.note()
        self._open = True
        self.setPlainText(title)
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_field(self) -> None:
        """Hides it, whatever stands in it; the focus goes back to where it came from."""
        self._open = False
        self._back.give()
        self.hide()

    def event(self, qevent: QEvent) -> bool:
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}
        override = qevent.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(qevent, QKeyEvent) and qevent.key() in keys:
            qevent.accept()
            return True
        return super().event(qevent)

    def keyPressEvent(self, qevent: QKeyEvent) -> None:
        if qevent.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell()
        elif qevent.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(qevent)

    def focusOutEvent(self, qevent: QFocusEvent) -> None:
        super().focusOutEvent(qevent)
        if self._open and qevent.reason() not in PASSING:
            self._tell()

    def _tell(self) -> None:
        self._open = False
        self.title_set.emit(" ".join(self.toPlainText().split()))

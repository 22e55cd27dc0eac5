"""The tags of an event as one line that can be typed into, with those of the project to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from timeline_app.views.focus_back import PASSING, FocusBack

ENDING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}


def tags_in(words: str) -> tuple[str, ...]:
    """The tags in a line: parted by commas, each once whatever its capitals, in the order typed."""
    found: dict[str, str] = {}
    for part in words.replace(";", ",").split(","):
        tag = " ".join(part.split())
        if tag:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


class TagLine(QLineEdit):
    """Holds the tags of the event shown; tells of others when Enter is pressed or the line is left."""

    tags_set = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tags")
        self.setPlaceholderText("Add tags, such as: trial, sanctions")
        self.setAccessibleName("Tags")
        self.setToolTip("Tags of your own, parted by commas (T)")
        self._tags: tuple[str, ...] = ()
        self._back = FocusBack(self)
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._propose)
        self.editingFinished.connect(self._tell)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show an event's tags; what is being typed stays unless they are others than before."""
        if tuple(tags) != self._tags or not self.hasFocus():
            self._tags = tuple(tags)
            self.setText(", ".join(tags))

    def set_known(self, tags: Sequence[str]) -> None:
        """The tags of the project, which are proposed."""
        if list(tags) != self._known.stringList():
            self._known.setStringList(list(tags))

    def begin(self) -> None:
        """Puts the cursor behind the tags; Enter gives the focus back."""
        self._back.note()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.end(False)

    def event(self, qevent: QEvent) -> bool:
        """Enter and Escape are not the window's while the line has the focus."""
        override = qevent.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(qevent, QKeyEvent) and qevent.key() in ENDING:
            qevent.accept()
            return True
        return super().event(qevent)

    def keyPressEvent(self, qevent: QKeyEvent) -> None:
        """Escape brings back what was there; Enter sets the tags. Both go back to where one came from."""
        if qevent.key() == Qt.Key.Key_Escape:
            self.setText(", ".join(self._tags))
            self._back.give()
            return
        super().keyPressEvent(qevent)
        if qevent.key() in ENDING:
            qevent.accept()
            if self._back.known:
                self._back.give()

    def focusOutEvent(self, qevent: QFocusEvent) -> None:
        """Whoever comes by another way is not sent where an earlier one came from."""
        super().focusOutEvent(qevent)
        if qevent.reason() not in PASSING:
            self._back.forget()

    def _word(self) -> tuple[int, str]:
        """Where the tag at the cursor begins, and what is typed of it."""
        begin = self.text().rfind(",", 0, self.cursorPosition()) + 1
        return begin, self.text()[begin : self.cursorPosition()].strip()

    def _propose(self) -> None:
        word = self._word()[1]
        # Nothing begins so; an empty prefix would propose everything.
        self._completer.setCompletionPrefix(word or "\0")
        self._completer.complete()

    def _complete(self, tag: str) -> None:
        begin, _word = self._word()
        head, tail = self.text()[:begin], self.text()[self.cursorPosition() :]
        kept = f"{head} {tag}" if head else tag
        self.setText(kept + tail)
        self.setCursorPosition(len(kept))

    def _tell(self) -> None:
        tags = tags_in(self.text())
        if tags != self._tags:
            self._tags = tags
            self.tags_set.emit(tags)
        self.setText(", ".join(tags))

"""The few small windows that ask something: a name, one or several actors, a pasted text, an article's date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from timeline_app.model import When
from timeline_app.views.cards import label
from timeline_app.views.date_card import EXAMPLES, read_date
from timeline_app.views.words import date_words, listed

ID_ROLE = Qt.ItemDataRole.UserRole
#: So few names are overlooked at once, without a field to find them.
FEW = 8
Named = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PastedText:
    """A text that is to become an article; `published` is what was typed as its date."""

    title: str
    text: str
    published: int | None


class AskDialog(QDialog):
    """A title line, a body, and two buttons."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, accept: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(22, 20, 22, 16)
        self.column.setSpacing(10)
        self.column.addWidget(label(title, "title", wraps=True))
        if sentence:
            self.column.addWidget(label(sentence, "muted", wraps=True))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self._buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def finish(self) -> None:
        """Puts the buttons below all that was added."""
        self.column.addSpacing(4)
        self.column.addWidget(self._buttons)

    def showEvent(self, qevent: QShowEvent) -> None:
        """As high as it needs to be: Qt leaves room for words wrapped more narrowly, and spreads it between them."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.resize(self.width(), self._least_height())
        super().showEvent(qevent)

    def event(self, qevent: QEvent) -> bool:
        """Grows where what is said now takes more lines than before."""
        handled = super().event(qevent)
        if qevent.type() == QEvent.Type.LayoutRequest and self.height() < self._least_height():
            self.resize(self.width(), self._least_height())
        return handled

    def _least_height(self) -> int:
        return self.column.totalHeightForWidth(self.width())


class NameDialog(AskDialog):
    """Asks for a name."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, name: str, accept: str) -> None:
        super().__init__(parent, title, sentence, accept)
        self._line = QLineEdit(name)
        self._line.setAccessibleName(title)
        self._line.setSelection(len(name), -len(name))
        self._line.textChanged.connect(lambda words: self.accept_button.setEnabled(bool(words.strip())))
        self.column.addWidget(self._line)
        self.finish()

    @property
    def name(self) -> str:
        """What was typed, without blanks at the ends."""
        return " ".join(self._line.text().split())


class DateLine(QWidget):
    """A field for a date that says at once how it is understood. `only_day` wants one whole day."""

    changed = Signal()

    def __init__(self, words: str, *, only_day: bool = False) -> None:
        super().__init__()
        self._only_day = only_day
        self.when: When | None = None
        #: Why the date cannot be read; "" where it can.
        self.error = ""
        self.line = QLineEdit(words)
        self.line.setAccessibleName("Date")
        self.line.setPlaceholderText("For example: 12 November 2023" if only_day else f"For example: {EXAMPLES}")
        self.line.selectAll()
        self.understood = label("", "muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.understood)
        self.line.textChanged.connect(self._follow)
        self._follow(words)

    def _follow(self, words: str) -> None:
        self.when, self.error = read_date(words)
        if self.when is not None and self._only_day and not self.when.is_day:
            self.when, self.error = None, "Give one whole day, such as 12 November 2023."
        told = date_words(self.when) if self.when else "Leave it empty for no date."
        self.understood.setText(self.error or told)
        self.understood.setProperty("part", "error" if self.error else "muted")
        self.understood.style().unpolish(self.understood)
        self.understood.style().polish(self.understood)
        self.changed.emit()


class DateDialog(AskDialog):
    """Asks for a date and says how it is understood. `only_day` wants one whole day."""

    def __init__(
        self, parent: QWidget | None, title: str, sentence: str, words: str, *, only_day: bool = False
    ) -> None:
        super().__init__(parent, title, sentence, "Set date")
        self.date = DateLine(words, only_day=only_day)
        self.date.changed.connect(self._weigh)
        self.column.addWidget(self.date)
        self.finish()
        self._weigh()

    @property
    def when(self) -> When | None:
        """The date as it is understood."""
        return self.date.when

    def _weigh(self) -> None:
        self.accept_button.setEnabled(not self.date.error)


class EventDialog(AskDialog):
    """Asks for the title and the date of an event that is added by hand."""

    def __init__(self, parent: QWidget | None, words: str, title: str, date: str, actors: Sequence[str]) -> None:
        super().__init__(parent, "Add event", "", "Add event")
        self.setMinimumWidth(520)
        self._line = QLineEdit(title)
        self._line.setAccessibleName("Title")
        # From its end, so that a long title is seen from its beginning.
        self._line.setSelection(len(title), -len(title))
        self.date = DateLine(date)
        with_whom = listed(actors, 6) or "nobody who is known"
        self.column.addWidget(label(f"“{words}”", "quote", wraps=True))
        for caption, field in (("Title", self._line), ("Date", self.date)):
            self.column.addSpacing(2)
            self.column.addWidget(label(caption, "muted"))
            self.column.addWidget(field)
        self.column.addWidget(label(f"With {with_whom}, as the words say.", "muted", wraps=True))
        self.finish()
        self._line.textChanged.connect(self._weigh)
        self.date.changed.connect(self._weigh)
        self._weigh()

    @property
    def title(self) -> str:
        """What was typed, without blanks at the ends."""
        return " ".join(self._line.text().split())

    def _weigh(self) -> None:
        self.accept_button.setEnabled(bool(self.title) and not self.date.error)


class PasteDialog(AskDialog):
    """Takes a text as an article."""

    def __init__(self, parent: QWidget | None, text: str) -> None:
        super().__init__(
            parent,
            "Paste text as article",
            "Give the date of publication too, if you know it: words such as “yesterday” count from it.",
            "Add article",
        )
        self.resize(620, 520)
        self._title, self._date, self._text = QLineEdit(), QLineEdit(), QPlainTextEdit(text)
        self._error = label("", "error", wraps=True)
        for words, widget in (("Title", self._title), ("Published", self._date), ("Text", self._text)):
            self.column.addWidget(label(words, "muted"))
            self.column.addWidget(widget)
            widget.setAccessibleName(words)
        self._date.setPlaceholderText("For example: 12 November 2023")
        self._text.setTabChangesFocus(True)
        self.column.addWidget(self._error)
        self.finish()
        self._date.textChanged.connect(self._weigh)
        self._text.textChanged.connect(self._weigh)
        self._weigh()

    def _weigh(self) -> None:
        when, sentence = read_date(self._date.text())
        if when is not None and not when.is_day:
            sentence = "Give one whole day, such as 12 November 2023."
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.accept_button.setEnabled(not sentence and bool(self._text.toPlainText().strip()))

    def pasted(self) -> PastedText:
        """What was pasted and typed."""
        when, _ = read_date(self._date.text())
        return PastedText(
            " ".join(self._title.text().split()), self._text.toPlainText(), when.earliest if when is not None else None
        )

"""The few small windows that ask something: a name, one or several actors, a pasted text, an article's date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from timeline_app.model import When
from timeline_app.views.cards import label
from timeline_app.views.date_card import EXAMPLES, read_date
from timeline_app.views.words import date_words

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


class _Dialog(QDialog):
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


class NameDialog(_Dialog):
    """Asks for a name."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, name: str, accept: str) -> None:
        super().__init__(parent, title, sentence, accept)
        self._line = QLineEdit(name)
        self._line.setAccessibleName(title)
        self._line.selectAll()
        self._line.textChanged.connect(lambda words: self.accept_button.setEnabled(bool(words.strip())))
        self.column.addWidget(self._line)
        self.finish()

    @property
    def name(self) -> str:
        """What was typed, without blanks at the ends."""
        return " ".join(self._line.text().split())


class DateDialog(_Dialog):
    """Asks for a date and says how it is understood. `only_day` wants one whole day."""

    def __init__(
        self, parent: QWidget | None, title: str, sentence: str, words: str, *, only_day: bool = False
    ) -> None:
        super().__init__(parent, title, sentence, "Set date")
        self._only_day = only_day
        self.when: When | None = None
        self._line = QLineEdit(words)
        self._line.setAccessibleName("Date")
        self._line.setPlaceholderText("For example: 12 November 2023" if only_day else f"For example: {EXAMPLES}")
        self._line.selectAll()
        self._understood = label("", "muted", wraps=True)
        self._line.textChanged.connect(self._follow)
        self.column.addWidget(self._line)
        self.column.addWidget(self._understood)
        self.finish()
        self._follow(words)

    def _follow(self, words: str) -> None:
        self.when, sentence = read_date(words)
        if self.when is not None and self._only_day and not self.when.is_day:
            self.when, sentence = None, "Give one whole day, such as 12 November 2023."
        self._understood.setText(sentence or (date_words(self.when) if self.when else "Leave it empty for no date."))
        self._understood.setProperty("part", "error" if sentence else "muted")
        self._understood.style().unpolish(self._understood)
        self._understood.style().polish(self._understood)
        self.accept_button.setEnabled(not sentence)


class _Names(QListWidget):
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


class PickDialog(_Dialog):
    """Lets one or several of a list be chosen, with a field to find them; `some` forbids to choose all."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        sentence: str,
        names: Sequence[Named],
        accept: str,
        *,
        several: bool = False,
        some: bool = False,
    ) -> None:
        super().__init__(parent, title, sentence, accept)
        self._several, self._some = several, some
        self._find = QLineEdit()
        self._find.setPlaceholderText("Find")
        self._find.setAccessibleName("Find")
        self._find.setClearButtonEnabled(True)
        self._find.setVisible(len(names) > FEW)
        self._names = _Names()
        self._names.setAccessibleName(title)
        self._names.setMinimumHeight(240 if len(names) > FEW else 150)
        self._names.setSpacing(1)
        self._names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one, name in names:
            item = QListWidgetItem(name)
            item.setData(ID_ROLE, one)
            if several:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
            self._names.addItem(item)
        self._state = label("", "muted")
        self._find.textChanged.connect(self._narrow)
        self._find.installEventFilter(self)
        self._names.itemSelectionChanged.connect(self._weigh)
        self._names.itemChanged.connect(lambda _item: self._weigh())
        self._names.itemDoubleClicked.connect(lambda _item: None if several else self.accept())
        for widget in (self._find, self._names, self._state):
            self.column.addWidget(widget)
        self.finish()
        if names:
            self._names.setCurrentRow(0, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._weigh()

    def choose(self, ids: Sequence[str]) -> None:
        """Chooses these; also what a click does."""
        for row in range(self._names.count()):
            item = self._names.item(row)
            if item.data(ID_ROLE) in ids:
                if self._several:
                    item.setCheckState(Qt.CheckState.Checked)
                self._names.setCurrentItem(item)

    def chosen(self) -> list[str]:
        """The ids of what is chosen."""
        if self._several:
            return [str(one.data(ID_ROLE)) for one in self._items() if one.checkState() == Qt.CheckState.Checked]
        return [str(one.data(ID_ROLE)) for one in self._items() if one.isSelected()]

    def eventFilter(self, watched: QObject, qevent: QEvent) -> bool:
        """From the field, Down goes on to the list, and Return ticks the only line that is left."""
        if watched is self._find and qevent.type() == QEvent.Type.KeyPress and isinstance(qevent, QKeyEvent):
            left = [one for one in self._items() if not one.isHidden()]
            if qevent.key() == Qt.Key.Key_Down and left:
                self._names.setCurrentItem(left[0])
                self._names.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            enter = qevent.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and len(left) == 1 and left[0].data(ID_ROLE) not in self.chosen():
                self.choose([left[0].data(ID_ROLE)])
                return True
        return super().eventFilter(watched, qevent)

    def _items(self) -> list[QListWidgetItem]:
        return [self._names.item(row) for row in range(self._names.count())]

    def _narrow(self, words: str) -> None:
        for item in self._items():
            item.setHidden(words.strip().lower() not in item.text().lower())
        self._weigh()

    def _weigh(self) -> None:
        items, chosen = self._items(), self.chosen()
        every = self._some and len(chosen) == len(items)
        self.accept_button.setEnabled(bool(chosen) and not every)
        if every:
            words = "One of them has to stay."
        elif items and all(one.isHidden() for one in items):
            words = "Nothing here is called that."
        else:
            words = f"{len(chosen)} chosen" if self._several else ""
        self._state.setText(words)


class PasteDialog(_Dialog):
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

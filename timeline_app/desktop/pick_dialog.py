"""The window that asks for one or several of a list: actors to merge, names to split off, events that are the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget

from timeline_app.desktop.dialogs import AskDialog
from timeline_app.views.cards import label
from timeline_app.views.tick_list import TickList

ID_ROLE = Qt.ItemDataRole.UserRole
#: So few names are overlooked at once, without a field to find them.
FEW = 8
Named = tuple[str, str]


class PickDialog(AskDialog):
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
        self._names = TickList()
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

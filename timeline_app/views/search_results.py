"""What a search found, in a list below the search field: events, actors, passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.drawing.theme import colour, current_theme
from timeline_app.model import Actor, Event, Passage
from timeline_app.views.cards import label
from timeline_app.views.icons import paint_icon
from timeline_app.views.rows import Index, paint_line, paint_row_ground
from timeline_app.views.words import KIND_WORDS, count, date_words

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
MOST_OF_A_KIND = 8
ROW_HEIGHT = 42


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the list. `value` is the Event, the Actor or the Passage; None makes it a heading."""

    words: str
    facts: str = ""
    value: Event | Actor | Passage | None = None


def hits_of(
    events: Sequence[Event],
    actors: Sequence[Actor],
    passages: Sequence[tuple[Passage, str, str]],
    counts: Mapping[str, int],
) -> list[Hit]:
    """The lines of the list. `passages` come with their words and the title of their article."""
    groups = (
        ("EVENTS", [Hit(one.title, date_words(one.when), one) for one in events[:MOST_OF_A_KIND]]),
        (
            "ACTORS",
            [
                Hit(one.name, f"{KIND_WORDS[one.kind]} · {count(counts.get(one.id, 0), 'event')}", one)
                for one in actors[:MOST_OF_A_KIND]
            ],
        ),
        ("PASSAGES", [Hit(words, title, passage) for passage, words, title in passages[:MOST_OF_A_KIND]]),
    )
    return [hit for head, hits in groups if hits for hit in (Hit(head), *hits)]


class HitModel(QAbstractListModel):
    """The lines for Qt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Shows other lines."""
        self.beginResetModel()
        self._hits = list(hits)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._hits):
            return None
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, [hit.words, hit.facts]))
        if role == Qt.ItemDataRole.ToolTipRole:
            return hit.words if hit.value is not None else None
        return hit if role == HIT_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._hits[index.row()].value is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren


class HitDelegate(QStyledItemDelegate):
    """Paints headings and hits."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        hit: Hit | None = index.data(HIT_ROLE)
        return QSize(300, 26 if hit is None or hit.value is None else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit | None = index.data(HIT_ROLE)
        if hit is None:
            return
        theme = current_theme()
        rect: QRect = option.rect
        painter.save()
        if hit.value is None:
            paint_line(painter, rect.adjusted(14, 6, -8, 0), hit.words, colour(theme.text_muted), 10.5, bold=True)
        else:
            paint_row_ground(painter, option, theme)
            kinds = {Event: "event", Actor: "actor", Passage: "quote"}
            square = QRectF(rect.left() + 14, rect.top() + 12, 17, 17)
            paint_icon(painter, kinds[type(hit.value)], square, colour(theme.text_muted))
            words = rect.adjusted(40, 4, -14, -20)
            paint_line(painter, words, hit.words, colour(theme.text), 13)
            paint_line(painter, rect.adjusted(40, 22, -14, -4), hit.facts, colour(theme.text_muted), 11)
        painter.restore()


class SearchResults(QFrame):
    """The list. The field keeps the focus; up, down, Return and Escape work from there."""

    event_chosen = Signal(str)
    actor_chosen = Signal(str)
    passage_chosen = Signal(object)

    def __init__(self, field: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("search_results")
        self.setProperty("part", "popup")
        self._field = field
        self.hits = HitModel(self)
        self._list = QListView()
        self._list.setAccessibleName("Search results")
        self._list.setModel(self.hits)
        self._list.setItemDelegate(HitDelegate(self._list))
        self._list.setMouseTracking(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(self._choose)
        self._nothing = label("Nothing found.", "muted")
        self._nothing.setContentsMargins(14, 10, 14, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 6)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        field.installEventFilter(self)
        self.hide()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Opens the list below the field with these lines."""
        self.hits.set_hits(hits)
        self._list.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        first = next((row for row, hit in enumerate(hits) if hit.value is not None), -1)
        self._list.setCurrentIndex(self.hits.index(first) if first >= 0 else QModelIndex())
        corner = self._field.mapTo(self._window, QPoint(0, self._field.height() + 4))
        tall = sum(26 if hit.value is None else ROW_HEIGHT for hit in hits) + 16 if hits else 52
        room = self._window.height() - corner.y() - 40
        self.setGeometry(corner.x(), corner.y(), max(self._field.width(), 420), max(52, min(tall, room, 560)))
        self.raise_()
        self.show()

    def _choose(self, index: QModelIndex) -> None:
        hit: Hit | None = self.hits.data(index, HIT_ROLE)
        if hit is None or hit.value is None:
            return
        self.hide()
        if isinstance(hit.value, Event):
            self.event_chosen.emit(hit.value.id)
        elif isinstance(hit.value, Actor):
            self.actor_chosen.emit(hit.value.id)
        else:
            self.passage_chosen.emit(hit.value)

    def _step(self, by: int) -> None:
        row = self._list.currentIndex().row() + by
        while 0 <= row < self.hits.rowCount():
            index = self.hits.index(row)
            if self.hits.flags(index) & Qt.ItemFlag.ItemIsSelectable:
                self._list.setCurrentIndex(index)
                return
            row += by

    def eventFilter(self, watched: QObject, qevent: QEvent) -> bool:
        if watched is not self._field:
            return False
        if isinstance(qevent, QKeyEvent) and self.isVisible():
            return self._answer_key(qevent)
        if qevent.type() == QEvent.Type.FocusOut and not self._list.underMouse():
            self.hide()
        return False

    def _answer_key(self, qevent: QKeyEvent) -> bool:
        keys = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}
        if qevent.key() not in keys:
            return False
        if qevent.type() == QEvent.Type.ShortcutOverride:
            qevent.accept()
            return True
        if qevent.type() != QEvent.Type.KeyPress:
            return False
        if qevent.key() == Qt.Key.Key_Escape:
            self.hide()
        elif qevent.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._step(-1 if qevent.key() == Qt.Key.Key_Up else 1)
        else:
            self._choose(self._list.currentIndex())
        return True

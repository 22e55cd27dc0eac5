"""The events without a place on the axis, with what is known of their dates; drag one onto the timeline to date it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeline_app.drawing.theme import colour, current_theme, font
from timeline_app.model import Event
from timeline_app.views.actor_list import Index, paint_line, paint_row_ground
from timeline_app.views.icons import paint_icon
from timeline_app.views.words import known_words, listed

#: What is dragged: the event's id as UTF-8.
EVENT_MIME = "application/x-dateline-event"
EVENT_ROLE = Qt.ItemDataRole.UserRole + 1
FACTS_ROLE = Qt.ItemDataRole.UserRole + 2
#: Of a row with a title of one line, and of two.
ROW_HEIGHTS = (46, 62)
#: What of a row's width is not for its words.
SIDES = 54
#: In longer lists all rows are of one height: measuring each would take too long.
MOST_MEASURED = 1000


class UndatedListModel(QAbstractListModel):
    """Undated events for Qt: text for the title, `EVENT_ROLE` for the event, `FACTS_ROLE` for what is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events: list[Event] = []
        self._names: Mapping[str, str] = {}

    def set_events(self, events: Sequence[Event], names: Mapping[str, str]) -> None:
        """Shows other events; `names` are the actors' names by id."""
        self.beginResetModel()
        self._events, self._names = list(events), names
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._events)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._events):
            return None
        event = self._events[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return event.title
        if role == EVENT_ROLE:
            return event
        actors = listed((self._names.get(part.actor, "") for part in event.participants), 2)
        facts = " · ".join(filter(None, [known_words(event.when), actors]))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{event.title}, {facts}"
        return facts if role == FACTS_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        return [EVENT_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        for index in indexes:
            event: Event | None = self.data(index, EVENT_ROLE)
            if event is not None:
                data.setData(EVENT_MIME, event.id.encode())
                data.setText(event.title)
        return data

    def index_of(self, event_id: str) -> QModelIndex:
        """Where an event stands; an invalid index if it is not listed."""
        for number, event in enumerate(self._events):
            if event.id == event_id:
                return self.index(number)
        return QModelIndex()


class UndatedDelegate(QStyledItemDelegate):
    """Paints a row: the title on up to two lines, and what is known."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # The list gives no rectangle while it asks for sizes, only its own width.
        width = option.widget.viewport().width() if isinstance(option.widget, QListView) else option.rect.width()
        long = QFontMetrics(font(13)).horizontalAdvance(str(index.data() or "")) > width - SIDES
        return QSize(100, ROW_HEIGHTS[int(long)])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        rect: QRect = option.rect
        painter.save()
        paint_row_ground(painter, option, theme)
        paint_icon(painter, "calendar", QRectF(rect.left() + 14, rect.top() + 8, 17, 17), colour(theme.text_muted))
        words = QRect(rect.left() + 40, rect.top() + 8, rect.width() - SIDES, 34)
        face = font(13)
        painter.setFont(face)
        painter.setPen(colour(theme.text))
        title = _two_lines(str(index.data() or ""), QFontMetrics(face), words.width())
        painter.drawText(words, title)
        lines = QFontMetrics(face).lineSpacing() * (1 + title.count("\n"))
        facts = QRect(words.left(), words.top() + lines + 2, words.width(), 16)
        paint_line(painter, facts, str(index.data(FACTS_ROLE) or ""), colour(theme.text_muted), 11)
        painter.restore()


def _two_lines(words: str, metrics: QFontMetrics, width: int) -> str:
    """Breaks at a space so that each of two lines fits; the second is elided."""
    if metrics.horizontalAdvance(words) <= width:
        return words
    first = ""
    parts = words.split(" ")
    while parts and metrics.horizontalAdvance(f"{first} {parts[0]}".strip()) <= width:
        first = f"{first} {parts.pop(0)}".strip()
    rest = metrics.elidedText(" ".join(parts), Qt.TextElideMode.ElideRight, width)
    return f"{first}\n{rest}" if first else rest


class UndatedList(QListView):
    """The list itself."""

    event_chosen = Signal(str)
    event_activated = Signal(str)
    menu_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undated_list")
        self.setAccessibleName("Undated events")
        self.setAccessibleDescription("Drag an event onto the timeline to give it a date.")
        self.undated = UndatedListModel(self)
        self.setModel(self.undated)
        self.setItemDelegate(UndatedDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_requested.emit(self._id(self.indexAt(at)), self.viewport().mapToGlobal(at))
        )
        self.clicked.connect(self._choose)
        self.doubleClicked.connect(lambda index: self.event_activated.emit(self._id(index)))

    def show_events(self, events: Sequence[Event], names: Mapping[str, str]) -> None:
        """Shows these events and keeps the chosen one chosen."""
        chosen = self._id(self.currentIndex())
        self.setUniformItemSizes(len(events) > MOST_MEASURED)
        self.undated.set_events(events, names)
        if chosen:
            self.mark(chosen)

    def resizeEvent(self, qevent: QResizeEvent) -> None:
        """Titles are broken anew."""
        super().resizeEvent(qevent)
        if not self.uniformItemSizes():
            self.scheduleDelayedItemsLayout()

    def mark(self, event_id: str) -> None:
        """Marks an event as chosen without telling anyone."""
        index = self.undated.index_of(event_id) if event_id else QModelIndex()
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def _id(self, index: Index) -> str:
        event: Event | None = self.undated.data(index, EVENT_ROLE)
        return event.id if event else ""

    def _choose(self, index: QModelIndex) -> None:
        if event_id := self._id(index):
            self.event_chosen.emit(event_id)

    def keyPressEvent(self, qevent: QKeyEvent) -> None:
        """Arrows walk and choose."""
        before = self.currentIndex()
        super().keyPressEvent(qevent)
        if self.currentIndex() != before:
            self._choose(self.currentIndex())

"""The events without a place on the axis, with what is known of their dates; drag one onto the timeline to date it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeline_app.drawing.theme import colour, current_theme, font
from timeline_app.model import Event
from timeline_app.views.icons import paint_icon
from timeline_app.views.rows import Index, RowsList, RowsModel, paint_line, paint_row_ground, two_lines
from timeline_app.views.words import known_words, listed, short_words

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


class UndatedListModel(RowsModel):
    """Undated events for Qt: text for the title, `EVENT_ROLE` for the event, `FACTS_ROLE` for what is known."""

    #: The actors' names by id.
    names: Mapping[str, str] = MappingProxyType({})

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        event: Event | None = self.row(index)
        if event is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return event.title
        if role == EVENT_ROLE:
            return event
        known = known_words(event.when)
        actors = listed((self.names.get(part.actor, "") for part in event.participants), 2)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{event.title}, {' · '.join(filter(None, [known, actors]))}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, [event.title, known, actors, "Drag it onto the timeline to date it."]))
        return " · ".join(filter(None, [short_words(known), actors])) if role == FACTS_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        return [EVENT_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        for index in indexes:
            event: Event | None = self.row(index)
            if event is not None:
                data.setData(EVENT_MIME, event.id.encode())
                data.setText(event.title)
        return data


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
        title = two_lines(str(index.data() or ""), QFontMetrics(face), words.width())
        painter.drawText(words, title)
        lines = QFontMetrics(face).lineSpacing() * (1 + title.count("\n"))
        facts = QRect(words.left(), words.top() + lines + 2, words.width(), 16)
        paint_line(painter, facts, str(index.data(FACTS_ROLE) or ""), colour(theme.text_muted), 11)
        painter.restore()


class UndatedList(RowsList):
    """The list itself."""

    event_chosen = Signal(str)
    event_activated = Signal(str)
    menu_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.undated = UndatedListModel()
        super().__init__(self.undated, UndatedDelegate(), parent)
        self.setObjectName("undated_list")
        self.setAccessibleName("Undated events")
        self.setAccessibleDescription("Drag an event onto the timeline to give it a date.")
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.doubleClicked.connect(lambda index: self.event_activated.emit(self.undated.key_at(index)))

    def show_events(self, events: Sequence[Event], names: Mapping[str, str]) -> None:
        """Shows these events and keeps the chosen one chosen; `names` are the actors' names by id."""
        self.setUniformItemSizes(len(events) > MOST_MEASURED)
        renamed, self.undated.names = names is not self.undated.names, names
        self.replace_rows(list(events), [event.id for event in events], all_changed=renamed)

    def resizeEvent(self, qevent: QResizeEvent) -> None:
        """Titles are broken anew."""
        super().resizeEvent(qevent)
        if not self.uniformItemSizes():
            self.scheduleDelayedItemsLayout()

    def choose(self, index: QModelIndex) -> None:
        """Says which event was chosen."""
        if event_id := self.undated.key_at(index):
            self.event_chosen.emit(event_id)

    def _ask_for_menu(self, position: QPoint) -> None:
        self.menu_requested.emit(self.undated.key_at(self.indexAt(position)), self.viewport().mapToGlobal(position))

"""The events as a table: all the timeline shows, for eyes, keyboards and screen readers that prefer rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from timeline_app.drawing.theme import colour, current_theme
from timeline_app.model import Event
from timeline_app.project.order import Key, Order
from timeline_app.views.rows import Index, change_rows
from timeline_app.views.words import FACTUALITY_WORDS, date_words, listed

COLUMNS = ("Date", "Title", "Actors", "Happened?", "Tags", "Article", "Checked")
DATE, TITLE, ACTORS, FACTUALITY, TAGS, ARTICLE, CHECKED = range(len(COLUMNS))
#: Widths of the columns; the title takes what is left when there is more.
WIDTHS = (170, 280, 160, 116, 110, 150, 70)
#: Marks a date that cannot be right beside what articles say of the time between events.
CONFLICT_MARK = "≠ "
#: Sorts behind every day there is.
_NEVER = 10**12


class EventTableModel(QAbstractTableModel):
    """Events in order of their dates; a click on a head sorts by that column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events: list[Event] = []
        self._ids: list[str] = []
        self._row_of: dict[str, int] | None = None
        #: The events in rising order of the column that is sorted by.
        self._sorted: Order[Event] = Order()
        self._known: Mapping[str, Event] = {}
        self._names: Mapping[str, str] = {}
        self._articles: Mapping[str, str] = {}
        self._checked: frozenset[str] = frozenset()
        self._conflicts: Mapping[str, str] = {}
        self._order = (DATE, Qt.SortOrder.AscendingOrder)

    def set_events(
        self,
        events: Sequence[Event],
        names: Mapping[str, str],
        articles: Mapping[str, str],
        checked: frozenset[str],
        conflicts: Mapping[str, str] | None = None,
    ) -> None:
        """Shows other events; `names` and `articles` are what actors and articles are called, by id.

        `conflicts` says of events, by id, what about their dates cannot be right.
        """
        of_words = (self._names, self._articles, self._checked)
        self._names, self._articles, self._checked, self._conflicts = names, articles, checked, conflicts or {}
        if of_words[0] is not names or of_words[1] != articles or of_words[2] != checked:
            self._sorted, self._known = Order(), {}
        known, now = self._known, {event.id: event for event in events}
        changed = [(event.id, self._key(event), event) for event in events if known.get(event.id) is not event]
        gone = [(id_, (), None) for id_ in known.keys() - now.keys()] if known else []
        self._sorted.change([*changed, *gone])
        self._known = now
        before, ids = self._events, self._ids
        self._lay_out()
        fresh, fresh_ids = self._events, self._ids
        self._take(before, ids)
        ends = change_rows(
            self, ids, fresh_ids,
            without=lambda start, stop: self._take([*before[:start], *before[stop:]], [*ids[:start], *ids[stop:]]),
            take=lambda: self._take(fresh, fresh_ids),
        )  # fmt: skip
        if ends is not None and fresh:
            # Words of actors and articles, and marks, may have changed in any row; only those in view are painted.
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(COLUMNS) - 1))

    def _take(self, events: list[Event], ids: list[str]) -> None:
        self._events, self._ids, self._row_of = events, ids, None

    def _lay_out(self) -> None:
        """The rows in the order that is asked for."""
        falling = self._order[1] == Qt.SortOrder.DescendingOrder
        events = self._sorted.values[::-1] if falling else self._sorted.values
        self._take(events, [event.id for event in events])

    def _key(self, event: Event) -> Key:
        """What an event is sorted by."""
        column = self._order[0]
        low, high = _days(event)
        if column == DATE:
            return low, high, event.title, event.id
        return self._words(event, column).lower(), low, high, event.id

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._events)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section] if 0 <= section < len(COLUMNS) else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._events):
            return None
        event = self._events[index.row()]
        conflict = self._conflicts.get(event.id, "") if index.column() == DATE else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return (CONFLICT_MARK if conflict else "") + self._words(event, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return conflict or self._words(event, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{COLUMNS[index.column()]}: {self._words(event, index.column()) or 'none'}"
            return f"{said}. {conflict}" if conflict else said
        if role == Qt.ItemDataRole.ForegroundRole and index.column() != TITLE:
            return colour(current_theme().text_muted)
        return None

    def _words(self, event: Event, column: int) -> str:
        if column == DATE:
            return date_words(event.when)
        if column == TITLE:
            return event.title
        if column == ACTORS:
            return listed((self._names.get(part.actor, "") for part in event.participants), 4)
        if column == FACTUALITY:
            return FACTUALITY_WORDS[event.factuality] + (", said" if event.statement else "")
        if column == TAGS:
            return ", ".join(event.tags)
        if column == ARTICLE:
            return listed(dict.fromkeys(self._articles.get(one.article, "") for one in event.passages), 2)
        return "checked" if event.id in self._checked else ""

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.event_id(index)) for index in self.persistentIndexList()]
        same_column, self._order = column == self._order[0], (column, order)
        if not same_column:
            self._sorted = Order()
            self._sorted.change([(event.id, self._key(event), event) for event in self._known.values()])
        self._lay_out()
        for index, event_id in kept:
            row = self.row_of(event_id)
            self.changePersistentIndex(index, self.index(row, index.column()) if row >= 0 else QModelIndex())
        self.layoutChanged.emit()

    def event_id(self, index: Index) -> str:
        """The event of a row, or ""."""
        return self._events[index.row()].id if index.isValid() and index.row() < len(self._events) else ""

    def row_of(self, event_id: str) -> int:
        """The row of an event, -1 if it is not shown."""
        if self._row_of is None:
            self._row_of = dict(zip(self._ids, range(len(self._ids)), strict=True))
        return self._row_of.get(event_id, -1)


def _days(event: Event) -> tuple[int, int]:
    when = event.when
    if when is None:
        return _NEVER, _NEVER
    low = when.earliest if when.earliest is not None else when.latest
    high = when.latest if when.latest is not None else when.earliest
    return (_NEVER if low is None else low), (_NEVER if high is None else high)


class EventTable(QTableView):
    """The table itself, in step with the timeline."""

    event_chosen = Signal(str)
    event_activated = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("event_table")
        self.setAccessibleName("Events")
        self.setAccessibleDescription("The events of the timeline as a table.")
        self.events = EventTableModel(self)
        self._quiet = False
        self.setModel(self.events)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(27)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        self.sortByColumn(DATE, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_requested.emit(self.events.event_id(self.indexAt(at)), self.viewport().mapToGlobal(at))
        )
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.doubleClicked.connect(lambda index: self.event_activated.emit(self.events.event_id(index)))

    def show_events(
        self,
        events: Sequence[Event],
        names: Mapping[str, str],
        articles: Mapping[str, str],
        checked: frozenset[str],
        conflicts: Mapping[str, str] | None = None,
    ) -> None:
        """Shows these events and keeps the chosen one chosen; see `EventTableModel.set_events`."""
        chosen = self.events.event_id(self.currentIndex())
        self._quiet = True
        self.events.set_events(events, names, articles, checked, conflicts)
        self._quiet = False
        self.mark(chosen)

    def mark(self, event_id: str) -> None:
        """Marks an event as chosen, and brings it into view, without telling anyone."""
        row = self.events.row_of(event_id)
        if row == self.currentIndex().row():
            return
        self._quiet = True
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            # By itself the view would ask which keys are held, and keep what was chosen before beside it.
            only = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self.events.index(row, TITLE), only)
        self._quiet = False

    def resizeEvent(self, qevent: QResizeEvent) -> None:
        """Gives the title what the other columns leave."""
        super().resizeEvent(qevent)
        others = sum(self.columnWidth(column) for column in range(len(COLUMNS)) if column != TITLE)
        self.setColumnWidth(TITLE, max(WIDTHS[TITLE], self.viewport().width() - others))

    def chosen_ids(self) -> list[str]:
        """All marked events, from the top."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return [self.events.event_id(self.events.index(row, 0)) for row in rows]

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        event_id = self.events.event_id(now)
        if event_id and not self._quiet:
            self.event_chosen.emit(event_id)

"""The list of actors, ranked by their events: a dot (filled: has a lane), name, kind, and a little chart over time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, overload

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeline_app.drawing.theme import Theme, colour, current_theme
from timeline_app.layout.lanes import NO_COLOUR
from timeline_app.model import Actor
from timeline_app.views.rows import Index, RowsList, RowsModel, paint_line, paint_row_ground
from timeline_app.views.words import KIND_WORDS, count

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 46
DOT_AREA = 34
CHART_WIDTH = 40


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One actor as it is listed, with its events that are shown; `colour_index` is `NO_COLOUR` without a lane."""

    actor: Actor
    events: int
    bars: tuple[int, ...] = ()
    colour_index: int = NO_COLOUR
    #: All its events, shown or not.
    total: int = 0

    @property
    def has_lane(self) -> bool:
        """Whether the timeline shows a lane for it."""
        return self.colour_index != NO_COLOUR

    @property
    def facts(self) -> str:
        """The second line: "State · 14 events", or "State · 3 of 14" where some of them are not shown."""
        some = f"{self.events:,} of {self.total:,}" if self.events < self.total else count(self.events, "event")
        return f"{KIND_WORDS[self.actor.kind]} · {some}"


class ActorRows(Sequence[ActorRow]):
    """The rows of the list, in the order given; each is made when it is looked at, for there may be very many."""

    def __init__(
        self,
        actors: Sequence[Actor],
        counts: Mapping[str, int],
        seen: Mapping[str, int],
        bars: Callable[[str], tuple[int, ...]],
        colours: Mapping[str, int],
    ) -> None:
        self.actors = actors
        self._counts, self._seen, self._bars, self._colours = counts, seen, bars, colours

    def __len__(self) -> int:
        return len(self.actors)

    @overload
    def __getitem__(self, number: int) -> ActorRow: ...

    @overload
    def __getitem__(self, number: slice) -> ActorRows: ...

    def __getitem__(self, number: int | slice) -> ActorRow | ActorRows:
        if isinstance(number, slice):
            return ActorRows(self.actors[number], self._counts, self._seen, self._bars, self._colours)
        actor = self.actors[number]
        colour_index = self._colours.get(actor.id, NO_COLOUR)
        return ActorRow(
            actor, self._seen.get(actor.id, 0), self._bars(actor.id), colour_index, self._counts.get(actor.id, 0)
        )


class ActorListModel(RowsModel):
    """Actors for Qt: text for the name, check state for the lane, `ROW_ROLE` for the whole row."""

    lane_toggled = Signal(str)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row: ActorRow | None = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.actor.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            lane = "shown as lane" if row.has_lane else "no lane"
            return f"{row.actor.name}, {row.facts}, {lane}"
        if role == Qt.ItemDataRole.ToolTipRole:
            also = f"\nalso {', '.join(row.actor.aliases[:8])}" if row.actor.aliases else ""
            return f"{row.actor.name}: {row.facts}{also}\nThe dot gives it a lane on the timeline."
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.has_lane else Qt.CheckState.Unchecked
        return row if role == ROW_ROLE else None

    def setData(self, index: Index, _value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        # The project decides; the new state comes back with the next rows.
        self.lane_toggled.emit(self.key_at(index))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren


class ActorDelegate(QStyledItemDelegate):
    """Paints a row of the list of actors."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ActorRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        theme = current_theme()
        rect: QRect = option.rect
        painter.save()
        paint_row_ground(painter, option, theme)
        self._paint_dot(painter, rect, row, theme)
        chart = QRect(rect.right() - CHART_WIDTH - 12, rect.top() + 9, CHART_WIDTH, rect.height() - 20)
        words = QRect(rect.left() + DOT_AREA + 6, rect.top(), chart.left() - rect.left() - DOT_AREA - 12, rect.height())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_line(painter, words.adjusted(0, 6, 0, -22), row.actor.name, colour(theme.text), 13, bold=chosen)
        paint_line(painter, words.adjusted(0, 24, 0, -5), row.facts, colour(theme.text_muted), 11)
        self._paint_chart(painter, chart, row, theme)
        painter.restore()

    def _paint_dot(self, painter: QPainter, rect: QRect, row: ActorRow, theme: Theme) -> None:
        centre = QPointF(rect.left() + DOT_AREA / 2 + 4, rect.center().y() + 0.5)
        ink = colour(theme.actor_colour(row.colour_index))
        painter.setPen(QPen(ink, 1.6))
        painter.setBrush(ink if row.has_lane else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, 5.8, 5.8)

    def _paint_chart(self, painter: QPainter, rect: QRect, row: ActorRow, theme: Theme) -> None:
        highest = max(row.bars, default=0)
        if not highest:
            return
        step = rect.width() / len(row.bars)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.actor_colour(row.colour_index), 1.0 if row.has_lane else 0.55))
        for number, height in enumerate(row.bars):
            if height:
                # Even a single event is seen beside a hundred.
                tall = max(2.0, rect.height() * height / max(highest, 4))
                painter.drawRect(QRectF(rect.left() + number * step, rect.bottom() - tall, max(step - 1.2, 1.5), tall))

    def editorEvent(
        self, qevent: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the dot, or Space, gives the actor a lane or takes it away."""
        if isinstance(qevent, QMouseEvent) and qevent.type() == QEvent.Type.MouseButtonRelease:
            rect: QRect = option.rect
            on_dot = qevent.position().x() < rect.left() + DOT_AREA
            if on_dot and qevent.button() == Qt.MouseButton.LeftButton:
                return model.setData(model.index(index.row(), 0), None, Qt.ItemDataRole.CheckStateRole)
        return False


class ActorList(RowsList):
    """The list itself."""

    actor_chosen = Signal(str)
    actor_opened = Signal(str)
    lane_toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.actors = ActorListModel()
        super().__init__(self.actors, ActorDelegate(), parent)
        self.setObjectName("actor_list")
        self.setAccessibleName("Actors")
        self.actors.lane_toggled.connect(self.lane_toggled)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.doubleClicked.connect(lambda index: self.actor_opened.emit(self.actors.key_at(index)))

    def show_rows(self, rows: ActorRows) -> None:
        """Shows these actors and keeps the marked ones marked."""
        # The numbers beside the names may have changed anywhere.
        self.replace_rows(rows, [actor.id for actor in rows.actors], all_changed=True)

    def chosen_ids(self) -> list[str]:
        """All marked actors, from the top."""
        return [self.actors.key_at(index) for index in self.marked()]

    menu_rows = chosen_ids

    def choose(self, index: QModelIndex) -> None:
        """Says which actor was chosen."""
        if actor_id := self.actors.key_at(index):
            self.actor_chosen.emit(actor_id)

    def keyPressEvent(self, qevent: QKeyEvent) -> None:
        """Return opens, Space gives a lane, arrows walk and choose."""
        index = self.currentIndex()
        if qevent.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.actor_opened.emit(self.actors.key_at(index))
        elif qevent.key() == Qt.Key.Key_Space and index.isValid():
            self.lane_toggled.emit(self.actors.key_at(index))
        else:
            super().keyPressEvent(qevent)

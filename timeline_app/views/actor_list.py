"""The list of actors, ranked by their events: a dot (filled: has a lane), name, kind, and a little chart over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeline_app.drawing.theme import Theme, colour, current_theme, font
from timeline_app.layout.lanes import NO_COLOUR
from timeline_app.model import Actor
from timeline_app.views.words import KIND_WORDS, count

Index = QModelIndex | QPersistentModelIndex
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


def actor_rows(
    actors: Sequence[Actor],
    counts: Mapping[str, int],
    seen: Mapping[str, int],
    bars: Mapping[str, tuple[int, ...]],
    colours: Mapping[str, int],
) -> list[ActorRow]:
    """The rows of the list, in the order given; `counts` are all events of an actor, `seen` those shown."""
    return [
        ActorRow(
            actor,
            seen.get(actor.id, 0),
            bars.get(actor.id, ()),
            colours.get(actor.id, NO_COLOUR),
            counts.get(actor.id, 0),
        )
        for actor in actors
    ]


class ActorListModel(QAbstractListModel):
    """Actors for Qt: text for the name, check state for the lane, `ROW_ROLE` for the whole row."""

    lane_toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ActorRow] = []

    def set_rows(self, rows: Sequence[ActorRow]) -> None:
        """Shows other rows; where the same actors stand in the same order, nothing moves."""
        fresh = list(rows)
        if [row.actor.id for row in fresh] == [row.actor.id for row in self._rows]:
            self._rows = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
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
        self.lane_toggled.emit(self._rows[index.row()].actor.id)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren

    def row(self, index: Index) -> ActorRow | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, actor_id: str) -> QModelIndex:
        """Where an actor stands; an invalid index if it is not listed."""
        for number, row in enumerate(self._rows):
            if row.actor.id == actor_id:
                return self.index(number)
        return QModelIndex()


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """The rounded ground of a row that is chosen or under the pointer, and the mark of the focus."""
    rect = QRectF(option.rect).adjusted(6, 1, -6, -1)
    state = option.state
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(colour(theme.accent_soft))
        painter.drawRoundedRect(rect, 6, 6)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(colour(theme.text, 0.05))
        painter.drawRoundedRect(rect, 6, 6)
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(theme.accent), 1.5))
        painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)


def paint_line(painter: QPainter, rect: QRect, words: str, ink: QColor, pixels: float, *, bold: bool = False) -> None:
    """One line of words, elided at the right."""
    face = font(pixels, bold=bold)
    painter.setFont(face)
    painter.setPen(ink)
    fitting = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)


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


class ActorList(QListView):
    """The list itself. It decides nothing: it says what was asked for."""

    actor_chosen = Signal(str)
    actor_opened = Signal(str)
    lane_toggled = Signal(str)
    menu_requested = Signal(list, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actor_list")
        self.setAccessibleName("Actors")
        self.actors = ActorListModel(self)
        self.actors.lane_toggled.connect(self.lane_toggled)
        self.setModel(self.actors)
        self.setItemDelegate(ActorDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.clicked.connect(self._choose)
        self.doubleClicked.connect(lambda index: self.actor_opened.emit(self._id(index)))

    def show_rows(self, rows: Sequence[ActorRow]) -> None:
        """Shows these actors and keeps the chosen one chosen."""
        chosen = self._id(self.currentIndex())
        self.actors.set_rows(rows)
        if chosen:
            self.mark(chosen)

    def mark(self, actor_id: str) -> None:
        """Marks an actor as chosen without telling anyone; "" marks none."""
        index = self.actors.index_of(actor_id) if actor_id else QModelIndex()
        if index == self.currentIndex() and self.selectionModel().isSelected(index):
            return
        self.setCurrentIndex(index)
        if not index.isValid():
            self.clearSelection()

    def chosen_ids(self) -> list[str]:
        """All marked actors, from the top."""
        return [self._id(index) for index in sorted(self.selectedIndexes(), key=lambda index: index.row())]

    def _id(self, index: Index) -> str:
        row = self.actors.row(index)
        return row.actor.id if row else ""

    def _choose(self, index: QModelIndex) -> None:
        if actor_id := self._id(index):
            self.actor_chosen.emit(actor_id)

    def keyPressEvent(self, qevent: QKeyEvent) -> None:
        """Return chooses, Space gives a lane, arrows walk and choose."""
        index = self.currentIndex()
        if qevent.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.actor_opened.emit(self._id(index))
        elif qevent.key() == Qt.Key.Key_Space and index.isValid():
            self.lane_toggled.emit(self._id(index))
        else:
            super().keyPressEvent(qevent)
            if self.currentIndex() != index and len(self.selectedIndexes()) == 1:
                self._choose(self.currentIndex())

    def _ask_for_menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        if ids := self.chosen_ids():
            self.menu_requested.emit(ids, self.viewport().mapToGlobal(position))

"""Lists of very many rows: models that tell the view only what changed, and what all such views have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress
from operator import is_not
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeline_app.drawing.theme import Theme, colour, current_theme, font

Index = QModelIndex | QPersistentModelIndex
#: So many rows are put in or taken out one stretch at a time; with more the view begins anew.
FEW = 400


def common_ends(some: Sequence[Any], others: Sequence[Any]) -> tuple[int, int]:
    """How many things two sequences have in common at their beginning, and how many at their end after that."""
    if some == others:
        return len(some), 0
    shorter = min(len(some), len(others))
    head = _longest(shorter, lambda n: some[:n] == others[:n])
    tail = _longest(shorter - head, lambda n: n == 0 or some[-n:] == others[-n:])
    return head, tail


def _longest(most: int, fits: Callable[[int], bool]) -> int:
    """The largest number up to `most` that fits, where all smaller ones do. Few comparisons of long stretches."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if fits(middle) else (least, middle - 1)
    return least


def change_rows(
    model: QAbstractItemModel,
    before: list[str],
    keys: list[str],
    *,
    without: Callable[[int, int], None],
    take: Callable[[], None],
) -> tuple[int, int] | None:
    """Lead a model from the rows of some keys to those of others, and tell its views only of what comes and goes.

    `without(start, stop)` has the model leave these rows out, `take()` has it hold the new ones. Returns how many rows
    stayed at the beginning and at the end; None where the views had to begin anew, and have forgotten what was marked.
    """
    head, tail = common_ends(before, keys)
    removed, added = len(before) - head - tail, len(keys) - head - tail
    if removed + added > FEW:
        model.beginResetModel()
        take()
        model.endResetModel()
        return None
    if removed:
        model.beginRemoveRows(QModelIndex(), head, head + removed - 1)
        without(head, head + removed)
        model.endRemoveRows()
    if added:
        model.beginInsertRows(QModelIndex(), head, head + added - 1)
        take()
        model.endInsertRows()
    else:
        take()
    return head, tail


def changed_rows(before: Sequence[Any], rows: Sequence[Any], ends: tuple[int, int]) -> list[int]:
    """Of the rows that stayed at both ends, the numbers of those that are not the very same value any more."""
    head, tail = ends
    stayed = [*range(head), *range(len(rows) - tail, len(rows))]
    old = [*before[:head], *before[len(before) - tail :]]
    new = [*rows[:head], *rows[len(rows) - tail :]]
    return list(compress(stayed, map(is_not, old, new)))


class RowsModel(QAbstractListModel):
    """Rows for Qt, each with a key that tells it apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Any] = ()
        self._keys: list[str] = []
        self._place: dict[str, int] | None = None

    def replace_rows(self, rows: Sequence[Any], keys: list[str], *, all_changed: bool = False) -> None:
        """Show other rows under these keys.

        Rows that are the very same value as before are not told as changed, but for `all_changed`.
        """
        before, old = self._rows, self._keys
        ends = change_rows(
            self, old, keys,
            without=lambda start, stop: self._take(_Spliced(before, start, stop), [*old[:start], *old[stop:]]),
            take=lambda: self._take(rows, keys),
        )  # fmt: skip
        if ends is None:
            return
        changed = list(range(len(rows))) if all_changed else changed_rows(before, rows, ends)
        if len(changed) > FEW:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        else:
            for number in changed:
                self.dataChanged.emit(self.index(number), self.index(number))

    def _take(self, rows: Sequence[Any], keys: list[str]) -> None:
        self._rows, self._keys, self._place = rows, keys, None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def row(self, index: Index) -> Any | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def key_at(self, index: Index) -> str:
        """The key of the row at an index, "" where there is none."""
        return self._keys[index.row()] if index.isValid() and index.row() < len(self._keys) else ""

    def index_of(self, key: str) -> QModelIndex:
        """Where the row of a key stands; an invalid index if it is not listed."""
        if self._place is None:
            self._place = dict(zip(self._keys, range(len(self._keys)), strict=True))
        number = self._place.get(key)
        return QModelIndex() if number is None else self.index(number)


class _Spliced(Sequence[Any]):
    """A sequence without its stretch [start, stop)."""

    def __init__(self, rows: Sequence[Any], start: int, stop: int) -> None:
        self._rows, self._start, self._left_out = rows, start, stop - start

    def __len__(self) -> int:
        return len(self._rows) - self._left_out

    def __getitem__(self, number: Any) -> Any:
        return self._rows[number if number < self._start else number + self._left_out]


class RowsList(QListView):
    """A list of rows that decides nothing: what is asked for is said by signals."""

    #: The rows that are marked, and where on the screen.
    menu_requested = Signal(list, QPoint)

    def __init__(self, rows: RowsModel, delegate: QStyledItemDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        #: What an empty list says.
        self.nothing = ""
        rows.setParent(self)
        delegate.setParent(self)
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.clicked.connect(self.choose)

    def replace_rows(self, rows: Sequence[Any], keys: list[str], *, all_changed: bool = False) -> None:
        """Shows these rows; what was marked stays so."""
        current = self.rows.key_at(self.currentIndex())
        marked = [self.rows.key_at(index) for index in self.selectedIndexes()]
        self.rows.replace_rows(rows, keys, all_changed=all_changed)
        if current and self.rows.key_at(self.currentIndex()) != current:
            self.mark(current)
        if len(marked) > max(1, len(self.selectedIndexes())):
            chosen = QItemSelection()
            for index in map(self.rows.index_of, marked):
                chosen.select(index, index)
            self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Rows of one height stay where they are: laying out thousands of them again for each change would be felt."""
        if self.uniformItemSizes():
            QAbstractItemView.dataChanged(self, first, last, roles)
            self.viewport().update()
        else:
            super().dataChanged(first, last, roles)

    def mark(self, key: str) -> None:
        """Marks a row without telling anyone; "" marks none."""
        index = self.rows.index_of(key) if key else QModelIndex()
        # A list that got the focus has a current row that is not chosen.
        if index == self.currentIndex() and self.selectionModel().isSelected(index):
            return
        self.setCurrentIndex(index)
        if not index.isValid():
            self.clearSelection()

    def marked(self) -> list[QModelIndex]:
        """All marked rows, from the top."""
        return sorted(self.selectedIndexes(), key=lambda index: index.row())

    def choose(self, index: QModelIndex) -> None:
        """What a click on a row, or walking to it, does."""
        raise NotImplementedError

    def menu_rows(self) -> list[Any]:
        """What a menu is asked for: the marked rows."""
        return [self.rows.row(index) for index in self.marked()]

    def focusInEvent(self, qevent: QFocusEvent) -> None:
        """Who comes by Tab sees where the keys will act, although nothing is chosen yet."""
        super().focusInEvent(qevent)
        by_tab = qevent.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if by_tab and not self.currentIndex().isValid() and self.rows.rowCount():
            self.selectionModel().setCurrentIndex(self.rows.index(0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def paintEvent(self, qevent: QPaintEvent) -> None:
        """An empty list says why it is empty."""
        super().paintEvent(qevent)
        if self.nothing and not self.rows.rowCount():
            with QPainter(self.viewport()) as painter:
                painter.setPen(colour(current_theme().text_muted))
                painter.setFont(font(12))
                place = self.viewport().rect().adjusted(18, 16, -18, -16)
                painter.drawText(place, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, self.nothing)

    def keyPressEvent(self, qevent: QKeyEvent) -> None:
        """Arrows walk and choose."""
        index = self.currentIndex()
        super().keyPressEvent(qevent)
        if self.currentIndex() != index and len(self.selectedIndexes()) == 1:
            self.choose(self.currentIndex())

    def _ask_for_menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        if rows := self.menu_rows():
            self.menu_requested.emit(rows, self.viewport().mapToGlobal(position))


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


def two_lines(words: str, metrics: QFontMetrics, width: int) -> str:
    """Breaks at a space so that each of two lines fits; the second is elided."""
    if metrics.horizontalAdvance(words) <= width:
        return words
    first = ""
    parts = words.split(" ")
    while parts and metrics.horizontalAdvance(f"{first} {parts[0]}".strip()) <= width:
        first = f"{first} {parts.pop(0)}".strip()
    rest = metrics.elidedText(" ".join(parts), Qt.TextElideMode.ElideRight, width)
    return f"{first}\n{rest}" if first else rest

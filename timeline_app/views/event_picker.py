"""A list that pops up where several events lie in one place: titles with date and actors, chosen by mouse or keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.drawing.theme import Theme, colour, font, font_metrics
from timeline_app.views.words import count

WIDTH, MOST_IN_VIEW = 380, 8
PADDING, LINE_GAP = 12, 3
_Index = QModelIndex | QPersistentModelIndex
_About = Qt.ItemDataRole.UserRole
_Colour = Qt.ItemDataRole.UserRole + 1


class Choice(NamedTuple):
    """One event to choose: its id, its title, date and actors in one line, and the colour of its lane."""

    event_id: str
    title: str
    about: str
    ink: str


class EventPicker(QFrame):
    """Shows choices and calls `chosen` with the id of the one that was taken; deletes itself when it closes.

    `total` is how many events there are, where these are not all.
    """

    def __init__(
        self,
        choices: Sequence[Choice],
        chosen: Callable[[str], None],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        total: int = 0,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("event_picker")
        self._chosen = chosen
        self.list = QListWidget()
        self.list.setItemDelegate(_Lines(theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.itemEntered.connect(self.list.setCurrentItem)
        self.list.itemClicked.connect(self._take)
        self.list.installEventFilter(self)
        for choice in choices:
            self.list.addItem(_item(choice))
        self.list.setCurrentRow(0)
        words = f"{count(len(choices), 'event')} here"
        if total > len(choices):
            words = f"The first {len(choices):,} of {total:,} events here"
        self.list.setAccessibleName(words)
        heading = QLabel(words)
        heading.setFont(font(theme.metrics.font_small, bold=True))
        heading.setStyleSheet(f"color: {theme.text_muted}; padding: 8px {PADDING}px 4px {PADDING}px;")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 5)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addWidget(self.list)
        self.setStyleSheet(
            f"#event_picker {{ background: {theme.surface}; border: 1px solid {theme.border}; }}"
            f"#event_picker QListWidget {{ background: {theme.surface}; border: 0; outline: 0; padding: 0; }}"
        )
        rows = min(len(choices), MOST_IN_VIEW)
        self.list.setFixedSize(WIDTH, rows * _row_height(theme) + 2)

    def open_at(self, place: QPoint) -> None:
        """Open at a point of the screen, or as near to it as all of the list is seen."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(place.x(), room.right() - self.width())
        top = place.y() if place.y() + self.height() <= room.bottom() else place.y() - self.height()
        self.move(max(room.left(), left), max(room.top(), top))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QWidget, qevent: QEvent) -> bool:  # type: ignore[override]
        """Enter takes the current event, Escape closes; all other keys walk the list."""
        if qevent.type() == QEvent.Type.KeyPress and isinstance(qevent, QKeyEvent):
            if qevent.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self._take(self.list.currentItem())
                return True
            if qevent.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, qevent)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            event_id = str(item.data(Qt.ItemDataRole.StatusTipRole))
            self.close()
            self._chosen(event_id)


def _item(choice: Choice) -> QListWidgetItem:
    item = QListWidgetItem(choice.title)
    item.setData(_About, choice.about)
    item.setData(_Colour, choice.ink)
    item.setData(Qt.ItemDataRole.StatusTipRole, choice.event_id)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.title}, {choice.about}")
    item.setToolTip(choice.title)
    return item


def _row_height(theme: Theme) -> int:
    metrics = theme.metrics
    return round(font_metrics(metrics.font_title).height() + font_metrics(metrics.font_small).height()) + LINE_GAP + 13


class _Lines(QStyledItemDelegate):
    """Two lines an event beside the colour of its lane: the title, and when and who."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """The same for all."""
        return QSize(WIDTH, _row_height(self._theme))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The lines, on a soft ground where the event is the current one."""
        theme, box = self._theme, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.accent_soft))
            painter.drawRoundedRect(box.adjusted(5, 1, -5, -1), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(str(index.data(_Colour))))
        dot = 9
        painter.drawEllipse(QRect(box.left() + PADDING, box.top() + 13, dot, dot))
        room = box.adjusted(PADDING + dot + 9, 6, -PADDING, -7)
        first = font_metrics(theme.metrics.font_title)
        self._line(painter, room, first.height(), str(index.data()), theme.metrics.font_title, theme.text)
        room.setTop(round(room.top() + first.height() + LINE_GAP))
        small = theme.metrics.font_small
        self._line(painter, room, font_metrics(small).height(), str(index.data(_About)), small, theme.text_muted)
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, room: QRect, height: float, words: str, size: float, ink: str) -> None:
        painter.setFont(font(size))
        painter.setPen(colour(ink))
        shown = font_metrics(size).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        line = QRect(room.left(), room.top(), room.width(), round(height))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

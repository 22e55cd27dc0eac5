"""The small pieces panes are made of: captions, cards, chips, and a layout that wraps like words.

They carry no colours: the stylesheet knows them by the property `part`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QLayoutItem, QPushButton, QSizePolicy, QToolButton, QWidget

from timeline_app.drawing.theme import current_theme
from timeline_app.views.icons import icon

#: Longer words may be broken where they do not fit: each so many letters.
LONGEST_WORD = 32
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_BREAK = "\u200b"


class Words(QLabel):
    """Words that never ask for more width than there is: a very long one is broken, and none sets a least width."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)

    def setText(self, words: str) -> None:
        super().setText(_LONG_WORD.sub(_broken, words))

    def setWordWrap(self, on: bool) -> None:
        super().setWordWrap(on)
        self.setMinimumWidth(1 if on else 0)


def _broken(found: re.Match[str]) -> str:
    word = found[0]
    return _BREAK.join(word[start : start + LONGEST_WORD] for start in range(0, len(word), LONGEST_WORD))


def label(words: str = "", part: str = "", *, wraps: bool = False, selectable: bool = False) -> QLabel:
    """A line of words in one of the looks of the stylesheet: caption, title, muted, strong, error."""
    made = Words(words)
    made.setWordWrap(wraps)
    if part:
        made.setProperty("part", part)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def quiet_button(name: str, words: str, *, icon_name: str = "", tip: str = "") -> QToolButton:
    """A button without a frame: an icon, or words in the accent colour."""
    button = QToolButton()
    button.setObjectName(name)
    button.setProperty("part", "icon-button" if icon_name else "link")
    button.setAccessibleName(words)
    button.setToolTip(tip or words)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon_name:
        button.setIcon(icon(icon_name))
        button.setIconSize(QSize(18, 18))
    else:
        button.setText(words)
    return button


#: In fewer pixels an elided line of words is left out.
LEAST_ELIDED = 60


class ElidedLabel(QLabel):
    """One line of words that shows as much as fits and the rest as tip."""

    def __init__(self, words: str = "", part: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if part:
            self.setProperty("part", part)
        self.setText(words)

    def setText(self, words: str) -> None:
        super().setText(words)
        self.setToolTip(words)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, _qevent: QPaintEvent) -> None:
        metrics = QFontMetrics(self.font())
        if self.width() < LEAST_ELIDED and metrics.horizontalAdvance(self.text()) > self.width():
            # One letter and three dots say nothing.
            return
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), int(self.alignment()) | int(Qt.TextFlag.TextSingleLine), words)


class FlowLayout(QLayout):
    """Items in rows, wrapped like words."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), only_measure=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, only_measure=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, only_measure: bool) -> int:
        x, y, row = rect.x(), rect.y(), 0
        for item in self._items:
            hint = item.sizeHint().boundedTo(QSize(max(rect.width(), 1), 10_000))
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, row = rect.x(), y + row + self._gap, 0
            if not only_measure:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self._gap
            row = max(row, hint.height())
        return y + row - rect.y()


class Card(QFrame):
    """A framed piece that can be clicked, and chosen with the keyboard."""

    clicked = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")
        self.setAccessibleName(name)

    @property
    def accessible_role(self) -> QAccessible.Role:
        """A button where it can be clicked, else a group."""
        return QAccessible.Role.Button if self.property("clickable") else QAccessible.Role.Grouping

    def press(self) -> None:
        """Does what a click does."""
        if self.property("clickable"):
            self.clicked.emit()

    def make_clickable(self, act: Callable[[], None], tip: str = "") -> None:
        """Lets mouse, Space and Return do `act`."""
        self.setProperty("clickable", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tip)
        self.clicked.connect(act)

    def make_copyable(self, words: str) -> None:
        """Lets a menu, and the keys for copying while the card has the focus, put `words` on the clipboard."""
        copy = QAction("&Copy with Source", self)
        copy.setShortcuts(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(words))
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def mouseReleaseEvent(self, qevent: QMouseEvent) -> None:
        if qevent.button() == Qt.MouseButton.LeftButton and self.rect().contains(qevent.position().toPoint()):
            self.clicked.emit()
        super().mouseReleaseEvent(qevent)

    def event(self, qevent: QEvent) -> bool:
        # Return is also the shortcut of "open passage"; on a card it means the card.
        if (
            qevent.type() == QEvent.Type.ShortcutOverride
            and isinstance(qevent, QKeyEvent)
            and self.property("clickable")
            and qevent.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        ):
            qevent.accept()
            return True
        return super().event(qevent)

    def keyPressEvent(self, qevent: QKeyEvent) -> None:
        if qevent.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.property("clickable"):
            self.clicked.emit()
            return
        super().keyPressEvent(qevent)


class Chip(QPushButton):
    """An actor as a rounded outline in its colour."""

    def __init__(self, words: str, colour_index: int, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._colour_index = colour_index
        self.setProperty("part", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tip or words)
        self.apply_theme()

    def apply_theme(self) -> None:
        """Takes the colours of the current theme."""
        theme = current_theme()
        ink, line = theme.actor_text(self._colour_index), theme.actor_colour(self._colour_index)
        soft = theme.actor_tint(self._colour_index)
        self.setStyleSheet(
            f"QPushButton {{ color: {ink}; border: 1.5px solid {line}; background: {theme.surface}; }}"
            f"QPushButton:hover, QPushButton:focus {{ background: {soft}; }}"
        )

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(min(metrics.horizontalAdvance(self.text()) + 26, 300), metrics.height() + 9)


def settle(*layouts: QLayout) -> None:
    """Shows at once, each in its place, what was put into layouts: else it is seen for a moment where it is not."""
    for one in layouts:
        for place in range(one.count()):
            item = one.itemAt(place)
            if item is not None and (widget := item.widget()) is not None:
                widget.show()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def tab_through(widgets: Iterable[QWidget]) -> None:
    """Lets Tab go through widgets as they stand; those made last would otherwise come last."""
    for one, following in pairwise(widgets):
        QWidget.setTabOrder(one, following)


def widgets_in(layout: QLayout) -> list[QWidget]:
    """The widgets of a layout that can have the focus, in their order."""
    items = [layout.itemAt(place) for place in range(layout.count())]
    found = [item.widget() for item in items if item is not None]
    return [one for one in found if one is not None and one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def clear_layout(layout: QLayout) -> None:
    """Takes all out of a layout, and its widgets out of the world."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        if (widget := item.widget()) is not None:
            # Out of sight now: deletion waits for the event loop, and the new ones must not stand beside the old.
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear_layout(inner)

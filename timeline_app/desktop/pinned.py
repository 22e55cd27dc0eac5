"""Panes pinned beside the window's own: their title, and where there is room for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QWidget

from timeline_app.views.cards import label, quiet_button

PANE_WIDTH, LEAST_PANE = 330, 240
#: A pane that floats is at least so high, and goes so far from where it stood.
LOOSE_HEIGHT, STEP = 480, 24


class PaneTitle(QWidget):
    """The title of a pinned pane: drag it elsewhere, float it, close it; also by the keyboard."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setProperty("part", "pane-head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # The pane itself begins with the name.
        self.setAccessibleName(dock.windowTitle())
        dock.windowTitleChanged.connect(self.setAccessibleName)
        loose = quiet_button("float_pane", "Float or dock the pane", icon_name="float")
        loose.clicked.connect(lambda: tear_off(dock) if not dock.isFloating() else dock.setFloating(False))
        close = quiet_button("close_pane", "Close the pane", icon_name="dismiss")
        close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 6, 3)
        row.setSpacing(2)
        row.addWidget(label("ACTOR", "caption"), 1)
        row.addWidget(loose)
        row.addWidget(close)


def tear_off(dock: QDockWidget) -> None:
    """Lets a pane float, a step aside and as large as is good to read: in its old place it would look as before."""
    before = dock.mapToGlobal(QPoint(0, 0))
    dock.setFloating(True)
    room = dock.screen().availableGeometry()
    dock.resize(max(dock.width(), PANE_WIDTH), min(max(dock.height(), LOOSE_HEIGHT), room.height() - STEP))
    aside = before - QPoint(dock.width() + STEP, -STEP)
    lowest = max(room.top(), room.bottom() - dock.height())
    dock.move(max(room.left(), aside.x()), min(aside.y(), lowest))


def place_beside(window: QMainWindow, dock: QDockWidget, others: Sequence[QDockWidget]) -> None:
    """Docks a pane beside the others where there is room for one more, else behind a tab of the last one.

    In a window too narrow for a single one it floats.
    """
    beside = [one for one in others if not one.isFloating()]
    room = _room_for_panes(window)
    if beside and room < len(_groups(window, beside)) + 1:
        window.tabifyDockWidget(beside[-1], dock)
        dock.show()
        dock.raise_()
        return
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock, Qt.Orientation.Horizontal)
    if room < 1:
        tear_off(dock)


def gather_where_narrow(window: QMainWindow, docks: Sequence[QDockWidget]) -> None:
    """Puts panes behind tabs where they do not fit side by side any more: nothing else would have a place to stand."""
    beside = [one for one in docks if not one.isFloating()]
    groups = _groups(window, beside)
    if len(groups) > 1 and _room_for_panes(window) < len(groups):
        for one in beside[1:]:
            window.tabifyDockWidget(beside[0], one)


def least_width(window: QMainWindow, docks: Sequence[QDockWidget]) -> int:
    """How wide the window has to stay for all that is docked in it."""
    central = window.centralWidget()
    middle = central.minimumSizeHint().width() if central is not None else 0
    return middle + (0 if all(one.isFloating() for one in docks) else LEAST_PANE + 2)


def _groups(window: QMainWindow, docks: Sequence[QDockWidget]) -> set[frozenset[QDockWidget]]:
    """The panes, those behind tabs of one another together."""
    return {frozenset({one, *window.tabifiedDockWidgets(one)}) for one in docks}


def _room_for_panes(window: QMainWindow) -> int:
    """How many panes fit side by side."""
    return (window.width() - least_width(window, ())) // (LEAST_PANE + 2)

"""Menus in which single letters choose a line, although the same letters are keys of the timeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

_WITH_LETTER = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Menu(QMenu):
    """A menu that keeps letters for itself while it is open."""

    def event(self, qevent: QEvent) -> bool:
        """Letters are looked for in the menu before they count as shortcuts of what lies below it."""
        if (
            qevent.type() == QEvent.Type.ShortcutOverride
            and isinstance(qevent, QKeyEvent)
            and not qevent.modifiers() & ~_WITH_LETTER
            and qevent.text().isprintable()
            and qevent.text()
        ):
            qevent.accept()
            return True
        return super().event(qevent)


def context_menu(parent: QWidget, items: Iterable[QAction | QMenu | None]) -> Menu:
    """A menu to pop up, gone once it is closed; None makes a line, and lines never stand at an end or twice."""
    menu = Menu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    line = False
    for item in items:
        if item is None:
            line = bool(menu.actions())
            continue
        if line:
            menu.addSeparator()
            line = False
        if isinstance(item, QMenu):
            menu.addMenu(item)
        else:
            menu.addAction(item)
    return menu


def fill_choices(menu: QMenu, words: Mapping[Any, str], choose: Callable[[Any], object]) -> None:
    """Fills a menu with values of which one holds, or none; `choose` is told the value that was clicked."""
    group = QActionGroup(menu)
    group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
    for value, name in words.items():
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setData(value)
        action.triggered.connect(lambda _on=False, value=value: choose(value))
        group.addAction(action)

"""Named stretches of time in the user's hands: made of a marked range, renamed, and taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QMenu

from timeline_app.layout.eras import Era
from timeline_app.views.menus import Menu

if TYPE_CHECKING:
    from timeline_app.views.timeline import TimelineView


class TimelineEras:
    """Changes the eras of a TimelineView and tells of it."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view

    def ask_for(self, first: float, last: float) -> None:
        """Ask how a stretch of time is called, and shade it."""
        name, sure = QInputDialog.getText(self._view, "Name the Range", "Name of this time, such as “Second war”:")
        if sure and name.strip():
            self._choose((*self._view.eras, Era(first, last, name.strip())))
            self._view.clear_marked_range()

    def rename(self, number: int) -> None:
        """Ask for another name."""
        era = self._view.eras[number]
        name, sure = QInputDialog.getText(self._view, "Rename", "Name of this time:", text=era.label)
        if sure and name.strip():
            named = replace(era, label=name.strip())
            self._choose(tuple(named if one is era else one for one in self._view.eras))

    def remove(self, number: int) -> None:
        """Take the shading and the name away; events stay."""
        gone = self._view.eras[number]
        self._choose(tuple(one for one in self._view.eras if one is not gone))

    def _choose(self, eras: tuple[Era, ...]) -> None:
        self._view.set_eras(sorted(eras, key=lambda era: (era.first, era.last)))
        self._view.eras_changed.emit(self._view.eras)

    def menu(self, number: int) -> QMenu:
        """What can be done with an era; it deletes itself when it closes."""
        era = self._view.eras[number]
        menu = Menu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("&Zoom to It", lambda: self._view.set_range(*self._view.port.around(era.first, era.last)))
        menu.addAction("&Mark Its Range", lambda: self._view.mark_range(era.first, era.last))
        menu.addSeparator()
        menu.addAction("&Rename…", lambda: self.rename(number))
        menu.addAction("Remove &Name", lambda: self.remove(number))
        return menu

    def open_menu(self, number: int, place: QPoint) -> None:
        """Open the menu of an era at a point of the screen."""
        self.menu(number).popup(place)

"""The lanes in the user's hands: put into another order, kept at the top, collapsed, hidden."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from timeline_app.layout.lane_choices import LaneChoices
from timeline_app.layout.lanes import Lane
from timeline_app.views.menus import Menu

if TYPE_CHECKING:
    from timeline_app.views.timeline import TimelineView


class TimelineLanes:
    """What is chosen for the lanes of a TimelineView, and how it is changed."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self.choices = LaneChoices()
        #: All lanes there are, also hidden ones.
        self.given: tuple[Lane, ...] = ()
        #: Key of the lane that is being dragged, and the place it would get; -1 for none.
        self.dragged: str | None = None
        self.drop_place = -1

    @property
    def current(self) -> str | None:
        """The key of the lane of the selected event, or else of the topmost one in view; None without lanes."""
        lanes = self._view.lanes
        if not lanes:
            return None
        row = self._view.selected_row
        number = int(self._view.arrangement.columns.lane[row]) if row is not None else self._view.frame().lanes[0]
        return lanes[min(number, len(lanes) - 1)].key

    # Changes

    def choose(self, choices: LaneChoices) -> None:
        """Take over what the user chose, and tell."""
        if choices != self.choices:
            self._view.set_lane_choices(choices)
            self._view.lane_choices_changed.emit(choices)

    def move(self, key: str, by: int) -> None:
        """One place up (-1) or down (+1)."""
        keys = self._keys()
        if key in keys:
            here = keys.index(key)
            self.choose(self.choices.moved(keys, key, max(0, here + (by if by < 0 else by + 1))))

    def toggle_collapsed(self, key: str) -> None:
        """Only count the events of a lane, or show them again."""
        self.choose(self.choices.with_collapsed(key, key not in self.choices.collapsed))

    def toggle_top(self, key: str) -> None:
        """Keep a lane above all others, or no longer."""
        self.choose(self.choices.with_top(key, key not in self.choices.top))

    def hide(self, key: str) -> None:
        """Leave a lane out, unless it is the only one."""
        if len(self._view.lanes) > 1:
            self.choose(self.choices.with_hidden(key, True))

    def show(self, key: str) -> None:
        """Show a lane that was left out."""
        self.choose(self.choices.with_hidden(key, False))

    def show_all(self) -> None:
        """Leave no lane out."""
        self.choose(self.choices.all_shown())

    def _keys(self) -> list[str]:
        return [lane.key for lane in self._view.lanes]

    # Dragging

    def begin_drag(self, lane: int) -> None:
        """A lane's title is being dragged."""
        self.dragged = self._view.lanes[lane].key
        self._view.canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def drag_to(self, y: float) -> None:
        """Show where the lane would go."""
        frame = self._view.frame()
        middles = frame.stack.tops + frame.stack.heights / 2 + frame.body_top - frame.stack.shifts(frame.scroll)
        # A lane that is scrolled beneath those at the top cannot be meant.
        middles[frame.stack.pinned :] = np.maximum(middles[frame.stack.pinned :], frame.highest(frame.stack.pinned))
        self.drop_place = int(np.searchsorted(middles, y))
        self._view.redraw()

    def drop_line(self) -> float | None:
        """The height of the line at which the dragged lane would go; None while nothing is dragged."""
        if self.dragged is None or self.drop_place < 0:
            return None
        frame = self._view.frame()
        if self.drop_place == 0:
            return frame.body_top
        above = self.drop_place - 1
        return frame.lane_top(above) + float(frame.stack.heights[above])

    def drop(self) -> None:
        """Put the lane there."""
        key, place = self.dragged, self.drop_place
        self.cancel_drag()
        if key is not None and place >= 0:
            self.choose(self.choices.moved(self._keys(), key, place))

    def cancel_drag(self) -> None:
        """Leave all lanes where they are."""
        self.dragged, self.drop_place = None, -1
        self._view.redraw()

    # Menu

    def menu(self, key: str) -> QMenu:
        """What can be done with a lane; it deletes itself when it closes."""
        menu = Menu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys = self._keys()
        up = menu.addAction("Move Lane &Up\tShift+↑", lambda: self.move(key, -1))
        up.setEnabled(key != keys[0])
        down = menu.addAction("Move Lane &Down\tShift+↓", lambda: self.move(key, 1))
        down.setEnabled(key != keys[-1])
        top = menu.addAction("Keep at &Top\tP", lambda: self.toggle_top(key))
        top.setCheckable(True)
        top.setChecked(key in self.choices.top)
        collapsed = menu.addAction("&Collapse\tC", lambda: self.toggle_collapsed(key))
        collapsed.setCheckable(True)
        collapsed.setChecked(key in self.choices.collapsed)
        menu.addAction("&Hide Lane\tH", lambda: self.hide(key)).setEnabled(len(keys) > 1)
        self._add_hidden(menu)
        return menu

    def _add_hidden(self, menu: QMenu) -> None:
        hidden = [lane for lane in self.given if lane.key in self.choices.hidden]
        if not hidden:
            return
        menu.addSeparator()
        for lane in hidden:
            title = lane.title.replace("&", "&&")
            menu.addAction(f"Show “{title}”", partial(self.show, lane.key))
        if len(hidden) > 1:
            menu.addAction("Show &All Lanes", self.show_all)

    def open_menu(self, key: str, place: QPoint) -> None:
        """Open the menu of a lane at a point of the screen."""
        self.menu(key).popup(place)

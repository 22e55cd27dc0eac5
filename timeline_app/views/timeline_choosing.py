"""Choosing events on the timeline and walking from one to the next: what keys, mouse, menus and other views share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from timeline_app.views import timeline_walk
from timeline_app.views.timeline_motion import Motion
from timeline_app.views.timeline_port import Viewport

if TYPE_CHECKING:
    from timeline_app.views.timeline import TimelineView


class TimelineChoosing:
    """The selection of a TimelineView, which mixes this in."""

    port: Viewport
    motion: Motion

    def set_up_choosing(self) -> None:
        """Begin with nothing selected."""
        self._wanted = ""
        self._row = -1
        #: Number of the selected event in the columns, -1 for none, and its rows.
        self.selected_number = -1
        self.selected_rows: list[int] = []
        #: Whether the selected event is to be brought into view as soon as it has a place.
        self._to_reveal = False

    @property
    def _view(self) -> TimelineView:
        return cast("TimelineView", self)

    @property
    def selected(self) -> str:
        """The selected event's id, or ""."""
        return self._wanted

    def select(self, event_id: str, *, reveal: bool = True) -> None:
        """Mark an event as selected and bring it into view unless it may stay outside; "" marks none. No signal."""
        if event_id == self._wanted:
            return
        self._wanted = event_id
        self.find_selected()
        self._to_reveal = reveal and bool(event_id)
        self.reveal_selected()
        self._describe()
        self._view.redraw()

    @property
    def selected_row(self) -> int | None:
        """The row of the selected event that was walked to or chosen, None where nothing shown is selected."""
        if not self.selected_rows:
            return None
        return self._row if self._row in self.selected_rows else self.selected_rows[0]

    def reveal_selected(self) -> None:
        """Bring the selected event into view once it has its place among the columns, which may come later."""
        if self._to_reveal and self.selected_rows:
            self._to_reveal = False
            self._reveal(self.selected_rows)

    def find_selected(self) -> None:
        """Find the rows of the selected event among the columns."""
        columns = self.port.arrangement.columns
        self.selected_rows = columns.rows_of(self._wanted) if self._wanted else []
        self.selected_number = int(columns.event[self.selected_rows[0]]) if self.selected_rows else -1

    def choose(self, event_id: str) -> None:
        """Select an event because the user said so, and tell."""
        self.select(event_id)
        self._view.event_clicked.emit(event_id)

    def activate(self, event_id: str) -> None:
        """Choose an event and zoom to it, and tell."""
        self.choose(event_id)
        if self.selected_rows:
            self._fly_to_row(self.selected_rows[0])
        self._view.event_activated.emit(event_id)

    def activate_selected(self) -> None:
        """Tell that the selected event is to be opened."""
        if self._wanted:
            self._view.event_activated.emit(self._wanted)

    def escape(self) -> None:
        """Let go of what is dragged, clear the marked range, or else the selection."""
        if self._view.edges.held is not None:
            self._view.edges.cancel()
        elif self._view.lane_hands.dragged is not None:
            self._view.lane_hands.cancel_drag()
        elif self._view.pointer.marked is not None:
            self.clear_marked_range()
        elif self._wanted:
            self.choose("")

    def mark_range(self, first: float, last: float) -> None:
        """Mark a range, and tell."""
        self._view.pointer.set_marked(first, last)
        self._view.range_selected.emit(first, last)

    def clear_marked_range(self) -> None:
        """Mark no range any more, and tell."""
        if self._view.pointer.marked is not None:
            self._view.pointer.unmark()
            first = self.port.scale.first
            self._view.range_selected.emit(first, first)

    def select_next(self) -> None:
        """The next event in the lane."""
        self._walk(lambda row: timeline_walk.neighbour_in_lane(self.port.arrangement.columns, row, 1))

    def select_previous(self) -> None:
        """The previous event in the lane."""
        self._walk(lambda row: timeline_walk.neighbour_in_lane(self.port.arrangement.columns, row, -1))

    def select_above(self) -> None:
        """The nearest event in the lane above."""
        self._walk(lambda row: timeline_walk.neighbour_lane(self.port.arrangement.columns, row, -1))

    def select_below(self) -> None:
        """The nearest event in the lane below."""
        self._walk(lambda row: timeline_walk.neighbour_lane(self.port.arrangement.columns, row, 1))

    def go_to_first(self) -> None:
        """Select the first of all events."""
        self._choose_row(timeline_walk.outermost(self.port.arrangement.columns, last=False))

    def go_to_last(self) -> None:
        """Select the last of all events."""
        self._choose_row(timeline_walk.outermost(self.port.arrangement.columns, last=True))

    def _walk(self, find: Callable[[int], int | None]) -> None:
        """From the selected row to another one; from nowhere to the event nearest to the middle of the view."""
        columns = self.port.arrangement.columns
        if not len(columns):
            return
        if not self.selected_rows:
            stack = self.port.stack
            lane = max(0, stack.lane_at(stack.scrolled(stack.pinned_height, self.port.scroll)))
            middle = self.port.scale.day_of(self.port.scale.width / 2)
            found = timeline_walk.nearest_in_lane(columns, lane, middle)
            self._choose_row(found if found is not None else timeline_walk.outermost(columns, last=False))
            return
        row = self.selected_row
        self._choose_row(None if row is None else find(row))

    def _choose_row(self, row: int | None) -> None:
        if row is None:
            return
        self._row = row
        self._wanted = self.id_of_row(row)
        self.find_selected()
        self._reveal([row])
        self._describe()
        self._view.redraw()
        self._view.event_clicked.emit(self._wanted)

    def _reveal(self, rows: list[int]) -> None:
        """Bring one of these rows into view, if none of them is there."""
        port = self.port
        lanes = port.stack.visible(port.scroll, port.body_height)
        columns = port.arrangement.columns
        seen = [row for row in rows if int(columns.lane[row]) in lanes]
        first, last = port.reveal((seen or rows)[0])
        if (first, last) != self._view.visible_range():
            self.motion.go(self._view.visible_range(), first, last)
        else:
            self._view.range_shown()

    def _fly_to_row(self, row: int) -> None:
        self.motion.go(self._view.visible_range(), *self.port.around_row(row))

    def _describe(self) -> None:
        """Tell screen readers what is selected."""
        words = self.title_of(self._wanted) if self._wanted else ""
        event = self._view.event_of(self._wanted) if self._wanted else None
        if event is not None:
            from timeline_app.model.phrase import say_when

            words = f"{event.title}, {say_when(event.when)}"
        self._view.canvas.setAccessibleDescription(words)

    def id_of_row(self, row: int) -> str:
        """The event's id of a row of the columns."""
        columns = self.port.arrangement.columns
        return str(columns.ids[int(columns.event[row])])

    def title_of(self, event_id: str) -> str:
        """The title of an event shown, "" for one that is not."""
        columns = self.port.arrangement.columns
        rows = columns.rows_of(event_id)
        return columns.title(int(columns.event[rows[0]])) if rows else ""

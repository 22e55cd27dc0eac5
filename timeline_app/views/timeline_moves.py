"""Moving over the timeline and choosing events: the verbs that keys, mouse, menus and other views share."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from timeline_app.layout.metrics import Metrics
from timeline_app.layout.scale import SHORTEST
from timeline_app.views import timeline_walk
from timeline_app.views.timeline_motion import FLIGHT_TIME, ZOOM_TIME, Motion
from timeline_app.views.timeline_port import Viewport

if TYPE_CHECKING:
    from timeline_app.views.timeline import TimelineView

#: A key zooms by this factor and pans by this share of the width.
KEY_ZOOM, KEY_PAN = 1.4, 0.125


class TimelineMoves:
    """The moves of a TimelineView, which mixes this in."""

    port: Viewport
    motion: Motion

    def set_up_moves(self, metrics: Metrics) -> None:
        """Begin with nothing in view and nothing selected."""
        self.port = Viewport(metrics)
        self.motion = Motion(self.show_range)
        self._wanted = ""
        self._row = -1
        self._first_range: tuple[float, float] | None = None
        #: Number of the selected event in the columns, -1 for none, and its rows.
        self.selected_number = -1
        self.selected_rows: list[int] = []

    @property
    def _view(self) -> TimelineView:
        return cast("TimelineView", self)

    # Range

    def visible_range(self) -> tuple[float, float]:
        """First and last day in view."""
        return self.port.scale.first, self.port.scale.last

    def set_range(self, first: float, last: float, *, animated: bool = False) -> None:
        """Show the time from `first` to `last`."""
        if animated:
            self.motion.go(self.visible_range(), first, last)
        else:
            self.motion.stop()
            self.show_range(first, last)

    def show_range(self, first: float, last: float, y: float | None = None) -> None:
        """Show these days now; the lane at pixel `y` stays where it is."""
        self.port.show(first, last, y)
        self._view.range_shown()

    def zoom_by(self, factor: float, x: float | None = None, y: float | None = None, *, animated: bool = True) -> None:
        """Come closer by a factor, the day at pixel `x` (or the middle) staying where it is."""
        width = self.port.scale.width
        x = width / 2 if x is None else x
        first, last = self.motion.target(self.visible_range())
        days = max((last - first) / factor, SHORTEST)
        still = self.port.scale.day_of(x)
        low = still - days * x / width
        if animated and self.motion.enabled:
            self.motion.go(self.visible_range(), low, low + days, ZOOM_TIME)
        else:
            self.motion.stop()
            self.show_range(low, low + days, y)

    def pan_pixels(self, right: float, down: float) -> None:
        """Show what lies so many pixels further right and down."""
        self.port.pan(right, down)
        self._view.range_shown()

    def fit(self) -> None:
        """Bring everything into view."""
        self.motion.go(self.visible_range(), *self.port.fitting(), FLIGHT_TIME)

    def fit_most(self) -> None:
        """Bring most into view, without movement: outermost single events may stay outside."""
        self.set_range(*self.port.fitting_most())
        self._first_range = self.visible_range()

    @property
    def is_untouched(self) -> bool:
        """Whether nobody has moved since `fit_most`."""
        return self._first_range == self.visible_range()

    def fit_selection(self) -> None:
        """Bring the marked range, or the selected event, or else everything, into view."""
        marked = self._view.pointer.marked
        if marked is not None:
            self.motion.go(self.visible_range(), *self.port.around(*marked))
        elif self.selected_rows:
            self._fly_to_row(self.selected_rows[0])
        else:
            self.fit()

    def zoom_in(self) -> None:
        """Closer by one step."""
        self.zoom_by(KEY_ZOOM)

    def zoom_out(self) -> None:
        """Farther by one step."""
        self.zoom_by(1 / KEY_ZOOM)

    def zoom_position(self) -> float:
        """How close the view is: 0 with everything in view, 1 at minutes; for a slider."""
        low, high = self.port.fitting()
        whole = max(high - low, SHORTEST * 4)
        return min(max(math.log(whole / self.port.scale.days) / math.log(whole / SHORTEST), 0.0), 1.0)

    def set_zoom_position(self, position: float) -> None:
        """Zoom, around the middle, to a position of `zoom_position`."""
        low, high = self.port.fitting()
        whole = max(high - low, SHORTEST * 4)
        days = whole * (SHORTEST / whole) ** min(max(position, 0.0), 1.0)
        self.zoom_by(self.port.scale.days / days, animated=False)

    def pan_earlier(self) -> None:
        """Show what was before."""
        self._pan_by(-KEY_PAN)

    def pan_later(self) -> None:
        """Show what came after."""
        self._pan_by(KEY_PAN)

    def _pan_by(self, share: float) -> None:
        first, last = self.motion.target(self.visible_range())
        step = (last - first) * share
        self.motion.go(self.visible_range(), first + step, last + step, ZOOM_TIME)

    def page_up(self) -> None:
        """Scroll the lanes up by most of the view."""
        self.pan_pixels(0.0, -self.port.body_height * 0.8)

    def page_down(self) -> None:
        """Scroll the lanes down by most of the view."""
        self.pan_pixels(0.0, self.port.body_height * 0.8)

    def zoom_into_cluster(self, number: int) -> bool:
        """Fly to what a cluster stands for; False where no zooming would take it apart."""
        clusters = self._view.frame().clusters
        first, last = float(clusters.first[number]), float(clusters.last[number])
        finest = self.port.arrangement.levels.levels[-1].days_per_pixel
        if self.port.scale.days_per_pixel <= finest * 1.01 or last - first <= finest * 2:
            return False
        days = max((last - first) * 2.0, self.port.scale.days / 24, finest * self.port.scale.width)
        days = min(days, self.port.scale.days / 2.2)
        middle = (first + last) / 2
        self.motion.go(self.visible_range(), middle - days / 2, middle + days / 2)
        return True

    # Selection

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
        if self.selected_rows and reveal:
            self._reveal(self.selected_rows)
        self._describe()
        self._view.redraw()

    @property
    def selected_row(self) -> int | None:
        """The row of the selected event that was walked to or chosen, None where nothing shown is selected."""
        if not self.selected_rows:
            return None
        return self._row if self._row in self.selected_rows else self.selected_rows[0]

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
        if (first, last) != self.visible_range():
            self.motion.go(self.visible_range(), first, last)
        else:
            self._view.range_shown()

    def _fly_to_row(self, row: int) -> None:
        self.motion.go(self.visible_range(), *self.port.around_row(row))

    def _describe(self) -> None:
        """Tell screen readers what is selected."""
        words = self.title_of(self._wanted) if self._wanted else ""
        event = self._view.event_of(self._wanted) if self._wanted else None
        if event is not None:
            from timeline_app.model.phrase import say_when

            words = f"{event.title}, {say_when(event.when)}"
        self._view.canvas.setAccessibleDescription(words)

    # Lanes

    def move_lane_up(self) -> None:
        """One place up."""
        if (key := self._view.lane_hands.current) is not None:
            self._view.lane_hands.move(key, -1)

    def move_lane_down(self) -> None:
        """One place down."""
        if (key := self._view.lane_hands.current) is not None:
            self._view.lane_hands.move(key, 1)

    def keep_lane_at_top(self) -> None:
        """Above all others, or no longer."""
        if (key := self._view.lane_hands.current) is not None:
            self._view.lane_hands.toggle_top(key)

    def collapse_lane(self) -> None:
        """Only count its events, or show them again."""
        if (key := self._view.lane_hands.current) is not None:
            self._view.lane_hands.toggle_collapsed(key)

    def hide_lane(self) -> None:
        """Leave it out."""
        if (key := self._view.lane_hands.current) is not None:
            self._view.lane_hands.hide(key)

    def show_all_lanes(self) -> None:
        """Leave none out."""
        self._view.lane_hands.show_all()

    # Names

    def id_of_row(self, row: int) -> str:
        """The event's id of a row of the columns."""
        columns = self.port.arrangement.columns
        return str(columns.ids[int(columns.event[row])])

    def title_of(self, event_id: str) -> str:
        """The title of an event shown, "" for one that is not."""
        columns = self.port.arrangement.columns
        rows = columns.rows_of(event_id)
        return columns.title(int(columns.event[rows[0]])) if rows else ""

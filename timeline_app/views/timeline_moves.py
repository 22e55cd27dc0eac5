"""Moving over the timeline, and its lanes: the verbs that keys, mouse, menus and other views share."""

from __future__ import annotations

import math

from timeline_app.layout.metrics import Metrics
from timeline_app.layout.scale import SHORTEST
from timeline_app.views.timeline_choosing import TimelineChoosing
from timeline_app.views.timeline_motion import FLIGHT_TIME, ZOOM_TIME, Motion
from timeline_app.views.timeline_port import Viewport

#: A key zooms by this factor and pans by this share of the width.
KEY_ZOOM, KEY_PAN = 1.4, 0.125


class TimelineMoves(TimelineChoosing):
    """The moves of a TimelineView, which mixes this in."""

    def set_up_moves(self, metrics: Metrics) -> None:
        """Begin with nothing in view and nothing selected."""
        self.port = Viewport(metrics)
        self.motion = Motion(self.show_range)
        self._first_range: tuple[float, float] | None = None
        self.set_up_choosing()

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

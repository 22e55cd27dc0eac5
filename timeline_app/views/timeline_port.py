"""What part of the timeline is in view: the time scale, and how far the lanes are scrolled. No widget, only numbers."""

from __future__ import annotations

import math

import numpy as np

from timeline_app.layout.arrangement import Arrangement, arrange, fitting_range
from timeline_app.layout.columns import from_arrays
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.rows import LaneStack, stack_lanes
from timeline_app.layout.scale import TimeScale, within_limits
from timeline_app.model.calendar import day_number

#: What an empty timeline shows: the years 2000 to 2025.
EMPTY_RANGE = (float(day_number(2000)), float(day_number(2026)))


def empty_arrangement(metrics: Metrics) -> Arrangement:
    """No events in no lanes."""
    nothing = np.empty(0)
    columns = from_arrays(lane=nothing, start=nothing, end=nothing, ids=(), title=str, lanes=0)
    return arrange(columns, (), metrics)


class Viewport:
    """The visible range and the scroll position over an arrangement; keeps both within what there is."""

    def __init__(self, metrics: Metrics) -> None:
        self.arrangement = empty_arrangement(metrics)
        #: First and last day of all events shown, None where there are none.
        self.span: tuple[float, float] | None = None
        #: What `fitting` found, for a slider asks at each picture.
        self._fitting: tuple[float, float] | None = None
        self.height = 1.0
        self.scale = TimeScale(*EMPTY_RANGE, 1.0)
        self.scroll = 0.0
        self.stack = self._stacked()

    @property
    def body_height(self) -> float:
        """Pixels between the axis and the foot."""
        metrics = self.arrangement.metrics
        return max(0.0, self.height - metrics.axis_height - metrics.foot)

    @property
    def size_to_arrange(self) -> tuple[float, float]:
        """Width and height of the lanes in view; before anything is shown, such as a window may have."""
        return (self.scale.width, self.body_height) if self.scale.width > 50 else (1000.0, 0.0)

    @property
    def longest_scroll(self) -> float:
        """How far the lanes can be scrolled."""
        return max(0.0, self.stack.height - self.body_height)

    def arrange(self, arrangement: Arrangement) -> None:
        """Show another arrangement in the same range."""
        self.arrangement = arrangement
        self.span = arrangement.columns.span()
        self._fitting = None
        self._stack_again()

    def resize(self, width: float, height: float) -> None:
        """Follow a new size in pixels."""
        self.height = max(1.0, height)
        self.scale = self.scale.with_width(max(1.0, width))
        self._fitting = None
        self._stack_again()

    def show(self, first: float, last: float, y: float | None = None) -> None:
        """Show these days; the lane at height `y` (or on top) stays where it is, though lanes grow and shrink."""
        body_top = self.arrangement.metrics.axis_height
        y = body_top if y is None else max(body_top, y)
        inside = self.stack.scrolled(y - body_top, self.scroll)
        lane = self.stack.lane_at(inside)
        into = inside - float(self.stack.tops[lane]) if lane >= 0 else 0.0
        self.scale = within_limits(first, last, self.scale.width)
        self.stack = self._stacked()
        if lane >= self.stack.pinned and (self.scroll > 0 or y > body_top):
            self.scroll = float(self.stack.tops[lane]) + min(into, float(self.stack.heights[lane])) - (y - body_top)
        self.scroll_to(self.scroll)

    def pan(self, right: float, down: float) -> None:
        """Show what lies so many pixels further right and down."""
        self.scale = self.scale.panned(right)
        self.scroll_to(self.scroll + down)

    def scroll_to(self, scroll: float) -> None:
        """Scroll the lanes, as far as there are any."""
        self.scroll = min(max(0.0, scroll), self.longest_scroll)

    def fitting(self) -> tuple[float, float]:
        """The range in which everything is in view."""
        if self._fitting is None:
            self._fitting = fitting_range(self.arrangement, self.scale.width) or EMPTY_RANGE
        return self._fitting

    def fitting_most(self) -> tuple[float, float]:
        """The range in which most is in view, large enough to be read: what to show first."""
        return fitting_range(self.arrangement, self.scale.width, most=True) or EMPTY_RANGE

    def around(self, first: float, last: float, *, least: float = 0.0) -> tuple[float, float]:
        """The range that shows [first, last] with room around it, at least `least` days."""
        days = max((last - first) * 1.6, least)
        middle = (first + last) / 2
        return middle - days / 2, middle + days / 2

    def around_row(self, row: int) -> tuple[float, float]:
        """A range close enough that a row stands by itself, with a label, if it ever does."""
        columns, levels = self.arrangement.columns, self.arrangement.levels
        since = int(levels.since[row])
        deepest = levels.levels[min(since, len(levels.levels) - 1)].days_per_pixel * self.scale.width
        first, last = float(columns.start[row]), float(columns.end[row])
        days = max(min(self.scale.days / 4, 90.0), 12.0)
        if since < len(levels.levels):
            days = min(days, deepest)
        anchor = float(columns.anchor[row])
        if last - first > days:
            return self.around(first, last)
        return anchor - days * 0.4, anchor + days * 0.6

    def reveal(self, row: int) -> tuple[float, float]:
        """Scroll to a row's lane; returns the range to show so that its mark is in view."""
        columns, metrics = self.arrangement.columns, self.arrangement.metrics
        lane = int(columns.lane[row])
        place = self.stack.tops[lane] + metrics.lane_title
        if self.arrangement.levels.since[row] <= self.arrangement.levels.number_at(self.scale.days_per_pixel):
            place += float(self.arrangement.levels.row[row]) * metrics.row_height
        elif not math.isnan(self.stack.strips[lane]):
            place = self.stack.strips[lane]
        if lane < self.stack.pinned:
            pass
        elif place - metrics.lane_title < self.scroll + self.stack.pinned_height:
            self.scroll_to(float(place) - metrics.lane_title - self.stack.pinned_height)
        elif place + metrics.row_height > self.scroll + self.body_height:
            self.scroll_to(float(place) + 2 * metrics.row_height - self.body_height)
        x = self.scale.x_of(float(columns.anchor[row]))
        margin = min(40.0, self.scale.width / 8)
        far = min(260.0, self.scale.width / 2)
        if x < margin:
            moved = self.scale.panned(x - self.scale.width / 4)
        elif x > self.scale.width - far:
            moved = self.scale.panned(x - self.scale.width * 0.6)
        else:
            moved = self.scale
        return moved.first, moved.last

    def _stacked(self) -> LaneStack:
        arrangement = self.arrangement
        level = arrangement.levels.at(self.scale.days_per_pixel)
        height, pinned = self.body_height, arrangement.pinned
        return stack_lanes(arrangement.columns, level, arrangement.metrics, height, pinned=pinned)

    def _stack_again(self) -> None:
        self.stack = self._stacked()
        self.scroll_to(self.scroll)

"""One picture of the timeline in plain numbers: every mark, label, lane and tick in pixels, ready to paint or hit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from timeline_app.layout.arrangement import Arrangement
from timeline_app.layout.axis_words import ENGLISH, AxisWords
from timeline_app.layout.clusters import Clusters, cluster
from timeline_app.layout.eras import Era
from timeline_app.layout.marks import Marks, joined, marks_in_rows, marks_in_strip
from timeline_app.layout.rows import LaneStack, stack_lanes
from timeline_app.layout.scale import Floats, TimeScale
from timeline_app.layout.ticks import Measure, Ticks, approximate_width, ticks


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day to be marked by a line over all lanes, such as today or an article's date; `label` says which."""

    day: float
    label: str
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What is in view. Lanes begin at `body_top`, below the axis; `scroll` pixels of them are above the view."""

    arrangement: Arrangement
    scale: TimeScale
    width: float
    height: float
    body_top: float
    scroll: float
    stack: LaneStack
    lanes: Sequence[int]
    ticks: Ticks
    marks: Marks
    clusters: Clusters
    cluster_y: Floats
    level: int
    selected: frozenset[int] = frozenset()
    hovered: int = -1
    day_marks: tuple[DayMark, ...] = ()
    eras: tuple[Era, ...] = ()
    marked_range: tuple[float, float] | None = None
    marked_words: str = ""
    foot: float = 0.0

    @property
    def body_bottom(self) -> float:
        """Where the lanes end and the names of marked days begin."""
        return self.height - self.foot

    @property
    def shows_nothing(self) -> bool:
        """Whether no event is in view, marked or counted."""
        marks, counted = self.marks, self.clusters
        if np.any((counted.right > 0) & (counted.left < self.width)):
            return False
        low, high = np.fmin(marks.left, marks.label_x), np.fmax(marks.right, marks.label_x + marks.label_width)
        seen = (high > 0) & (low < self.width) & (marks.y > self.body_top) & (marks.y < self.body_bottom)
        return not np.any(seen)

    def lane_top(self, lane: int) -> float:
        """Where a lane begins in the view."""
        return self.body_top + float(self.stack.tops[lane]) - (self.scroll if lane >= self.stack.pinned else 0.0)

    def highest(self, lane: int) -> float:
        """The height above which nothing of a lane is seen: the axis, or the lanes that stay at the top."""
        return self.body_top + (self.stack.pinned_height if lane >= self.stack.pinned else 0.0)

    def parts(self) -> list[tuple[float, float, Frame]]:
        """What is painted within which heights: all at once, or lanes that scrolled beneath others by themselves."""
        pinned = self.stack.pinned
        if not pinned or self.scroll <= 0:
            return [(self.body_top, self.body_bottom, self)]
        border = self.body_top + self.stack.pinned_height
        return [(border, self.body_bottom, self._of_lanes(False)), (self.body_top, border, self._of_lanes(True))]

    def _of_lanes(self, pinned: bool) -> Frame:
        """The same with only the lanes that stay, or only the others."""
        marks = (self.marks.lane < self.stack.pinned) == pinned
        counted = np.flatnonzero((self.clusters.lane < self.stack.pinned) == pinned)
        return replace(
            self,
            lanes=[lane for lane in self.lanes if (lane < self.stack.pinned) == pinned],
            marks=self.marks.some(marks),
            clusters=self.clusters.some(counted),
            cluster_y=self.cluster_y[counted],
        )


def lay_out(
    arrangement: Arrangement,
    scale: TimeScale,
    height: float,
    *,
    scroll: float = 0.0,
    measure_axis: Measure = approximate_width,
    measure_count: Measure = approximate_width,
    stack: LaneStack | None = None,
    words: AxisWords = ENGLISH,
    selected: frozenset[int] = frozenset(),
    lifted: Sequence[int] = (),
    hovered: int = -1,
    day_marks: Sequence[DayMark] = (),
    eras: Sequence[Era] = (),
    marked_range: tuple[float, float] | None = None,
    marked_words: str = "",
    foot: float | None = None,
) -> Frame:
    """The picture of `scale.width` by `height` pixels, the axis on top.

    `selected` and `hovered` are event numbers of the columns.
    `foot` is the height below the lanes for the names of marked days and eras: by itself only where there are any.
    `lifted` are rows to be shown with their labels even where they would only be counted.
    """
    metrics = arrangement.metrics
    body_top = metrics.axis_height
    if foot is None:
        foot = metrics.foot if day_marks or eras else 0.0
    body = height - body_top - foot
    number = arrangement.levels.number_at(scale.days_per_pixel)
    level = arrangement.levels.levels[number]
    if stack is None:
        stack = stack_lanes(arrangement.columns, level, metrics, body, pinned=arrangement.pinned)
    lanes = stack.visible(scroll, body)
    shown = np.array(lanes, np.int32)
    with_strip = shown[~np.isnan(stack.strips[shown])]
    clusters = cluster(arrangement.columns, arrangement.levels, number, with_strip, scale, metrics, measure_count)
    offset = body_top - stack.shifts(scroll)
    placed = marks_in_rows(arrangement, number, shown, scale, stack, offset, height)
    hidden = [
        row for row in lifted if arrangement.levels.since[row] > number and int(arrangement.columns.lane[row]) in lanes
    ]
    alone = clusters.singles[~np.isin(clusters.singles, hidden)] if hidden else clusters.singles
    strips = [(rows, rows is not alone) for rows in (alone, np.array(hidden, np.int32)) if len(rows)]
    parts = [marks_in_strip(arrangement, rows, scale, stack, offset, labelled=named) for rows, named in strips]
    marks = joined([placed, *parts])
    cluster_y = stack.strips[clusters.lane] + metrics.strip_height / 2 + offset[clusters.lane]
    return Frame(
        arrangement, scale, scale.width, height, body_top, scroll, stack, lanes,
        ticks(scale, measure_axis, words), marks, clusters, cluster_y, number, selected, hovered,
        tuple(day_marks), tuple(eras), marked_range, marked_words, foot,
    )  # fmt: skip

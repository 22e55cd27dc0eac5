"""One picture of the timeline in plain numbers: every mark, label, lane and tick in pixels, ready to paint or hit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.arrangement import Arrangement
from timeline_app.layout.axis_words import ENGLISH, AxisWords
from timeline_app.layout.boxes import INSIDE_PADDING, MARK_HALF, holds_label
from timeline_app.layout.clusters import Clusters, cell_days, cluster
from timeline_app.layout.columns import OPEN_LEFT, OPEN_RIGHT, POINT, Ints, place_key, ranges
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.rows import LaneStack, stack_lanes
from timeline_app.layout.scale import Floats, TimeScale
from timeline_app.layout.ticks import Measure, Ticks, approximate_width, ticks

#: A known day that is wider than so many pixels gets a band over all of it behind its dot.
DAY_BAND = 48.0
#: Half the width of a mark that stands alone in the strip and has no dot.
SMALL_HALF = 9.0


@dataclass(frozen=True, slots=True)
class Marks:
    """Events with a place of their own, as arrays of one length.

    `left`, `right`: ends of the bar; `dot`: middle of the dot, nan without one; `y`: the middle. `bar` is False where
    only the dot is drawn. `label_x` is nan where there is no label; `inside` where it stands in the bar.
    """

    row: Ints
    lane: Ints
    left: Floats
    right: Floats
    dot: Floats
    y: Floats
    bar: NDArray[np.bool_]
    fade_left: Floats
    fade_right: Floats
    label_x: Floats
    label_width: Floats
    inside: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.row)

    def some(self, which: NDArray[np.bool_]) -> Marks:
        """Some of them."""
        return Marks(*(getattr(self, name)[which] for name in Marks.__dataclass_fields__))


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day to be marked by a line over all lanes, such as today or an article's date; `label` says which."""

    day: float
    label: str
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Era:
    """A named stretch of time behind the lanes, days [first, last)."""

    first: float
    last: float
    label: str


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
    placed = _placed_in_rows(arrangement, number, shown, scale, stack, offset, height)
    hidden = [
        row for row in lifted if arrangement.levels.since[row] > number and int(arrangement.columns.lane[row]) in lanes
    ]
    alone = clusters.singles[~np.isin(clusters.singles, hidden)] if hidden else clusters.singles
    strips = [(rows, rows is not alone) for rows in (alone, np.array(hidden, np.int32)) if len(rows)]
    parts = [_in_strip(arrangement, rows, scale, stack, offset, labelled=named) for rows, named in strips]
    marks = _joined([placed, *parts])
    cluster_y = stack.strips[clusters.lane] + metrics.strip_height / 2 + offset[clusters.lane]
    return Frame(
        arrangement, scale, scale.width, height, body_top, scroll, stack, lanes,
        ticks(scale, measure_axis, words), marks, clusters, cluster_y, number, selected, hovered,
        tuple(day_marks), tuple(eras), marked_range, marked_words, foot,
    )  # fmt: skip


def _joined(parts: Sequence[Marks]) -> Marks:
    if len(parts) == 1:
        return parts[0]
    return Marks(*(np.concatenate([getattr(part, name) for part in parts]) for name in Marks.__dataclass_fields__))


def _placed_in_rows(
    arrangement: Arrangement,
    number: int,
    lanes: Ints,
    scale: TimeScale,
    stack: LaneStack,
    offset: Floats,
    height: float,
) -> Marks:
    columns, metrics = arrangement.columns, arrangement.metrics
    rows = _placed_in_view(arrangement, number, lanes, scale)
    lane = columns.lane[rows]
    y = stack.tops[lane] + metrics.lane_title + (arrangement.levels.row[rows] + 0.5) * metrics.row_height + offset[lane]
    seen = (y > -metrics.row_height) & (y < height + metrics.row_height)
    return _placed_marks(arrangement, rows[seen], y[seen], scale)


def _placed_in_view(arrangement: Arrangement, number: int, lanes: Ints, scale: TimeScale) -> Ints:
    """The rows placed at a level whose boxes touch the view."""
    columns = arrangement.columns
    metrics = arrangement.metrics
    widest = metrics.label_widest + metrics.label_gap
    reach = (metrics.open_fade + MARK_HALF + widest) * scale.days_per_pixel
    low, high = np.searchsorted(columns.key, place_key(lanes, np.array([[scale.first], [scale.last + reach]])))
    # In the type of the tracks, which would otherwise be turned into the other one, all of them, for each search.
    borders = np.stack((low, high, columns.lane_offsets[lanes])).astype(np.int32)
    found = []
    for track in arrangement.levels.levels[number].tracks:
        if not len(track):
            continue
        at, after, lane_begin = np.searchsorted(track, borders)
        # In one row of a lane only the last that began before the view can reach into it: boxes are disjoint.
        found.append(track[ranges(np.maximum(at - 1, lane_begin), after)])
    if not found:
        return np.empty(0, np.int32)
    rows: Ints = np.concatenate(found)
    left, right = arrangement.boxes.sides(rows, scale.days_per_pixel)
    return rows[(right > scale.first) & (left < scale.last)]


def _placed_marks(arrangement: Arrangement, rows: Ints, y: Floats, scale: TimeScale) -> Marks:
    """Marks with their labels, beside or inside."""
    columns, metrics = arrangement.columns, arrangement.metrics
    pixel = scale.days_per_pixel
    flags, start, end = columns.flags[rows], columns.start[rows], columns.end[rows]
    point = (flags & POINT) != 0
    bar = ~point | (end - start > DAY_BAND * pixel)
    anchor = scale.x_of(columns.anchor[rows])
    open_left, open_right = (flags & OPEN_LEFT) != 0, (flags & OPEN_RIGHT) != 0
    left = scale.x_of(start) - open_left * metrics.open_fade
    right = scale.x_of(end) + open_right * metrics.open_fade
    narrow = bar & (right - left < 2 * SMALL_HALF)
    left, right = np.where(narrow, anchor - SMALL_HALF, left), np.where(narrow, anchor + SMALL_HALF, right)
    left, right = np.where(bar, left, anchor - metrics.dot_radius), np.where(bar, right, anchor + metrics.dot_radius)
    dot = scale.x_of(columns.best[rows])
    width = columns.label_width[rows].astype(np.float64)
    inside = holds_label(arrangement.boxes.may_hold[rows], width, end - start, pixel)
    low_end, high_end = np.fmin(left, dot - metrics.dot_radius), np.fmax(right, dot + metrics.dot_radius)
    leftward = arrangement.boxes.leftward[rows]
    beside = np.where(leftward, low_end - metrics.label_gap - width, high_end + metrics.label_gap)
    # Over the band of a whole day the label stays beside the dot, and in view while the band has room for it.
    in_band = np.maximum(dot + metrics.dot_radius + metrics.label_gap, np.minimum(MARK_HALF, right - width - MARK_HALF))
    in_left_band = np.minimum(
        dot - metrics.dot_radius - metrics.label_gap - width,
        np.maximum(left + MARK_HALF, scale.width - MARK_HALF - width),
    )
    beside = np.where(point & bar, np.where(leftward, in_left_band, in_band), beside)
    # A label inside a bar stays in view for as long as the bar has room for it there.
    # Its place is the middle of the bar; the edges of the view push it on.
    low = np.maximum(left, metrics.lane_stripe) + INSIDE_PADDING
    high = np.minimum(right, scale.width) - INSIDE_PADDING - width
    middle = np.maximum((left + right - width) / 2, left + INSIDE_PADDING)
    middle = np.minimum(middle, right - INSIDE_PADDING - width)
    held = np.minimum(np.maximum(middle, low), np.maximum(low, high))
    kept = np.where(low <= high, held, np.where(right > scale.width, low, high))
    # A bar drawn wider than it is keeps the shares of it that fade.
    share = np.where(narrow, (right - left) / np.maximum((end - start) / pixel, 1e-9), 1.0)
    fades_left = np.where(open_left, metrics.open_fade, columns.fade_left[rows] / pixel * share).astype(np.float64)
    fades_right = np.where(open_right, metrics.open_fade, columns.fade_right[rows] / pixel * share).astype(np.float64)
    return Marks(
        row=rows, lane=columns.lane[rows], left=left, right=right, dot=dot, y=y, bar=bar,
        fade_left=fades_left, fade_right=fades_right,
        label_x=np.where(inside, kept, beside), label_width=width, inside=inside,
    )  # fmt: skip


def _in_own_cell(x: Floats, start: Floats, scale: TimeScale, metrics: Metrics) -> Floats:
    """Pixels moved as little as keeps a mark in the cell it was counted in, clear of the marks of its neighbours."""
    cell = cell_days(metrics, scale)
    left = np.floor(start / cell) * cell
    low, high = scale.x_of(left) + SMALL_HALF, scale.x_of(left + cell) - SMALL_HALF
    moved: Floats = np.minimum(np.maximum(x, low), high)
    return moved


def _in_strip(
    arrangement: Arrangement, rows: Ints, scale: TimeScale, stack: LaneStack, offset: Floats, *, labelled: bool
) -> Marks:
    """Marks in the strip of their lane: the dot, or a short piece of bar."""
    columns, metrics = arrangement.columns, arrangement.metrics
    y = stack.strips[columns.lane[rows]] + metrics.strip_height / 2 + offset[columns.lane[rows]]
    anchor = scale.x_of(np.clip(columns.anchor[rows], columns.start[rows], columns.end[rows]))
    if not labelled:
        anchor = _in_own_cell(anchor, columns.start[rows], scale, metrics)
    has_dot = ~np.isnan(columns.best[rows])
    half = np.where(has_dot, metrics.dot_radius, SMALL_HALF)
    faded = (columns.fade_left[rows] > 0) | (columns.fade_right[rows] > 0)
    fades: Floats = np.where(faded, SMALL_HALF, 0.0)
    width = columns.label_width[rows].astype(np.float64)
    to_the_left = arrangement.boxes.leftward[rows]
    beside = np.where(to_the_left, anchor - half - metrics.label_gap - width, anchor + half + metrics.label_gap)
    label_x: Floats = beside if labelled else np.full(len(rows), np.nan)
    return Marks(
        row=rows, lane=columns.lane[rows], left=anchor - half, right=anchor + half,
        dot=np.where(has_dot, anchor, np.nan), y=y, bar=~has_dot, fade_left=fades, fade_right=fades,
        label_x=label_x, label_width=width, inside=np.zeros(len(rows), bool),
    )  # fmt: skip

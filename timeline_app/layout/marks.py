"""The events that have a place of their own in a picture of the timeline: their marks and labels in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.arrangement import Arrangement
from timeline_app.layout.boxes import INSIDE_PADDING, MARK_HALF, holds_label
from timeline_app.layout.clusters import cell_days
from timeline_app.layout.columns import OPEN_LEFT, OPEN_RIGHT, POINT, Ints, place_key, ranges
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.rows import LaneStack
from timeline_app.layout.scale import Floats, TimeScale
from timeline_app.layout.widening import MOST, STEP, widened

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


def joined(parts: Sequence[Marks]) -> Marks:
    """All marks of several."""
    if len(parts) == 1:
        return parts[0]
    return Marks(*(np.concatenate([getattr(part, name) for part in parts]) for name in Marks.__dataclass_fields__))


def marks_in_rows(
    arrangement: Arrangement,
    number: int,
    lanes: Ints,
    scale: TimeScale,
    stack: LaneStack,
    offset: Floats,
    height: float,
) -> Marks:
    """The marks in rows at a level, of lanes in view; `offset` is by how many pixels each lane is moved."""
    columns, metrics = arrangement.columns, arrangement.metrics
    rows, extra = _placed_in_view(arrangement, number, lanes, scale)
    lane = columns.lane[rows]
    y = stack.tops[lane] + metrics.lane_title + (arrangement.levels.row[rows] + 0.5) * metrics.row_height + offset[lane]
    seen = (y > -metrics.row_height) & (y < height + metrics.row_height)
    return _placed_marks(arrangement, rows[seen], y[seen], extra[seen], scale)


def _placed_in_view(arrangement: Arrangement, number: int, lanes: Ints, scale: TimeScale) -> tuple[Ints, Floats]:
    """The rows placed at a level whose boxes touch the view, and by how many pixels their labels are widened."""
    columns = arrangement.columns
    metrics, pixel = arrangement.metrics, scale.days_per_pixel
    widest = MOST * metrics.label_widest + metrics.label_gap
    reach = (metrics.open_fade + MARK_HALF + widest) * pixel
    low, high = np.searchsorted(columns.key, place_key(lanes, np.array([[scale.first], [scale.last + reach]])))
    # In the type of the tracks, which would otherwise be turned into the other one, all of them, for each search.
    borders = np.stack((low, high, columns.lane_offsets[lanes])).astype(np.int32)
    found, wider = [np.empty(0, np.int32)], [np.empty(0)]
    for track in arrangement.levels.levels[number].tracks:
        if not len(track):
            continue
        at, after, lane_begin = np.searchsorted(track, borders)
        # In one row of a lane only the last that began before the view can reach into it: boxes are disjoint.
        places = ranges(np.maximum(at - 1, lane_begin), after)
        found.append(track[places])
        wider.append(widened(arrangement, track, places, pixel))
    rows: Ints = np.concatenate(found)
    extra: Floats = np.concatenate(wider)
    left, right = arrangement.boxes.sides(rows, pixel)
    leftward = arrangement.boxes.leftward[rows]
    seen = (right + extra * pixel * ~leftward > scale.first) & (left - extra * pixel * leftward < scale.last)
    return rows[seen], extra[seen]


def _placed_marks(arrangement: Arrangement, rows: Ints, y: Floats, extra: Floats, scale: TimeScale) -> Marks:
    """Marks with their labels, beside, and `extra` pixels wider than the room kept for them, or inside."""
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
    # The edge of the view cuts no label that its room would keep in view.
    inner = np.where(leftward, low_end - width, scale.width - high_end - width) - metrics.label_gap - MARK_HALF
    width = width + np.where(inside, extra, np.minimum(extra, np.maximum(np.floor(inner / STEP) * STEP, 0.0)))
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


def marks_in_strip(
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

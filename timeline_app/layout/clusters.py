"""What has no room of its own: counted in cells of a calendar-fixed grid, one mark with a number each.

Cells are powers of two of a day, so panning moves no border, and zooming in splits cells and never shifts them.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import Columns, Ints, place_key, ranges
from timeline_app.layout.labels import LabelLevels
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.scale import Floats, TimeScale

#: Cells with up to so many events are looked into, for the exact extent of what is not placed.
LOOKED_INTO = 64
#: Pixels between a mark with a number and the border of its cell.
BORDER = 7.0
#: Pixels left and right of the number inside its mark.
PADDING = 8.0


@dataclass(frozen=True, slots=True)
class Clusters:
    """Marks with a number: `left`, `right` in pixels, `count` events in days [first, last] of a lane; `label` in words.

    `singles` are rows alone in their cell, drawn by themselves without a label.
    """

    lane: Ints
    left: Floats
    right: Floats
    count: NDArray[np.int64]
    first: Floats
    last: Floats
    labels: tuple[str, ...]
    singles: Ints

    def some(self, which: NDArray[np.int64]) -> Clusters:
        """Those of these numbers."""
        labels = tuple(self.labels[number] for number in which.tolist())
        return Clusters(
            self.lane[which], self.left[which], self.right[which], self.count[which], self.first[which],
            self.last[which], labels, self.singles,
        )  # fmt: skip


def cell_days(metrics: Metrics, scale: TimeScale) -> float:
    """The length of the cells that are counted at a scale: a power of two of a day."""
    return float(2.0 ** math.ceil(math.log2(metrics.cluster_cell * scale.days_per_pixel)))


def cluster(
    columns: Columns,
    levels: LabelLevels,
    number: int,
    lanes: Ints,
    scale: TimeScale,
    metrics: Metrics,
    measure: Callable[[str], float],
) -> Clusters:
    """The clusters of some lanes in view at level `number`; `measure` gives the width of a number's text."""
    cell = cell_days(metrics, scale)
    cells = np.arange(math.floor(scale.first / cell), math.floor(scale.last / cell) + 2)
    bounds = np.searchsorted(columns.key, place_key(lanes[:, None], (cells * cell)[None, :]))
    # In the type of the tracks, which would otherwise be turned into the other one, all of them, for each search.
    whole = bounds.astype(np.int32)
    before = bounds - sum(np.searchsorted(track, whole) for track in levels.levels[number].tracks if len(track))
    waiting = before[:, 1:] - before[:, :-1]
    lane_at, cell_at = np.nonzero(waiting)
    if not len(lane_at):
        return _none()
    low, high, count = bounds[lane_at, cell_at], bounds[lane_at, cell_at + 1], waiting[lane_at, cell_at]
    borders: Floats = (cells[cell_at] * cell).astype(np.float64)
    first, last, only = _extents(columns, levels, number, low, high, borders, borders + cell)
    single = (count == 1) & (only >= 0)
    several = ~single
    left, right, labels = _marks(first[several], last[several], borders[several], cell, count[several], scale, measure)
    return Clusters(
        lanes[lane_at[several]], left, right, count[several], first[several], last[several], labels, only[single]
    )


def _none() -> Clusters:
    empty = np.empty(0)
    whole = np.empty(0, np.int32)
    return Clusters(whole, empty, empty, np.empty(0, np.int64), empty, empty, (), whole)


def _extents(
    columns: Columns,
    levels: LabelLevels,
    number: int,
    low: NDArray[np.int64],
    high: NDArray[np.int64],
    first: Floats,
    last: Floats,
) -> tuple[Floats, Floats, Ints]:
    """First and last instant of what waits in each cell, and one of its rows; full cells keep their borders, and -1."""
    first, last, only = first.copy(), last.copy(), np.full(len(low), -1, np.int32)
    looked = np.flatnonzero(high - low <= LOOKED_INTO)
    rows = ranges(low[looked], high[looked])
    waits = levels.since[rows] > number
    owner = np.repeat(looked, (high - low)[looked])[waits]
    rows = rows[waits]
    if len(rows):
        begins = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
        instants = np.clip(columns.anchor[rows], columns.start[rows], columns.end[rows])
        first[owner[begins]] = np.minimum.reduceat(instants, begins)
        last[owner[begins]] = np.maximum.reduceat(instants, begins)
        only[owner[begins]] = rows[begins]
    return first, last, only


def _marks(
    first: Floats,
    last: Floats,
    borders: Floats,
    cell: float,
    count: NDArray[np.int64],
    scale: TimeScale,
    measure: Callable[[str], float],
) -> tuple[Floats, Floats, tuple[str, ...]]:
    """Left, right and words of each mark: over what it counts, as wide as its words, inside its cell."""
    low = scale.x_of(borders) + BORDER
    room = cell / scale.days_per_pixel - 2 * BORDER
    named = [_words(number, room, measure) for number in count.tolist()]
    labels, needed = tuple(words for words, _ in named), np.array([width for _, width in named])
    left, right = scale.x_of(first), scale.x_of(last)
    width = np.minimum(np.maximum(right - left, needed), np.maximum(room, needed))
    left = np.minimum(np.maximum((left + right - width) / 2, low), np.maximum(low, low + room - width))
    return left, left + width, labels


def _words(count: int, room: float, measure: Callable[[str], float]) -> tuple[str, float]:
    """A count in words if there is room, else in few signs, and how wide its mark must be for that."""
    (long, long_width), short = _names(count, measure)
    return (long, long_width) if long_width <= room else short


@lru_cache(maxsize=8192)
def _names(count: int, measure: Callable[[str], float]) -> tuple[tuple[str, float], tuple[str, float]]:
    """Both names of a count, each with the width of its mark."""
    long, short = "1 event" if count == 1 else f"{count:,} events", short_count(count)
    return (long, measure(long) + 2 * PADDING), (short, measure(short) + 2 * PADDING)


def short_count(count: int) -> str:
    """A count in few signs: 950, 1.2k, 35k, 1.4M."""
    if count < 1000:
        return str(count)
    if count < 999_500:
        return f"{count / 1000:.1f}k" if count < 9_950 else f"{round(count / 1000)}k"
    return f"{count / 1e6:.1f}M"

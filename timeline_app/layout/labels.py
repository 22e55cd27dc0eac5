"""Which events stand on their own with a label, at which scale, and in which row of their lane.

Levels are nested: an event placed at one level keeps its row at every finer one. So panning changes nothing, zooming in
only adds, and nothing that is shown ever jumps to another row. Within a level the more important event is placed first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.boxes import Boxes
from timeline_app.layout.columns import Columns, Ints, place_key
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.scale import SHORTEST, Floats

#: Level of a row that is never placed.
NEVER = np.int16(32_000)
#: So many times as many candidates as could ever fit are looked at, the most important of each lane.
CANDIDATES = 3
#: Doublings of the scale until a first picture is good enough.
HALFWAY = 4
#: Levels farther out than the one that shows everything are this much coarser from one to the next.
COARSER = 2**0.5


@dataclass(frozen=True, slots=True)
class Level:
    """What is placed at scales up to `days_per_pixel`: for each row of the lanes the sorted rows of the columns.

    `rows_used` and `placed` are counts by lane.
    """

    days_per_pixel: float
    tracks: tuple[Ints, ...]
    rows_used: Ints
    placed: Ints


@dataclass(frozen=True, slots=True)
class LabelLevels:
    """Levels from the coarsest to the finest; `since` is the first level at which a row is placed, or NEVER."""

    levels: tuple[Level, ...]
    since: NDArray[np.int16]
    row: NDArray[np.int8]

    def number_at(self, days_per_pixel: float) -> int:
        """The finest level whose boxes are disjoint at this scale. The coarsest one's are at any."""
        return max(0, bisect_right(self.levels, -days_per_pixel, key=lambda level: -level.days_per_pixel) - 1)

    def at(self, days_per_pixel: float) -> Level:
        """The level of `number_at`."""
        return self.levels[self.number_at(days_per_pixel)]


def place_labels(
    columns: Columns,
    metrics: Metrics,
    *,
    rows: int,
    base: float,
    octaves: float | None = None,
    halfway: Callable[[LabelLevels], None] | None = None,
) -> LabelLevels:
    """Place the events of all lanes at all scales.

    `rows` is the most rows a lane may have. `base` is the scale, in days a pixel, at which all is in view:
    there lanes are packed as flat as can be. `octaves` stops that many doublings finer. `halfway` is given the levels
    of the first `HALFWAY` doublings, for a first picture, when there are more.
    """
    placing = _Placing(columns, metrics, rows)
    finest = _finest(columns, metrics)
    if octaves is not None:
        finest = max(finest, base / 2.0**octaves)
    placing.add(base, rounds=8)
    placing.repack(base)
    found = [(base, placing.tracks())]
    coarse = list(_coarser(placing, found[0][1], base))[::-1]
    scale = base
    while scale > finest and placing.left():
        if halfway is not None and scale < base / 2**HALFWAY:
            halfway(_levels(columns, [*coarse, *found]))
            halfway = None
        steps = _steps_per_octave(placing.waiting)
        scale /= 2 ** (1 / steps)
        placing.add(scale, rounds=4 if steps > 1 else 2)
        found.append((scale, placing.tracks()))
    return _levels(columns, [*coarse, *found])


def _steps_per_octave(waiting: int) -> int:
    """Finer steps leave less room unused between two levels; with very many candidates they would take too long."""
    return 4 if waiting <= 80_000 else 2 if waiting <= 250_000 else 1


def _finest(columns: Columns, metrics: Metrics) -> float:
    """The scale beyond which nothing can come apart any more."""
    whole_days = bool(len(columns)) and not np.any(columns.start % 1)
    apart = 1.0 if whole_days else SHORTEST / 2
    return apart / (metrics.label_widest + 4 * metrics.label_margin)


class _Placing:
    """Places rows level by level, from coarse to fine; keeps what is placed in each row ("track") of the lanes."""

    def __init__(self, columns: Columns, metrics: Metrics, rows: int) -> None:
        self._columns = columns
        self.lane = columns.lane
        self.boxes = Boxes(columns, metrics)
        self._tracks: list[Ints] = [np.empty(0, np.int32) for _ in range(rows)]
        self._free = np.ones(len(columns), bool)
        order = np.lexsort((-columns.importance, columns.lane))
        self._by_rank = order
        #: The place of each row among those of its lane, 0 for the most important, plus where the lane begins.
        self.rank = np.empty(len(columns), np.int64)
        self.rank[order] = np.arange(len(columns))
        self._rank_in_lane = self.rank - columns.lane_offsets[columns.lane]
        span = columns.span() or (0.0, 1.0)
        self._days = span[1] - span[0]
        self._sides = self._sides_at(1.0, 0)
        #: How many candidates there were at the last level.
        self.waiting = 0

    def left(self) -> bool:
        """Whether anything is not placed yet."""
        return bool(self._free.any())

    def tracks(self) -> tuple[Ints, ...]:
        """What is placed now."""
        return tuple(self._tracks)

    def add(self, days_per_pixel: float, *, rounds: int) -> None:
        """Place what finds room at this scale, beside what stands already."""
        slots = self._days / (120 * days_per_pixel) + 1
        most = int(CANDIDATES * len(self._tracks) * slots) + 50
        waiting = np.flatnonzero(self._free & (self._rank_in_lane < most)).astype(np.int32)
        self.waiting = len(waiting)
        self._sides = self._sides_at(days_per_pixel, self.waiting)
        for number in range(len(self._tracks)):
            if not len(waiting):
                return
            waiting = self._fill(number, waiting, rounds)

    def _sides_at(self, days_per_pixel: float, waiting: int) -> Callable[[Ints], tuple[Floats, Floats]]:
        """The sides of given rows at a scale; where most rows will be asked for, all are worked out at once."""
        if waiting * len(self._tracks) * 4 < len(self._free):
            return lambda rows: self.boxes.sides(rows, days_per_pixel)
        left, right = self.boxes.sides(slice(None), days_per_pixel)
        return lambda rows: (left[rows], right[rows])

    def _fill(self, number: int, waiting: Ints, rounds: int) -> Ints:
        """Place what fits into one row of the lanes; returns what did not."""
        hopeful = waiting
        for _ in range(rounds):
            left, right = self._sides(hopeful)
            fits = self._fits(number, hopeful, left, right)
            hopeful, left, right = hopeful[fits], left[fits], right[fits]
            if not len(hopeful):
                break
            chosen = self._winners(hopeful, left, right)
            accepted = hopeful[chosen]
            self._free[accepted] = False
            self._tracks[number] = np.sort(np.concatenate([self._tracks[number], accepted]), kind="stable")
            hopeful = np.delete(hopeful, chosen)
        return waiting[self._free[waiting]]

    def _fits(self, number: int, rows: Ints, left: Floats, right: Floats) -> NDArray[np.bool_]:
        """Which rows overlap nothing of a track."""
        track, lane = self._tracks[number], self._columns.lane
        if not len(track):
            return np.ones(len(rows), bool)
        track_left, track_right = self._sides(track)
        place = np.searchsorted(track, rows)
        after, before = np.minimum(place, len(track) - 1), np.maximum(place - 1, 0)
        clear_after = (place == len(track)) | (lane[track[after]] != lane[rows]) | (track_left[after] >= right)
        clear_before = (place == 0) | (lane[track[before]] != lane[rows]) | (track_right[before] <= left)
        clear: NDArray[np.bool_] = clear_after & clear_before
        return clear

    def _winners(self, rows: Ints, left: Floats, right: Floats) -> NDArray[np.int64]:
        """Places in `rows` of some that overlap no other of them, the most important of their surroundings."""
        lane, start = self._columns.lane[rows], self._columns.start[rows]
        width = max(float(np.median(right - left)), 1e-9)
        cell = np.floor((start - start.min()) / width)
        begins = np.flatnonzero(np.r_[True, (cell[1:] != cell[:-1]) | (lane[1:] != lane[:-1])])
        best = self._by_rank[np.minimum.reduceat(self.rank[rows], begins)]
        chosen = np.searchsorted(rows, best)
        chosen = chosen[_better_than_neighbours(lane[chosen], left[chosen], right[chosen], self.rank[best])]
        return chosen[_disjoint(lane[chosen], left[chosen], right[chosen])]

    def repack(self, days_per_pixel: float) -> None:
        """Give what is placed the first free row from the left, which needs the fewest rows there can be."""
        rows = np.sort(np.concatenate(self._tracks))
        left, right = self.boxes.sides(rows, days_per_pixel)
        order = np.lexsort((left, self._columns.lane[rows]))
        rows, left, right = rows[order], left[order], right[order]
        taken: list[list[int]] = [[] for _ in self._tracks]
        lane_now, ends = -1, [0.0] * len(self._tracks)
        for row, lane, low, high in zip(
            rows.tolist(), self._columns.lane[rows].tolist(), left.tolist(), right.tolist(), strict=True
        ):
            if lane != lane_now:
                lane_now, ends = lane, [-np.inf] * len(self._tracks)
            number = next(number for number, end in enumerate(ends) if end <= low)
            ends[number] = high
            taken[number].append(row)
        self._tracks = [np.sort(np.array(numbers, np.int32)) for numbers in taken]


def _better_than_neighbours(lane: Ints, left: Floats, right: Floats, rank: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Those that are more important than the neighbours they overlap."""
    clash = (left[1:] < right[:-1]) & (lane[1:] == lane[:-1])
    worse = np.zeros(len(lane), bool)
    worse[1:] |= clash & (rank[1:] > rank[:-1])
    worse[:-1] |= clash & (rank[:-1] > rank[1:])
    return ~worse


def _disjoint(lane: Ints, left: Floats, right: Floats) -> NDArray[np.bool_]:
    """Those that begin after all before them in their lane have ended."""
    reach = np.maximum.accumulate(place_key(lane, right))
    keep = np.ones(len(lane), bool)
    keep[1:] = place_key(lane[1:], left[1:]) >= reach[:-1]
    return keep


def _coarser(placing: _Placing, tracks: tuple[Ints, ...], base: float) -> Iterator[tuple[float, tuple[Ints, ...]]]:
    """Levels farther out than `base`: in each row the most important stay, until only one is left in each."""
    scale = base
    while any(np.any(placing.lane[track[1:]] == placing.lane[track[:-1]]) for track in tracks):
        scale *= COARSER
        tracks = tuple(_thinned(placing, track, scale) for track in tracks)
        yield scale, tracks


def _thinned(placing: _Placing, track: Ints, days_per_pixel: float) -> Ints:
    """What of a track can stay at a coarser scale."""
    lane = placing.lane
    while len(track) > 1:
        left, right = placing.boxes.sides(track, days_per_pixel)
        clash = (left[1:] < right[:-1]) & (lane[track[1:]] == lane[track[:-1]])
        if not clash.any():
            break
        rank = placing.rank[track]
        stays = _better_than_neighbours(lane[track], left, right, rank)
        # Only neighbours of one that stays must go now; the others may yet find room.
        goes = np.zeros(len(track), bool)
        goes[1:] |= clash & stays[:-1]
        goes[:-1] |= clash & stays[1:]
        track = track[~goes]
    return track


def _levels(columns: Columns, found: list[tuple[float, tuple[Ints, ...]]]) -> LabelLevels:
    """Bring levels, coarsest first, into their final form."""
    since = np.full(len(columns), NEVER, np.int16)
    row_of = np.full(len(columns), -1, np.int8)
    levels: list[Level] = []
    for scale, tracks in found:
        used, placed = np.zeros(columns.lanes, np.int32), np.zeros(columns.lanes, np.int32)
        for number, track in enumerate(tracks):
            lanes = columns.lane[track]
            counts = np.bincount(lanes, minlength=columns.lanes).astype(np.int32)
            placed += counts
            used[counts > 0] = number + 1
            row_of[track] = number
            fresh = track[since[track] == NEVER]
            since[fresh] = len(levels)
        levels.append(Level(scale, tracks, used, placed))
    return LabelLevels(tuple(levels), since, row_of)

"""Which events stand on their own with a label, at which scale, and in which row of their lane.

Levels are nested: an event placed at one level keeps its row at every finer one. So panning changes nothing, zooming in
only adds, and nothing that is shown ever jumps to another row. Within a level the more important event is placed first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import Columns, Ints
from timeline_app.layout.contest import better_than_neighbours
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.placing import LabelSides, Placing
from timeline_app.layout.scale import SHORTEST

#: Level of a row that is never placed.
NEVER = np.int16(32_000)
#: Doublings of the scale until a first picture is good enough.
HALFWAY = 4
#: So many events of a lane are looked at for the labels that are shown first.
FOREMOST = 150
#: Levels farther out than the one that shows everything are this much coarser from one to the next.
COARSER = 2**0.25
#: More events than this are placed from farther out on: filled to the brim at one scale, rows leave gaps of no use at
#: the next ones. Fewer are shown as densely as can be where all is in view.
ONE_STEP, STEPS_BEFORE = 30_000, 16


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
    """Levels from the coarsest to the finest; `since` is the first level at which a row is placed, or NEVER.

    `row` is the row of its lane it stands in, and `leftward` says whether its label stands left of its mark.
    """

    levels: tuple[Level, ...]
    since: NDArray[np.int16]
    row: NDArray[np.int8]
    leftward: NDArray[np.bool_]

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
    sides: LabelSides | None = None,
    closed: Sequence[int] = (),
    halfway: Callable[[LabelLevels], None] | None = None,
) -> LabelLevels:
    """Place the events of all lanes at all scales.

    `rows` is the most rows a lane may have. `base` is the scale, in days a pixel, at which most is in view:
    there lanes are packed as flat as can be. `octaves` stops that many doublings finer. `sides` tells on which side
    of their marks labels stand; nothing is placed in `closed` lanes. `halfway` is given the levels of the first
    `HALFWAY` doublings, for a first picture, when there are more.
    """
    placing = Placing(columns, metrics, rows, sides, closed)
    finest = _finest(columns, metrics)
    if octaves is not None:
        finest = max(finest, base / 2.0**octaves)
    if len(columns) > ONE_STEP and octaves is None:
        for step in range(STEPS_BEFORE, 0, -1):
            placing.add(base * 2 ** (step / 4), rounds=8)
    placing.add(base, rounds=8)
    placing.repack(base)
    levels = _Levels(placing, columns, base)
    scale = base
    while scale > finest and placing.left():
        if halfway is not None and scale < base / 2**HALFWAY:
            halfway(levels.so_far())
            halfway = None
        scale /= 2 ** (1 / _steps_per_octave(placing.placed(), placing.waiting))
        placing.add(scale, rounds=8 if placing.placed() <= 10_000 else 4)
        levels.add(scale)
    return levels.so_far()


def place_first(
    columns: Columns, metrics: Metrics, *, rows: int, base: float, sides: LabelSides, closed: Sequence[int] = ()
) -> LabelLevels:
    """Labels for the scale shown first, of only some events: for a picture until those of `place_labels` are there.

    Only the most important of each lane are looked at, as many as could hold labels in one view.
    """
    offsets = columns.lane_offsets.tolist()
    chosen = [_foremost(columns, *lane) for lane in pairwise(offsets)]
    some = np.concatenate([*chosen, np.empty(0, np.int32)]).astype(np.int32)
    few = LabelSides(sides.leftward[some], np.zeros(len(some), bool))
    found = place_labels(columns.some(some), metrics, rows=rows, base=base, octaves=0, sides=few, closed=closed)
    since, row = np.full(len(columns), NEVER, np.int16), np.full(len(columns), -1, np.int8)
    since[some], row[some] = found.since, found.row
    levels = tuple(
        Level(level.days_per_pixel, tuple(some[track] for track in level.tracks), level.rows_used, level.placed)
        for level in found.levels
    )
    return LabelLevels(levels, since, row, sides.leftward)


def _foremost(columns: Columns, begin: int, end: int) -> Ints:
    """The most important rows of a lane, sorted."""
    if end - begin <= FOREMOST:
        return np.arange(begin, end, dtype=np.int32)
    ranked = np.argpartition(columns.importance[begin:end], end - begin - FOREMOST)[-FOREMOST:]
    return np.sort(ranked + begin).astype(np.int32)


def _steps_per_octave(placed: int, waiting: int) -> int:
    """Finer steps leave less room unused between two levels; where much is placed they take time and memory."""
    if waiting * 20 < placed:
        return 1
    if placed <= 10_000:
        return 24 if waiting > 20_000 else 4
    return 8 if placed <= 60_000 else 4 if placed <= 200_000 else 2


def _finest(columns: Columns, metrics: Metrics) -> float:
    """The scale beyond which nothing can come apart any more."""
    whole_days = bool(len(columns)) and not np.any(columns.start % 1)
    apart = 1.0 if whole_days else SHORTEST / 2
    return apart / (metrics.label_widest + 4 * metrics.label_margin)


class _Levels:
    """The levels as they are found: those farther out than the first one at once, the finer ones one by one."""

    def __init__(self, placing: Placing, columns: Columns, base: float) -> None:
        self._placing = placing
        self._row = np.full(len(columns), -1, np.int8)
        self._since = np.full(len(columns), NEVER, np.int16)
        coarse = _coarser(placing, placing.tracks(), base)
        self._levels = [_level(scale, tracks, _counted(placing, tracks, columns.lanes)) for scale, tracks in coarse]
        self._levels.append(_level(base, placing.tracks(), placing.counts()))
        for number in reversed(range(len(self._levels))):
            for row, track in enumerate(self._levels[number].tracks):
                self._since[track], self._row[track] = number, row

    def add(self, scale: float) -> None:
        """The level at a scale at which the placing has just added some."""
        for track, fresh in self._placing.fresh:
            self._since[fresh], self._row[fresh] = len(self._levels), track
        self._levels.append(_level(scale, self._placing.tracks(), self._placing.counts()))

    def so_far(self) -> LabelLevels:
        """All levels found up to now."""
        return LabelLevels(
            tuple(self._levels), self._since.copy(), self._row.copy(), self._placing.boxes.leftward.copy()
        )


def _level(scale: float, tracks: tuple[Ints, ...], counts: NDArray[np.int64]) -> Level:
    used = (np.arange(1, len(counts) + 1)[:, None] * (counts > 0)).max(axis=0)
    return Level(scale, tracks, used.astype(np.int32), counts.sum(axis=0).astype(np.int32))


def _counted(placing: Placing, tracks: tuple[Ints, ...], lanes: int) -> NDArray[np.int64]:
    return np.array([np.bincount(placing.lane[track], minlength=lanes) for track in tracks])


def _coarser(placing: Placing, tracks: tuple[Ints, ...], base: float) -> list[tuple[float, tuple[Ints, ...]]]:
    """Levels farther out than `base`, the coarsest first: in each row of a lane the most important stay."""
    scale, found = base, []
    while any(np.any(placing.lane[track[1:]] == placing.lane[track[:-1]]) for track in tracks):
        scale *= COARSER
        tracks = tuple(_thinned(placing, track, scale) for track in tracks)
        found.append((scale, tracks))
    return found[::-1]


def _thinned(placing: Placing, track: Ints, days_per_pixel: float) -> Ints:
    """What of a track can stay at a coarser scale."""
    lane = placing.lane
    while len(track) > 1:
        left, right = placing.boxes.sides(track, days_per_pixel)
        clash = (left[1:] < right[:-1]) & (lane[track[1:]] == lane[track[:-1]])
        if not clash.any():
            break
        rank = placing.rank[track]
        stays = better_than_neighbours(lane[track], left, right, rank)
        # Only neighbours of one that stays must go now; the others may yet find room.
        goes = np.zeros(len(track), bool)
        goes[1:] |= clash & stays[:-1]
        goes[:-1] |= clash & stays[1:]
        track = track[~goes]
    return track

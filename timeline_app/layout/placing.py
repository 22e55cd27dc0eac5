"""Placing events with their labels into the rows of their lanes, one scale after the other, from coarse to fine.

What stands stays; at each finer scale only the gaps that have become wide enough are looked into.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.boxes import Boxes
from timeline_app.layout.columns import Columns, Ints, ranges
from timeline_app.layout.contest import Places, better_than_neighbours, by_importance, clear_of, disjoint, usual_width
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.rooms import Neighbours, Rooms
from timeline_app.layout.scale import Floats

Bools = NDArray[np.bool_]

#: So many times as many candidates as could ever fit are looked at, the most important of each lane.
CANDIDATES = 3
#: A label is tried on the other side of its mark as long as there are no more events than this: it takes time.
BOTH_SIDES = 30_000
#: So many rows are looked at together: what is reckoned for them on the way stays near the processor.
BLOCK = 8192
#: Keeps comparisons of rounded numbers on the safe side.
NEARLY = 0.9999


@dataclass(frozen=True, slots=True)
class LabelSides:
    """On which side of its mark the label of each row stands, and whether it may stand on the other one instead."""

    leftward: NDArray[np.bool_]
    may_turn: NDArray[np.bool_]


class Placing:
    """What is placed so far in each row ("track") of the lanes, and the boxes with the side of each label."""

    def __init__(
        self, columns: Columns, metrics: Metrics, rows: int, sides: LabelSides | None = None, closed: Sequence[int] = ()
    ) -> None:
        """`rows` is the most rows a lane may have; the `closed` lanes have none."""
        self._columns = columns
        self.lane = columns.lane
        self.boxes = Boxes(columns, metrics, None if sides is None else sides.leftward.copy())
        self._may_turn = np.ones(len(columns), bool) if sides is None else sides.may_turn
        self._tracks: list[Ints] = [np.empty(0, np.int32) for _ in range(rows)]
        self._counts: NDArray[np.int64] = np.zeros((rows, columns.lanes), np.int64)
        self._free = ~np.isin(columns.lane, closed) if closed else np.ones(len(columns), bool)
        self._rooms = Rooms(columns, metrics, self.boxes)
        #: The coarsest scale at which a row could find room in a track, and in any, by the gaps it stood in when it was
        #: last looked at.
        self._until = [np.full(len(columns), np.inf, np.float32) for _ in range(rows)]
        self._until_any = np.full(len(columns), np.inf, np.float32)
        self._by_rank = order = by_importance(columns)
        #: The place of each row among those of its lane, 0 for the most important, plus where the lane begins.
        self.rank = np.empty(len(columns), np.int32)
        self.rank[order] = np.arange(len(columns), dtype=np.int32)
        #: The so many most important of each lane, but for those that need not be looked at again, sorted.
        self._most, self._pool = 0, np.empty(0, np.int32)
        span = columns.span() or (0.0, 1.0)
        self._days = span[1] - span[0]
        #: How many candidates there were at the last scale, and which rows it placed in which track.
        self.waiting = 0
        self.fresh: list[tuple[int, Ints]] = []

    def left(self) -> bool:
        """Whether anything is not placed yet."""
        return bool(self._free.any())

    def placed(self) -> int:
        """How many are placed now."""
        return sum(map(len, self._tracks))

    def tracks(self) -> tuple[Ints, ...]:
        """What is placed now."""
        return tuple(self._tracks)

    def counts(self) -> NDArray[np.int64]:
        """How many are placed now, by track and lane."""
        return self._counts.copy()

    def add(self, days_per_pixel: float, *, rounds: int) -> None:
        """Place what finds room at this scale, beside what stands already; on the other side where that helps."""
        candidates = self._candidates(days_per_pixel)
        self.waiting, self.fresh = len(candidates), []
        looked_at = candidates[self._until_any.take(candidates) >= days_per_pixel * NEARLY]
        waiting = self._fill_all(looked_at, days_per_pixel, rounds)
        if len(self._free) <= BOTH_SIDES:
            waiting = waiting[self._may_turn[waiting]]
            self.boxes.leftward[waiting] ^= True
            still = self._fill_all(waiting, days_per_pixel, rounds)
            self.boxes.leftward[still] ^= True
        # What overlaps something in every track, however close one comes, is not waited for.
        latest = np.maximum.reduce([until.take(looked_at) for until in self._until])
        self._until_any[looked_at] = latest
        self._free[looked_at[latest <= 0]] = False

    def _candidates(self, days_per_pixel: float) -> Ints:
        """The most important of what waits in each lane, more than there can be room for."""
        slots = self._days / (120 * days_per_pixel) + 1
        most = int(CANDIDATES * len(self._tracks) * slots + 50)
        begins, ends = self._columns.lane_offsets[:-1], self._columns.lane_offsets[1:]
        before, self._most = self._most, min(most, len(self._free))
        further = self._by_rank[ranges(np.minimum(begins + before, ends), np.minimum(begins + self._most, ends))]
        waiting: Ints = self._pool[self._free.take(self._pool)]
        if len(further):
            waiting = np.sort(np.concatenate([waiting, further[self._free.take(further)]]), kind="stable")
        self._pool = waiting
        return waiting

    def _fill_all(self, waiting: Ints, days_per_pixel: float, rounds: int) -> Ints:
        for number in range(len(self._tracks)):
            if not len(waiting):
                break
            waiting = self._fill(number, waiting, days_per_pixel, rounds)
        return waiting

    def _fill(self, number: int, waiting: Ints, days_per_pixel: float, rounds: int) -> Ints:
        """Place what fits into one row of the lanes; returns what did not."""
        hopeful, left, right = self._fitting(number, waiting, days_per_pixel)
        accepted = []
        for _ in range(rounds):
            if not len(hopeful):
                break
            chosen = self._winners(hopeful, left, right)
            accepted.append(hopeful[chosen])
            clear = clear_of(chosen, self.lane.take(hopeful), left, right)
            hopeful, left, right = hopeful[clear], left[clear], right[clear]
        if not accepted:
            return waiting
        placed = np.concatenate(accepted)
        self._free[placed] = False
        self._counts[number] += np.bincount(self.lane.take(placed), minlength=self._columns.lanes)
        self._tracks[number] = np.sort(np.concatenate([self._tracks[number], placed]), kind="stable")
        self.fresh.append((number, placed))
        left_over: Ints = waiting[self._free.take(waiting)]
        return left_over

    def _fitting(self, number: int, waiting: Ints, days_per_pixel: float) -> tuple[Ints, Floats, Floats]:
        """Which of those waiting overlap nothing in a track, with their sides."""
        track = self._tracks[number]
        if not len(track):
            return waiting, *self.boxes.sides(waiting, days_per_pixel)
        waiting = waiting[self._until[number].take(waiting) >= days_per_pixel * NEARLY]
        if len(waiting) <= BLOCK:
            return self._fitting_beside(number, waiting, days_per_pixel)
        blocks = [waiting[begin : begin + BLOCK] for begin in range(0, len(waiting), BLOCK)]
        found = [self._fitting_beside(number, block, days_per_pixel) for block in blocks]
        rows, left, right = (np.concatenate(part) for part in zip(*found, strict=True))
        return rows, left, right

    def _fitting_beside(self, number: int, waiting: Ints, days_per_pixel: float) -> tuple[Ints, Floats, Floats]:
        """The same of some rows, beside what stands in the track, after noting when to look at each again."""
        track = self._tracks[number]
        near = Neighbours.of(waiting, track, self.lane)
        until = self._soonest(waiting, near)
        self._until[number][waiting] = until / NEARLY
        soon = until >= days_per_pixel * NEARLY
        waiting, near = waiting[soon], near.some(soon)
        left, right = self.boxes.sides(waiting, days_per_pixel)
        fits = near.first | (left >= self.boxes.rights(near.before, days_per_pixel))
        fits &= near.last | (right <= self.boxes.lefts(near.after, days_per_pixel))
        return waiting[fits], left[fits], right[fits]

    def _soonest(self, rows: Ints, near: Neighbours) -> Floats:
        """At which scale rows could find room beside these neighbours, on either side if they may turn."""
        side = self.boxes.leftward.take(rows)
        until = self._rooms.scales(rows, side, near, self.boxes.leftward)
        if len(self._free) <= BOTH_SIDES:
            other = self._rooms.scales(rows, ~side, near, self.boxes.leftward)
            until = np.where(self._may_turn[rows], np.maximum(until, other), until)
        return until

    def _winners(self, rows: Ints, left: Floats, right: Floats) -> Places:
        """Places in `rows` of some that overlap no other of them, the most important of their surroundings."""
        lane, start = self.lane.take(rows), self._columns.start.take(rows)
        cell = np.floor((start - start.min()) / usual_width(left, right))
        begins = np.flatnonzero((cell[1:] != cell[:-1]) | (lane[1:] != lane[:-1])) + 1
        begins = np.concatenate([np.zeros(1, np.int64), begins])
        best = self._by_rank.take(np.minimum.reduceat(self.rank.take(rows), begins))
        chosen = np.searchsorted(rows, best)
        chosen = chosen[better_than_neighbours(lane[chosen], left[chosen], right[chosen], self.rank[best])]
        return chosen[disjoint(lane[chosen], left[chosen], right[chosen])]

    def repack(self, days_per_pixel: float) -> None:
        """Give what is placed the first free row from the left, which needs the fewest rows there can be."""
        rows = np.sort(np.concatenate(self._tracks))
        left, right = self.boxes.sides(rows, days_per_pixel)
        order = np.lexsort((left, self.lane[rows]))
        rows, left, right = rows[order], left[order], right[order]
        taken: list[list[int]] = [[] for _ in self._tracks]
        lane_now, ends = -1, [0.0] * len(self._tracks)
        for row, lane, low, high in zip(
            rows.tolist(), self.lane[rows].tolist(), left.tolist(), right.tolist(), strict=True
        ):
            if lane != lane_now:
                lane_now, ends = lane, [-np.inf] * len(self._tracks)
            number = next(number for number, end in enumerate(ends) if end <= low)
            ends[number] = high
            taken[number].append(row)
        self._tracks = [np.sort(np.array(numbers, np.int32)) for numbers in taken]
        lanes = self._columns.lanes
        self._counts = np.array([np.bincount(self.lane[track], minlength=lanes) for track in self._tracks])

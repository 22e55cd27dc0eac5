"""Between which events another one stands, and from which scale on there can be room for it there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.boxes import INSIDE_PADDING, MARK_HALF, Boxes
from timeline_app.layout.columns import OPEN_LEFT, OPEN_RIGHT, Columns, Ints
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.scale import Floats

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The rows placed before and after others; `first` and `last` where there is none in the same lane."""

    before: Ints
    after: Ints
    first: Bools
    last: Bools

    @classmethod
    def of(cls, rows: Ints, track: Ints, lane: Ints) -> Neighbours:
        """The neighbours of some rows among the sorted rows of a track; `lane` is that of every row."""
        gap, end = np.searchsorted(track, rows), len(track) - 1
        before, after = track.take(np.maximum(gap - 1, 0)), track.take(np.minimum(gap, end))
        here = lane.take(rows)
        return cls(before, after, (gap == 0) | (lane.take(before) != here), (gap > end) | (lane.take(after) != here))

    def some(self, which: Bools) -> Neighbours:
        """Those of some of the rows."""
        return Neighbours(self.before[which], self.after[which], self.first[which], self.last[which])


class Rooms:
    """At which scale rows can find room between their neighbours; at no coarser one, for what is placed never leaves.

    Of each box only what it surely needs is counted. A label that a bar can hold stands beside it down to the scale at
    which it fits inside.
    """

    def __init__(self, columns: Columns, metrics: Metrics, boxes: Boxes) -> None:
        start, end, anchor = columns.start, columns.end, columns.anchor
        open_left, open_right = (metrics.open_fade * ((columns.flags & flag) != 0) for flag in (OPEN_LEFT, OPEN_RIGHT))
        inside = np.where(boxes.may_hold, (end - start) / (columns.label_width + 2 * INSIDE_PADDING), 0.0)
        self._margin = metrics.label_margin
        #: Side by side, for what belongs to one row is asked for at once: the first and the last day, pixels needed
        #: left and right of them, those of the label, and the scale from which on it stands inside.
        self._rows = np.column_stack((
            np.minimum(start, anchor), np.maximum(end, anchor),
            np.maximum(open_left, MARK_HALF * (start >= anchor)), np.maximum(open_right, MARK_HALF * (end <= anchor)),
            columns.label_width + metrics.label_gap, inside,
        ))  # fmt: skip

    def scales(self, rows: Ints, side: Bools, near: Neighbours, leftward: Bools) -> Floats:
        """Days a pixel for each row, 0 or less where it always overlaps a neighbour.

        `side` tells of these rows whether their labels stand left, `leftward` of every row.
        """
        first, last, to_left, to_right, label, inside = self._rows.take(rows, axis=0).T
        _, high, _, taken, left_label, left_inside = self._rows.take(near.before, axis=0).T
        gap_left, left = first - high, to_left + taken + self._margin
        low, _, taken, _, right_label, right_inside = self._rows.take(near.after, axis=0).T
        gap_right, right = low - last, to_right + taken + self._margin
        gap_left[near.first] = gap_right[near.last] = np.inf
        left_label, right_label = left_label * ~leftward.take(near.before), right_label * leftward.take(near.after)

        def fitting(which: Any, own_left: Any, own_right: Any) -> Floats:
            wide_left, wide_right = left[which] + own_left, right[which] + own_right
            days_left, days_right = gap_left[which], gap_right[which]
            on_left = np.minimum(days_left / wide_left, left_inside[which])
            on_right = np.minimum(days_right / wide_right, right_inside[which])
            np.maximum(on_left, days_left / (wide_left + left_label[which]), out=on_left)
            np.maximum(on_right, days_right / (wide_right + right_label[which]), out=on_right)
            return np.asarray(np.minimum(on_left, on_right))

        found = fitting(slice(None), label * side, label * ~side)
        held = np.flatnonzero(inside > 0)
        found[held] = np.maximum(found[held], np.minimum(fitting(held, 0.0, 0.0), inside[held]))
        return found

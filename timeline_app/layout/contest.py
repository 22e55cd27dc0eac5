"""Boxes that want the same room in a row of a lane: the most important ones get it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import Columns, Ints, place_key
from timeline_app.layout.scale import Floats

Bools = NDArray[np.bool_]
Places = NDArray[np.int64]

#: So many widths tell how wide boxes usually are.
SAMPLE = 500


def by_importance(columns: Columns) -> Ints:
    """The rows of each lane, the most important first, and as they stand where they are alike."""
    # Importance and row in one whole number: such are sorted ten times as fast as by two columns.
    bits = (columns.importance + np.float32(0)).view(np.int32).astype(np.int64)
    falling = -np.where(bits < 0, bits ^ np.int64(0x7FFF_FFFF), bits)
    keys = (falling << 32) + np.arange(len(columns))
    for begin, end in pairwise(columns.lane_offsets.tolist()):
        keys[begin:end].sort()
    return (keys & 0xFFFF_FFFF).astype(np.int32)


def usual_width(left: Floats, right: Floats) -> float:
    """The middle one of the widths, of so many as tell it well enough: sorting all took longer than all else here."""
    every = -(-len(left) // SAMPLE)
    widths = np.sort(right[::every] - left[::every])
    return max(float(widths[len(widths) // 2]), 1e-9)


def better_than_neighbours(lane: Ints, left: Floats, right: Floats, rank: Ints) -> Bools:
    """Those that are more important than the neighbours they overlap."""
    clash = (left[1:] < right[:-1]) & (lane[1:] == lane[:-1])
    worse = np.zeros(len(lane), bool)
    worse[1:] |= clash & (rank[1:] > rank[:-1])
    worse[:-1] |= clash & (rank[:-1] > rank[1:])
    return ~worse


def disjoint(lane: Ints, left: Floats, right: Floats) -> Bools:
    """Those that begin after all before them in their lane have ended."""
    reach = np.maximum.accumulate(place_key(lane, right))
    keep = np.ones(len(lane), bool)
    keep[1:] = place_key(lane[1:], left[1:]) >= reach[:-1]
    return keep


def clear_of(chosen: Places, lane: Ints, left: Floats, right: Floats) -> Bools:
    """Which of the others overlap none of the chosen; `chosen` are sorted places among them."""
    # How many of the chosen stand before each, of which a chosen one is the first to know: it is cleared at the end.
    passed = np.zeros(len(lane), np.int64)
    passed[chosen] = 1
    gap = np.cumsum(passed)
    last = len(chosen) - 1
    before, after = chosen[np.maximum(gap - 1, 0)], chosen[np.minimum(gap, last)]
    clear = (gap == 0) | (lane[before] != lane) | (left >= right[before])
    clear &= (gap > last) | (lane[after] != lane) | (right <= left[after])
    clear[chosen] = False
    return np.asarray(clear)

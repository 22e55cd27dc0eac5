"""Walking from event to event: which row of the columns comes next, in which direction."""

from __future__ import annotations

import numpy as np

from timeline_app.layout.columns import Columns


def neighbour_in_lane(columns: Columns, row: int, step: int) -> int | None:
    """The row `step` places later (or earlier) in the same lane, None beyond its ends."""
    lane = int(columns.lane[row])
    there = row + step
    return there if columns.lane_offsets[lane] <= there < columns.lane_offsets[lane + 1] else None


def nearest_in_lane(columns: Columns, lane: int, day: float) -> int | None:
    """The row of a lane whose anchor is nearest to a day, None in an empty lane."""
    begin, end = int(columns.lane_offsets[lane]), int(columns.lane_offsets[lane + 1])
    if begin == end:
        return None
    return begin + int(np.argmin(np.abs(columns.anchor[begin:end] - day)))


def neighbour_lane(columns: Columns, row: int, step: int) -> int | None:
    """The row nearest in time in the next lane above (-1) or below (+1) that has any."""
    lane = int(columns.lane[row]) + step
    while 0 <= lane < columns.lanes:
        found = nearest_in_lane(columns, lane, float(columns.anchor[row]))
        if found is not None:
            return found
        lane += step
    return None


def outermost(columns: Columns, *, last: bool) -> int | None:
    """The row that begins first of all, or last."""
    if not len(columns):
        return None
    return int(np.argmax(columns.start)) if last else int(np.argmin(columns.start))

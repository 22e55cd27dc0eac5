"""Labels that are cut to keep rows full get back what room is left beside them.

Room is shared by the rows of a lane as they stand at a scale, in view or not: panning changes no label.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.arrangement import Arrangement
from timeline_app.layout.boxes import INSIDE_PADDING, holds_label
from timeline_app.layout.columns import Ints
from timeline_app.layout.scale import Floats

#: A label is at most so many times as wide as the room that is kept for it.
MOST = 2.0
#: A label that is still cut grows by so many pixels at a time, so that zooming draws few new ones.
STEP = 16.0


def widened(arrangement: Arrangement, track: Ints, at: NDArray[np.int64], days_per_pixel: float) -> Floats:
    """Pixels by which the labels of rows `track[at]` grow beyond the room kept for them.

    `track` are the sorted rows that stand in one row of their lanes at this scale.
    """
    rows = track[at]
    wants = _wanted(arrangement, rows)
    some = np.flatnonzero(wants)
    extra = np.zeros(len(rows), np.float64)
    if len(some):
        gap, shared = _gaps(arrangement, track, at[some], days_per_pixel)
        held = _room_inside(arrangement, rows[some], days_per_pixel)
        room = np.where(np.isnan(held), np.where(shared, gap / 2, gap), held)
        grown = np.minimum(room, wants[some])
        extra[some] = np.where(grown < wants[some], np.floor(np.maximum(grown, 0.0) / STEP) * STEP, grown)
    return extra


def _wanted(arrangement: Arrangement, rows: Ints) -> Floats:
    """Pixels that labels lack, up to the most that they may have."""
    kept = arrangement.columns.label_width.take(rows).astype(np.float64)
    whole = np.minimum(arrangement.columns.title_width.take(rows), kept * MOST)
    wanted: Floats = np.maximum(whole - kept, 0.0)
    return wanted


def _room_inside(arrangement: Arrangement, rows: Ints, days_per_pixel: float) -> Floats:
    """Pixels that a bar has left beside the label it holds; nan where the label stands beside its mark."""
    columns = arrangement.columns
    kept = columns.label_width.take(rows).astype(np.float64)
    days = columns.end.take(rows) - columns.start.take(rows)
    inside = holds_label(arrangement.boxes.may_hold.take(rows), kept, days, days_per_pixel)
    room: Floats = np.where(inside, days / days_per_pixel - 2 * INSIDE_PADDING - kept, np.nan)
    return room


def _gaps(
    arrangement: Arrangement, track: Ints, at: NDArray[np.int64], days_per_pixel: float
) -> tuple[Floats, NDArray[np.bool_]]:
    """Pixels free on the side of each label, and whether a label that grows towards it wants them too."""
    boxes, lane = arrangement.boxes, arrangement.columns.lane
    leftward = boxes.leftward.take(track[at])
    beside = np.where(leftward, at - 1, at + 1)
    known = (beside >= 0) & (beside < len(track))
    near = track[np.where(known, beside, at)]
    known &= lane.take(near) == lane.take(track[at])
    first = np.where(leftward, boxes.rights(near, days_per_pixel), boxes.rights(track[at], days_per_pixel))
    last = np.where(leftward, boxes.lefts(track[at], days_per_pixel), boxes.lefts(near, days_per_pixel))
    gap = np.where(known, (last - first) / days_per_pixel, np.inf)
    facing = known & (boxes.leftward.take(near) != leftward)
    outside = np.isnan(_room_inside(arrangement, near, days_per_pixel))
    return gap, facing & outside & (_wanted(arrangement, near) > 0)

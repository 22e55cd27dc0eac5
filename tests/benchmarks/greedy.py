"""The exact greedy placement of labels for one scale alone, as a measure of the one that is made for all scales."""

from __future__ import annotations

from bisect import bisect_right, insort

import numpy as np

from timeline_app.layout.arrangement import Arrangement
from timeline_app.layout.boxes import Boxes
from timeline_app.layout.columns import Columns
from timeline_app.layout.fitting import label_sides
from timeline_app.layout.placing import BOTH_SIDES


def greedy_count(arrangement: Arrangement, days_per_pixel: float) -> int:
    """How many labels find room if each event, the most important first, takes the first row where it overlaps nothing.

    A label stands on its side, or on the other one where the arrangement lets it turn.
    """
    columns, metrics = arrangement.columns, arrangement.metrics
    rows = len(arrangement.levels.levels[0].tracks)
    sides = label_sides(columns, metrics, arrangement.width, (arrangement.whole, arrangement.main))
    all_of_them = np.arange(len(columns))
    ways = [Boxes(columns, metrics, sides.leftward).sides(all_of_them, days_per_pixel)]
    if len(columns) <= BOTH_SIDES:
        left, right = Boxes(columns, metrics, ~sides.leftward).sides(all_of_them, days_per_pixel)
        # What may not turn gets a box that no place has room for.
        ways.append((np.where(sides.may_turn, left, -np.inf), np.where(sides.may_turn, right, np.inf)))
    return sum(_placed_in(lane, columns, rows, ways) for lane in range(columns.lanes))


def _placed_in(lane: int, columns: Columns, rows: int, ways: list[tuple[np.ndarray, np.ndarray]]) -> int:
    begin, end = columns.lane_offsets[lane], columns.lane_offsets[lane + 1]
    order = np.argsort(-columns.importance[begin:end], kind="stable") + begin
    tracks: list[list[tuple[float, float]]] = [[] for _ in range(rows)]
    boxes = [list(zip(left[order].tolist(), right[order].tolist(), strict=True)) for left, right in ways]
    return sum(any(_place(way, tracks) for way in both) for both in zip(*boxes, strict=True))


def _place(box: tuple[float, float], tracks: list[list[tuple[float, float]]]) -> bool:
    for track in tracks:
        place = bisect_right(track, box)
        if (place == 0 or track[place - 1][1] <= box[0]) and (place == len(track) or box[1] <= track[place][0]):
            insort(track, box)
            return True
    return False

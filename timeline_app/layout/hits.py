"""What is under a point of a frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import Ints
from timeline_app.layout.frame import Frame


@dataclass(frozen=True, slots=True)
class Hit:
    """Rows of the columns under a point, the nearest first; the numbers of a cluster, a lane, an era, or -1.

    `on_title` where the point is on the lane's title, `on_axis` where it is above all lanes.
    """

    rows: tuple[int, ...] = ()
    cluster: int = -1
    lane: int = -1
    on_title: bool = False
    on_axis: bool = False
    era: int = -1


def hit(frame: Frame, x: float, y: float) -> Hit:
    """What is at pixel (x, y). Marks answer up to 8 pixels around them, labels exactly."""
    if y < frame.body_top:
        return Hit(on_axis=True)
    if y >= frame.body_bottom:
        return Hit(era=_era_at(frame, x))
    lane = _lane_at(frame, y)
    rows = _rows_at(frame, x, y)
    number = -1 if rows else _cluster_at(frame, x, y)
    return Hit(rows, number, lane, on_title=_on_title(frame, lane, x, y) and not rows)


def rows_of_cluster(frame: Frame, number: int, limit: int = 200) -> list[int]:
    """Rows counted by a cluster, the most important first, at most `limit`."""
    columns, clusters = frame.arrangement.columns, frame.clusters
    lane = int(clusters.lane[number])
    begin, end = columns.lane_offsets[lane], columns.lane_offsets[lane + 1]
    anchors = np.clip(columns.anchor[begin:end], columns.start[begin:end], columns.end[begin:end])
    first, last = float(clusters.first[number]), float(clusters.last[number])
    waits = frame.arrangement.levels.since[begin:end] > frame.level
    rows = begin + np.flatnonzero(waits & (anchors >= first) & (anchors <= last))
    ranked = rows[np.argsort(-columns.importance[rows], kind="stable")][:limit]
    listed: list[int] = ranked.tolist()
    return listed


def _era_at(frame: Frame, x: float) -> int:
    """The shortest era at a pixel."""
    day = frame.scale.day_of(x)
    here = [(era.last - era.first, number) for number, era in enumerate(frame.eras) if era.first <= day < era.last]
    return min(here)[1] if here else -1


def _lane_at(frame: Frame, y: float) -> int:
    inside = frame.stack.scrolled(y - frame.body_top, frame.scroll)
    if not 0 <= inside < frame.stack.height:
        return -1
    return frame.stack.lane_at(inside)


def _rows_at(frame: Frame, x: float, y: float) -> tuple[int, ...]:
    marks = frame.marks
    if not len(marks):
        return ()
    reach = frame.arrangement.metrics.hit_target
    half = max(reach, frame.arrangement.metrics.row_height / 2)
    dot = np.where(np.isnan(marks.dot), marks.left, marks.dot)
    left = np.where(marks.bar, np.minimum(marks.left, dot - reach), dot - reach)
    right = np.where(marks.bar, np.maximum(marks.right, dot + reach), dot + reach)
    # Very short marks still answer over sixteen pixels.
    middle, wide = (left + right) / 2, np.maximum((right - left) / 2, reach)
    away = np.maximum(np.abs(x - middle) - wide, 0.0)
    beside = ~np.isnan(marks.label_x) & (x >= marks.label_x - 3) & (x <= marks.label_x + marks.label_width)
    away = np.where(beside, 0.0, away)
    near = np.flatnonzero((np.abs(y - marks.y) <= half) & (away <= 0.0) & _seen_at(frame, marks.lane, y))
    order = np.lexsort((np.abs(x - np.where(np.isnan(marks.dot), middle, marks.dot))[near], np.abs(y - marks.y)[near]))
    return tuple(marks.row[near[order]].tolist())


def _cluster_at(frame: Frame, x: float, y: float) -> int:
    clusters = frame.clusters
    half = frame.arrangement.metrics.strip_height / 2
    near = (np.abs(frame.cluster_y - y) <= half) & (clusters.left - 3 <= x) & (x <= clusters.right + 3)
    found = np.flatnonzero(near & _seen_at(frame, clusters.lane, y))
    return int(found[0]) if len(found) else -1


def _seen_at(frame: Frame, lane: Ints, y: float) -> NDArray[np.bool_]:
    """Whether what is in these lanes is seen at a height, and not hidden beneath lanes that stay at the top."""
    seen: NDArray[np.bool_] = (lane < frame.stack.pinned) == (y < frame.body_top + frame.stack.pinned_height)
    return seen


def _on_title(frame: Frame, lane: int, x: float, y: float) -> bool:
    if lane < 0:
        return False
    title = frame.arrangement.metrics.lane_title
    lowest = frame.lane_top(lane) + float(frame.stack.heights[lane]) - title
    top = min(max(frame.lane_top(lane), frame.highest(lane)), lowest)
    return top <= y < top + title and x < 300

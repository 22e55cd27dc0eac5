"""What to show first: the stretch that holds most events, and room around it for their labels.

Labels stand right of their marks, but left of them where they would otherwise be cut off at the end of that stretch.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from timeline_app.layout.boxes import Boxes
from timeline_app.layout.columns import Columns
from timeline_app.layout.labels import LabelLevels
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.placing import LabelSides
from timeline_app.layout.scale import Floats

#: The stretch of time shown around a single instant, in days.
AROUND_ONE = 30.0
#: Empty pixels left and right of everything when all is in view.
FIT_MARGIN = 24.0
#: Labels keep so many of these pixels free.
AT_EDGE = 9.0
#: Shares of all events that count as most of them, if their stretch is so many times shorter.
MOST, FAR_SHORTER = (0.98, 0.95, 0.92, 0.88), 1.6
#: Labels beyond an end get no more than this share of the stretch.
MOST_FOR_LABELS = 0.3

Stretch = tuple[float, float]


def whole_stretch(columns: Columns) -> Stretch | None:
    """First and last day of all, never too near to each other; None where there is nothing."""
    span = columns.span()
    return None if span is None else _not_too_short(*span)


def main_stretch(columns: Columns) -> Stretch | None:
    """First and last day of most events: a single one of another century does not press all others together."""
    if not len(columns):
        return None
    low, high = _densest(np.sort(columns.anchor))
    inside = (columns.anchor >= low) & (columns.anchor <= high)
    # A bar that reaches far out of the stretch of the others does not widen it.
    reach = max(high - low, AROUND_ONE)
    starts, ends = columns.start[inside], columns.end[inside]
    first = float(starts[starts >= low - reach].min(initial=low))
    last = float(ends[ends <= high + reach].max(initial=high))
    return _not_too_short(first, last)


def _densest(anchors: Floats) -> Stretch:
    """The stretch of all sorted moments, or the shortest one of most of them where that is far shorter."""
    low, high = float(anchors[0]), float(anchors[-1])
    for share in MOST:
        aside = len(anchors) - math.ceil(share * len(anchors))
        lengths = anchors[len(anchors) - 1 - aside :] - anchors[: aside + 1]
        best = int(np.argmin(lengths))
        if lengths[best] * FAR_SHORTER <= high - low:
            low, high = float(anchors[best]), float(anchors[best + len(anchors) - 1 - aside])
    return low, high


def _not_too_short(first: float, last: float) -> Stretch:
    if last - first >= AROUND_ONE / 10:
        return first, last
    return (first + last - AROUND_ONE) / 2, (first + last + AROUND_ONE) / 2


def label_sides(
    columns: Columns, metrics: Metrics, width: float, stretches: Sequence[Stretch | None] | None = None
) -> LabelSides:
    """Labels stand right of their marks, but left where they would be cut off when most, or all, is in view.

    A label may turn to the other side where it is not cut off there. `stretches` are those of all and of most events
    where they are known.
    """
    leftward, may_turn = np.zeros(len(columns), bool), np.zeros(len(columns), bool)
    to_the_right, to_the_left = Boxes(columns, metrics), Boxes(columns, metrics, np.ones(len(columns), bool))
    # What is shown first has the last word.
    for stretch in stretches or (whole_stretch(columns), main_stretch(columns)):
        if stretch is None:
            continue
        first, last = stretch
        scale = fitting_scale(stretch, width)
        rows = np.flatnonzero((columns.anchor >= first) & (columns.anchor <= last))
        margin = (FIT_MARGIN - AT_EDGE) * scale
        right = to_the_right.rights(rows, scale) - metrics.label_margin * scale - last - margin
        left = first - margin - to_the_left.lefts(rows, scale)
        # Where it is cut off on both sides, the side that cuts off less.
        leftward[rows] = (right > 0) & (left < right)
        may_turn[rows] = (right <= 0) & (left <= 0)
    return LabelSides(leftward, may_turn)


def fitting_scale(stretch: Stretch, width: float) -> float:
    """Days a pixel when a stretch fills the width but for its margins."""
    return (stretch[1] - stretch[0]) / max(width - 2 * FIT_MARGIN, 1.0)


def with_room(stretch: Stretch, boxes: Boxes, columns: Columns, levels: LabelLevels, width: float) -> Stretch:
    """The stretch widened so that its events stand in `width` pixels with their labels."""
    first, last = stretch
    low, high = first, last
    # The room for labels depends on the scale, which depends on the room: a few rounds settle it.
    for _ in range(4):
        scale = (high - low) / width
        shown = np.concatenate([np.empty(0, np.int32), *levels.at(scale).tracks])
        shown = shown[(columns.anchor[shown] >= first) & (columns.anchor[shown] <= last)]
        left, right = boxes.sides(shown, scale)
        margin = FIT_MARGIN * scale
        room = (last - first) * MOST_FOR_LABELS
        low = max(float(left.min(initial=first)), first - room) - margin
        high = min(max(last + margin, float(right.max(initial=last))), last + room + margin)
    return low, high

"""How much room an event takes with its mark and its label, at any scale.

A box in days shrinks, and never moves out of itself, as the scale gets finer. That is what lets labels be placed once:
what does not overlap at one scale overlaps at no finer one.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import OPEN_LEFT, OPEN_RIGHT, Columns
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.scale import Floats

#: Pixels around the anchor that always belong to the mark.
MARK_HALF = 10.0
#: Pixels between a bar's end and a label inside it.
INSIDE_PADDING = 9.0


class Boxes:
    """The boxes of all rows of some columns."""

    def __init__(self, columns: Columns, metrics: Metrics) -> None:
        flags = columns.flags
        self._start, self._end, self._anchor = columns.start, columns.end, columns.anchor
        self._label = columns.label_width.astype(np.float64)
        self._open_left = ((flags & OPEN_LEFT) != 0).astype(np.float64) * np.float64(metrics.open_fade)
        self._open_right = ((flags & OPEN_RIGHT) != 0).astype(np.float64) * np.float64(metrics.open_fade)
        self.may_hold = may_hold_label(columns)
        self._gap, self._margin = metrics.label_gap, metrics.label_margin

    def sides(self, rows: Any, days_per_pixel: float) -> tuple[Floats, Floats]:
        """Left and right, in days, of the boxes of these rows, with the label and the space after it."""
        half = MARK_HALF * days_per_pixel
        start, end, anchor = self._start[rows], self._end[rows], self._anchor[rows]
        left = np.minimum(start - self._open_left[rows] * days_per_pixel, anchor - half)
        right = np.maximum(end + self._open_right[rows] * days_per_pixel, anchor + half)
        beside = (self._label[rows] + self._gap) * days_per_pixel
        inside = holds_label(self.may_hold[rows], self._label[rows], end - start, days_per_pixel)
        right += np.where(inside, 0.0, beside) + self._margin * days_per_pixel
        return left, right


def may_hold_label(columns: Columns) -> NDArray[np.bool_]:
    """Rows whose bar can carry its label: no dot in the middle of it, no open end."""
    closed = (columns.flags & (OPEN_LEFT | OPEN_RIGHT)) == 0
    may: NDArray[np.bool_] = closed & np.isnan(columns.best) & (columns.end > columns.start)
    return may


def holds_label(may: Any, label_width: Any, days: Any, days_per_pixel: float) -> NDArray[np.bool_]:
    """Whether the label fits inside the bar at this scale."""
    inside: NDArray[np.bool_] = may & (days >= (label_width + 2 * INSIDE_PADDING) * days_per_pixel)
    return inside

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
    """The boxes of all rows of some columns. `leftward` says of each row whether its label stands left of its mark."""

    def __init__(self, columns: Columns, metrics: Metrics, leftward: NDArray[np.bool_] | None = None) -> None:
        self._columns = columns
        self._fade = metrics.open_fade
        self._gap, self._margin = metrics.label_gap, metrics.label_margin
        self.may_hold = may_hold_label(columns)
        self.leftward = np.zeros(len(columns), bool) if leftward is None else leftward

    def sides(self, rows: Any, days_per_pixel: float) -> tuple[Floats, Floats]:
        """Left and right, in days, of the boxes of these rows, with the label and the space after it."""
        columns, half, fade = self._columns, MARK_HALF * days_per_pixel, self._fade * days_per_pixel
        start, end, anchor = columns.start[rows], columns.end[rows], columns.anchor[rows]
        flags, label = columns.flags[rows], columns.label_width[rows].astype(np.float64)
        left: Floats = np.minimum(start - ((flags & OPEN_LEFT) != 0) * fade, anchor - half)
        right: Floats = np.maximum(end + ((flags & OPEN_RIGHT) != 0) * fade, anchor + half)
        inside = holds_label(self.may_hold[rows], label, end - start, days_per_pixel)
        beside = np.where(inside, 0.0, (label + self._gap) * days_per_pixel)
        leftward = self.leftward[rows]
        left -= beside * leftward
        right += beside * ~leftward + self._margin * days_per_pixel
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

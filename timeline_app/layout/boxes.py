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

Rows = NDArray[np.integer[Any]]

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

    def sides(self, rows: Rows, days_per_pixel: float) -> tuple[Floats, Floats]:
        """Left and right, in days, of the boxes of these rows, with the label and the space after it."""
        # Taking is several times as fast as indexing, and most of the time of placing labels went there.
        rows = np.asarray(rows, np.intp)
        start, end = self._columns.start.take(rows), self._columns.end.take(rows)
        anchor, flags = self._columns.anchor.take(rows), self._columns.flags.take(rows)
        beside = self._beside(rows, end - start, days_per_pixel)
        to_the_left = beside * self.leftward.take(rows)
        left = self._first(start, anchor, flags, days_per_pixel) - to_the_left
        right = self._last(end, anchor, flags, days_per_pixel) + (beside - to_the_left)
        return left, right + self._margin * days_per_pixel

    def lefts(self, rows: Rows, days_per_pixel: float) -> Floats:
        """The left ones of `sides` alone."""
        rows = np.asarray(rows, np.intp)
        start, anchor = self._columns.start.take(rows), self._columns.anchor.take(rows)
        left = self._first(start, anchor, self._columns.flags.take(rows), days_per_pixel)
        turned = np.flatnonzero(self.leftward.take(rows))
        if len(turned):
            rows = rows[turned]
            left[turned] -= self._beside(rows, self._columns.end.take(rows) - start[turned], days_per_pixel)
        return left

    def rights(self, rows: Rows, days_per_pixel: float) -> Floats:
        """The right ones of `sides` alone."""
        rows = np.asarray(rows, np.intp)
        end, anchor = self._columns.end.take(rows), self._columns.anchor.take(rows)
        right = self._last(end, anchor, self._columns.flags.take(rows), days_per_pixel)
        beside = self._beside(rows, end - self._columns.start.take(rows), days_per_pixel)
        return right + beside * ~self.leftward.take(rows) + self._margin * days_per_pixel

    def _first(self, start: Floats, anchor: Floats, flags: NDArray[np.uint8], days_per_pixel: float) -> Floats:
        fade, half = self._fade * days_per_pixel, MARK_HALF * days_per_pixel
        first: Floats = np.minimum(start - ((flags & OPEN_LEFT) != 0) * fade, anchor - half)
        return first

    def _last(self, end: Floats, anchor: Floats, flags: NDArray[np.uint8], days_per_pixel: float) -> Floats:
        fade, half = self._fade * days_per_pixel, MARK_HALF * days_per_pixel
        last: Floats = np.maximum(end + ((flags & OPEN_RIGHT) != 0) * fade, anchor + half)
        return last

    def _beside(self, rows: Any, days: Floats, days_per_pixel: float) -> Floats:
        """How much room the labels take beside bars of so many days: none where they stand inside."""
        label = self._columns.label_width.take(rows).astype(np.float64)
        inside = holds_label(self.may_hold.take(rows), label, days, days_per_pixel)
        return np.where(inside, 0.0, (label + self._gap) * days_per_pixel)


def may_hold_label(columns: Columns) -> NDArray[np.bool_]:
    """Rows whose bar can carry its label: no dot in the middle of it, no open end."""
    closed = (columns.flags & (OPEN_LEFT | OPEN_RIGHT)) == 0
    may: NDArray[np.bool_] = closed & np.isnan(columns.best) & (columns.end > columns.start)
    return may


def holds_label(may: Any, label_width: Any, days: Any, days_per_pixel: float) -> NDArray[np.bool_]:
    """Whether the label fits inside the bar at this scale."""
    inside: NDArray[np.bool_] = may & (days >= (label_width + 2 * INSIDE_PADDING) * days_per_pixel)
    return inside

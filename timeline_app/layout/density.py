"""How many events lie where, at any scale: for the overview and the small bar charts of lists.

The instants are kept sorted, so that a histogram of any stretch takes two searches a bar, however many events there
are: exact where a pyramid of ready-made sums would have to round to its cells.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from timeline_app.layout.columns import Columns
from timeline_app.layout.scale import Floats


@dataclass(frozen=True, slots=True)
class Density:
    """Sorted instants, one for each event."""

    instants: Floats

    @classmethod
    def of_days(cls, days: ArrayLike) -> Density:
        """From days in any order."""
        return cls(np.sort(np.asarray(days, np.float64)))

    @classmethod
    def of_columns(cls, columns: Columns) -> Density:
        """From columns, an event that stands in several lanes counting once."""
        if not len(columns):
            return cls(np.empty(0))
        anchors = np.full(len(columns.ids), np.nan)
        anchors[columns.event] = columns.anchor
        return cls(np.sort(anchors[~np.isnan(anchors)]))

    def __len__(self) -> int:
        return len(self.instants)

    def counts(self, first: float, last: float, bars: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        """Events in each of `bars` equal parts of [first, last)."""
        edges = np.linspace(first, last, bars + 1)
        return np.diff(np.searchsorted(self.instants, edges))

    def between(self, first: float, last: float) -> int:
        """How many lie in [first, last)."""
        low, high = np.searchsorted(self.instants, [first, last])
        return int(high - low)

    def bulk(self, share: float = 0.98) -> tuple[float, float] | None:
        """The stretch that holds the middle `share` of all, so that one date in antiquity does not rule the view."""
        if not len(self):
            return None
        low, high = np.quantile(self.instants, [(1 - share) / 2, (1 + share) / 2])
        return float(low), float(high)


def bar_heights(counts: ArrayLike) -> Floats:
    """Heights from 0 to 1 for a histogram: roots, so that a lone event is still seen beside a thousand."""
    values = np.sqrt(np.asarray(counts, np.float64))
    highest = values.max(initial=0.0)
    heights: Floats = np.where(values > 0, np.maximum(values / max(highest, 1.0), 0.08), 0.0)
    return heights

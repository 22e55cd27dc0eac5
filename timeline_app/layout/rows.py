"""Lanes below one another, each as high as what stands in it at this scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from timeline_app.layout.columns import Columns
from timeline_app.layout.labels import Level
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.scale import Floats

#: Lanes share room that is left over, but grow by no more than this many pixels each.
MOST_AIR = 34.0
#: However many lanes there are, each has so many rows, and so many lanes are to be seen at once.
LEAST_ROWS, LANES_IN_VIEW = 3, 3
#: Lanes kept at the top take no more of the height than this; those beyond scroll like all others.
MOST_PINNED = 0.6


@dataclass(frozen=True, slots=True)
class LaneStack:
    """Tops of the lanes in pixels from the first lane's top; `strips` are the tops of their strips, nan where none.

    The first `pinned` lanes stay where they are while the others scroll below them.
    """

    tops: Floats
    heights: Floats
    strips: Floats
    pinned: int = 0

    @property
    def height(self) -> float:
        """Of all lanes together."""
        return float(self.tops[-1] + self.heights[-1]) if len(self.tops) else 0.0

    @property
    def pinned_height(self) -> float:
        """Of the lanes that stay."""
        return float(self.tops[self.pinned - 1] + self.heights[self.pinned - 1]) if self.pinned else 0.0

    def scrolled(self, y: float, scroll: float) -> float:
        """The height in the stack that is seen `y` pixels below the top of the view."""
        return y if y < self.pinned_height else y + scroll

    def shifts(self, scroll: float) -> Floats:
        """How far each lane is scrolled up."""
        shifts = np.full(len(self.tops), scroll)
        shifts[: self.pinned] = 0.0
        return shifts

    def lane_at(self, y: float) -> int:
        """The lane at a height, the first or last one beyond the ends, -1 where there is none."""
        if not len(self.tops):
            return -1
        return min(max(int(self.tops.searchsorted(y, side="right")) - 1, 0), len(self.tops) - 1)

    def visible(self, top: float, height: float) -> Sequence[int]:
        """The lanes seen in a view of this height that is scrolled to `top`, from above."""
        if not len(self.tops) or height <= 0:
            return range(0)
        below = top + self.pinned_height
        first = max(0, int(np.searchsorted(self.tops, below, side="right")) - 1)
        last = int(np.searchsorted(self.tops, top + height))
        if not self.pinned:
            return range(first, max(first, last))
        return (*range(self.pinned), *range(max(first, self.pinned), last))


def stack_lanes(
    columns: Columns, level: Level, metrics: Metrics, available: float = 0.0, *, pinned: int = 0
) -> LaneStack:
    """The lanes at a level: a title, the rows in use, and a strip for what is only counted.

    The first `pinned` lanes are to stay at the top, as far as that leaves room for others. Room left over of
    `available` pixels is shared out, so that few lanes do not huddle at the top.
    """
    total = np.diff(columns.lane_offsets)
    has_strip = level.placed < total
    rows = np.maximum(level.rows_used, np.where(has_strip, 0, 1)) * metrics.row_height
    content = metrics.lane_title + rows
    heights = content + has_strip * metrics.strip_height + metrics.lane_padding
    air = min(MOST_AIR, max(0.0, (available - float(heights.sum())) / max(1, len(heights))))
    heights = heights + np.floor(air)
    tops = np.cumsum(heights) - heights
    if available > 0:
        pinned = min(pinned, int(np.searchsorted(tops + heights, available * MOST_PINNED, side="right")))
    return LaneStack(tops, heights, np.where(has_strip, tops + content, np.nan), pinned)


def rows_for(lanes: int, metrics: Metrics | None = None, height: float = 0.0) -> int:
    """The most rows a lane may have: fewer the more lanes there are, and so few that several lanes are in view.

    `height` is that of all lanes in view, 0 where it is not known.
    """
    most = max(LEAST_ROWS, min(24, 40 // max(1, lanes)))
    if height <= 0 or metrics is None:
        return most
    share = height / max(1, min(lanes, LANES_IN_VIEW))
    fitting = round((share - metrics.lane_title - metrics.strip_height - metrics.lane_padding) / metrics.row_height)
    return max(LEAST_ROWS, min(most, fitting))

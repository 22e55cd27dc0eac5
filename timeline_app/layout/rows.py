"""Lanes below one another, each as high as what stands in it at this scale."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class LaneStack:
    """Tops of the lanes in pixels from the first lane's top; `strips` are the tops of their strips, nan where none."""

    tops: Floats
    heights: Floats
    strips: Floats

    @property
    def height(self) -> float:
        """Of all lanes together."""
        return float(self.tops[-1] + self.heights[-1]) if len(self.tops) else 0.0

    def lane_at(self, y: float) -> int:
        """The lane at a height, the first or last one beyond the ends, -1 where there is none."""
        if not len(self.tops):
            return -1
        return int(np.clip(np.searchsorted(self.tops, y, side="right") - 1, 0, len(self.tops) - 1))

    def visible(self, top: float, height: float) -> range:
        """The lanes that touch [top, top + height)."""
        if not len(self.tops) or height <= 0:
            return range(0)
        first = max(0, int(np.searchsorted(self.tops, top, side="right")) - 1)
        last = int(np.searchsorted(self.tops, top + height))
        return range(first, max(first, last))


def stack_lanes(columns: Columns, level: Level, metrics: Metrics, available: float = 0.0) -> LaneStack:
    """The lanes at a level: a title, the rows in use, and a strip for what is only counted.

    Room left over of `available` pixels is shared out, so that few lanes do not huddle at the top.
    """
    total = np.diff(columns.lane_offsets)
    has_strip = level.placed < total
    rows = np.maximum(level.rows_used, np.where(has_strip, 0, 1)) * metrics.row_height
    content = metrics.lane_title + rows
    heights = content + has_strip * metrics.strip_height + metrics.lane_padding
    air = min(MOST_AIR, max(0.0, (available - float(heights.sum())) / max(1, len(heights))))
    heights = heights + np.floor(air)
    tops = np.cumsum(heights) - heights
    return LaneStack(tops, heights, np.where(has_strip, tops + content, np.nan))


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

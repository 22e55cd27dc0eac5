"""The straight map between days and pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_Number = TypeVar("_Number", float, Floats)

#: The shortest and the longest stretch of time that can fill a view: two minutes, some 180,000 years.
SHORTEST = 2 / 1440
LONGEST = float(2**26)
#: No view goes beyond these days (some 180,000 years either way), where floats still tell seconds apart.
EARLIEST, LATEST = -LONGEST, LONGEST


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days [first, last) over `width` pixels, from pixel 0. Raises ValueError where there is nothing between them."""

    first: float
    last: float
    width: float

    def __post_init__(self) -> None:
        if not (self.first < self.last and self.width > 0):
            raise ValueError(f"no room between day {self.first} and day {self.last} in {self.width} pixels")

    @property
    def days(self) -> float:
        """The length of what is in view."""
        return self.last - self.first

    @property
    def days_per_pixel(self) -> float:
        """How much time a pixel stands for; larger is farther out."""
        return self.days / self.width

    def x_of(self, day: _Number) -> _Number:
        """The pixel of a day, or of an array of days."""
        return (day - self.first) * (self.width / self.days)

    def day_of(self, x: _Number) -> _Number:
        """The day at a pixel, or at an array of pixels."""
        return self.first + x * (self.days / self.width)

    def panned(self, pixels: float) -> TimeScale:
        """The same scale, showing what lies so many pixels further right."""
        shift = pixels * self.days_per_pixel
        return within_limits(self.first + shift, self.last + shift, self.width)

    def zoomed(self, factor: float, x: float) -> TimeScale:
        """Closer by `factor` (above 1), the day at pixel `x` staying where it is."""
        days = min(max(self.days / factor, SHORTEST), LONGEST)
        still = self.day_of(x)
        first = still - days * (x / self.width)
        return within_limits(first, first + days, self.width)

    def with_width(self, width: float) -> TimeScale:
        """The same days over another width."""
        return TimeScale(self.first, self.last, width)


def within_limits(first: float, last: float, width: float) -> TimeScale:
    """The scale for these days, moved and stretched as little as the limits ask for."""
    days = min(max(last - first, SHORTEST), LONGEST)
    middle = (first + last) / 2
    if not SHORTEST <= last - first <= LONGEST:
        first = middle - days / 2
    first = min(max(first, EARLIEST), LATEST - days)
    return TimeScale(first, first + days, width)

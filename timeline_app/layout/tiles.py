"""A drawing larger than a sheet, parted over several: which part of it each sheet shows, and how they overlap."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tile:
    """The part of a sheet: its row and column from 0, and where its top left corner lies in the drawing."""

    row: int
    column: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Tiles:
    """So many rows and columns of parts of `width` by `height`; neighbours share a strip of `overlap`.

    Each part begins exactly where its neighbour on the left (or above) has that much left, so that a sheet cut there
    and laid on the other continues it.
    """

    rows: int
    columns: int
    width: float
    height: float
    overlap: float

    def __len__(self) -> int:
        return self.rows * self.columns

    @property
    def whole_width(self) -> float:
        """The width of what they show together."""
        return self.columns * self.width - (self.columns - 1) * self.overlap

    @property
    def whole_height(self) -> float:
        """The height of what they show together."""
        return self.rows * self.height - (self.rows - 1) * self.overlap

    def __iter__(self) -> Iterator[Tile]:
        """All of them, row by row."""
        return (self[number] for number in range(len(self)))

    def __getitem__(self, number: int) -> Tile:
        """Part `number` from 0, row by row. Raises IndexError beyond the last."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        row, column = divmod(number, self.columns)
        return Tile(row, column, column * (self.width - self.overlap), row * (self.height - self.overlap))


def width_over(columns: int, width: float, overlap: float) -> float:
    """How wide a drawing may be that goes on so many sheets side by side."""
    return columns * width - (columns - 1) * overlap


def tiles_for(height: float, columns: int, sheet: tuple[float, float], overlap: float) -> Tiles:
    """The parts that show a drawing of this height and as wide as `width_over` allows; `sheet` is what one shows.

    Raises ValueError where a sheet is not larger than the overlap.
    """
    width, room = sheet
    if min(width, room) <= overlap:
        raise ValueError(f"a sheet of {width:.0f} by {room:.0f} has no room beside an overlap of {overlap:.0f}")
    rows = max(1, math.ceil((height - overlap) / (room - overlap) - 1e-9))
    return Tiles(rows, columns, width, room, overlap)

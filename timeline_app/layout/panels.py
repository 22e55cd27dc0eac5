"""Marks and labels in rows and lanes: one panel of a timeline on paper, every mark with its label, in plain numbers.

On paper nothing can be zoomed into, so each mark has its label (a number at least), and lanes grow as they must.
Lengths in points or pixels from the top left of the drawing; times in days as floats; spans of them [first, last).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import OPEN_LEFT, OPEN_RIGHT, POINT, STATEMENT, Columns

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Bools = NDArray[np.bool_]


class Side(IntEnum):
    """Where a mark's label stands."""

    RIGHT = 0
    LEFT = 1
    INSIDE = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """The room on one sheet below the axis, and the sizes of what goes there."""

    width: float
    height: float
    row: float = 15.0
    lane_title: float = 18.0
    lane_padding: float = 6.0
    #: Half the width of a mark without duration, and the least that is kept free between neighbours.
    mark: float = 5.0
    label_gap: float = 4.0
    clearance: float = 7.0
    #: How far a bar reaches towards a side that is not known.
    open_fade: float = 60.0
    #: The height of an axis, which each panel has, and the space between two panels.
    axis: float = 34.0
    panel_gap: float = 22.0


@dataclass(frozen=True, slots=True)
class Marks:
    """What is to be placed, one element of each array for a mark.

    `start` and `end` are days, `anchor` the day that stands for the mark; a `point` is a dot on its anchor; open ends
    reach on without bound. `dot` is the day of a dot in a bar, nan without one and -inf for one at the bar's left end.
    `label` is the label's width.
    """

    lane: Ints
    start: Floats
    end: Floats
    anchor: Floats
    dot: Floats
    label: Floats
    point: Bools
    open_left: Bools
    open_right: Bools

    def __len__(self) -> int:
        return len(self.lane)


def marks_of(columns: Columns) -> Marks:
    """The marks of columns, in their order."""
    return Marks(
        lane=columns.lane.astype(np.intp),
        start=columns.start,
        end=columns.end,
        anchor=columns.anchor,
        dot=np.where(np.isnan(columns.best) & ((columns.flags & STATEMENT) > 0), -np.inf, columns.best),
        label=columns.label_width.astype(np.float64),
        point=(columns.flags & POINT) > 0,
        open_left=(columns.flags & OPEN_LEFT) > 0,
        open_right=(columns.flags & OPEN_RIGHT) > 0,
    )


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark on a sheet: its number in `Marks`, its row in the lane, its stretch [x0, x1], and where its label stands.

    `label_width` is less than the label's own where that has no room; it must be shortened then.
    """

    mark: int
    row: int
    x0: float
    x1: float
    side: Side
    label_x: float
    label_width: float


@dataclass(frozen=True, slots=True)
class LaneBand:
    """A lane in a panel from `top` on; `continued` where its first rows stand on the sheet before."""

    lane: int
    top: float
    height: float
    marks: tuple[PlacedMark, ...]
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """A stretch of time [first, last) over the whole width, with its own axis, and its lanes from the axis down."""

    first: float
    last: float
    bands: tuple[LaneBand, ...]
    continued: bool = False

    @property
    def height(self) -> float:
        """How far down the lanes reach, without the axis."""
        return self.bands[-1].top + self.bands[-1].height if self.bands else 0.0


def one_panel(marks: Marks, sheet: Sheet, first: float, last: float) -> Panel:
    """All marks between two moments in one panel, as high as it must be: a picture instead of sheets."""
    endless = replace(sheet, height=math.inf)
    packed = pack(marks, np.arange(len(marks)), endless, first, last)
    return panels_of(packed, endless, first, last)[0]


# ---------------------------------------------------------------------------------------------- marks in rows


def pack(marks: Marks, rows: Ints, sheet: Sheet, begin: float, end: float) -> list[tuple[int, list[PlacedMark]]]:
    """The marks of each lane in its rows: each in the first row where neither mark nor label touches another."""
    per_day = sheet.width / (end - begin) if end > begin else 0.0
    packed: dict[int, list[PlacedMark]] = {}
    taken: dict[int, list[list[tuple[float, float]]]] = {}
    x0, x1 = _spans(marks, rows, sheet, begin, per_day)
    order = np.lexsort((rows, x0, marks.lane[rows]))
    for index in order:
        lane, mark = int(marks.lane[rows[index]]), int(rows[index])
        stretch = float(x0[index]), float(x1[index])
        rooms = _rooms_inside(stretch, (float(marks.dot[mark]) - begin) * per_day, sheet)
        side, label_x, width = _label_place(stretch, rooms, float(marks.label[mark]), sheet)
        low = min(stretch[0], label_x) - sheet.clearance / 2
        high = max(stretch[1], label_x + width) + sheet.clearance / 2
        row = _free_row(taken.setdefault(lane, []), low, high)
        packed.setdefault(lane, []).append(PlacedMark(mark, row, *stretch, side, label_x, width))
    return sorted(packed.items())


def _spans(marks: Marks, rows: Ints, sheet: Sheet, begin: float, per_day: float) -> tuple[Floats, Floats]:
    """Left and right of each mark: at least as wide as a dot, open sides a fade's length, all within the sheet."""
    middle = (marks.anchor[rows] - begin) * per_day
    x0, x1 = (marks.start[rows] - begin) * per_day, (marks.end[rows] - begin) * per_day
    x0 = np.where(marks.open_left[rows], x0 - sheet.open_fade, x0)
    x1 = np.where(marks.open_right[rows], x1 + sheet.open_fade, x1)
    small = x1 - x0 < 2 * sheet.mark
    middle = np.where(small & ~marks.point[rows], (x0 + x1) / 2, middle)
    small |= marks.point[rows]
    x0, x1 = np.where(small, middle - sheet.mark, x0), np.where(small, middle + sheet.mark, x1)
    edge = 2 * sheet.mark
    return np.clip(x0, 0.0, sheet.width - edge), np.clip(x1, edge, sheet.width)


def _rooms_inside(stretch: tuple[float, float], dot: float, sheet: Sheet) -> list[tuple[float, float]]:
    """Where a bar has room for words, from left to right: all of it, or both sides of its dot (nan: it has none)."""
    edge = sheet.mark + sheet.label_gap
    x0, x1 = stretch
    if math.isnan(dot):
        return [(x0 + edge, x1 - edge)]
    dot = max(dot, x0 + sheet.mark)
    return [(dot + edge, x1 - edge), (x0 + edge, dot - edge)]


def _label_place(
    stretch: tuple[float, float], rooms: list[tuple[float, float]], label: float, sheet: Sheet
) -> tuple[Side, float, float]:
    """Where a label begins and how wide it may be: inside a wide bar, else right of the mark, else left of it.

    Where it has room nowhere, it is shortened on the wider side, or inside a bar that leaves none beside it.
    """
    (x0, x1), gap = stretch, sheet.label_gap
    right, left = sheet.width - x1 - gap, x0 - gap
    for begin, end in rooms:
        if label <= end - begin:
            return Side.INSIDE, begin, label
    if label <= right:
        return Side.RIGHT, x1 + gap, label
    if label <= left:
        return Side.LEFT, x0 - gap - label, label
    begin, end = max(rooms, key=lambda room: room[1] - room[0])
    if end - begin >= max(left, right):
        return Side.INSIDE, begin, end - begin
    return (Side.RIGHT, x1 + gap, right) if right >= left else (Side.LEFT, 0.0, left)


def _free_row(rows: list[list[tuple[float, float]]], low: float, high: float) -> int:
    """The first row in which nothing is between two places; it is taken there then."""
    for number, taken in enumerate(rows):
        if all(high <= begin or end <= low for begin, end in taken):
            taken.append((low, high))
            return number
    rows.append([(low, high)])
    return len(rows) - 1


# -------------------------------------------------------------------------------------------- lanes in panels


def band_height(sheet: Sheet, placed: Sequence[PlacedMark]) -> float:
    """The height of a lane with these marks, its title included."""
    rows = max((each.row for each in placed), default=0) + 1
    return sheet.lane_title + rows * sheet.row + sheet.lane_padding


def panels_of(packed: list[tuple[int, list[PlacedMark]]], sheet: Sheet, begin: float, end: float) -> list[Panel]:
    """The lanes of a stretch as one panel, or as several where they are higher than a sheet."""
    room = sheet.height - sheet.axis
    panels: list[Panel] = []
    bands: list[LaneBand] = []
    y = 0.0
    for lane, placed in packed:
        waiting, continued = placed, False
        while waiting:
            if bands and y + _least_band(sheet, waiting) > room:
                panels.append(Panel(begin, end, tuple(bands), bool(panels)))
                bands, y = [], 0.0
            fitting = (
                max(1, int((room - y - sheet.lane_title - sheet.lane_padding) / sheet.row)) if room < math.inf else None
            )
            here, waiting = _split_rows(waiting, fitting)
            height = band_height(sheet, here)
            bands.append(LaneBand(lane, y, height, tuple(here), continued))
            y, continued = y + height, True
    panels.append(Panel(begin, end, tuple(bands), bool(panels)))
    return panels


def _least_band(sheet: Sheet, placed: Sequence[PlacedMark]) -> float:
    """The least room under which a lane is begun on a sheet: its title and three rows, or all it has."""
    rows = min(3, max(each.row for each in placed) + 1)
    return sheet.lane_title + rows * sheet.row + sheet.lane_padding


def _split_rows(placed: list[PlacedMark], fitting: int | None) -> tuple[list[PlacedMark], list[PlacedMark]]:
    """The marks of the first rows, and the others with their rows counted anew."""
    if fitting is None:
        return placed, []
    here = [each for each in placed if each.row < fitting]
    return here, [replace(each, row=each.row - fitting) for each in placed if each.row >= fitting]

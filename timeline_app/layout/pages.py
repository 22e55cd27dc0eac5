"""A timeline on sheets of paper: which stretch of time goes on which sheet, and every mark and label in its place.

On paper nothing can be zoomed into, so each mark has its label (a number at least). Where all of them do not go on one
sheet, or crowd in a corner of it, the time is cut at its emptiest places into panels that are well seen, each with an
axis of its own; lanes too full even then go on to another sheet.
Lengths in points or pixels from the top left of the drawing; times in days as floats; spans of them [first, last).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import OPEN_LEFT, OPEN_RIGHT, POINT, Columns

#: Marks are crowded when six tenths of at least six of them share an eighth of the width.
CROWD, CROWDED_PART, CROWDED_WIDTH = 6, 0.6, 0.125
#: Empty time on both sides of a stretch, as a part of it, and in days at least.
AIR, LEAST_AIR = 0.04, 2.0
#: A rest of a sheet below this part of it is left empty rather than begun with lanes that continue on the next.
LEAST_REST = 0.4
#: A sheet counts as full from this part of the marks that would fit, if time can be cut well there.
FULL = 0.8
#: More marks than this are not tried together in one panel after they have been parted.
JOINED_AT_MOST = 200

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
    reach on without bound. `label` is the label's width.
    """

    lane: Ints
    start: Floats
    end: Floats
    anchor: Floats
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


@dataclass(frozen=True, slots=True)
class PlacedPanel:
    """A panel on sheet number `sheet` (from 0), its axis beginning at `top`."""

    panel: Panel
    sheet: int
    top: float


def lay_out_sheets(marks: Marks, sheet: Sheet, first: float, last: float) -> list[PlacedPanel]:
    """The panels that show all marks between two moments, on as few sheets as they need; at least one panel.

    Lanes without a mark in a panel are left out of it.
    """
    panels: list[Panel] = []
    for begin, end, rows in _stretches(marks, sheet, first, last):
        panels += _panels(_pack(marks, rows, sheet, begin, end), sheet, begin, end)
    return _stack(panels, sheet)


def one_panel(marks: Marks, sheet: Sheet, first: float, last: float) -> Panel:
    """All marks between two moments in one panel, as high as it must be: a picture instead of sheets."""
    endless = replace(sheet, height=math.inf)
    packed = _pack(marks, np.arange(len(marks)), endless, first, last)
    return _panels(packed, endless, first, last)[0]


def _stack(panels: Sequence[Panel], sheet: Sheet) -> list[PlacedPanel]:
    """Panels below one another, as many to a sheet as fit; much room left over takes the first lanes of the next one."""
    placed: list[PlacedPanel] = []
    waiting = list(reversed(panels))
    number, y = 0, 0.0
    while waiting:
        panel = waiting.pop()
        left = sheet.height - y - sheet.axis
        if y > 0 and panel.height > left:
            here, later = _parted(panel, left if left > LEAST_REST * sheet.height else 0.0)
            if here is not None:
                placed.append(PlacedPanel(here, number, y))
            panel, number, y = later, number + 1, 0.0
        placed.append(PlacedPanel(panel, number, y))
        y += sheet.axis + panel.height + sheet.panel_gap
    return placed


def _parted(panel: Panel, room: float) -> tuple[Panel | None, Panel]:
    """The first lanes that fit in the room as a panel (None: no lane does) and the others as one that continues it."""
    here = [band for band in panel.bands if band.top + band.height <= room]
    if not here:
        return None, panel
    shift = here[-1].top + here[-1].height
    later = tuple(replace(band, top=band.top - shift) for band in panel.bands[len(here) :])
    return replace(panel, bands=tuple(here)), Panel(panel.first, panel.last, later, continued=True)


# ------------------------------------------------------------------------------------------- stretches of time


def _stretches(marks: Marks, sheet: Sheet, first: float, last: float) -> list[tuple[float, float, Ints]]:
    """Stretches of time whose marks are well seen in one panel, or cannot be cut any more; each with its marks."""
    anchor = np.clip(marks.anchor, first, last)
    order = np.argsort(anchor, kind="stable")
    whole = [(first, last, order)]
    parted = [part for stretch in whole for part in _uncrowded(marks, anchor, sheet, first, last, stretch)]
    stretches = []
    for begin, end, rows in _joined(marks, anchor, sheet, first, last, parted):
        if _fits(marks, rows, sheet, begin, end):
            stretches.append((begin, end, rows))
            continue
        while len(rows):
            count = _fill(marks, rows, anchor, sheet, first, last)
            stretches.append((*_extent(marks, rows[:count], anchor, first, last), rows[:count]))
            rows = rows[count:]
    return stretches


def _uncrowded(
    marks: Marks, anchor: Floats, sheet: Sheet, first: float, last: float, stretch: tuple[float, float, Ints]
) -> list[tuple[float, float, Ints]]:
    """A stretch, cut at its emptiest places until no part has most of its marks in a corner."""
    waiting, done = [stretch], []
    while waiting:
        begin, end, rows = waiting.pop()
        cut = _emptiest(anchor[rows]) if _crowded(anchor[rows], end - begin) else None
        if cut is None:
            done.append((begin, end, rows))
            continue
        waiting += [(*_extent(marks, part, anchor, first, last), part) for part in (rows[cut:], rows[:cut])]
    return done


def _fill(marks: Marks, rows: Ints, anchor: Floats, sheet: Sheet, first: float, last: float) -> int:
    """How many of the first marks make a full sheet, cut where there is a gap near its end; at least one day's."""
    low, high = 1, len(rows)
    while low < high:
        middle = (low + high + 1) // 2
        begin, end = _extent(marks, rows[:middle], anchor, first, last)
        low, high = (middle, high) if _fits(marks, rows[:middle], sheet, begin, end) else (low, middle - 1)
    days = np.floor(anchor[rows])
    if low == len(rows):
        return low
    gaps = days[1:] - days[:-1]
    near = max(0, int(low * FULL) - 1)
    if gaps[near:low].max(initial=0) >= 1:
        return near + int(np.argmax(gaps[near:low])) + 1
    # A day is never parted between two stretches: all of it goes with the marks before it, or makes a stretch alone.
    begin = int(np.searchsorted(days, days[low], side="left"))
    return begin or int(np.searchsorted(days, days[low], side="right"))


def _fits(marks: Marks, rows: Ints, sheet: Sheet, begin: float, end: float) -> bool:
    """Whether the marks go into one panel of a sheet."""
    room = sheet.height - sheet.axis
    if float(marks.label[rows].sum()) / sheet.width * sheet.row > room:
        return False
    packed = _pack(marks, rows, sheet, begin, end)
    return sum(_band_height(sheet, placed) for _lane, placed in packed) <= room


def _crowded(anchor: Floats, days: float) -> bool:
    """Whether most of the sorted moments stand in a small part of so many days, and not all on one day."""
    if len(anchor) < CROWD:
        return False
    most = math.ceil(len(anchor) * CROWDED_PART)
    narrowest = float((anchor[most - 1 :] - anchor[: len(anchor) - most + 1]).min())
    return narrowest < CROWDED_WIDTH * days and float(anchor[-1] - anchor[0]) > CROWDED_WIDTH * days


def _emptiest(anchor: Floats) -> int | None:
    """Where to cut sorted moments: a wide gap, rather in the middle than at an end; None where all are one day."""
    gaps = np.floor(anchor[1:]) - np.floor(anchor[:-1])
    if not len(gaps) or gaps.max() < 1:
        return None
    count = np.arange(1, len(anchor))
    balance = np.minimum(count, len(anchor) - count) / len(anchor)
    return int(np.argmax(gaps * np.sqrt(balance))) + 1


def _extent(marks: Marks, rows: Ints, anchor: Floats, first: float, last: float) -> tuple[float, float]:
    """A stretch around the marks with a little air, in whole days and within the range asked for.

    A bar is taken in whole unless it is much longer than all the others are apart; it is cut then.
    """
    low, high = float(anchor[rows].min()), float(anchor[rows].max())
    start, end = marks.start[rows], marks.end[rows]
    short = (end - start <= 2 * (high - low)) | (high - low < 1)
    left, right = start[short & ~marks.open_left[rows]], end[short & ~marks.open_right[rows]]
    low, high = float(min([low, *left])), float(max([high, *right]))
    air = max((high - low) * AIR, LEAST_AIR)
    return max(first, math.floor(low - air)), min(last, math.ceil(high + air))


def _joined(
    marks: Marks, anchor: Floats, sheet: Sheet, first: float, last: float, stretches: list[tuple[float, float, Ints]]
) -> list[tuple[float, float, Ints]]:
    """Neighbours in one stretch again where both are well seen in it: few marks need no axis of their own."""
    joined = stretches[:1]
    for stretch in stretches[1:]:
        rows = np.concatenate([joined[-1][2], stretch[2]])
        begin, end = _extent(marks, rows, anchor, first, last)
        few = len(rows) < JOINED_AT_MOST and not _crowded(anchor[rows], end - begin)
        if few and _fits(marks, rows, sheet, begin, end):
            joined[-1] = (begin, end, rows)
        else:
            joined.append(stretch)
    return joined


# ---------------------------------------------------------------------------------------------- marks in rows


def _pack(marks: Marks, rows: Ints, sheet: Sheet, begin: float, end: float) -> list[tuple[int, list[PlacedMark]]]:
    """The marks of each lane in its rows: each in the first row where neither mark nor label touches another."""
    per_day = sheet.width / (end - begin) if end > begin else 0.0
    packed: dict[int, list[PlacedMark]] = {}
    taken: dict[int, list[list[tuple[float, float]]]] = {}
    x0, x1 = _spans(marks, rows, sheet, begin, per_day)
    order = np.lexsort((rows, x0, marks.lane[rows]))
    for index in order:
        lane, mark = int(marks.lane[rows[index]]), int(rows[index])
        stretch = float(x0[index]), float(x1[index])
        side, label_x, width = _label_place(stretch, float(marks.label[mark]), sheet)
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


def _label_place(stretch: tuple[float, float], label: float, sheet: Sheet) -> tuple[Side, float, float]:
    """Where a label begins and how wide it may be: inside a wide bar, else right of the mark, else left of it.

    Where it has room nowhere, it is shortened on the wider side, or inside a bar that leaves none beside it.
    """
    (x0, x1), gap = stretch, sheet.label_gap
    inside, right, left = x1 - x0 - 2 * (gap + sheet.mark), sheet.width - x1 - gap, x0 - gap
    if label <= inside:
        return Side.INSIDE, x0 + sheet.mark + gap, label
    if label <= right:
        return Side.RIGHT, x1 + gap, label
    if label <= left:
        return Side.LEFT, x0 - gap - label, label
    if inside >= max(left, right):
        return Side.INSIDE, x0 + sheet.mark + gap, inside
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


def _band_height(sheet: Sheet, placed: Sequence[PlacedMark]) -> float:
    rows = max((each.row for each in placed), default=0) + 1
    return sheet.lane_title + rows * sheet.row + sheet.lane_padding


def _panels(packed: list[tuple[int, list[PlacedMark]]], sheet: Sheet, begin: float, end: float) -> list[Panel]:
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
            height = _band_height(sheet, here)
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

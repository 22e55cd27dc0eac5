"""A timeline on sheets of paper: which stretch of time goes on which sheet.

Where the marks do not all go on one sheet, or crowd in a corner of it, the time is cut at its emptiest places into
panels that are well seen, each with an axis of its own; lanes too full even then go on to another sheet.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from timeline_app.layout.panels import Floats, Ints, Marks, Panel, Sheet, band_height, pack, panels_of

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
        panels += panels_of(pack(marks, rows, sheet, begin, end), sheet, begin, end)
    return _stack(panels, sheet)


def _stack(panels: Sequence[Panel], sheet: Sheet) -> list[PlacedPanel]:
    """Panels below one another, as many to a sheet as fit; much room left over takes the next one's first lanes."""
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
    parted = _uncrowded(marks, anchor, order, first, last)
    stretches = []
    for begin, end, rows in _joined(marks, anchor, sheet, first, last, parted):
        if _fits(marks, rows, sheet, begin, end):
            stretches.append((begin, end, rows))
            continue
        done = 0
        while done < len(rows):
            count = _fill(marks, rows[done:], anchor, sheet, first, last)
            part = rows[done : done + count]
            stretches.append((*_extent(marks, part, anchor, first, last), part))
            done += count
    return stretches


def _uncrowded(marks: Marks, anchor: Floats, order: Ints, first: float, last: float) -> list[tuple[float, float, Ints]]:
    """The whole time, cut at its emptiest places until no part has most of its marks in a corner."""
    waiting, done = [(first, last, order)], []
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
    packed = pack(marks, rows, sheet, begin, end)
    return sum(band_height(sheet, placed) for _lane, placed in packed) <= room


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

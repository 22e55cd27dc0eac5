"""The ends of the selected event's bar in the user's hands: dragged to another day."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF

from timeline_app.layout.columns import OPEN_LEFT, OPEN_RIGHT, POINT
from timeline_app.model import When
from timeline_app.views.drop_dates import dropped_date

if TYPE_CHECKING:
    from timeline_app.views.timeline import TimelineView

#: Pixels around an end in which it can be taken hold of.
GRIP = 6.0


class Held(NamedTuple):
    """An end that is held: its event's first and last day, and which of the two moves."""

    event_id: str
    first: int
    last: int
    moves_last: bool

    def at(self, day: float, days_per_pixel: float = 0.0) -> tuple[int, int]:
        """First and last day when the held end is at this moment; the event keeps one day at least.

        Where one cannot aim at a day, the end moves from month to month or from year to year.
        """
        border = round(day)
        if self.moves_last:
            when = dropped_date(max(self.first, border - 1), days_per_pixel)
            return self.first, _moved(self.last, when, when.latest)
        when = dropped_date(min(border, self.last), days_per_pixel)
        return _moved(self.first, when, when.earliest), self.last


def _moved(end: int, when: When, border: int | None) -> int:
    """Where an end is that was moved into a day, month or year: at its border, or still where it was within it."""
    assert when.earliest is not None
    assert when.latest is not None
    return end if border is None or when.earliest <= end <= when.latest else border


class TimelineEdges:
    """Takes hold of an end of the selected event and tells where it was let go."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self.held: Held | None = None

    def under(self, place: QPointF) -> Held | None:
        """The end at a pixel; None where there is none, or it is not known."""
        view = self._view
        marks, rows = view.frame().marks, np.array(view.selected_rows, np.int32)
        columns = view.arrangement.columns
        for at in np.flatnonzero(np.isin(marks.row, rows) & marks.bar).tolist():
            row = int(marks.row[at])
            near = abs(place.y() - float(marks.y[at])) <= view.theme.metrics.bar_height / 2 + 2
            flags = int(columns.flags[row])
            if not near or flags & POINT:
                continue
            first = math.floor(float(columns.start[row]))
            last = max(first, math.ceil(float(columns.end[row])) - 1)
            if abs(place.x() - float(marks.right[at])) <= GRIP and not flags & OPEN_RIGHT:
                return Held(view.id_of_row(row), first, last, moves_last=True)
            if abs(place.x() - float(marks.left[at])) <= GRIP and not flags & OPEN_LEFT:
                return Held(view.id_of_row(row), first, last, moves_last=False)
        return None

    def take(self, place: QPointF) -> bool:
        """Take hold of the end at a pixel, if there is one."""
        self.held = self.under(place)
        return self.held is not None

    def drag_to(self, x: float) -> None:
        """Show the range the event would get."""
        if self.held is not None:
            first, last = self._at(self.held, x)
            self._view.pointer.set_marked(float(first), last + 1.0)

    def drop(self, x: float) -> None:
        """Let go, and tell the new first and last day if they are others."""
        held = self.held
        if held is None:
            return
        self.cancel()
        first, last = self._at(held, x)
        if (first, last) != (held.first, held.last):
            self._view.event_redated.emit(held.event_id, first, last)

    def _at(self, held: Held, x: float) -> tuple[int, int]:
        scale = self._view.scale
        return held.at(scale.day_of(x), scale.days_per_pixel)

    def cancel(self) -> None:
        """Leave it as it was."""
        self.held = None
        self._view.pointer.unmark()

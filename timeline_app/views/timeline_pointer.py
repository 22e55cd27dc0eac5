"""What the pointer is over: the hovered event, tooltips, the marked range, the day of a drop."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from timeline_app.layout.frame import DayMark
from timeline_app.layout.hits import Hit
from timeline_app.views.drop_dates import dropped_date
from timeline_app.views.timeline_words import cluster_tip, event_tip, marked_words, plain_tip
from timeline_app.views.words import date_words

if TYPE_CHECKING:
    from timeline_app.views.timeline import TimelineView


class TimelinePointer:
    """Follows the pointer over a TimelineView and keeps what it marks."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        #: Number of the event under the pointer, -1 for none.
        self.hovered = -1
        #: First and last day marked with Shift, or None.
        self.marked: tuple[float, float] | None = None
        self.marked_words = ""
        #: Line that follows an undated event held over the timeline.
        self.drop_line: DayMark | None = None

    def show(self, x: float, y: float) -> None:
        """The pointer is here: tell the time, light up the event."""
        view = self._view
        view.hovered.emit(view.scale.day_of(x))
        under = view.hit(x, y)
        busy = bool(under.rows) or under.cluster >= 0
        shape = Qt.CursorShape.PointingHandCursor if busy else Qt.CursorShape.ArrowCursor
        if view.edges.held is not None or view.edges.under(QPointF(x, y)) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        view.canvas.viewport().setCursor(shape)
        number = int(view.arrangement.columns.event[under.rows[0]]) if under.rows else -1
        if number != self.hovered:
            self.hovered = number
            view.redraw()

    def leave(self) -> None:
        """The pointer went away."""
        self._view.hovered.emit(None)
        if self.hovered >= 0:
            self.hovered = -1
            self._view.redraw()

    def mark(self, one: float, other: float) -> None:
        """Mark the whole days (or minutes, when close) between two pixels."""
        scale = self._view.scale
        low, high = sorted((scale.day_of(one), scale.day_of(other)))
        grain = 1.0 if scale.days_per_pixel > 0.02 else 1 / 1440
        self.set_marked(math.floor(low / grain) * grain, math.ceil(high / grain) * grain)

    def set_marked(self, first: float, last: float) -> None:
        """Mark a range."""
        self.marked = (first, last)
        self.marked_words = marked_words(first, last, self._view.density().between(first, last))
        self._view.redraw()

    def unmark(self) -> None:
        """Mark nothing."""
        self.marked, self.marked_words = None, ""
        self._view.redraw()

    def hold_over(self, x: float | None) -> None:
        """Show the day at pixel `x` for something to be dropped; None when it is gone."""
        if x is None:
            self.drop_line = None
        else:
            day = math.floor(self._view.scale.day_of(x))
            words = date_words(dropped_date(day, self._view.scale.days_per_pixel))
            self.drop_line = DayMark(day + 0.5, words, is_today=True)
        self._view.redraw()

    def tip(self, under: Hit) -> str:
        """The tooltip of what is under a point, as rich text."""
        view = self._view
        frame, columns = view.frame(), view.arrangement.columns
        if under.rows:
            row = under.rows[0]
            event = view.event_of(view.id_of_row(row))
            if event is not None:
                return event_tip(event, view.actor_names)
            return plain_tip(columns.title(int(columns.event[row])), float(columns.start[row]), float(columns.end[row]))
        if under.cluster >= 0:
            clusters, at = frame.clusters, under.cluster
            return cluster_tip(int(clusters.count[at]), float(clusters.first[at]), float(clusters.last[at]))
        return ""

"""The picture of a timeline: what is laid out for what is in view, kept until something changes, and painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, QPoint
from PySide6.QtGui import QPainter

from timeline_app.drawing.axis_words import axis_words
from timeline_app.drawing.measures import measure_axis, measure_count
from timeline_app.drawing.overlays import Joined, paint_drop_line, paint_focus, paint_nothing, paint_relations
from timeline_app.drawing.painter import paint_timeline
from timeline_app.layout.eras import Era
from timeline_app.layout.frame import DayMark, Frame, lay_out
from timeline_app.views.timeline_words import today_mark

if TYPE_CHECKING:
    from timeline_app.views.timeline import TimelineView


NOTHING = "No events in view. Press F or 0 to find them."


class TimelinePicture:
    """Lays out and paints what a TimelineView shows, with all that is marked in it."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        #: Days marked by a line, named stretches of time, and the day it is.
        self.day_marks: tuple[DayMark, ...] = ()
        self.eras: tuple[Era, ...] = ()
        self.today: int | None = None
        self._frame: Frame | None = None
        self._relations: tuple[tuple[str, str, str], ...] = ()
        # What is asked of all events' ids is asked once, not for each picture.
        self._joined_found: tuple[Joined, ...] | None = None

    def join(self, relations: Sequence[tuple[str, str, str]]) -> None:
        """Brackets between events: (id of the earlier, id of the later, words such as "13 days")."""
        self._relations = tuple(relations)
        self._joined_found = None

    def forget_frame(self) -> None:
        """Something changed: lay out anew when the picture is wanted."""
        self._frame = None

    def forget_events(self) -> None:
        """There are other events: find those meant by their ids again."""
        self._frame = self._joined_found = None

    def frame(self) -> Frame:
        """The picture in view, laid out anew only when something changed."""
        if self._frame is None:
            view = self._view
            port, pointer, theme = view.port, view.pointer, view.theme
            number = view.selected_number
            extra = [mark for mark in (today_mark(self.today, port.span), pointer.drop_line) if mark is not None]
            self._frame = lay_out(
                port.arrangement, port.scale, port.height, scroll=port.scroll, stack=port.stack,
                words=axis_words(QLocale()), measure_axis=measure_axis(theme), measure_count=measure_count(theme),
                selected=frozenset() if number < 0 else frozenset([number]), lifted=view.selected_rows,
                hovered=pointer.hovered, day_marks=(*self.day_marks, *extra),
                eras=self.eras, marked_range=pointer.marked, marked_words=pointer.marked_words,
                foot=theme.metrics.foot,
            )  # fmt: skip
        return self._frame

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        """Paint it, and what is drawn over it while something is done."""
        view = self._view
        frame, theme = self.frame(), view.theme
        paint_timeline(painter, frame, theme=theme)
        if self._relations:
            paint_relations(painter, frame, theme, self._joined())
        if len(view.arrangement.columns) and frame.shows_nothing:
            paint_nothing(painter, frame, theme, NOTHING)
        line = view.lane_hands.drop_line()
        if line is not None:
            paint_drop_line(painter, frame, theme, line)
        if view.canvas.shows_focus:
            paint_focus(painter, width, height, theme)

    def place_of(self, rows: Sequence[int]) -> QPoint | None:
        """Where the mark of one of these rows is, None where none is in view."""
        marks = self.frame().marks
        found = np.flatnonzero(np.isin(marks.row, np.array(rows, np.int32)))
        if not len(found):
            return None
        place = int(found[0])
        x = marks.left[place] if np.isnan(marks.dot[place]) else marks.dot[place]
        return QPoint(round(float(max(x, 0.0))), round(float(marks.y[place])))

    def _joined(self) -> tuple[Joined, ...]:
        if self._joined_found is None:
            number = self._view.arrangement.columns.number_of
            pairs = [(number(earlier), number(later), words) for earlier, later, words in self._relations]
            self._joined_found = tuple(Joined(*pair) for pair in pairs if pair[0] >= 0 and pair[1] >= 0)
        return self._joined_found

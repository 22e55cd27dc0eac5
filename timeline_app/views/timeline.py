"""The timeline: one canvas that shows events in lanes over a calendar, at any scale."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np
from PySide6.QtCore import QLocale, QPoint, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from timeline_app.drawing.axis_words import axis_words
from timeline_app.drawing.measures import measure_axis, measure_count, measure_label
from timeline_app.drawing.overlays import Joined, paint_drop_line, paint_focus, paint_relations
from timeline_app.drawing.painter import paint_timeline
from timeline_app.drawing.screen import Screen
from timeline_app.drawing.text import TextPainter
from timeline_app.drawing.theme import Theme, current_theme
from timeline_app.layout.arrangement import Arrangement
from timeline_app.layout.columns import Columns, columns_of
from timeline_app.layout.density import Density
from timeline_app.layout.frame import DayMark, Era, Frame, lay_out
from timeline_app.layout.hits import Hit, hit
from timeline_app.layout.lane_choices import LaneChoices
from timeline_app.layout.lanes import Lane
from timeline_app.layout.scale import TimeScale
from timeline_app.model import Event
from timeline_app.views.desktop_motion import desktop_moves
from timeline_app.views.lane_map import LaneMap
from timeline_app.views.timeline_canvas import CanvasView
from timeline_app.views.timeline_edges import TimelineEdges
from timeline_app.views.timeline_eras import TimelineEras
from timeline_app.views.timeline_hands import TimelineHands
from timeline_app.views.timeline_hidden import HiddenLanes
from timeline_app.views.timeline_lanes import TimelineLanes
from timeline_app.views.timeline_moves import TimelineMoves
from timeline_app.views.timeline_pointer import TimelinePointer
from timeline_app.views.timeline_preparing import Preparing
from timeline_app.views.timeline_words import today_mark

#: Milliseconds after the last change of size until labels are placed for it; with more events it takes too long.
ARRANGE_AFTER, ARRANGED_AGAIN = 150, 200_000
#: Sizes differ when the width has changed by this share.
OTHER_WIDTH = 0.06


class TimelineView(TimelineMoves, QWidget):
    """The timeline of a set of events. Times are days of `model.calendar` as floats (noon of day d is d + 0.5)."""

    #: An event was chosen by click or key: its id, or "" for none.
    event_clicked = Signal(str)
    #: An event was double-clicked, or Enter was pressed on it.
    event_activated = Signal(str)
    #: First and last day in view.
    range_changed = Signal(float, float)
    #: The time under the pointer as a float, or None when it left.
    hovered = Signal(object)
    #: A range was marked with Shift and drag: first, last. The same value twice: it was cleared.
    range_selected = Signal(float, float)
    #: The menu was asked for: event id (or ""), QPoint on the screen.
    context_menu_requested = Signal(str, object)
    #: An undated event was dropped: its id, the day.
    event_dropped = Signal(str, int)
    #: An end of an event was dragged: its id, the new first and last day.
    event_redated = Signal(str, int, int)
    #: Nothing but what lies between two days is wanted: the first and the last.
    range_filter_wanted = Signal(int, int)
    #: A lane's title was clicked: its key.
    lane_clicked = Signal(str)
    #: The user has put lanes into another order, collapsed or hidden some: the LaneChoices.
    lane_choices_changed = Signal(object)
    #: The user has named a stretch of time, renamed one or taken one away: all eras.
    eras_changed = Signal(object)
    #: Preparing what was last given is done, and all of it is shown.
    ready = Signal()

    def __init__(self, parent: QWidget | None = None, *, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or current_theme()
        self.set_up_moves(self._theme.metrics)
        self.canvas = CanvasView(self._paint)
        self.pointer = TimelinePointer(self)
        self.lane_hands = TimelineLanes(self)
        self.edges = TimelineEdges(self)
        self.era_hands = TimelineEras(self)
        self.canvas.follow(TimelineHands(self), self._resized)
        self._arrange_again = QTimer(self)
        self._arrange_again.setSingleShot(True)
        self._arrange_again.setInterval(ARRANGE_AFTER)
        self._arrange_again.timeout.connect(self._arrange_for_size)
        self._scroll_bar = QScrollBar()
        self._scroll_bar.valueChanged.connect(self._scrolled)
        self.lane_map = LaneMap(self)
        self.hidden_lanes = HiddenLanes(self.show_all_lanes, self._theme, self)
        self._preparing = Preparing(self)
        self._preparing.arranged.connect(self._show_arrangement)
        self.actor_names: Mapping[str, str] = {}
        self._events: dict[str, Event] = {}
        self._fit_next = True
        self._frame: Frame | None = None
        self._density: Density | None = None
        self._emphasised: Collection[str] | None = None
        #: What is asked of all events' ids is asked once, not for each picture: by event number, and for the brackets.
        self._emphasis_found: np.ndarray[tuple[int], np.dtype[np.bool_]] | None = None
        self._joined_found: tuple[Joined, ...] | None = None
        self._give_again: Callable[[], None] = lambda: None
        self._relations: tuple[tuple[str, str, str], ...] = ()
        self._day_marks: tuple[DayMark, ...] = ()
        self._eras: tuple[Era, ...] = ()
        self._today: int | None = None
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.lane_map)
        row.addWidget(self._scroll_bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.hidden_lanes)
        self._scroll_bar.hide()
        self._scroll_bar.setStyleSheet(_scroll_bar_style(self._theme))
        self.setFocusProxy(self.canvas)
        self.setAccessibleName("Timeline")
        self.canvas.setAccessibleName("Timeline")

    # What is shown

    def set_events(
        self,
        events: Sequence[Event],
        lanes: Sequence[Lane],
        *,
        actor_names: Mapping[str, str] | None = None,
        checked: Collection[str] = (),
        conflicts: Collection[str] = (),
    ) -> None:
        """Show these events in these lanes; `actor_names` for tooltips, `checked` the ids the user has accepted.

        `conflicts` are the ids of events whose dates cannot stand beside what is told of others. The range stays, but the first events ever are fitted into view. Many events are arranged in the background;
        `ready` tells when all is shown.
        """
        events, given, accepted, doubted = tuple(events), tuple(lanes), frozenset(checked), frozenset(conflicts)
        self._give_again = lambda: self.set_events(
            events, given, actor_names=self.actor_names, checked=accepted, conflicts=doubted
        )
        self.actor_names = dict(actor_names or {})
        self._events = {event.id: event for event in events}
        self.lane_hands.given = given
        lanes, hidden = self.lane_hands.choices.apply(given), self.lane_hands.choices.hidden
        self.hidden_lanes.tell([lane.title for lane in given if lane.key in hidden])
        measure, metrics = measure_label(self._theme), self._theme.metrics

        def build() -> Columns:
            return columns_of(
                events, lanes, checked=accepted, hidden=hidden, conflicts=doubted, measure=measure, metrics=metrics
            )

        self._prepare(build, lanes, len(events))

    def set_columns(self, columns: Columns, lanes: Sequence[Lane]) -> None:
        """Show columns made elsewhere, of any number of rows; choices of lanes do not concern them."""
        self.lane_hands.given = tuple(lanes)
        self._events = {}
        self._give_again = lambda: self._prepare(lambda: columns, lanes, len(columns))
        self._give_again()

    def _prepare(self, build: Callable[[], Columns], lanes: Sequence[Lane], count: int) -> None:
        self._preparing.start(build, lanes, self._theme.metrics, self.port.size_to_arrange, count=count)

    def _show_arrangement(self, arrangement: Arrangement, whole: bool) -> None:
        untouched = self.is_untouched
        self.port.arrange(arrangement)
        self.pointer.hovered = -1
        self._density = self._emphasis_found = self._joined_found = None
        self.find_selected()
        if len(arrangement.columns) and self._fit_next and self.port.scale.width > 1:
            self._fit_next = False
            self.fit_most()
        elif untouched:
            self.fit_most()
        self._update_scroll_bar()
        self.redraw()
        if whole:
            self.ready.emit()

    def set_highlighted(self, ids: Collection[str] | None) -> None:
        """Show only these events in full strength, such as what a search found; None shows all so."""
        self._emphasised = None if ids is None else frozenset(ids)
        self._emphasis_found = None
        self.redraw()

    def set_lane_choices(self, choices: LaneChoices) -> None:
        """Show lanes in this order, some of them collapsed or not at all; tells nobody."""
        if choices != self.lane_hands.choices:
            self.lane_hands.choices = choices
            self._give_again()

    def set_relations(self, relations: Sequence[tuple[str, str, str]]) -> None:
        """Draw brackets between events: (id of the earlier, id of the later, words such as "13 days")."""
        self._relations = tuple(relations)
        self._joined_found = None
        self.redraw()

    def set_day_marks(self, marks: Sequence[DayMark]) -> None:
        """Lines over all lanes: today, the day an article was published."""
        self._day_marks = tuple(marks)
        self.redraw()

    def set_today(self, day: int | None) -> None:
        """The day it is, marked where events lie before and after it; None marks none."""
        self._today = day
        self.redraw()

    def set_eras(self, eras: Sequence[Era]) -> None:
        """Named stretches of time behind the lanes."""
        self._eras = tuple(eras)
        self.redraw()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        if theme != self._theme:
            self._theme = theme
            self._scroll_bar.setStyleSheet(_scroll_bar_style(theme))
            self.hidden_lanes.set_theme(theme)
            TextPainter.forget()
            Screen.forget()
            self.redraw()

    def set_animated(self, animated: bool) -> None:
        """Whether zooms and flights are shown as movement; never where the desktop wants none."""
        self.motion.enabled = animated and desktop_moves()

    def fit_when_ready(self) -> None:
        """Fit the next events given into view, as for another project."""
        self._fit_next = True

    @property
    def eras(self) -> tuple[Era, ...]:
        """The named stretches of time."""
        return self._eras

    @property
    def theme(self) -> Theme:
        """The theme it is drawn in."""
        return self._theme

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes shown, from the top."""
        return self.arrangement.lanes

    @property
    def arrangement(self) -> Arrangement:
        """What is shown, arranged."""
        return self.port.arrangement

    @property
    def scale(self) -> TimeScale:
        """The map between days and pixels of the view."""
        return self.port.scale

    def event_of(self, event_id: str) -> Event | None:
        """The event with this id, None where only columns are shown."""
        return self._events.get(event_id)

    def density(self) -> Density:
        """Where all events shown lie."""
        if self._density is None:
            self._density = Density.of_columns(self.arrangement.columns)
        return self._density

    # One picture

    def frame(self) -> Frame:
        """The picture in view, laid out anew only when something changed."""
        if self._frame is None:
            port, pointer = self.port, self.pointer
            number = self.selected_number
            today = today_mark(self._today, port.span)
            extra = [mark for mark in (today, pointer.drop_line) if mark is not None]
            self._frame = lay_out(
                port.arrangement, port.scale, port.height, scroll=port.scroll, stack=port.stack,
                words=axis_words(QLocale()),
                measure_axis=measure_axis(self._theme), measure_count=measure_count(self._theme),
                selected=frozenset() if number < 0 else frozenset([number]), lifted=self.selected_rows,
                hovered=pointer.hovered, emphasised=self._emphasis(), day_marks=(*self._day_marks, *extra),
                eras=self._eras, marked_range=pointer.marked, marked_words=pointer.marked_words,
                foot=self._theme.metrics.foot,
            )  # fmt: skip
        return self._frame

    def _emphasis(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]] | None:
        if self._emphasised is None:
            return None
        if self._emphasis_found is None:
            self._emphasis_found = np.array([one in self._emphasised for one in self.arrangement.columns.ids], bool)
        return self._emphasis_found

    def hit(self, x: float, y: float) -> Hit:
        """What is at a pixel of the canvas."""
        return hit(self.frame(), x, y)

    def redraw(self) -> None:
        """Lay out and paint again soon."""
        self._frame = None
        self.canvas.repaint_soon()

    def _paint(self, painter: QPainter, width: float, height: float) -> None:
        if (width, height) != (self.port.scale.width, self.port.height):
            self._resized()
        frame, theme = self.frame(), self._theme
        paint_timeline(painter, frame, theme=theme)
        if self._relations:
            paint_relations(painter, frame, theme, self._joined())
        line = self.lane_hands.drop_line()
        if line is not None:
            paint_drop_line(painter, frame, theme, line)
        if self.canvas.shows_focus:
            paint_focus(painter, width, height, theme)

    def _joined(self) -> tuple[Joined, ...]:
        if self._joined_found is None:
            number = self.arrangement.columns.number_of
            pairs = [(number(earlier), number(later), words) for earlier, later, words in self._relations]
            self._joined_found = tuple(Joined(*pair) for pair in pairs if pair[0] >= 0 and pair[1] >= 0)
        return self._joined_found

    def _resized(self) -> None:
        size = self.canvas.viewport().size()
        untouched = self.is_untouched
        self.port.resize(size.width(), size.height())
        if abs(size.width() - self.arrangement.width) > OTHER_WIDTH * size.width() and self._has_few:
            self._arrange_again.start()
        if untouched:
            self.fit_most()
        if self._fit_next and len(self.arrangement.columns):
            self._fit_next = False
            self.fit_most()
        self._update_scroll_bar()
        self.redraw()

    def _arrange_for_size(self) -> None:
        self._give_again()

    @property
    def _has_few(self) -> bool:
        return 0 < len(self.arrangement.columns) <= ARRANGED_AGAIN

    def range_shown(self) -> None:
        """The port moved: tell the scroll bar and all others."""
        self._update_scroll_bar()
        self.redraw()
        self.range_changed.emit(self.port.scale.first, self.port.scale.last)

    def _update_scroll_bar(self) -> None:
        bar = self._scroll_bar
        bar.blockSignals(True)
        bar.setPageStep(round(self.port.body_height))
        bar.setSingleStep(round(self._theme.metrics.row_height))
        bar.setRange(0, round(self.port.longest_scroll))
        bar.setValue(round(self.port.scroll))
        bar.blockSignals(False)
        bar.setVisible(self.port.longest_scroll > 0)
        self.lane_map.follow()

    def _scrolled(self, value: int) -> None:
        self.port.scroll_to(float(value))
        self.redraw()

    def place_of_selected(self) -> QPoint:
        """Where the selected event's mark is on the canvas, or the middle."""
        marks = self.frame().marks
        found = np.flatnonzero(np.isin(marks.row, np.array(self.selected_rows, np.int32)))
        if not len(found):
            return QPoint(self.canvas.width() // 2, self.canvas.height() // 2)
        place = int(found[0])
        x = marks.left[place] if np.isnan(marks.dot[place]) else marks.dot[place]
        return QPoint(round(float(max(x, 0.0))), round(float(marks.y[place])))


def _scroll_bar_style(theme: Theme) -> str:
    """A slim bar without buttons in the theme's colours."""
    return (
        f"QScrollBar:vertical {{ background: {theme.panel}; width: 11px; margin: 0; border: 0; }}"
        f"QScrollBar::handle:vertical {{ background: {theme.grid_strong}; border-radius: 4px; min-height: 28px;"
        " margin: 2px 2px 2px 1px; }"
        f"QScrollBar::handle:vertical:hover {{ background: {theme.neutral}; }}"
        "QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }"
        "QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: none; }"
    )

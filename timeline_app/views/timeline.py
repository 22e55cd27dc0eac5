"""The timeline: one canvas that shows events in lanes over a calendar, at any scale."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.drawing.measures import measure_label
from timeline_app.drawing.screen import Screen
from timeline_app.drawing.text import TextPainter
from timeline_app.drawing.theme import Theme, current_theme
from timeline_app.layout.arrangement import Arrangement
from timeline_app.layout.columns import Columns, columns_of, known_events
from timeline_app.layout.density import Density
from timeline_app.layout.eras import Era
from timeline_app.layout.frame import DayMark, Frame
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
from timeline_app.views.timeline_picture import TimelinePicture
from timeline_app.views.timeline_pointer import TimelinePointer
from timeline_app.views.timeline_preparing import AT_ONCE, Preparing
from timeline_app.views.timeline_scroll import LaneScrollBar

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
        self.picture = TimelinePicture(self)
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
        self._scroll_bar = LaneScrollBar(self._theme)
        self._scroll_bar.valueChanged.connect(self._scrolled)
        self.lane_map = LaneMap(self)
        self.hidden_lanes = HiddenLanes(self.show_all_lanes, self._theme, self)
        self._known = known_events(measure_label(self._theme))
        self._preparing = Preparing(self)
        self._preparing.arranged.connect(self._show_arrangement)
        self.actor_names: Mapping[str, str] = {}
        self._events: Mapping[str, Event] = {}
        self._fit_next = True
        self._density: Density | None = None
        self._give_again: Callable[[], None] = lambda: None
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
        by_id: Mapping[str, Event] | None = None,
    ) -> None:
        """Show these events in these lanes; `actor_names` for tooltips, `checked` the ids the user has accepted.

        `conflicts` are the ids of events whose dates cannot stand beside what is told of others; `by_id` are the same
        events under their ids, where that is at hand. The range stays, but the first events ever are fitted into view.
        Many events are arranged in the background; `ready` tells when all is shown.
        """
        events, given, accepted, doubted = tuple(events), tuple(lanes), frozenset(checked), frozenset(conflicts)
        self._give_again = lambda: self.set_events(
            events, given, actor_names=self.actor_names, checked=accepted, conflicts=doubted, by_id=self._events
        )
        self.actor_names = actor_names or {}
        self._events = by_id if by_id is not None else {event.id: event for event in events}
        self.lane_hands.given = given
        lanes, hidden = self.lane_hands.choices.apply(given), self.lane_hands.choices.hidden
        self.hidden_lanes.tell([lane.title for lane in given if lane.key in hidden])
        measure, metrics = measure_label(self._theme), self._theme.metrics
        # Only the one thread in the background keeps what it knows.
        known = self._known if len(events) > AT_ONCE else None

        def build() -> Columns:
            return columns_of(
                events, lanes, checked=accepted, hidden=hidden, conflicts=doubted, measure=measure, metrics=metrics,
                known=known,
            )  # fmt: skip

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
        self._density = None
        self.picture.forget_events()
        self.find_selected()
        if len(arrangement.columns) and self._fit_next and self.port.scale.width > 1:
            self._fit_next = False
            self.fit_most()
        elif untouched:
            self.fit_most()
        self.reveal_selected()
        self._update_scroll_bar()
        self.redraw()
        if whole:
            self.ready.emit()

    def set_lane_choices(self, choices: LaneChoices) -> None:
        """Show lanes in this order, some of them collapsed or not at all; tells nobody."""
        if choices != self.lane_hands.choices:
            self.lane_hands.choices = choices
            self._give_again()

    def set_relations(self, relations: Sequence[tuple[str, str, str]]) -> None:
        """Draw brackets between events: (id of the earlier, id of the later, words such as "13 days")."""
        self.picture.join(relations)
        self.redraw()

    def set_day_marks(self, marks: Sequence[DayMark]) -> None:
        """Lines over all lanes: today, the day an article was published."""
        self.picture.day_marks = tuple(marks)
        self.redraw()

    def set_today(self, day: int | None) -> None:
        """The day it is, marked where events lie before and after it; None marks none."""
        self.picture.today = day
        self.redraw()

    def set_eras(self, eras: Sequence[Era]) -> None:
        """Named stretches of time behind the lanes."""
        self.picture.eras = tuple(eras)
        self.redraw()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        if theme != self._theme:
            self._theme = theme
            self._scroll_bar.set_theme(theme)
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

    def show_again(self, first: float, last: float) -> None:
        """Show the range in which a project was left; a view that has no size yet does not fit anything later."""
        self._fit_next = False
        self.set_range(first, last)

    @property
    def eras(self) -> tuple[Era, ...]:
        """The named stretches of time."""
        return self.picture.eras

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

    def frame(self) -> Frame:
        """The picture in view, laid out anew only when something changed."""
        return self.picture.frame()

    def hit(self, x: float, y: float) -> Hit:
        """What is at a pixel of the canvas."""
        return hit(self.frame(), x, y)

    def redraw(self) -> None:
        """Lay out and paint again soon."""
        self.picture.forget_frame()
        self.canvas.repaint_soon()

    def _paint(self, painter: QPainter, width: float, height: float) -> None:
        if (width, height) != (self.port.scale.width, self.port.height):
            self._resized()
        self.picture.paint(painter, width, height)

    # Sizes and scrolling

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
        self._scroll_bar.follow(self.port)
        self.lane_map.follow()

    def _scrolled(self, value: int) -> None:
        self.port.scroll_to(float(value))
        self.redraw()

"""The timeline: one canvas that shows events in lanes over a calendar, at any scale."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from timeline_app.drawing.theme import Theme, current_theme
from timeline_app.layout.lanes import Lane
from timeline_app.model import Event


class TimelineView(QWidget):
    """The timeline of a set of events. Times are days of `model.calendar` as floats (noon of day d is d + 0.5)."""

    #: An event was clicked: its id, or "" for empty ground.
    event_clicked = Signal(str)
    #: An event was double-clicked or Enter was pressed on it.
    event_activated = Signal(str)
    #: First and last day in view.
    range_changed = Signal(float, float)
    #: The time under the pointer, or None when it left.
    hovered = Signal(object)
    #: A range was marked with Shift and drag: first, last.
    range_selected = Signal(float, float)
    #: The menu was asked for: event id (or ""), position on the screen.
    context_menu_requested = Signal(str, object)
    #: An undated event was dropped: its id, the day.
    event_dropped = Signal(str, int)
    #: A lane's title was clicked: its key.
    lane_clicked = Signal(str)
    #: Preparing what was last given is done, and all of it is shown.
    ready = Signal()

    def __init__(self, parent: QWidget | None = None, *, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or current_theme()
        self._events: tuple[Event, ...] = ()
        self._lanes: tuple[Lane, ...] = ()
        self._range = (0.0, 1.0)
        self._selected = ""

    def set_events(
        self,
        events: Sequence[Event],
        lanes: Sequence[Lane],
        *,
        actor_names: Mapping[str, str] | None = None,
        checked: Collection[str] = (),
    ) -> None:
        """Show these events in these lanes; `actor_names` for tooltips, `checked` the ids the user has accepted."""
        self._events, self._lanes = tuple(events), tuple(lanes)
        self.update()

    def visible_range(self) -> tuple[float, float]:
        """First and last day in view."""
        return self._range

    def set_range(self, first: float, last: float, *, animated: bool = False) -> None:
        """Show the time from `first` to `last`."""
        if (first, last) != self._range:
            self._range = (first, last)
            self.range_changed.emit(first, last)

    @property
    def selected(self) -> str:
        """The selected event's id, or ""."""
        return self._selected

    def select(self, event_id: str) -> None:
        """Mark an event as selected, and bring it into view; "" marks none. Sends no signal."""
        self._selected = event_id
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

"""Reviewing: from one event not checked yet to the next, with the keys of the menu Event."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from timeline_app.desktop.event_actions import EventActions
from timeline_app.desktop.guarded import Guard
from timeline_app.desktop.navigation import Navigation, Panes
from timeline_app.desktop.workspace import Workspace
from timeline_app.model import Event
from timeline_app.views.notice_bar import Tone

#: Behind every day there is.
_LAST = 10**12


def review_order(events: tuple[Event, ...]) -> list[Event]:
    """Events as they are reviewed: by date, those without one at the end."""

    def key(event: Event) -> tuple[int, int, str]:
        when = event.when
        if when is None:
            return _LAST, _LAST, event.id
        low = when.earliest if when.earliest is not None else when.latest
        high = when.latest if when.latest is not None else when.earliest
        return (_LAST if low is None else low), (_LAST if high is None else high), event.id

    return sorted(events, key=key)


def next_unchecked(events: list[Event], checked: frozenset[str], here: str, step: int) -> str:
    """The next event (or the one before, for a step of -1) that is not checked; round the end; "" if there is none."""
    ids = [event.id for event in events]
    start = ids.index(here) if here in ids else (-1 if step > 0 else 0)
    for number in range(1, len(ids) + 1):
        one = ids[(start + step * number) % len(ids)]
        if one not in checked:
            return one
    return ""


class Review(QObject):
    """The review actions."""

    #: The words of an event are wanted: the reader has to be in front.
    passage_opened = Signal()

    def __init__(
        self, workspace: Workspace, panes: Panes, navigation: Navigation, events: EventActions, guard: Guard
    ) -> None:
        super().__init__(navigation)
        self._work, self._panes, self._navigation = workspace, panes, navigation
        self._events, self._guard = events, guard

    def do_next_unchecked(self) -> None:
        """Chooses the next event that is not checked."""
        self._go(1)

    def do_previous_unchecked(self) -> None:
        """Chooses the one before."""
        self._go(-1)

    def do_open_passage(self) -> None:
        """Shows the words the chosen event comes from, and gives the reader the focus."""
        event = self._events.chosen
        if event is not None:
            here = self._work.selection.passage
            self._work.selection.show_passage(here if here in event.passages else event.passage)
            self.passage_opened.emit()
            self._panes.reader.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def do_accept(self) -> None:
        """Marks the chosen event as checked, says how far the review is, and goes on."""
        event = self._events.chosen
        if event is None:
            return
        following = self._following(event.id)
        if self._guard.do(lambda: self._work.project.set_checked(event.id, True)):
            self._work.refresh(lambda: self._go_on(following))

    def do_dismiss(self) -> None:
        """Leaves the chosen event out and goes on."""
        event = self._events.chosen
        if event is not None:
            following = self._following(event.id)
            self._events.set_dismissed(event.id, True)
            self._work.refresh(lambda: self._choose(following))

    def do_restore(self) -> None:
        """Brings the chosen event back."""
        if (event := self._events.chosen) is not None:
            self._events.set_dismissed(event.id, False)

    def do_next_passage(self) -> None:
        """Shows the next passage of the chosen event."""
        self._navigation.step_passage(1)

    def do_previous_passage(self) -> None:
        """Shows the passage before."""
        self._navigation.step_passage(-1)

    def _following(self, event_id: str) -> str:
        shown = self._work.shown
        return next_unchecked(review_order(shown.events), shown.checked | {event_id}, event_id, 1)

    def _go_on(self, following: str) -> None:
        self._tell()
        self._choose(following)

    def _choose(self, event_id: str) -> None:
        if event_id:
            self._work.selection.select_event(event_id)

    def _go(self, step: int) -> None:
        shown = self._work.shown
        found = next_unchecked(review_order(shown.events), shown.checked, self._work.selection.event_id, step)
        if found:
            self._work.selection.select_event(found)
        elif shown.events:
            self._guard.notices.say("Every event shown is checked.", Tone.SUCCESS)

    def _tell(self) -> None:
        shown = self._work.shown
        done, total = len(shown.checked), len(shown.events)
        if done == total:
            self._guard.notices.say(f"All {total:,} events are checked.", Tone.SUCCESS)

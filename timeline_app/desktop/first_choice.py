"""What is chosen when nobody has chosen yet: the event chosen last time, else the most important one.

So that a project shows at once what an event leads to, instead of three empty panes.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest
from operator import attrgetter

from PySide6.QtCore import QObject

from timeline_app.desktop.navigation import Navigation
from timeline_app.desktop.workspace import Workspace
from timeline_app.model import Event, Factuality
from timeline_app.views.charts import middle_of
from timeline_app.views.shown import Shown

#: The setting of the project that holds the event chosen last.
KEPT = "view/event"
#: So much importance is it worth to stand in the uppermost lane, which is in view without scrolling.
UPPERMOST = 0.15
#: Among so many of the most important events one is looked for that the first to show has to surpass.
MOST = 500


class FirstChoice(QObject):
    """Chooses once for each project, and once more when the first articles are all read."""

    def __init__(self, workspace: Workspace, navigation: Navigation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._navigation = workspace, navigation
        self._proposed: str | None = None
        self._provisional = False
        workspace.project_changed.connect(self._begin)
        workspace.settled.connect(self._choose_first)

    def _begin(self) -> None:
        self._proposed, self._provisional = None, False

    def _choose_first(self) -> None:
        work = self._work
        if self._proposed is None and work.has_project and work.shown.events:
            self._provisional = work.busy_taking_in
            self._propose(instead_of="")

    def choose_again(self) -> None:
        """The first articles are all read: chooses anew if the user has not chosen meanwhile."""
        if self._provisional and self._proposed is not None and self._work.has_project:
            self._provisional = False
            self._propose(instead_of=self._proposed)

    def _propose(self, instead_of: str) -> None:
        kept = self._work.project.setting(KEPT)
        known = self._work.shown.by_id.get(kept) if isinstance(kept, str) else None
        event = known or most_important(self._work.shown)
        self._proposed = event.id if event is not None else ""
        if self._work.selection.event_id == instead_of:
            self._navigation.propose(self._proposed)

    def keep(self) -> None:
        """Keeps in the project what is chosen."""
        self._work.remember(KEPT, self._work.selection.event_id or None)


def most_important(shown: Shown) -> Event | None:
    """The event to show first: within the stretch of time shown first, rather in an upper lane than in a lower one."""
    first, last = shown.core or (0, 0)
    few = _dated_within(nlargest(MOST, shown.events, key=attrgetter("importance")), first, last)
    # Nothing less important than the best one can an upper lane lift above it.
    least = few[0].importance - UPPERMOST if few else 0.0
    dated = _dated_within((one for one in shown.events if one.importance >= least), first, last)
    bonus = {lane.key: UPPERMOST * (1 - place / len(shown.lanes)) for place, lane in enumerate(shown.lanes)}

    def rank(event: Event) -> tuple[float, bool, int]:
        high = max((bonus.get(part.actor, 0.0) for part in event.participants), default=0.0)
        return event.importance + high, event.factuality == Factuality.HAPPENED, len(event.passages)

    return max(dated or shown.events, key=rank, default=None)


def _dated_within(events: Iterable[Event], first: int, last: int) -> list[Event]:
    return [one for one in events if (day := middle_of(one)) is not None and first <= day <= last]

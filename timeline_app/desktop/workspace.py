"""The open project and how it is looked at: its filter, its lanes, and what is shown of it.

All parts of the window share this one object. It reads the project again after a change, but never so often that
the window would be busy with nothing else.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Protocol, get_args

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.layout.lanes import LaneKind
from timeline_app.model import Event
from timeline_app.project import MAIN, Filter, Project, ProjectError
from timeline_app.project.bulk import collector_paused
from timeline_app.views.selection import Selection
from timeline_app.views.shown import Gathered, Shown, arrange, gather

#: Milliseconds until a change is shown; while articles come in, longer by so many times the cost of showing.
SOON = 0
EASE = 6
#: Milliseconds until what follows has its turn; with none of them painting would have to wait for it.
TURN = 1
#: With so many events a refresh would be felt, and is worked out beside the main thread.
MANY = 3000


class Beside(Protocol):
    """Runs `work` in a thread and hands its answer to `done` on the main thread; a later key replaces an earlier."""

    def __call__(
        self,
        work: Callable[[], Shown],
        *,
        done: Callable[[Shown], None],
        failed: Callable[[str], None],
        key: str = "",
    ) -> object: ...


class Workspace(QObject):
    """Holds a project, or none while the window starts or closes."""

    #: Another project is open, or none.
    project_changed = Signal()
    #: Something in the project was changed, undone or redone; `shown` follows soon.
    changed = Signal()
    #: `shown` is new: the views take it.
    shown_changed = Signal()
    #: The views have it, and of very many events it was painted: what is chosen and what can be done follow.
    settled = Signal()
    #: The filter or the kind of lanes is new.
    look_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.selection = Selection(self)
        self.shown = Shown()
        #: False from the moment a project is opened until `shown` is what it holds.
        self.known = True
        self.filter = Filter(least=MAIN)
        self.busy_taking_in = False
        #: Whether articles come in that were not here before: then lanes go to whoever has most events.
        self.growing = False
        #: Works something out beside the main thread (see `Jobs.run`); without it all is done at once.
        self.run_beside: Beside | None = None
        #: The importance for which the lanes that are shown were picked.
        self._kept_least: float | None = None
        self._afterwards: list[Callable[[], None]] = []
        self._project: Project | None = None
        self._forget: Callable[[], None] = lambda: None
        self._lane_kind: LaneKind = "actor"
        self._cost = 0.0
        #: Numbers what was asked to be shown: an answer that comes after a later question is not shown.
        self._asked = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)

    @property
    def project(self) -> Project:
        """The open project. Raises LookupError when there is none."""
        if self._project is None:
            raise LookupError("no project is open")
        return self._project

    @property
    def has_project(self) -> bool:
        """Whether a project is open."""
        return self._project is not None

    @property
    def lane_kind(self) -> LaneKind:
        """What the lanes stand for."""
        return self._lane_kind

    def use(self, project: Project | None) -> None:
        """Looks at another project from now on, or at none. Closing the old one is the caller's business."""
        self._forget()
        self._timer.stop()
        self._afterwards.clear()
        self.selection.clear()
        self.selection.select_article("")
        self._project = project
        every = project is not None and project.setting("view/every_event") is True
        self.filter = Filter(least=0.0 if every else MAIN)
        self.shown, self.known = Shown(), project is None
        self._kept_least = None
        if project is None:
            self._forget = lambda: None
        else:
            self._forget = project.on_changed(lambda *_change: self._follow_change())
            kind = project.setting("lanes/kind")
            self._lane_kind = kind if kind in get_args(LaneKind) else "actor"
        self.project_changed.emit()
        self.look_changed.emit()
        self.refresh()

    def _follow_change(self) -> None:
        self.refresh_soon()
        self.changed.emit()

    def refresh_soon(self) -> None:
        """Shows the project anew once the present work is done."""
        if not self._timer.isActive():
            wait = max(250, int(self._cost * 1000 * EASE)) if self.busy_taking_in else SOON
            self._timer.start(wait)

    def refresh(self, then: Callable[[], None] = lambda: None) -> None:
        """Shows the project anew, then does `then`: now, or for very many events when it was worked out beside."""
        self._timer.stop()
        self._asked += 1
        began = time.perf_counter()
        if self._project is None:
            self._show(Shown(), began)
            self._settle(then)
            return
        found = gather(self._project, self.filter, self._lane_kind, self.lane_actors(), self._lanes_to_keep())
        self._afterwards.append(then)
        if self.run_beside is None or max(len(found.events), len(found.plain), len(found.actors)) < MANY:
            self._show(arrange(found, self.shown), began)
            self._settle(self._catch_up)
            return
        asked, before = self._asked, self.shown
        self.run_beside(
            lambda: _arrange_beside(found, before),
            done=lambda shown: self._show_in_turns(shown, began, asked),
            failed=lambda _sentence: None,
            key="shown",
        )

    def _lanes_to_keep(self) -> list[str]:
        """While new articles come in, and for main events or all, lanes go to whoever has most; else they stay."""
        if self.growing or self._kept_least != self.filter.least:
            self._kept_least = self.filter.least
            return []
        return [one for one in self.shown.colours if one not in self.filter.actors]

    def _show(self, shown: Shown, began: float) -> None:
        self.shown, self.known = shown, True
        self.shown_changed.emit()
        self._cost = time.perf_counter() - began

    def _settle(self, then: Callable[[], None]) -> None:
        self.settled.emit()
        then()

    def _show_in_turns(self, shown: Shown, began: float, asked: int) -> None:
        """Shows what was worked out beside, unless a later question replaced it; mouse and keys come in between."""
        if self._asked == asked:
            self._show(shown, began)
            QTimer.singleShot(TURN, self, lambda: self._settle(self._catch_up) if self._asked == asked else None)

    def _catch_up(self) -> None:
        """Does what waited for this refresh, and for those it replaced."""
        waiting, self._afterwards = self._afterwards, []
        for then in waiting:
            then()

    def find_event(self, event_id: str) -> Event | None:
        """An event by its id, also one that the filter hides; None if it is gone."""
        if not event_id or self._project is None:
            return None
        known = self.shown.by_id.get(event_id)
        try:
            return known if known is not None else self._project.event(event_id)
        except KeyError:
            return None

    def set_filter(self, chosen: Filter) -> None:
        """Shows only the events that pass."""
        if chosen != self.filter:
            self.filter = chosen
            self.look_changed.emit()
            self.refresh()

    def remember(self, name: str, value: object) -> None:
        """Keeps in the project how it is looked at; where the disk refuses, that is not worth a word."""
        if self._project is not None:
            with suppress(ProjectError):
                self._project.set_setting(name, value)

    def set_least(self, least: float) -> None:
        """Shows events of this importance at least, and remembers it in the project."""
        if self._project is not None and least != self.filter.least:
            self.remember("view/every_event", True if least == 0 else None)
        self.set_filter(replace(self.filter, least=least))

    def set_lane_kind(self, kind: LaneKind) -> None:
        """Lanes by actor, article, kind, tag, or none; kept in the project."""
        if kind != self._lane_kind:
            self._lane_kind = kind
            self.remember("lanes/kind", kind)
            self.look_changed.emit()
            self.refresh()

    def lane_actors(self) -> list[str] | None:
        """The actors that were given a lane, None where nobody has chosen."""
        chosen = self._project.setting("lanes/actors") if self._project is not None else None
        return [str(one) for one in chosen] if isinstance(chosen, list) else None

    def toggle_lane(self, actor_id: str) -> None:
        """Gives an actor a lane, or takes it away; kept in the project."""
        lanes = list(self.shown.colours)
        chosen = [one for one in lanes if one != actor_id] if actor_id in lanes else [*lanes, actor_id]
        self.project.set_setting("lanes/actors", chosen)
        self.refresh()


def _arrange_beside(found: Gathered, before: Shown) -> Shown:
    with collector_paused():
        return arrange(found, before)

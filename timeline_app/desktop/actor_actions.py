"""What is done to actors: lanes, panes of their own, names, merging, splitting, kinds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow
from shiboken6 import isValid

from timeline_app.desktop.actions import Actions
from timeline_app.desktop.dialogs import NameDialog
from timeline_app.desktop.guarded import Guard
from timeline_app.desktop.navigation import Navigation, Panes
from timeline_app.desktop.pick_dialog import PickDialog
from timeline_app.desktop.pinned import (
    LEAST_PANE,
    PANE_WIDTH,
    PaneTitle,
    gather_where_narrow,
    least_width,
    place_beside,
)
from timeline_app.desktop.workspace import Workspace
from timeline_app.model import Actor, ActorKind
from timeline_app.views.actor_pane import ActorPane
from timeline_app.views.menus import context_menu, fill_choices
from timeline_app.views.words import KIND_WORDS, count, listed

CONTEXT_ACTIONS = ("open_actor", "toggle_lane", "only_actor", None, "rename_actor", "merge_actors", "split_actor")
ACTIONS = tuple(filter(None, CONTEXT_ACTIONS))
#: Words of so many letters are in the names of many.
SHORT_WORD = 3


class ActorActions(QObject):
    """The actions of the menu Actor; they concern the chosen actor."""

    #: The panes of the last time are open again, but not yet where they were.
    kept_opened = Signal()
    #: Another pane has its place; the others have less room.
    pane_placed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        panes: Panes,
        navigation: Navigation,
        guard: Guard,
        actions: Actions,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._work, self._panes, self._navigation = workspace, panes, navigation
        self._guard, self._actions, self._window = guard, actions, window
        self._docks: dict[str, QDockWidget] = {}
        self._kept: list[str] = []
        #: How narrow the window may be without panes.
        self._least = window.minimumWidth()
        panes.actor_list.lane_toggled.connect(lambda one: guard.do(lambda: workspace.toggle_lane(one)))
        panes.actor_list.actor_opened.connect(self.open_pane)
        panes.actor_list.menu_requested.connect(self.show_menu)
        panes.actors[0].pin_asked.connect(self.open_pane)
        panes.actors[0].rename_asked.connect(self.rename)
        panes.actor_list.selectionModel().selectionChanged.connect(self.follow)
        self._kinds = actions.submenu("Kind")
        fill_choices(self._kinds, KIND_WORDS, self._retype)
        workspace.selection.actor_changed.connect(self.follow)
        # With an event comes the first of its actors into the pane below it.
        workspace.selection.changed.connect(self.follow)
        workspace.settled.connect(self.follow)
        workspace.project_changed.connect(self._change_project)
        workspace.settled.connect(self._open_kept)
        self.follow()

    @property
    def chosen(self) -> Actor | None:
        """The chosen actor, else the one that the pane below the event shows."""
        return self._actor(self._work.selection.actor_id) or self._actor(self._panes.actors[0].actor_id)

    def _actor(self, actor_id: str) -> Actor | None:
        return next((one for one in self._work.shown.actors if one.id == actor_id), None) if actor_id else None

    def follow(self, *_ignored: object) -> None:
        """Greys out what cannot be done, and ticks what is so."""
        actor = self.chosen
        for name in ACTIONS:
            self._actions[name].setEnabled(actor is not None)
        self._kinds.setEnabled(actor is not None)
        marked = len(self._panes.actor_list.chosen_ids())
        self._actions["merge_actors"].setText(f"&Merge {marked} Actors" if marked > 1 else "&Merge with…")
        self._actions["toggle_lane"].setChecked(actor is not None and actor.id in self._work.shown.colours)
        self._actions["split_actor"].setEnabled(actor is not None and bool(actor.aliases))
        for action in self._kinds.actions():
            action.setChecked(actor is not None and action.data() == actor.kind)
        for actor_id, dock in self._docks.items():
            dock.setWindowTitle(self._work.shown.names.get(actor_id, dock.windowTitle()))

    def do_open_actor(self) -> None:
        """Pins the chosen actor."""
        if (actor := self.chosen) is not None:
            self.open_pane(actor.id)

    def open_pane(self, actor_id: str) -> None:
        """Opens an actor in a pane of its own beside the others; one that is open already comes to the front."""
        actor = self._actor(actor_id)
        if actor is None:
            return
        if actor_id in self._docks:
            self._docks[actor_id].show()
            self._docks[actor_id].raise_()
            return
        pane = ActorPane(pinned=True)
        dock = QDockWidget(actor.name, self._window)
        dock.setObjectName(f"actor:{actor_id}")
        dock.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dock.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dock.setWidget(pane)
        dock.setTitleBarWidget(PaneTitle(dock))
        dock.setMinimumWidth(LEAST_PANE)
        dock.topLevelChanged.connect(lambda _floats: self.find_room())
        dock.destroyed.connect(lambda: self._forget(actor_id, pane))
        place_beside(self._window, dock, list(self._docks.values()))
        self._docks[actor_id] = dock
        self._panes.actors.append(pane)
        self._navigation.listen_to_actor_pane(pane)
        pane.rename_asked.connect(self.rename)
        self._navigation.fill_actor_pane(pane, actor_id)
        # Once the window has found room for it.
        QTimer.singleShot(0, dock, lambda: self._find_room(dock))

    def _find_room(self, dock: QDockWidget) -> None:
        width = max(LEAST_PANE, min(PANE_WIDTH, self._window.width() // 5))
        self._window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
        self.find_room()
        self.pane_placed.emit()

    def _forget(self, actor_id: str, pane: ActorPane) -> None:
        self._docks.pop(actor_id, None)
        # Panes go with the window, too.
        if isValid(self._window):
            self.find_room()
        if pane in self._panes.actors:
            self._panes.actors.remove(pane)

    def find_room(self) -> None:
        """The window is another size, or its panes are where they were in another: all of them have to fit."""
        docks = list(self._docks.values())
        gather_where_narrow(self._window, docks)
        self._window.setMinimumWidth(max(self._least, least_width(self._window, docks)) if docks else self._least)

    def open_panes(self) -> list[str]:
        """The actors that have a pane of their own."""
        return list(self._docks)

    def _change_project(self) -> None:
        """Closes the panes of the project that was open before."""
        for dock in tuple(self._docks.values()):
            dock.close()
        kept = self._work.project.setting("view/actor_panes") if self._work.has_project else None
        self._kept = [str(one) for one in kept] if isinstance(kept, list) else []

    def _open_kept(self) -> None:
        """Opens the panes that were open when the project was left."""
        kept, self._kept = self._kept, []
        for actor_id in kept:
            self.open_pane(actor_id)
        if kept:
            self.kept_opened.emit()

    def do_toggle_lane(self, _on: bool) -> None:
        """Gives the chosen actor a lane, or takes it away."""
        if (actor := self.chosen) is not None:
            self._guard.do(lambda: self._work.toggle_lane(actor.id))

    def do_only_actor(self) -> None:
        """Shows only the events of the chosen actors."""
        actor = self.chosen
        chosen = self._panes.actor_list.chosen_ids() or ([actor.id] if actor is not None else [])
        self._work.set_filter(replace(self._work.filter, actors=frozenset(chosen)))

    def do_rename_actor(self) -> None:
        """Asks for another name."""
        if (actor := self.chosen) is not None:
            self.rename(actor.id)

    def rename(self, actor_id: str) -> None:
        """Asks for another name of an actor."""
        actor = self._actor(actor_id)
        if actor is None:
            return
        sentence = "The names used in the articles stay as they are."
        dialog = NameDialog(self._window, f"Rename {actor.name}", sentence, actor.name, "Rename")
        if dialog.exec() and dialog.name != actor.name:
            self._guard.do(lambda: self._work.project.rename_actor(actor.id, dialog.name))

    def do_merge_actors(self) -> None:
        """Makes one actor of those marked in the list, or of the chosen one and others that are picked."""
        chosen = self._panes.actor_list.chosen_ids()
        actor = self.chosen
        if len(chosen) < 2 and actor is not None:
            chosen = [actor.id, *self._pick_others(actor)]
        if len(chosen) < 2:
            return
        names = {one: self._work.shown.names.get(one, "") for one in chosen}
        kept: list[str] = []
        if self._guard.do(lambda: kept.append(self._work.project.merge_actors(chosen))):
            self._work.refresh(lambda: self._show_merged(kept[0], names))

    def _show_merged(self, actor_id: str, names: Mapping[str, str]) -> None:
        self._work.selection.select_actor(actor_id)
        others = [name for one, name in names.items() if one != actor_id]
        verb = "is" if len(others) == 1 else "are"
        self._guard.tell_done(f"{listed(others)} {verb} now {self._work.shown.names.get(actor_id, 'the same')} too.")

    def _pick_others(self, actor: Actor) -> list[str]:
        shown = self._work.shown
        # Who has a name in common is meant most often; the rest stand by their events.
        alike = sorted((one for one in shown.actors if one.id != actor.id), key=lambda one: -words_shared(actor, one))
        others = [
            (one.id, f"{one.name}  ·  {KIND_WORDS[one.kind]}, {count(shown.counts.get(one.id, 0), 'event')}")
            for one in alike
        ]
        sentence = f"Which of these are also {actor.name}? Their names become other names of {actor.name}."
        dialog = PickDialog(self._window, "Merge actors", sentence, others, "Merge", several=True)
        return dialog.chosen() if dialog.exec() else []

    def do_split_actor(self) -> None:
        """Asks which of the names belong to somebody else."""
        actor = self.chosen
        if actor is None or not actor.aliases:
            return
        sentence = f"Which of these names do not mean {actor.name}? They become an actor of their own."
        names = [(name, name) for name in actor.names]
        dialog = PickDialog(self._window, f"Split {actor.name}", sentence, names, "Split", several=True, some=True)
        if dialog.exec() and self._guard.do(lambda: self._work.project.split_actor(actor.id, dialog.chosen())):
            split = dialog.chosen()
            own = "is an actor of its own" if len(split) == 1 else "are an actor of their own"
            # The name it had may be among those that were split off.
            left = next((name for name in actor.names if name not in split), actor.name)
            self._guard.tell_done(f"{listed(split)} {own} now, apart from {left}.")

    def _retype(self, kind: ActorKind) -> None:
        actor = self.chosen
        if actor is not None and actor.kind != kind:
            self._guard.do(lambda: self._work.project.retype_actor(actor.id, kind))
        self.follow()

    def show_menu(self, ids: list[str], at: QPoint) -> None:
        """The menu of the marked actors."""
        # Choosing another than the one chosen last would unmark the others.
        if self._work.selection.actor_id not in ids:
            self._work.selection.select_actor(ids[-1])
        items = [None if name is None else self._actions[name] for name in CONTEXT_ACTIONS]
        context_menu(self._window, [*items, self._kinds]).popup(at)


def words_shared(one: Actor, other: Actor) -> int:
    """How many words the names of two actors have in common; short ones such as "of" do not count."""

    def words(actor: Actor) -> set[str]:
        return {word for name in actor.names for word in name.casefold().split() if len(word) > SHORT_WORD}

    return len(words(one) & words(other))

"""One selection, many views: a click anywhere, and timeline, lists, reader, event and actor follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from timeline_app.desktop.workspace import Workspace
from timeline_app.model import Actor, ActorKind, Article, Event, Passage, Relation
from timeline_app.project.filters import is_undated
from timeline_app.views.actor_list import ActorList
from timeline_app.views.actor_pane import ActorPane
from timeline_app.views.article_list import ArticleList
from timeline_app.views.article_text import Marks
from timeline_app.views.event_table import EventTable
from timeline_app.views.facts import actor_facts, event_facts
from timeline_app.views.inspector import Inspector
from timeline_app.views.source_reader import SourceReader
from timeline_app.views.timeline import TimelineView
from timeline_app.views.undated_list import UndatedList
from timeline_app.views.words import count


@dataclass(slots=True)
class Panes:
    """The views that follow the selection. `actors` are the actor panes: the one below the event first."""

    timeline: TimelineView
    table: EventTable
    reader: SourceReader
    inspector: Inspector
    actor_list: ActorList
    article_list: ArticleList
    undated: UndatedList
    actors: list[ActorPane]


@dataclass(frozen=True, slots=True)
class _Told:
    """What an actor pane was filled from."""

    actor: Actor
    events: Sequence[Event]
    names: Mapping[str, str]
    colours: Mapping[str, int]

    def says_what(self, other: _Told | None) -> bool:
        """Whether this is the very same; thousands of events are not compared one by one."""
        if other is None or self.events is not other.events or self.names is not other.names:
            return False
        return self.actor == other.actor and self.colours == other.colours


class Navigation(QObject):
    """Brings the views into step with the selection, and the selection into step with what is clicked."""

    #: A passage or an article was asked for: the reader has to be in front.
    reader_wanted = Signal()
    #: An event without a place on the axis was chosen: its list has to be in front, or nothing would show it.
    undated_wanted = Signal()

    def __init__(self, workspace: Workspace, panes: Panes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._panes = workspace, panes
        self._reveal = True
        # What reader and actor panes show: it is not laid out again for every change elsewhere.
        self._in_reader: tuple[Article, Marks] | None = None
        self._in_panes: WeakKeyDictionary[ActorPane, _Told] = WeakKeyDictionary()
        selection = workspace.selection
        selection.changed.connect(self._show_event)
        selection.actor_changed.connect(self._show_actor)
        selection.article_changed.connect(self._show_article)
        selection.passage_changed.connect(self._show_passage)
        workspace.settled.connect(self.show_again)
        self._listen()

    def _listen(self) -> None:
        panes, selection = self._panes, self._work.selection
        panes.timeline.event_clicked.connect(selection.select_event)
        panes.timeline.event_activated.connect(selection.select_event)
        panes.timeline.lane_clicked.connect(self._choose_lane)
        panes.table.event_chosen.connect(selection.select_event)
        panes.undated.event_chosen.connect(selection.select_event)
        panes.actor_list.actor_chosen.connect(selection.select_actor)
        panes.article_list.article_chosen.connect(self.open_article)
        panes.inspector.actor_chosen.connect(selection.select_actor)
        panes.inspector.passage_chosen.connect(self._open_passage)
        panes.reader.event_activated.connect(self.select_told)
        panes.reader.next_asked.connect(lambda: self.step_passage(1))
        panes.reader.previous_asked.connect(lambda: self.step_passage(-1))
        self.listen_to_actor_pane(panes.actors[0])

    def listen_to_actor_pane(self, pane: ActorPane) -> None:
        """Lets a pane choose events, actors and passages."""
        pane.event_chosen.connect(self._work.selection.select_event)
        pane.actor_chosen.connect(self._work.selection.select_actor)
        pane.passage_chosen.connect(self.select_passage)

    def propose(self, event_id: str) -> None:
        """Chooses an event for the user: everything shows it, but the timeline keeps its range."""
        self._reveal = False
        try:
            self._work.selection.select_event(event_id)
        finally:
            self._reveal = True

    def select_passage(self, passage: Passage) -> None:
        """Shows a passage, and chooses the event it tells."""
        shown = self._work.shown.by_id
        events = self._work.project.events_in(passage.article)
        told = next((one for one in events if one.id in shown and passage in one.passages), None)
        if told is not None:
            self._work.selection.select_event(told.id)
        self._open_passage(passage)

    def _open_passage(self, passage: Passage) -> None:
        self._work.selection.show_passage(passage)
        self.reader_wanted.emit()

    def select_told(self, event_id: str) -> None:
        """Chooses an event in the reader: the passage that is being read stays in view."""
        event = self._work.find_event(event_id)
        shown = self._panes.reader.article
        self._work.selection.select_event(event_id)
        if event is None or shown is None:
            return
        here = next((one for one in event.passages if one.article == shown.id), event.passage)
        self._work.selection.show_passage(here)

    def open_article(self, article_id: str) -> None:
        """Shows an article from its beginning."""
        self._work.selection.show_passage(None)
        self._work.selection.select_article(article_id)
        self.reader_wanted.emit()

    def step_passage(self, by: int) -> None:
        """Shows the next or previous passage of the chosen event."""
        event = self._work.find_event(self._work.selection.event_id)
        if event is None:
            return
        here = self._work.selection.passage
        number = event.passages.index(here) + by if here in event.passages else 0
        if 0 <= number < len(event.passages):
            self._work.selection.show_passage(event.passages[number])

    def _choose_lane(self, key: str) -> None:
        if key in self._work.shown.names:
            self._work.selection.select_actor(key)
        elif any(entry.id == key for entry in self._work.shown.articles):
            self.open_article(key)

    def show_again(self) -> None:
        """Brings every view up to date after a change of the project or of the filter."""
        selection = self._work.selection
        if not self._work.has_project:
            self._panes.inspector.show_event(None)
            self._panes.reader.show_article(None)
            for pane in self._panes.actors:
                pane.show_actor(None)
            return
        if selection.event_id and self._work.find_event(selection.event_id) is None:
            selection.select_event("")
        if selection.actor_id and selection.actor_id not in self._work.shown.names:
            selection.select_actor("")
        if selection.article_id and not any(one.id == selection.article_id for one in self._work.shown.articles):
            selection.show_passage(None)
            selection.select_article("")
        self._show_event(selection.event_id, follow=False)
        for pane in self._panes.actors:
            self.fill_actor_pane(pane, pane.actor_id)
        if selection.article_id:
            self._show_article_again(selection.article_id)
        if selection.passage is not None:  # a merged event has more of them
            event = self._work.find_event(selection.event_id)
            self._panes.reader.count_passage(*self._place(event, selection.passage))

    def _show_event(self, event_id: str, *, follow: bool = True) -> None:
        event = self._work.find_event(event_id)
        shown = self._work.shown
        for view in (self._panes.table, self._panes.undated):
            view.mark(event_id)
        self._panes.timeline.select(event_id, reveal=self._reveal)
        for pane in self._panes.actors:
            pane.mark_event(event_id)
        self._show_relations(event.id if event is not None else "")
        if event is None:
            self._panes.inspector.show_event(None)
            if follow:
                self._work.selection.show_passage(None)
            return
        self._panes.inspector.show_event(event_facts(self._work.project, event, shown.names, shown.colours))
        if follow and self._work.selection.passage == event.passage:
            # Two events may be told by the same words: the reader has to count the passages of this one.
            self._show_passage(event.passage)
        elif follow:
            self._work.selection.show_passage(event.passage)
        if follow:
            self._show_first_actor(event)
        if follow and self._reveal and is_undated(event):
            self.undated_wanted.emit()

    def _show_relations(self, event_id: str) -> None:
        """Joins the chosen event with those of which an article says how many days lie between."""
        related = self._work.project.relations_of(event_id) if event_id else []
        joined = [(one.earlier, one.later, one.words or days_between(one)) for one in related]
        self._panes.timeline.set_relations([one for one in joined if one[2]])

    def _show_first_actor(self, event: Event) -> None:
        """While no actor was chosen, the pane below the event shows the busiest that takes part, rather no place."""
        if self._work.selection.actor_id:
            return
        part = {one.actor for one in event.participants}
        known = [one for one in self._work.shown.actors if one.id in part]
        if known:
            chosen = next((one for one in known if one.kind != ActorKind.PLACE), known[0])
            self.fill_actor_pane(self._panes.actors[0], chosen.id)

    def _show_actor(self, actor_id: str) -> None:
        self._panes.actor_list.mark(actor_id)
        self.fill_actor_pane(self._panes.actors[0], actor_id)

    def fill_actor_pane(self, pane: ActorPane, actor_id: str) -> None:
        """Shows an actor in a pane, or nothing if it is gone."""
        shown = self._work.shown
        actor = self._find_actor(actor_id)
        if actor is None:
            pane.show_actor(None)
            return
        events = shown.by_actor.get(actor_id, ())
        # Going through thousands of events again is left out when nothing the pane says can have changed.
        told = _Told(actor, events, shown.names, shown.colours)
        if pane.actor_id != actor_id or not told.says_what(self._in_panes.get(pane)):
            self._in_panes[pane] = told
            pane.show_actor(actor_facts(self._work.project, actor, events, shown.colours))
        pane.mark_event(self._work.selection.event_id)

    def _find_actor(self, actor_id: str) -> Actor | None:
        try:
            return self._work.project.actor(actor_id) if actor_id in self._work.shown.names else None
        except KeyError:
            return None

    def _show_article(self, article_id: str) -> None:
        self._panes.article_list.mark(article_id)
        if not article_id:
            self._panes.reader.show_article(None)
            return
        project = self._work.project
        entry = next((one for one in self._work.shown.articles if one.id == article_id), None)
        file = (lambda: project.file_of(article_id)) if entry is not None and entry.has_file else None
        self._in_reader = article, marks = project.article(article_id), self._marks(article_id)
        self._panes.reader.show_article(article, marks, file)

    def _show_article_again(self, article_id: str) -> None:
        """The marks, the date or the title may be new; a newer text is shown from its beginning."""
        article, reader = self._work.project.article(article_id), self._panes.reader
        if reader.article is None or reader.article.text != article.text:
            self._show_article(article_id)
            self._show_passage(self._work.selection.passage)
        else:
            marks = self._marks(article_id)
            if (article, marks) != self._in_reader:
                self._in_reader = (article, marks)
                reader.show_again(article, marks)

    def _show_passage(self, passage: Passage | None) -> None:
        event = self._work.find_event(self._work.selection.event_id)
        number, of = self._place(event, passage)
        self._panes.reader.show_passage(passage, number, of)

    def _place(self, event: Event | None, passage: Passage | None) -> tuple[int, int]:
        if event is None or passage not in event.passages:
            return 0, 0
        return event.passages.index(passage) + 1, len(event.passages)

    def _marks(self, article_id: str) -> Marks:
        project, shown = self._work.project, self._work.shown
        events = project.events_in(article_id)
        told = [(one, event.id) for event in events for one in event.passages if one.article == article_id]
        return Marks(project.times(article_id), project.mentions(article_id), shown.colours, told)


def days_between(relation: Relation) -> str:
    """The time between two events in words, "" where nothing is said of it."""
    least, most = relation.least, relation.most
    if least is None or most is None:
        bound = least if most is None else most
        return "" if bound is None else f"{'at least' if most is None else 'at most'} {count(bound, 'day')}"
    return count(least, "day") if least == most else f"{least}–{most} days"

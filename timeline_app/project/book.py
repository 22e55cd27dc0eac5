"""What the project says, in memory: what was read, what was joined, and the corrections laid over both.

The file holds readings (which never change) and the recorded tables; everything else follows from these. The book
follows every changed row and composes again only the events and actors that the row concerns, so that a correction in
a project of 100,000 events costs what it touches.
"""

from __future__ import annotations

from timeline_app.model import Actor, Event
from timeline_app.project.bulk import collector_paused
from timeline_app.project.cast import Cast
from timeline_app.project.composer import Composer
from timeline_app.project.edits import Edits
from timeline_app.project.listing import EventLists
from timeline_app.project.order import Changed, order_key
from timeline_app.project.relations import Relations
from timeline_app.project.solving import Solving
from timeline_app.project.store import Store
from timeline_app.project.tables import (
    ArticleRow,
    EditRow,
    NamingRow,
    OwnEventRow,
    Row,
    Tables,
    TellingRow,
    list_or_not,
)
from timeline_app.project.told import Told
from timeline_app.project.values import Touched


class Book:
    """All events and actors of a project. Ask it freely; change it through `tables` inside a transaction."""

    def __init__(self, store: Store) -> None:
        self.edits = Edits()
        self.edits_on = self.edits.on
        self.joined_to: dict[str, str] = {}
        self.told = Told(store, self.edits_on, self.joined_to)
        self.members: dict[str, list[str]] = {}
        #: The tellings of each article.
        self.tellings_in: dict[str, list[str]] = {}
        self._unsolved: set[str] = set()
        self._to_load: set[str] = set()
        self._events: dict[str, Event] = {}
        self._unordered: set[str] = set()
        self._unindexed: set[str] = set()
        self._unlisted_articles: set[str] = set()
        self._unranked: set[str] = set()
        self._touched = Touched()
        with collector_paused():
            self.tables = Tables(store, self._row_changed)
            self.cast = Cast(self.tables, self.told, self.joined_to, self.edits_on)
            self.namesakes = self.cast.namesakes
            self.composer = Composer(self.tables, self.told, self.members, self.joined_to, self.edits_on)
            self.dismissed, self.checked = self.composer.dismissed, self.composer.checked
            self.edited = self.composer.edited
            self._lists = EventLists(checked=self.checked, dismissed=self.dismissed, edited=self.edited)
            self.relations = Relations(self.tables.tellings, self.members)
            self.solving = Solving(self.relations, self.members, self.edits_on)
            self._load()

    def _load(self) -> None:
        tables = self.tables
        for event, article, row, _ in tables.tellings.values():
            self.members.setdefault(row, []).append(event)
            self.tellings_in.setdefault(article, []).append(event)
        for edit in tables.edits.values():
            self.edits.put(edit)
        for article, relations in self.told.load_all(tables.own_events.values()):
            self.relations.hold(article, relations)
        self._unsolved = self.relations.tied()
        self._unordered.update(self.members)

    def let_go(self) -> None:
        """Nobody asks any more: all of this may go, without the collector having to find it."""
        self.tables.stop_telling()

    def refresh(self) -> None:
        """Read in what the changed rows refer to; called before every question."""
        if self._to_load:
            articles, self._to_load = self._to_load, set()
            for article in sorted(articles):
                self._touch_article(article)
                self.told.let_go(article, self.tables.own_events)
                self.relations.let_go(article)
                if (row := self.tables.articles.get(article)) is not None:
                    self.told.load(article, row.reading)
                    self.relations.hold(article, self.told.relations(article, row.reading))
                self._touch_article(article)
        if self._unsolved:
            rows, self._unsolved = self._unsolved, set()
            self._solve(rows)

    def _solve(self, rows: set[str]) -> None:
        """Give events the dates that relations say, also those that only hang together with the changed ones."""
        if len(rows) > len(self.edits_on):
            self.composer.compose_plain(rows, self._events)
        with collector_paused():
            new = self.solving.solve(
                rows, lambda row: self._events.get(row) or self.composer.compose(row), self.dismissed
            )
            for row in (row for row in new if row not in rows):
                self._mark_touched(row)
        self._events.update(self.solving.take_events())

    # --- following changed rows ---------------------------------------------------------------------------------------

    def _row_changed(self, old: Row | None, new: Row | None) -> None:
        for row in (old, new):
            match row:
                case TellingRow():
                    self._telling_changed(row, gone=row is old)
                case NamingRow():
                    self.cast.list_naming(row.actor, row.joined, gone=row is old)
                    self._touch_actor(row.joined)
                case EditRow():
                    self._edit_changed(row, gone=row is old)
                case OwnEventRow():
                    self._own_event_changed(row, gone=row is old)
                case ArticleRow():
                    self._touched.articles.add(row.id)
                    self._unlisted_articles.add(row.id)
                    self._to_load.add(row.id)
        if isinstance(old, NamingRow) or isinstance(new, NamingRow):
            self._naming_changed(old, new)  # type: ignore[arg-type]

    def _telling_changed(self, row: TellingRow, *, gone: bool) -> None:
        list_or_not(self.members, row.row, row.event, gone=gone)
        list_or_not(self.tellings_in, row.article, row.event, gone=gone)
        self._touch_event(row.row)
        self._touched.articles.add(row.article)
        self._unlisted_articles.add(row.article)

    def _naming_changed(self, old: NamingRow | None, new: NamingRow | None) -> None:
        actor, article, _ = new or old  # type: ignore[misc]
        if new is None:
            self.joined_to.pop(actor, None)
        else:
            self.joined_to[actor] = new.joined
        for id_ in self.tables.own_events:
            event, telling = self.told.events.get(id_), self.tables.tellings.get(id_)
            if event and telling and actor in {event.attributed_to, *(each.actor for each in event.participants)}:
                self._touch_event(telling.row)
        if article in self._to_load:
            return
        siblings = (self.joined_to.get(each) for each in self.told.in_article(article)[1] if each != actor)
        if old is None or new is None or old.joined in siblings:
            # Which of the article's actors an event has is not to be seen from the event any more.
            self._to_load.add(article)
            return
        for id_ in self.told.rejoin(article, old.joined, new.joined):
            if telling := self.tables.tellings.get(id_):
                self._touch_event(telling.row)

    def _edit_changed(self, row: EditRow, *, gone: bool) -> None:
        if gone:
            self.edits.drop(row)
        else:
            self.edits.put(row)
        if telling := self.tables.tellings.get(row.target):
            self._touch_event(telling.row)
        if naming := self.tables.namings.get(row.target):
            self._touch_actor(naming.joined)
        if row.field == "names":
            self._to_load.add(row.article)

    def _own_event_changed(self, row: OwnEventRow, *, gone: bool) -> None:
        if gone:
            self.told.drop_own(row)
        elif row.id not in self.told.in_article(row.article)[0]:
            self.told.put_own(row)
        if telling := self.tables.tellings.get(row.id):
            self._touch_event(telling.row)

    def _touch_article(self, article: str) -> None:
        events, actors = self.told.in_article(article)
        for event in events:
            if telling := self.tables.tellings.get(event):
                self._touch_event(telling.row)
        for actor in actors:
            if naming := self.tables.namings.get(actor):
                self._touch_actor(naming.joined)

    def _touch_event(self, row: str) -> None:
        self._unsolved.add(row)
        self.solving.forget(row)
        self._events.pop(row, None)
        self._mark_touched(row)

    def _mark_touched(self, row: str) -> None:
        self._touched.events.add(row)
        self._unordered.add(row)
        self._unindexed.add(row)
        tellings = self.tables.tellings
        self._unlisted_articles.update(tellings[id_].article for id_ in self.members.get(row, ()) if id_ in tellings)

    def _touch_actor(self, actor: str) -> None:
        self._touched.actors.add(actor)
        self._unranked.add(actor)
        self.cast.forget(actor)

    def take_touched(self) -> Touched:
        """What changed since this was last asked."""
        self.refresh()
        touched, self._touched = self._touched, Touched()
        return touched

    def take_unindexed(self) -> list[str]:
        """Ids of the events that changed since this was last asked, for the index that finds like ones."""
        self.refresh()
        rows, self._unindexed = sorted(self._unindexed), set()
        return rows

    # --- events -------------------------------------------------------------------------------------------------------

    def event(self, row: str) -> Event | None:
        """The event under this id as it stands, None where there is none."""
        self.refresh()
        event = self._events.get(row)
        if event is None and row in self.members and (event := self.composer.compose(row)) is not None:
            self._events[row] = event
        return event

    def events(self) -> list[Event]:
        """All events, dismissed ones included, in the order of time; those without any bound last."""
        return self.lists().all.values

    def lists(self) -> EventLists:
        """All events, and what is picked from them, as they are now."""
        self.refresh()
        if self._unordered:
            changed, self._unordered = self._unordered, set()
            with collector_paused():
                self.composer.compose_plain(changed, self._events)
                self._lists.change([self._placed(row) for row in changed])
        return self._lists

    def _placed(self, row: str) -> Changed[Event]:
        """An event with its place in the order of time."""
        event = self._events.get(row) or self.event(row)
        if event is None:
            return row, (), None
        return row, order_key(event, self.composer.position(event.trigger.article), row), event

    def tellings(self, row: str) -> list[Event]:
        """The tellings of an event as they were read, in the order of intake."""
        self.refresh()
        return self.composer.tellings(row)

    def place_of(self, telling: str) -> tuple[int, int, str]:
        """Where a telling stands: position of its article, character, id."""
        return self.composer.place_of(telling)

    def place_of_actor(self, actor: str) -> tuple[int, str]:
        """Where an article's actor stands: position of the article, id."""
        return self.cast.place_of(actor)

    def by_actor(self) -> dict[str, list[Event]]:
        """For each actor the events it takes part in, in the order of time, without the dismissed ones."""
        return self.lists().by_actor()

    def actor_counts(self) -> dict[str, int]:
        """For each actor that takes part in events, in how many."""
        lists = self.lists()
        lists.by_actor()
        return dict(lists.counts)

    # --- actors and articles ------------------------------------------------------------------------------------------

    def actor(self, id_: str) -> Actor | None:
        """The project's actor under this id, None where there is none."""
        self.refresh()
        return self.cast.actor(id_)

    def take_unranked(self) -> set[str]:
        """The actors that changed, or whose events did, since this was last asked; the first time all of them."""
        self.by_actor()
        recounted = self._lists.take_recounted()
        changed, self._unranked = self._unranked, set()
        return set(self.namesakes) if recounted is None else changed | recounted

    def take_unlisted_articles(self) -> set[str]:
        """The articles that changed, or the number of whose events did, since this was last asked."""
        self.events()
        changed, self._unlisted_articles = self._unlisted_articles, set()
        return changed

    def touch_listed_article(self, article: str) -> None:
        """Something of an article's line in the list changed that is in none of the tables."""
        self._unlisted_articles.add(article)

    def events_told_in(self, article: str) -> int:
        """The number of events, without the dismissed ones, that an article tells of."""
        tellings, dismissed = self.tables.tellings, self.dismissed
        rows = {tellings[id_].row for id_ in self.tellings_in.get(article, ())}
        return sum(row not in dismissed for row in rows)

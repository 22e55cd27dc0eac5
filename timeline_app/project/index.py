"""Where to look when something new comes in: articles by source, actors by name, events by family, actor and day.

The index only proposes; what it proposes is looked at as it stands. So it need not be told what has gone, and is
made when the first article comes in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline_app.extraction.actors.across import actor_keys, bare_surname, may_be_one, surname
from timeline_app.model import LANDS, Actor, Event
from timeline_app.project.book import Book
from timeline_app.project.merging import event_keys, keys_of_like
from timeline_app.project.tables import ArticleRow, NamingRow

#: Where more events than these meet, that they meet says nothing, and looking at all of them would take long.
CROWDED = 300
#: So many of an actor's articles are asked whether a new name contradicts theirs: most say the same.
ENOUGH = 12
#: Two articles have to do with one another where what they share weighs as much: persons, firms and groups twice.
CONNECTED = 4


@dataclass(frozen=True, slots=True)
class Material:
    """What an index is made of, as it is at one moment: it may be made of it in another thread."""

    events: Sequence[Event]
    articles: Sequence[ArticleRow]
    namings: Sequence[NamingRow]
    actors: Mapping[str, Actor]

    @classmethod
    def of(cls, book: Book) -> Material:
        """All that a book holds now."""
        tables = book.tables
        events = list(book.events())
        return cls(events, list(tables.articles.values()), list(tables.namings.values()), dict(book.told.actors))


class Index:
    """Finds what is like something new without looking at everything."""

    def __init__(self, book: Book, material: Material) -> None:
        self._book = book
        self._sources: dict[str, str] = {}
        self._titles: dict[tuple[str, str], str] = {}
        self._actors: dict[str, list[str]] = {}
        self._bare: dict[str, list[str]] = {}
        self._full: dict[str, list[str]] = {}
        self._in_article: dict[str, set[str]] = {}
        # Keys are kept as their hashes, and a single event without a list: there are some for every event.
        self._events: dict[int, str | list[str]] = {}
        for event in material.events:
            self._add_event(event)
        self._collect_names(material)
        # Names given by hand need the book as it is when they are asked for.
        self._names = "to be added"

    def forget_names(self) -> None:
        """Actors were corrected, or something was undone: collect sources and names anew before the next question."""
        self._names = "to be collected"

    def _collect_names(self, material: Material) -> None:
        self._sources, self._titles, self._actors = {}, {}, {}
        self._bare, self._full, self._in_article = {}, {}, {}
        for row in sorted(material.articles, key=lambda row: row.position):
            about = json.loads(row.about)
            self.add_article(row.id, about["source"], about["title"], about["name"])
        for naming in sorted(material.namings, key=lambda row: self._book.place_of_actor(row.actor)):
            if (actor := material.actors.get(naming.actor)) is not None:
                self.add_actor(actor, naming.joined)

    def _complete_names(self) -> None:
        if self._names == "to be collected":
            self._collect_names(Material.of(self._book))
        if self._names != "complete":
            self._names = "complete"
            for edit in sorted(self._book.tables.edits.values()):
                if edit.field == "name" and (joined := self._book.joined_to.get(edit.target)) is not None:
                    self._add_name(json.loads(edit.value), joined)

    def _add_name(self, name: str, joined: str) -> None:
        """Make an actor findable by the name that the user gave it."""
        actor = self._book.actor(joined)
        if actor is not None:
            for key in actor_keys(Actor(joined, name, actor.kind)):
                _list_once(self._actors, key, joined)

    def add_article(self, id_: str, source: str, title: str, name: str) -> None:
        """Make an article findable by where it comes from."""
        if source:
            self._sources[source] = id_
        if title:
            self._titles[title, name] = id_

    def by_source(self, source: str) -> str | None:
        """The article last taken in from this source."""
        self._complete_names()
        return self._sources.get(source) if source else None

    def by_title(self, title: str, name: str) -> str | None:
        """The article last taken in with this title from a file of this name."""
        self._complete_names()
        return self._titles.get((title, name)) if title else None

    def add_actor(self, actor: Actor, joined: str) -> None:
        """Make the project's actor findable by all names of one of its articles' actors."""
        for key in actor_keys(actor):
            _list_once(self._actors, key, joined)
        naming = self._book.tables.namings.get(actor.id)
        if naming is not None:
            self._in_article.setdefault(naming.article, set()).add(joined)
        if bare := bare_surname(actor):
            _list_once(self._bare, bare, joined)
        elif full := surname(actor):
            _list_once(self._full, full, joined)

    def actor_like(self, actor: Actor) -> str | None:
        """The project's actor that goes by one of these names."""
        self._complete_names()
        for key in actor_keys(actor):
            for id_ in self._actors.get(key, ()):
                if id_ in self._book.namesakes and all(may_be_one(one, actor, key) for one in self._members(id_)):
                    return id_
        return None

    def bearer_like(self, actor: Actor, beside: set[str]) -> str | None:
        """Who is meant by a surname alone, or who was meant by it before a full name came.

        `beside` are the project's actors of the same article. Only the articles that share enough of them are asked,
        and nobody is found where two persons there bear the name.
        """
        bare, full = bare_surname(actor), surname(actor)
        named = self._full.get(bare, ()) if bare else self._bare.get(full, ()) if full else ()
        fitting = [id_ for id_ in named if id_ in self._book.namesakes and self._is_connected(id_, beside)]
        if len(fitting) != 1 or (full and not self._is_only_bearer(full, actor, fitting[0], beside)):
            return None
        return fitting[0]

    def _is_only_bearer(self, full: str, actor: Actor, bare: str, beside: set[str]) -> bool:
        """Whether no other full name with the surname is borne in the articles around."""
        others = (
            id_ for id_ in self._full.get(full, ()) if id_ not in (actor.id, bare) and id_ in self._book.namesakes
        )
        return not any(self._is_connected(id_, beside) for id_ in others)

    def _is_connected(self, id_: str, beside: set[str]) -> bool:
        namings = self._book.tables.namings
        articles = {namings[one].article for one in self._book.namesakes[id_] if one in namings}
        return any(self._weight(self._in_article.get(article, set()) & beside) >= CONNECTED for article in articles)

    def _weight(self, shared: set[str]) -> int:
        told = self._book.told.actors
        return sum(1 if told[id_].kind in LANDS else 2 for id_ in shared if id_ in told)

    def _members(self, id_: str) -> list[Actor]:
        told = self._book.told.actors
        return [told[one] for one in self._book.namesakes[id_][:ENOUGH] if one in told]

    def refresh(self) -> None:
        """Make the events findable that changed since."""
        for row in self._book.take_unindexed():
            if (event := self._book.event(row)) is not None:
                self._add_event(event)

    def _add_event(self, event: Event) -> None:
        for key in event_keys(event):
            number = hash(key)
            listed = self._events.get(number)
            if listed is None:
                self._events[number] = event.id
            elif isinstance(listed, str):
                if listed != event.id:
                    self._events[number] = [listed, event.id]
            elif event.id not in listed:
                listed.append(event.id)

    def events_like(self, event: Event) -> list[str]:
        """Ids of events that may be the same, in the order their articles came in."""
        found: dict[str, None] = {}
        for key in keys_of_like(event):
            listed = self._events.get(hash(key))
            if isinstance(listed, str):
                found[listed] = None
            elif listed is not None and len(listed) <= CROWDED:
                found.update(dict.fromkeys(listed))
        return sorted(found, key=self._book.place_of)


def _list_once(listed: dict[str, list[str]], key: str, value: str) -> None:
    entries = listed.setdefault(key, [])
    if value not in entries:
        entries.append(value)

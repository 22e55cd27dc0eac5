"""What the articles tell, as it was read, before anything is corrected.

Events have the project's actors in place of the article's: that is what nearly every question wants, and giving it to
100,000 events one by one would cost as much as reading them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from timeline_app.model import Actor, Event, Mention, Passage, Relation
from timeline_app.project.codec import (
    ReadingRest,
    unpack_actors,
    unpack_older_relations,
    unpack_relations,
    unpack_rest,
)
from timeline_app.project.composing import with_participants
from timeline_app.project.errors import speaking
from timeline_app.project.packed_events import unpack_events
from timeline_app.project.splitting import NameSplits, split_actors, split_events, split_mentions
from timeline_app.project.store import Store
from timeline_app.project.tables import EditRow, OwnEventRow

#: Texts kept at hand.
TEXTS = 64


class Told:
    """The events and actors of all articles under their own ids.

    `edits_on` and `joined_to` are the book's: which actors are divided, and which of the project's each one is. The
    user's own events are held as they were written.
    """

    def __init__(self, store: Store, edits_on: dict[str, dict[str, EditRow]], joined_to: dict[str, str]) -> None:
        self._store = store
        self._edits_on = edits_on
        self._joined_to = joined_to
        self.events: dict[str, Event] = {}
        self.actors: dict[str, Actor] = {}
        self._in_article: dict[str, tuple[list[str], list[str]]] = {}
        self._texts: dict[str, str] = {}

    def load_all(self, own_events: Iterable[OwnEventRow]) -> Iterator[tuple[str, tuple[Relation, ...]]]:
        """Read everything in; yields what articles say of the time between events, where they say something."""
        for own in own_events:
            self.put_own(own)
        sql = """SELECT a.id, a.reading, r.actors, r.events, r.relations, iif(r.relations IS NULL, r.rest, NULL)
                 FROM article a JOIN reading r ON r.key = a.reading"""
        with speaking(self._store.path):
            for article, key, actors, events, relations, rest in self._store.db.execute(sql):
                self._hold(article, key, actors, events)
                if relations != "[]":
                    yield article, _relations(article, relations, rest)

    def load(self, article: str, key: str) -> None:
        """Read one article's reading in."""
        sql = "SELECT actors, events FROM reading WHERE key = ?"
        self._hold(article, key, *self._store.rows(sql, (key,))[0])

    def relations(self, article: str, key: str) -> tuple[Relation, ...]:
        """What an article says of the time between its events, as it was read."""
        sql = "SELECT relations, iif(relations IS NULL, rest, NULL) FROM reading WHERE key = ?"
        return _relations(article, *self._store.rows(sql, (key,))[0])

    def _hold(self, article: str, key: str, packed_actors: str, packed_events: str) -> None:
        actors = unpack_actors(packed_actors)
        if splits := self._splits(article, actors):
            actors = split_actors(actors, splits)
            events = split_events(unpack_events(article, packed_events), self.mentions(article, key), splits)
            events = [with_participants(event, self._joined_to) for event in events]
        else:
            events = unpack_events(article, packed_events, self._joined_to)
        told = {event.id: event for event in events}
        told_actors = {actor.id: actor for actor in actors}
        self.events.update(told)
        self.actors.update(told_actors)
        self._in_article[article] = (list(told), list(told_actors))

    def let_go(self, article: str, own_events: dict[str, OwnEventRow]) -> None:
        """Forget an article's reading; an event the user kept stays as he kept it."""
        events, actors = self._in_article.pop(article, ([], []))
        for event in events:
            self.events.pop(event, None)
            if event in own_events:
                self.put_own(own_events[event])
        for actor in actors:
            self.actors.pop(actor, None)

    def rejoin(self, article: str, old: str, new: str) -> list[str]:
        """An article's one actor that was the project's `old` is `new` now; returns the ids of its events."""
        changed = []
        for id_ in self.in_article(article)[0]:
            event = self.events.get(id_)
            if event is None or old not in {event.attributed_to, *(each.actor for each in event.participants)}:
                continue
            actors = [each.actor for each in event.participants] + [event.attributed_to or old]
            self.events[id_] = with_participants(event, {actor: actor for actor in actors} | {old: new})
            changed.append(id_)
        return changed

    def put_own(self, own: OwnEventRow) -> None:
        """Hold an event of the user's own."""
        self.events[own.id] = unpack_events(own.article, own.event)[0]

    def drop_own(self, own: OwnEventRow) -> None:
        """Forget an event of the user's own, unless it is one that was read."""
        if own.id not in self.in_article(own.article)[0]:
            self.events.pop(own.id, None)

    def in_article(self, article: str) -> tuple[list[str], list[str]]:
        """The ids of the events and of the actors read from an article, in the order of the reading."""
        return self._in_article.get(article, ([], []))

    def rest(self, article: str, key: str) -> ReadingRest:
        """Expressions and mentions of an article as they were read."""
        return unpack_rest(article, self._store.value("SELECT rest FROM reading WHERE key = ?", (key,)))

    def mentions(self, article: str, key: str) -> tuple[Mention, ...]:
        """The mentions of an article with the article's own actors, divided ones told apart."""
        mentions = self.rest(article, key).mentions
        packed = self._store.value("SELECT actors FROM reading WHERE key = ?", (key,))
        splits = self._splits(article, unpack_actors(packed))
        return split_mentions(mentions, self.text(article), splits) if splits else mentions

    def _splits(self, article: str, actors: Iterable[Actor]) -> NameSplits:
        if not self._edits_on:
            return {}
        splits = ((actor.id, self._edits_on.get(actor.id, {}).get("names")) for actor in actors)
        return {id_: json.loads(edit.value) for id_, edit in splits if edit is not None and edit.article == article}

    def text(self, article: str) -> str:
        """An article's text."""
        text = self._texts.pop(article, None)
        if text is None:
            text = self._store.text(article)
            while len(self._texts) >= TEXTS:
                del self._texts[next(iter(self._texts))]
        self._texts[article] = text
        return text

    def words(self, passage: Passage) -> str:
        """The words of a passage."""
        return passage.of(self.text(passage.article))


def _relations(article: str, packed: str | None, rest: bytes) -> tuple[Relation, ...]:
    """Relations as they are kept; in a file of the first version they stand among the rest."""
    return unpack_older_relations(article, rest) if packed is None else unpack_relations(article, packed)

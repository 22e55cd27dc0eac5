"""Answers that are put together from the book: who appears with whom, what an article tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from timeline_app.model import Actor, Event, Mention, Passage, Relation
from timeline_app.project.book import Book
from timeline_app.project.values import Conflict


def companions(book: Book, actor_id: str, among: Iterable[Event] | None = None) -> list[tuple[Actor, int]]:
    """Who takes part in the same events (of `among`, or of all), and in how many, the most frequent first."""
    counts = Counter(
        other
        for event in (book.by_actor().get(actor_id, ()) if among is None else among)
        for other in {participant.actor for participant in event.participants}
        if other != actor_id
    )
    pairs = [(actor, count) for other, count in counts.items() if (actor := book.actor(other)) is not None]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0].name.casefold(), pair[0].id))


def passages_of(book: Book, actor_id: str) -> list[Passage]:
    """The passages of an actor's events in the order of time, each once."""
    events = book.by_actor().get(actor_id, ())
    return list(dict.fromkeys(passage for event in events for passage in event.passages))


def mentions(book: Book, article_id: str) -> list[Mention]:
    """Where an article names the project's actors, in the order of the text."""
    row = book.tables.articles[article_id]
    return [
        mention if joined == mention.actor else replace(mention, actor=joined)
        for mention in book.told.mentions(article_id, row.reading)
        if (joined := book.joined_to.get(mention.actor)) is not None
    ]


def relations(book: Book, article_id: str) -> list[Relation]:
    """What an article says about the time between events, with the project's events; those it has not are left out."""
    book.refresh()
    _ = book.tables.articles[article_id]
    return book.relations.of_article(article_id)


def conflicts(book: Book) -> list[Conflict]:
    """All that relations between events contradict, each once, in the order of the texts; dismissed events left out."""
    book.refresh()
    found = {conflict for solved in book.solving.solved.values() for conflict in solved.conflicts}
    return sorted(found, key=lambda conflict: (book.place_of(conflict.events[0]), conflict.relation.passage))


def events_in(book: Book, article_id: str) -> list[Event]:
    """The events an article tells, in the order of its text, dismissed ones left out."""
    told = [book.tables.tellings[id_] for id_ in book.tellings_in.get(article_id, ())]
    rows = dict.fromkeys(row.row for row in sorted(told, key=lambda row: book.place_of(row.event)))
    events = [event for row in rows if (event := book.event(row)) is not None]
    return [event for event in events if event.id not in book.dismissed]

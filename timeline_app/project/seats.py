"""Keeping the promise that an event's id is one of its tellings, and an actor's id one of its articles' actors."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_app.project.book import Book


def reseat_events(book: Book, rows: Iterable[str]) -> None:
    """Give events whose own telling has gone the id of the first one left."""
    tables = book.tables
    for row in sorted(set(rows)):
        members = book.members.get(row, ())
        if not members or row in members:
            continue
        first = min(members, key=book.place_of)
        for id_ in sorted(members):
            tables.put(tables.tellings[id_]._replace(row=first))


def reseat_actors(book: Book, actors: Iterable[str]) -> None:
    """Give actors whose own article's actor has gone the id of the first one left."""
    tables = book.tables
    for actor in sorted(set(actors)):
        namesakes = book.namesakes.get(actor, ())
        if not namesakes or actor in namesakes:
            continue
        first = min(namesakes, key=book.place_of_actor)
        for id_ in sorted(namesakes):
            tables.put(tables.namings[id_]._replace(joined=first))

"""Keeping the promise that an event's id is one of its tellings, and an actor's id one of its articles' actors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from timeline_app.project.book import Book


def reseat_events(book: Book, rows: Iterable[str]) -> None:
    """Give events whose own telling has gone the id of the first one left."""
    tables = book.tables
    for members, first in _left_alone(rows, book.members, book.place_of):
        for id_ in members:
            tables.put(tables.tellings[id_]._replace(row=first))


def reseat_actors(book: Book, actors: Iterable[str]) -> None:
    """Give actors whose own article's actor has gone the id of the first one left."""
    tables = book.tables
    for members, first in _left_alone(actors, book.namesakes, book.place_of_actor):
        for id_ in members:
            tables.put(tables.namings[id_]._replace(joined=first))


def _left_alone(
    seats: Iterable[str], members_of: Mapping[str, Sequence[str]], place_of: Callable[[str], Any]
) -> Iterator[tuple[list[str], str]]:
    """The members of each seat whose own member has gone, and which of them comes first."""
    for seat in sorted(set(seats)):
        members = members_of.get(seat, ())
        if members and seat not in members:
            yield sorted(members), min(members, key=place_of)

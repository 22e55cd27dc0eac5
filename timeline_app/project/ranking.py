"""The actors, those with most events first: an order that is mended after a change."""

from __future__ import annotations

from timeline_app.model import Actor
from timeline_app.project.book import Book
from timeline_app.project.order import Changed, Order


class ActorRanking:
    """All actors of a book, those with most events first, then by name."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._order: Order[Actor] = Order()

    def actors(self) -> list[Actor]:
        """The list itself: copy it before you keep it."""
        changed = self._book.take_unranked()
        if changed:
            counts = self._book.by_actor()
            self._order.change([self._placed(id_, len(counts.get(id_, ()))) for id_ in changed])
        return self._order.values

    def _placed(self, id_: str, count: int) -> Changed[Actor]:
        actor = self._book.actor(id_)
        return id_, (-count, actor.name.casefold(), id_) if actor is not None else (), actor

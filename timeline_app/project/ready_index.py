"""The index of a project, made when the first article comes in, and in another thread where it takes long."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.project.book import Book
from timeline_app.project.bulk import collector_paused
from timeline_app.project.index import Index, Material


class ReadyIndex:
    """Gives the index of a book as it is now."""

    def __init__(self) -> None:
        self._index: Index | None = None
        self._made: tuple[Book, Index] | None = None
        #: Whether names of actors or sources of articles changed since the index was begun.
        self._names_changed = False

    def forget_names(self) -> None:
        """Actors or articles were corrected, or something was undone."""
        self._names_changed = True
        if self._index is not None:
            self._index.forget_names()

    def to_make_ready(self, book: Book) -> Callable[[], None]:
        """What makes the index, if there is none, and may be called in any thread."""
        if self._index is not None:
            return lambda: None
        material = Material.of(book)
        book.take_unindexed()
        self._made, self._names_changed = None, False

        def make() -> None:
            with collector_paused():
                self._made = book, Index(book, material)

        return make

    def of(self, book: Book) -> Index:
        """The index, with what changed since it was made."""
        if self._index is None:
            if self._made is None or self._made[0] is not book:
                self.to_make_ready(book)()
            if self._made is not None:
                self._index = self._made[1]
                self._made = None
                if self._names_changed:
                    self._index.forget_names()
        assert self._index is not None
        self._index.refresh()
        return self._index

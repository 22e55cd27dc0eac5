"""The open project: one file, its articles, events and actors, and every change to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from timeline_app.model import (
    Article,
    Reading,
)
from timeline_app.project.answers import Answers, Known
from timeline_app.project.articles import ArticleList, article_of
from timeline_app.project.book import Book
from timeline_app.project.corrections import Corrections
from timeline_app.project.errors import ProjectError
from timeline_app.project.history import History, Recording
from timeline_app.project.imports import Imports
from timeline_app.project.intake import Intake, Taken
from timeline_app.project.ranking import ActorRanking
from timeline_app.project.ready_index import ReadyIndex
from timeline_app.project.store import Store, copy_to
from timeline_app.project.values import Change
from timeline_app.project.waiting import Waiting

#: What is called after a change; it may ask the project anything.
Listener = Callable[[Change], None]


class Project(Answers, Corrections, Waiting):
    """One open project. Everything is on disk when a call returns; use it from one thread.

    Ids that are not there raise KeyError; what cannot be done raises ProjectError with a sentence for the user, and
    then nothing has changed.
    """

    def __init__(self, store: Store) -> None:
        self._listeners: list[Listener] = []
        self._known_: Known | None = None
        self._use(store)

    @classmethod
    def create(cls, path: Path, *, keep_files: bool = True) -> Project:
        """A new project file; with `keep_files` it holds a copy of the original files beside their text."""
        return cls(Store.create(Path(path), {"project.keep_files": keep_files}))

    @classmethod
    def open(cls, path: Path) -> Project:
        """A project from its file."""
        return cls(Store.open(Path(path)))

    def _use(self, store: Store) -> None:
        self._store = store
        self._history = History(store)
        self._imports = Imports(store)
        self._forget_memory()

    def _forget_memory(self) -> None:
        """What is known is read from the file again when it is asked for."""
        if self._known_ is not None:
            self._known_.book.let_go()
        self._known_ = None
        self._index = ReadyIndex()
        self._imports.forget_memory()

    @property
    def _known(self) -> Known:
        """All that is known, read from the file when it is first asked for."""
        if self._known_ is None:
            book = Book(self._store)
            self._known_ = Known(book, ArticleList(self._store, book), ActorRanking(book))
        return self._known_

    def close(self) -> None:
        """Let go of the file."""
        self._forget_memory()
        self._store.close()

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def save_as(self, path: Path) -> None:
        """Copy the project to another file, in place of what stands there, and go on with that one."""
        path = Path(path)
        if path.resolve() == self.path.resolve():
            return
        copy_to(self._store, path)
        store = Store.open(path)
        self._store.close()
        self._use(store)
        self._tell(Change(""))

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def title(self) -> str:
        """What the project is called: the title it was given, or its file's name."""
        return self.setting("project.title") or self.path.stem

    @title.setter
    def title(self, title: str) -> None:
        self.set_setting("project.title", title.strip() or None)
        self._tell(Change(""))

    @property
    def keep_files(self) -> bool:
        """Whether copies of the original files are kept in the project."""
        return bool(self.setting("project.keep_files"))

    def setting(self, name: str) -> Any:
        """A value kept in the project (state of views and the like), or None."""
        return self._store.setting(name)

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a value that JSON can hold; undo leaves it alone. None forgets it."""
        self._store.set_setting(name, value)

    # --- changes ------------------------------------------------------------------------------------------------------

    def on_changed(self, callback: Listener) -> Callable[[], None]:
        """Have `callback(change)` called after every change; what is returned ends that."""
        self._listeners.append(callback)

        def unsubscribe() -> None:
            if callback in self._listeners:
                self._listeners.remove(callback)

        return unsubscribe

    def _tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)

    @contextmanager
    def _changing(self, name: str, *, run: int | None = None, into: int | None = None) -> Iterator[Recording]:
        """One named step. When something goes wrong inside, the file is as before and memory is read anew."""
        book = self._book
        book.take_touched()
        book.tables.written = False
        try:
            with self._history.record(name, run=run, into=into) as recording:
                yield recording
        except BaseException:
            self._imports.forget_memory()
            if book.tables.written:
                self._forget_memory()
            raise

    def _told(self, name: str, taken: Taken | None = None) -> Change:
        """The change just made, told to all who listen."""
        touched = self._book.take_touched()
        if taken is None and (touched.actors or touched.articles):
            self._index.forget_names()
        change = Change(
            name, frozenset(touched.events), frozenset(touched.actors), frozenset(touched.articles),
            *((len(taken.added), len(taken.updated), len(taken.known), taken.lost) if taken else ()),
        )  # fmt: skip
        self._tell(change)
        return change

    @contextmanager
    def _edit(self, name: str) -> Iterator[Recording]:
        with self._changing(name) as recording:
            yield recording
        if recording.changed:
            self._told(name)

    @property
    def undo_name(self) -> str | None:
        """The name of the step that would be undone, None where there is none."""
        return self._history.undo_name

    @property
    def redo_name(self) -> str | None:
        """The name of the step that would be made again, None where there is none."""
        return self._history.redo_name

    def undo(self) -> Change | None:
        """Take back the last step; None where there is none."""
        self._book.take_touched()
        return self._follow("Undo", self._history.undo())

    def redo(self) -> Change | None:
        """Make the step again that was undone last; None where there is none."""
        self._book.take_touched()
        return self._follow("Redo", self._history.redo())

    def _follow(self, word: str, applied: tuple[str, list[bytes]] | None) -> Change | None:
        if applied is None:
            return None
        name, changesets = applied
        for changeset in changesets:
            self._book.tables.follow(changeset)
        return self._told(f"{word} {name}")

    # --- taking in ----------------------------------------------------------------------------------------------------

    def take_in(self, readings: Sequence[tuple[Reading, bytes | None]], paths: Iterable[Path] = ()) -> Change:
        """Take readings in, each with the bytes of its file or None, as one step.

        `paths` are the files they come from, to take them off the import list; batches of one import become one step
        together. The same article again adds nothing; a newer version takes the place of the older; corrections stay.
        """
        paths = list(paths)
        run = self._imports.run_of(paths) if paths else None
        stale = [reading.article.id for reading, _ in readings if self._is_stale(reading.article.id)]
        only_stale = bool(stale) and len(stale) == len(readings)
        last = self._history.last_of_run(run) if run is not None else None
        into = self._history.causing(stale) if only_stale else last[0] if last else None
        # Files of an import that a power failure undoes are still on the import list, and are read once more.
        hurried = self._store.hurried() if run is not None else nullcontext()
        with hurried, self._changing("Import", run=run, into=into) as recording:
            intake = Intake(self._store, self._book, self._index.of(self._book), keep_files=self.keep_files)
            for reading, data in readings:
                intake.take_in(reading, data)
            taken = intake.taken
            amount = len(taken.added) + len(taken.updated)
            imported = not only_stale
            recording.amount = amount if imported else 0
            recording.rereads = taken.again
            recording.name = _import_name(taken, amount + (last[1] if last else 0), joined=last is not None)
            if into is not None and imported and amount:
                self._history.rename(into, recording.name)
            self._imports.done(paths)
        return self._told(recording.name if recording.changed else "", taken)

    def to_make_ready(self) -> Callable[[], None]:
        """What makes ready for taking in, once, and may be called in any thread: in a large project it takes long."""
        return self._index.to_make_ready(self._book)

    def _is_stale(self, article_id: str) -> bool:
        row = self._book.tables.articles.get(article_id)
        return row is not None and bool(row.stale)

    def to_read_again(self) -> list[Article]:
        """Articles whose date or mode was corrected: read them as they are given here and take the readings in."""
        rows = sorted((row.position, row) for row in self._book.tables.articles.values() if row.stale)
        return [article_of(self._store, row) for _, row in rows]


def _import_name(taken: Taken, amount: int, *, joined: bool) -> str:
    """What the menu calls a taking in."""
    articles = f"{amount} article{'' if amount == 1 else 's'}"
    return f"Import {articles}" if taken.added or taken.newer or joined else f"Read {articles} again"


__all__ = ["Listener", "Project", "ProjectError"]

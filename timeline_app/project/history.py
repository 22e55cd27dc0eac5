"""Undo and redo: every change is a named step whose changeset SQLite's session extension records.

A step has one part or several: an import taken in by batches is one step, and a reading that follows from a step (an
article's date was corrected, so its words are read again) becomes a part of that step.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import apsw

from timeline_app.project import search
from timeline_app.project.errors import ProjectError
from timeline_app.project.schema import RECORDED
from timeline_app.project.store import Store

Touches = set[tuple[str, tuple[Any, ...]]]


@dataclass(slots=True)
class Recording:
    """A change being made: `step` orders corrections; set `name` and `amount` before it ends where they tell more.

    `rereads` are the articles that this change makes wait for another reading.
    """

    step: int
    name: str
    amount: int = 0
    rereads: list[str] = field(default_factory=list)
    changed: bool = False


class History:
    """The steps of one project, in its file."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db

    @property
    def undo_name(self) -> str | None:
        """The name of the step that `undo` would take back."""
        return self._name("SELECT name FROM step WHERE undone = 0 ORDER BY id DESC LIMIT 1")

    @property
    def redo_name(self) -> str | None:
        """The name of the step that `redo` would make again."""
        return self._name("SELECT name FROM step WHERE undone = 1 ORDER BY id LIMIT 1")

    def _name(self, sql: str) -> str | None:
        name = self._store.value(sql)
        return None if name is None else str(name)

    @contextmanager
    def record(self, name: str, *, run: int | None = None, into: int | None = None) -> Iterator[Recording]:
        """One transaction, recorded as a step of this name, or as a part of step `into` where nothing forbids it.

        A change that changes nothing leaves no step. `run` marks the steps of one import.
        """
        db = self._db
        with self._store.writing():
            db.execute("INSERT INTO step (name, undone, run, amount, rereads) VALUES (?, 0, ?, 0, '')", (name, run))
            recording = Recording(db.last_insert_rowid(), name)
            session = apsw.Session(db, "main")
            try:
                for table in RECORDED:
                    session.attach(table)
                yield recording
                changeset = session.changeset()
            finally:
                session.close()
            recording.changed = bool(changeset)
            self._keep(recording, changeset, into)

    def _keep(self, recording: Recording, changeset: bytes, into: int | None) -> None:
        db, step = self._db, recording.step
        if into is not None or not changeset:
            db.execute("DELETE FROM step WHERE id = ?", (step,))
        if not changeset:
            return
        if into is None:
            self._cut_redo()
            db.execute("UPDATE step SET name = ? WHERE id = ?", (recording.name, step))
        else:
            step = self._place(changeset, into)
        sql = "UPDATE step SET amount = amount + ?, rereads = trim(rereads || ' ' || ?) WHERE id = ?"
        db.execute(sql, (recording.amount, " ".join(recording.rereads), step))
        db.execute("INSERT INTO step_part (step, changeset) VALUES (?, ?)", (step, zlib.compress(changeset, 6)))
        part = db.last_insert_rowid()
        keys = ((part, key) for key in sorted(_content(changeset)))
        db.executemany("INSERT INTO step_content VALUES (?, ?)", keys)

    def _place(self, changeset: bytes, into: int) -> int:
        """The step a following change goes to: `into`, or the last one if a step in between touches the same rows."""
        touched = _touches(changeset)
        later = "SELECT p.changeset FROM step_part p JOIN step s ON s.id = p.step WHERE s.id > ? AND s.undone = ?"
        if any(touched & _touches(zlib.decompress(row[0])) for row in self._store.rows(later, (into, 1))):
            self._cut_redo()
        if any(touched & _touches(zlib.decompress(row[0])) for row in self._store.rows(later, (into, 0))):
            return int(self._store.value("SELECT max(id) FROM step WHERE undone = 0"))
        return into

    def rename(self, step: int, name: str) -> None:
        """Give a step another name (an import whose next batch was taken in)."""
        self._db.execute("UPDATE step SET name = ? WHERE id = ?", (name, step))

    def last_of_run(self, run: int) -> tuple[int, int] | None:
        """Id and amount of the last step if it belongs to this import and nothing was undone since."""
        sql = "SELECT id, amount, run, undone FROM step ORDER BY id DESC LIMIT 1"
        for id_, amount, of_run, undone in self._store.rows(sql):
            if of_run == run and not undone:
                return id_, amount
        return None

    def causing(self, articles: Iterable[str]) -> int | None:
        """The latest step that made one of these articles wait for another reading."""
        wanted = set(articles)
        for id_, rereads in self._store.rows("SELECT id, rereads FROM step WHERE undone = 0 ORDER BY id DESC"):
            if wanted & set(rereads.split()):
                return int(id_)
        return None

    def undo(self) -> tuple[str, list[bytes]] | None:
        """Take back the last step: its name and the changesets applied, in this order; None with nothing to undo."""
        rows = self._store.rows("SELECT id, name FROM step WHERE undone = 0 ORDER BY id DESC LIMIT 1")
        return self._apply(*rows[0], backwards=True) if rows else None

    def redo(self) -> tuple[str, list[bytes]] | None:
        """Make the step again that was undone last; as `undo`."""
        rows = self._store.rows("SELECT id, name FROM step WHERE undone = 1 ORDER BY id LIMIT 1")
        return self._apply(*rows[0], backwards=False) if rows else None

    def _apply(self, step: int, name: str, *, backwards: bool) -> tuple[str, list[bytes]]:
        rows = self._store.rows("SELECT changeset FROM step_part WHERE step = ? ORDER BY id", (step,))
        changesets = [zlib.decompress(row[0]) for row in rows]
        if backwards:
            changesets = [apsw.Changeset.invert(changeset) for changeset in reversed(changesets)]
        try:
            with self._store.writing():
                for changeset in changesets:
                    apsw.Changeset.apply(changeset, self._db, conflict=lambda *_: apsw.SQLITE_CHANGESET_ABORT)
                self._db.execute("UPDATE step SET undone = ? WHERE id = ?", (int(backwards), step))
        except ProjectError as error:
            if isinstance(error.__cause__, apsw.AbortError):
                word = "undone" if backwards else "redone"
                sentence = f"“{name}” cannot be {word}, for the project has changed since. Nothing was changed."
                raise ProjectError(sentence) from error
            raise
        return name, changesets

    def _cut_redo(self) -> None:
        """A new change after an undo: what was undone cannot be made again."""
        self._forget_steps(self._store.rows("SELECT id FROM step WHERE undone = 1"))

    def _forget_steps(self, steps: list[tuple[Any, ...]]) -> None:
        db = self._db
        keys: set[str] = set()
        for (step,) in steps:
            sql = "SELECT c.key FROM step_content c JOIN step_part p ON p.id = c.part WHERE p.step = ?"
            keys.update(key for (key,) in self._store.rows(sql, (step,)))
            db.execute("DELETE FROM step_content WHERE part IN (SELECT id FROM step_part WHERE step = ?)", (step,))
            db.execute("DELETE FROM step_part WHERE step = ?", (step,))
            db.execute("DELETE FROM step WHERE id = ?", (step,))
        self._drop_content(keys)

    def _drop_content(self, keys: set[str]) -> None:
        """Delete the texts with their files, and the readings, that neither an article nor a step needs."""
        # All in one question: that for a reading goes through all articles.
        unused = """SELECT value FROM json_each(?) EXCEPT SELECT id FROM article
                    EXCEPT SELECT reading FROM article EXCEPT SELECT key FROM step_content"""
        for (key,) in self._store.rows(unused, (json.dumps(sorted(keys)),)) if keys else ():
            search.forget(self._store, key)
            for table, column in (("text", "article"), ("file", "article"), ("reading", "key")):
                self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", (key,))


def _touches(changeset: bytes) -> Touches:
    """The rows a changeset concerns."""
    touched: Touches = set()
    for change in apsw.Changeset.iter(changeset):
        values = (change.new if change.op == "INSERT" else change.old) or ()
        touched.add((change.name, tuple(values[column] for column in sorted(change.pk_columns))))
    return touched


def _content(changeset: bytes) -> set[str]:
    """Keys of the texts and readings that a changeset refers to."""
    keys: set[str] = set()
    for change in apsw.Changeset.iter(changeset):
        if change.name == "article":
            for values in (change.old, change.new):
                if values is not None:
                    keys.update(value for value in (values[0], values[7]) if isinstance(value, str))
    return keys

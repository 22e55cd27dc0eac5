"""The import list: files that wait to be read, and those that could not be.

It is written before reading begins and thinned in the same transaction that takes a reading in, so an import that was
cut off goes on where it stood. Undo leaves it alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from timeline_app.project.store import Store
from timeline_app.project.values import ArticleState


class Imports:
    """The import list of one project."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db

    def add(self, paths: Iterable[Path]) -> None:
        """Put files on the list, as one import together with those that wait already."""
        waiting = self._store.value("SELECT max(run) FROM waiting WHERE state <> ?", (ArticleState.FAILED.value,))
        with self._store.writing():
            last_run = self._store.value("SELECT max(ifnull((SELECT max(run) FROM step), 0), "
                                         "ifnull((SELECT max(run) FROM waiting), 0))")  # fmt: skip
            run = waiting or last_run + 1
            position = self._store.value("SELECT ifnull(max(position), 0) FROM waiting")
            for number, path in enumerate(paths, position + 1):
                values = (os.fsencode(path), run, number, ArticleState.WAITING.value)
                self._db.execute("INSERT OR REPLACE INTO waiting VALUES (?, ?, ?, ?, '')", values)

    def set_reading(self, paths: Iterable[Path]) -> None:
        """Say that these files are being read."""
        with self._store.writing():
            for path in paths:
                sql = "UPDATE waiting SET state = ?, sentence = '' WHERE path = ?"
                self._db.execute(sql, (ArticleState.READING.value, os.fsencode(path)))

    def set_failed(self, path: Path, sentence: str) -> None:
        """Keep why a file could not be read, for the article list; it does not wait any more."""
        with self._store.writing():
            name = os.fsencode(path)
            run, position = self._store.value("SELECT max(run) FROM waiting") or 0, 0
            for row in self._store.rows("SELECT run, position FROM waiting WHERE path = ?", (name,)):
                run, position = row
            words = sentence.encode("utf-8", "replace").decode()
            values = (name, run, position, ArticleState.FAILED.value, words)
            self._db.execute("INSERT OR REPLACE INTO waiting VALUES (?, ?, ?, ?, ?)", values)

    def paths(self, *, failed: bool = False) -> list[Path]:
        """The files still to be read, in the order they were given; or those that failed."""
        sql = f"SELECT path FROM waiting WHERE state {'=' if failed else '<>'} ? ORDER BY run, position"
        return [Path(os.fsdecode(path)) for (path,) in self._store.rows(sql, (ArticleState.FAILED.value,))]

    def reading_again(self) -> None:
        """After a crash: what was being read waits again."""
        if self._store.value("SELECT 1 FROM waiting WHERE state = ?", (ArticleState.READING.value,)):
            with self._store.writing():
                sql = "UPDATE waiting SET state = ? WHERE state = ?"
                self._db.execute(sql, (ArticleState.WAITING.value, ArticleState.READING.value))

    def forget(self, paths: Iterable[Path] | None = None) -> None:
        """Take files off the list; without paths all that still wait."""
        with self._store.writing():
            if paths is None:
                self._db.execute("DELETE FROM waiting WHERE state <> ?", (ArticleState.FAILED.value,))
            self.done(paths or ())

    def done(self, paths: Iterable[Path]) -> None:
        """Take files off the list inside the running transaction."""
        for path in paths:
            self._db.execute("DELETE FROM waiting WHERE path = ?", (os.fsencode(path),))

    def run_of(self, paths: Iterable[Path]) -> int | None:
        """The import these files belong to, None where they belong to none or to several."""
        runs = set()
        for path in paths:
            rows = self._store.rows("SELECT run FROM waiting WHERE path = ?", (os.fsencode(path),))
            runs.add(rows[0][0] if rows else None)
        return runs.pop() if len(runs) == 1 else None

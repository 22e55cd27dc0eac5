"""The import list: files that wait to be read, and those that could not be.

It is written before reading begins and thinned in the same transaction that takes a reading in, so an import that was
cut off goes on where it stood. Undo leaves it alone. It is held in memory beside the file, for it is asked for after
every batch of an import and may be as long as the import.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from timeline_app.model import PublishedFrom
from timeline_app.project.store import Store
from timeline_app.project.values import ArticleEntry, ArticleState

_WAITING, _FAILED = ArticleState.WAITING, ArticleState.FAILED


@dataclass(slots=True)
class _Line:
    """One file of the list; `run` tells imports apart, and `entry` is it in the list of articles."""

    run: int
    position: int
    entry: ArticleEntry

    @property
    def failed(self) -> bool:
        return self.entry.state is _FAILED


class Imports:
    """The import list of one project."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db
        self._lines_: dict[bytes, _Line] | None = None
        #: Being read now: nobody but this process has to know.
        self._reading: set[bytes] = set()

    @property
    def _lines(self) -> dict[bytes, _Line]:
        """The list, in the order of reading; read from the file at first, and where a change was not written."""
        if self._lines_ is None:
            sql = "SELECT path, run, position, state, sentence FROM waiting ORDER BY run, position"
            self._lines_ = {
                # One that was being read when an older version ended waits again.
                path: _Line(run, position, _entry(path, _FAILED if state == _FAILED else _WAITING, sentence))
                for path, run, position, state, sentence in self._store.rows(sql)
            }
        return self._lines_

    def forget_memory(self) -> None:
        """A change was not written: look into the file again."""
        self._lines_ = None

    def entries(self) -> list[ArticleEntry]:
        """The list as lines of the list of articles."""
        lines = self._lines
        for path in self._reading & lines.keys():
            if lines[path].entry.state is _WAITING:
                lines[path].entry = _entry(path, ArticleState.READING, "")
        return [line.entry for line in lines.values()]

    def add(self, paths: Iterable[Path]) -> None:
        """Put files on the list, as one import together with those that wait already."""
        lines = self._lines
        waiting = max((line.run for line in lines.values() if not line.failed), default=None)
        position = max((line.position for line in lines.values()), default=0)
        self.forget_memory()
        with self._store.writing():
            sql = "SELECT max(ifnull((SELECT max(run) FROM step), 0), ifnull((SELECT max(run) FROM waiting), 0))"
            run = waiting or self._store.value(sql) + 1
            rows = ((os.fsencode(path), run, number) for number, path in enumerate(paths, position + 1))
            sql = f"INSERT OR REPLACE INTO waiting VALUES (?, ?, ?, '{_WAITING.value}', '')"
            self._db.executemany(sql, rows)

    def set_reading(self, paths: Iterable[Path]) -> None:
        """Say that these files are being read, and no others."""
        before, self._reading = self._reading, {os.fsencode(path) for path in paths}
        for path in before - self._reading:
            if (line := self._lines.get(path)) is not None and line.entry.state is ArticleState.READING:
                line.entry = _entry(path, _WAITING, "")

    def set_failed(self, path: Path, sentence: str) -> None:
        """Keep why a file could not be read, for the article list; it does not wait any more."""
        name = os.fsencode(path)
        words = sentence.encode("utf-8", "replace").decode()
        line = self._lines.get(name)
        run = line.run if line is not None else max((one.run for one in self._lines.values()), default=0)
        with self._store.writing():
            values = (name, run, line.position if line is not None else 0, _FAILED.value, words)
            self._db.execute("INSERT OR REPLACE INTO waiting VALUES (?, ?, ?, ?, ?)", values)
        if line is not None:
            line.entry = _entry(name, _FAILED, words)
        else:
            self.forget_memory()

    def paths(self, *, failed: bool = False) -> list[Path]:
        """The files still to be read, in the order they were given; or those that failed."""
        return [Path(os.fsdecode(path)) for path, line in self._lines.items() if line.failed == failed]

    def forget(self, paths: Iterable[Path] | None = None) -> None:
        """Take files off the list; without paths all that still wait."""
        try:
            with self._store.writing():
                self.done(self.paths() if paths is None else paths)
        except BaseException:
            self.forget_memory()
            raise

    def done(self, paths: Iterable[Path]) -> None:
        """Take files off the list inside the running transaction."""
        lines = self._lines
        for name in (os.fsencode(path) for path in paths):
            if lines.pop(name, None) is not None:
                self._db.execute("DELETE FROM waiting WHERE path = ?", (name,))

    def run_of(self, paths: Iterable[Path]) -> int | None:
        """The import these files belong to, None where they belong to none or to several."""
        lines = (self._lines.get(os.fsencode(path)) for path in paths)
        runs = {line.run if line is not None else None for line in lines}
        return runs.pop() if len(runs) == 1 else None


def _entry(path: bytes, state: ArticleState, sentence: str) -> ArticleEntry:
    source = Path(os.fsdecode(path))
    return ArticleEntry(
        id="",
        name=source.name,
        title="",
        published=None,
        published_from=PublishedFrom.NOTHING,
        state=state,
        message=sentence,
        source=str(source),
        n_events=0,
        format="",
        has_file=False,
    )

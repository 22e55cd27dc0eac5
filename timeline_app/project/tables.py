"""The recorded tables, held in memory beside the file, and the one way to write them."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import apsw

from timeline_app.project.anchors import Anchor
from timeline_app.project.errors import speaking
from timeline_app.project.schema import RECORDED
from timeline_app.project.store import Store


class ArticleRow(NamedTuple):
    """An article: `reading` is the reading that counts, `stale` whether it waits for another one."""

    id: str
    position: int
    about: str
    published: int | None
    published_from: str
    published_words: str
    mode: str
    reading: str
    stale: int


class TellingRow(NamedTuple):
    """One article's telling of an event; `row` is the event on the timeline it belongs to, itself one of the tellings.

    `copy_of` names the telling whose words it repeats (a syndicated copy), or is "".
    """

    event: str
    article: str
    row: str
    copy_of: str


class NamingRow(NamedTuple):
    """An actor as one article names it; `joined` is the project's actor, itself one of the articles' actors."""

    actor: str
    article: str
    joined: str


class EditRow(NamedTuple):
    """A correction laid over what was read.

    `target` is a telling or an article's actor, `field` what of it, `value` JSON. `anchor` is where the target stood in
    the article (for an actor: its name), so that it is found again in another reading; `step` orders corrections.
    """

    target: str
    field: str
    value: str
    step: int
    article: str
    anchor: str


class OwnEventRow(NamedTuple):
    """An event that the user added, or kept though a newer reading misses it; `event` is packed as in a reading."""

    id: str
    article: str
    event: str
    anchor: str


class KeptRow(NamedTuple):
    """Something that belongs to the project as a whole; `value` is JSON."""

    name: str
    value: str


Row = ArticleRow | TellingRow | NamingRow | EditRow | OwnEventRow | KeptRow

_KINDS: dict[str, type[Any]] = {
    "article": ArticleRow,
    "telling": TellingRow,
    "naming": NamingRow,
    "edit": EditRow,
    "own_event": OwnEventRow,
    "kept": KeptRow,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_WIDTH = {name: 2 if name == "edit" else 1 for name in RECORDED}


def _upsert(name: str) -> str:
    columns = [f'"{field}"' for field in _KINDS[name]._fields]
    keys, others = columns[: _WIDTH[name]], columns[_WIDTH[name] :]
    return (
        f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))}) ON CONFLICT ({', '.join(keys)}) "
        f"DO UPDATE SET {', '.join(f'{column} = excluded.{column}' for column in others)}"
    )


_PUT = {name: _upsert(name) for name in RECORDED}
_DROP = {
    name: f"DELETE FROM {name} WHERE " + " AND ".join(f'"{key}" = ?' for key in _KINDS[name]._fields[: _WIDTH[name]])
    for name in RECORDED
}


def anchor_text(anchor: Anchor | None) -> str:
    """An anchor as it is kept in a row."""
    return "" if anchor is None else json.dumps(anchor.to_list(), separators=(",", ":"))


def anchor_of(row: EditRow | OwnEventRow) -> Anchor | None:
    """The anchor kept in a row, None where there is none."""
    return Anchor(*json.loads(row.anchor)) if row.anchor else None


class Tables:
    """The rows of the recorded tables under their keys; `on_row(old, new)` hears of every one that changes."""

    def __init__(self, store: Store, on_row: Callable[[Row | None, Row | None], None]) -> None:
        self._db = store.db
        self._on_row = on_row
        #: Whether something was written since this was last set to False.
        self.written = False
        self.articles: dict[str, ArticleRow] = {}
        self.tellings: dict[str, TellingRow] = {}
        self.namings: dict[str, NamingRow] = {}
        self.edits: dict[tuple[str, str], EditRow] = {}
        self.own_events: dict[str, OwnEventRow] = {}
        self.kept: dict[str, KeptRow] = {}
        self._all: dict[str, dict[Any, Any]] = {
            "article": self.articles,
            "telling": self.tellings,
            "naming": self.namings,
            "edit": self.edits,
            "own_event": self.own_events,
            "kept": self.kept,
        }
        with speaking(store.path):
            for name, rows in self._all.items():
                # What `_make` does, without a call in Python for each of 100,000 rows.
                made = map(partial(tuple.__new__, _KINDS[name]), self._db.execute(f"SELECT * FROM {name}"))
                if name == "edit":
                    rows.update({(row[0], row[1]): row for row in made})
                else:
                    rows.update({row[0]: row for row in made})

    def stop_telling(self) -> None:
        """Nobody hears of changed rows any more."""
        self._on_row = lambda _old, _new: None

    def put(self, row: Row) -> None:
        """Insert a row, or change the one under its key."""
        name = _NAMES[type(row)]
        if self._all[name].get(_key(name, row)) != row:
            self.written = True
            self._db.execute(_PUT[name], row)
            self._mirror(name, _key(name, row), row)

    def drop(self, row: Row) -> None:
        """Delete a row."""
        name = _NAMES[type(row)]
        self.written = True
        self._db.execute(_DROP[name], row[: _WIDTH[name]])
        self._mirror(name, _key(name, row), None)

    def follow(self, changeset: bytes) -> None:
        """Bring the rows in memory to where this changeset has brought the file."""
        for change in apsw.Changeset.iter(changeset):
            name, before, after = change.name, change.old or (), change.new or ()
            if change.op == "INSERT":
                row = _KINDS[name]._make(after)
                self._mirror(name, _key(name, row), row)
                continue
            key = _key(name, before)
            if change.op == "DELETE":
                self._mirror(name, key, None)
                continue
            row = self._all[name][key]
            values = (old if new is apsw.no_change else new for old, new in zip(row, after, strict=True))
            self._mirror(name, key, _KINDS[name]._make(values))

    def _mirror(self, name: str, key: Any, new: Any) -> None:
        rows = self._all[name]
        old = rows.get(key)
        if new is None:
            rows.pop(key, None)
        else:
            rows[key] = new
        self._on_row(old, new)


def _key(name: str, row: Any) -> Any:
    return row[0] if _WIDTH[name] == 1 else tuple(row[: _WIDTH[name]])


def list_or_not(lists: dict[str, list[str]], key: str, value: str, *, gone: bool) -> None:
    """Put a value on the list under a key, or take it off; no list stays empty."""
    if not gone:
        lists.setdefault(key, []).append(value)
        return
    values = lists[key]
    values.remove(value)
    if not values:
        del lists[key]

"""The file of a project: opening, checking, writing, and its content under keys that never change."""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from timeline_app.model import Page
from timeline_app.project.errors import (
    DAMAGED,
    GONE,
    LOCKED,
    MISSING,
    NEWER,
    NOT_A_PROJECT,
    READ_ONLY,
    UNEXPECTED,
    problem,
    speaking,
)
from timeline_app.project.schema import APPLICATION_ID, MIGRATIONS, VERSION

#: Up to this size (in bytes) a file is checked through when it is opened; a larger one shows its damage when read.
CHECKED_SIZE = 32_000_000
#: Milliseconds to wait for another process that is just closing the file.
PATIENCE = 1500


class Store:
    """One open project file. It is locked for other processes until it is closed or its process ends."""

    def __init__(self, path: Path, db: apsw.Connection) -> None:
        self.path = path
        self.db = db

    @classmethod
    def create(cls, path: Path, settings: dict[str, Any]) -> Store:
        """A new, empty project file with these settings. Raises ProjectError, also where something stands there."""
        if path.exists():
            raise problem(UNEXPECTED, path, "a file of that name exists already")
        # Made under another name first: a process killed here leaves no half-made project behind.
        part = path.with_name(path.name + ".part")
        try:
            with speaking(path):
                part.unlink(missing_ok=True)
                made = cls(path, _connect(part, apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE))
                try:
                    made.db.pragma("application_id", APPLICATION_ID)
                    _set_up(made.db)
                    for name, value in settings.items():
                        made.set_setting(name, value)
                finally:
                    made.db.close()
                part.replace(path)
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Store:
        """An existing project file, brought up to this version. Raises ProjectError."""
        if not path.is_file():
            raise problem(NOT_A_PROJECT if path.exists() else MISSING, path)
        _check_header(path)
        with speaking(path):
            db = _connect(path, apsw.SQLITE_OPEN_READWRITE)
            try:
                _check(db, path)
                _set_up(db)
            except BaseException:
                db.close()
                raise
        return cls(path, db)

    def close(self) -> None:
        """Let go of the file; everything is in it already."""
        with speaking(self.path):
            self.db.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of the block is in the file, or nothing of it."""
        # A file that was taken away can still be written to, and what is written there is lost.
        if not Path(self.db.filename).exists():
            raise problem(GONE, self.path)
        with speaking(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                # On a full disk SQLite has rolled back by itself.
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    @contextmanager
    def hurried(self) -> Iterator[None]:
        """Transactions inside may be lost with the power, the last ones first, but are never torn."""
        with speaking(self.path):
            self.db.pragma("synchronous", "normal")
        try:
            yield
        finally:
            self.db.pragma("synchronous", "full")

    def rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """The rows that a statement gives."""
        with speaking(self.path):
            return list(self.db.execute(sql, values))

    def value(self, sql: str, values: tuple[Any, ...] = ()) -> Any:
        """The first value of the first row, or None."""
        rows = self.rows(sql, values)
        return rows[0][0] if rows else None

    def setting(self, name: str) -> Any:
        """A value kept with the project, or None."""
        text = self.value("SELECT value FROM setting WHERE name = ?", (name,))
        return None if text is None else json.loads(text)

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a value that JSON can hold; None forgets it."""
        with self.writing():
            if value is None:
                self.db.execute("DELETE FROM setting WHERE name = ?", (name,))
            else:
                self.db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, json.dumps(value)))

    def put_text(self, article: str, text: str, pages: tuple[Page, ...]) -> bool:
        """Keep an article's text; returns whether it was new."""
        spans = json.dumps([[page.number, page.start, page.end, page.width, page.height] for page in pages])
        self.db.execute("INSERT OR IGNORE INTO text VALUES (?, ?, ?)", (article, _packed_text(text), spans))
        return bool(self.db.changes())

    def text(self, article: str) -> str:
        """An article's text."""
        data = self.value("SELECT text FROM text WHERE article = ?", (article,))
        return _unpacked_text(data)

    def pages(self, article: str) -> tuple[Page, ...]:
        """The pages of an article, none where its format has none."""
        spans = self.value("SELECT pages FROM text WHERE article = ?", (article,))
        return tuple(Page(*span) for span in json.loads(spans))

    def put_file(self, article: str, data: bytes) -> None:
        """Keep the bytes of the file an article came from, packed where that helps; the first ones stay."""
        if self.value("SELECT 1 FROM file WHERE article = ?", (article,)):
            return
        packed = zlib.compress(data, 6)
        smaller = len(packed) < 0.9 * len(data)
        self.db.execute("INSERT INTO file VALUES (?, ?, ?)", (article, packed if smaller else data, int(smaller)))

    def file(self, article: str) -> bytes | None:
        """The bytes of the file an article came from, None where they were not kept."""
        rows = self.rows("SELECT data, packed FROM file WHERE article = ?", (article,))
        if not rows:
            return None
        data, packed = rows[0]
        return zlib.decompress(data) if packed else bytes(data)


def _packed_text(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def _unpacked_text(data: bytes) -> str:
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def _connect(path: Path, flags: int) -> apsw.Connection:
    db = apsw.Connection(str(path), flags=flags)
    # Before the first lock is asked for, which a file that may only be read refuses in other words.
    if db.readonly("main"):
        db.close()
        raise problem(READ_ONLY, path)
    db.set_busy_timeout(PATIENCE)
    # Held from the first read to the end of the process: two windows never write one project, and no shared-memory
    # file is needed, which network folders do not offer.
    db.pragma("locking_mode", "exclusive")
    return db


def _check_header(path: Path) -> None:
    """SQLite takes an empty file for an empty database and asks for a lock first: look before that."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except PermissionError as error:
        raise problem(READ_ONLY, path) from error
    except OSError as error:
        raise problem(UNEXPECTED, path, error.strerror or "it cannot be read") from error
    if not head.startswith(b"SQLite format 3\x00"):
        raise problem(NOT_A_PROJECT, path)
    if len(head) < 100:
        raise problem(DAMAGED, path)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise problem(NOT_A_PROJECT, path)


def _check(db: apsw.Connection, path: Path) -> None:
    if db.pragma("application_id") != APPLICATION_ID:
        raise problem(NOT_A_PROJECT, path)
    if db.pragma("user_version") > VERSION:
        raise problem(NEWER, path)
    if path.stat().st_size <= CHECKED_SIZE and db.pragma("quick_check") != "ok":
        raise problem(DAMAGED, path)


def _set_up(db: apsw.Connection) -> None:
    db.pragma("journal_mode", "wal")
    # A change that was shown as made is on the disk, also when the power fails.
    db.pragma("synchronous", "full")
    with db:
        for version in range(db.pragma("user_version"), VERSION):
            db.execute(MIGRATIONS[version])
            db.pragma("user_version", version + 1)
    db.pragma("foreign_keys", True)


def copy_to(store: Store, target: Path) -> None:
    """Write a whole copy of a project; the target holds the old file or the whole new one, never a part."""
    part = target.with_name(target.name + ".part")
    if target.exists() and _is_locked(target):
        raise problem(LOCKED, target)
    try:
        with speaking(target):
            part.unlink(missing_ok=True)
            copy = apsw.Connection(str(part))
            try:
                with copy.backup("main", store.db, "main") as backup:
                    backup.step(-1)
                copy.pragma("journal_mode", "wal")
            finally:
                copy.close()
            part.replace(target)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _is_locked(path: Path) -> bool:
    """Whether another process has this project open."""
    try:
        db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    except apsw.Error:
        return False
    try:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except (apsw.BusyError, apsw.LockedError):
        return True
    except apsw.Error:
        return False
    finally:
        db.close()
    return False

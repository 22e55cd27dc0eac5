"""Full-text search over paragraphs and events (FTS5), and over actors' names.

The words of a text and of a reading never change, so they are indexed once, when they are taken in, and undo leaves
them alone: a hit counts only while its article and reading do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice

from timeline_app.model import Actor, Event, Passage
from timeline_app.project.book import Book
from timeline_app.project.merging import normal_name
from timeline_app.project.store import Store
from timeline_app.project.values import PassageHit, SearchHits

#: Characters of a paragraph beyond which it is divided at a space.
LONGEST = 1500
#: So many times as many hits as are wanted are asked for at first: some are of readings that do not count any more.
AT_FIRST = 4
_PARAGRAPH = re.compile(r"[^\n\r\f]+")
_WORD = re.compile(r"\w+")


def index_text(store: Store, article: str, text: str) -> None:
    """Make the paragraphs of a new text searchable."""
    db = store.db
    for start, end in paragraphs(text):
        db.execute("INSERT INTO paragraph (article, start, stop) VALUES (?, ?, ?)", (article, start, end))
        words = _storable(text[start:end])
        db.execute("INSERT INTO paragraph_words (rowid, words) VALUES (?, ?)", (db.last_insert_rowid(), words))


def index_reading(store: Store, reading: str, events: Iterable[Event], text: str) -> None:
    """Make the events of a new reading searchable by title and by the words of their passages."""
    db = store.db
    for event in events:
        db.execute("INSERT INTO event_entry (event, reading) VALUES (?, ?)", (event.id, reading))
        words = " … ".join(dict.fromkeys(passage.of(text) for passage in event.passages))
        values = (db.last_insert_rowid(), _storable(event.title), _storable(words))
        db.execute("INSERT INTO event_words (rowid, title, words) VALUES (?, ?, ?)", values)


def forget(store: Store, key: str) -> None:
    """Take the words of a text (under its article's id) or of a reading (under its key) out of the index."""
    tables = (("paragraph", "paragraph_words", "article"), ("event_entry", "event_words", "reading"))
    for table, words, column in tables:
        for (id_,) in store.rows(f"SELECT id FROM {table} WHERE {column} = ?", (key,)):
            store.db.execute(f"DELETE FROM {words} WHERE rowid = ?", (id_,))
        store.db.execute(f"DELETE FROM {table} WHERE {column} = ?", (key,))


def _storable(text: str) -> str:
    """Halves of surrogate pairs, which a file name or a broken page may hold, cannot be stored."""
    return text.encode("utf-8", "replace").decode()


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of a text as [start, end), long ones divided."""
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        while end - start > LONGEST:
            space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            stop = space if space > 0 else start + LONGEST
            yield start, stop
            start = stop
        if text[start:end].strip():
            yield start, end


def query_of(text: str) -> str:
    """What a person types as an FTS5 query: each word may go on, words in quotation marks stand together."""
    parts = []
    for phrase, words in re.findall(r'["“]([^"”]*)["”]?|([^"“]+)', text):
        if phrase:
            if found := _WORD.findall(phrase):
                parts.append('"' + " ".join(found) + '"')
        else:
            parts += [f'"{word}"*' for word in _WORD.findall(words)]
    return " ".join(parts)


def search(store: Store, book: Book, text: str, limit: int) -> SearchHits:
    """What holds all the words of `text`, at most `limit` hits of a kind, the best first."""
    query = query_of(text)
    if not query:
        return SearchHits()
    actors = matching_actors(book, text)
    events = (book.event(row) for row in _event_rows(store, book, text, actors, limit) if row not in book.dismissed)
    return SearchHits(
        tuple(islice((event for event in events if event is not None), limit)),
        tuple(actors[:limit]),
        tuple(_matching_paragraphs(store, book, query, text, limit)),
    )


def matching_events(store: Store, book: Book, text: str) -> list[str]:
    """Ids of the events whose title or passages hold the words, or in which an actor of that name takes part."""
    return list(_event_rows(store, book, text, matching_actors(book, text), None)) if query_of(text) else []


def _event_rows(store: Store, book: Book, text: str, actors: Iterable[Actor], about: int | None) -> Iterator[str]:
    """The ids of what is found, the best first, each once; `about` says how many of them are looked at, None all."""
    found: set[str] = set()
    for row in chain(
        _retitled(book, text), _tellings_found(store, book, query_of(text), about), _events_of(book, actors)
    ):
        if row not in found:
            found.add(row)
            yield row


def _tellings_found(store: Store, book: Book, query: str, about: int | None) -> Iterator[str]:
    """The events whose words are found. The best few of very many are asked for first: sorting all takes long."""
    tellings, articles = book.tables.tellings, book.tables.articles
    sql = """SELECT e.event, e.reading FROM event_words w JOIN event_entry e ON e.id = w.rowid
             WHERE event_words MATCH ? ORDER BY bm25(event_words, 4.0, 1.0), e.id LIMIT ?"""
    for most in (-1,) if about is None else (about * AT_FIRST, -1):
        rows = store.rows(sql, (query, most))
        for event, reading in rows:
            telling = tellings.get(event)
            if telling is not None and articles[telling.article].reading == reading:
                yield telling.row
        if len(rows) != most:
            return


def _events_of(book: Book, actors: Iterable[Actor]) -> Iterator[str]:
    for actor in actors:
        yield from (event.id for event in book.by_actor().get(actor.id, ()))


def _retitled(book: Book, text: str) -> list[str]:
    """Events whose words the user wrote: titles given by hand, tags, and events added by hand."""
    wanted = _folded_words(text)
    edits, own = book.tables.edits.values(), set(book.tables.own_events)
    rows = {edit.target for edit in edits if edit.field in {"title", "tags"}} | own
    found = []
    for target in sorted(rows):
        telling = book.tables.tellings.get(target)
        event = None if telling is None else book.event(telling.row)
        if event is not None and _holds(_folded_words(" ".join((event.title, *event.tags))), wanted):
            found.append(event.id)
    return found


def matching_actors(book: Book, text: str) -> list[Actor]:
    """Actors one of whose names holds all the words, those with most events first."""
    wanted = _folded_words(text)
    if not wanted:
        return []
    counts = book.by_actor()
    found = [
        actor
        for id_ in book.namesakes
        if (actor := book.actor(id_)) is not None and any(_holds(words, wanted) for words in _folded_names(actor.names))
    ]
    return sorted(found, key=lambda actor: (-len(counts.get(actor.id, ())), actor.name, actor.id))


@lru_cache(maxsize=131_072)
def _folded_names(names: tuple[str, ...]) -> tuple[list[str], ...]:
    """The words of an actor's names; folding those of all actors at every key would be felt."""
    return tuple(_folded_words(name) for name in names)


def _folded_words(text: str) -> list[str]:
    return normal_name(text).split() if text.strip() else []


def _holds(words: list[str], wanted: list[str]) -> bool:
    """Whether each wanted word is the beginning of one of the words."""
    return all(any(word.startswith(want) for word in words) for want in wanted)


def _matching_paragraphs(store: Store, book: Book, query: str, text: str, limit: int) -> Iterator[PassageHit]:
    sql = """SELECT p.article, p.start, p.stop FROM paragraph_words w JOIN paragraph p ON p.id = w.rowid
             WHERE paragraph_words MATCH ? ORDER BY bm25(paragraph_words), p.id"""
    count = 0
    for article, start, end in store.rows(sql, (query,)):
        if article not in book.tables.articles:
            continue
        places = _places(book.told.text(article), article, start, end, text)
        yield PassageHit(Passage(article, start, end), tuple(places))
        count += 1
        if count == limit:
            return


def _places(text: str, article: str, start: int, end: int, wanted: str) -> Iterator[Passage]:
    """Where the words searched for stand in a paragraph."""
    words = [word.casefold() for word in _WORD.findall(wanted)]
    for match in _WORD.finditer(text, start, end):
        if any(match.group().casefold().startswith(word) for word in words):
            yield Passage(article, match.start(), match.end())

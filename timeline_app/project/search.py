"""Full-text search over paragraphs and events (FTS5), and over actors' names.

The words of a text and of a reading never change, so they are indexed once, when they are taken in, and undo leaves
them alone: a hit counts only while its article and reading do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timeline_app.model import Actor, Event, Passage
from timeline_app.project.book import Book
from timeline_app.project.merging import normal_name
from timeline_app.project.store import Store
from timeline_app.project.values import PassageHit, SearchHits

#: Characters of a paragraph beyond which it is divided at a space.
LONGEST = 1500
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
    events = [event for row in matching_events(store, book, text) if (event := book.event(row)) is not None]
    shown = [event for event in events if event.id not in book.dismissed]
    return SearchHits(
        tuple(shown[:limit]),
        tuple(matching_actors(book, text)[:limit]),
        tuple(_matching_paragraphs(store, book, query, text, limit)),
    )


def matching_events(store: Store, book: Book, text: str) -> list[str]:
    """Ids of the events whose title or passages hold the words, or in which an actor of that name takes part."""
    query = query_of(text)
    if not query:
        return []
    found: dict[str, None] = {}
    tellings, articles = book.tables.tellings, book.tables.articles
    for row in _retitled(book, text):
        found[row] = None
    sql = """SELECT e.event, e.reading FROM event_words w JOIN event_entry e ON e.id = w.rowid
             WHERE event_words MATCH ? ORDER BY bm25(event_words, 4.0, 1.0), e.id"""
    for event, reading in store.rows(sql, (query,)):
        telling = tellings.get(event)
        if telling is not None and articles[telling.article].reading == reading:
            found[telling.row] = None
    for actor in matching_actors(book, text):
        for taking_part in book.by_actor().get(actor.id, ()):
            found[taking_part.id] = None
    return list(found)


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
    found = []
    for id_ in book.namesakes:
        actor = book.actor(id_)
        if actor is not None and any(_holds(_folded_words(name), wanted) for name in actor.names):
            found.append(actor)
    return sorted(found, key=lambda actor: (-len(counts.get(actor.id, ())), actor.name, actor.id))


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

"""Taking readings in: new articles, newer versions, and the same articles read anew.

One article at a time, in the order given, so that the outcome does not depend on how an import was cut into batches.
Each new event is compared only with those that share a family, an actor and a few days with it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline_app.model import Actor, Article, Event, PublishedFrom, Reading, ReadingMode
from timeline_app.project import search
from timeline_app.project.anchors import Finder
from timeline_app.project.articles import about_text
from timeline_app.project.book import Book
from timeline_app.project.codec import PackedReading, pack_reading
from timeline_app.project.composing import with_participants
from timeline_app.project.index import Index
from timeline_app.project.merging import near_identical
from timeline_app.project.moving import Mover
from timeline_app.project.same_event import same_event
from timeline_app.project.seats import reseat_actors, reseat_events
from timeline_app.project.store import Store
from timeline_app.project.tables import ArticleRow, NamingRow, TellingRow
from timeline_app.project.versions import SAME_SOURCE, SAME_TITLE, likeness, match_actors, match_events


@dataclass(slots=True)
class Taken:
    """What taking in came to, by article id.

    `updated` were read anew, `newer` of them as newer versions; `again` are articles that wait for another reading now.
    """

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    newer: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Earlier:
    """The earlier reading of an article, or of its older version, as it was before the new one is written."""

    article: str
    text: str
    events: tuple[Event, ...]
    actors: tuple[Actor, ...]
    tellings: dict[str, TellingRow]
    namings: dict[str, NamingRow]


class Intake:
    """One taking in; lives inside one recorded change."""

    def __init__(self, store: Store, book: Book, index: Index, *, keep_files: bool) -> None:
        self._store = store
        self._book = book
        self._tables = book.tables
        self._index = index
        self._keep_files = keep_files
        self._position = max((row.position for row in book.tables.articles.values()), default=0)
        self.taken = Taken()

    def take_in(self, reading: Reading, data: bytes | None) -> None:
        """Take in one reading; `data` are the bytes of its file, where they are at hand."""
        article, packed = reading.article, pack_reading(reading)
        row = self._tables.articles.get(article.id)
        if row is not None:
            self._read_again(row, reading, packed, data)
        elif (older := self._older_version(article)) is not None:
            self._replace(older, reading, packed, data)
        else:
            self._position += 1
            self._write(_article_row(article, self._position, packed), reading, packed, data)
            self.taken.added.append(article.id)
        self._index.add_article(article.id, article.source, article.title, article.name)

    def _older_version(self, article: Article) -> ArticleRow | None:
        """The article that this one is a newer version of: from the same source, or of the same title and file name."""
        for id_, least in (
            (self._index.by_source(article.source), SAME_SOURCE),
            (self._index.by_title(article.title, article.name), SAME_TITLE),
        ):
            row = self._tables.articles.get(id_ or "")
            # Two files of one import stand side by side: neither is the other's newer version.
            if row is None or row.id in self.taken.added:
                continue
            if likeness(self._book.told.text(row.id), article.text) >= least:
                return row
        return None

    def _read_again(self, row: ArticleRow, reading: Reading, packed: PackedReading, data: bytes | None) -> None:
        """The same text: nothing new, or another reading of it (another date or mode, a better reader)."""
        article = reading.article
        self._put_file(article.id, data)
        other_date = row.published_from == PublishedFrom.USER and article.published != row.published
        other_mode = row.mode not in {ReadingMode.AUTO, article.mode}
        if other_date or other_mode or (packed.key == row.reading and not row.stale):
            self.taken.known.append(article.id)
            return
        new = _article_row(article, row.position, packed)._replace(about=row.about)
        if row.published_from == PublishedFrom.USER:
            new = new._replace(published_from=row.published_from, published_words=row.published_words)
        self._write(new, reading, packed, None, self._earlier(row))
        self.taken.updated.append(article.id)

    def _replace(self, row: ArticleRow, reading: Reading, packed: PackedReading, data: bytes | None) -> None:
        """A newer version takes the older one's place, with what the user said of its date and mode."""
        new = _article_row(reading.article, row.position, packed)
        if row.published_from == PublishedFrom.USER and new.published != row.published:
            new = new._replace(published=row.published, published_from=row.published_from, published_words="", stale=1)
        if row.mode not in {ReadingMode.AUTO, new.mode}:
            new = new._replace(mode=row.mode, stale=1)
        if new.stale:
            self.taken.again.append(new.id)
        self._write(new, reading, packed, data, self._earlier(row))
        self.taken.updated.append(new.id)
        self.taken.newer.append(new.id)

    def _earlier(self, row: ArticleRow) -> Earlier:
        book, tables = self._book, self._tables
        tellings = {id_: tables.tellings[id_] for id_ in book.tellings_in.get(row.id, ())}
        namings = {n.actor: n for n in tables.namings.values() if n.article == row.id}
        events, actors = book.told.in_article(row.id)
        told = [book.told.events[id_] for id_ in dict.fromkeys((*events, *tellings)) if id_ in book.told.events]
        told_actors = tuple(book.told.actors[id_] for id_ in actors)
        return Earlier(row.id, book.told.text(row.id), tuple(told), told_actors, tellings, namings)

    def _put_file(self, article: str, data: bytes | None) -> None:
        if data is not None and self._keep_files:
            self._store.put_file(article, data)
            self._book.touch_listed_article(article)

    # --- writing ------------------------------------------------------------------------------------------------------

    def _write(
        self,
        row: ArticleRow,
        reading: Reading,
        packed: PackedReading,
        data: bytes | None,
        earlier: Earlier | None = None,
    ) -> None:
        """Write an article with its reading in place of the earlier one, and keep what was joined and corrected."""
        article = reading.article
        self._put_content(article, data, packed, reading)
        self._tables.put(row)
        told = self._book.told
        old_events, old_actors = (earlier.events, earlier.actors) if earlier else ((), ())
        mover = Mover(self._book, article.id, article.text, earlier.article if earlier else article.id)
        mover.move_actor_edits(old_actors)
        self._book.refresh()
        self._name(article.id, [told.actors[id_] for id_ in told.in_article(article.id)[1]], earlier)
        self._book.refresh()
        events = [told.events[id_] for id_ in told.in_article(article.id)[0]]
        mover.move_event_edits(events, old_events)
        own = mover.move_own_events([event.id for event in events], old_events)
        self.taken.lost += mover.lost
        self._tell(article, events, own, earlier, mover.finder)
        if earlier is not None and earlier.article != article.id:
            self._tables.drop(self._tables.articles[earlier.article])
        self._index.refresh()

    def _put_content(self, article: Article, data: bytes | None, packed: PackedReading, reading: Reading) -> None:
        if self._store.put_text(article.id, article.text, article.pages):
            search.index_text(self._store, article.id, article.text)
        sql = "INSERT OR IGNORE INTO reading VALUES (?, ?, ?, ?, ?, ?)"
        values = (packed.key, packed.article, packed.actors, packed.events, packed.rest, packed.relations)
        self._store.db.execute(sql, values)
        if self._store.db.changes():
            search.index_reading(self._store, packed.key, reading.events, article.text)
        self._put_file(article.id, data)

    def _name(self, article: str, actors: Sequence[Actor], earlier: Earlier | None) -> None:
        """Join the article's actors with the project's: as they were joined before, else by name."""
        before: dict[str, str] = {}
        if earlier is not None:
            for earlier_id, id_ in match_actors(earlier.actors, actors).items():
                if earlier_id in earlier.namings:
                    before.setdefault(id_, earlier.namings[earlier_id].joined)
        ids = {actor.id for actor in actors}
        for actor in actors:
            joined = before.get(actor.id) or self._index.actor_like(actor) or actor.id
            self._tables.put(NamingRow(actor.id, article, joined))
            self._index.add_actor(actor, joined)
        self._name_bearers(article, [actor for actor in actors if actor.id not in before])
        old = list(earlier.namings.values()) if earlier else []
        for naming in old:
            if naming.actor not in ids:
                self._tables.drop(naming)
        reseat_actors(self._book, [naming.joined for naming in old])
        for actor in actors:
            self._index.add_actor(actor, self._book.joined_to[actor.id])

    def _name_bearers(self, article: str, actors: Sequence[Actor]) -> None:
        """Join surnames that stand alone with who bears them in articles that have to do with this one."""
        beside = {self._book.joined_to[actor.id] for actor in actors}
        for actor in actors:
            if self._book.joined_to[actor.id] != actor.id or len(self._book.namesakes.get(actor.id, ())) > 1:
                continue
            bearer = self._index.bearer_like(actor, beside)
            if bearer is not None and bearer != actor.id:
                self._tables.put(NamingRow(actor.id, article, bearer))
                self._index.add_actor(actor, bearer)

    def _tell(
        self, article: Article, read: Sequence[Event], own: Sequence[Event], earlier: Earlier | None, finder: Finder
    ) -> None:
        """Give each telling its event: the one it had, or one that another article tells of, or one of its own."""
        tables, events = self._tables, [*read, *own]
        old = earlier.tellings if earlier else {}
        before = self._kept_tellings(read, earlier, finder) if earlier else {}
        before |= {event.id: old[event.id] for event in own if event.id in old}
        # What is told anew leaves its event first, so that each joins only what others tell.
        for telling in old.values():
            if telling.event not in before:
                tables.drop(telling)
        kept = {telling.row for telling in before.values()}
        reseat_events(self._book, (telling.row for telling in old.values() if telling.row not in kept))
        for event in sorted(events, key=lambda event: event.id not in before):
            row, copy_of = self._place(article, event, before.get(event.id))
            if row == event.id and row in self._book.members and row not in self._book.members[row]:
                reseat_events(self._book, [row])
            tables.put(TellingRow(event.id, article.id, row, copy_of))
        reseat_events(self._book, [*kept, *(tables.tellings[event.id].row for event in events)])

    @staticmethod
    def _kept_tellings(read: Sequence[Event], earlier: Earlier, finder: Finder) -> dict[str, TellingRow]:
        """For the new tellings that stand on the words and the date of an earlier one: that one's row."""
        old, new = ({event.id: event for event in events} for events in (earlier.events, read))
        matches = match_events(earlier.text, earlier.events, finder, read)
        return {
            new_id: earlier.tellings[old_id]
            for old_id, new_id in matches.items()
            if old_id in earlier.tellings and _same_bounds(old[old_id], new[new_id])
        }

    def _place(self, article: Article, event: Event, before: TellingRow | None) -> tuple[str, str]:
        """The event a telling belongs to, and the telling it copies, or ""."""
        group = self._book.edits_on.get(event.id, {}).get("group")
        if group is not None:
            row = self._row_of_group(json.loads(group.value), event.id)
            if row is None and before is not None:
                row = before.row if self._only_of(before.row, article.id) else None
            return row or event.id, self._copied(event, row)
        if before is not None:
            return before.row, before.copy_of if before.copy_of in self._tables.tellings else ""
        mapped = with_participants(event, self._book.joined_to)
        for row in self._index.events_like(mapped):
            other = self._book.event(row)
            if other is None or any(passage.article == article.id for passage in other.passages):
                continue
            if same_event(mapped, other, self._book.actor):
                return row, self._copied(event, row)
        return event.id, ""

    def _only_of(self, row: str, article: str) -> bool:
        tellings = self._tables.tellings
        return all(tellings[id_].article == article for id_ in self._book.members.get(row, ()))

    def _row_of_group(self, group: str, but: str) -> str | None:
        """The event that the user's grouping has brought together, from the other tellings of the group."""
        for target in self._book.edits.grouped(group):
            telling = self._tables.tellings.get(target)
            if target != but and telling is not None:
                return telling.row
        return None

    def _copied(self, event: Event, row: str | None) -> str:
        """The telling among an event's others whose words this one repeats, or ""."""
        words = self._book.told.words(event.passage)
        for id_ in sorted(self._book.members.get(row or "", ())):
            other = self._book.told.events.get(id_)
            if other is None or other.trigger.article == event.trigger.article:
                continue
            if near_identical(words, self._book.told.words(other.passage)):
                return self._tables.tellings[id_].copy_of or id_
        return ""


def _same_bounds(one: Event, other: Event) -> bool:
    if one.when is None or other.when is None:
        return one.when is other.when
    bounds = ((w.earliest_start, w.latest_start, w.earliest_end, w.latest_end) for w in (one.when, other.when))
    first, second = bounds
    return first == second


def _article_row(article: Article, position: int, packed: PackedReading) -> ArticleRow:
    return ArticleRow(
        article.id,
        position,
        about_text(article),
        article.published,
        article.published_from.value,
        article.published_words,
        article.mode.value,
        packed.key,
        0,
    )

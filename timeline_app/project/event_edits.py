"""What the user may do to events. Each function runs inside one recorded change."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from timeline_app.model import Event, Factuality, Participant, Passage, When
from timeline_app.project.anchors import anchor_at
from timeline_app.project.book import Book
from timeline_app.project.composing import best_telling
from timeline_app.project.errors import ProjectError
from timeline_app.project.merging import near_identical
from timeline_app.project.packed_events import dump, pack_events, when_out
from timeline_app.project.tables import EditRow, OwnEventRow, TellingRow, anchor_text
from timeline_app.project.versions import trigger_anchor

#: What the user adds is worth showing, and certain as far as the project is concerned.
OWN_IMPORTANCE, OWN_CONFIDENCE = 0.8, 1.0


def existing(book: Book, event_id: str) -> Event:
    """The event under this id. Raises KeyError."""
    event = book.event(event_id)
    if event is None:
        raise KeyError(event_id)
    return event


def put_edit(book: Book, step: int, telling: str, field: str, value: Any) -> None:
    """Lay a correction over a telling, anchored on its trigger."""
    told = book.told.events[telling]
    article = told.trigger.article
    anchor = anchor_text(trigger_anchor(book.told.text(article), told))
    book.tables.put(EditRow(telling, field, dump(value), step, article, anchor))


def drop_edits(book: Book, tellings: Iterable[str], *fields: str) -> None:
    """Take corrections off tellings."""
    for telling in tellings:
        edits = book.edits_on.get(telling, {})
        for row in [edits[field] for field in fields if field in edits]:
            book.tables.drop(row)


def retitle(book: Book, step: int, event_id: str, title: str) -> None:
    """Give an event another title; an empty one brings back the title that was read."""
    title = " ".join(title.split())
    if not title:
        drop_edits(book, list(book.members[event_id]), "title")
    elif existing(book, event_id).title != title:
        put_edit(book, step, event_id, "title", title)


def set_date(book: Book, step: int, event_id: str, when: When | None) -> None:
    """Give an event another date, or none."""
    if existing(book, event_id).when != when:
        article = book.told.events[event_id].trigger.article
        put_edit(book, step, event_id, "date", None if when is None else when_out(article, when))


def set_factuality(book: Book, step: int, event_id: str, factuality: Factuality) -> None:
    """Say whether an event happened."""
    if existing(book, event_id).factuality is not factuality:
        put_edit(book, step, event_id, "factuality", factuality.value)


def set_tags(book: Book, step: int, event_id: str, tags: Sequence[str]) -> None:
    """Give an event these tags and no others; each once, whatever its capitals."""
    before = existing(book, event_id).tags
    each: dict[str, str] = {}
    for tag in (" ".join(tag.split()) for tag in tags):
        each.setdefault(tag.casefold(), tag)
    tags = tuple(tag for tag in each.values() if tag)
    if tags == before:
        return
    drop_edits(book, sorted(book.members[event_id]), "tags")
    if tags:
        put_edit(book, step, event_id, "tags", list(tags))


def tags_of(book: Book) -> dict[str, int]:
    """All tags in use, in the order of the alphabet, with how many events have them; dismissed ones do not count."""
    rows = {book.tables.tellings[edit.target].row for edit in book.tables.edits.values()
            if edit.field == "tags" and edit.target in book.tables.tellings}  # fmt: skip
    events = [event for row in rows if (event := book.event(row)) is not None and row not in book.dismissed]
    counts = Counter(tag for event in events for tag in event.tags)
    return {tag: counts[tag] for tag in sorted(counts, key=lambda tag: (tag.casefold(), tag))}


def mark(book: Book, step: int, event_id: str, field: str, *, on: bool) -> None:
    """Dismiss or check an event ("dismissed", "checked"), or take that back; it concerns all its tellings."""
    existing(book, event_id)
    tellings = sorted(book.members[event_id])
    if not on:
        drop_edits(book, tellings, field)
        return
    for telling in tellings:
        if field not in book.edits_on.get(telling, {}):
            put_edit(book, step, telling, field, True)


def add_event(book: Book, passage: Passage, title: str, when: When | None, actors: Sequence[str]) -> str:
    """An event of the user's own, told by this passage; returns its id."""
    text = book.told.text(passage.article)
    if not 0 <= passage.start < passage.end <= len(text):
        raise ProjectError("Mark the words that tell of the event first.")
    id_ = _own_id(book, passage)
    event = Event(
        id=id_,
        title=" ".join(title.split()) or " ".join(passage.of(text).split()),
        trigger=passage,
        passages=(passage,),
        participants=tuple(Participant(actor) for actor in dict.fromkeys(actors)),
        when=when,
        importance=OWN_IMPORTANCE,
        confidence=OWN_CONFIDENCE,
    )
    _put_own(book, event)
    return id_


def _own_id(book: Book, passage: Passage) -> str:
    base = f"own:{passage.article}:{passage.start}-{passage.end}"
    number, id_ = 1, base
    while id_ in book.tables.own_events:
        number += 1
        id_ = f"{base}:{number}"
    return id_


def _put_own(book: Book, event: Event) -> None:
    article = event.trigger.article
    anchor = anchor_text(trigger_anchor(book.told.text(article), event))
    book.tables.put(OwnEventRow(event.id, article, pack_events(article, (event,)), anchor))
    book.tables.put(TellingRow(event.id, article, event.id, ""))


def merge_events(book: Book, step: int, ids: Sequence[str]) -> str:
    """Make several events one, under the id of the first, whose corrections hold before those of the others."""
    ids = list(dict.fromkeys(ids))
    for id_ in ids:
        existing(book, id_)
    if len(ids) < 2:
        raise ProjectError("Choose two or more events to merge.")
    first = ids[0]
    set_tags(book, step, first, [tag for id_ in ids for tag in existing(book, id_).tags])
    for field, edit in book.composer.edits_over(first).items():
        if field not in {"group", "without", "lead"}:
            book.tables.put(edit._replace(step=step))
    put_edit(book, step, best_telling(book.tellings(first)).id, "lead", True)
    group = book.composer.edits_over(first).get("group")
    key = json.loads(group.value) if group else first
    for telling in [telling for id_ in ids for telling in sorted(book.members[id_], key=book.place_of)]:
        put_edit(book, step, telling, "group", key)
        row = book.tables.tellings[telling]
        if row.row != first:
            book.tables.put(row._replace(row=first, copy_of=_copied(book, telling, first)))
    return first


def _copied(book: Book, telling: str, row: str) -> str:
    """The telling of another article among an event's that this one copies, or ""."""
    told = book.told.events[telling]
    words = book.told.words(told.passage)
    for id_ in sorted(book.members[row], key=book.place_of):
        other = book.told.events[id_]
        different = other.trigger.article != told.trigger.article
        if different and near_identical(words, book.told.words(other.passage)):
            return book.tables.tellings[id_].copy_of or id_
    return ""


def split_event(book: Book, step: int, event_id: str) -> tuple[str, ...]:
    """Make an event's tellings events of their own, or the passages of its only telling; returns their ids."""
    existing(book, event_id)
    tellings = sorted(book.members[event_id], key=book.place_of)
    if len(tellings) > 1:
        for telling in tellings:
            put_edit(book, step, telling, "group", telling)
            drop_edits(book, [telling], "lead")
            book.tables.put(book.tables.tellings[telling]._replace(row=telling, copy_of=""))
        return tuple(tellings)
    event = existing(book, event_id)
    if len(event.passages) < 2:
        raise ProjectError("This event has one passage only, so there is nothing to split.")
    return (event_id, *_split_passages(book, step, event))


def _split_passages(book: Book, step: int, event: Event) -> list[str]:
    """The passages of a telling but the best one become events of their own."""
    article = event.trigger.article
    text = book.told.text(article)
    before = book.edits_on.get(event.id, {}).get("without")
    without = json.loads(before.value) if before else []
    ids = []
    for passage in event.passages[1:]:
        without.append(anchor_at(text, passage.start, passage.end).to_list())
        id_ = _own_id(book, passage)
        _put_own(book, replace(event, id=id_, trigger=passage, passages=(passage,), claims=()))
        ids.append(id_)
    put_edit(book, step, event.id, "without", without)
    return ids

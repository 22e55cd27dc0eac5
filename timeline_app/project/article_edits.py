"""What the user may do to articles. Each function runs inside one recorded change."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from timeline_app.model import PublishedFrom, ReadingMode
from timeline_app.project import actor_edits, event_edits
from timeline_app.project.book import Book
from timeline_app.project.packed_events import when_in, when_out
from timeline_app.project.seats import reseat_actors, reseat_events
from timeline_app.project.tables import EditRow

#: Corrections that hold for an event whichever article tells it.
_CARRIED = frozenset({"title", "date", "factuality", "tags", "checked", "dismissed"})


def set_published(book: Book, article_id: str, day: int | None) -> bool:
    """Say when an article was published (None: not known); returns whether it has to be read again for that."""
    row = book.tables.articles[article_id]
    new = row._replace(published=day, published_from=PublishedFrom.USER.value, published_words="")
    if row.published != day:
        new = new._replace(stale=1)
    book.tables.put(new)
    return bool(new.stale) and new != row


def set_mode(book: Book, article_id: str, mode: ReadingMode) -> bool:
    """Say what the relative dates of an article count from; returns whether it has to be read again for that."""
    row = book.tables.articles[article_id]
    if row.mode == mode.value:
        return False
    book.tables.put(row._replace(mode=mode.value, stale=1))
    return True


def remove(book: Book, article_id: str) -> None:
    """Remove an article and what it alone tells. Its corrections wait for its return."""
    tables = book.tables
    row = tables.articles[article_id]
    tellings = [tables.tellings[id_] for id_ in sorted(book.tellings_in.get(article_id, ()))]
    namings = [naming for naming in tables.namings.values() if naming.article == article_id]
    leaving = {telling.event for telling in tellings} | {naming.actor for naming in namings}
    for telling in tellings:
        _hand_over(book, telling.event, book.members[telling.row], leaving)
        tables.drop(telling)
    for naming in namings:
        _hand_over_actor(book, naming.actor, book.namesakes[naming.joined], leaving)
        tables.drop(naming)
    reseat_events(book, (telling.row for telling in tellings))
    reseat_actors(book, (naming.joined for naming in namings))
    tables.drop(row)


def _hand_over(book: Book, telling: str, members: Iterable[str], leaving: set[str]) -> None:
    """What the user said of an event stays with it: the first telling that is left carries the corrections on."""
    staying = [id_ for id_ in members if id_ not in leaving]
    if not staying:
        return
    heir = min(staying, key=book.place_of)
    for edit in list(book.edits_on.get(telling, {}).values()):
        there = book.edits_on.get(heir, {}).get(edit.field)
        if edit.field in _CARRIED and (there is None or there.step < edit.step):
            event_edits.put_edit(book, edit.step, heir, edit.field, _value(book, edit, heir))


def _value(book: Book, edit: EditRow, heir: str) -> Any:
    """The value of a correction, as another article's telling carries it: without the removed article's passages."""
    value = json.loads(edit.value)
    if edit.field != "date" or value is None:
        return value
    when = when_in(edit.article, value)
    steps = (
        replace(step, passages=tuple(passage for passage in step.passages if passage.article != edit.article))
        for step in when.basis
    )
    return when_out(book.told.events[heir].trigger.article, when.with_basis(*steps))


def _hand_over_actor(book: Book, actor: str, namesakes: Iterable[str], leaving: set[str]) -> None:
    """What the user said of an actor stays with it, as for events."""
    staying = [id_ for id_ in namesakes if id_ not in leaving]
    if not staying:
        return
    heir = min(staying, key=book.place_of_actor)
    for edit in list(book.edits_on.get(actor, {}).values()):
        there = book.edits_on.get(heir, {}).get(edit.field)
        if edit.field in {"name", "kind"} and (there is None or there.step < edit.step):
            actor_edits.put_edit(book, edit.step, heir, edit.field, json.loads(edit.value))

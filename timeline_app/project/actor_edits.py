"""What the user may do to actors. Each function runs inside one recorded change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from timeline_app.model import Actor, ActorKind
from timeline_app.project.anchors import Anchor
from timeline_app.project.book import Book
from timeline_app.project.errors import ProjectError
from timeline_app.project.merging import normal_name
from timeline_app.project.packed_events import dump
from timeline_app.project.seats import reseat_actors
from timeline_app.project.tables import EditRow, NamingRow, anchor_text


def existing(book: Book, actor_id: str) -> Actor:
    """The actor under this id. Raises KeyError."""
    actor = book.actor(actor_id)
    if actor is None:
        raise KeyError(actor_id)
    return actor


def put_edit(book: Book, step: int, actor: str, field: str, value: Any) -> None:
    """Lay a correction over an article's actor, anchored on its name."""
    name = book.told.actors[actor].name
    article = book.tables.namings[actor].article
    book.tables.put(EditRow(actor, field, dump(value), step, article, anchor_text(Anchor(0, len(name), name, "", ""))))


def rename(book: Book, step: int, actor_id: str, name: str) -> None:
    """Give an actor another name; its names so far stay findable."""
    name = " ".join(name.split())
    if not name:
        raise ProjectError("An actor needs a name.")
    if existing(book, actor_id).name != name:
        put_edit(book, step, actor_id, "name", name)


def retype(book: Book, step: int, actor_id: str, kind: ActorKind) -> None:
    """Say what sort of actor it is."""
    if existing(book, actor_id).kind is not kind:
        put_edit(book, step, actor_id, "kind", kind.value)


def merge(book: Book, step: int, ids: Sequence[str]) -> str:
    """Make several actors one, under the id and the name of the first."""
    ids = list(dict.fromkeys(ids))
    if len(ids) < 2:
        raise ProjectError("Choose two or more actors to merge.")
    first, *_ = [existing(book, id_) for id_ in ids]
    for other in ids[1:]:
        for actor in sorted(book.namesakes[other]):
            book.tables.put(book.tables.namings[actor]._replace(joined=first.id))
    merged = existing(book, first.id)
    if merged.name != first.name:
        put_edit(book, step, first.id, "name", first.name)
    if merged.kind is not first.kind:
        put_edit(book, step, first.id, "kind", first.kind.value)
    return first.id


def split(book: Book, step: int, actor_id: str, names: Iterable[str]) -> str:
    """Make these names of an actor another actor; returns its id."""
    actor = existing(book, actor_id)
    away = {normal_name(name) for name in names}
    known = {normal_name(name) for name in actor.names}
    if not away & known:
        raise ProjectError(f"“{actor.name}” does not go by that name.")
    members = sorted(book.namesakes[actor_id], key=book.place_of_actor)
    whole, parts = [], []
    for member in members:
        own = {normal_name(name) for name in book.told.actors[member].names}
        if own <= away:
            whole.append(member)
        elif own & away:
            parts.append(member)
    if len(whole) == len(members):
        raise ProjectError(f"At least one name has to stay with “{actor.name}”.")
    if not whole and not parts:
        raise ProjectError(f"“{actor.name}” does not go by that name in any article.")
    divided = [_divide(book, step, member, away) for member in parts]
    _leave_edits(book, actor, whole, away)
    return _move_out(book, actor, whole, divided)


def _divide(book: Book, step: int, member: str, away: set[str]) -> NamingRow:
    """Divide one article's actor by name; returns the row of the part that leaves, still to be written."""
    told = book.told.actors[member]
    leaving = sorted(away & {normal_name(name) for name in told.names})
    part = f"{member}/{leaving[0]}"
    edit = book.edits_on.get(member, {}).get("names")
    value = json.loads(edit.value) if edit else {}
    value.update(dict.fromkeys(leaving, part))
    article = book.tables.namings[member].article
    put_edit(book, step, member, "names", value)
    return NamingRow(part, article, part)


def _leave_edits(book: Book, actor: Actor, whole: Sequence[str], away: set[str]) -> None:
    """Corrections stay with those that stay; a name that leaves is no correction any more."""
    heir = min(set(book.namesakes[actor.id]) - set(whole), key=book.place_of_actor)
    for member in book.namesakes[actor.id]:
        for edit in list(book.edits_on.get(member, {}).values()):
            value = json.loads(edit.value)
            if edit.field == "name" and normal_name(value) in away:
                book.tables.drop(edit)
            elif edit.field in {"name", "kind"} and member in whole:
                book.tables.drop(edit)
                put_edit(book, edit.step, heir, edit.field, value)


def _move_out(book: Book, actor: Actor, whole: Sequence[str], divided: Sequence[NamingRow]) -> str:
    """Give the actors that leave an id of their own."""
    tables = book.tables
    leaving = [*whole, *(row.actor for row in divided)]
    new = leaving[0]
    staying = sorted(set(book.namesakes[actor.id]) - set(whole), key=book.place_of_actor)
    for row in divided:
        tables.put(row._replace(joined=new))
    if actor.id in whole:
        # Those that stay need another id first: this one goes with the actor it comes from.
        for member in staying:
            tables.put(tables.namings[member]._replace(joined=staying[0]))
    for member in whole:
        tables.put(tables.namings[member]._replace(joined=new))
    reseat_actors(book, [actor.id, new])
    return new

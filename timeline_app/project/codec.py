"""Readings as JSON and back, in parts that are wanted at different times; for the events see `packed_events`."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from typing import Any

from timeline_app.model import (
    Actor,
    ActorKind,
    Mention,
    MentionForm,
    Reading,
    ReadingMode,
    Relation,
    TimeExpression,
    TimexType,
)
from timeline_app.project.packed_events import dump, pack_events, passage_in, setters, span_of, when_in, when_out

_new = object.__new__
_KINDS = {kind.value: kind for kind in ActorKind}


_set_actor_id, _set_name, _set_kind, _set_aliases = setters(Actor, "id", "name", "kind", "aliases")


@dataclass(frozen=True, slots=True)
class PackedReading:
    """A reading as it is kept: `key` names exactly this reading of this article."""

    key: str
    article: str
    actors: str
    events: str
    rest: bytes
    relations: str


def pack_reading(reading: Reading) -> PackedReading:
    """A reading as text, in parts that are wanted at different times."""
    article = reading.article.id
    actors = dump([_actor_out(actor) for actor in reading.actors])
    events = pack_events(article, reading.events)
    rest = dump(
        {
            "mode": reading.mode.value,
            "reader": reading.reader,
            "notices": reading.notices,
            "times": [_time_out(article, time) for time in reading.times],
            "mentions": [_mention_out(article, mention) for mention in reading.mentions],
        }
    )
    relations = dump([_relation_out(article, relation) for relation in reading.relations])
    about = dump([article, reading.article.published, reading.article.mode.value])
    key = hashlib.sha256("\n".join((about, actors, events, rest, relations)).encode()).hexdigest()[:32]
    return PackedReading(key, article, actors, events, zlib.compress(rest.encode(), 6), relations)


@dataclass(frozen=True, slots=True)
class ReadingRest:
    """The parts of a reading that are asked for by article: expressions, mentions, how it was read."""

    mode: ReadingMode
    reader: str
    notices: tuple[str, ...]
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]


def unpack_rest(article: str, packed: bytes) -> ReadingRest:
    """Expressions and mentions of a reading."""
    data = json.loads(zlib.decompress(packed))
    return ReadingRest(
        ReadingMode(data["mode"]),
        data["reader"],
        tuple(data["notices"]),
        tuple(_time_in(article, time) for time in data["times"]),
        tuple(_mention_in(article, mention) for mention in data["mentions"]),
    )


def unpack_relations(article: str, packed: str) -> tuple[Relation, ...]:
    """The relations of a reading, in the order of the text."""
    if packed == "[]":
        return ()
    return tuple([_relation_in(article, relation) for relation in json.loads(packed)])


def unpack_older_relations(article: str, rest: bytes) -> tuple[Relation, ...]:
    """The relations of a reading in a file of version 1, which has them among the rest."""
    return tuple([_relation_in(article, relation) for relation in json.loads(zlib.decompress(rest))["relations"]])


def unpack_actors(packed: str) -> list[Actor]:
    """The actors of a reading."""
    actors = []
    for id_, name, kind, aliases in json.loads(packed):
        actor = _new(Actor)
        _set_actor_id(actor, id_)
        _set_name(actor, name)
        _set_kind(actor, _KINDS[kind])
        _set_aliases(actor, tuple(aliases))
        actors.append(actor)
    return actors


def _actor_out(actor: Actor) -> list[Any]:
    return [actor.id, actor.name, actor.kind.value, actor.aliases]


def _mention_out(article: str, mention: Mention) -> list[Any]:
    return [span_of(article, mention.passage), mention.actor, mention.form.value, int(mention.inferred)]


def _mention_in(article: str, row: list[Any]) -> Mention:
    span, actor, form, inferred = row
    return Mention(passage_in(article, span), actor, MentionForm(form), inferred == 1)


def _relation_out(article: str, relation: Relation) -> list[Any]:
    return [relation.earlier, relation.later, relation.least, relation.most, span_of(article, relation.passage),
            relation.words]  # fmt: skip


def _relation_in(article: str, row: list[Any]) -> Relation:
    earlier, later, least, most, span, words = row
    return Relation(earlier, later, least, most, passage_in(article, span), words)


def _time_out(article: str, time: TimeExpression) -> list[Any]:
    when = None if time.when is None else when_out(article, time.when)
    anchor, range_end = (None if p is None else span_of(article, p) for p in (time.anchor, time.range_end))
    return [span_of(article, time.passage), time.type.value, time.value, time.mod, when, time.rule, anchor, range_end]


def _time_in(article: str, row: list[Any]) -> TimeExpression:
    span, type_, value, mod, when, rule, anchor, range_end = row
    return TimeExpression(
        passage_in(article, span),
        TimexType(type_),
        value,
        mod,
        None if when is None else when_in(article, when),
        rule,
        None if anchor is None else passage_in(article, anchor),
        None if range_end is None else passage_in(article, range_end),
    )

"""Readings as JSON and back.

Events are what a project holds most of (100,000 and more), and all of them are wanted when it opens. So they are kept
as flat lists that refer to tables of their article (participants, dates, families), and are built without running
through `__init__`: what is decoded here was valid when it was encoded, `When.__post_init__` included.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from timeline_app.model import (
    Actor,
    ActorKind,
    Basis,
    Claim,
    ClockTime,
    Event,
    Factuality,
    Mention,
    MentionForm,
    Participant,
    Passage,
    Reading,
    ReadingMode,
    Relation,
    Role,
    TimeExpression,
    TimexType,
    When,
)

_new = object.__new__
_KINDS = {kind.value: kind for kind in ActorKind}
_FACTUALITIES, _ROLES = tuple(Factuality), tuple(Role)
_FACTUALITY_NUMBER = {value: number for number, value in enumerate(Factuality)}
_ROLE_NUMBER = {value: number for number, value in enumerate(Role)}


def _setters(kind: type, *names: str) -> list[Callable[[Any, Any], None]]:
    """What sets each field of a frozen value, in the order asked for."""
    return [vars(kind)[name].__set__ for name in names]


_set_article, _set_start, _set_end = _setters(Passage, "article", "start", "end")
_set_actor_id, _set_name, _set_kind, _set_aliases = _setters(Actor, "id", "name", "kind", "aliases")
_set_sentence, _set_basis_passages = _setters(Basis, "sentence", "passages")
(_set_earliest_start, _set_latest_start, _set_earliest_end, _set_latest_end, _set_edtf, _set_approximate, _set_best,
 _set_clock, _set_basis) = _setters(
    When, "earliest_start", "latest_start", "earliest_end", "latest_end", "edtf", "approximate", "best", "clock",
    "basis",
)  # fmt: skip
(_set_id, _set_title, _set_trigger, _set_passages, _set_participants, _set_when, _set_factuality, _set_attributed_to,
 _set_importance, _set_confidence, _set_statement, _set_family, _set_claims, _set_tags) = _setters(
    Event, "id", "title", "trigger", "passages", "participants", "when", "factuality", "attributed_to", "importance",
    "confidence", "statement", "family", "claims", "tags",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PackedReading:
    """A reading as it is kept: `key` names exactly this reading of this article."""

    key: str
    article: str
    actors: str
    events: str
    rest: bytes
    relations: str


def dump(value: Any) -> str:
    """Compact JSON, the same for the same value."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=True)


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


# --- events -----------------------------------------------------------------------------------------------------------


class _Table:
    """Values given a number each, in the order they are met."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._numbers: dict[str, int] = {}

    def number(self, row: Any) -> int:
        text = dump(row)
        if text not in self._numbers:
            self._numbers[text] = len(self.rows)
            self.rows.append(row)
        return self._numbers[text]


def pack_events(article: str, events: tuple[Event, ...]) -> str:
    """Events of one article as JSON; passages of that article are kept as two numbers."""
    participants, dates, families = _Table(), _Table(), _Table()
    rows = []
    for event in events:
        foreign = any(p.article != article for p in (event.trigger, *event.passages))
        rows.append(
            [
                event.id,
                event.title,
                event.trigger.start,
                event.trigger.end,
                [number for passage in event.passages for number in (passage.start, passage.end)],
                [participants.number([p.actor, _ROLE_NUMBER[p.role]]) for p in event.participants],
                None if event.when is None else dates.number(when_out(article, event.when)),
                _FACTUALITY_NUMBER[event.factuality],
                event.attributed_to,
                event.importance,
                event.confidence,
                int(event.statement),
                families.number(event.family),
                [_claim_out(article, claim) for claim in event.claims] or None,
                [passage.article for passage in (event.trigger, *event.passages)] if foreign else None,
            ]
        )
    return dump([participants.rows, dates.rows, families.rows, rows])


def unpack_events(article: str, packed: str, joined: Mapping[str, str] | None = None) -> list[Event]:
    """The events of an article, in the order they were read.

    With `joined` they have the project's actors (under the ids that it gives for the article's), each actor once, and
    those that it does not know are left out.
    """
    participant_rows, date_rows, families, rows = json.loads(packed)
    if joined is not None:
        participant_rows = [[joined.get(actor), role] for actor, role in participant_rows]
    participants = [Participant(actor, _ROLES[role]) for actor, role in participant_rows]
    # One actor in two roles, or two actors that are one for the project, or one that is none: look more closely.
    plain = joined is None or len({actor for actor, _ in participant_rows} - {None}) == len(participant_rows)
    dates = [when_in(article, row) for row in date_rows]
    events = []
    for (id_, title, start, end, spans, taking_part, date, factuality, attributed_to, importance, confidence,
         statement, family, claims, articles) in rows:  # fmt: skip
        event = _new(Event)
        _set_id(event, id_)
        _set_title(event, title)
        if articles is None:
            _set_trigger(event, _passage(article, start, end))
            _set_passages(event, _passages(article, spans))
        else:
            _set_trigger(event, _passage(articles[0], start, end))
            pairs = zip(articles[1:], spans[::2], spans[1::2], strict=True)
            _set_passages(event, tuple([_passage(*pair) for pair in pairs]))
        taking = [participants[number] for number in taking_part]
        _set_participants(event, tuple(taking) if plain else _each_once(taking))
        _set_when(event, None if date is None else dates[date])
        _set_factuality(event, _FACTUALITIES[factuality])
        _set_attributed_to(event, joined.get(attributed_to) if attributed_to and joined is not None else attributed_to)
        _set_importance(event, importance)
        _set_confidence(event, confidence)
        _set_statement(event, statement == 1)
        _set_family(event, families[family])
        _set_claims(event, () if claims is None else tuple([_claim_in(article, claim) for claim in claims]))
        # Only the user tags events, which is laid over what was read.
        _set_tags(event, ())
        events.append(event)
    return events


def _each_once(participants: list[Participant]) -> tuple[Participant, ...]:
    """Each known actor in the first role it has."""
    if len(participants) == 2 and participants[0].actor and participants[1].actor:
        return tuple(participants) if participants[0].actor != participants[1].actor else (participants[0],)
    seen: dict[str, Participant] = {}
    for participant in participants:
        if participant.actor:
            seen.setdefault(participant.actor, participant)
    return tuple(seen.values())


def with_actors(event: Event, participants: tuple[Participant, ...], attributed_to: str | None) -> Event:
    """The same event with other actors: `dataclasses.replace`, at a third of its time."""
    copy = _new(Event)
    _set_id(copy, event.id)
    _set_title(copy, event.title)
    _set_trigger(copy, event.trigger)
    _set_passages(copy, event.passages)
    _set_participants(copy, participants)
    _set_when(copy, event.when)
    _set_factuality(copy, event.factuality)
    _set_attributed_to(copy, attributed_to)
    _set_importance(copy, event.importance)
    _set_confidence(copy, event.confidence)
    _set_statement(copy, event.statement)
    _set_family(copy, event.family)
    _set_claims(copy, event.claims)
    _set_tags(copy, event.tags)
    return copy


def _passage(article: str, start: int, end: int) -> Passage:
    passage = _new(Passage)
    _set_article(passage, article)
    _set_start(passage, start)
    _set_end(passage, end)
    return passage


def _passages(article: str, spans: list[int]) -> tuple[Passage, ...]:
    if len(spans) == 2:
        return (_passage(article, spans[0], spans[1]),)
    return tuple([_passage(article, spans[n], spans[n + 1]) for n in range(0, len(spans), 2)])


# --- dates and the smaller values -------------------------------------------------------------------------------------


def when_out(article: str, when: When) -> list[Any]:
    """A date as a list; passages of `article` are kept without its name."""
    clock = None if when.clock is None else [when.clock.minute, when.clock.zone]
    basis = [[step.sentence, [_span(article, passage) for passage in step.passages]] for step in when.basis]
    return [when.earliest_start, when.latest_start, when.earliest_end, when.latest_end, when.edtf,
            int(when.approximate), when.best, clock, basis]  # fmt: skip


def when_in(article: str, row: list[Any]) -> When:
    """The date that `when_out` gave."""
    when = _new(When)
    (earliest_start, latest_start, earliest_end, latest_end, edtf, approximate, best, clock, steps) = row
    _set_earliest_start(when, earliest_start)
    _set_latest_start(when, latest_start)
    _set_earliest_end(when, earliest_end)
    _set_latest_end(when, latest_end)
    _set_edtf(when, edtf)
    _set_approximate(when, approximate == 1)
    _set_best(when, best)
    _set_clock(when, None if clock is None else ClockTime(*clock))
    basis = []
    for sentence, spans in steps:
        step = _new(Basis)
        _set_sentence(step, sentence)
        _set_basis_passages(step, tuple([_passage_in(article, span) for span in spans]) if spans else ())
        basis.append(step)
    _set_basis(when, tuple(basis))
    return when


def _span(article: str, passage: Passage) -> list[Any]:
    """Where a passage is: start and end, and the article only where it is another one."""
    return [passage.start, passage.end] if passage.article == article else [passage.start, passage.end, passage.article]


def _passage_in(article: str, span: list[Any]) -> Passage:
    return _passage(span[2] if len(span) == 3 else article, span[0], span[1])


def _claim_out(article: str, claim: Claim) -> list[Any]:
    when = None if claim.when is None else when_out(article, claim.when)
    return [claim.about, claim.words, _span(article, claim.passage), when]


def _claim_in(article: str, row: list[Any]) -> Claim:
    about, words, span, when = row
    return Claim(about, words, _passage_in(article, span), None if when is None else when_in(article, when))


def _mention_out(article: str, mention: Mention) -> list[Any]:
    return [_span(article, mention.passage), mention.actor, mention.form.value, int(mention.inferred)]


def _mention_in(article: str, row: list[Any]) -> Mention:
    span, actor, form, inferred = row
    return Mention(_passage_in(article, span), actor, MentionForm(form), inferred == 1)


def _relation_out(article: str, relation: Relation) -> list[Any]:
    return [relation.earlier, relation.later, relation.least, relation.most, _span(article, relation.passage),
            relation.words]  # fmt: skip


def _relation_in(article: str, row: list[Any]) -> Relation:
    earlier, later, least, most, span, words = row
    return Relation(earlier, later, least, most, _passage_in(article, span), words)


def _time_out(article: str, time: TimeExpression) -> list[Any]:
    when = None if time.when is None else when_out(article, time.when)
    anchor, range_end = (None if p is None else _span(article, p) for p in (time.anchor, time.range_end))
    return [_span(article, time.passage), time.type.value, time.value, time.mod, when, time.rule, anchor, range_end]


def _time_in(article: str, row: list[Any]) -> TimeExpression:
    span, type_, value, mod, when, rule, anchor, range_end = row
    return TimeExpression(
        _passage_in(article, span),
        TimexType(type_),
        value,
        mod,
        None if when is None else when_in(article, when),
        rule,
        None if anchor is None else _passage_in(article, anchor),
        None if range_end is None else _passage_in(article, range_end),
    )

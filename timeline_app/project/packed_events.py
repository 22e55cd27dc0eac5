"""Events and their dates as JSON and back.

Events are what a project holds most of (100,000 and more), and all of them are wanted when it opens. So they are kept
as flat lists that refer to tables of their article (participants, dates, families), and are built without running
through `__init__`: what is decoded here was valid when it was encoded, `When.__post_init__` included.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from timeline_app.model import Basis, Claim, ClockTime, Event, Factuality, Participant, Passage, Role, When

_new = object.__new__
_FACTUALITIES, _ROLES = tuple(Factuality), tuple(Role)
_FACTUALITY_NUMBER = {value: number for number, value in enumerate(Factuality)}
_ROLE_NUMBER = {value: number for number, value in enumerate(Role)}


def setters(kind: type, *names: str) -> list[Callable[[Any, Any], None]]:
    """What sets each field of a frozen value, in the order asked for."""
    return [vars(kind)[name].__set__ for name in names]


_set_article, _set_start, _set_end = setters(Passage, "article", "start", "end")
_set_sentence, _set_basis_passages = setters(Basis, "sentence", "passages")
(_set_earliest_start, _set_latest_start, _set_earliest_end, _set_latest_end, _set_edtf, _set_approximate, _set_best,
 _set_clock, _set_basis) = setters(
    When, "earliest_start", "latest_start", "earliest_end", "latest_end", "edtf", "approximate", "best", "clock",
    "basis",
)  # fmt: skip
(_set_id, _set_title, _set_trigger, _set_passages, _set_participants, _set_when, _set_factuality, _set_attributed_to,
 _set_importance, _set_confidence, _set_statement, _set_family, _set_claims, _set_tags) = setters(
    Event, "id", "title", "trigger", "passages", "participants", "when", "factuality", "attributed_to", "importance",
    "confidence", "statement", "family", "claims", "tags",
)  # fmt: skip


def dump(value: Any) -> str:
    """Compact JSON, the same for the same value."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=True)


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


# --- dates ----------------------------------------------------------------------------------------------------------


def when_out(article: str, when: When) -> list[Any]:
    """A date as a list; passages of `article` are kept without its name."""
    clock = None if when.clock is None else [when.clock.minute, when.clock.zone]
    basis = [[step.sentence, [span_of(article, passage) for passage in step.passages]] for step in when.basis]
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
        _set_basis_passages(step, tuple([passage_in(article, span) for span in spans]) if spans else ())
        basis.append(step)
    _set_basis(when, tuple(basis))
    return when


def span_of(article: str, passage: Passage) -> list[Any]:
    """Where a passage is: start and end, and the article only where it is another one."""
    return [passage.start, passage.end] if passage.article == article else [passage.start, passage.end, passage.article]


def passage_in(article: str, span: list[Any]) -> Passage:
    """The passage that `span_of` gave."""
    return _passage(span[2] if len(span) == 3 else article, span[0], span[1])


def _claim_out(article: str, claim: Claim) -> list[Any]:
    when = None if claim.when is None else when_out(article, claim.when)
    return [claim.about, claim.words, span_of(article, claim.passage), when]


def _claim_in(article: str, row: list[Any]) -> Claim:
    about, words, span, when = row
    return Claim(about, words, passage_in(article, span), None if when is None else when_in(article, when))

"""The JSON of `dateline extract`: one object an article, offsets in characters of its text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline_app.extraction.constraints import solve
from timeline_app.model import ActorKind, Event, Mention, Passage, Reading, TimeExpression, When
from timeline_app.model.calendar import iso_day


def to_json(reading: Reading, given_id: str = "") -> dict[str, Any]:
    """A reading as plain JSON values; `given_id` is the id the caller knows the article by.

    `mentions` are those of persons, organisations, groups, states and places; `other_mentions` those of products,
    works and the like, which take part in events too.
    """
    article = reading.article
    things = {actor.id for actor in reading.actors if actor.kind is ActorKind.OTHER}
    return {
        "id": given_id or article.name or article.id,
        "title": article.title,
        "published": article.published_iso or None,
        "published_from": str(article.published_from),
        "language": article.language,
        "times": [_time(time) for time in reading.times],
        "actors": [
            {"id": actor.id, "name": actor.name, "kind": str(actor.kind), "aliases": list(actor.aliases)}
            for actor in reading.actors
        ],
        "mentions": [_mention(mention) for mention in reading.mentions if mention.actor not in things],
        "other_mentions": [_mention(mention) for mention in reading.mentions if mention.actor in things],
        "events": [_event(event) for event in _dated(reading)],
    }


def _dated(reading: Reading) -> list[Event]:
    """The events with the dates that follow from how they lie to each other."""
    dates = solve({event.id: event for event in reading.events}, reading.relations).dates
    return [replace(event, when=dates.get(event.id, event.when)) for event in reading.events]


def _span(passage: Passage) -> dict[str, int]:
    return {"start": passage.start, "end": passage.end}


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        **_span(mention.passage),
        "actor": mention.actor,
        "form": str(mention.form),
        "inferred": mention.inferred,
    }


def _day(day: int | None) -> str | None:
    return None if day is None else iso_day(day)


def _time(time: TimeExpression) -> dict[str, Any]:
    when = time.when
    return {
        **_span(time.passage),
        "type": str(time.type),
        "value": time.value,
        "mod": time.mod or None,
        "edtf": when.edtf if when else None,
        "earliest": _day(when.earliest) if when else None,
        "latest": _day(when.latest) if when else None,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "title": event.title,
        "trigger": _span(event.trigger),
        "passage": _span(event.passage),
        "passages": [_span(passage) for passage in event.passages],
        "actors": [{"actor": p.actor, "role": str(p.role)} for p in event.participants],
        "date": _date(event.when),
        "factuality": str(event.factuality),
        "attributed_to": event.attributed_to,
        "importance": event.importance,
        "confidence": event.confidence,
        "statement": event.statement,
    }


def _date(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {
        "edtf": when.edtf,
        "earliest": _day(when.earliest),
        "latest": _day(when.latest),
        "basis": "; ".join(basis.sentence for basis in when.basis),
    }

"""The timeline as JSON for other programs.

One object, UTF-8, keys in this order, `null` where nothing is known. `format` is "dateline-timeline"; `version` is
raised when a key changes its meaning or goes, not when one is added: read on by what you know.

    format, version, title
    range       {"first", "last"}: the ISO days asked for, null for as far as the events go
    eras        [{"first", "last", "label"}]: stretches of time that have a name, ISO days, both included
    articles    [{"id", "title", "author", "file", "published", "published_from", "language", "source"}]
                id: SHA-256 of the article's text; published: ISO day or null
    actors      [{"id", "name", "kind", "aliases": [name, …]}]
    events      [{"number", "id", "title", "date", "factuality", "statement", "attributed_to", "checked", "tags",
                  "actors": [{"actor", "role"}], "importance", "confidence", "passages", "trigger", "claims"}]
                in the order of time, the undated last
    date        null, or {"words", "edtf", "earliest", "latest", "earliest_start", "latest_start", "earliest_end",
                "latest_end", "best", "approximate", "time", "zone", "basis": [{"sentence", "passages"}]}
    passage     {"article", "start", "end", "quote"}: characters [start, end) of the article's text, half-open
    claims      [{"about", "words", "date", "passage"}]: where a source says something else
    conflicts   [{"events": [id, id], "sentence", "passages"}]: what articles say of the time between two events and
                cannot be right

Days are ISO 8601 on the proleptic Gregorian calendar ("-0043-03-15" is 44 BC; five-digit years as "Y12345-01-01").
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from timeline_app.model import Actor, Article, Claim, Passage, When
from timeline_app.model.calendar import iso_day
from timeline_app.printing.document import PrintDocument
from timeline_app.printing.entries import Entry, entries_of, say_date

if TYPE_CHECKING:
    from timeline_app.project import Conflict

FORMAT = "dateline-timeline"
VERSION = 1

JsonObject = dict[str, Any]


def json_bytes(document: PrintDocument) -> bytes:
    """The document as indented JSON with a line end at its end; the same document gives the same bytes."""
    text = json.dumps(json_value(document), ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "replace")


def json_value(document: PrintDocument) -> JsonObject:
    """The document as plain values, see the module's text."""
    entries = entries_of(document)
    articles = document.articles_by_id
    named = _articles_named(entries)
    actors = _actors_named(entries)
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": document.title,
        "range": {"first": _iso(document.first), "last": _iso(document.last)},
        "eras": [
            {"first": _iso(math.floor(each.first)), "last": _iso(math.ceil(each.last) - 1), "label": each.label}
            for each in document.eras
        ],
        "articles": [_article(each) for each in document.articles if each.id in named],
        "actors": [_actor(each) for each in document.actors if each.id in actors],
        "events": [_event(entry, articles) for entry in entries],
        "conflicts": [_conflict(each, articles) for each in document.conflicts],
    }


def _articles_named(entries: tuple[Entry, ...]) -> set[str]:
    quotes = [quote for entry in entries for quote in entry.quotes]
    quotes += [difference.quote for entry in entries for difference in entry.differences]
    quotes += [quote for entry in entries for each in entry.contradictions for quote in each.quotes]
    return {quote.article for quote in quotes}


def _actors_named(entries: tuple[Entry, ...]) -> set[str]:
    events = [entry.event for entry in entries]
    taking_part = {each.actor for event in events for each in event.participants}
    return taking_part | {event.attributed_to for event in events if event.attributed_to}


def _iso(day: int | None) -> str | None:
    return None if day is None else iso_day(day)


def _article(article: Article) -> JsonObject:
    return {
        "id": article.id,
        "title": article.title,
        "author": article.author,
        "file": article.name,
        "published": _iso(article.published),
        "published_from": article.published_from.value,
        "language": article.language,
        "source": article.source,
    }


def _actor(actor: Actor) -> JsonObject:
    return {"id": actor.id, "name": actor.name, "kind": actor.kind.value, "aliases": list(actor.aliases)}


def _event(entry: Entry, articles: Mapping[str, Article]) -> JsonObject:
    event = entry.event
    return {
        "number": entry.number,
        "id": event.id,
        "title": event.title,
        "date": _date(event.when, entry.date, articles),
        "factuality": event.factuality.value,
        "statement": event.statement,
        "attributed_to": event.attributed_to,
        "checked": entry.checked,
        "tags": list(event.tags),
        "actors": [{"actor": each.actor, "role": each.role.value} for each in event.participants],
        "importance": round(event.importance, 4),
        "confidence": round(event.confidence, 4),
        "passages": [_passage(each, articles) for each in event.passages],
        "trigger": _passage(event.trigger, articles),
        "claims": [_claim(each, articles) for each in event.claims],
    }


def _date(when: When | None, words: str, articles: Mapping[str, Article]) -> JsonObject | None:
    if when is None:
        return None
    return {
        "words": words,
        "edtf": when.edtf,
        "earliest": _iso(when.earliest),
        "latest": _iso(when.latest),
        "earliest_start": _iso(when.earliest_start),
        "latest_start": _iso(when.latest_start),
        "earliest_end": _iso(when.earliest_end),
        "latest_end": _iso(when.latest_end),
        "best": _iso(when.best),
        "approximate": when.approximate,
        "time": f"{when.clock.minute // 60:02d}:{when.clock.minute % 60:02d}" if when.clock else None,
        "zone": when.clock.zone if when.clock and when.clock.zone else None,
        "basis": [
            {"sentence": each.sentence, "passages": [_passage(where, articles) for where in each.passages]}
            for each in when.basis
        ],
    }


def _passage(passage: Passage, articles: Mapping[str, Article]) -> JsonObject:
    article = articles.get(passage.article)
    quote = passage.of(article.text) if article else None
    return {"article": passage.article, "start": passage.start, "end": passage.end, "quote": quote}


def _conflict(conflict: Conflict, articles: Mapping[str, Article]) -> JsonObject:
    return {
        "events": list(conflict.events),
        "sentence": conflict.sentence,
        "passages": [_passage(each, articles) for each in conflict.passages],
    }


def _claim(claim: Claim, articles: Mapping[str, Article]) -> JsonObject:
    return {
        "about": claim.about,
        "words": claim.words,
        "date": _date(claim.when, say_date(claim.when), articles),
        "passage": _passage(claim.passage, articles),
    }

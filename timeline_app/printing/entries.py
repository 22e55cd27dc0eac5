"""The events of a document as numbered entries in plain words: the list behind the printed timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from timeline_app.model import Article, Claim, Event, Factuality, Passage, When
from timeline_app.model.bounds import when_day, when_span
from timeline_app.model.phrase import say_when
from timeline_app.model.words import FACTUALITY_WORDS, count
from timeline_app.printing.document import PrintDocument

#: What is said of an event that has no date at all.
NO_DATE = "No date known"

#: What an entry says of its standing; what plainly happened needs no word.
STANDING = FACTUALITY_WORDS | {Factuality.HAPPENED: ""}


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage in its own words, with where it stands: characters [start, end) of the article's text."""

    words: str
    title: str
    file: str
    published: str
    article: str
    start: int
    end: int

    @property
    def source(self) -> str:
        """The source in one line: title, date, file."""
        known = [part for part in (self.title if self.title != self.file else "", self.published, self.file) if part]
        return " · ".join(known)


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a source says something else: "date", "number" or "outcome", its words, and the passage."""

    about: str
    words: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What cannot be right beside an event's date, in a sentence, with the passages that say so."""

    sentence: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One event in words. `number` counts from 1 in the order of time; those without any date come last."""

    number: int
    event: Event
    date: str
    edtf: str
    why: tuple[str, ...]
    actors: tuple[str, ...]
    standing: str
    said_by: str
    quotes: tuple[Quote, ...]
    differences: tuple[Difference, ...]
    checked: bool = False
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether it has a place on the axis, be it a vague one."""
        return is_dated(self.event)


def is_dated(event: Event) -> bool:
    """Whether anything at all bounds the event in time."""
    when = event.when
    return when is not None and (when.earliest is not None or when.latest is not None)


def in_order(events: tuple[Event, ...]) -> list[Event]:
    """The events in the order of time, the undated ones last, the same for every order they are given in."""
    return sorted(events, key=_place)


def entries_of(document: PrintDocument) -> tuple[Entry, ...]:
    """The document's events as numbered entries in the order of time."""
    names, articles = document.actor_names, document.articles_by_id
    contradictions: dict[str, list[Contradiction]] = {}
    for conflict in document.conflicts:
        said = Contradiction(conflict.sentence, tuple(_quote(passage, articles) for passage in conflict.passages))
        for event_id in conflict.events:
            contradictions.setdefault(event_id, []).append(said)
    return tuple(
        replace(
            _entry(number, event, names, articles, checked=event.id in document.checked),
            contradictions=tuple(contradictions.get(event.id, ())),
        )
        for number, event in enumerate(in_order(document.events), 1)
    )


def say_range(first: int | None, last: int | None) -> str:
    """A range of days in words ("7 October – 12 November 2023"); nothing where neither end is known."""
    if first is not None and last is not None:
        return say_when(when_day(first) if first == last else when_span(when_day(first), when_day(last)))
    if first is not None:
        return f"from {say_when(when_day(first))}"
    return f"until {say_when(when_day(last))}" if last is not None else ""


def subtitle_of(document: PrintDocument, entries: tuple[Entry, ...]) -> str:
    """The line below the title: the range in words, how many events of how many articles."""
    first, last = document.first, document.last
    if first is None and last is None:
        days = [day for entry in entries if entry.event.when for day in _bounds(entry)]
        first, last = (min(days), max(days)) if days else (None, None)
    articles = {quote.article for entry in entries for quote in entry.quotes}
    undated = sum(not entry.dated for entry in entries)
    some = f"the main {len(entries):,} of " if len(entries) < document.total else ""
    parts = [say_range(first, last), some + count(max(len(entries), document.total), "event")]
    parts += [f"{undated} without a date"] if undated else []
    parts += [count(len(articles), "article")] if articles else []
    return "  ·  ".join(part for part in parts if part)


def _bounds(entry: Entry) -> list[int]:
    when = entry.event.when
    return [day for day in (when.earliest, when.latest) if day is not None] if when else []


def _place(event: Event) -> tuple[bool, int, int, str, int, str]:
    """Undated last; an event known only by its last day stands there, behind what is sure of that day."""
    when, dated = event.when, is_dated(event)
    first = last = 0
    if when is not None and dated:
        ends = [day for day in (when.earliest, when.latest) if day is not None]
        first = when.best if when.best is not None and when.is_bounded else ends[0]
        last = ends[-1]
    return not dated, first, last, event.trigger.article, event.trigger.start, event.id


def _entry(
    number: int, event: Event, names: Mapping[str, str], articles: Mapping[str, Article], *, checked: bool
) -> Entry:
    when = event.when
    return Entry(
        number=number,
        event=event,
        date=say_date(when),
        edtf=when.edtf if when else "",
        why=tuple(basis.sentence for basis in when.basis if basis.sentence) if when else (),
        actors=tuple(names.get(each.actor, each.actor) for each in event.participants),
        standing=STANDING[event.factuality],
        said_by=names.get(event.attributed_to, "") if event.attributed_to else "",
        quotes=tuple(_quote(passage, articles) for passage in event.passages),
        differences=tuple(_difference(claim, articles) for claim in event.claims),
        checked=checked,
    )


def say_date(when: When | None) -> str:
    """A date in words with a capital letter, and a sentence where there is none."""
    words = say_when(when) if when is not None else ""
    return words[:1].upper() + words[1:] if words else NO_DATE


def _quote(passage: Passage, articles: Mapping[str, Article]) -> Quote:
    article = articles.get(passage.article)
    if article is None:
        return Quote("", "", "", "", passage.article, passage.start, passage.end)
    published = say_when(when_day(article.published)) if article.published is not None else ""
    words = " ".join(passage.of(article.text).split())
    return Quote(words, article.title, article.name, published, article.id, passage.start, passage.end)


def _difference(claim: Claim, articles: Mapping[str, Article]) -> Difference:
    return Difference(claim.about, claim.words, _quote(claim.passage, articles))

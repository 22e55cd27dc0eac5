"""Newer versions of an article, and what in them corresponds to the earlier reading: pure functions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline_app.model import Actor, Event, Passage
from timeline_app.project.anchors import Anchor, Finder, anchor_at
from timeline_app.project.merging import normal_name

#: Share of word runs two versions from one source have in common at least; below it a file holds another article now.
SAME_SOURCE = 0.3
#: The same where only title and file name agree.
SAME_TITLE = 0.7
#: Words in a run.
RUN = 4
#: Words compared of very long texts.
COMPARED = 20_000

_WORD = re.compile(r"\w+")


def likeness(text: str, other: str) -> float:
    """The share of runs of words that the shorter of two texts has in common with the longer, 0 to 1."""
    runs, others = _runs(text), _runs(other)
    smaller = min(len(runs), len(others))
    return len(runs & others) / smaller if smaller else float(text == other)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text[: COMPARED * 8])[:COMPARED]]
    return {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)} or {tuple(words)}


def match_events(old_text: str, old: Iterable[Event], finder: Finder, new: Sequence[Event]) -> dict[str, str]:
    """For each event of the earlier reading the one of the new reading that stands on the same words, as ids."""
    matches: dict[str, str] = {}
    taken: set[str] = set()
    by_id = {event.id: event for event in new}
    rest = []
    for event in old:
        if event.id in by_id and by_id[event.id].trigger == event.trigger:
            matches[event.id] = event.id
            taken.add(event.id)
        else:
            rest.append(event)
    for event in rest:
        span = finder.find(anchor_at(old_text, event.trigger.start, event.trigger.end))
        found = span and event_at(span, [each for each in new if each.id not in taken], event.family)
        if found:
            matches[event.id] = found.id
            taken.add(found.id)
    return matches


def event_at(span: tuple[int, int], events: Iterable[Event], family: str | None = None) -> Event | None:
    """The event whose trigger stands there, or else the only one of that family whose passage holds the place."""
    start, end = span
    around = []
    for event in events:
        if event.trigger.start < end and start < event.trigger.end:
            return event
        if family and event.family == family and any(p.start <= start and end <= p.end for p in event.passages):
            around.append(event)
    return around[0] if len(around) == 1 else None


def match_actors(old: Iterable[Actor], new: Sequence[Actor]) -> dict[str, str]:
    """For each actor of the earlier reading the one of the new reading with its id, or one of its names, as ids."""
    ids = {actor.id for actor in new}
    by_name: dict[str, str] = {}
    for actor in new:
        by_name.setdefault(normal_name(actor.name), actor.id)
    for actor in new:
        for name in actor.aliases:
            by_name.setdefault(normal_name(name), actor.id)
    matches: dict[str, str] = {}
    for actor in old:
        names = (by_name.get(normal_name(name)) for name in actor.names)
        found = actor.id if actor.id in ids else next((name for name in names if name), None)
        if found:
            matches[actor.id] = found
    return matches


def moved(passage: Passage, old_text: str, finder: Finder, article: str) -> Passage | None:
    """The same passage in the new text, None where it is gone."""
    span = finder.find(anchor_at(old_text, passage.start, passage.end))
    return None if span is None else Passage(article, *span)


def trigger_anchor(text: str, event: Event) -> Anchor:
    """What an event's corrections hold on to: the word that tells of it, with what stands around it."""
    return anchor_at(text, event.trigger.start, event.trigger.end)

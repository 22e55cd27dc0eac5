"""Lanes: the rows of the timeline, by actor, by article, by kind of event, or only one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline_app.model import Actor, Article, Event

LaneKind = Literal["actor", "article", "kind", "tag", "none"]

#: Key of the lane for everything that has no lane of its own.
OTHERS = ""
#: Colour index of nobody's lane.
NO_COLOUR = -1


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: `key` is the actor's or article's id (or the kind, or the tag), `colour_index` counts actor colours.

    `kind` says what the key is: "actor", "article", "kind", "tag" or "none"; the lane of the others has the key "".
    A `collapsed` lane only counts its events; one kept at the `top` comes before all others.
    """

    key: str
    title: str
    colour_index: int
    kind: LaneKind = "actor"
    collapsed: bool = False
    top: bool = False


def lanes_by(
    kind: LaneKind,
    events: Sequence[Event],
    actors: Iterable[Actor] = (),
    articles: Iterable[Article] = (),
    limit: int = 8,
) -> list[Lane]:
    """The lanes that show these events, the fullest first, at most `limit` and one for the others where needed.

    Actors of equal rank come in the order given, so that a lane keeps its place and colour.
    """
    if kind == "none":
        return [Lane("all", "All events", 0, "none")]
    titles = _titles(kind, actors, articles)
    keys_of = lane_keys(kind)
    counts = Counter(key for one in events for key in dict.fromkeys(keys_of(one)))
    place = {key: number for number, key in enumerate(titles)}
    ranked = sorted(counts, key=lambda key: (-counts[key], place.get(key, len(place)), key))[:limit]
    lanes = [Lane(key, titles.get(key) or _title(kind, key), number, kind) for number, key in enumerate(ranked)]
    shown = set(ranked)
    if any(shown.isdisjoint(keys_of(one)) for one in events):
        lanes.append(Lane(OTHERS, "Everything else" if lanes else "All events", NO_COLOUR, kind))
    return lanes


def lanes_of_actors(actors: Sequence[Actor], events: Sequence[Event] = ()) -> list[Lane]:
    """One lane for each of these actors, in this order, and one for the others where `events` has any."""
    lanes = [Lane(actor.id, actor.name, number, "actor") for number, actor in enumerate(actors)]
    shown = {actor.id for actor in actors}
    keys_of = lane_keys("actor")
    if any(shown.isdisjoint(keys_of(one)) for one in events):
        lanes.append(Lane(OTHERS, "Everything else" if lanes else "All events", NO_COLOUR, "actor"))
    return lanes


def lane_keys(kind: LaneKind) -> Callable[[Event], tuple[str, ...]]:
    """The function that gives the keys of the lanes an event belongs to."""
    keys = {
        "actor": _actor_keys, "article": _article_keys, "kind": _kind_keys, "tag": _tag_keys, "none": _all_keys
    }  # fmt: skip
    return keys[kind]


def _actor_keys(event: Event) -> tuple[str, ...]:
    return tuple(part.actor for part in event.participants)


def _article_keys(event: Event) -> tuple[str, ...]:
    return tuple(passage.article for passage in event.passages)


def _kind_keys(event: Event) -> tuple[str, ...]:
    return (event.family or "other",)


def _tag_keys(event: Event) -> tuple[str, ...]:
    return event.tags


def _all_keys(_event: Event) -> tuple[str, ...]:
    return ("all",)


def _title(kind: LaneKind, key: str) -> str:
    """What a lane without a name of its own is called by its key."""
    return key[:1].upper() + key[1:] if kind == "kind" else key


def _titles(kind: LaneKind, actors: Iterable[Actor], articles: Iterable[Article]) -> dict[str, str]:
    if kind == "actor":
        return {actor.id: actor.name for actor in actors}
    if kind == "article":
        return {article.id: article.title or article.name for article in articles}
    return {"other": "Other"}

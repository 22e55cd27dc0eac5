"""One event from several tellings, one actor from several articles: pure functions from values to values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

from timeline_app.model import Actor, ActorKind, Event, Participant, Passage, Role, When
from timeline_app.project.claims import SURENESS, claims_of
from timeline_app.project.merging import agree
from timeline_app.project.packed_events import with_actors

#: What each further independent article adds to an event's importance.
SECOND_SOURCE = 0.08
_SAID = attrgetter("name", "aliases", "kind")


def best_telling(tellings: Sequence[Event]) -> Event:
    """The telling that speaks for an event: the surest, dated, most important one; the first among equals."""
    return max(tellings, key=lambda event: (SURENESS[event.factuality], event.when is not None, event.importance))


def compose_event(
    row: str, tellings: Sequence[Event], sources: int, words: Callable[[Passage], str], lead: str | None = None
) -> Event:
    """The event that these tellings tell, under the id `row`.

    `sources` is the number of articles that tell it in words of their own; `words` gives those of a passage. The best
    telling, or the one the user made `lead`, speaks; passages and participants of the others follow, and where dates or
    outcomes differ, each is a claim.
    """
    best = next((event for event in tellings if event.id == lead), None) or best_telling(tellings)
    others = [event for event in tellings if event is not best]
    ordered = (best, *others)
    when = narrowest([event.when for event in ordered if event.when is not None])
    return Event(
        id=row,
        title=best.title,
        trigger=best.trigger,
        passages=tuple(dict.fromkeys(passage for event in ordered for passage in event.passages)),
        participants=_united(participant for event in ordered for participant in event.participants),
        when=when,
        factuality=best.factuality,
        attributed_to=best.attributed_to,
        importance=min(1.0, max(event.importance for event in ordered) + SECOND_SOURCE * (sources - 1)),
        confidence=max(event.confidence for event in ordered),
        statement=best.statement,
        family=best.family,
        claims=claims_of(ordered, words),
    )


def narrowest(dates: Sequence[When]) -> When | None:
    """The date that says most; the first one among equals, and the first one where they contradict each other.

    "About" the day of an article says nothing beside a date in words that lies elsewhere.
    """
    if not dates:
        return None
    fitting = [date for date in dates if agree(date, dates[0])]
    if sure := [date for date in fitting if not date.approximate]:
        best = min(sure, key=_width)
        fitting = [date for date in fitting if not date.approximate or date.may_overlap(best)]
    return min(fitting, key=_width)


def _width(when: When) -> float:
    if when.earliest is None or when.latest is None:
        return float("inf")
    return when.latest - when.earliest + (0.5 if when.approximate else 0.0)


def _united(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each actor once, with the first role that is told of it."""
    seen: dict[str, Participant] = {}
    for participant in participants:
        seen.setdefault(participant.actor, participant)
    return tuple(seen.values())


def compose_actor(id_: str, members: Sequence[Actor], name: str | None = None, kind: str | None = None) -> Actor:
    """The project's actor of these articles' actors; `name` and `kind` are the user's, where there are any.

    Its own name is the one most articles use, the longest among equals; the kind is the one most articles see.
    """
    # Thousands of articles say few different things of an actor; these keep the order in which they were first said.
    said = Counter(map(_SAID, members))
    counts, kinds = Counter[str](), Counter[ActorKind]()
    for (each, _, seen), times in said.items():
        counts[each] += times
        if seen is not ActorKind.OTHER:
            kinds[seen] += times
    best = name or max(counts, key=lambda each: (counts[each], len(each), each))
    names = dict.fromkeys(each for own, aliases, _ in said for each in (own, *aliases))
    names.pop(best, None)
    if kind is not None:
        best_kind = ActorKind(kind)
    else:
        best_kind = max(kinds, key=lambda each: (kinds[each], each)) if kinds else ActorKind.OTHER
    return Actor(id_, best, best_kind, tuple(names))


def with_participants(event: Event, joined: Mapping[str, str]) -> Event:
    """The same telling with the project's actors; an actor the project does not have (any more) is left out."""
    attributed_to = event.attributed_to
    if attributed_to is not None:
        attributed_to = joined.get(attributed_to)
    seen: dict[str, Participant] = {}
    same = attributed_to == event.attributed_to
    for participant in event.participants:
        actor = joined.get(participant.actor)
        if actor == participant.actor:
            seen.setdefault(actor, participant)
        else:
            same = False
            if actor is not None and actor not in seen:
                seen[actor] = _participant(actor, participant.role)
    if same and len(seen) == len(event.participants):
        return event
    return with_actors(event, tuple(seen.values()), attributed_to)


@lru_cache(maxsize=65_536)
def _participant(actor: str, role: Role) -> Participant:
    """One value for all the events in which an actor has this role."""
    return Participant(actor, role)

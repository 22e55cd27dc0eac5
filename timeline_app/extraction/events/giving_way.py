"""What is only supposed of a day gives way to what a relation says: "two weeks after the vote, she resigned".

Without a relation an undated event is supposed to be of the day told just before it. Beside one, that would be taken
for a second source that contradicts the first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from timeline_app.extraction.events.dating import told_as_past
from timeline_app.extraction.events.telling import REAL
from timeline_app.model import Event, Relation


def without_suppositions(
    events: Sequence[Event], relations: Iterable[Relation], stated: Collection[str], published: int | None
) -> list[Event]:
    """The events, where the day supposed of one cannot be beside a relation left with what tense and article say.

    `stated` are the ids of the events whose dates stand in words, which are kept.
    """
    by_id = {event.id: event for event in events}
    for relation in relations:
        earlier, later = by_id[relation.earlier], by_id[relation.later]
        if _may_hold(relation, earlier, later):
            continue
        for event, other in ((earlier, later), (later, earlier)):
            if event.factuality in REAL and event.id not in stated and other.id in stated:
                past = None if published is None else told_as_past(published, event.passage)
                by_id[event.id] = replace(event, when=past)
    return list(by_id.values())


def _may_hold(relation: Relation, earlier: Event, later: Event) -> bool:
    """Whether two dates leave room for the days that a relation asks for."""
    first, second = earlier.when, later.when
    if first is None or second is None:
        return True
    least_days = _between(first.latest_start, second.earliest_start)
    most_days = _between(first.earliest_start, second.latest_start)
    too_long = relation.most is not None and least_days is not None and least_days > relation.most
    too_short = relation.least is not None and most_days is not None and most_days < relation.least
    return not (too_long or too_short)


def _between(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else second - first

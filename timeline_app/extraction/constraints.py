"""Relations between events, solved together into bounds: a network of difference constraints.

Each event has an earliest and a latest first day; each relation bounds the days from one start to another. Bounds are
tightened along relations until nothing changes (Bellman and Ford's relaxation on a work list), only over the events
that relations touch. A network without a solution is cut at the relation that breaks it, which is reported.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from timeline_app.model import Basis, Event, Relation, When
from timeline_app.model.bounds import edtf_date, when_between
from timeline_app.model.phrase import say_day

#: A chain of reasons longer than this explains nothing to anybody.
MAX_REASONS = 8


@dataclass(frozen=True, slots=True)
class Conflict:
    """A relation that cannot hold beside what else is known, with the two events' bounds as they stand without it."""

    relation: Relation
    earlier: tuple[int | None, int | None]
    later: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Solution:
    """New dates of the events that relations say more about, and the relations that contradict the rest."""

    dates: Mapping[str, When]
    conflicts: tuple[Conflict, ...]


@dataclass(slots=True)
class _Bound:
    """First days [low, high] of an event, and the relation that gave each end."""

    low: int | None
    high: int | None
    low_from: Relation | None = None
    high_from: Relation | None = None


@dataclass(slots=True)
class _Network:
    bounds: dict[str, _Bound]
    relations: dict[str, list[Relation]] = field(default_factory=dict)


def solve(events: Mapping[str, Event], relations: Iterable[Relation]) -> Solution:
    """Bounds for all events that relations touch. The same relations in the same order give the same answer."""
    known = [r for r in relations if r.earlier in events and r.later in events and r.earlier != r.later]
    touched = dict.fromkeys(name for r in known for name in (r.earlier, r.later))
    network = _Network({name: _bound_of(events[name].when) for name in touched})
    conflicts = [conflict for relation in known if (conflict := _add(network, relation))]
    dates = {}
    for name, bound in network.bounds.items():
        when = _date(events, network, name, bound)
        if when is not None:
            dates[name] = when
    return Solution(dates, tuple(conflicts))


def _bound_of(when: When | None) -> _Bound:
    """What a date firmly says of the first day; "about" leaves the lower end open, for it is no promise."""
    if when is None:
        return _Bound(None, None)
    return _Bound(None if when.approximate else when.earliest_start, when.latest_start)


def _add(network: _Network, relation: Relation) -> Conflict | None:
    """Take a relation in and tighten; take it out again where it contradicts what is known."""
    saved: dict[str, _Bound] = {}
    for name in (relation.earlier, relation.later):
        network.relations.setdefault(name, []).append(relation)
    if _propagate(network, relation, saved):
        return None
    for name, bound in saved.items():
        network.bounds[name] = bound
    for name in (relation.earlier, relation.later):
        network.relations[name].remove(relation)
    earlier, later = network.bounds[relation.earlier], network.bounds[relation.later]
    return Conflict(relation, (earlier.low, earlier.high), (later.low, later.high))


def _propagate(network: _Network, first: Relation, saved: dict[str, _Bound]) -> bool:
    """Tighten from one relation outwards; False as soon as an event has no day left."""
    pending = deque([first])
    budget = 50 * (len(network.bounds) + 10)
    while pending:
        budget -= 1
        if budget < 0:
            return False
        relation = pending.popleft()
        for name in _tighten(network, relation, saved):
            bound = network.bounds[name]
            if bound.low is not None and bound.high is not None and bound.low > bound.high:
                return False
            pending.extend(other for other in network.relations.get(name, ()) if other is not relation)
    return True


def _tighten(network: _Network, r: Relation, saved: dict[str, _Bound]) -> list[str]:
    """Apply one relation both ways; the events whose bounds it narrowed."""
    earlier, later = network.bounds[r.earlier], network.bounds[r.later]
    changed = []
    if _narrow(
        network, saved, r.later, r,
        None if earlier.low is None or r.least is None else earlier.low + r.least,
        None if earlier.high is None or r.most is None else earlier.high + r.most,
    ):  # fmt: skip
        changed.append(r.later)
    later = network.bounds[r.later]
    if _narrow(
        network, saved, r.earlier, r,
        None if later.low is None or r.most is None else later.low - r.most,
        None if later.high is None or r.least is None else later.high - r.least,
    ):  # fmt: skip
        changed.append(r.earlier)
    return changed


def _narrow(
    network: _Network, saved: dict[str, _Bound], name: str, r: Relation, low: int | None, high: int | None
) -> bool:
    bound = network.bounds[name]
    raised = low is not None and (bound.low is None or low > bound.low)
    lowered = high is not None and (bound.high is None or high < bound.high)
    if not (raised or lowered):
        return False
    saved.setdefault(name, bound)
    network.bounds[name] = _Bound(
        low if raised else bound.low,
        high if lowered else bound.high,
        r if raised else bound.low_from,
        r if lowered else bound.high_from,
    )
    return True


def _date(events: Mapping[str, Event], network: _Network, name: str, bound: _Bound) -> When | None:
    """The date an event has by relations, or None where they say no more than its own passage."""
    if bound.low_from is None and bound.high_from is None:
        return None
    own = events[name].when
    if own is not None and own.is_day:
        return None
    if own is not None and own.is_span:
        return None
    reasons = _reasons(events, network, name)
    if own is not None and own.approximate and bound.low is None and _within_reach(own, bound.high):
        # "About" stands, only not beyond what the relation leaves.
        when = when_between(own.earliest_start, bound.high, approximate=True)
        return replace(when, edtf=f"{edtf_date(bound.high)}~", basis=(*own.basis, *reasons))
    if own is not None and _speaks_still(bound):
        reasons = [*own.basis, *(reason for reason in reasons if reason not in own.basis)]
    return when_between(bound.low, bound.high).with_basis(*reasons)


def _within_reach(own: When, high: int | None) -> bool:
    """Whether what "about" covers has a day left."""
    return own.earliest_start is not None and high is not None and own.earliest_start <= high


def _speaks_still(bound: _Bound) -> bool:
    """Whether one end is still that of the passage's own date."""
    return (bound.low is not None and bound.low_from is None) or (bound.high is not None and bound.high_from is None)


def _reasons(events: Mapping[str, Event], network: _Network, name: str) -> list[Basis]:
    """The relations that led here, nearest first, and the passages' own dates at the end of the chain."""
    reasons: list[Basis] = []
    seen: set[Relation] = set()
    pending = [name]
    visited = {name}
    while pending and len(reasons) < MAX_REASONS:
        at = pending.pop(0)
        bound = network.bounds[at]
        for relation in (bound.low_from, bound.high_from):
            if relation is None or relation in seen:
                continue
            seen.add(relation)
            reasons.append(_reason(events, relation))
            other = relation.later if relation.earlier == at else relation.earlier
            if other not in visited:
                visited.add(other)
                pending.append(other)
                own = events[other].when
                if own is not None:
                    reasons.extend(step for step in own.basis if step not in reasons)
    return reasons


def _reason(events: Mapping[str, Event], relation: Relation) -> Basis:
    earlier, later = events[relation.earlier].title, events[relation.later].title
    return Basis(f"{_gap(relation)} from “{earlier}” to “{later}”, by “{relation.words}”", (relation.passage,))


def _gap(relation: Relation) -> str:
    least, most = relation.least, relation.most
    if least is not None and least == most:
        return "the same day" if least == 0 else f"{least} day" + ("s" if least != 1 else "")
    if least is not None and most is not None:
        return f"{least} to {most} days"
    if least is not None:
        return f"at least {least} days" if least > 0 else "some time"
    return f"at most {most} days" if most is not None else "some time"


def say_conflict(events: Mapping[str, Event], conflict: Conflict) -> str:
    """A contradiction as a sentence for the reader."""
    relation = conflict.relation
    earlier, later = events[relation.earlier].title, events[relation.later].title
    return (
        f"“{relation.words}” puts {_gap(relation)} between “{earlier}” ({_range(conflict.earlier)}) and "
        f"“{later}” ({_range(conflict.later)}); both cannot be right."
    )


def _range(bounds: tuple[int | None, int | None]) -> str:
    low, high = bounds
    if low is None and high is None:
        return "undated"
    if low is None or high is None:
        return f"from {say_day(low)}" if low is not None else f"by {say_day(high or 0)}"
    return say_day(low) if low == high else f"{say_day(low)} to {say_day(high)}"

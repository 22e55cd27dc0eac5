"""Relations between events, solved together into bounds: a network of difference constraints.

Each event has an earliest and a latest first day; each relation bounds the days from one start to another. Bounds are
tightened along relations until nothing changes (Bellman and Ford's relaxation on a work list), only over the events
that relations touch. A network without a solution is cut at the relation that breaks it, which is reported.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline_app.model import Basis, Event, Relation, When
from timeline_app.model.bounds import edtf_date, when_between
from timeline_app.model.phrase import say_day

INFINITE = math.inf
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


class _Network:
    """First days [low, high] of each event by number, and the relation that gave each end; open ends are infinite."""

    def __init__(self, names: Iterable[str], events: Mapping[str, Event], relations: Sequence[Relation]) -> None:
        self.names = list(names)
        self.number = {name: number for number, name in enumerate(self.names)}
        bounds = [_bounds_of(events[name].when) for name in self.names]
        self.low, self.high = [low for low, _ in bounds], [high for _, high in bounds]
        self.low_from: list[Relation | None] = [None] * len(bounds)
        self.high_from: list[Relation | None] = [None] * len(bounds)
        self.relations = relations
        # Plain numbers for the inner loop: the two events of each relation and the least and most days between them.
        self.arcs = [
            (
                self.number[r.earlier], self.number[r.later],
                -INFINITE if r.least is None else r.least, INFINITE if r.most is None else r.most,
            )
            for r in relations
        ]  # fmt: skip
        self.touching: list[list[int]] = [[] for _ in bounds]
        self._reasons: dict[int, Basis] = {}

    def add(self, index: int) -> bool:
        """Take a relation in and tighten; False, with nothing changed, where it contradicts what is known."""
        one, other, _, _ = self.arcs[index]
        self.touching[one].append(index)
        self.touching[other].append(index)
        saved: dict[int, tuple[float, float, Relation | None, Relation | None]] = {}
        if self._tighten(index, saved):
            return True
        for number, kept in saved.items():
            self.low[number], self.high[number], self.low_from[number], self.high_from[number] = kept
        self.touching[one].pop()
        self.touching[other].pop()
        return False

    def _tighten(self, first: int, saved: dict[int, tuple[float, float, Relation | None, Relation | None]]) -> bool:
        """Tighten from one relation outwards; False as soon as an event has no day left."""
        low, high, arcs, relations, touching = self.low, self.high, self.arcs, self.relations, self.touching
        low_from, high_from = self.low_from, self.high_from
        pending, waiting = deque([first]), {first}
        budget = 50 * (len(low) + 10)
        while pending:
            budget -= 1
            if budget < 0:
                return False
            index = pending.popleft()
            waiting.discard(index)
            one, other, least, most = arcs[index]
            for at, lowest, highest in (
                (other, low[one] + least, high[one] + most),
                (one, low[other] - most, high[other] - least),
            ):
                raised, lowered = lowest > low[at], highest < high[at]
                if not (raised or lowered):
                    continue
                if at not in saved:
                    saved[at] = low[at], high[at], low_from[at], high_from[at]
                if raised:
                    low[at], low_from[at] = lowest, relations[index]
                if lowered:
                    high[at], high_from[at] = highest, relations[index]
                if low[at] > high[at]:
                    return False
                more = [each for each in touching[at] if each != index and each not in waiting]
                pending.extend(more)
                waiting.update(more)
        return True

    def reason(self, events: Mapping[str, Event], relation: Relation) -> Basis:
        """What a relation says, in words; made once for all the dates that rest on it."""
        known = self._reasons.get(id(relation))
        if known is None:
            known = self._reasons[id(relation)] = _reason(events, relation)
        return known

    def bound(self, name: str) -> _Bound:
        """What is known of an event now."""
        at = self.number[name]
        return _Bound(_day(self.low[at]), _day(self.high[at]), self.low_from[at], self.high_from[at])


@dataclass(frozen=True, slots=True)
class _Bound:
    """First days [low, high] of an event, and the relation that gave each end."""

    low: int | None
    high: int | None
    low_from: Relation | None = None
    high_from: Relation | None = None


def solve(events: Mapping[str, Event], relations: Iterable[Relation]) -> Solution:
    """Bounds for all events that relations touch. The same relations in the same order give the same answer."""
    known = [r for r in relations if r.earlier in events and r.later in events and r.earlier != r.later]
    touched = dict.fromkeys(name for r in known for name in (r.earlier, r.later))
    network = _Network(touched, events, known)
    conflicts = []
    for index, relation in enumerate(known):
        if not network.add(index):
            earlier, later = network.bound(relation.earlier), network.bound(relation.later)
            conflicts.append(Conflict(relation, (earlier.low, earlier.high), (later.low, later.high)))
    dates = {}
    for name in network.names:
        when = _date(events, network, name, network.bound(name))
        if when is not None:
            dates[name] = when
    return Solution(dates, tuple(conflicts))


def _bounds_of(when: When | None) -> tuple[float, float]:
    """What a date firmly says of the first day; "about" leaves the lower end open, for it is no promise."""
    if when is None:
        return -INFINITE, INFINITE
    low = None if when.approximate else when.earliest_start
    return -INFINITE if low is None else low, INFINITE if when.latest_start is None else when.latest_start


def _day(bound: float) -> int | None:
    return None if abs(bound) == INFINITE else int(bound)


def _date(events: Mapping[str, Event], network: _Network, name: str, bound: _Bound) -> When | None:
    """The date an event has by relations, or None where they say no more than its own passage."""
    if bound.low_from is None and bound.high_from is None:
        return None
    own = events[name].when
    if own is not None and (own.is_day or own.is_span):
        return None
    reasons = _reasons(events, network, name)
    if own is not None and own.approximate and _leaves_room(own, bound):
        return _about(own, bound, reasons)
    if own is not None and _speaks_still(bound):
        reasons = [*own.basis, *(reason for reason in reasons if reason not in own.basis)]
    return when_between(bound.low, bound.high).with_basis(*reasons)


def _leaves_room(own: When, bound: _Bound) -> bool:
    """Whether what "about" covers has more than a day left, or all that it had."""
    exact = bound.low == bound.high and bound.low_from is not None and bound.high_from is not None
    if exact or own.earliest_start is None or own.latest_start is None:
        return False
    low, high = _narrowed(own, bound)
    return low < high or (low, high) == (own.earliest_start, own.latest_start)


def _narrowed(own: When, bound: _Bound) -> tuple[int, int]:
    assert own.earliest_start is not None
    assert own.latest_start is not None
    low = own.earliest_start if bound.low is None else max(bound.low, own.earliest_start)
    return low, own.latest_start if bound.high is None else min(bound.high, own.latest_start)


def _about(own: When, bound: _Bound, reasons: Sequence[Basis]) -> When | None:
    """What is left of "about": it stands, only not beyond what the relations leave; None where they leave all of it."""
    low, high = _narrowed(own, bound)
    if (low, high) == (own.earliest_start, own.latest_start):
        return None
    when = when_between(low, high, approximate=True)
    text = own.edtf if high == own.latest_start else f"{edtf_date(high)}~"
    return replace(when, edtf=text, basis=(*own.basis, *reasons))


def _speaks_still(bound: _Bound) -> bool:
    """Whether one end is still that of the passage's own date."""
    return (bound.low is not None and bound.low_from is None) or (bound.high is not None and bound.high_from is None)


def _reasons(events: Mapping[str, Event], network: _Network, name: str) -> list[Basis]:
    """The relations that led here, nearest first, and the passages' own dates at the end of the chain."""
    reasons: list[Basis] = []
    seen: set[int] = set()
    pending = [name]
    visited = {name}
    while pending and len(reasons) < MAX_REASONS:
        at = pending.pop(0)
        number = network.number[at]
        for relation in (network.low_from[number], network.high_from[number]):
            if relation is None or id(relation) in seen:
                continue
            seen.add(id(relation))
            reasons.append(network.reason(events, relation))
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

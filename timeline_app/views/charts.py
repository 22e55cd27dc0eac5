"""The little charts of actors: how their events are spread over time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline_app.model import Event

#: Bars in the little chart of an actor.
BARS = 12


class Bars:
    """The little charts of actors, each made when it is looked at and kept while its events stay the same."""

    def __init__(self) -> None:
        self._by_actor: Mapping[str, Sequence[Event]] = {}
        self._core: tuple[int, int] | None = None
        self._at_hand: Mapping[str, tuple[int, ...]] = {}
        self._made: dict[str, tuple[Sequence[Event], tuple[int, int] | None, tuple[int, ...]]] = {}

    def follow(
        self,
        by_actor: Mapping[str, Sequence[Event]],
        core: tuple[int, int] | None,
        at_hand: Mapping[str, tuple[int, ...]],
    ) -> None:
        """Chart these events from now on, over these days; `at_hand` are charts that were made elsewhere."""
        self._by_actor, self._core, self._at_hand = by_actor, core, at_hand

    def of(self, actor: str) -> tuple[int, ...]:
        """The bars of an actor."""
        if (bars := self._at_hand.get(actor)) is not None:
            return bars
        events, core = self._by_actor.get(actor, ()), self._core
        made = self._made.get(actor)
        if made is None or made[0] is not events or made[1] != core:
            made = self._made[actor] = events, core, bars_of(events, core)
        return made[2]


def middle_of(event: Event) -> int | None:
    """The day an event is counted for: the best guess, else the middle of its bounds; None without both bounds."""
    when = event.when
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when.best if when.best is not None else (when.earliest + when.latest) // 2


def bars_of(events: Iterable[Event], core: tuple[int, int] | None) -> tuple[int, ...]:
    """Events over time, in `BARS` equal stretches of the core; outer ones count at its ends. None without a core."""
    if core is None:
        return ()
    first, last = core
    width = max(last - first + 1, 1)
    counted = [0] * BARS
    for one in events:
        if (middle := middle_of(one)) is not None:
            counted[min(BARS - 1, max(0, (middle - first) * BARS // width))] += 1
    return tuple(counted)

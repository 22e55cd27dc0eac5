"""Events in the order of time, kept so while single ones change."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping

from timeline_app.model import Event, When

#: From this many changed events on the order is made anew instead of mended.
MANY = 2000

#: Day (infinite where nothing is known), position of the article, character, id.
OrderKey = tuple[float, int, int, str]


def first_day(when: When | None) -> float:
    """The day by which an event is put in order: the likeliest, the first or the last possible; else infinity."""
    if when is None:
        return float("inf")
    days = (when.best, when.earliest, when.latest)
    return next((float(day) for day in days if day is not None), float("inf"))


class Order:
    """The keys of all events, sorted."""

    def __init__(self) -> None:
        self._keys: dict[str, OrderKey] = {}
        self._sorted: list[OrderKey] = []

    def change(self, rows: Iterable[tuple[str, Event | None]], positions: Mapping[str, int], count: int) -> None:
        """Put `count` events (id, and the event or None where it has gone) where they belong now.

        `positions` are those of the articles.
        """
        mend = count < MANY
        keys = self._keys
        for id_, event in rows:
            if mend and (old := keys.get(id_)) is not None:
                del self._sorted[bisect_left(self._sorted, old)]
            if event is None:
                keys.pop(id_, None)
                continue
            when, trigger = event.when, event.trigger
            day = float(when.best) if when is not None and when.best is not None else first_day(when)
            key = keys[id_] = (day, positions.get(trigger.article, 0), trigger.start, id_)
            if mend:
                insort(self._sorted, key)
        if not mend:
            self._sorted = sorted(self._keys.values())

    def ids(self) -> list[str]:
        """The ids in the order of time."""
        return [key[3] for key in self._sorted]

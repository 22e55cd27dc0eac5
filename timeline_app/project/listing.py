"""Lists of events that are mended after a change: all, those that pass a filter, and those of each actor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence

from timeline_app.model import Event
from timeline_app.project.filters import Filter, tests_of
from timeline_app.project.order import Changed, Key, Order

#: So many filters are kept up to date: the window asks for two or three again and again.
FILTERS = 4
#: The filter that leaves out dismissed events and nothing else.
STANDING = Filter()


class EventLists:
    """All events in the order of time, and what follows from them. `marks` are the book's sets, followed as they are.

    The lists handed out are its own: copy one before you keep it.
    """

    def __init__(self, *, checked: Collection[str], dismissed: Collection[str], edited: Collection[str]) -> None:
        self._marks = {"checked": checked, "dismissed": dismissed, "edited": edited}
        self.all: Order[Event] = Order()
        self._picked: dict[Filter, _Picked] = {}
        self._by_actor: dict[str, list[Event]] | None = None
        #: In how many events each actor takes part.
        self.counts: dict[str, int] = {}
        self._counted: set[str] | None = None
        # The events that are counted, with their places in the order of time; and those of each actor's events.
        self._taking_part: dict[str, tuple[Key, Event]] = {}
        self._keys_of: dict[str, list[Key]] = {}

    def change(self, changes: Sequence[Changed[Event]]) -> None:
        """Follow changed events."""
        self.all.change(changes)
        for picked in self._picked.values():
            picked.change(changes)
        if self._by_actor is not None:
            self._follow_actors(self._by_actor, changes)

    def picked(self, wanted: Filter) -> list[Event]:
        """The events that pass a filter without words, in the order of time."""
        found = self._picked.pop(wanted, None)
        if found is None:
            found = _Picked(tests_of(wanted, **self._marks), self.all)
            while len(self._picked) >= FILTERS:
                # The one asked for longest ago, but never the one that most others rest on.
                del self._picked[next(each for each in self._picked if each != STANDING)]
        self._picked[wanted] = found
        return found.order.values

    # --- by actor -----------------------------------------------------------------------------------------------------

    def by_actor(self) -> dict[str, list[Event]]:
        """For each actor the events it takes part in, in the order of time, without the dismissed ones."""
        if self._by_actor is None:
            found: dict[str, list[Event]] = {}
            standing = self.picked(STANDING)
            for event in standing:
                for participant in event.participants:
                    found.setdefault(participant.actor, []).append(event)
            self._by_actor = found
            self.counts = {actor: len(events) for actor, events in found.items()}
            self._taking_part = {event.id: (self.all.key_of(event.id), event) for event in standing}
            self._keys_of = {}
        return self._by_actor

    def take_recounted(self) -> set[str] | None:
        """The actors whose events are others since this was last asked; None the first time: all of them."""
        recounted, self._counted = self._counted, set()
        return recounted

    def _follow_actors(self, by_actor: dict[str, list[Event]], changes: Sequence[Changed[Event]]) -> None:
        fresh = dict[str, list[Event]]()

        def of(actor: str) -> tuple[list[Key], list[Event]]:
            # Lists that were handed out stay as they were.
            if actor not in fresh:
                fresh[actor] = list(by_actor.get(actor, ()))
                if actor not in self._keys_of:
                    self._keys_of[actor] = [self._taking_part[event.id][0] for event in fresh[actor]]
            return self._keys_of[actor], fresh[actor]

        for key, actor in [part for id_, _, _ in changes for part in self._parts(id_)]:
            keys, events = of(actor)
            place = bisect_left(keys, key)
            del keys[place], events[place]
        for id_, key, event in changes:
            self._taking_part.pop(id_, None)
            if event is not None and id_ in self._picked[STANDING].order:
                self._taking_part[id_] = key, event
        for key, actor in [part for id_, _, _ in changes for part in self._parts(id_)]:
            keys, events = of(actor)
            place = bisect_left(keys, key)
            keys.insert(place, key)
            events.insert(place, self._taking_part[key[-1]][1])
        by_actor.update(fresh)
        self.counts.update({actor: len(events) for actor, events in fresh.items()})
        for actor in [actor for actor, events in fresh.items() if not events]:
            del by_actor[actor], self.counts[actor], self._keys_of[actor]
        if self._counted is not None:
            self._counted |= fresh.keys()

    def _parts(self, id_: str) -> list[tuple[Key, str]]:
        """The place of an event in the order of time with each actor that takes part; none where it is not counted."""
        if (known := self._taking_part.get(id_)) is None:
            return []
        key, event = known
        return [(key, actor) for actor in {participant.actor for participant in event.participants}]


class _Picked:
    """The events that pass some tests."""

    def __init__(self, tests: Sequence[Callable[[Event], bool]], every: Order[Event]) -> None:
        self._tests = tests
        events: Iterable[Event] = every.values
        for test in tests:
            events = filter(test, events)
        found = list(events)
        self.order = every.of_some([event.id for event in found], found)

    def change(self, changes: Sequence[Changed[Event]]) -> None:
        """Follow changed events."""
        self.order.change([(id_, key, event if self._passes(event) else None) for id_, key, event in changes])

    def _passes(self, event: Event | None) -> bool:
        return event is not None and all(test(event) for test in self._tests)

"""What the columns need of each event, found once: another filter or other lanes show mostly the same events again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.lanes import LaneKind, lane_keys
from timeline_app.layout.spans import Span, span_of
from timeline_app.model import Event, Factuality

#: Width in pixels of a title in the font of labels; the second argument is True for bold.
MeasureLabel = Callable[[str, bool], float]
#: The columns of `KnownEvents.numbers`.
START, END, ANCHOR, BEST, FADE_LEFT, FADE_RIGHT, IMPORTANCE = range(7)
#: Events that are shown no more are forgotten when there are so many times more of them, and this many at least.
FAR_MORE, MANY = 2, 50_000


class KnownEvents:
    """Numbers about events, by event. An event is known again as the same object.

    `flags_of(span)` and `told_of(event)` give flags as in Columns; `tail_of(flags)` what stands behind a title.
    """

    def __init__(
        self,
        measure: MeasureLabel,
        flags_of: Callable[[Span], int],
        told_of: Callable[[Event], int],
        tail_of: Callable[[int], str],
    ) -> None:
        self._measure, self._flags_of, self._told_of, self._tail_of = measure, flags_of, told_of, tail_of
        self._forget()

    def _forget(self) -> None:
        self._events: list[Event] = []
        self._place: dict[int, int] = {}
        self._keys: dict[LaneKind, _Keys] = {}
        #: One row for each event: its span, nan where it has none, and how important it is.
        self.numbers: NDArray[np.float64] = np.empty((0, 7))
        self.flags: NDArray[np.uint8] = np.empty(0, np.uint8)
        self.factuality: NDArray[np.uint8] = np.empty(0, np.uint8)
        self._widths: NDArray[np.float32] = np.empty((0, 2), np.float32)

    def places_of(self, events: Sequence[Event]) -> NDArray[np.int64]:
        """The rows of these events; what is not known yet is found now."""
        if len(self._events) > FAR_MORE * len(events) + MANY:
            self._forget()
        place = self._place
        fresh = [event for event in events if id(event) not in place]
        if fresh:
            self._learn(fresh)
        return np.fromiter((place[id(event)] for event in events), np.int64, len(events))

    def _learn(self, events: Sequence[Event]) -> None:
        order = {kind: place for place, kind in enumerate(Factuality)}
        numbers, flags = np.full((len(events), 7), np.nan), np.zeros(len(events), np.uint8)
        for number, event in enumerate(events):
            span = span_of(event.when)
            flags[number] = self._told_of(event)
            numbers[number, IMPORTANCE] = event.importance
            if span is not None:
                best = np.nan if span.best is None else span.best
                numbers[number, :IMPORTANCE] = (
                    span.start, span.end, span.anchor, best, span.fade_left, span.fade_right
                )  # fmt: skip
                flags[number] |= self._flags_of(span)
            # The event is kept, so that no other one can come to have its number.
            self._place[id(event)] = len(self._events)
            self._events.append(event)
        factuality = np.array([order[event.factuality] for event in events], np.uint8)
        self.numbers = np.concatenate([self.numbers, numbers])
        self.flags = np.concatenate([self.flags, flags])
        self.factuality = np.concatenate([self.factuality, factuality])
        self._widths = np.concatenate([self._widths, np.full((len(events), 2), np.nan, np.float32)])

    def widths(self, places: NDArray[np.int64], bold: NDArray[np.bool_]) -> NDArray[np.float32]:
        """How wide the labels are, in pixels."""
        column = bold.astype(np.int64)
        for place, heavy in zip(*_missing(self._widths, places, column), strict=True):
            title = self._events[place].title + self._tail_of(int(self.flags[place]))
            self._widths[place, heavy] = self._measure(title, bool(heavy))
        found: NDArray[np.float32] = self._widths[places, column]
        return found

    def homes(
        self, places: NDArray[np.int64], kind: LaneKind, homes_of: Callable[[tuple[str, ...]], Sequence[int]]
    ) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """Lanes of events: numbers among `places`, and lanes; `homes_of` gives the lanes of one tuple of lane keys."""
        keys = self._keys.setdefault(kind, _Keys(kind))
        codes = keys.codes(self._events)[places]
        homes = [tuple(homes_of(one)) for one in keys.told]
        lengths = np.array([len(one) for one in homes], np.int64)
        lanes = np.array([lane for one in homes for lane in one], np.int32)
        begins = np.cumsum(lengths) - lengths
        count = lengths[codes] if len(codes) else np.empty(0, np.int64)
        numbers = np.repeat(np.arange(len(places)), count)
        within = np.arange(len(numbers)) - np.repeat(np.cumsum(count) - count, count)
        return numbers, lanes[begins[codes[numbers]] + within] if len(numbers) else lanes[:0]


class _Keys:
    """The lane keys of events by one kind of lanes: a number for each different tuple of keys."""

    def __init__(self, kind: LaneKind) -> None:
        self._of = lane_keys(kind)
        self._numbers: dict[tuple[str, ...], int] = {}
        self._codes: NDArray[np.int64] = np.empty(0, np.int64)

    @property
    def told(self) -> list[tuple[str, ...]]:
        """All tuples of keys."""
        return list(self._numbers)

    def codes(self, events: Sequence[Event]) -> NDArray[np.int64]:
        """The number of each event's tuple of keys; of the first events it is known already."""
        numbers, keys_of = self._numbers, self._of
        if len(self._codes) < len(events):
            fresh = [numbers.setdefault(keys_of(event), len(numbers)) for event in events[len(self._codes) :]]
            self._codes = np.concatenate([self._codes, np.array(fresh, np.int64)])
        return self._codes


def _missing(widths: NDArray[np.float32], places: NDArray[np.int64], column: NDArray[np.int64]) -> tuple[Any, Any]:
    unknown = np.isnan(widths[places, column])
    return places[unknown].tolist(), column[unknown].tolist()

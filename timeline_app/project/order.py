"""Values in an order that is kept while single ones change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Any, Generic, TypeVar

from timeline_app.model import Event, When

#: Up to this share of the values are changed one by one; where more are, all are sorted.
FEW = 0.25

T = TypeVar("T")
#: What is sorted by; its last part is the value's id, so that no two are the same.
Key = tuple[Any, ...]
#: Id of a value, its key and the value; no value where it has gone.
Changed = tuple[str, Key, T | None]


class Order(Generic[T]):
    """Values under ids, sorted by their keys. `values` is the list itself: copy it before you keep it."""

    def __init__(self) -> None:
        self.values: list[T] = []
        self._keys: list[Key] = []
        self._key_of: dict[str, Key] = {}

    def of_some(self, ids: list[str], values: list[T]) -> Order[T]:
        """An order of these of the values, given as they stand here."""
        some: Order[T] = Order()
        some.values = values
        some._keys = [self._key_of[id_] for id_ in ids]
        some._key_of = dict(zip(ids, some._keys, strict=True))
        return some

    def __contains__(self, id_: str) -> bool:
        return id_ in self._key_of

    def change(self, changes: Iterable[Changed[T]]) -> None:
        """Put these values where they belong now, and take out those that have gone."""
        gone: list[Key] = []
        come: dict[str, tuple[Key, T]] = {}
        for id_, key, value in changes:
            if (old := self._key_of.pop(id_, None)) is not None:
                gone.append(old)
            if value is not None:
                come[id_] = key, value
        self._key_of.update({id_: key for id_, (key, _) in come.items()})
        new = sorted(come.values(), key=itemgetter(0))
        if len(gone) + len(new) <= len(self.values) * FEW:
            self._take_out(gone)
            self._put_in(new)
        else:
            left = set(gone)
            pairs = [pair for pair in zip(self._keys, self.values, strict=True) if pair[0] not in left]
            pairs = sorted(pairs + new, key=itemgetter(0)) if pairs else new
            self._keys, self.values = [key for key, _ in pairs], [value for _, value in pairs]

    def _take_out(self, gone: Iterable[Key]) -> None:
        """Whole stretches are kept, which is a matter of copying memory."""
        keys, values = self._keys, self.values
        places = sorted(bisect_left(keys, key) for key in gone)
        self._keys, self.values = [], []
        for before, after in pairwise([-1, *places, len(keys)]):
            self._keys += keys[before + 1 : after]
            self.values += values[before + 1 : after]

    def _put_in(self, come: Sequence[tuple[Key, T]]) -> None:
        keys, values = self._keys, self.values
        self._keys, self.values = [], []
        begin = 0
        for key, value in come:
            end = bisect_left(keys, key, begin)
            self._keys += keys[begin:end]
            self.values += values[begin:end]
            self._keys.append(key)
            self.values.append(value)
            begin = end
        self._keys += keys[begin:]
        self.values += values[begin:]

    def key_of(self, id_: str) -> Key:
        """The key of a value that is there."""
        return self._key_of[id_]


def first_day(when: When | None) -> float:
    """The day by which an event is put in order: the likeliest, the first or the last possible; else infinity."""
    if when is None:
        return float("inf")
    days = (when.best, when.earliest, when.latest)
    return next((float(day) for day in days if day is not None), float("inf"))


def order_key(event: Event, position: int, id_: str) -> Key:
    """By day, then as the articles (by `position`) and their words follow one another."""
    when = event.when
    day = float(when.best) if when is not None and when.best is not None else first_day(when)
    return day, position, event.trigger.start, id_

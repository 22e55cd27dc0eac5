"""A store of ready-made pictures that holds a bounded amount of memory and asks for no bookkeeping at each look."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """Values by key in two generations: when the young one is full it becomes the old one, and what was old goes.

    Whatever is used comes back into the young one. So what was used of late stays, without an order to keep up.
    """

    def __init__(self, most: float) -> None:
        """`most` is the weight of a generation, in the unit of `put`; twice as much at most is held."""
        self._most = most
        self._weight = 0.0
        self._young: dict[Hashable, tuple[Value, float]] = {}
        self._old: dict[Hashable, tuple[Value, float]] = {}

    def __len__(self) -> int:
        return len(self._young) + len(self._old)

    def get(self, key: Hashable) -> Value | None:
        """The value of a key, None where it is not (or no longer) there."""
        found = self._young.get(key)
        if found is not None:
            return found[0]
        found = self._old.pop(key, None)
        return None if found is None else self.put(key, *found)

    def put(self, key: Hashable, value: Value, weight: float) -> Value:
        """Keep a value for a while; returns it."""
        if self._weight >= self._most:
            self._old, self._young, self._weight = self._young, {}, 0.0
        self._young[key] = (value, weight)
        self._weight += weight
        return value

    def clear(self) -> None:
        """Let go of everything."""
        self._young, self._old, self._weight = {}, {}, 0.0

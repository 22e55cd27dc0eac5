"""Making very many values at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: From so many new values on the collector is told to leave them alone.
MANY = 50_000

#: An entry for each pause that lasts, of any thread.
_pauses: list[None] = []


def is_paused() -> bool:
    """Whether some thread makes very many values just now."""
    return bool(_pauses)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Millions of new values and none of them garbage: otherwise the collector goes through them again and again.

    Where they are very many, it does not go through them later either: a single look at the events of a large project
    takes long enough for the window to stutter. What is left alone must go by itself: no circles in it.
    """
    collecting = gc.isenabled()
    gc.disable()
    _pauses.append(None)
    try:
        yield
    finally:
        _pauses.pop()
        # Also while paused the collector counts what it would have to look through first.
        if gc.get_count()[0] > MANY:
            gc.freeze()
        if collecting:
            gc.enable()

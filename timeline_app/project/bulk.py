"""Making very many values at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: From so many new values on the collector is told to leave them alone.
MANY = 50_000


@contextmanager
def collector_paused() -> Iterator[None]:
    """Millions of new values and none of them garbage: otherwise the collector goes through them again and again.

    Where they are very many, it does not go through them later either: a single look at the events of a large project
    takes long enough for the window to stutter. What is left alone must go by itself: no circles in it.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # Also while paused the collector counts what it would have to look through first.
        if gc.get_count()[0] > MANY:
            gc.freeze()
        if collecting:
            gc.enable()

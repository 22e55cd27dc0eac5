"""Making very many values at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Millions of new values and none of them garbage: otherwise the collector goes through them again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


#: From this many events on the collector is told to leave them alone.
MANY = 5_000


def settle(made: int) -> None:
    """So many events were made, which live as long as the project: the collector need not look through them.

    A single look through 100,000 events takes long enough for the window to stutter.
    """
    if made >= MANY:
        gc.freeze()


def unsettle() -> None:
    """The project was closed: what was settled may be collected again."""
    gc.unfreeze()

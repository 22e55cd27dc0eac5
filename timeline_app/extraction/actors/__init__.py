"""Who acts in an article: names of persons, organisations, groups, states and places, each actor's brought together.

Joining across articles is asked for by the open window, finding only by the readers: each is loaded when named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline_app.extraction.actors.across import join_actors
    from timeline_app.extraction.actors.finding import find_actors

__all__ = ["find_actors", "join_actors"]


def __getattr__(name: str) -> Any:
    """Load a door when it is first named."""
    if name == "find_actors":
        from timeline_app.extraction.actors.finding import find_actors

        return find_actors
    if name == "join_actors":
        from timeline_app.extraction.actors.across import join_actors

        return join_actors
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""An article becomes date expressions, mentions, actors and events: one function a step, each from values to values.

What is named here is loaded when first asked for: the window opens before a grammar is compiled.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline_app.extraction.actors import find_actors
    from timeline_app.extraction.analyser import Analyser
    from timeline_app.extraction.events import find_events
    from timeline_app.extraction.interface import to_json
    from timeline_app.extraction.reading import read_article
    from timeline_app.extraction.times import choose_mode, find_times
    from timeline_app.extraction.typed_dates import UnreadableDate, parse_date

__all__ = [
    "Analyser", "UnreadableDate", "choose_mode", "find_actors", "find_events", "find_times", "parse_date",
    "read_article", "to_json",
]  # fmt: skip

_HOMES = {
    "Analyser": "analyser",
    "UnreadableDate": "typed_dates",
    "choose_mode": "times",
    "find_actors": "actors",
    "find_events": "events",
    "find_times": "times",
    "parse_date": "typed_dates",
    "read_article": "reading",
    "to_json": "interface",
}


def __getattr__(name: str) -> Any:
    """Load a step when it is first named."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)

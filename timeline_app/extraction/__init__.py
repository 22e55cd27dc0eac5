"""An article becomes date expressions, mentions, actors and events: one function a step, each from values to values."""

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

"""Time expressions: found by a grammar of English, read against what the article has said so far."""

from timeline_app.extraction.times.finding import find_times
from timeline_app.extraction.times.modes import choose_mode

__all__ = ["choose_mode", "find_times"]

"""What happened: from an analysed article with its dates and actors to events."""

from timeline_app.extraction.events.care import Care
from timeline_app.extraction.events.finding import find_events
from timeline_app.extraction.events.gathering import Source

__all__ = ["Care", "Source", "find_events"]

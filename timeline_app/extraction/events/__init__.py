"""What happened: from an analysed article with its dates and actors to events."""

from timeline_app.extraction.events.finding import Source, find_events

__all__ = ["Source", "find_events"]

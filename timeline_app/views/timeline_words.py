"""What the timeline says in words: tooltips, the marked range, the accessible description."""

from __future__ import annotations

import math
from collections.abc import Mapping
from html import escape

from timeline_app.layout.frame import DayMark
from timeline_app.model import Event, Factuality
from timeline_app.views.words import count

#: From so many days on a marked range is counted in years.
MANY_DAYS, DAYS_OF_YEAR = 1000, 365.2425
#: Names in a tooltip before "and others".
MOST_NAMES = 6
_NOT_SURE = {
    Factuality.PLANNED: "planned",
    Factuality.POSSIBLE: "possible",
    Factuality.DENIED: "denied",
    Factuality.ONGOING: "ongoing",
}


def event_tip(event: Event, names: Mapping[str, str]) -> str:
    """Title, date and actors of an event as rich text."""
    from timeline_app.model.phrase import say_when

    actors = [names.get(part.actor, part.actor) for part in event.participants]
    shown = ", ".join(actors[:MOST_NAMES]) + (" and others" if len(actors) > MOST_NAMES else "")
    notes = [_NOT_SURE.get(event.factuality, ""), "a statement" if event.statement else ""]
    if any(claim.about == "date" for claim in event.claims):
        notes.append("sources differ on the date")
    lines = [f"<b>{escape(event.title)}</b>", escape(say_when(event.when)), escape(shown)]
    lines.append(escape(", ".join(note for note in notes if note)))
    lines.append(escape(f"Tags: {', '.join(event.tags)}" if event.tags else ""))
    return "<div style='white-space:pre-wrap'>" + "<br>".join(line for line in lines if line) + "</div>"


def event_line(event: Event | None, names: Mapping[str, str]) -> str:
    """Date and actors of an event in one line; "" without one."""
    from timeline_app.model.phrase import say_when

    if event is None:
        return ""
    actors = [names.get(part.actor, part.actor) for part in event.participants]
    shown = ", ".join(actors[:MOST_NAMES]) + (" and others" if len(actors) > MOST_NAMES else "")
    return " · ".join(part for part in (say_when(event.when), shown, _NOT_SURE.get(event.factuality, "")) if part)


def plain_tip(title: str, start: float, end: float) -> str:
    """The same for an event of which only its place is known."""
    return f"<b>{escape(title)}</b><br>{escape(say_range(start, end))}"


def cluster_tip(count: int, first: float, last: float) -> str:
    """What a mark with a number stands for."""
    events = "1 event" if count == 1 else f"{count:,} events"
    return f"<b>{events}</b><br>{escape(say_range(first, last))}<br>Click to look closer"


def say_range(first: float, last: float) -> str:
    """The days that [first, last) touches: "7–20 October 2023", "7 October 2023"."""
    from timeline_app.model.calendar import iso_day
    from timeline_app.model.phrase import say_when
    from timeline_app.model.when import When

    low = math.floor(first)
    high = max(low, math.ceil(last) - 1)
    if low == high:
        return say_when(When(low, low, low, low, iso_day(low)))
    return say_when(When(low, low, high, high, f"{iso_day(low)}/{iso_day(high)}"))


def marked_words(first: float, last: float, events: int) -> str:
    """The tag of a marked range: its days, how long it is, and how many events are in it."""
    days = max(1, math.ceil(last) - math.floor(first))
    # Nobody counts decades in days.
    length = count(days, "day") if days < MANY_DAYS else f"{days / DAYS_OF_YEAR:,.1f} years"
    return f"{say_range(first, last)} · {length} · {count(events, 'event')}"


def today_mark(day: int | None, span: tuple[float, float] | None) -> DayMark | None:
    """The mark of the day it is; None where all events lie on one side of it, for then it tells nothing."""
    if day is None or span is None or not span[0] <= day < span[1]:
        return None
    return DayMark(day + 0.5, "today", is_today=True)

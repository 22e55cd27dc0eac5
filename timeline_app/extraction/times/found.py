"""What a rule found: the TIMEX3 reading, and the place on the calendar where it has one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_app.extraction.times.stretch import Stretch
from timeline_app.model import ClockTime, TimexType

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A reading of some words. `span` is given only where it is not the whole match.

    `stretch` is the place on the calendar; `note` says in words how it was worked out; `anchor` is the span of the
    earlier expression it counts from; `vague` marks a date that is only about right; `bounds` are narrower days than
    those of the stretch. A date with `silent` set does not become what later expressions count from. What `waits` is
    only something with the date behind it ("the day before"), of the part of day in `part` if any.
    """

    type: TimexType
    value: str
    mod: str = ""
    stretch: Stretch | None = None
    clock: ClockTime | None = None
    note: str = ""
    anchor: Span | None = None
    span: Span | None = None
    bounds: Span | None = None
    vague: bool = False
    silent: bool = False
    waits: bool = False
    part: str = ""

    def at(self, start: int, end: int) -> Found:
        """The same reading of other words."""
        return replace(self, span=(start, end))


Result = Found | list[Found] | None


def date(stretch: Stretch, note: str = "", anchor: Span | None = None, mod: str = "") -> Found:
    """A DATE whose value is a unit of the calendar."""
    return Found(TimexType.DATE, stretch.value, mod, stretch, note=note, anchor=anchor)


def time(stretch: Stretch | None, suffix: str, note: str = "", anchor: Span | None = None) -> Found:
    """A TIME: a part of day (`suffix` "TMO") or a clock time ("T15:00") of a day; of no known day where it is None."""
    value = (stretch.value if stretch else "XXXX-XX-XX") + suffix
    return Found(TimexType.TIME, value, stretch=stretch, note=note, anchor=anchor)


def reference(value: str, note: str = "") -> Found:
    """A DATE that only says past, present or future."""
    return Found(TimexType.DATE, value, note=note, silent=True)


def duration(value: str, mod: str = "", note: str = "a length of time, not a date") -> Found:
    """A DURATION."""
    return Found(TimexType.DURATION, value, mod, note=note, silent=True)


def repetition(value: str, note: str = "something that repeats") -> Found:
    """A SET."""
    return Found(TimexType.SET, value, note=note, silent=True)

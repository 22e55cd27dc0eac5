"""The words with which a person frames a date: "before …", "between … and …", "from … to …"."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline_app.model import When
from timeline_app.model.bounds import when_between, when_span
from timeline_app.model.edtf import parse_edtf


def _before(limit: When) -> When | None:
    return None if limit.earliest is None else when_between(None, limit.earliest - 1)


def _after(limit: When) -> When | None:
    return None if limit.latest is None else when_between(limit.latest + 1, None)


def _by(limit: When) -> When | None:
    return when_between(None, limit.latest)


def _not_before(limit: When) -> When | None:
    return when_between(limit.earliest, None)


def _shortly_before(limit: When) -> When | None:
    return when_between(None, limit.latest, approximate=True) if limit.latest is not None else None


def _shortly_after(limit: When) -> When | None:
    return when_between(limit.earliest, None, approximate=True) if limit.earliest is not None else None


def _until(end: When) -> When:
    return when_span(When(None, None, None, None, ".."), end)


def _since(start: When) -> When:
    return when_span(start, When(None, None, None, None, ".."))


def _between(first: When, last: When) -> When | None:
    if first.earliest is None or last.latest is None or first.earliest > last.latest:
        return None
    return when_between(first.earliest, last.latest)


def _from_to(first: When, last: When) -> When | None:
    if first.earliest is None or last.latest is None or first.earliest > last.latest:
        return None
    return when_span(first, last)


def either(first: When, last: When) -> When | None:
    """One of two dates, each as it is written."""
    if any(mark in when.edtf for when in (first, last) for mark in "[/T"):
        return _between(first, last)
    return parse_edtf(f"[{first.edtf},{last.edtf}]")


def _frame(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


#: How a person frames dates, the more particular frames first; each group is a date of its own.
FRAMES: tuple[tuple[re.Pattern[str], Callable[..., When | None]], ...] = (
    (_frame(r"shortly before (.+)"), _shortly_before),
    (_frame(r"shortly after (.+)"), _shortly_after),
    (_frame(r"(?:on or before|in or before|by|no later than|not after|up to|at latest) (.+)"), _by),
    (_frame(r"(?:on or after|in or after|no earlier than|not before|at earliest) (.+)"), _not_before),
    (_frame(r"(?:before|earlier than|prior to) (.+)"), _before),
    (_frame(r"(?:after|later than) (.+)"), _after),
    (_frame(r"between (.+) and (.+)"), _between),
    (_frame(r"(?:from )?(.+?) (?:to|until|till|through|–|—|-) (.+)"), _from_to),
    (_frame(r"(.+?) ?[–—] ?(.+)"), _from_to),
    (_frame(r"(?:until|till) (.+)"), _until),
    (_frame(r"(?:since|from) (?!.* (?:to|until|till|through) )(.+)"), _since),
    (_frame(r"(.+) onwards?"), _since),
    (_frame(r"(.+) or later"), _not_before),
    (_frame(r"(.+) or earlier"), _by),
    (_frame(r"(?:either )?(.+) or (.+)"), either),
)

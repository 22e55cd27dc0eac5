"""Full dates as they are written in headers, bylines, file names and metadata fields.

Only a day with its month and year counts. 03/04/2023 is a day in March or in April: it is left alone unless one of its
numbers is above 12, both are the same, a weekday stands beside it, or the page says which order its language uses.
Running text is read by the extraction room; here a line is known to hold a date of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.model.calendar import day_number, weekday

#: Years in which an article can have been published: from the first newspapers on.
FIRST_YEAR, LAST_YEAR = 1600, 2199

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_PATTERN = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY_PATTERN = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"

_ORDINAL = r"(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"""
    (?<![\d-])(?P<iso_year>\d{{4}})(?P<iso_mark>[-/.])(?P<iso_month>\d{{1,2}})(?P=iso_mark)(?P<iso_day>\d{{1,2}})(?!\d)
    | (?<!\d)(?P<ymd_year>\d{{4}})[\s,./-]{{1,2}}(?P<ymd_month>{MONTH_PATTERN})\.?
      [\s./-]{{1,2}}(?P<ymd_day>\d{{1,2}})(?!\d)
    | (?<!\d)(?P<dmy_day>\d{{1,2}}){_ORDINAL}(?:\s+of)?[\s./-]{{1,3}}(?P<dmy_month>{MONTH_PATTERN})\.?
      \s*,?[\s./-]{{0,3}}(?P<dmy_year>\d{{4}})(?!\d)
    | \b(?P<mdy_month>{MONTH_PATTERN})\.?[\s./-]{{1,3}}(?P<mdy_day>\d{{1,2}}){_ORDINAL}
      (?:\s*,\s*|[\s./-]{{1,3}})(?P<mdy_year>\d{{4}})(?!\d)
    | (?<![\d./-])(?P<first>\d{{1,2}})(?P<mark>[./-])(?P<second>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})(?!\d|[./-]\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?:\d{6})?(?!\d)")
_WEEKDAY_NEAR = re.compile(rf"\b(?P<name>{WEEKDAY_PATTERN})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A full date: its day number and the characters [start, end) that say it."""

    day: int
    start: int
    end: int


def find_dates(text: str, *, day_first: bool | None = None) -> Iterator[WrittenDate]:
    """The full dates of a short text, in order. `day_first` says how 03/04/2023 is meant, None: not known."""
    for match in _DATE.finditer(text):
        day = _day_of(match, day_first)
        if day is not None:
            yield WrittenDate(day, match.start(), match.end())


def first_date(text: str, *, day_first: bool | None = None) -> WrittenDate | None:
    """The first full date of a short text."""
    return next(find_dates(text, day_first=day_first), None)


def compact_date(text: str) -> WrittenDate | None:
    """The first date of the form 20231112, with or without six figures of clock time, for names and metadata."""
    for match in _COMPACT.finditer(text):
        year, month, day = (int(figure) for figure in match.groups())
        number = valid_day(year, month, day)
        if number is not None:
            return WrittenDate(number, match.start(), match.start() + 8)
    return None


def valid_day(year: int, month: int, day: int) -> int | None:
    """The day number, or None for a day no calendar has and for years before newspapers."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return day_number(year, month, day)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """1 to 12 for an English month name, short or long."""
    return MONTHS.index(name[:3].lower()) + 1


def _day_of(match: re.Match[str], day_first: bool | None) -> int | None:
    found = match.groupdict()
    if found["iso_year"]:
        return valid_day(int(found["iso_year"]), int(found["iso_month"]), int(found["iso_day"]))
    if found["ymd_day"]:
        return valid_day(int(found["ymd_year"]), month_number(found["ymd_month"]), int(found["ymd_day"]))
    if found["dmy_day"]:
        return valid_day(int(found["dmy_year"]), month_number(found["dmy_month"]), int(found["dmy_day"]))
    if found["mdy_day"]:
        return valid_day(int(found["mdy_year"]), month_number(found["mdy_month"]), int(found["mdy_day"]))
    return _numeric_day(match, day_first)


def _numeric_day(match: re.Match[str], day_first: bool | None) -> int | None:
    """Two small numbers and a year: only when nothing else can be meant."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    as_day_first, as_month_first = valid_day(year, second, first), valid_day(year, first, second)
    if as_day_first is None or as_month_first is None or as_day_first == as_month_first:
        return as_month_first if as_day_first is None else as_day_first
    near = match.string[max(0, match.start() - 14) : match.end() + 14]
    name = _WEEKDAY_NEAR.search(near)
    if name:
        wanted = WEEKDAYS.index(name["name"][:3].lower())
        fitting = {day for day in (as_day_first, as_month_first) if weekday(day) == wanted}
        if len(fitting) == 1:
            return fitting.pop()
    if day_first is None:
        return None
    return as_day_first if day_first else as_month_first

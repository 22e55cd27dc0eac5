"""Dates as EDTF text (ISO 8601-2): levels 0 and 1, and the one-of sets of level 2.

`read_edtf` takes the text apart without losing a character, `print_edtf` puts it together again, and `parse_edtf` works
out the days it stands for. What is beyond these levels is refused with a sentence for the person who typed it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline_app.model.calendar import day_number, days_in_month, month_span
from timeline_app.model.when import ClockTime, When

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: EDTF's seasons: first month and day, last month and day; the winter of a year ends in the next one.
SEASONS = {"21": (3, 1, 6, 20), "22": (6, 1, 9, 22), "23": (9, 1, 12, 21), "24": (12, 1, 3, 20)}

_YEAR = r"(?P<year>-?\d{4}|-?\d\d[\dX]X|Y-?[1-9]\d{4,})"
_CLOCK = r"T(?P<clock>\d\d:\d\d:\d\d)(?P<zone>Z|[+-]\d\d(?::\d\d)?)?"
_DATE = re.compile(
    rf"{_YEAR}(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?:{_CLOCK})?)?)?(?P<mark>[?~%])?", flags=re.ASCII
)


class UnreadableEdtf(ValueError):  # noqa: N818  (a noun of the domain)
    """A text that is no EDTF of the levels read here; its message is a sentence for the person who typed it."""


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """One date, its parts as written: "202X", "10", "XX"; `mark` is one of ? (uncertain), ~ (about), % (both)."""

    year: str
    month: str = ""
    day: str = ""
    clock: str = ""
    zone: str = ""
    mark: str = ""

    @property
    def years(self) -> tuple[int, int]:
        """First and last astronomical year that fit."""
        digits = self.year.lstrip("Y")
        low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
        return min(low, high), max(low, high)

    @property
    def bounds(self) -> tuple[int, int]:
        """First and last day that fit, both included."""
        first_year, last_year = self.years
        if self.month in SEASONS:
            month, day, end_month, end_day = SEASONS[self.month]
            return day_number(first_year, month, day), day_number(last_year + (end_month < month), end_month, end_day)
        if self.month in ("", "XX"):
            return day_number(first_year), day_number(last_year, 12, 31)
        month = int(self.month)
        if self.day in ("", "XX"):
            return month_span(first_year, month)
        day = day_number(first_year, month, int(self.day))
        return day, day


@dataclass(frozen=True, slots=True)
class EdtfInterval:
    """Two ends; ".." is an open one, "" an unknown one."""

    start: EdtfDate | str
    end: EdtfDate | str


@dataclass(frozen=True, slots=True)
class EdtfRange:
    """A stretch inside a one-of set; None where it is open (only at the set's own ends)."""

    first: EdtfDate | None
    last: EdtfDate | None


@dataclass(frozen=True, slots=True)
class EdtfSet:
    """One of these dates, it is not said which: [1667,1668,1670..1672]."""

    members: tuple[EdtfDate | EdtfRange, ...]


Edtf = EdtfDate | EdtfInterval | EdtfSet


def read_edtf(text: str) -> Edtf:
    """The parts of an EDTF text. Raises UnreadableEdtf."""
    if text.startswith("{"):
        raise UnreadableEdtf(f"“{text}” names several dates at once; write one date, an interval, or a choice in [ ].")
    if text.startswith("["):
        return _read_set(text)
    if "/" in text:
        return _read_interval(text)
    return _read_date(text)


def print_edtf(value: Edtf) -> str:
    """The text of these parts, character for character what was read."""
    if isinstance(value, EdtfDate):
        time = f"T{value.clock}{value.zone}" if value.clock else ""
        return "-".join(part for part in (value.year, value.month, value.day) if part) + time + value.mark
    if isinstance(value, EdtfInterval):
        return f"{_print_end(value.start)}/{_print_end(value.end)}"
    return "[" + ",".join(_print_member(member) for member in value.members) + "]"


def parse_edtf(text: str) -> When:
    """The days an EDTF text stands for; its own text is kept. Raises UnreadableEdtf."""
    value = read_edtf(text)
    if isinstance(value, EdtfDate):
        first, last = value.bounds
        return When(first, last, first, last, text, value.mark in ("~", "%"), clock=_clock(value))
    if isinstance(value, EdtfInterval):
        return _interval_when(value, text)
    bounds = [_member_bounds(member) for member in value.members]
    lows, highs = [low for low, _ in bounds], [high for _, high in bounds]
    low = None if None in lows else min(known for known in lows if known is not None)
    high = None if None in highs else max(known for known in highs if known is not None)
    marked = any(isinstance(member, EdtfDate) and member.mark in ("~", "%") for member in value.members)
    return When(low, high, low, high, text, marked)


def _read_date(text: str, whole: str = "") -> EdtfDate:
    match = _DATE.fullmatch(text)
    if match is None or match["year"] == "-0000":
        raise UnreadableEdtf(f"“{whole or text}” is no date in EDTF; write it like 2023-10-20, 2023-10, 199X or 1999~.")
    parts = {name: value or "" for name, value in match.groupdict().items()}
    date = EdtfDate(**parts)
    _check_calendar(date, whole or text)
    if date.clock:
        _check_clock(date, whole or text)
    return date


def _check_calendar(date: EdtfDate, text: str) -> None:
    if "X" in date.year and date.month:
        raise UnreadableEdtf(f"“{text}” leaves the year open but names a month; name the year, or leave out the month.")
    if date.month == "XX" and date.day not in ("", "XX"):
        raise UnreadableEdtf(f"“{text}” leaves the month open but names a day; name the month, or write XX for both.")
    if date.month in ("", "XX"):
        return
    if date.month in SEASONS:
        if date.day:
            raise UnreadableEdtf(f"“{text}” names a day of a season; seasons have no days.")
        return
    month = int(date.month)
    if not 1 <= month <= 12:
        raise UnreadableEdtf(f"“{text}”: there is no month {month}.")
    if date.day and date.day != "XX" and not 1 <= int(date.day) <= days_in_month(date.years[0], month):
        raise UnreadableEdtf(f"“{text}”: {MONTH_NAMES[month - 1]} of that year has no day {int(date.day)}.")


def _check_clock(date: EdtfDate, text: str) -> None:
    hour, minute, second = (int(part) for part in date.clock.split(":"))
    midnight = (hour, minute, second) == (24, 0, 0)
    if "XX" in (date.month, date.day) or (not midnight and (hour > 23 or minute > 59 or second > 59)):
        raise UnreadableEdtf(f"“{text}”: there is no such time of day.")
    hours, _, minutes = date.zone.lstrip("Z+-").partition(":")
    if hours and (int(hours) > 14 or int(minutes or 0) > 59):
        raise UnreadableEdtf(f"“{text}”: there is no such time zone.")


def _read_interval(text: str) -> EdtfInterval:
    sides = text.split("/")
    if len(sides) != 2 or sides == ["", ""]:
        raise UnreadableEdtf(f"“{text}” is no interval; write it like 2023-10-07/2023-10-20, or .. for an open end.")
    ends = [side if side in ("", "..") else _read_date(side, text) for side in sides]
    if any(isinstance(end, EdtfDate) and end.clock for end in ends):
        raise UnreadableEdtf(f"“{text}”: the ends of an interval are days, months or years, without a time of day.")
    start, end = ends
    if isinstance(start, EdtfDate) and isinstance(end, EdtfDate) and start.bounds[0] > end.bounds[1]:
        raise UnreadableEdtf(f"“{text}” ends before it begins; put the earlier date first.")
    return EdtfInterval(start, end)


def _read_set(text: str) -> EdtfSet:
    if not text.endswith("]"):
        raise UnreadableEdtf(f"“{text}”: the closing ] is missing.")
    pieces = text[1:-1].split(",")
    members = tuple(
        _read_member(piece, text, first=position == 0, last=position == len(pieces) - 1)
        for position, piece in enumerate(pieces)
    )
    if len(members) == 1 and isinstance(members[0], EdtfDate):
        raise UnreadableEdtf(f"“{text}” offers only one date; leave the brackets out.")
    return EdtfSet(members)


def _read_member(piece: str, text: str, *, first: bool, last: bool) -> EdtfDate | EdtfRange:
    low, dots, high = piece.partition("..")
    if not dots:
        return _read_date(piece, text)
    if (not low and not first) or (not high and not last) or not (low or high):
        raise UnreadableEdtf(f"“{text}”: a set may be open only before its first or after its last date.")
    ends = [_read_date(side, text) if side else None for side in (low, high)]
    if any(end is not None and (end.mark or end.clock) for end in ends):
        raise UnreadableEdtf(f"“{text}”: the ends of a stretch in a set carry no mark and no time of day.")
    if ends[0] and ends[1] and ends[0].bounds[0] > ends[1].bounds[1]:
        raise UnreadableEdtf(f"“{text}”: a stretch in it ends before it begins.")
    return EdtfRange(ends[0], ends[1])


def _print_end(end: EdtfDate | str) -> str:
    return end if isinstance(end, str) else print_edtf(end)


def _print_member(member: EdtfDate | EdtfRange) -> str:
    if isinstance(member, EdtfDate):
        return print_edtf(member)
    return f"{print_edtf(member.first) if member.first else ''}..{print_edtf(member.last) if member.last else ''}"


def _member_bounds(member: EdtfDate | EdtfRange) -> tuple[int | None, int | None]:
    if isinstance(member, EdtfDate):
        return member.bounds
    return member.first.bounds[0] if member.first else None, member.last.bounds[1] if member.last else None


def _interval_when(value: EdtfInterval, text: str) -> When:
    """An open or unknown end is bounded on one side only: nothing ends before it begins."""
    start = value.start.bounds if isinstance(value.start, EdtfDate) else None
    end = value.end.bounds if isinstance(value.end, EdtfDate) else None
    starts = start or (None, end[1] if end else None)
    ends = end or (start[0] if start else None, None)
    marks = [side.mark for side in (value.start, value.end) if isinstance(side, EdtfDate)]
    approximate = any(mark in ("~", "%") for mark in marks)
    return When(starts[0], starts[1], ends[0], ends[1], text, approximate)


def _clock(date: EdtfDate) -> ClockTime | None:
    if not date.clock:
        return None
    hour, minute, _ = (int(part) for part in date.clock.split(":"))
    return ClockTime(hour * 60 + minute, "UTC" if date.zone == "Z" else date.zone)

"""A unit of the calendar: one day, week, month, quarter, … century, as a grain and a running number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.model.calendar import civil, day_number, iso_week, month_span, week_start, year_span


class Grain(StrEnum):
    """The size of a unit, written as TimeML's letter for it."""

    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "M"
    QUARTER = "Q"
    SEASON = "SN"
    HALF = "H"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"
    MILLENNIUM = "ML"


FINENESS = {grain: order for order, grain in enumerate(Grain)}
SEASON_LETTERS = ("SP", "SU", "FA", "WI")
#: Fixed numbers of months, for grains that are whole parts of a year.
MONTHS_IN = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The unit with running number `number`: days and weeks since day 0, months since year 0, and so on.

    Decades and centuries before Christ are the negative numbers: -1 is the first one before the year 1.
    """

    grain: Grain
    number: int

    def shift(self, count: int) -> Stretch:
        """The unit of the same grain so many later (earlier, if negative)."""
        return Stretch(self.grain, self.number + count)

    @property
    def first(self) -> int:
        """Its first day."""
        return self.bounds[0]

    @property
    def last(self) -> int:
        """Its last day."""
        return self.bounds[1]

    @property
    def year(self) -> int:
        """The astronomical year it begins in (of its Thursday, for a week)."""
        if self.grain in (Grain.WEEK, Grain.WEEKEND):
            return iso_week(self.number * 7 + 1)[0]
        return civil(self.first)[0]

    @property
    def bounds(self) -> tuple[int, int]:
        """First and last day, both included."""
        grain, number = self.grain, self.number
        if grain is Grain.DAY:
            return number, number
        if grain in (Grain.WEEK, Grain.WEEKEND):
            monday = number * 7 + 1
            return (monday, monday + 6) if grain is Grain.WEEK else (monday + 5, monday + 6)
        if grain is Grain.SEASON:
            year, season = divmod(number, 4)
            begin = year * 12 + 2 + 3 * season
            return _months(begin)[0], _months(begin + 2)[1]
        if grain in MONTHS_IN:
            size = MONTHS_IN[grain]
            return _months(number * size)[0], _months(number * size + size - 1)[1]
        first, last = _years(grain, number)
        return year_span(first)[0], year_span(last)[1]

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        grain, number = self.grain, self.number
        if grain is Grain.DAY:
            year, month, day = civil(number)
            return f"{year_value(year)}-{month:02d}-{day:02d}"
        if grain in (Grain.WEEK, Grain.WEEKEND):
            year, week = iso_week(number * 7 + 1)
            return f"{year_value(year)}-W{week:02d}" + ("-WE" if grain is Grain.WEEKEND else "")
        if grain is Grain.YEAR:
            return year_value(number)
        if grain in (Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM):
            return _long_value(grain, number)
        return _part_of_year(grain, number)


def _part_of_year(grain: Grain, number: int) -> str:
    parts = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.SEASON: 4, Grain.HALF: 2}[grain]
    year, part = divmod(number, parts)
    if grain is Grain.MONTH:
        return f"{year_value(year)}-{part + 1:02d}"
    if grain is Grain.SEASON:
        return f"{year_value(year)}-{SEASON_LETTERS[part]}"
    return f"{year_value(year)}-{grain}{part + 1}"


def _long_value(grain: Grain, number: int) -> str:
    digits = {Grain.DECADE: 3, Grain.CENTURY: 2, Grain.MILLENNIUM: 1}[grain]
    return f"{number:0{digits}d}" if number >= 0 else f"BC{-number - 1:0{digits}d}"


def year_value(year: int) -> str:
    """An astronomical year as TIMEX3 writes it: 2023, BC0044."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def _months(number: int) -> tuple[int, int]:
    year, month = divmod(number, 12)
    return month_span(year, month + 1)


def _years(grain: Grain, number: int) -> tuple[int, int]:
    """First and last year of a decade, century or millennium; those BC are counted as people count them."""
    size = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}[grain]
    if number >= 0:
        return number * size, number * size + size - 1
    count = -number - 1
    if grain is Grain.DECADE:
        return 1 - (count * 10 + 9), 1 - max(count * 10, 1)
    return 1 - (count + 1) * size, -count * size


def day(number: int) -> Stretch:
    """One day."""
    return Stretch(Grain.DAY, number)


def month(year: int, number: int) -> Stretch:
    """A month, 1 to 12, of an astronomical year."""
    return Stretch(Grain.MONTH, year * 12 + number - 1)


def season(year: int, letters: str) -> Stretch:
    """A season by TIMEX3's letters; the winter of a year begins in its December."""
    return Stretch(Grain.SEASON, year * 4 + SEASON_LETTERS.index(letters))


def unit_of(number: int, grain: Grain) -> Stretch:
    """The unit of a grain that a day lies in."""
    year, month_number, _ = civil(number)
    if grain is Grain.DAY:
        return day(number)
    if grain in (Grain.WEEK, Grain.WEEKEND):
        return Stretch(grain, (week_start(*iso_week(number)) - 1) // 7)
    if grain in MONTHS_IN:
        return Stretch(grain, (year * 12 + month_number - 1) // MONTHS_IN[grain])
    if grain is Grain.SEASON:
        return Stretch(grain, (year * 12 + month_number - 3) // 3)
    size = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}[grain]
    if year > 0:
        return Stretch(grain, year // size)
    return Stretch(grain, -((1 - year) // 10) - 1 if grain is Grain.DECADE else -((-year) // size) - 1)


def day_or_none(year: int, month_number: int, number: int) -> Stretch | None:
    """A day, or None where the calendar has no such day."""
    try:
        return day(day_number(year, month_number, number))
    except ValueError:
        return None

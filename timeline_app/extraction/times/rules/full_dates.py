"""Dates that name their year: "20 October 2023", "Oct. 20, 2023", "2023-10-20", "20/10/2023", "April 480 BC"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.reading import WRITTEN, full_year, month_number, number_of
from timeline_app.extraction.times.stretch import Stretch, day_or_none, month
from timeline_app.model import ClockTime, TimexType
from timeline_app.model.calendar import civil, day_number

_DIGIT = frozenset({"0"})
rules = RuleBook(
    "full dates",
    {
        "iso": WordClass(r"(?P<y>\d{4})-(?P<mo>[01]\d)-(?P<d>[0-3]\d)(?![\d-])", _DIGIT),
        "compact": WordClass(r"(?P<y>(?:19|20)\d\d)(?P<mo>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)", _DIGIT),
        "isotime": WordClass(
            r"(?:t| +)(?P<h>[01]\d|2[0-3]):(?P<mi>[0-5]\d)(?::\d\d(?:\.\d+)?)?(?P<z>z|[+-]\d\d:?\d\d)?", _DIGIT
        ),
        "slashed": WordClass(
            r"(?P<a>\d{1,2})(?P<s>[/.])(?P<b>\d{1,2})(?P=s)(?P<y>(?:1[5-9]|20)\d\d|\d\d)(?!\d)", _DIGIT
        ),
        "bc": WordClass(r"(?:bce?(?![a-z])|b\.c\.(?:e\.)?)", frozenset({"bc", "bce", "b"})),
        "ad": WordClass(r"(?:ad(?![a-z])|a\.d\.|ce(?![a-z])|c\.e\.)", frozenset({"ad", "a", "ce", "c"})),
    },
)


@rules.add(
    "[{anyweekday:}[,]] [the] {day} [day] [of] {month}[,] [of] [the year] {year}",
    "[{anyweekday:}[,]] [the] {day}-{month}-{year}",
    "[{anyweekday:}[,]] {month} [the] {day}[,] [of] [the year] {year}",
    "[{anyweekday:}[,]] [the] {ordinal:day} [day] [of] {month}[,] {year}",
    "[{anyweekday:}[,]] {month} [the] {ordinal:day}[,] {year}",
)
def full(match: re.Match[str], _context: Context) -> Result:
    """A day, month and year."""
    found = day_or_none(int(match["year"]), month_number(match["month"]), number_of(match["day"]))
    return date(found, WRITTEN) if found else None


@rules.add("[{anyweekday:}[,]] {iso}[{isotime}]", "{compact}")
def iso(match: re.Match[str], _context: Context) -> Result:
    """ISO 8601, with or without a time of day."""
    found = day_or_none(int(match["y"]), int(match["mo"]), int(match["d"]))
    parts = match.groupdict()
    if found is None or not parts.get("h"):
        return date(found, WRITTEN) if found else None
    zone = parts["z"].upper() if parts["z"] else ""
    clock = ClockTime(int(parts["h"]) * 60 + int(parts["mi"]), "UTC" if zone == "Z" else zone)
    value = f"{found.value}T{parts['h']}:{parts['mi']}{'Z' if zone == 'Z' else ''}"
    return Found(TimexType.TIME, value, "", found, clock, WRITTEN)


@rules.add("[{anyweekday:}[,]] {slashed}")
def slashed(match: re.Match[str], context: Context) -> Result:
    """Day and month in digits: in the order the article shows elsewhere, else the American one where it can be."""
    first, second = int(match["a"]), int(match["b"])
    year = full_year(match["y"])
    month_first = match["s"] == "/" and first <= 12 and not (second <= 12 and context.text.is_day_first)
    if len(match["y"]) == 2 and match["s"] == ".":
        return None
    found = day_or_none(year, first, second) if month_first else None
    if found is not None and second <= 12 and first != second:
        return date(found, WRITTEN + ", read as month/day/year")
    found = found or day_or_none(year, second, first)
    order = ", read as day/month/year, as the article writes elsewhere" if match["s"] == "/" and first <= 12 else ""
    return date(found, WRITTEN + order) if found else None


@rules.add(
    "{month}[,] [of] [the year] {year}",
    "{month} '{shortyear}",
    "{month}-{year}",
    "{month} of {year}",
)
def month_of_year(match: re.Match[str], context: Context) -> Result:
    """A month of a year; not "a march of 2000 people"."""
    if match["month"] in ("may", "march", "mar") and not context.is_capital():
        return None
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else full_year(parts["shortyear"])
    return date(month(year, month_number(match["month"])), WRITTEN)


@rules.add("[{day}] {month}[,] {anyyear} {bc}", "{month} [{day}][,] {anyyear} {bc}")
def month_before_christ(match: re.Match[str], _context: Context) -> Result:
    """A month or day of a year BC."""
    return _ancient(match, 1 - int(match["anyyear"]))


@rules.add("[{day}] {month}[,] {ad} {anyyear}", "{month} {day}[,] {ad} {anyyear}", "[{day}] {month}[,] {anyyear} {ad}")
def month_anno_domini(match: re.Match[str], _context: Context) -> Result:
    """A month or day of a year AD, named as such."""
    return _ancient(match, int(match["anyyear"]))


@rules.add(
    "[{anyweekday:}[,]] [the] {day} [of] {month}[,] {year}[,] {style}",
    "[{anyweekday:}[,]] [the] {day} [of] {month}[,] {year} \\({style}\\)",
    "[{anyweekday:}[,]] {month} {day}[,] {year}[,] {style}",
    "[{anyweekday:}[,]] {month} {day}[,] {year} \\({style}\\)",
)
def julian(match: re.Match[str], _context: Context) -> Result:
    """A date named as Julian ("Old Style"): the value is as written, the days are those of today's calendar."""
    year, number = int(match["year"]), month_number(match["month"])
    if not 1 <= number_of(match["day"]) <= 31:
        return None
    written = f"{year:04d}-{number:02d}-{number_of(match['day']):02d}"
    gregorian = julian_day(year, number, number_of(match["day"]))
    note = "as it is written in the Julian calendar, shown by the Gregorian one"
    return Found(TimexType.DATE, written, stretch=Stretch(gregorian.grain, gregorian.number), note=note)


rules.classes["style"] = WordClass(
    r"(?:o\.s\.|old style|julian(?: calendar)?|in the julian calendar)", frozenset({"o", "old", "julian", "in"})
)


def julian_day(year: int, number: int, of_month: int) -> Stretch:
    """The Gregorian day of a Julian date, by counting days from 1 March of the year 0 of that calendar."""
    shifted, index = (year - 1, number + 9) if number <= 2 else (year, number - 3)
    days = shifted * 365 + shifted // 4 + (153 * index + 2) // 5 + of_month - 1
    stretch = day_or_none(*civil(days + day_number(0, 2, 28)))
    if stretch is None:
        raise ValueError("no such day")
    return stretch


def _ancient(match: re.Match[str], year: int) -> Result:
    parts = match.groupdict()
    number = month_number(match["month"])
    if parts.get("day"):
        found = day_or_none(year, number, number_of(parts["day"]))
        return date(found, WRITTEN) if found else None
    return date(month(year, number), WRITTEN)

"""Dates given by two calendars or two beginnings of the year: "4/14 September 1752", "15 March (O.S. 2 March) 1917"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.full_dates import julian_day
from timeline_app.extraction.times.rules.reading import WRITTEN, month_number, number_of
from timeline_app.extraction.times.stretch import day_or_none
from timeline_app.model import TimexType

_DIGIT = frozenset({"0"})
_JULIAN = "as it is written in the Julian calendar, shown by the Gregorian one"
rules = RuleBook(
    "two calendars",
    {
        "twodays": WordClass(r"(?P<old>\d{1,2})/(?P<day>\d{1,2})(?![\d/])", _DIGIT),
        "twoyears": WordClass(r"(?P<year>1[0-7]\d\d)[-/](?P<next>\d{1,2})(?!\d)", _DIGIT),
        "oldstyle": WordClass(r"(?:o\.s\.|os|old style),?", frozenset({"o", "os", "old"})),
        "newstyle": WordClass(r"(?:n\.s\.|ns|new style),?", frozenset({"n", "ns", "new"})),
    },
)


@rules.add("{twodays:} {month}[,] {year}")
def both_days(match: re.Match[str], _context: Context) -> Result:
    """The Julian and the Gregorian day in one: the second is today's."""
    old, new = int(match["old"]), int(match["day"])
    found = day_or_none(int(match["year"]), month_number(match["month"]), new)
    return date(found, WRITTEN + ", by the Gregorian calendar") if found and 10 <= new - old <= 13 else None


@rules.add("[the] {day:number} [of] {month}[,] {twoyears:}", "{month} {day:number}[,] {twoyears:}")
def both_years(match: re.Match[str], _context: Context) -> Result:
    """A day before Lady Day in the years that then began in March: of the second year as we count."""
    year, number = int(match["year"]), month_number(match["month"])
    if number > 3 or not str(year + 1).endswith(match["next"]):
        return None
    found = day_or_none(year + 1, number, number_of(match["number"]))
    return date(found, WRITTEN + ", the year counted from January") if found else None


@rules.add(
    "{day} {month} [(\\(|\\[)]{style:}{otherday:} {month:othermonth}[(\\)|\\])][,] {year}",
)
def both_in_brackets(match: re.Match[str], _context: Context) -> Result:
    """A day with that of the other calendar in brackets."""
    year, old = int(match["year"]), match["style"].startswith("o")
    first = number_of(match["day"]), month_number(match["month"])
    other = int(match["otherday"]), month_number(match["othermonth"])
    spans = (match.start("day"), match.end("month")), (match.start("otherday"), match.end("othermonth"))
    (julian, at), (modern, where) = (
        ((other, spans[1]), (first, spans[0])) if old else ((first, spans[0]), (other, spans[1]))
    )
    gregorian = day_or_none(year, modern[1], modern[0])
    if gregorian is None or not 1 <= julian[0] <= 31:
        return None
    written = f"{year:04d}-{julian[1]:02d}-{julian[0]:02d}"
    named = Found(TimexType.DATE, written, stretch=julian_day(year, julian[1], julian[0]), note=_JULIAN)
    return sorted((named.at(*at), date(gregorian, WRITTEN).at(*where)), key=lambda item: item.span or (0, 0))


rules.classes["style"] = WordClass(
    r"(?P<style>(?:o\.s\.|os|old style|n\.s\.|ns|new style)),? +", frozenset({"o", "os", "old", "n", "ns", "new"})
)
rules.classes["otherday"] = WordClass(r"(?P<otherday>\d{1,2})(?!\d)", _DIGIT)

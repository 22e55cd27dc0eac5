"""Several days or months in one breath: "on 1, 2 and 3 July 1863", "in March, April and May 1871"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.choosing import choose_year
from timeline_app.extraction.times.rules.reading import WRITTEN, month_number
from timeline_app.extraction.times.stretch import day_or_none, month

_DIGIT = frozenset({"0"})
_ONE = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
rules = RuleBook(
    "lists of days and months",
    {"days": WordClass(rf"(?P<days>{_ONE}(?:, ?{_ONE}){{1,12}},? +(?:and|or) +(?:the +)?{_ONE})", _DIGIT)},
)


@rules.add("{days:} [of] {month}[,] [{year}]", "[the] {days:} [of] {month}[,] [{year}]")
def list_of_days(match: re.Match[str], context: Context) -> Result:
    """Three or more days of one month, the month said once, behind them."""
    number = month_number(match["month"])
    if not context.text.is_capital(match.start("month")):
        return None
    spans = [day.span() for day in re.finditer(_ONE, match["days"])]
    values = [int(re.match(r"\d+", match["days"][start:end])[0]) for start, end in spans]  # type: ignore[index]
    choice = choose_year(context, number, values[0])
    year = int(match["year"]) if match["year"] else choice.year
    if year is None:
        return None
    base, found = match.start("days"), list[Found]()
    for value, (start, end) in zip(values, spans, strict=True):
        here = day_or_none(year, number, value)
        if here is None:
            return None
        last = (start, end) == spans[-1]
        note = WRITTEN if match["year"] else choice.note
        found.append(date(here, note, None if match["year"] else choice.anchor).at(
            base + start, match.end() if last else base + end
        ))  # fmt: skip
    return found


@rules.add("{month}, {month:second}[,] (and|or) {month:third}[,] [of] {year}")
def list_of_months(match: re.Match[str], context: Context) -> Result:
    """Three months of one year, the year said once, behind them."""
    names = ("month", "second", "third")
    if not all(context.text.is_capital(match.start(name)) for name in names):
        return None
    year = int(match["year"])
    ends = {name: match.end(name) for name in names} | {"third": match.end()}
    return [date(month(year, month_number(match[name])), WRITTEN).at(match.start(name), ends[name]) for name in names]

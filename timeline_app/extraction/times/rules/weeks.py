"""Weeks of a month, weeks around a day, and days by their number alone: "the last week of May", "on the 20th"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass, one_of
from timeline_app.extraction.times.rules.choosing import choose_year
from timeline_app.extraction.times.rules.reading import WRITTEN, counted_from, month_number, number_of
from timeline_app.extraction.times.stretch import Grain, Stretch, day_or_none, month, unit_of
from timeline_app.model.calendar import civil

_WHICH = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1, "closing": -1}
rules = RuleBook(
    "weeks",
    {
        "edge": one_of("first/last/final/very first/very last/opening/closing"),
        "ofunit": one_of("month/year"),
        "whichweek": WordClass(rf"(?:{'|'.join(_WHICH)})(?= )", frozenset(_WHICH)),
    },
)


@rules.add(
    "[the] {whichweek} week (of|in) {month}[,] [of] [{year}]",
    "[the] {whichweek} weekend (of|in) {month}[,] [of] [{year}]",
)
def week_of_month(match: re.Match[str], context: Context) -> Result:
    """A week or weekend by its place in a month."""
    number = month_number(match["month"])
    if not context.text.is_capital(match.start("month")):
        return None
    choice = choose_year(context, number, None)
    year = int(match["year"]) if match["year"] else choice.year
    if year is None:
        return None
    first, last = month(year, number).bounds
    place = _WHICH[match["whichweek"]]
    low, high = (last - 6, last) if place < 0 else (first + 7 * place, first + 7 * place + 6)
    grain = Grain.WEEKEND if " weekend " in match[0] else Grain.WEEK
    found = date(unit_of((low + high) // 2, grain), WRITTEN if match["year"] else choice.note, choice.anchor)
    return replace(found, bounds=(low, high)) if grain is Grain.WEEK else found


@rules.add(
    "[the] week of [{anyweekday:}[,]] {month} {day}[,] [{year}]", "[the] week of [the] {day} [of] {month}[,] [{year}]"
)
def week_around(match: re.Match[str], context: Context) -> Result:
    """The week that a day lies in: "the week of 7 October"."""
    number, of_month = month_number(match["month"]), number_of(match["day"])
    if not context.text.is_capital(match.start("month")):
        return None
    year = int(match["year"]) if match["year"] else choose_year(context, number, of_month).year
    found = day_or_none(year, number, of_month) if year is not None else None
    return date(unit_of(found.number, Grain.WEEK), WRITTEN) if found else None


@rules.add(
    "[the] {edge} (day|week) of {month}[,] [of] [{year}]",
    "[the] {edge} (day|week) of [the year] {year}",
    "[the] {edge} (day|week) of the {ofunit}",
)
def edge_of(match: re.Match[str], context: Context) -> Result:
    """The first or last day or week of a month or year: "the last day of October", "the first week of 2023"."""
    parts = match.groupdict()
    if parts.get("month") and not context.text.is_capital(match.start("month")):
        return None
    note, anchor, year = WRITTEN, None, int(parts["year"]) if parts.get("year") else None
    if parts.get("ofunit"):
        grain = Grain.YEAR if parts["ofunit"] == "year" else Grain.MONTH
        mention = context.state.topic(grain) if context.state.narrative else context.state.now(grain)
        if mention is None:
            return None
        said, anchor = counted_from(mention, context)
        whole, note = mention.stretch, f"counted from {said}"
    elif parts.get("month"):
        number = month_number(parts["month"])
        choice = choose_year(context, number, None)
        if year is None and choice.year is None:
            return None
        whole = month(year if year is not None else choice.year or 0, number)
        note, anchor = (note, None) if year is not None else (choice.note, choice.anchor)
    else:
        whole = Stretch(Grain.YEAR, year or 0)
    first, last = whole.bounds
    back = match["edge"] in ("last", "final", "closing")
    here = last if back else first
    if " week " not in match[0]:
        return date(unit_of(here, Grain.DAY), note, anchor)
    low = last - 6 if back else first
    return replace(date(unit_of(low + 3, Grain.WEEK), note, anchor), bounds=(low, low + 6))


@rules.add("the {nth}", "the {nth} of the month")
def day_alone(match: re.Match[str], context: Context) -> Result:
    """A day of the month spoken of: "on the 20th"."""
    if not re.search(r"\b(?:on|by|until|till|since|from|to) +$", context.before):
        return None
    if not re.match(r"[,.;:)]|$| (?:and|he|she|they|it|the|in|at|a|when|by|to|until)\b", context.after):
        return None
    mention = context.state.topic(Grain.MONTH)
    if mention is None:
        return None
    year, number, _ = civil(mention.stretch.first)
    found = day_or_none(year, number, number_of(match["nth"]))
    said, anchor = counted_from(mention, context)
    return _dated(found.number, f"that day of the month of {said}", anchor) if found else None


def _dated(number: int, note: str, anchor: tuple[int, int] | None) -> Found:
    return date(unit_of(number, Grain.DAY), note, anchor)

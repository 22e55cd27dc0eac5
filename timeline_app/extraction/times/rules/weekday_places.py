"""Weekdays by their place: "the first Tuesday of November", "Monday week", "a week on Friday", "Saturday the 14th"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Result, date, repetition
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass, one_of
from timeline_app.extraction.times.rules.choosing import choose_year
from timeline_app.extraction.times.rules.reading import (
    WRITTEN,
    counted_from,
    month_number,
    number_of,
    weekday_number,
)
from timeline_app.extraction.times.stretch import Grain, day
from timeline_app.model.calendar import civil, day_number, days_in_month, weekday

_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1, "final": -1, "1st": 0, "2nd": 1,
           "3rd": 2, "4th": 3}  # fmt: skip
rules = RuleBook(
    "weekdays by their place",
    {
        "place": WordClass(rf"(?:{'|'.join(_PLACES)})(?= )", frozenset({"first", "second", "third", "fourth", "fifth",
                                                                        "last", "final", "0"})),
        "span": one_of("week/fortnight"),
        "turn": one_of("other/second/third"),
        "every": WordClass(r"(?:every|each)(?= )", frozenset({"every", "each"})),
    },
)  # fmt: skip
#: Before "for" it is a day, not a length: "scheduled for a week from Sunday".
_SET_FOR = re.compile(r"\b(?:scheduled|set|planned|due|slated|called) for *$")
#: So many days around the article's date a weekday with its number is looked for.
AROUND = 250


@rules.add("[the] {place} {weekday} (of|in) {month}[,] [of] [{year}]")
def of_month(match: re.Match[str], context: Context) -> Result:
    """The nth weekday of a month."""
    if not context.text.is_capital(match.start("weekday")) or not context.text.is_capital(match.start("month")):
        return None
    month = month_number(match["month"])
    choice = choose_year(context, month, None)
    year = int(match["year"]) if match["year"] else choice.year
    found = nth_weekday(year, month, weekday_number(match["weekday"]), _PLACES[match["place"]]) if year else None
    if found is None:
        return None
    return date(day(found), WRITTEN) if match["year"] else date(day(found), choice.note, choice.anchor)


def nth_weekday(year: int, month: int, which: int, place: int) -> int | None:
    """The day number of the nth (0 is the first, -1 the last) weekday of a month, None where there is none."""
    first, length = day_number(year, month), days_in_month(year, month)
    if place < 0:
        last = first + length - 1
        return last - (weekday(last) - which) % 7
    found = first + (which - weekday(first)) % 7 + 7 * place
    return found if found < first + length else None


@rules.add("[the] {place} {weekday} (of|in) (each|every|the) month", "{every} {turn} {weekday}")
def repeated(match: re.Match[str], context: Context) -> Result:
    """The first Monday of each month, every other Friday."""
    if not context.text.is_capital(match.start("weekday")):
        return None
    return repetition(f"XXXX-WXX-{weekday_number(match['weekday']) + 1}")


@rules.add("[(last|next|this)] {weekday} {span}", "(a|one) {span} (on|from|next|this|last) {weekday}",
           "(two|three) (weeks|fortnights) (on|from) {weekday}")  # fmt: skip
def weeks_away(match: re.Match[str], context: Context) -> Result:
    """A week or two after the next such day, or before the last one: "Monday week", "a week on Tuesday"."""
    mention, words = context.state.now(Grain.DAY), match[0]
    if mention is None or not context.text.is_capital(match.start("weekday")) or re.match(r"'|-|s\b", context.after):
        return None
    lasting = context.preceded_by("during", "for", "every", "each", "per") and not _SET_FOR.search(context.before)
    if lasting or context.text.is_capital(context.end - 4):
        return None
    base, number = mention.stretch.first, weekday_number(match["weekday"])
    count = 3 if words.startswith("three") else 2 if words.startswith("two") or match.groupdict().get("span") == (
        "fortnight") else 1  # fmt: skip
    said, anchor = counted_from(mention, context)
    if re.search(r"\blast\b", words):
        here = base - ((weekday(base) - number) % 7 or 7) - 7 * count
    else:
        here = base + ((number - weekday(base)) % 7 or 7) + 7 * count
    return date(day(here), f"counted from {said}", anchor)


@rules.add("(a|one) (week|fortnight) (today|tomorrow|yesterday)", "(today|tomorrow) (week|fortnight)")
def weeks_from_today(match: re.Match[str], context: Context) -> Result:
    """A week tomorrow, today fortnight."""
    mention, words = context.state.now(Grain.DAY), match[0]
    if mention is None or context.state.narrative:
        return None
    days = 14 if "fortnight" in words else 7
    here = mention.stretch.first + (days + 1 if "tomorrow" in words else -days - 1 if "yesterday" in words else days)
    said, anchor = counted_from(mention, context)
    return date(day(here), f"counted from {said}", anchor)


@rules.add("{anyweekday}[,] the {nth}", "{anyweekday} {nth}")
def with_number(match: re.Match[str], context: Context) -> Result:
    """Saturday the 14th: the nearest such day, looked for backwards first."""
    mention = context.state.now(Grain.DAY)
    if mention is None or not context.is_capital():
        return None
    number, of_month = weekday_number(match["anyweekday"]), number_of(match["nth"])
    base = mention.stretch.first
    order = sorted(range(-AROUND, AROUND), key=lambda step: (abs(step), (step > 0) is not context.is_future))
    here = next((base + n for n in order if weekday(base + n) == number and civil(base + n)[2] == of_month), None)
    if here is None:
        return None
    said, anchor = counted_from(mention, context)
    return date(day(here), f"the day so named and numbered nearest to {said}", anchor)

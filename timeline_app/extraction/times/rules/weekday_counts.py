"""Weekdays counted off: "two Fridays ago", "a week ago Thursday", "a week from Sunday", "the Monday after Easter"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.numbers import read_number
from timeline_app.extraction.times.pattern import WordClass, one_of
from timeline_app.extraction.times.rules.holidays import holiday
from timeline_app.extraction.times.rules.reading import counted_from, weekday_number
from timeline_app.extraction.times.stretch import Grain, day
from timeline_app.model.calendar import weekday

_DAYS = ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays")
rules = RuleBook(
    "weekdays counted off",
    {
        "weekdays": WordClass(
            r"(?:mon|tues|wednes|thurs|fri|satur|sun)days(?![a-z])", frozenset(f"{d}s" for d in _DAYS)
        ),
        "few": one_of("a couple of"),
        "weeks": one_of("week/weeks"),
        "a": one_of("a/one"),
    },
)
#: More weeks than this are not counted off in weekdays.
MOST_WEEKS = 60


@rules.add("({number}|{few}) {weekdays} ago")
def weekdays_ago(match: re.Match[str], context: Context) -> Result:
    """Two Fridays ago: the second Friday before the day itself."""
    mention = context.state.now(ago_grain := day(1).grain)
    if (
        mention is None
        or mention.stretch.grain is not ago_grain
        or not context.text.is_capital(match.start("weekdays"))
    ):
        return None
    count = int(read_number(match["number"])) if match["number"] else 2
    number, base = weekday_number(match["weekdays"].removesuffix("s")), mention.stretch.first
    if not 0 < count <= MOST_WEEKS:
        return None
    said, anchor = counted_from(mention, context)
    return date(day(base - ((weekday(base) - number) % 7 or 7) - 7 * (count - 1)), f"counted back from {said}", anchor)


@rules.add("({a}|{number}) {weeks} ago [(on|last|this past)] {weekday}")
def weeks_ago_on(match: re.Match[str], context: Context) -> Result:
    """A week ago Thursday: so many weeks before the last such day."""
    mention = context.state.now(Grain.DAY)
    if mention is None or context.state.narrative or not context.text.is_capital(match.start("weekday")):
        return None
    count = int(read_number(match["number"])) if match["number"] else 1
    number, base = weekday_number(match["weekday"]), mention.stretch.first
    if not 0 < count <= MOST_WEEKS:
        return None
    said, anchor = counted_from(mention, context)
    return date(day(base - (weekday(base) - number) % 7 - 7 * count), f"counted back from {said}", anchor)


@rules.add("[the] {weekday} [(right|immediately)] (after|before|following) [the] {holiday}[,] [of] [{year}]")
def beside_holiday(match: re.Match[str], context: Context) -> Result:
    """The Monday after Easter, the Friday before Christmas 2019."""
    if not context.text.is_capital(match.start("weekday")):
        return None
    named = _holiday(match, context)
    if named is None or named.stretch is None:
        return None
    number, there = weekday_number(match["weekday"]), named.stretch.first
    if re.search(r"\bbefore\b", match[0]):
        here = there - ((weekday(there) - number) % 7 or 7)
    else:
        here = there + ((number - weekday(there)) % 7 or 7)
    return date(day(here), f"the {match['weekday'].capitalize()} beside it: {named.note}", named.anchor)


def _holiday(match: re.Match[str], context: Context) -> Found | None:
    """The holiday at the end of the match, read by the rule for holidays."""
    inner = Context(context.text, context.state, match.start("holiday"), match.end())
    found = holiday(match, inner)
    return found if isinstance(found, Found) else None

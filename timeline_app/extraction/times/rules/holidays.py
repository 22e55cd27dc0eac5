"""Holidays, worked out for their year."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.lunar import jewish_day, muslim_day
from timeline_app.extraction.times.pattern import WordClass, one_of
from timeline_app.extraction.times.rules.full_dates import rules as full_dates
from timeline_app.extraction.times.rules.reading import WRITTEN, counted_from
from timeline_app.extraction.times.stretch import Grain, Stretch, day, unit_of
from timeline_app.extraction.times.vocabulary import vocabulary
from timeline_app.model.calendar import day_number, days_in_month, weekday

rules = RuleBook(
    "holidays",
    {
        "weekholiday": one_of("holy/passion"),
        "bc": full_dates.classes["bc"],
        "threedigits": WordClass(r"[1-9]\d\d(?!\d)", frozenset({"0"})),
    },
)
#: How rules of the Jewish calendar begin.
JEWISH = ("tishri", "passover", "hanukkah")
#: Capitalised words that may stand before a holiday; another one makes it somebody's name ("Johnnie Christmas").
_BEFORE_NAME = frozenset(
    "on in by at since before after last this next until till for over the and of during merry happy white orthodox"
    " western coptic every each from to".split()
)


@rules.add("{holiday}[,] [of] {year}", "{holiday}[,] [of] {anyyear} {bc}", "{holiday} {threedigits}", "{holiday}")
def holiday(match: re.Match[str], context: Context) -> Result:
    """A holiday of a named year, or the one nearest to the date spoken of."""
    words = re.sub(" +", " ", match["holiday"])
    capital = context.text.is_capital(context.start + (4 if words.startswith("the ") else 0))
    if not (capital or words.startswith("the ides")) or _is_other(words, context):
        return None
    rule = vocabulary()["holidays"][words]
    if _is_one_day(rule):
        return date(day(day_number(*(int(part) for part in rule.split("-")))), "the day of that name")
    named = re.match(r" (?:[a-z]+ ){0,2}(?:of|in) (\d{4})(?!\d)", context.after)
    year = match.groupdict().get("year") or (named[1] if named else None)
    parts = match.groupdict()
    if parts.get("bc"):
        return date(day(day_of(rule, 1 - int(parts["anyyear"]))), WRITTEN) if not rule.startswith("easter") else None
    if parts.get("threedigits") and re.match(r" [a-z]", context.after) and not context.text.is_capital(context.end + 1):
        return None
    year = year or parts.get("threedigits")
    found = date(day(day_of(rule, int(year))), WRITTEN) if year else _nearest(rule, "", context)
    return _about(found) if rule.startswith("muslim/") else found


@rules.add("(last|next|this|this past|this coming|last year's|this year's|next year's) {holiday}")
def which_holiday(match: re.Match[str], context: Context) -> Result:
    """Last Christmas, this Easter, next Thanksgiving."""
    words = re.sub(" +", " ", match["holiday"])
    rule = vocabulary()["holidays"][words]
    if _is_one_day(rule):
        return None
    return _nearest(rule, match[0][: match.start("holiday") - match.start()].strip(), context)


@rules.add("{weekholiday:holiday} (week|weekend) [{year}]", "{holiday} (week|weekend) [{year}]")
def around_holiday(match: re.Match[str], context: Context) -> Result:
    """Easter week, Labor Day weekend, Thanksgiving week: the calendar's week or weekend that the holiday lies in."""
    words = re.sub(" +", " ", match["holiday"])
    rule = {"holy": "easter-1", "passion": "easter-1"}.get(words) or vocabulary()["holidays"][words]
    if not context.is_capital() or _is_one_day(rule):
        return None
    if match["year"]:
        here, note, anchor = day_of(rule, int(match["year"])), WRITTEN, None
    else:
        found = _nearest(rule, "", context)
        if not isinstance(found, Found) or found.stretch is None:
            return None
        here, note, anchor = found.stretch.first, found.note, found.anchor
    if " weekend" not in match[0]:
        return date(unit_of(here, Grain.WEEK), note, anchor)
    near = here - 3 if weekday(here) < 2 else here
    return date(unit_of(near, Grain.WEEKEND), note, anchor)


def _is_one_day(rule: str) -> bool:
    """Whether a rule names one day of one year: "1944-06-06"."""
    return len(rule) == 10 and rule[0].isdigit()


def _about(found: Result) -> Result:
    """The day give or take one, for months that begin when the moon is seen."""
    if not isinstance(found, Found) or found.stretch is None:
        return found
    here = found.stretch.first
    return replace(found, vague=True, bounds=(here - 1, here + 1))


def _is_other(words: str, context: Context) -> bool:
    """Names that only hold a holiday: Christmas Island, Easter Rising."""
    name = re.search(r"([A-Z][a-z]+) $", context.original(max(0, context.start - 14), context.start))
    if " " not in words and name and name[1].lower() not in _BEFORE_NAME and len(context.before) > len(name[0]):
        return True
    quoted = re.search(r"[\"“][A-Z][A-Za-z']+ $", context.original(max(0, context.start - 16), context.start))
    if quoted or context.left_char == "-":
        return True
    follows_name = bool(re.match(r" [a-z]", context.after)) and context.text.is_capital(context.end + 1)
    if words in ("easter", "christmas", "epiphany", "halloween", "pentecost", "d-day") and follows_name:
        return True
    return bool(
        re.match(
            r" (?:island|war\b|seder|rising|agreement|accords?|massacre|rebellion|offensive|term|truce|story|stories"
            r"|service|market|egg|tree|card|carol|present|gift|party"
            r"|song|cake|dinner|lights|shopping|bunny)",
            context.after,
        )
    )


def _nearest(rule: str, which: str, context: Context) -> Result:
    mention = context.state.now(Grain.DAY)
    if mention is None or not 1 < mention.stretch.year < 9998:
        return None
    said, anchor = counted_from(mention, context)
    base, year = mention.stretch.first, mention.stretch.year
    if context.state.narrative and not which:
        return date(day(day_of(rule, year)), f"the holiday in the year of {said}", anchor)
    year += {"last year's": -1, "next year's": 1}.get(which, 0)
    here = day_of(rule, year)
    if which in ("last", "this past") and here >= base:
        here = day_of(rule, year - 1)
    elif which in ("next", "this coming") and here <= base:
        here = day_of(rule, year + 1)
    elif not which and here > base and not context.is_future and here - base > 60:
        here = day_of(rule, year - 1)
    elif not which and here < base and context.is_future and base - here > 60:
        here = day_of(rule, year + 1)
    return date(_day(here), f"the holiday nearest to {said}", anchor)


def _day(number: int) -> Stretch:
    return day(number)


@cache
def day_of(rule: str, year: int) -> int:
    """The day number of a holiday's rule in a year: "12-25", "easter-2", "11/4/3" (month/nth/weekday), "tishri+9"."""
    if rule.startswith("easter"):
        return _easter(year) + int(rule.removeprefix("easter"))
    if rule.startswith("muslim/"):
        _, month_text, day_text = rule.split("/")
        return muslim_day(int(month_text), int(day_text), year)
    if rule.startswith(JEWISH):
        return jewish_day(rule, year)
    if "/" not in rule:
        month, number = (int(part) for part in rule.split("-"))
        return day_number(year, month, number)
    month_text, nth, rest = rule.split("/")
    name, plus, extra = rest.partition("+")
    month = int(month_text)
    if nth == "-1":
        last = day_number(year, month, days_in_month(year, month))
        return last - (weekday(last) - int(name)) % 7
    first = day_number(year, month) + (1 if plus and not extra else 0)
    return first + (int(name) - weekday(first)) % 7 + 7 * (int(nth) - 1) + int(extra or 0)


def _easter(year: int) -> int:
    """Easter Sunday: Gregorian from 1583 on, Julian before, always as a Gregorian day."""
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    return easter(year, EASTER_WESTERN if year > 1582 else EASTER_ORTHODOX).toordinal()

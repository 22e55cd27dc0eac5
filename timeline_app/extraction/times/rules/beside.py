"""A year that stands beside a month or day without one: at the other end of a range, or in "of last year"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Span
from timeline_app.extraction.times.rules.reading import month_number
from timeline_app.extraction.times.stretch import Grain
from timeline_app.extraction.times.vocabulary import vocabulary
from timeline_app.model.calendar import civil

_PART = r"(?:the )?(?:(?:beginning|end|middle|start) of |early |late |mid)?[ -]?"
_MONTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?P<month>{vocabulary().classes['month'].regex})"
_TO = r" ?(?:to|until|till|through|-) ?"
#: What stands between the two ends of a range, the first being a date already read.
_CONNECTION = re.compile(_TO + _PART)
#: The other end of a range, which has the year: "28 October – 3 November 2023".
_OTHER_END = re.compile(rf"(?:{_TO}|(?P<and> (?:and|or) ))" + _PART + _MONTH + r"(?: \d{1,2})?,? (?P<year>\d{4})(?!\d)")
_OTHER_MONTH = re.compile(_TO + _PART + _MONTH)
#: Days or months that share their year: "July 13 to 17 of last year", "August or September of this year".
_WHICH_YEAR = re.compile(
    rf" ?(?:to|and|or|through|-|,) ?(?:{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)?),? (?:of )?(?P<which>last|this|next) year\b"
)
#: So many characters back next year's number still goes with a month without a year.
BESIDE = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """A year, None where there is nothing to count from, with the reason."""

    year: int | None
    note: str
    anchor: Span | None


def named_beside(context: Context, month: int) -> Choice | None:
    """The year that the words right beside a month name, or None."""
    ahead = _OTHER_END.match(context.after)
    other = month_number(ahead["month"]) if ahead is not None else 0
    if ahead is not None and (not ahead["and"] or month < other or context.preceded_by("between")):
        year = int(ahead["year"]) - (month > other)
        return Choice(year, "the year of the range's other end", None)
    return _end_of_range(context, month) or _next_year(context) or _which_year(context)


def wraps_to(context: Context, month: int) -> int:
    """The month that a range beginning with this one ends with, where it passes the new year; else 0."""
    other = _OTHER_MONTH.match(context.after)
    if other is None:
        return 0
    end = month_number(other["month"])
    return end if end < month else 0


def _end_of_range(context: Context, month: int) -> Choice | None:
    """The second end of "from October to March" is the first such month after the first end."""
    last = context.state.last
    if last is None or last.stretch.grain not in (Grain.MONTH, Grain.DAY) or last.span[0] < 0:
        return None
    words = context.text.lower[last.span[0] : last.span[1]]
    named = last.stretch.grain is Grain.MONTH or any(map(str.isdigit, words))
    if not named or _CONNECTION.fullmatch(context.text.lower[last.span[1] : context.start]) is None:
        return None
    year, first, _ = civil(last.stretch.first)
    note = "the first such date after the one the range begins with"
    return Choice(year + (month < first), note, context.state.anchor(last))


def _next_year(context: Context) -> Choice | None:
    """Next year's number just before it: "the 2024 Games open on July 26"."""
    state, told = context.state, context.state.last
    if state.published is None or state.narrative or told is None or told.stretch.grain is not Grain.YEAR:
        return None
    near = context.start - told.span[1] < BESIDE and told.stretch.number == civil(state.published)[0] + 1
    if not near or context.is_past:
        return None
    return Choice(told.stretch.number, "the year named beside it", state.anchor(told))


def _which_year(context: Context) -> Choice | None:
    which = _WHICH_YEAR.match(context.after)
    if which is None or context.state.published is None or context.state.narrative:
        return None
    year = civil(context.state.published)[0] + {"last": -1, "next": 1}.get(which["which"], 0)
    return Choice(year, "the year counted from the article's date", None)

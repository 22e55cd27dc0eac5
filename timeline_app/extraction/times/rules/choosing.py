"""Which year a month or day without a year is of."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context, tense
from timeline_app.extraction.times.rules.beside import Choice, named_beside, wraps_to
from timeline_app.extraction.times.stretch import Grain
from timeline_app.model.calendar import civil, day_number

#: So many days ahead of the article's date may still be meant without a word that says so.
AHEAD = 130
_DONE = re.compile(r"\b(?:ended|since|died|was|were|had|after|last|ago|began|happened|killed)\b[^.;]{0,25}$")
_UP_TO = re.compile(
    r"\b(?:until|till|by|through|to|effective|due|starting|beginning) (?:on |in )?(?:early |late "
    r"|mid-?|the (?:end|start|middle) of )?$"
)
_INTENT = re.compile(
    r"\b(?:decided|agreed|agreement|plan|plans|proposed|offer|scheduled|planned|wants|want|voted"
    r"|pledged|promised|vowed) (?:[a-z']+ ){0,8}(?:to|for) "
)
_PERIOD_TO = re.compile(r"\b(?:months?|year|quarter|half|weeks?) (?:to|ended|ending|through|up to) (?:the end of )?$")
_FOR = re.compile(r"\bfor (?:early |late |mid-?)?$")
_EFFECT = re.compile(r"\b(?:will|takes? effect|goes? into (?:effect|force)|comes? into (?:effect|force))\b[^,;:]*$")
#: What may stand between a year and a month of it: "in 1999, in May".
_ONE_BREATH = re.compile(r"[ ,(]*(?:(?:and|or|in|on|by|from|to|early|late|the) ?)*")
_TO_COME = re.compile(r"\b(?:record|payable|expires?|effective|due|until|by|deadline|through|scheduled|will)\b")


#: Its clause leaves no doubt that it is still to come, however far ahead that is: "is to visit Oslo in August".
_CERTAIN = re.compile(
    r"\b(?:will|won't|shall|plans? to|(?:intends?|expects?|aims?) to"
    r"|(?:is|are) (?:(?:set|supposed|going|likely|hoping) )?to"
    r"|(?:is|are) (?:expected|due|scheduled|slated|planned|set(?= for)))\b"
    r"(?! have\b)(?:[^,;:.]|(?<=\b[a-z])\.)*"
    r"\b(?:in|on|by|until|before|after|for|from) (?:early |late |mid-?)?(?:[a-z]+ (?:or|and|to) )?$"
)
#: So many characters back a month still tells where a story stands in its year.
PASSAGE = 2500


#: In words of the future, and without a word that tells, a day next year may be so many days ahead.
SOON, VERY_SOON = 150, 75
#: So many characters back a date with its year still rules a month without one, in news.
NEAR = 150


def choose_year(context: Context, month: int, of_month: int | None) -> Choice:
    """The year of a month (and day of the month) that comes without one."""
    named = named_beside(context, month)
    if named is not None:
        return named
    state = context.state
    if state.narrative or state.published is None:
        return _from_story(context, month)
    year, this_month, today = civil(state.published)
    if _looks_back(context, year):
        return _from_story(context, month)
    note = f"the {'day' if of_month else 'month'} so named nearest to the article's date"
    other_end = wraps_to(context, month)
    if other_end and context.is_past:
        return Choice(year - 1 - (other_end > this_month), note, None)
    if of_month is None:
        return Choice(_month_year(context, month, year, this_month), note, None)
    if (month, of_month) <= (this_month, today):
        return Choice(year + _comes_again(context, _day(year + 1, month, of_month) - state.published), note, None)
    if (context.is_future or _FOR.search(context.before)) and not _DONE.search(context.before):
        return Choice(year, note, None)
    gap = _day(year, month, of_month) - state.published
    done = _DONE.search(context.before) is not None and not _UP_TO.search(context.before)
    back = gap > AHEAD or (gap > 14 and done and not context.is_future)
    return Choice(year - back, note, None)


def _comes_again(context: Context, ahead: int) -> bool:
    """Whether a day gone by this year is meant of the next one, so many days ahead."""
    if ahead < 165 and _TO_COME.search(context.before[-50:]):
        return True
    if ahead < 320 and _EFFECT.search(context.before[-40:]):
        return True
    if _CERTAIN.search(context.before):
        return True
    told = tense(context.before, context.after)
    return (told == "future" and ahead <= SOON) or (told == "" and ahead <= VERY_SOON)


def _looks_back(context: Context, this_year: int) -> bool:
    """Whether news tells an older story here: the year of a past date was written out just before."""
    last = context.state.last
    if last is None or not last.written or last.stretch.year >= this_year:
        return False
    near = context.text.lower[last.span[1] : context.start]
    if last.stretch.grain in (Grain.MONTH, Grain.DAY):
        in_sentence = last.span[0] >= context.text.sentence(context.start)[0]
        return (len(near) < NEAR or in_sentence) and "\n" not in near and not context.is_future
    return last.stretch.year < this_year - 1 and _ONE_BREATH.fullmatch(near) is not None


def _month_year(context: Context, month: int, year: int, this_month: int) -> int:
    if month == this_month:
        return year
    if _PERIOD_TO.search(context.before):
        return year - (month > this_month)
    ahead = (month - this_month) % 12
    told = tense(context.before, context.after)
    near_purpose = ahead <= 2 and _FOR.search(context.before)
    if _UP_TO.search(context.before) or near_purpose or (ahead <= 4 and _INTENT.search(context.before)):
        told = "future"
    if _CERTAIN.search(context.before):
        return year + (month < this_month)
    forward = (told == "future" and ahead <= 8) or (told == "" and ahead <= 4)
    return year + (month < this_month) if forward else year - (month > this_month)


def _from_story(context: Context, month: int) -> Choice:
    """In a narrative: the year of the last date, or the next one where the story passes the new year.

    A stretch over the new year ("from October to March") that ends before where the story is began the year before.
    """
    mention = context.state.topic(Grain.YEAR)
    if mention is None:
        return Choice(None, "no year has been named yet", None)
    last = context.state.last
    year = mention.stretch.year
    told = context.state.by_grain.get(Grain.MONTH)
    if told is not None and told.stretch.year == year and last is not None and last.span[0] - told.span[0] < PASSAGE:
        here = told.stretch.number % 12 + 1
        year += here - month >= 8
        year -= here < month and here >= wraps_to(context, month) > 0
    return Choice(year, "the year of the date named before it", context.state.anchor(mention))


def _day(year: int, month: int, of_month: int) -> int:
    return day_number(year, month, min(of_month, 28))

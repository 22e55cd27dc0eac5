"""Units with nothing but an article: "the end of the year", "earlier in the day", "over the weekend"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Result, date, duration
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.reading import UNITS, counted_from, unit_letters
from timeline_app.extraction.times.stretch import Grain, unit_of
from timeline_app.model.calendar import weekday

_UNITS = "year|month|week|weekend|day|decade|century"
rules = RuleBook("whole units", {"wholeunit": WordClass(rf"(?:{_UNITS})(?![a-z])", frozenset(_UNITS.split("|")))})
_SAYS_WHICH = re.compile(
    r" (?:of|that|in which|when|he|she|they|we|i|it|before|after|prior|to come|ahead|following|earlier|was|is|had|has"
    r"|will)\b|-| (?:19|20)\d\d|'s (?:most|best|worst|top|biggest|largest)"
)
#: A clause of its own after "by the end of the year".
_CLAUSE = re.compile(r" (?:he|she|they|we|i|it|was|is|had|has|will)\b")
_PREPOSITION = re.compile(
    r"\b(?:of|in|during|for|over|by|to|end|throughout|through|on|until|before|since|into|late|early) *$"
)
_INSIDE = re.compile(
    r"\b(?:earlier|later|late|early|end|beginning|start|rest|remainder|middle|close|most|half|part|course)"
    r" (?:in|of|on) *$"
)
#: What makes "the year" twelve months: "the year to March", "the year ended 31 December".
_PERIOD = re.compile(
    r" (?:that )?(?:ended|ending)\b| (?:to|through|up to) (?:[a-z]+ )?(?:\d|[a-z]{3,9} \d{4}|end-|the end of"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
)
#: So many characters back a day is still told of; so many days before the article it is one of the news.
NEAR, NEWS = 400, 7
_AHEAD = re.compile(r"\b(?:ahead of|before|until|by|into|going into) *$")


@rules.add("the [(whole|entire|full|calendar)] {wholeunit}", "throughout the {wholeunit}", "all {wholeunit}")
def the_unit(match: re.Match[str], context: Context) -> Result:
    """The year, month, week, day … spoken of, after words that make it one of the calendar's."""
    grain = UNITS[unit_letters(match["wholeunit"])]
    if _PERIOD.match(context.after):
        return duration("P1Y") if grain is Grain.YEAR else None
    if _SAYS_WHICH.match(context.after) and not (_INSIDE.search(context.before) and _CLAUSE.match(context.after)):
        return None
    if grain is Grain.WEEKEND:
        return _the_weekend(context)
    if grain in (Grain.DAY, Grain.DECADE, Grain.CENTURY):
        if not _INSIDE.search(context.before):
            return None
    elif not (match[0].startswith(("throughout", "all")) or _PREPOSITION.search(context.before)):
        return None
    told = context.state.narrative or (grain is Grain.DAY and _day_was_told(context))
    mention = context.state.topic(grain) if told else context.state.now(grain)
    if mention is None:
        return None
    said, anchor = counted_from(mention, context)
    return date(mention.stretch, f"counted from {said}", anchor)


def _day_was_told(context: Context) -> bool:
    """Whether the text just before tells of one day, which "earlier in the day" goes on with."""
    last, published = context.state.last, context.state.published
    if last is None or last.stretch.grain is not Grain.DAY or context.start - last.span[1] >= NEAR:
        return False
    return published is None or 0 <= published - last.stretch.first <= NEWS


@rules.add("the (fiscal|financial) year")
def the_fiscal_year(_match: re.Match[str], context: Context) -> Result:
    """A fiscal year that is not said which: its length only."""
    return None if _SAYS_WHICH.match(context.after) and context.after[:1] != "-" else duration("P1Y")


def _the_weekend(context: Context) -> Result:
    """The weekend just gone, or the one to come where the clause looks ahead."""
    mention = context.state.now(Grain.DAY)
    if mention is None:
        return None
    today = mention.stretch.number
    here = unit_of(today, Grain.WEEKEND)
    if weekday(today) < 5 and not (context.is_future or _AHEAD.search(context.before)):
        here = here.shift(-1)
    said, anchor = counted_from(mention, context)
    return date(here, f"the weekend nearest to {said}", anchor)

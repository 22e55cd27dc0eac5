"""Units that point: "last year", "this week", "the following month", "that same day", "the weekend"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date, duration, reference
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.reading import UNITS, counted_from, unit_letters
from timeline_app.extraction.times.stretch import SEASON_LETTERS, Grain, Stretch, season, unit_of
from timeline_app.extraction.times.vocabulary import vocabulary
from timeline_app.model.calendar import civil, weekday

_BACK = frozenset(
    {
        "last",
        "the last",
        "the previous",
        "the prior",
        "previous",
        "prior",
        "the preceding",
        "this past",
        "this last",
        "past",
        "the past",
    }
)
_ON = frozenset(
    {
        "next",
        "the next",
        "the following",
        "following",
        "the coming",
        "this coming",
        "coming",
        "the ensuing",
        "the subsequent",
        "the succeeding",
    }
)
_TOLD = frozenset(
    {
        "the previous",
        "the prior",
        "previous",
        "prior",
        "the preceding",
        "the following",
        "following",
        "the next",
        "that",
        "that same",
        "the same",
        "the very same",
        "the ensuing",
        "the subsequent",
        "the succeeding",
    }
)
_STAY = frozenset(
    {"this", "the current", "current", "that", "that same", "the same", "the very same", "this same", "the present"}
)
rules = RuleBook(
    "units that point",
    {
        "bc": WordClass(r"(?:bce?(?![a-z])|b\.c\.(?:e\.)?)", frozenset({"bc", "bce", "b"})),
        "which": WordClass(
            "(?:" + "|".join(sorted(_BACK | _ON | _STAY, key=len, reverse=True)) + ")(?= )",
            frozenset(words.split()[0] for words in _BACK | _ON | _STAY),
        ),
        "oneunit": WordClass(
            r"(?:fiscal year|financial year|calendar year|school year|academic year|day|week|month|year|decade|century|millennium|weekend|work week|working week)(?![a-z])",
            frozenset(
                {
                    "day",
                    "week",
                    "month",
                    "year",
                    "decade",
                    "century",
                    "millennium",
                    "weekend",
                    "fiscal",
                    "financial",
                    "calendar",
                    "school",
                    "academic",
                    "work",
                    "working",
                }
            ),
        ),
        "wholeunit": WordClass(
            r"(?:year|month|week|weekend|day|decade|century)(?![a-z])",
            frozenset({"year", "month", "week", "weekend", "day", "decade", "century"}),
        ),
    },
)
_COMPARED = re.compile(
    r"(?: ago| before| earlier| later| after| old|-old|'s (?:best|worst|largest|biggest|most|hottest|highest|richest|top|greatest)\b)"
)


@rules.add("{which} {oneunit}", "(earlier|later|early|late) {which} {oneunit}")
def which_unit(match: re.Match[str], context: Context) -> Result:
    """Last, this, next, that … year, month, week, day, decade, century, weekend."""
    which, words = match["which"], match["oneunit"]
    unit = words.split()[-1]
    if which in ("past", "the past") or (which in ("coming", "the coming", "current") and unit != "week"):
        return _past_unit(which, unit, context)
    if which in ("previous", "prior", "following", "coming", "current") and context.preceded_by(
        "a", "any", "each", "every", "no"
    ):
        return None
    grain = UNITS[unit_letters(unit)]
    if grain is Grain.DAY and which in ("this", "last", "the last", "this last", "next", "past"):
        return _odd_day(which, context)
    if _COMPARED.match(context.after) and which not in ("this", "last", "next"):
        return None
    step = -1 if which in _BACK else 1 if which in _ON else 0
    mention = (
        context.state.topic(grain)
        if which in _TOLD and not _news_previous(which, context)
        else context.state.now(grain)
    )
    if mention is None:
        return _without_date(step)
    here = mention.stretch.shift(step)
    if grain is Grain.WEEK and which == "last" and _said_on_sunday(context):
        here = mention.stretch
    said, anchor = counted_from(mention, context)
    fiscal = words.startswith(("fiscal", "financial", "school", "academic"))
    found = date(_weekend(here, which, context) if grain is Grain.WEEKEND else here, f"counted from {said}", anchor)
    if grain is Grain.DECADE and step > 0 and not context.state.narrative:
        return duration("P10Y")
    return Found(found.type, found.value, stretch=found.stretch, note=found.note, anchor=anchor, vague=fiscal)


def _said_on_sunday(context: Context) -> bool:
    """On a Sunday "last week" is the one that ends that day."""
    state = context.state
    return not state.narrative and state.published is not None and weekday(state.published) == 6


def _news_previous(which: str, context: Context) -> bool:
    return which == "the next" and not context.state.narrative


def _past_unit(which: str, unit: str, context: Context) -> Result:
    """The past year is a length of time up to now."""
    if which in ("coming", "current", "past") and context.preceded_by("a", "any", "each", "every"):
        return None
    letters = unit_letters(unit)
    if which in ("past", "the past", "the coming", "coming"):
        return duration({"DE": "P10Y", "CE": "P100Y", "WE": "P1WE"}.get(letters, f"P1{letters}"))
    grain = UNITS[letters]
    mention = context.state.now(grain)
    if mention is None:
        return None
    return date(mention.stretch, f"counted from {context.state.said(mention)}", context.state.anchor(mention))


def _odd_day(which: str, context: Context) -> Result:
    """ "The last day" and "this day" are seldom dates; "this day" of a story is that of the last date."""
    if which == "this" and context.preceded_by("on", "to", "until", "from"):
        mention = context.state.topic(Grain.DAY) if not context.preceded_by("to") else None
        if mention is not None:
            return date(mention.stretch, f"counted from {context.state.said(mention)}", context.state.anchor(mention))
    if which == "next":
        return None
    return None


def _without_date(step: int) -> Found:
    return reference(("PAST_REF", "PRESENT_REF", "FUTURE_REF")[step + 1], "no date to count from")


def _weekend(here: Stretch, which: str, context: Context) -> Stretch:
    """ "This weekend" said from Monday to Tuesday may mean the one just gone."""
    return here


@rules.add(
    "the [(whole|entire|full|calendar)] {wholeunit}",
    "(all|throughout the) {wholeunit}",
    "the rest of the {wholeunit}",
    "(that|the) (entire|whole|full) {wholeunit}",
)
def the_unit(match: re.Match[str], context: Context) -> Result:
    """ "The year" after a preposition that makes it one on the calendar: "of the year", "for the week"."""
    grain = UNITS[unit_letters(match["wholeunit"])]
    after = context.after
    if re.match(
        r" (?:of|that|in which|when|he|she|they|we|i|it|before|after|prior|to come|ahead|following|ended|ending|earlier)\b|-| (?:19|20)\d\d|'s (?:most|best|worst|top)",
        after,
    ):
        if not (grain is Grain.YEAR and re.match(r" (?:ended|ending)", after)):
            return None
        return duration("P1Y")
    if grain is Grain.WEEKEND:
        return _the_weekend(context)
    if not context.preceded_by(
        "of", "in", "during", "for", "over", "by", "to", "end", "later in", "earlier in", "throughout", "on"
    ):
        return None
    if grain in (Grain.DAY, Grain.DECADE, Grain.CENTURY) and not context.preceded_by(
        "earlier in", "later in", "end of", "beginning of", "start of", "rest of", "late in", "early in"
    ):
        return None
    mention = context.state.topic(grain) if context.state.narrative else context.state.now(grain)
    if mention is None:
        return None
    return date(mention.stretch, f"counted from {context.state.said(mention)}", context.state.anchor(mention))


def _the_weekend(context: Context) -> Result:
    mention = context.state.now(Grain.DAY)
    if mention is None:
        return None
    today = mention.stretch.number
    here = unit_of(today, Grain.WEEKEND)
    ahead = context.is_future or context.preceded_by("ahead of", "before", "until", "by")
    if weekday(today) < 5 and not ahead:
        here = here.shift(-1)
    return date(here, f"the weekend nearest to {context.state.said(mention)}", context.state.anchor(mention))


@rules.add("{which} {season}", "[the] {season} [of] (this|last|next|that|the same|the following|the previous) year")
def which_season(match: re.Match[str], context: Context) -> Result:
    """Last, this, next, that … spring, summer, autumn, winter."""
    words = match[0]
    which = match.groupdict().get("which") or ""
    mention = context.state.topic(Grain.DAY) if which in _TOLD else context.state.now(Grain.DAY)
    if mention is None:
        return None
    letters = vocabulary()["seasons"][match["season"]]
    said, anchor = counted_from(mention, context)
    if not which:
        year_step = (
            -1 if "last" in words or "previous" in words else 1 if "next" in words or "following" in words else 0
        )
        return date(season(mention.stretch.year + year_step, letters), f"counted from {said}", anchor)
    return date(_season_near(which, letters, mention.stretch.first), f"counted from {said}", anchor)


def _season_near(which: str, letters: str, today: int) -> Stretch:
    """The last one is the latest that is over; the next one the first not yet begun; this one that of this year."""
    year, month, _ = civil(today)
    here = season(year, letters)
    if letters == "WI" and month <= 2:
        here = here.shift(-4)
    if which in _BACK:
        return here if here.last < today else here.shift(-4)
    if which in _ON:
        return here if here.first > today else here.shift(4)
    return here


@rules.add("[the] {season} [of] {anyyear} {bc}")
def ancient_season(match: re.Match[str], context: Context) -> Result:
    """A season of a year BC."""
    year = 1 - int(match["anyyear"])
    return date(season(year, vocabulary()["seasons"][match["season"]]), "the date as it is written")


@rules.add(
    "[the] {season} [of] {year}",
    "{season}[,] {year}",
    "[the] {season} [of] {year:one}[-/]{shortyear}",
    "[the] {season} of '{shortyear}",
)
def season_of_year(match: re.Match[str], context: Context) -> Result:
    """A season of a year that is named."""
    parts = match.groupdict()
    year = int(parts.get("year") or parts.get("one") or 0) or 1900 + int(parts["shortyear"]) + (
        100 if int(parts["shortyear"]) < 30 else 0
    )
    return date(season(year, vocabulary()["seasons"][match["season"]]), "the date as it is written")


@rules.add("[the] {season}")
def bare_season(match: re.Match[str], context: Context) -> Result:
    """A season by itself after a preposition; "fall" and "spring" need one."""
    words = match[0]
    if not context.preceded_by(
        "in",
        "of",
        "during",
        "by",
        "until",
        "since",
        "through",
        "throughout",
        "early",
        "late",
        "mid",
        "for",
        "over",
        "from",
        "to",
        "end of",
        "late in",
        "early in",
        "before",
        "after",
        "into",
    ):
        return None
    if (
        not words.startswith("the")
        and match["season"] in ("fall", "spring")
        and not context.preceded_by("early", "late", "mid", "in", "by", "until", "since", "of")
    ):
        return None
    if (
        match["season"] == "fall"
        and not words.startswith("the")
        and not context.preceded_by("early", "late", "in", "until", "since", "by")
    ):
        return None
    if re.match(
        r" (?:of (?!(?:19|20|18|17)\d\d|'|that|this|last|next)|games|olympics|school|camp|water|from|in prices|festival|palace)|-",
        context.after,
    ) or (
        match["season"] == "fall"
        and re.match(r" (?:in|to|from|by|below|short|under|behind|apart|victim|on|into|within|for)\b", context.after)
    ):
        return None
    mention = context.state.topic(Grain.YEAR) if context.state.narrative else context.state.now(Grain.DAY)
    if mention is None:
        return None
    letters = vocabulary()["seasons"][match["season"]]
    said, anchor = counted_from(mention, context)
    if context.state.narrative:
        return date(season(mention.stretch.year, letters), f"counted from {said}", anchor)
    here = season(mention.stretch.year, letters)
    if here.first > mention.stretch.first and not context.is_future and SEASON_LETTERS.index(letters) > 1:
        here = here.shift(-4)
    return date(here, f"counted from {said}", anchor)

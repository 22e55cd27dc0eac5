"""Seasons: "the summer of 1914", "last winter", "in the spring", "autumn of 481 BC"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.full_dates import rules as full_dates
from timeline_app.extraction.times.rules.pointers import BACK, ONWARD, TOLD, pointer_class
from timeline_app.extraction.times.rules.reading import WRITTEN, counted_from, full_year
from timeline_app.extraction.times.stretch import SEASON_LETTERS, Grain, Stretch, season, year_value
from timeline_app.extraction.times.vocabulary import vocabulary
from timeline_app.model.calendar import civil

rules = RuleBook(
    "seasons",
    {
        "bc": full_dates.classes["bc"],
        "which": pointer_class(),
        "whichyear": WordClass(
            r"(?P<whichyear>this|last|next|that|the same|the following|the previous) +year",
            frozenset({"this", "last", "next", "that", "the"}),
        ),
    },
)
_BEFORE = re.compile(
    r"\b(?:in|of|during|by|until|since|through|throughout|early|late|mid|middle|for|over|from|to|before|after|into|spent"
    r"|spend|passed|last|this|next|around|about)(?: the)? *$|(?:spring|summer|autumn|fall|winter)(?:,"
    r"| and| and early| and late)(?: the)? *$"
)
_NAMES = re.compile(
    r" (?:of (?!(?:20|19|18|17|16)\d\d|'|that|this|last|next)|games|olympics|school|camp|water|palace"
    r"|festival|house|break|statement|term|semester|equinox|solstice|internationals|budget)"
    r"|-"
)
_SHARED_YEAR = re.compile(
    r" (?:and|or|to) (?:the )?(?:early |late )?(?:spring|summer|autumn|fall|winter) (?:of )?(?P<year>\d{3,4})(?!\d)"
    r"(?P<bc> bc)?"
)
_CAMPAIGN = re.compile(r" (?:campaigns?|(?:counter-?)?offensives?|counter-?attacks?|fighting|battles?|retreat)\b")
_YEAR_BEHIND = re.compile(r"[^.;,]{0,60}\b(?:in|on|of) (?:(?:\d{1,2} )?[a-z]+ )?(1\d{3}|20\d\d)\b")
_FALLS = re.compile(r" (?:in|to|from|by|below|short|under|behind|apart|victim|on|into|within|for|over|of)\b")


@rules.add("[the] {season} [of] {year}", "{season}[,] {year}", "[the] {season} [of] {year:one}(-|/){shortyear}",
           "[the] {season} [of] {year:one}(-|/){year:two}",
           "[the] {season} of '{shortyear}")  # fmt: skip
def season_of_year(match: re.Match[str], _context: Context) -> Result:
    """A season of a year that is named."""
    parts = match.groupdict()
    year = int(parts.get("year") or parts.get("one") or full_year(parts["shortyear"]))
    return date(season(year, _letters(match)), WRITTEN)


@rules.add("[the] {season} [of] {anyyear} {bc}")
def ancient_season(match: re.Match[str], _context: Context) -> Result:
    """A season of a year BC."""
    return date(season(1 - int(match["anyyear"]), _letters(match)), WRITTEN)


@rules.add("{which} {season}")
def which_season(match: re.Match[str], context: Context) -> Result:
    """Last, this, next, that … spring, summer, autumn, winter."""
    which = re.sub(" +", " ", match["which"])
    mention = context.state.topic(Grain.DAY) if which in TOLD else context.state.now(Grain.DAY)
    if mention is None or (which == "the next" and match["season"] == "fall"):
        return None
    if which in TOLD and which in ONWARD and mention.span[0] < 0 and context.is_past:
        return None
    said, anchor = counted_from(mention, context)
    return date(_nearest(which, _letters(match), mention.stretch.first), f"counted from {said}", anchor)


@rules.add("[the] {season} [of] {whichyear:}")
def season_of_which(match: re.Match[str], context: Context) -> Result:
    """A season of last year, of the following year."""
    which = match["whichyear"]
    if match["season"] in ("fall", "spring") and not match[0].startswith("the") and not _BEFORE.search(context.before):
        return None
    mention = context.state.now(Grain.YEAR) if which in ("this", "last", "next") else context.state.topic(Grain.YEAR)
    if mention is None:
        return None
    step = {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(which, 0)
    said, anchor = counted_from(mention, context)
    return date(season(mention.stretch.number + step, _letters(match)), f"counted from {said}", anchor)


@rules.add("{season}")
def season_of_campaign(match: re.Match[str], context: Context) -> Result:
    """A season that tells when something was fought: "the main summer offensive"; not the name of one."""
    if context.is_capital() or not context.state.narrative or not _CAMPAIGN.match(context.after):
        return None
    named = _YEAR_BEHIND.match(context.after)
    if named is not None:
        return date(season(int(named[1]), _letters(match)), "the year named behind it")
    return _in_story(match, context)


@rules.add("[the] {season}")
def bare_season(match: re.Match[str], context: Context) -> Result:
    """A season by itself after a preposition; "fall" and "spring" need a firmer one."""
    before = context.before
    if not _BEFORE.search(before) or _NAMES.match(context.after):
        return None
    if not match[0].startswith("the") and match["season"] in ("fall", "spring"):
        if not re.search(r"\b(?:early|late|mid|in|by|until|since) *$", before):
            return None
        if match["season"] == "fall" and _FALLS.match(context.after):
            return None
    if match[0].startswith("the fall") and re.match(r" (?:of|in|from|and rise)\b", context.after):
        return None
    return _in_story(match, context) if context.state.narrative else _in_news(match, context)


def _in_news(match: re.Match[str], context: Context) -> Found | None:
    mention = context.state.now(Grain.DAY)
    if mention is None:
        return None
    letters = _letters(match)
    said, anchor = counted_from(mention, context)
    here = season(mention.stretch.year, letters)
    if here.first > mention.stretch.first and not context.is_future and SEASON_LETTERS.index(letters) > 1:
        here = here.shift(-4)
    return date(here, f"counted from {said}", anchor)


def _in_story(match: re.Match[str], context: Context) -> Found | None:
    """In a narrative: of the year the story is in; a winter is that which ends in the next one."""
    mention = context.state.topic(Grain.YEAR)
    shared = _SHARED_YEAR.match(context.after)
    if shared is not None:
        year = 1 - int(shared["year"]) if shared["bc"] else int(shared["year"])
        return date(season(year, _letters(match)), WRITTEN)
    if mention is None:
        return None
    letters, year = _letters(match), mention.stretch.year
    said, anchor = counted_from(mention, context)
    last = context.state.by_grain.get(Grain.SEASON) or context.state.by_grain.get(Grain.MONTH)
    if last is not None and last.stretch.year == year and letters != "WI":
        year += civil(last.stretch.first)[1] - civil(season(year, letters).first)[1] >= 8
    if letters == "WI" and last is not None and last.stretch.year == year and civil(last.stretch.first)[1] <= 6:
        year -= 1
    found = date(season(year, letters), f"counted from {said}", anchor)
    return replace(found, value=f"{year_value(year + 1)}-WI") if letters == "WI" else found


def _letters(match: re.Match[str]) -> str:
    letters: str = vocabulary()["seasons"][match["season"]]
    return letters


def _nearest(which: str, letters: str, today: int) -> Stretch:
    """The last one is the latest that is over; the next one the first not yet begun; this one that of this year."""
    year, month, _ = civil(today)
    here = season(year, letters)
    if letters == "WI" and month <= 2:
        here = here.shift(-4)
    if which in BACK:
        return here if here.last < today else here.shift(-4)
    if which in ONWARD:
        return here if here.first > today else here.shift(4)
    return here

"""The language of business reports: "the quarter", "the year-ago period", "the latest quarter", "year-end"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass, one_of
from timeline_app.extraction.times.rules.quarters import NUMBERS
from timeline_app.extraction.times.state import Mention
from timeline_app.extraction.times.stretch import Grain, Stretch
from timeline_app.extraction.times.vocabulary import vocabulary
from timeline_app.model.calendar import civil

rules = RuleBook(
    "business reports",
    {
        "like": one_of("comparable/corresponding/same/like/similar"),
        "yearago": WordClass(r"year-(?:ago|earlier)(?![a-z])", frozenset({"year"})),
        "whatyear": one_of(
            "last year/a year ago/a year earlier/a year before/of last year/in last year/of the previous year"
            "/in the previous year/of the prior year/the year before/the previous year/the prior year/of a year ago"
            "/of a year earlier/of the last year"
        ),
        "nth": one_of("first/second/third/fourth/final"),
        "recent": one_of("latest/most recent/just-ended/just-completed"),
        "nearby": one_of("current/previous/preceding/prior/next/coming/following/same/last"),
    },
)
_MONEY = re.compile(
    r"\b(?:profit|profits|earnings|earned|sales|revenue|loss|losses|results|income|growth|net|shares|gdp|billion|million"
    r"|dividend|cents)\b"
)
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|up from|down from|rise from|drop from) [^.;]*"
    r"(?:million|billion|share|cents|%|[\d.]) *,? *$"
)
_ENDED = re.compile(r" (?:that )?(?:ended|ending|to) ([a-z]{3,9})\.? \d")


@rules.add(
    "[the] [{like:}] {yearago} [{nth}] (quarter|period|half)",
    "[(the|a)] [{like:}] {yearago}",
    "the [{like:}] (quarter|period) {whatyear}",
    "the {nth} quarter (a year ago|a year earlier|last year)",
)
def year_ago(match: re.Match[str], context: Context) -> Result:
    """The same quarter a year before the one spoken of; without one, the year before."""
    words = match[0]
    bare = bool(re.search(r"(?:ago|earlier)$", words)) and "quarter" not in words and "period" not in words
    start = match.start("yearago") if bare else match.start()
    found = _year_before(context, match.groupdict().get("nth"))
    return None if found is None else found.at(start, match.end())


def _year_before(context: Context, nth: str | None) -> Found | None:
    told = context.state.period(context.start)
    if told is not None and nth is None:
        found = date(
            told.stretch.shift(-4), "the same quarter a year before the one spoken of", context.state.anchor(told)
        )
        return replace(found, silent=True)
    mention = context.state.now(Grain.YEAR)
    if mention is None:
        return None
    year = mention.stretch.number - 1
    here = Stretch(Grain.QUARTER, year * 4 + NUMBERS[nth] - 1) if nth else Stretch(Grain.YEAR, year)
    return replace(
        date(here, f"counted from {context.state.said(mention)}", context.state.anchor(mention)), silent=True
    )


@rules.add("last year")
def compared_year(_match: re.Match[str], context: Context) -> Result:
    """In a comparison with the quarter spoken of, last year is that quarter of last year."""
    told = context.state.period(context.start)
    if told is None or not _COMPARED.search(context.before):
        return None
    note = "the same quarter a year before the one spoken of"
    return replace(date(told.stretch.shift(-4), note, context.state.anchor(told)), silent=True)


@rules.add("the {year} (period|quarter)")
def period_of_year(match: re.Match[str], context: Context) -> Result:
    """The period spoken of, in another year: "the 1988 period"."""
    year, told = int(match["year"]), context.state.period(context.start)
    if told is None:
        return date(Stretch(Grain.YEAR, year), "the period spoken of, in that year")
    here = Stretch(Grain.QUARTER, year * 4 + told.stretch.number % 4)
    return replace(date(here, "the quarter spoken of, in that year", context.state.anchor(told)), silent=True)


@rules.add(
    "(the|this|that) quarter",
    "[(the|its)] [{recent}] quarter",
    "the {recent} period",
    "[the] {nearby} quarter",
    "(this|last) year's quarter",
)
def which_quarter(match: re.Match[str], context: Context) -> Result:
    """A quarter by its place: the latest is the last one over; "the quarter" is the one under discussion."""
    words, state = match[0], context.state
    mention = state.now(Grain.QUARTER)
    if mention is None or words in ("quarter", "its quarter"):
        return None
    here = mention.stretch.shift(-1)
    told = state.quarter if state.narrative else state.period(context.start)
    which = re.sub(r"(?:quarter|period)$", "", words).strip().removeprefix("the").removeprefix("its").strip()
    ended = _ENDED.match(context.after)
    if ended and ended[1] in vocabulary()["months"]:
        return date(_quarter_ended(vocabulary()["months"][ended[1]], mention), "the quarter that ended then")
    if which in ("", "that", "same"):
        if re.match(r" (?:of|century|mile|final|final)\b|-", context.after) or (
            told is None and not _is_money(context)
        ):
            return None
        source = told or Mention(here, mention.span)
        return date(source.stretch, "the quarter spoken of", state.anchor(source))
    placed = _placed(which, mention, told)
    found = date(placed, f"counted from {state.said(mention)}", state.anchor(mention))
    return replace(found, silent=placed.number >= mention.stretch.number)


def _placed(which: str, mention: Mention, told: Mention | None) -> Stretch:
    base = mention.stretch
    if which == "last year's":
        return (told.stretch if told else base.shift(-1)).shift(-4)
    if which == "this year's":
        return told.stretch if told else base.shift(-1)
    if which in ("latest", "most recent", "just-ended", "just-completed") and told is not None:
        return told.stretch
    if which in ("previous", "preceding", "prior", "following") and told is not None:
        base = told.stretch
    step = {"this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}.get(which, -1)
    return base.shift(step)


def _quarter_ended(month: int, mention: Mention) -> Stretch:
    """The quarter most of which lies before the end of a month, in the latest year that is not ahead."""
    number = (month - 2) // 3 % 4
    here = mention.stretch.number
    year = civil(mention.stretch.first)[0]
    candidate = year * 4 + number
    return Stretch(Grain.QUARTER, candidate if candidate <= here else candidate - 4)


@rules.add("the {recent} fiscal year", "the {recent} year")
def latest_year(_match: re.Match[str], context: Context) -> Result:
    """The last year that is over."""
    mention = context.state.now(Grain.YEAR)
    if mention is None:
        return None
    return replace(
        date(mention.stretch.shift(-1), "the last year that is over", context.state.anchor(mention)), vague=True
    )


@rules.add("year-end [{year}]", "year end [{year}]", "year's end", "the year-end")
def year_end(match: re.Match[str], context: Context) -> Result:
    """The end of the year: this one, or the last after "since"."""
    parts = match.groupdict()
    last = context.state.last
    told = last is not None and last.written and context.start - last.span[1] < len(context.before) and context.is_past
    mention = context.state.topic(Grain.YEAR) if told or context.state.narrative else context.state.now(Grain.YEAR)
    if mention is None or re.match(r" (?:party|parties|holiday|bonus|report|results|sales)", context.after):
        return None
    year = int(parts["year"]) if parts.get("year") else mention.stretch.number - context.preceded_by("since")
    if "year-end" in match[0]:
        day = Stretch(Grain.MONTH, year * 12 + 11).last
        return date(Stretch(Grain.DAY, day), "the last day of the year")
    return date(Stretch(Grain.YEAR, year), "the end of the year", mod="END")


def _is_money(context: Context) -> bool:
    return bool(_MONEY.search(context.before + context.after))

"""Quarters and halves of a year, and fiscal ones."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass, one_of
from timeline_app.extraction.times.rules.reading import WRITTEN, counted_from, full_year
from timeline_app.extraction.times.stretch import Grain, Stretch

NUMBERS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
HALVES = {"first": 1, "opening": 1, "second": 2, "latter": 2, "last": 2, "final": 2}
rules = RuleBook(
    "quarters",
    {
        "nth": one_of("first/second/third/fourth/final/1st/2nd/3rd/4th"),
        "nthof": one_of("first/second/third/fourth/final/last/1st/2nd/3rd/4th"),
        "nthhalf": one_of("/".join(HALVES)),
        "qn": WordClass(r"(?:q(?P<qa>[1-4])|(?P<qb>[1-4])q)(?![a-z0-9])", frozenset({"q", "0"})),
        "shortqn": WordClass(r"(?P<qb>[1-4])q(?P<qy>\d\d)(?!\d)", frozenset({"0"})),
        "hn": WordClass(r"(?:h(?P<ha>[12])|(?P<hb>[12])h)(?![a-z0-9])", frozenset({"h", "0"})),
        "fiscalword": one_of("fiscal/financial"),
        "whichyear": WordClass(
            r"(?P<which>this|last|next|that|the (?:current|previous|same|following)|the) (?:fiscal |financial )?year",
            frozenset({"this", "last", "next", "that", "the"}),
        ),
    },
)


@rules.add(
    "[(the|its|their)] [{fiscalword:}]~{nth}~quarter[,] [(of|in)] [{fiscalword:}] [year] {year}",
    "[the] {nthof:nth}~quarter of [{fiscalword:}] [year] {year}",
    "the {year} [{fiscalword:}] {nth}~quarter",
    "{qn}[,] [of] [fy] {year}",
    "{qn}[,] [of] fy{year}",
    "{year} {qn}",
    "{qn}/{year}",
    "{qn} [fy]{shortyear}",
    "{qn} '{shortyear}",
    "{qn}'{shortyear}",
    "{shortqn}",
)
def quarter_of_year(match: re.Match[str], context: Context) -> Result:
    """A quarter of a year that is named."""
    parts = match.groupdict()
    short = parts.get("shortyear") or parts.get("qy")
    if short and not (match.groupdict().get("year") or context.is_capital(0 if match[0][0] == "q" else 1)):
        return None
    year = int(parts["year"]) if parts.get("year") else full_year(short or "")
    return _fiscal(match, date(Stretch(Grain.QUARTER, year * 4 + _nth(match) - 1), WRITTEN))


@rules.add(
    "[the] {nthhalf}~half of [{fiscalword:}] [the year] {year}", "{hn:} {year}", "the {nthhalf} two quarters of {year}"
)
def half_of_year(match: re.Match[str], _context: Context) -> Result:
    """A half of a year that is named."""
    parts = match.groupdict()
    digit = parts.get("ha") or parts.get("hb")
    half = int(digit) if digit else HALVES[parts["nthhalf"]]
    return _fiscal(match, date(Stretch(Grain.HALF, int(match["year"]) * 2 + half - 1), WRITTEN))


@rules.add("[the] {nthhalf} half of {whichyear}", "[the] {nthhalf} half")
def half_of_which(match: re.Match[str], context: Context) -> Result:
    """A half of this or another year; by itself only where money is spoken of."""
    which = match.groupdict().get("which")
    if which is None and not re.search(
        r"\b(?:profit|profits|earnings|sales|revenue|loss|losses|results|year|growth|income|economy)\b",
        context.before + context.after,
    ):
        return None
    if which is None and re.match(r" of\b|-", context.after):
        return None
    mention = context.state.now(Grain.YEAR)
    if mention is None:
        return None
    said, anchor = counted_from(mention, context)
    return date(
        Stretch(Grain.HALF, (mention.stretch.year + _step(which)) * 2 + HALVES[match["nthhalf"]] - 1),
        f"counted from {said}",
        anchor,
    )


@rules.add(
    "[(the|its|their)] [{fiscalword:}]~{nth}~quarter [(of|in)] {whichyear}",
    "[the] {nthof:nth} quarter of {whichyear}",
    "(this|last|next) year's {nth}~quarter",
)
def quarter_of_which(match: re.Match[str], context: Context) -> Result:
    """A quarter of this or another year."""
    mention = context.state.now(Grain.YEAR)
    if mention is None:
        return None
    which = match.groupdict().get("which") or match[0].split()[0]
    said, anchor = counted_from(mention, context)
    return _fiscal(
        match,
        date(
            Stretch(Grain.QUARTER, (mention.stretch.year + _step(which)) * 4 + _nth(match) - 1),
            f"counted from {said}",
            anchor,
        ),
    )


@rules.add("[(the|its|their)] [{fiscalword:}]~{nth}~quarter", "the {fiscalword:}-{nth} quarter", "{qn}")
def numbered_quarter(match: re.Match[str], context: Context) -> Result:
    """A quarter by its number: the latest one so numbered that is over or running, unless the clause looks ahead."""
    words = match[0]
    if match.groupdict().get("qn") and not context.is_capital(0 if words[0] == "q" else 1):
        return None
    if re.match(r" of (?:the|a) (?:century|game|match|season|race|day|night|way)", context.after):
        return None
    if re.search(
        r"\b(?:game|touchdown|yards|scored|coach|quarterback|nfl|basketball)\b", context.before + context.after
    ):
        return None
    mention = context.state.now(Grain.QUARTER)
    if mention is None:
        return None
    number, here = _nth(match), mention.stretch.number
    latest = here - (here % 4 - number + 1) % 4
    if latest < here and context.is_future and number - 1 > here % 4:
        latest += 4
    told = context.state.quarter
    note = f"the latest quarter so numbered before {context.state.said(mention)}"
    if context.state.narrative and told is not None:
        latest = told.stretch.number // 4 * 4 + number - 1
    found = _fiscal(match, date(Stretch(Grain.QUARTER, latest), note, context.state.anchor(mention)))
    return replace(found, silent=latest >= here and context.is_future)


def _nth(match: re.Match[str]) -> int:
    parts = match.groupdict()
    digit = parts.get("qa") or parts.get("qb")
    return int(digit) if digit else NUMBERS[parts["nth"]]


def _step(which: str | None) -> int:
    if which is None:
        return 0
    return -1 if which in ("last", "the previous") else 1 if which in ("next", "the following") else 0


def _fiscal(match: re.Match[str], found: Found) -> Found:
    """A fiscal quarter is only about the calendar's; one used as an adjective is named without its article."""
    fiscal = bool(re.search(r"fiscal|financial", match[0]))
    article = re.match(r"(?:the|its|their) +", match[0])
    bare = match[0].endswith(("-quarter", "-half")) or (article is not None and article[0].strip() != "the")
    start = match.start() + (article.end() if article and bare else 0)
    return replace(found, vague=fiscal, span=(start, match.end()))

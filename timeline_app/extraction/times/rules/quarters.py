"""Quarters and halves of a year, and fiscal ones."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.reading import WRITTEN, counted_from
from timeline_app.extraction.times.state import Mention
from timeline_app.extraction.times.stretch import Grain, Stretch, unit_of

_NUMBERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "latter": 2,
    "opening": 1,
}
_ORDER = frozenset(_NUMBERS)
rules = RuleBook(
    "quarters",
    {
        "nth": WordClass(
            r"(?:first|second|third|fourth|final|1st|2nd|3rd|4th)(?![a-z])",
            frozenset({"first", "second", "third", "fourth", "final", "0"}),
        ),
        "nthhalf": WordClass(
            r"(?:first|second|latter|opening)(?![a-z])", frozenset({"first", "second", "latter", "opening"})
        ),
        "qn": WordClass(r"(?:q(?P<qa>[1-4])|(?P<qb>[1-4])q)(?![a-z0-9])", frozenset({"q", "0"})),
        "hn": WordClass(r"h(?P<hn>[12])(?![a-z0-9])", frozenset({"h"})),
        "fiscalword": WordClass(r"(?:fiscal|financial)(?![a-z])", frozenset({"fiscal", "financial"})),
        "whichyear": WordClass(
            r"(?P<which>this|last|next|that|the (?:current|previous|same|following)|the) (?:fiscal |financial )?year",
            frozenset({"this", "last", "next", "that", "the"}),
        ),
    },
)


@rules.add(
    "[(the|its|their)] [{fiscalword:}]~{nth}~quarter[,] [(of|in)] [{fiscalword:}] [year] {year}",
    "the {year} [{fiscalword:}] {nth}~quarter",
    "{qn}[,] [of] [fy] {year}",
    "{year} {qn}",
    "{qn}/{year}",
)
def quarter_of_year(match: re.Match[str], context: Context) -> Result:
    """A quarter of a year that is named."""
    return _fiscal(match, date(Stretch(Grain.QUARTER, int(match["year"]) * 4 + _nth(match) - 1), WRITTEN))


@rules.add(
    "[the] {nthhalf}~half of [{fiscalword:}] [the year] {year}", "{hn:} {year}", "the {nthhalf} two quarters of {year}"
)
def half_of_year(match: re.Match[str], context: Context) -> Result:
    """A half of a year that is named."""
    parts = match.groupdict()
    half = int(parts["hn"]) if parts.get("hn") else _NUMBERS[parts["nthhalf"]]
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
        Stretch(Grain.HALF, (mention.stretch.year + _step(which)) * 2 + _NUMBERS[match["nthhalf"]] - 1),
        f"counted from {said}",
        anchor,
    )


@rules.add(
    "[(the|its|their)] [{fiscalword:}]~{nth}~quarter [(of|in)] {whichyear}", "(this|last|next) year's {nth}~quarter"
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
    return _fiscal(match, date(Stretch(Grain.QUARTER, latest), note, context.state.anchor(mention)))


@rules.add(
    "(the|this) quarter",
    "[the] (latest|most recent|just-ended|current|previous|preceding|prior|last|next|coming|following|same|year-ago|year-earlier|comparable|corresponding) quarter",
    "(last|next|that|this) quarter",
    "(this|last|next) year's quarter",
)
def which_quarter(match: re.Match[str], context: Context) -> Result:
    """A quarter by its place: the latest is the last one over; "the quarter" is the one under discussion."""
    words = match[0]
    told = context.state.quarter
    mention = context.state.now(Grain.QUARTER)
    if mention is None:
        return None
    here = mention.stretch.shift(-1)
    which = words.removesuffix("quarter").strip().removeprefix("the ").strip()
    if which in ("the", "that", "same", ""):
        if re.match(r" (?:of|of a|century|mile|final|-)\b|-", context.after) or (
            which == "the" and told is None and not _about_money(context)
        ):
            return None
        source = told or Mention(here, mention.span)
        return date(source.stretch, "the quarter spoken of", context.state.anchor(source))
    step = {"this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}.get(which, -1)
    base = mention.stretch
    if which in ("year-ago", "year-earlier", "comparable", "corresponding", "last year's"):
        base, step = (told.stretch if told else here), -4
    elif which in ("previous", "preceding", "prior", "following") and told is not None:
        base = told.stretch
    elif which in ("this year's",):
        base, step = told.stretch if told else here, 0
    found = date(base.shift(step), f"counted from {context.state.said(mention)}", context.state.anchor(mention))
    return found


def _about_money(context: Context) -> bool:
    return bool(
        re.search(
            r"\b(?:profit|profits|earnings|earned|sales|revenue|loss|losses|results|income|growth|net|shares|gdp|billion|million)\b",
            context.before + context.after,
        )
    )


def _nth(match: re.Match[str]) -> int:
    parts = match.groupdict()
    digit = parts.get("qa") or parts.get("qb")
    return int(digit) if digit else _NUMBERS[parts["nth"]]


def _step(which: str | None) -> int:
    if which is None:
        return 0
    return -1 if which in ("last", "the previous") else 1 if which in ("next", "the following") else 0


def _fiscal(match: re.Match[str], found: Found) -> Found:
    fiscal = bool(re.search(r"fiscal|financial", match[0]))
    return Found(found.type, found.value, stretch=found.stretch, note=found.note, anchor=found.anchor, vague=fiscal)


def last_quarter(day_number: int) -> Stretch:
    """The last quarter that is over on a day."""
    return unit_of(day_number, Grain.QUARTER).shift(-1)

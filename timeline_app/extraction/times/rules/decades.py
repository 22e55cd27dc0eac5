"""Decades, centuries and millennia: "the 1960s", "the '90s", "the 5th century BC", "the 18th and 19th centuries"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.full_dates import rules as full_dates
from timeline_app.extraction.times.rules.reading import WRITTEN, number_of
from timeline_app.extraction.times.stretch import Grain, Stretch
from timeline_app.extraction.times.vocabulary import vocabulary

_DIGIT = frozenset({"0"})
rules = RuleBook(
    "decades and centuries",
    {
        "bc": full_dates.classes["bc"],
        "ad": full_dates.classes["ad"],
        "hundreds": WordClass(r"(?P<hundreds>1[0-9])00'?s", _DIGIT),
        "tens": WordClass(r"(?P<tens>(?:1[0-9]|20)\d)0'?s", _DIGIT),
        "partof": WordClass(r"(?:early|mid|late)(?=[ -])", frozenset({"early", "mid", "late"})),
        "anytens": WordClass(r"(?P<tens>\d{1,3})0'?s", _DIGIT),
        "shorttens": WordClass(r"'?(?P<tens>[2-9])0'?s", frozenset({"0", "'"})),
    },
)

_MEASURES = re.compile(
    r"\b(?:temperatures?|highs?|lows?|scores?|speeds?|grades?|prices?) (?:were |was |will be )?(?:in|into|to) *$"
)


@rules.add("[the] {hundreds:}")
def hundreds(match: re.Match[str], context: Context) -> Result:
    """A century by its first year: "the 1800s"; not "the 2000s", which are a decade."""
    if not match[0].startswith("the") and context.preceded_by("his", "her", "their", "my"):
        return None
    return date(Stretch(Grain.CENTURY, int(match["hundreds"])), WRITTEN)


@rules.add("[the] {tens:}", "[the] {anytens} {bc}")
def decade(match: re.Match[str], context: Context) -> Result:
    """A decade in digits: "the 1990s", "the 470s BC"."""
    number = int(match["tens"])
    if match.groupdict().get("bc"):
        return date(Stretch(Grain.DECADE, -number - 1), WRITTEN)
    if not match[0].startswith("the") and context.preceded_by("his", "her", "their", "my"):
        return None
    return date(Stretch(Grain.DECADE, number), WRITTEN)


@rules.add("[the] {shorttens}", "[the] {decade}", "the [{ordinal:century}] {decade}")
def short_decade(match: re.Match[str], context: Context) -> Result:
    """A decade without its century: "the '90s", "the sixties"; of the last century named, else of the twentieth."""
    parts = match.groupdict()
    tens = int(parts["tens"]) if parts.get("tens") else vocabulary()["decades"][parts["decade"]]
    plain = not match[0].startswith("the ") and "'" not in match[0]
    if plain or context.preceded_by("his", "her", "their", "my", "your", "our"):
        return None
    if re.match(r" (?:percent|degrees|fahrenheit)", context.after) or _MEASURES.search(context.before):
        return None
    number = 190 + tens
    if context.state.narrative and context.state.last and 0 < context.state.last.stretch.year < 1890:
        number = context.state.last.stretch.year // 100 * 10 + tens
    return date(Stretch(Grain.DECADE, number), "a decade of the century spoken of")


@rules.add(
    "[the] {ordinal}~century [({bc}|{ad:})]",
    "[the] {nth:ordinal}~century [({bc}|{ad:})]",
    "[the] {ordinal}~millennium [{bc}]",
    "[the] {nth:ordinal}~millennium [{bc}]",
)
def century(match: re.Match[str], context: Context) -> Result:
    """A century or millennium by its number."""
    number = number_of(match["ordinal"])
    if not number or re.match(r" (?:fox|studios|limited)\b", context.after):
        return None
    grain = Grain.CENTURY if "century" in match[0] else Grain.MILLENNIUM
    return date(Stretch(grain, -number if match.groupdict().get("bc") else number - 1), WRITTEN)


@rules.add(
    "[the] {ordinal} (and|to|or) [the] [{partof:}]~{ordinal:last}~(century|centuries) [{bc}]",
    "[the] {nth:ordinal} (and|to|or) [the] [{partof:}]~{nth:last}~(century|centuries) [{bc}]",
    "[the] {nth:ordinal}-{nth:last}~(century|centuries) [{bc}]",
)
def two_centuries(match: re.Match[str], _context: Context) -> Result:
    """Two centuries: "the 18th and 19th centuries"."""
    ends = []
    for number, span in (
        (match["ordinal"], (match.start(), match.end("ordinal"))),
        (match["last"], (match.start("last"), match.end())),
    ):
        count = number_of(number)
        if not count:
            return None
        here = Stretch(Grain.CENTURY, -count if match.groupdict().get("bc") else count - 1)
        ends.append(date(here, WRITTEN).at(*span))
    part = re.search(r"(early|mid|late)[ -]", match[0])
    if part is not None:
        mod = {"early": "START", "mid": "MID", "late": "END"}[part[1]]
        ends[1] = replace(ends[1], mod=mod).at(match.start() + part.start(), match.end())
    return ends

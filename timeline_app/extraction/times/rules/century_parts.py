"""Parts of centuries and turns of them: "the second quarter of the 15th century", "the turn of the century"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass, one_of
from timeline_app.extraction.times.rules.full_dates import rules as full_dates
from timeline_app.extraction.times.rules.reading import WRITTEN, counted_from, number_of
from timeline_app.extraction.times.stretch import Grain, Stretch
from timeline_app.model.calendar import year_span

_PLACES = {"first": 0, "opening": 0, "second": 1, "third": 2, "middle": 1, "fourth": 3, "last": -1, "final": -1,
           "closing": -1}  # fmt: skip
_SIZES = {"quarter": 25, "third": 33, "half": 50}
rules = RuleBook(
    "parts of centuries",
    {
        "bc": full_dates.classes["bc"],
        "place": WordClass(rf"(?:{'|'.join(_PLACES)})(?= )", frozenset(_PLACES)),
        "share": one_of("/".join(_SIZES)),
        "decadeplace": one_of("first/second/third/fourth/fifth/sixth/seventh/eighth/ninth/last/final/opening/closing"),
    },
)


@rules.add(
    "[the] {place} {share} of the {ordinal}~century [{bc}]", "[the] {place} {share} of the {nth:ordinal}~century [{bc}]"
)
def part(match: re.Match[str], _context: Context) -> Result:
    """A quarter, third or half of a century: its days are narrower than those of the century it names."""
    number, size, place = number_of(match["ordinal"]), _SIZES[match["share"]], _PLACES[match["place"]]
    if not number:
        return None
    century = Stretch(Grain.CENTURY, -number if match["bc"] else number - 1)
    parts = round(100 / size)
    place = parts - 1 if place < 0 else place
    if place >= parts:
        return None
    first = _first_year(century) + size * place
    last = first + size - 1 if place < parts - 1 else _first_year(century) + 99
    mod = "START" if place == 0 else "END" if place == parts - 1 else "MID"
    return replace(date(century, WRITTEN, mod=mod), bounds=(year_span(first)[0], year_span(last)[1]), vague=True)


def _first_year(century: Stretch) -> int:
    """Astronomical years; the 15th century is counted from 1400 on, as its value is."""
    return century.number * 100 if century.number >= 0 else 1 + century.number * 100


@rules.add(
    "[the] {decadeplace} decade of the {ordinal}~century", "[the] {decadeplace} decade of the {nth:ordinal}~century"
)
def decade_of_century(match: re.Match[str], _context: Context) -> Result:
    """A decade by its place in a century: "the last decade of the 19th century"."""
    place = match["decadeplace"]
    which = {"last": 10, "final": 10, "closing": 10, "opening": 1}.get(place) or number_of(place)
    number = number_of(match["ordinal"])
    return date(Stretch(Grain.DECADE, (number - 1) * 10 + which - 1), WRITTEN) if number else None


@rules.add("the turn of the {ordinal}~century", "the turn of the {nth:ordinal}~century")
def turn_of_numbered(match: re.Match[str], _context: Context) -> Result:
    """The years about the beginning of a century."""
    number = number_of(match["ordinal"])
    return _about((number - 1) * 100) if number else None


@rules.add("the turn of the (century|millennium|last century|present century|new century|new millennium)")
def turn(match: re.Match[str], context: Context) -> Result:
    """The turn of the century spoken of: of the one that a text of before 1950 stands in, else of the year 2000."""
    if "millennium" in match[0] or "new" in match[0].split():
        return _about(2000)
    mention = context.state.topic(Grain.YEAR)
    if mention is None:
        return None
    year = mention.stretch.year
    if year <= 0:
        return None
    nearest = round(year / 100) * 100
    return _about(nearest if nearest <= 2000 else 2000)


@rules.add("the turn of the year")
def turn_of_year(_match: re.Match[str], context: Context) -> Result:
    """The days about the new year nearest to the date spoken of."""
    mention = context.state.now(Grain.DAY)
    if mention is None:
        return None
    year = mention.stretch.year
    first, last = year_span(year)
    year += (mention.stretch.first - first > 182) if context.is_future else 0
    said, anchor = counted_from(mention, context)
    first = year_span(year)[0]
    found = date(Stretch(Grain.YEAR, year), f"the new year nearest to {said}", anchor, mod="START")
    return replace(found, bounds=(first - 14, first + 13), vague=True, silent=True) if last else None


@rules.add("mid-century")
def mid_century(match: re.Match[str], context: Context) -> Result:
    """The middle of the century spoken of, unless it is a style."""
    mention = context.state.topic(Grain.CENTURY)
    if mention is None or not re.match(
        r"[.,;:)]|$| (?:and|when|the|it|he|she|they|most|many|had|was|were)\b", context.after
    ):
        return None
    said, anchor = counted_from(mention, context)
    return date(mention.stretch, f"counted from {said}", anchor, mod="MID") if match else None


def _about(year: int) -> Found:
    here = Stretch(Grain.YEAR, year)
    bounds = (year_span(year - 5)[0], year_span(year + 5)[1])
    return replace(date(here, "the years about the turn", mod="APPROX"), vague=True, bounds=bounds)

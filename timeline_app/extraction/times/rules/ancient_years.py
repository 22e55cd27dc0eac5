"""Years before Christ and of the first centuries after: "480 BC", "AD 14", "490-479 BC", "in 490" beside them."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.full_dates import rules as full_dates
from timeline_app.extraction.times.rules.reading import WRITTEN, month_number
from timeline_app.extraction.times.stretch import Grain, Stretch, month

rules = RuleBook(
    "ancient years",
    {
        "bc": full_dates.classes["bc"],
        "ad": full_dates.classes["ad"],
        "smallnumber": WordClass(r"\d{1,3}(?!\d)", frozenset({"0"})),
    },
)


@rules.add("{anyyear} {bc}", "{bc} {anyyear}", "[the year] {anyyear} {bc}")
def before_christ(match: re.Match[str], _context: Context) -> Result:
    """A year BC, with a year before it in the same breath: "490-479 BC"."""
    return date(_year(1 - int(match["anyyear"])), WRITTEN) if int(match["anyyear"]) else None


@rules.add("{anyyear:one}(-|/){anyyear} {bc}", "{anyyear:one} (and|or|to|-|until) {anyyear} {bc}")
def years_before_christ(match: re.Match[str], _context: Context) -> Result:
    """Two years BC: "490-479 BC", "480 and 479 BC"."""
    first, last = int(match["one"]), int(match["anyyear"])
    if not first or not last:
        return None
    tail = match.start("anyyear"), match.end()
    return [date(_year(1 - first), WRITTEN).at(*match.span("one")), date(_year(1 - last), WRITTEN).at(*tail)]


@rules.add("{anyyear:one}(-|/){anyyear} {ad}", "{anyyear:one} (and|or|to|-|until) {anyyear} {ad}")
def years_anno_domini(match: re.Match[str], _context: Context) -> Result:
    """Two years AD: "66-70 AD"."""
    first, last = int(match["one"]), int(match["anyyear"])
    if not 0 < first < last:
        return None
    tail = match.start("anyyear"), match.end()
    return [date(_year(first), WRITTEN).at(*match.span("one")), date(_year(last), WRITTEN).at(*tail)]


@rules.add("{ad} {anyyear}", "{anyyear} {ad}")
def anno_domini(match: re.Match[str], context: Context) -> Result:
    """A year AD, named as such."""
    if match[0].startswith(("a ", "c ", "ce ")) or not int(match["anyyear"]):
        return None
    if match[0][0].isdigit() and not context.original(match.end() - 2, match.end()).replace(".", "").isupper():
        return None
    return date(_year(int(match["anyyear"])), WRITTEN)


@rules.add("{smallnumber}")
def ancient_year(match: re.Match[str], context: Context) -> Result:
    """A bare number where the text speaks of years BC: "In 490, …" after "492 BC"."""
    last = context.state.last
    if len(match[0]) == 3 and re.search(r"\b(?:circa|c\.|ca\.) $", context.before):
        return date(_year(int(match[0])), WRITTEN)
    if last is None or last.stretch.year > 0 or len(match[0]) < 2:
        return None
    year = 1 - int(match[0])
    if abs(year - last.stretch.year) > 120 or not context.preceded_by(
        "in", "of", "by", "until", "since", "from", "to", "and"
    ):
        return None
    if not re.match(r"[,.;)]|$| (?:and|when|to|until|the|a|he|they|by|with|,|bc)", context.after):
        return None
    note = "a year BC, as the dates before it are"
    return date(_year(year), note, context.state.anchor(last))


@rules.add("{month} (or|and|to|-) {month:other}[,] [of] {anyyear} {bc}", "{month}-{month:other}[,] [of] {anyyear} {bc}")
def months_before_christ(match: re.Match[str], context: Context) -> Result:
    """Two months of one year BC: "August or September 490 BC"."""
    year = 1 - int(match["anyyear"])
    if not context.is_capital() or not context.text.is_capital(match.start("other")):
        return None
    first, last = month(year, month_number(match["month"])), month(year, month_number(match["other"]))
    return [date(first, WRITTEN).at(*match.span("month")), date(last, WRITTEN).at(match.start("other"), match.end())]


def _year(number: int) -> Stretch:
    return Stretch(Grain.YEAR, number)

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
        "bigyear": WordClass(r"(?:\d{1,3}(?:,\d{3}){1,2}|\d{5,7})(?!\d)", frozenset({"0"})),
        "smallnumber": WordClass(r"\d{1,3}(?!\d)", frozenset({"0"})),
    },
)

_FIRM = re.compile(r"\b(?:in|of|by|until|since|from|to|and) *$")
_ENDS = re.compile(r"[,.;)]|$| (?:and|when|to|until|the|a|he|she|they|it|his|her|their|by|with|bc)\b")
_BC_AHEAD = re.compile(r"\b(\d{1,4}) (?:bc|bce|b\.c\.)(?![a-z])")
#: So many years from the date before it a bare number still is a year before Christ, or of the first centuries.
WIDE, NEAR = 400, 120


@rules.add("{anyyear} {bc}", "{bc} {anyyear}", "[the year] {anyyear} {bc}")
def before_christ(match: re.Match[str], _context: Context) -> Result:
    """A year BC, with a year before it in the same breath: "490-479 BC"."""
    return date(_year(1 - int(match["anyyear"])), WRITTEN) if int(match["anyyear"]) else None


@rules.add("[the year] {bigyear} {bc}")
def long_before_christ(match: re.Match[str], _context: Context) -> Result:
    """A year BC of five digits or more: "10,000 BC"."""
    return date(_year(1 - int(match["bigyear"].replace(",", ""))), WRITTEN)


@rules.add("{anyyear:one}(-|/){anyyear} {bc}", "{anyyear:one} (and|or|to|-|until) {anyyear} {bc}")
def years_before_christ(match: re.Match[str], _context: Context) -> Result:
    """Two years BC: "490-479 BC", "480 and 479 BC"."""
    first, last = int(match["one"]), int(match["anyyear"])
    if not first or not last:
        return None
    tail = match.start("anyyear"), match.end()
    return [date(_year(1 - first), WRITTEN).at(*match.span("one")), date(_year(1 - last), WRITTEN).at(*tail)]


@rules.add(
    "{ad} {anyyear:one}(-|/){anyyear}",
    "{anyyear:one}(-|/){anyyear} {ad}",
    "{anyyear:one} (and|or|to|-|until) {anyyear} {ad}",
)
def years_anno_domini(match: re.Match[str], _context: Context) -> Result:
    """Two years AD: "66-70 AD", "AD 14-37"."""
    first, last = int(match["one"]), int(match["anyyear"])
    if not 0 < first < last:
        return None
    tail = match.start("anyyear"), match.end()
    head = match.span("one") if match[0][0].isdigit() else (match.start(), match.end("one"))
    return [date(_year(first), WRITTEN).at(*head), date(_year(last), WRITTEN).at(*tail)]


@rules.add("{ad} {anyyear}", "{anyyear} {ad}")
def anno_domini(match: re.Match[str], context: Context) -> Result:
    """A year AD, named as such."""
    if match[0].startswith(("a ", "c ", "ce ")) or not int(match["anyyear"]):
        return None
    if match[0][0].isdigit() and not context.original(match.end() - 2, match.end()).replace(".", "").isupper():
        return None
    return date(_year(int(match["anyyear"])), WRITTEN)


@rules.add("{smallnumber}", "the year {smallnumber}")
def ancient_year(match: re.Match[str], context: Context) -> Result:
    """A bare number beside years before Christ or of the first centuries: "In 490, …" after "492 BC"."""
    digits, last = match["smallnumber"], context.state.last
    number = int(digits)
    if len(digits) == 3 and re.search(r"\b(?:circa|c\.|ca\.) $", context.before):
        return date(_year(number), WRITTEN)
    if len(digits) < 2 or not (_FIRM.search(context.before) or digits != match[0]) or not _stands_alone(context):
        return None
    ahead = _BC_AHEAD.search(context.after)
    if ahead is not None and number > int(ahead[1]):
        return date(_year(1 - number), "a year BC, as the one behind it is")
    if last is not None and last.stretch.year <= 0 and abs(1 - number - last.stretch.year) <= WIDE:
        return date(_year(1 - number), "a year BC, as the dates before it are", context.state.anchor(last))
    if last is not None and 0 < last.stretch.year < 1000 and abs(number - last.stretch.year) < NEAR:
        return date(_year(number), "a year of the century spoken of", context.state.anchor(last))
    return date(_year(number), WRITTEN) if digits != match[0] else None


def _stands_alone(context: Context) -> bool:
    """Whether what follows is nothing that a number counts."""
    named = context.right_char == " " and context.text.is_capital(context.end + 1)
    return named or _ENDS.match(context.after) is not None


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

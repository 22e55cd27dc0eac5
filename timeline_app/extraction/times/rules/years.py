"""Years in digits and in words, and fiscal ones."""

from __future__ import annotations

import re
from functools import cache

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.numbers import year_in_words
from timeline_app.extraction.times.rules.reading import WRITTEN, full_year, month_number
from timeline_app.extraction.times.stretch import Grain, Stretch, month, season
from timeline_app.extraction.times.vocabulary import vocabulary
from timeline_app.model import TimexType
from timeline_app.model.calendar import civil

_DIGIT = frozenset({"0"})
_AFTER_PREPOSITION = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|to|of|and|between|before|after|year|circa|ca\.?|c\.|or|lord|earlier than"
    r"|later than)|\(|-) *$"
)
rules = RuleBook("years")
_ADDRESS = re.compile(r" (?:[A-Z][a-z]+ ){1,3}(?:Street|Avenue|Road|Boulevard|Drive|Lane|St|Ave|Blvd)\b")
_FIRMLY_ABOUT = re.compile(
    r"\b(?:in|from|since|by|until|till|to|of|around|dates?|dated|year|before|after|and|between)(?: or)?"
    r" (?:about|nearly|almost|approximately|at|was) *$|(?:\(|, )(?:about|approximately) *$"
)
_FIRM_YEAR = re.compile(r"\b(?:in|since|until|till) *$")
#: Where no count can stand: "In 2019 students protested", "by early 2021 schools were shut".
_SURE_YEAR = re.compile(r"^\W*(?:in|by|since|until|from) *$|\b(?:early|late|mid)[ -]$")
#: What is dated by "about": "built about 1450".
_MADE_ABOUT = re.compile(
    r"\b(?:built|made|painted|written|born|founded|composed|dating|died|erected|begun|completed|invented|flourished)"
    r" (?:in or )?(?:about|around|approximately|at about) *$|\b(?:from|in or|to|until) (?:about|around) *$"
)
#: Behind such a year: people of a nation, or a dash that breaks off ("in 1954-told"); never a unit or a thing made.
_NO_UNIT = re.compile(
    r" (?:american|british|german|french|russian|soviet|chinese|israeli|us|u\.s\.) "
    r"|-(?:[a-z]{2,}ed|told|said|was|were|is|had|has|the|he|she|it|they|when|which|who|and|but|in) "
)
_OWNED = re.compile(r"(?:\b(?:a|the|his|her|my|their|our)|'s) $")
_MAKES = re.compile(
    r" (?:[a-z]+ )?(?:acura|audi|bmw|buick|cadillac|chevrolet|chevy|chrysler|dodge|ford|honda|hyundai|jaguar|jeep|lexus"
    r"|mazda|mercedes|nissan|oldsmobile|plymouth|pontiac|porsche|subaru|toyota|volkswagen|volvo|model|sedan|pickup)\b"
)
_SHORT_END = re.compile(
    r"(?:[-/]| (?:to|until) )(\d\d)(?![\d-]|[.,]\d|[a-z]| (?:years|days|people|percent|per|million))"
)
_ENDS = re.compile(r"[.,;)](?: |$)|$| and\b| when\b")
_GOES_ON = re.compile(
    r"[.,;)](?: |$)|$| (?:by|in|at|and|when|with|for|as|on|to|until|while|because|after|he|she|it|they|the|a|but"
    r"|from)\b"
)
_OKAY_ABOUT = re.compile(r"\b(?:about|nearly|almost|approximately) *$")
_OKAY_COUNTING = re.compile(r"(?:about|nearly|over|than|least|almost|approximately|is|was|are|only|at) *$")


@rules.add("[the year] {year}", "the (year|years) {year}", "[(fiscal|financial)] [(year|years)] {year}")
def bare_year(match: re.Match[str], context: Context) -> Result:
    """A year by itself, where the words around it allow one."""
    words = match[0]
    year = int(match["year"])
    if words[0].isdigit() and not _is_year(year, context):
        return None
    fiscal = "fiscal" in words or "financial" in words
    note = "a fiscal year, as it is written" if fiscal else WRITTEN
    found = Found(TimexType.DATE, f"{year:04d}", stretch=_year(year), note=note, vague=fiscal)
    if words[0].isdigit():
        return _with_short_end(found, year, match, context)
    return found


def _with_short_end(found: Found, year: int, match: re.Match[str], context: Context) -> Result:
    """A year, and the short year of "1914-18" behind it."""
    tail = _SHORT_END.match(context.text.lower, match.end(), match.end() + 12)
    spoken = tail is not None and tail[0].startswith(" ")
    if tail is None or not 0 < int(tail[1]) - year % 100 < 100 or (spoken and not context.preceded_by("from")):
        return found
    end = year - year % 100 + int(tail[1])
    return [found.at(match.start(), match.end()), date(_year(end), WRITTEN).at(*tail.span(1))]


@cache
def _number_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a four-digit number counts, standing behind it; and what it numbers, standing before it."""
    cues = vocabulary()["cues"]

    def words(name: str) -> str:
        return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(cues[name], key=len, reverse=True))

    counted = re.compile(rf"(?: (?:{words('between')}))?[ -](?:{words('counted')})(?![a-z])|[%°$]")
    numbered = re.compile(rf"(?:(?<![a-z0-9])(?:{words('numbered')})|[#$£€¥]) ?$|\d[.,:]$")
    return counted, numbered


def _is_year(year: int, context: Context) -> bool:
    after, before = context.after, context.before
    counted, numbered = _number_words()
    modern = 1700 <= year <= 2100
    sure = modern and _SURE_YEAR.search(before) is not None and after[:1] == " "
    if re.match(r"[.,:]\d|[a-z]|'[a-rt-z]", after) or (
        not (sure or (modern and _FIRM_YEAR.search(before) and _NO_UNIT.match(after)))
        and (
            counted.match(after)
            or re.match(r"[ -]years?[ -]olds?\b", after)
            or re.match(r"-(?!\d{2,4}\b)[a-z0-9]", after)
        )
    ):
        return False
    if after[:1] == "/" and not re.match(rf"/(?:{(year + 1) % 100:02d}|{year + 1})(?!\d)", after):
        return False
    if re.search(r"[:/]$|\d-$", before) and not re.search(r"\b\d{4}[-/]$", before):
        return False
    if 1000 <= year <= 2100 and (_MADE_ABOUT.search(before) or re.search(r"\bnot? (?:later|earlier) than $", before)):
        return _GOES_ON.match(after) is not None
    if numbered.search(before):
        about = _OKAY_ABOUT.search(before) and _GOES_ON.match(after)
        counted_on = _OKAY_COUNTING.search(before) and _ENDS.match(after)
        if about and year >= 1000 and after[:1] == ",":
            return True
        return 1700 <= year <= 2100 and bool(about or counted_on or _FIRMLY_ABOUT.search(before))
    if _ADDRESS.match(context.original(context.end, context.end + 40)) or after.startswith(": a space odyssey"):
        return False
    if 1500 <= year <= 2100:
        return not _is_model(year, context)
    return _AFTER_PREPOSITION.search(before) is not None


def _is_model(year: int, context: Context) -> bool:
    """The number of a thing with an acronym for a name, "GTY 1660", or the year of a car: "his 1987 Chevrolet"."""
    if _OWNED.search(context.before) and _MAKES.match(context.after):
        return True
    name = re.search(r"(?<![A-Za-z])([A-Z][A-Z0-9]{1,5}) $", context.original(max(0, context.start - 8), context.start))
    published = context.state.published
    latest = 2100 if published is None else civil(published)[0] + 15
    return name is not None and not 1900 <= year <= latest


@rules.add("fy{year}", "fy {year}", "fy{shortyear}", "fy '{shortyear}")
def fiscal_year(match: re.Match[str], context: Context) -> Result:
    """A fiscal year by its letters: "FY2021"."""
    if not context.is_capital():
        return None
    parts = match.groupdict()
    number = full_year(parts.get("year") or parts["shortyear"])
    year = _year(number)
    found = Found(TimexType.DATE, year.value, stretch=year, note="a fiscal year, as it is written", vague=True)
    return _with_short_end(found, number, match, context) if parts.get("year") else found


@rules.add("'{shortyear}")
def short_year(match: re.Match[str], context: Context) -> Result:
    """A year of two digits with its apostrophe: "in '68", "of '04"."""
    if not re.search(
        r"\b(?:in|of|since|by|until|from|to|and|summer|winter|spring|fall|autumn|class of|election) *$", context.before
    ):
        return None
    digits = int(match["shortyear"])
    return date(_year(digits + (1900 if digits >= 30 else 2000)), WRITTEN)


@rules.add("{month}[,] [of] {numberword}", "[the] {season} of {numberword}")
def spoken_year_parts(match: re.Match[str], context: Context) -> Result:
    """A month or season of a year in words."""
    year, parts = year_in_words(match["numberword"]), match.groupdict()
    if year is None or (parts.get("month") and not context.is_capital()):
        return None
    if parts.get("season"):
        return date(season(year, vocabulary()["seasons"][parts["season"]]), WRITTEN)
    return date(month(year, month_number(parts["month"])), WRITTEN)


@rules.add("[the year] {numberword}")
def spoken_year(match: re.Match[str], context: Context) -> Result:
    """A year in words: "nineteen ninety-seven", "the year two thousand"."""
    words = match[0]
    if "hundred" in words and "year" not in words:
        return None
    year = year_in_words(match["numberword"])
    if year is None or (year == 2000 and not words.startswith("the year") and not context.preceded_by("in", "since")):
        return None
    if not words.startswith("the year") and _counts_something(context):
        return None
    return date(_year(year), WRITTEN)


def _counts_something(context: Context) -> bool:
    """Whether a plural follows, as in "nineteen ninety-cent stamps" or "two thousand five people"."""
    match = re.match(r"[ -](?:people|percent|[a-z]+s\b)", context.after)
    return match is not None and not context.text.is_capital(context.end + 1)


def _year(number: int) -> Stretch:
    return Stretch(Grain.YEAR, number)

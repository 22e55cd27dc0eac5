"""Months and days without a year: "20 October", "Oct. 20", "in March", "7–20 October", "April of that year"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass, one_of
from timeline_app.extraction.times.rules.beside import Choice
from timeline_app.extraction.times.rules.choosing import choose_year
from timeline_app.extraction.times.rules.reading import WRITTEN, counted_from, month_number, number_of
from timeline_app.extraction.times.stretch import Grain, Stretch, day_or_none, month

_DIGIT = frozenset({"0"})
rules = RuleBook(
    "months and days",
    {
        "whichyear": WordClass(
            r"(?P<which>this|last|next|that|that same|the same|the following|the next|the previous|the prior"
            r"|of this|of last|of next|of that|of the same|of that same|of the following|of the next|of the previous"
            r"|of the prior|the year before|the preceding|of the preceding|the current|of the current) +year",
            frozenset({"this", "last", "next", "that", "the", "of"}),
        ),
        "pointer": one_of("last/next/this/this past/this coming/this last/the past"),
        "dayspan": WordClass(
            r"(?P<one>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
            r"(?P<gap> ?- ?| +(?:to|and|or|until|till|through|&) +(?:the +)?)",
            _DIGIT,
        ),
    },
)
#: Months that are also words or names need company.
_DOUBTFUL = frozenset({"may", "march", "mar", "sun", "sat", "mar."})
_NAMES = frozenset({"april", "may", "june", "august", "jan", "jan."})
_MONTH_BEFORE = re.compile(
    r"\b(?:in|of|since|until|till|by|from|to|through|during|last|next|this|and|or|late|early|mid|before|after|between"
    r"|for|every|each|around|about|beginning|end|middle|start|starting|ending|ended|per|past|coming"
    r"|as early as|as late as|as soon as|earlier than|later than) *$|[-/(,]$|, $"
)

#: What makes a month the name of something: "the October Revolution".
_EVENT_NAME = re.compile(r" (?:revolution|crisis|massacres?|manifesto|uprising|theses|offensive|days|surprise|war)\b")
_ATTACKS = re.compile(r",? (?:terror|terrorist|attacks?|hijack|bombers)\b|'s? attacks\b")
_FIRM_BEFORE = re.compile(r"\b(?:in|since|until|till|last|next|early|late|mid|during|through|this|every) *$")


@rules.add(
    "[{anyweekday:}[,]] {month} [the] {day}",
    "[{anyweekday:}[,]] [the] {day} [day] [of] {month}",
    "[{anyweekday:}[,]] {month} [the] {ordinal:day}",
    "[{anyweekday:}[,]] [the] {ordinal:day} [day] of {month}",
)
def day_of_month(match: re.Match[str], context: Context) -> Result:
    """A day of a month; the days that follow it in the same breath; the year chosen by the context."""
    number, of_month = month_number(match["month"]), number_of(match["day"])
    if not of_month or not _is_day(match, context):
        return None
    choice = choose_year(context, number, of_month)
    if (number, of_month) == (9, 11) and _ATTACKS.match(context.after):
        choice = Choice(2001, "the day of the attacks of 2001", None)
    first = _day(choice, number, of_month)
    if first is None:
        return None
    return [first.at(*match.span()), *_more_days(match, context, choice, number)]


@rules.add("9/11")
def the_attacks(_match: re.Match[str], context: Context) -> Result:
    """The day that has its date for a name."""
    if re.match(r"[/\d]| (?:of|inch|share)", context.after):
        return None
    return _day(Choice(2001, "the day of the attacks of 2001", None), 9, 11)


def _is_day(match: re.Match[str], context: Context) -> bool:
    """Whether the words really name a day: not "may 5 people", not "march 3,000"."""
    at = match.start("month")
    capital = context.text.is_capital(at)
    if match["month"] in _DOUBTFUL and not capital:
        return False
    after = context.after
    if match.end("day") == match.end() and re.match(
        r"[.,:]\d|[/:]\d|%|-(?:year|day|week|month)|(?: ?-? ?)(?:%|percent|million|billion)", after
    ):
        return False
    if match["month"] == "may" and match.start("day") > at and not capital:
        return False
    return capital or len(match["month"]) > 3


def _more_days(match: re.Match[str], context: Context, choice: Choice, number: int) -> list[Found]:
    """The further days of "April 5, 7 and 9" or "April 5-7"."""
    if match.start("day") < match.start("month"):
        return []
    found: list[Found] = []
    position, text = match.end(), context.text.lower
    pattern = re.compile(
        r"(?: ?- ?| +(?:and|to|or|until|through) +(?:the +)?|, *and +|, *(?=\d{1,2},? (?:and|or) \d|\d{1,2}, ?\d))"
        r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
        r"(?![\w%]|[.,:]\d|-\w| +(?:[a-z]+ed|people|percent|million|billion|years?|days?|months?"
        r"|weeks?|hours?|a\.m|p\.m|am|pm)\b)"
    )
    while more := pattern.match(text, position):
        item = _day(choice, number, int(more["day"]))
        if item is None or re.match(r" +(?:of +)?[a-z]+ +\d{4}", text[more.end() : more.end() + 20]):
            break
        found.append(item.at(more.start("day"), more.end()))
        position = more.end()
    return found


@rules.add("[the] {dayspan}{day} [of] {month}[,] [{year}]")
def days_before_month(match: re.Match[str], context: Context) -> Result:
    """Two days of one month, the month said once: "7–20 October 2023", "the 5th and 7th of May"."""
    number, year = month_number(match["month"]), match["year"]
    if match["month"] in _DOUBTFUL and not context.text.is_capital(match.start("month")):
        return None
    choice = Choice(int(year), WRITTEN, None) if year else choose_year(context, number, number_of(match["day"]))
    first, last = _day(choice, number, int(match["one"])), _day(choice, number, number_of(match["day"]))
    if first is None or last is None:
        return None
    return [first.at(match.start(), match.end("one")), last.at(match.start("day"), match.end())]


@rules.add("{month} {dayspan}{day}[,] {year}")
def days_after_month(match: re.Match[str], _context: Context) -> Result:
    """Two days of one month and year in the American order: "October 7–20, 2023"."""
    choice = Choice(int(match["year"]), WRITTEN, None)
    number = month_number(match["month"])
    first, last = _day(choice, number, int(match["one"])), _day(choice, number, number_of(match["day"]))
    if first is None or last is None:
        return None
    return [first.at(match.start(), match.end("one")), last.at(match.start("day"), match.end())]


@rules.add("{month}(-|/){month:other}[,] {year}", "{month} (to|and|or|through|until|-) {month:other}[,] {year}")
def months_of_year(match: re.Match[str], context: Context) -> Result:
    """Two months of one year: "June–August 2023"."""
    if not context.text.is_capital(match.start("other")) or not context.is_capital():
        return None
    year = int(match["year"])
    first = month(year, month_number(match["month"]))
    last = month(year, month_number(match["other"]))
    if first.number > last.number:
        first = first.shift(-12)
    return [date(first, WRITTEN).at(*match.span("month")), date(last, WRITTEN).at(match.start("other"), match.end())]


@rules.add("[{day}] {month}[,] {whichyear}", "{month} {day}[,] {whichyear}")
def of_which_year(match: re.Match[str], context: Context) -> Result:
    """A month or day whose year is said by pointing: "April of that year", "July last year"."""
    which = match["which"].removeprefix("of ")
    mention = context.state.now(Grain.YEAR) if which in ("this", "last", "next") else context.state.topic(Grain.YEAR)
    if mention is None or not (context.is_capital() or match[0][0].isdigit()):
        return None
    step = -1 if which in ("last", "the previous", "the prior", "the preceding", "the year before") else 0
    step = 1 if which in ("next", "the next", "the following") else step
    said, anchor = counted_from(mention, context)
    choice = Choice(mention.stretch.year + step, f"the year counted from {said}", anchor)
    number = month_number(match["month"])
    if match["day"]:
        return _day(choice, number, number_of(match["day"]))
    return date(month(choice.year or 0, number), choice.note, choice.anchor)


@rules.add("{pointer:} {month} [the] {day}")
def pointed_day(match: re.Match[str], context: Context) -> Result:
    """A day of last October, of this coming June."""
    number = month_number(match["month"])
    which = match[0][: match.start("month") - match.start()].strip()
    if not context.text.is_capital(match.start("month")) or not _is_day(match, context):
        return None
    return _day(_which(which, context, number), number, number_of(match["day"]))


@rules.add(
    "{month}", "[(last|next|this|this past|this coming|this last|the past|the next|the following|the previous)] {month}"
)
def bare_month(match: re.Match[str], context: Context) -> Result:
    """A month by itself, where it is no other word and no name."""
    words, number = match["month"], month_number(match["month"])
    which = match[0][: match.start("month") - match.start()].strip()
    at = match.start("month")
    if not context.text.is_capital(at) or (not which and not _is_month(words, context)):
        return None
    if (
        words.rstrip(".") == words
        and len(words) <= 4
        and words not in ("june", "july", "may")
        and context.right_char == "-"
    ):
        return None
    choice = _which(which, context, number) if which else choose_year(context, number, None)
    if choice.year is None:
        return Found(date(month(1, 1)).type, f"XXXX-{number:02d}", note=choice.note)
    return date(month(choice.year, number), choice.note, choice.anchor)


def _which(which: str, context: Context, number: int) -> Choice:
    told = which in ("the next", "the following", "the previous")
    mention = context.state.topic(Grain.MONTH) if told else context.state.now(Grain.MONTH)
    if mention is None:
        return Choice(None, "no date to count from", None)
    here = Stretch(Grain.MONTH, mention.stretch.number)
    year, index = divmod(here.number, 12)
    said, anchor = counted_from(mention, context)
    if which in ("last", "this past", "this last", "the past", "the previous"):
        year -= number >= index + 1
    elif which in ("next", "this coming", "the next", "the following"):
        year += number <= index + 1
    return Choice(year, f"the month so named nearest to {said}", anchor)


def _is_month(words: str, context: Context) -> bool:
    before, after = context.before, context.after
    if words in _DOUBTFUL:
        if re.search(r"\bthe $", before) and re.match(r" (?!on |of |to |through |past |be )[a-z]", after):
            return not context.text.is_capital(context.end + 1)
        return bool(_MONTH_BEFORE.search(before)) and not re.match(r" [a-z]+ed\b| be\b", after)
    if _EVENT_NAME.match(after) and context.text.is_capital(context.end + 1):
        return False
    follows_name = re.match(r" [a-z]", after) and context.text.is_capital(context.end + 1)
    if words in _NAMES and follows_name and not _FIRM_BEFORE.search(before):
        return False
    if context.left_char == "-" and not re.search(r"(?:early|mid|late|[a-z]{3,9}|\d)-$", before):
        return False
    return not re.match(r"'s [a-z]+ (?:street|road|avenue)", after)


def _day(choice: Choice, number: int, of_month: int) -> Found | None:
    if choice.year is None:
        if not 1 <= of_month <= 31:
            return None
        return Found(date(month(1, 1)).type, f"XXXX-{number:02d}-{of_month:02d}", note=choice.note)
    found = day_or_none(choice.year, number, of_month)
    return date(found, choice.note, choice.anchor) if found else None

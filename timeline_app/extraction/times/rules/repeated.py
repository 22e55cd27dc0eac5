"""What repeats: "every day", "each July", "daily", "twice a week", "per year"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Result, repetition
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.lengths import length
from timeline_app.extraction.times.numbers import read_number
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.reading import month_number, unit_letters, weekday_number
from timeline_app.extraction.times.vocabulary import vocabulary

rules = RuleBook(
    "repetitions",
    {
        "every": WordClass(r"(?:every|each)(?= )", frozenset({"every", "each"})),
        "seasons": WordClass(r"(?:springs|summers|autumns|winters)(?![a-z])", frozenset({"summers"})),
    },
)


@rules.add("{every} [(single|other|{number})] {unit}")
def every_unit(match: re.Match[str], context: Context) -> Result:
    """Every day, every other week, every four years."""
    letters = unit_letters(match["unit"])
    if re.match(r" of the\b", context.after) or (letters == "TS" and not match["number"]):
        return None
    if re.match(r" [a-z]+ity|'s (?!end)", context.after):
        return None
    count = read_number(match["number"]) if match["number"] else 2 if " other " in match[0] else 1
    return repetition(length(count, letters))


@rules.add("{every} few {unit}", "{every} couple of {unit}")
def every_few(match: re.Match[str], _context: Context) -> Result:
    """Every few years."""
    return repetition(length(None, unit_letters(match["unit"])))


@rules.add(
    "{every} {weekday}", "{every} {month}", "{every} {season}", "{every} {partofday}", "{every} {weekday} {partofday}"
)
def every_named(match: re.Match[str], context: Context) -> Result:
    """Every Friday, each July, every summer, every morning."""
    parts = match.groupdict()
    if parts.get("weekday"):
        part = f"T{vocabulary()['parts_of_day'][parts['partofday']]}" if parts.get("partofday") else ""
        return repetition(f"XXXX-WXX-{weekday_number(parts['weekday']) + 1}{part}")
    if parts.get("month"):
        return (
            repetition(f"XXXX-{month_number(parts['month']):02d}")
            if context.text.is_capital(match.start("month"))
            else None
        )
    if parts.get("season"):
        return repetition(f"XXXX-{vocabulary()['seasons'][parts['season']]}")
    return repetition(f"XXXX-XX-XXT{vocabulary()['parts_of_day'][parts['partofday']]}")


@rules.add("{frequency}")
def frequency(match: re.Match[str], context: Context) -> Result:
    """Daily, weekly, monthly, annual; not in the name of a paper."""
    if context.is_capital() and re.match(r" [a-z]", context.after) and context.text.is_capital(context.end + 1):
        return None
    if context.is_capital() and context.before.strip():
        return None
    if context.left_char == "-" or context.right_char == "-":
        return None
    return repetition(vocabulary()["frequency"][match["frequency"]])


@rules.add("(once|twice|times|thrice) (a|an|per|each|every) {unit}", "per {unit}")
def rate(match: re.Match[str], _context: Context) -> Result:
    """Twice a week, per year."""
    letters = unit_letters(match["unit"])
    if match["unit"].endswith("s") or letters in ("TS", "TM"):
        return None
    start = re.search(r"(?:an?|per|each|every) +\S+$", match[0])
    begin = match.start() + (start.start() if start else 0)
    return repetition(length(1, letters)).at(begin, match.end())

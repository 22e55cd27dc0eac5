"""What is a date only with the date behind it: "the day before Christmas", "the 50th anniversary of D-Day"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Result, duration
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import one_of
from timeline_app.extraction.times.rules.reading import DATE_BEHIND, number_of, unit_letters
from timeline_app.extraction.times.shifting import ANNIVERSARY
from timeline_app.extraction.times.vocabulary import vocabulary

rules = RuleBook(
    "dates that wait for another",
    {
        "oneday": one_of("day/night/morning/evening/afternoon/week/month/year"),
    },
)


@rules.add("[the] {ordinal}~anniversary", "[the] {nth:ordinal}~anniversary")
def anniversary(match: re.Match[str], context: Context) -> Result:
    """So many years after a date that is named behind it: "the 50th anniversary of D-Day"."""
    number = number_of(match["ordinal"])
    if not number or not context.after.startswith(" of "):
        return None
    return replace(duration(f"P{number}Y", note=ANNIVERSARY), waits=True)


@rules.add("[the] [very] {oneday} <(?= (before|after|following) )>")
def day_beside(match: re.Match[str], context: Context) -> Result:
    """The day before, the night after; something only with a date behind it."""
    if not DATE_BEHIND.match(context.after) or not match[0].startswith("the"):
        return None
    unit = match["oneday"]
    part = vocabulary()["parts_of_day"].get(unit)
    letters = "D" if part else unit_letters(unit)
    return replace(duration(f"P1{letters}"), waits=True, part=f"T{part}" if part else "")

"""Lengths of time nobody has counted: "several years", "the past few weeks", "recent months", "for weeks"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Result, duration, reference
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.lengths import length
from timeline_app.extraction.times.pattern import one_of
from timeline_app.extraction.times.rules.durations import CLASSES, is_age
from timeline_app.extraction.times.rules.reading import unit_letters

rules = RuleBook(
    "vague durations",
    {
        **CLASSES,
        "someof": one_of(
            "a few/few/several/some/many/a couple/a couple of/couple/couple of/a number of/dozens of/hundreds of"
            "/thousands of/tens of thousands of/scores of/numerous/countless/various/half a dozen/a dozen/a handful of"
            "/the better part of a"
        ),
        "units": one_of(
            "seconds/minutes/hours/days/weeks/months/quarters/years/decades/centuries/fortnights/weekends/millennia"
        ),
    },
)
_COUNTS = {"half a dozen": 6, "a dozen": 12}
#: Hours that are no length: "the early hours", "working hours".
_HOURS_OF = re.compile(r"\b(?:early|small|wee|working|office|opening|business|old|late) *$")
#: What makes the days before it a part of a date: "the first days of August 1914".
_OF_DATE = re.compile(
    r" of (?:the )?(?:\d{3,4}|'\d|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:last|this|next|that) (?:year|month|century)|(?:year|month|century|decade)\b"
    r"|[a-z]+(?:teenth|th|st|nd|rd) century"
    r"|\d+(?:th|st|nd|rd) century)(?! war)"
)
_PART_OF = re.compile(r"\b(?:first|last|early|final|opening|closing|dying|waning|later) *$")
_THROUGH = re.compile(r"\b(?:over|in|during|through|throughout|down|within) *$")
_COUNTED = re.compile(r"\d *$")
_LASTING = re.compile(
    r"\b(?:for|in|within|over|take|takes|took|taken|lasted|lasts|last|spent|spend|spending|after|of|through|by|waited"
    r"|wait) *$"
)
_ENDS = re.compile(r" (?:of\b|to\b|before|after|later|earlier|and|if|or|as)|[.,;]|$| -")
_GOES_ON = re.compile(r" of (?!age)| before\b| after\b(?! all)| to come\b|-long\b|-old\b")


@rules.add("[{lead:}] [{which:}] {someof} [{which:more}] [{more:longer}]~{unit}[-long]", "{which:} {someof} {unit}")
def vaguely_counted(match: re.Match[str], context: Context) -> Result:
    """Several years, the past few weeks, a couple of days."""
    if (
        context.preceded_by("as")
        or is_age(context)
        or (not match["unit"].endswith(("s", "ia")) and "-" not in match[0])
    ):
        return None
    some = re.sub(" +", " ", match["someof"])
    return duration(length(2 if "couple" in some else _COUNTS.get(some), unit_letters(match["unit"])))


@rules.add("[{lead:}] {which} {units}", "[{lead:}] [{which}] {units} and {units:second}", "{units} or {units:second}")
def which_units(match: re.Match[str], context: Context) -> Result:
    """Recent weeks, the coming months, the last years."""
    which = match.groupdict().get("which") or ""
    letters = unit_letters(match.groupdict().get("second") or match["units"])
    bare = not match[0].startswith(("the ", "these ", "those "))
    if (
        which in ("same", "latest", "initial")
        or (which in ("intervening", "subsequent") and bare)
        or _OF_DATE.match(context.after)
    ):
        return None
    if which == "recent" and not letters.startswith("T") and not match[0].startswith("the "):
        return reference("PAST_REF", "the time just past")
    return duration(length(None, unit_letters(match["units"])))


@rules.add("the (early|later|latter|closing|opening|dying|middle) {units}")
def years_of_something(match: re.Match[str], context: Context) -> Result:
    """The early years of the war: some of what goes on; those of a year or a month are a part of it."""
    if match["units"] in ("seconds", "hours", "quarters", "weekends") or _OF_DATE.match(context.after):
        return None
    if not re.match(r" of ", context.after):
        return None
    return duration(length(None, unit_letters(match["units"])))


@rules.add("the {units}")
def the_units(match: re.Match[str], context: Context) -> Result:
    """The years spoken of: "over the years", "in the weeks before the vote"."""
    if match["units"] in ("seconds", "quarters", "weekends") or not _THROUGH.search(context.before):
        return None
    return duration(length(None, unit_letters(match["units"])))


@rules.add("{units}")
def bare_units(match: re.Match[str], context: Context) -> Result:
    """Units in the plural where a preposition or a verb of lasting makes them a length."""
    before, after = context.before, context.after
    if match["units"] in ("seconds", "quarters", "weekends") or _HOURS_OF.search(before) or _COUNTED.search(before):
        return None
    if _PART_OF.search(before) and _OF_DATE.match(after):
        return None
    lasting = re.search(r"\b(?:for|within) *$", before) and not re.match(r" (?:off|out|gone|past)\b", after)
    if lasting or (_LASTING.search(before) and _ENDS.match(after)) or _GOES_ON.match(after):
        return duration(length(None, unit_letters(match["units"])))
    return None

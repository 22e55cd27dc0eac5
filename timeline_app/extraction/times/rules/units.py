"""Units that point: "last year", "this week", "the following month", "that same day"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date, duration, reference
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.pointers import TOLD, pointer_class, step_of
from timeline_app.extraction.times.rules.reading import UNITS, counted_from, unit_letters
from timeline_app.extraction.times.stretch import FINENESS, Grain
from timeline_app.model import TimexType
from timeline_app.model.calendar import weekday

_SPECIAL = r"(?:fiscal|financial|calendar|school|academic) +year|(?:work|working) +week"
_PLAIN = "day|week|fortnight|month|year|decade|century|millennium|weekend"
rules = RuleBook(
    "units that point",
    {
        "which": pointer_class(),
        "oneunit": WordClass(
            rf"(?:{_SPECIAL}|{_PLAIN})(?![a-z])",
            frozenset(_PLAIN.split("|")) | {"fiscal", "financial", "calendar", "school", "academic", "work", "working"},
        ),
    },
)
_GOVERNS = re.compile(r" (?:ago|before|earlier|later|after|old)\b|-old")
_INDEFINITE = re.compile(r"\b(?:a|an|any|each|every|no) *$")
_FOR = re.compile(r"\b(?:for|over|throughout) *$")
_OF_SOMETHING = re.compile(
    r" of (?:the (?!year|month|week|century|decade|(?:\d|[a-z]+ century))|his |her |their |its |[a-z]+ war|world war"
    r"|a )"
)
_LENGTHS = {"DE": "P10Y", "CE": "P100Y", "WE": "P1WE"}


@rules.add("{which} {oneunit}")
def which_unit(match: re.Match[str], context: Context) -> Result:
    """Last, this, next, that … year, month, week, day, decade, century, weekend."""
    which, words = re.sub(" +", " ", match["which"]), match["oneunit"]
    letters = unit_letters(words.split()[-1])
    if letters == "FN":
        return duration("P2W") if step_of(which) else None
    if not which.startswith(("th", "last", "next")) and _INDEFINITE.search(context.before):
        return None
    if which in ("past", "the past") or (which in ("coming", "the coming") and letters != "W"):
        return duration(_LENGTHS.get(letters, f"P1{letters}"))
    grain = UNITS[letters]
    if _is_title(match, context):
        return None
    if _lasts(which, match, context):
        return duration(_LENGTHS.get(letters, f"P1{letters}"))
    if grain is Grain.DAY and (which not in TOLD or (which == "that" and not _on_that_day(context))):
        return _this_day(context) if which in ("this", "that") else None
    if _GOVERNS.match(context.after) and which not in ("this", "last", "next"):
        return None
    if grain is Grain.DECADE and step_of(which) > 0 and not context.state.narrative:
        return duration("P10Y")
    found = _pointed(which, grain, context)
    fiscal = words.startswith(("fiscal", "financial", "school", "academic"))
    return replace(found, vague=True) if fiscal else found


def _is_title(match: re.Match[str], context: Context) -> bool:
    """The name of a programme: "This Week With …" after a quotation mark."""
    return context.left_char in '"“' and context.is_capital() and context.text.is_capital(match.start("oneunit"))


def _lasts(which: str, match: re.Match[str], context: Context) -> bool:
    """Whether it says how long and not when: "for the next decade", "the last month of the war"."""
    if which in ("the next", "the following") and match["oneunit"] != "day" and _FOR.search(context.before):
        return True
    return which == "the last" and _OF_SOMETHING.match(context.after) is not None


def _pointed(which: str, grain: Grain, context: Context) -> Found:
    state, step = context.state, step_of(which)
    told = which in TOLD and (which != "the next" or state.narrative or grain is Grain.DAY or _goes_on(context))
    if told and grain is Grain.DAY:
        coarse = _coarse_day(context)
        if coarse is not None:
            return coarse
    mention = state.topic(grain) if told else state.now(grain)
    if mention is None:
        return reference(("PAST_REF", "PRESENT_REF", "FUTURE_REF")[step + 1], "no date to count from")
    if told and step > 0 and mention.span[0] < 0 and context.is_past and not state.narrative:
        value = {Grain.DAY: "XXXX-XX-XX", Grain.WEEK: "XXXX-WXX", Grain.MONTH: "XXXX-XX"}.get(grain, "XXXX")
        return Found(TimexType.DATE, value, note="after a date that is not named", silent=True)
    if grain is Grain.WEEK and which == "last" and _said_on_sunday(context):
        step = 0
    said, anchor = counted_from(mention, context)
    return date(mention.stretch.shift(step), f"counted from {said}", anchor)


def _goes_on(context: Context) -> bool:
    """Whether "the next month" in news goes on from a date just named in the same sentence."""
    last = context.state.last
    return last is not None and last.written and context.start - last.span[1] < len(context.before) and context.is_past


def _coarse_day(context: Context) -> Found | None:
    """A day counted from a date that names no day: only its month is known, or nothing."""
    state = context.state
    last = state.last
    if last is None or last.stretch.grain is Grain.DAY or last.stretch.grain is Grain.WEEKEND:
        return None
    named = state.by_grain.get(Grain.DAY)
    low, high = last.stretch.bounds
    if named is not None and low <= named.stretch.first <= high and last.span[0] - named.span[0] < 600:
        return None
    anchor = state.anchor(last)
    months = state.by_grain.get(Grain.MONTH)
    if months is not None and low <= months.stretch.first <= high and last.span[0] - months.span[0] < 2000:
        last = months
    if FINENESS[last.stretch.grain] > FINENESS[Grain.MONTH] or last.stretch.grain is not Grain.MONTH:
        return Found(TimexType.DATE, "XXXX-XX-XX", note="a day not said which", anchor=anchor, silent=True)
    value = f"{last.stretch.value}-XX"
    return Found(TimexType.DATE, value, stretch=last.stretch, note="a day of the month named before it", anchor=anchor)


def _on_that_day(context: Context) -> bool:
    return bool(re.search(r"(?:\b(?:on|of|until|later|earlier|since|by|from)|[,.]|^) *$", context.before)) or bool(
        re.match(r"[.,;]|$| (?:in|at|and|the|when)\b", context.after)
    )


def _this_day(context: Context) -> Result:
    """“To this day” is the present; "on this day" is that of the story."""
    if re.search(r"\b(?:to|until) *$", context.before):
        return reference("PRESENT_REF", "the time of writing")
    if re.match(r" (?:forward|forth|onwards?)\b", context.after):
        return reference("FUTURE_REF", "from that day on")
    mention = context.state.topic(Grain.DAY)
    if mention is None or not re.search(r"\b(?:on|from|by) *$", context.before):
        return None
    said, anchor = counted_from(mention, context)
    return date(mention.stretch, f"counted from {said}", anchor)


def _said_on_sunday(context: Context) -> bool:
    """On a Sunday "last week" is the one that ends that day."""
    state = context.state
    return not state.narrative and state.published is not None and weekday(state.published) == 6

"""So long before or after: "two years ago", "a month earlier", "three days later", "in two weeks' time"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date, reference
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.numbers import read_number
from timeline_app.extraction.times.pattern import one_of
from timeline_app.extraction.times.rules.reading import counted_from, unit_letters
from timeline_app.extraction.times.state import Mention
from timeline_app.extraction.times.stretch import FINENESS, Grain, Stretch, day, unit_of
from timeline_app.model import TimexType
from timeline_app.model.calendar import add_months

_WILL = re.compile(
    r"\b(?:will|'ll|would|is to|are to|to be|expected|due|scheduled)\b(?!.*\b(?:first time|most|lowest|highest)\b)"
)
_GRAINS = {"D": Grain.DAY, "W": Grain.WEEK, "FN": Grain.WEEK, "M": Grain.MONTH, "Q": Grain.QUARTER, "Y": Grain.YEAR,
           "DE": Grain.DECADE, "CE": Grain.CENTURY, "ML": Grain.MILLENNIUM, "WE": Grain.WEEKEND}  # fmt: skip
rules = RuleBook(
    "offsets",
    {
        "count": one_of("a couple/a couple of/a dozen/half a/half an/a/an/a full/a single/one"),
        "vaguecount": one_of("a few/several/some/many/a number of/just a few/the"),
        "direction": one_of(
            "earlier/later/before/after/afterward/afterwards/previously/prior/hence/from now/from today/on/thereafter"
            "/later on"
        ),
        "more": one_of("more/full/long/short/whole/working/business/additional"),
    },
)


@rules.add(
    "({number}|{count}) [{more:}]~{unit} [or (so|more|two)]~ago",
    "({number}|{count}) or (so|more|two) {unit} ago",
    "({number}|{count}) and a half {unit} ago",
)
def ago(match: re.Match[str], context: Context) -> Result:
    """So long ago: counted from the article's date, to the size of the unit."""
    letters, count = unit_letters(match["unit"]), _count(match)
    mention = context.state.now(Grain.DAY)
    if mention is None:
        return reference("PAST_REF", "no date to count from")
    told = context.state.period(context.start)
    if letters == "Y" and count == 1 and told is not None:
        return replace(
            date(told.stretch.shift(-4), "ago: the same quarter a year before", context.state.anchor(told)), silent=True
        )
    return _counted(mention, -count, letters, context, "ago")


@rules.add("({number}|{count}) {unit} ago (today|yesterday|this week|this month)")
def ago_today(match: re.Match[str], context: Context) -> Result:
    """So long ago to the day or the week: "a year ago today", "three years ago this week"."""
    mention = context.state.now(Grain.DAY)
    letters, count = unit_letters(match["unit"]), _count(match)
    if mention is None or letters not in ("D", "W", "M", "Y") or count != int(count):
        return None
    base, last = mention.stretch.first, match[0].rsplit(maxsplit=1)[-1]
    if letters in ("D", "W"):
        there = base - int(count) * (7 if letters == "W" else 1)
    else:
        there = add_months(base, -int(count) * (12 if letters == "Y" else 1))
    grain = {"week": Grain.WEEK, "month": Grain.MONTH}.get(last, Grain.DAY)
    said, anchor = counted_from(mention, context)
    return date(unit_of(there - (last == "yesterday"), grain), f"ago, counted from {said}", anchor)


@rules.add("({number}|{count}) {unit}")
def in_so_many(match: re.Match[str], context: Context) -> Result:
    """In two weeks, of what will be: counted from the article's date."""
    letters = unit_letters(match["unit"])
    if not re.search(r"\bin (?:about |around |just |only |another )?$", context.before) or letters.startswith("T"):
        return None
    near = re.split(r"[,;:]", context.before)[-1]
    if _WILL.search(near) is None or re.match(r" (?:of|or|ago|later|earlier|if)\b|-", context.after):
        return None
    mention = context.state.now(Grain.DAY)
    if mention is None or context.state.narrative:
        return None
    return _counted(mention, _count(match), letters, context, "in")


@rules.add("the {unit} (before last|after next)")
def before_last(match: re.Match[str], context: Context) -> Result:
    """The week before last, the year after next."""
    grain = _GRAINS.get(unit_letters(match["unit"]))
    mention = context.state.now(grain) if grain else None
    if mention is None:
        return None
    said, anchor = counted_from(mention, context)
    return date(mention.stretch.shift(-2 if match[0].endswith("last") else 2), f"counted from {said}", anchor)


@rules.add("({vaguecount} {unit:} ago|{unit:} ago|[not] [(so|that|too)] long ago)")
def vaguely_ago(match: re.Match[str], _context: Context) -> Result:
    """Some time ago, not said how long."""
    if match[0].startswith("the "):
        return None
    return reference("PAST_REF", "some time ago, not said how long")


@rules.add("({number}|{count}) [{more:}]~{unit}~{direction}", "({number}|{count}) {unit} and a half {direction}")
def earlier_or_later(match: re.Match[str], context: Context) -> Result:
    """So long earlier or later: counted from the last date mentioned."""
    direction = match["direction"]
    if _governs(direction, context):
        return None
    sign = (
        1
        if direction
        in (
            "later",
            "after",
            "afterward",
            "afterwards",
            "hence",
            "from now",
            "from today",
            "on",
            "thereafter",
            "later on",
        )
        else -1
    )
    now = direction in ("hence", "from now", "from today")
    mention = _base(context, now=now)
    if mention is None:
        return reference("FUTURE_REF" if sign > 0 else "PAST_REF", "no date to count from")
    letters, count = unit_letters(match["unit"]), _count(match)
    told = context.state.period(context.start)
    if letters == "Y" and count == 1 and sign < 0 and told is not None:
        return replace(
            date(told.stretch.shift(-4), "the same quarter a year earlier", context.state.anchor(told)), silent=True
        )
    if letters == "Y" and count == 1 and sign < 0 and not context.state.narrative and _about_money(context):
        mention = context.state.now(Grain.DAY) or mention
    return _counted(mention, sign * count, letters, context, direction)


@rules.add("{vaguecount} [{more:}] {unit}~{direction}", "{unit} {direction}")
def vaguely_later(match: re.Match[str], context: Context) -> Result:
    """“A few days later”, "the day after", "weeks later"."""
    direction, words = match["direction"], match[0]
    if _governs(direction, context) or direction in ("on", "prior", "from today"):
        return None
    sign = (
        1
        if direction in ("later", "after", "afterward", "afterwards", "hence", "from now", "thereafter", "later on")
        else -1
    )
    if words.startswith("the "):
        if direction in ("from now", "hence", "later on") or match["unit"].endswith("s"):
            return None
        mention = _base(context, now=False)
        return _counted(mention, sign, unit_letters(match["unit"]), context, direction) if mention else None
    if not match["unit"].endswith(("s", "ia")):
        return None
    if direction in ("before", "after") and not words.startswith(("a few", "several", "some", "many", "just")):
        return None
    return reference("FUTURE_REF" if sign > 0 else "PAST_REF", f"some time {direction}, not said how long")


@rules.add("({number}|{count}) {unit}' time", "({number}|{count}) {unit}'s time")
def in_so_long(match: re.Match[str], context: Context) -> Result:
    """“In two weeks' time”: counted from the article's date."""
    mention = context.state.now(Grain.DAY)
    if mention is None or not context.preceded_by("in", "within"):
        return None
    return _counted(mention, _count(match), unit_letters(match["unit"]), context, "time")


@rules.add("[the] day before", "[the] day after")
def next_to(match: re.Match[str], context: Context) -> Result:
    """“The day before”, with nothing behind it to count from."""
    direction = match[0].split()[-1]
    if not match[0].startswith("the") or _governs(direction, context):
        return None
    mention = _base(context, now=False)
    return _counted(mention, 1 if direction == "after" else -1, "D", context, direction) if mention else None


def _about_money(context: Context) -> bool:
    return bool(
        re.search(
            r"\$|\b(?:share|profit|earnings|sales|revenue|million|billion|percent|income|loss)\b|%", context.before
        )
    )


def _governs(direction: str, context: Context) -> bool:
    """Whether "before", "after" or "on" goes with the words behind it instead."""
    after = context.after
    if direction == "on":
        last = context.state.last
        recent = not context.state.narrative and (
            last is None or last.stretch.last >= (context.state.published or 0) - 366
        )
        return recent or not re.match(r"[.,;]|$", after)
    if direction == "prior":
        return bool(re.match(r" to\b", after))
    return direction in ("before", "after") and not re.match(r" *(?:[.,;:)\"]|$|and\b|when\b|in\b|at\b|by\b)", after)


def _base(context: Context, *, now: bool) -> Mention | None:
    state = context.state
    if now or state.last is None:
        return state.now(Grain.DAY)
    return Mention(state.last.stretch, state.last.span)


def _count(match: re.Match[str]) -> float:
    parts = match.groupdict()
    half = 0.5 if " and a half" in match[0] and "and a half" not in (parts.get("number") or "") else 0.0
    if parts.get("number"):
        return read_number(parts["number"]) + half
    words = parts["count"]
    if words.startswith("half"):
        return 0.5
    return {"a couple": 2.0, "a couple of": 2.0, "a dozen": 12.0}.get(words, 1.0) + half


def _counted(mention: Mention, count: float, letters: str, context: Context, words: str) -> Result:
    """The unit so many units away; a base that is itself coarser than the unit stays that coarse."""
    said, anchor = counted_from(mention, context)
    note = f"{'ago, ' if words == 'ago' else ''}counted from {said}"
    base = mention.stretch
    if letters.startswith("T"):
        return _hours_away(base, note, anchor, count)
    if letters == "FN":
        letters, count = "W", count * 2
    grain = _GRAINS[letters]
    if FINENESS[base.grain] > FINENESS[grain] and grain in (Grain.DAY, Grain.WEEK):
        return reference("PAST_REF" if count < 0 else "FUTURE_REF", note)
    try:
        found = _shifted(base, count, grain)
    except (ValueError, OverflowError):
        return None
    return date(found, note, anchor)


def _shifted(base: Stretch, count: float, grain: Grain) -> Stretch:
    whole = count == int(count)
    if grain in (Grain.DECADE, Grain.CENTURY) and whole and base.grain in (Grain.DAY, Grain.MONTH, Grain.YEAR):
        years = int(count) * (10 if grain is Grain.DECADE else 100)
        if base.year <= 0:
            return Stretch(Grain.YEAR, base.year + years)
        return unit_of(add_months(base.first, years * 12), grain)
    if not whole and grain in (Grain.CENTURY, Grain.DECADE):
        years = round(count * (100 if grain is Grain.CENTURY else 10))
        finer = Grain.DECADE if grain is Grain.CENTURY else Grain.YEAR
        return unit_of(add_months(base.first, years * 12), finer)
    if not whole and grain is Grain.YEAR:
        return unit_of(add_months(base.first, round(count * 12)), Grain.MONTH)
    if not whole:
        days = round(count * {Grain.DAY: 1.0, Grain.WEEK: 7.0}.get(grain, 30.44))
        return unit_of(base.first + days, Grain.DAY if grain is Grain.WEEK else grain)
    return unit_of(base.first, grain).shift(int(count))


def _hours_away(base: Stretch, note: str, anchor: tuple[int, int] | None, count: float) -> Found:
    """Hours and minutes away: the time of day is not known, the day about the same."""
    if base.grain is not Grain.DAY:
        return reference("PAST_REF" if count < 0 else "FUTURE_REF", note)
    return Found(TimexType.TIME, f"{base.value}TXX", stretch=day(base.number), note=note, anchor=anchor, silent=True)

"""So long before or after: "two years ago", "a month earlier", "three days later", "in two weeks' time"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date, reference, time
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import one_of
from timeline_app.extraction.times.rules.counting import GRAINS, count_of, counted_away, last_named
from timeline_app.extraction.times.rules.reading import counted_from, unit_letters
from timeline_app.extraction.times.stretch import Grain, unit_of
from timeline_app.extraction.times.vocabulary import vocabulary
from timeline_app.model.calendar import add_months

_WILL = re.compile(
    r"\b(?:will|'ll|would|is to|are to|to be|expected|due|scheduled)\b(?!.*\b(?:first time|most|lowest|highest)\b)"
)
_NOTHING_BEHIND = re.compile(r"[.,;]|$| (?:saw|was|were|he|she|they|it|we|i)\b")
#: So many years ago is never counted to the year.
LONG_AGO = 2000
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
    letters, count = unit_letters(match["unit"]), count_of(match)
    mention = context.state.now(Grain.DAY)
    if mention is None:
        return reference("PAST_REF", "no date to count from")
    told = context.state.period(context.start)
    if letters == "Y" and count == 1 and told is not None:
        return replace(
            date(told.stretch.shift(-4), "the same quarter a year before", context.state.anchor(told)), silent=True
        )
    found = counted_away(mention, -count, letters, context)
    if letters == "Y" and count >= LONG_AGO and isinstance(found, Found) and found.stretch is not None:
        slack = round(count * 365.2425 / 10)
        return replace(found, vague=True, bounds=(found.stretch.first - slack, found.stretch.last + slack))
    return found


@rules.add("({number}|{count}) {unit} ago (today|yesterday|this week|this month)")
def ago_today(match: re.Match[str], context: Context) -> Result:
    """So long ago to the day or the week: "a year ago today", "three years ago this week"."""
    mention = context.state.now(Grain.DAY)
    letters, count = unit_letters(match["unit"]), count_of(match)
    if mention is None or letters not in ("D", "W", "M", "Y") or count != int(count):
        return None
    base, last = mention.stretch.first, match[0].rsplit(maxsplit=1)[-1]
    if letters in ("D", "W"):
        there = base - int(count) * (7 if letters == "W" else 1)
    else:
        there = add_months(base, -int(count) * (12 if letters == "Y" else 1))
    grain = {"week": Grain.WEEK, "month": Grain.MONTH}.get(last, Grain.DAY)
    said, anchor = counted_from(mention, context)
    return date(unit_of(there - (last == "yesterday"), grain), f"counted back from {said}", anchor)


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
    return counted_away(mention, count_of(match), letters, context)


@rules.add("the {unit} (before last|after next)")
def before_last(match: re.Match[str], context: Context) -> Result:
    """The week before last, the year after next."""
    grain = GRAINS.get(unit_letters(match["unit"]))
    mention = context.state.now(grain) if grain else None
    if mention is None or re.match(r" (?:[a-z]+day|week|month|year)\b", context.after):
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
    mention = last_named(context, now=now)
    if mention is None:
        return reference("FUTURE_REF" if sign > 0 else "PAST_REF", "no date to count from")
    letters, count = unit_letters(match["unit"]), count_of(match)
    told = context.state.period(context.start)
    if letters == "Y" and count == 1 and sign < 0 and told is not None:
        return replace(
            date(told.stretch.shift(-4), "the same quarter a year earlier", context.state.anchor(told)), silent=True
        )
    if letters == "Y" and count == 1 and sign < 0 and not context.state.narrative and _about_money(context):
        mention = context.state.now(Grain.DAY) or mention
    return counted_away(mention, sign * count, letters, context)


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
        mention = last_named(context, now=False)
        return counted_away(mention, sign, unit_letters(match["unit"]), context) if mention else None
    if not match["unit"].endswith(("s", "ia")):
        return None
    if direction in ("before", "after") and not words.startswith(("a few", "several", "some", "many", "just")):
        return None
    return reference("FUTURE_REF" if sign > 0 else "PAST_REF", f"some time {direction}, not said how long")


@rules.add("the (day|week|month|year) following")
def the_day_following(match: re.Match[str], context: Context) -> Result:
    """“The day following”, with nothing behind it to count from."""
    mention = last_named(context, now=False)
    if mention is None or mention.span[0] < 0 or not _NOTHING_BEHIND.match(context.after):
        return None
    return counted_away(mention, 1, unit_letters(match[0].split()[1]), context)


@rules.add("({number}|{count}) (nights|evenings|mornings|night|evening|morning) (earlier|later|ago|before)")
def nights_away(match: re.Match[str], context: Context) -> Result:
    """Two nights later, three nights ago."""
    words = match[0].split()
    mention = last_named(context, now=words[-1] == "ago")
    if mention is None or mention.stretch.grain is not Grain.DAY or (
        words[-1] == "before" and _governs("before", context)
    ):  # fmt: skip
        return None
    there = mention.stretch.shift(int(count_of(match)) * (1 if words[-1] == "later" else -1))
    said, anchor = counted_from(mention, context)
    suffix = "T" + vocabulary()["parts_of_day"][words[-2].removesuffix("s")]
    return time(there, suffix, f"counted from {said}", anchor)


@rules.add("({number}|{count}) {unit}' time", "({number}|{count}) {unit}'s time")
def in_so_long(match: re.Match[str], context: Context) -> Result:
    """“In two weeks' time”: counted from the article's date."""
    mention = context.state.now(Grain.DAY)
    if mention is None or not context.preceded_by("in", "within"):
        return None
    return counted_away(mention, count_of(match), unit_letters(match["unit"]), context)


@rules.add("[the] day before", "[the] day after")
def next_to(match: re.Match[str], context: Context) -> Result:
    """“The day before”, with nothing behind it to count from."""
    direction = match[0].split()[-1]
    if not match[0].startswith("the") or _governs(direction, context):
        return None
    mention = last_named(context, now=False)
    return counted_away(mention, 1 if direction == "after" else -1, "D", context) if mention else None


def _about_money(context: Context) -> bool:
    return bool(
        re.search(
            r"\$|\b(?:share|profit|earnings|sales|revenue|million|billion|percent|income|loss)\b|%", context.before
        )
    )


def _governs(direction: str, context: Context) -> bool:
    """Whether "before", "after" or "on" goes with the words behind it instead; so does "later than planned"."""
    after = context.after
    if direction in ("later", "earlier") and after.startswith(" than "):
        return True
    if direction == "on":
        last = context.state.last
        recent = not context.state.narrative and (
            last is None or last.stretch.last >= (context.state.published or 0) - 366
        )
        return recent or not re.match(r"[.,;]|$", after)
    if direction == "prior":
        return bool(re.match(r" to\b", after))
    return direction in ("before", "after") and not re.match(r" *(?:[.,;:)\"]|$|and\b|when\b|in\b|at\b|by\b)", after)

"""Times of day on the clock: "15:00 GMT", "5 p.m. EST", "noon", "midnight", "ten o'clock"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.numbers import read_number
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.stretch import Grain
from timeline_app.extraction.times.vocabulary import vocabulary
from timeline_app.model import ClockTime, TimexType

#: So many characters back a day still holds for a time of day.
NEAR = 250
_DIGIT = frozenset({"0"})
rules = RuleBook(
    "clock times",
    {
        "half": WordClass(r"(?P<ap>[ap])(?:\. ?m\.?|m(?![a-z]))", frozenset({"a", "p"})),
        "hourminute": WordClass(r"(?P<h>[01]?\d|2[0-3])[:.](?P<mi>[0-5]\d)(?![\d.:])(?:[:.][0-5]\d)?", _DIGIT),
        "clockonly": WordClass(r"(?P<h>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)(?::(?P<se>[0-5]\d))?(?![\d:])", _DIGIT),
        "hour": WordClass(r"(?P<h>[01]?\d|2[0-3])(?!\d|[.:]\d)", _DIGIT),
        "military": WordClass(r"(?P<h>[01]\d|2[0-3])(?P<mi>[0-5]\d)(?!\d)", _DIGIT),
        "oclock": WordClass(r"o'clock", frozenset({"o"})),
        "inzone": WordClass(r"(?P<zone>%s)(?![a-z])", frozenset({"0"})),
    },
)


@rules.add(
    "{hour} {half} [{zone}]",
    "{hour}{half} [{zone}]",
    "{hourminute} {half} [{zone}]",
    "{hourminute}{half} [{zone}]",
    "{hourminute} {half} \\({zone}\\)",
    "{hour} {half} \\({zone}\\)",
)
def twelve_hours(match: re.Match[str], context: Context) -> Result:
    """A time with a.m. or p.m."""
    parts = match.groupdict()
    hour = int(parts["h"])
    if hour > 12:
        return None
    hour = hour % 12 + (12 if parts["ap"] == "p" else 0)
    return time_of_day(hour, parts.get("mi"), _zone(match, context), context)


@rules.add(
    "{clockonly} [(hours|hrs)] [{zone}]",
    "{clockonly} \\({zone}\\)",
    "{clockonly}[z]",
    "{military} {zone}",
    "{military} (hours|hrs) [{zone}]",
)
def twenty_four_hours(match: re.Match[str], context: Context) -> Result:
    """A time of the 24-hour clock."""
    zone = _zone(match, context)
    hour = int(match["h"])
    if not zone and not match[0].rstrip().endswith(("hours", "hrs")) and not _is_clock(match, context):
        return None
    return time_of_day(hour, match["mi"], zone, context)


def _is_clock(match: re.Match[str], context: Context) -> bool:
    """Not a score, a ratio, a verse or the offset of a time zone."""
    if re.search(
        r"\b(?:utc|gmt) ?[+-]$|\b(?:ran|run|swam|rowed|finished|won|did|time)\b[^,;]{0,20}\bin $", context.before
    ):
        return False
    if len(match["h"]) == 1 and not context.preceded_by(
        "at", "until", "by", "from", "about", "around", "before", "after", "since"
    ):
        return False
    if re.search(
        r"\b(?:won|beat|record|time of|time was|ratio|ratio is|score|score was"
        r"|scores? of|scored|lost|led|verse|mark|finished|clocked|john"
        r"|mark|luke|genesis|psalm) *(?:in|of|by)? *$",
        context.before,
    ):
        return False
    return not re.match(r"[-/]\d|\.\d", context.after)


@rules.add("(noon|midday|midnight) [{zone}]")
def noon(match: re.Match[str], context: Context) -> Result:
    """Noon and midnight."""
    if context.preceded_by("this", "after", "mid") and context.left_char == "-":
        return None
    if context.preceded_by("high"):
        return None
    midnight = match[0].startswith("midnight")
    if midnight and re.match(r" (?:oil|express|sun|mass|blue|cowboy|snack)", context.after):
        return None
    return time_of_day(24 if midnight else 12, "00", _zone(match, context), context)


@rules.add(
    "{hour} {oclock}",
    "{numberword} {oclock}",
    "{hour} {oclock} in the {partofday}",
    "{numberword} {oclock} in the {partofday}",
    "{hour} in the {partofday}",
    "{numberword} in the {partofday}",
    "{hour} at night",
    "{hour} {oclock} at night",
    "{numberword} {oclock} at night",
)
def oclock(match: re.Match[str], context: Context) -> Result:
    """An hour by name: "ten o'clock in the evening"."""
    parts = match.groupdict()
    hour = int(parts["h"]) if parts.get("h") else int(read_number(parts["numberword"]))
    if not 0 < hour <= 24 or ("clock" not in match[0] and not _tells_time(hour, context)):
        return None
    if (parts.get("partofday") in ("afternoon", "evening") or match[0].endswith("at night")) and hour < 12:
        hour += 0 if match[0].endswith("at night") and hour < 5 else 12
    return time_of_day(hour, "00", "", context)


def _tells_time(hour: int, context: Context) -> bool:
    """Whether a bare number in "4 in the morning" is an hour."""
    return hour <= 12 and context.preceded_by(
        "at", "until", "by", "from", "about", "around", "before", "after", "since"
    )


def _zone(match: re.Match[str], context: Context) -> str:
    if match.groupdict().get("zone") is None:
        return "UTC" if match[0].endswith("z") else ""
    return " ".join(context.original(*match.span("zone")).split())


def time_of_day(hour: int, minute: str | None, zone: str, context: Context) -> Found:
    """A time of the day spoken of: that named last in this sentence or, of what is past, just before; else today."""
    universal = zone.lower() in vocabulary()["zones"]["universal"]
    suffix = f"T{hour:02d}:{minute or '00'}{'Z' if universal else ''}"
    clock = ClockTime(hour * 60 + int(minute or 0), zone)
    last = context.state.last
    reach = max(len(context.before), NEAR if context.is_past else 0)
    near = last is not None and last.stretch.grain is Grain.DAY and last.span[0] >= context.start - reach
    mention = last if near else context.state.now(Grain.DAY)
    if mention is None:
        return Found(TimexType.TIME, "XXXX-XX-XX" + suffix, clock=clock, note="no day to count from", silent=True)
    value = mention.stretch.value + suffix
    note = f"the time of day on {'the day named before it' if mention.span[0] >= 0 else 'the day of the article'}"
    return Found(TimexType.TIME, value, "", mention.stretch, clock, note, context.state.anchor(mention), silent=True)

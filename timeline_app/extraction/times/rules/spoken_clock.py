"""Times of day as they are said: "half past three", "a quarter to nine", "between 2 and 3 a.m.", "at 11.02"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Result
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.numbers import read_number
from timeline_app.extraction.times.pattern import WordClass, one_of
from timeline_app.extraction.times.rules.clock import rules as clock
from timeline_app.extraction.times.rules.clock import time_of_day

_DIGIT = frozenset({"0"})
_SPOKEN = {"half": 30, "quarter": 15, "a quarter": 15}
rules = RuleBook(
    "times as they are said",
    {
        **clock.classes,
        "fraction": one_of("half/a quarter/quarter"),
        "side": one_of("past/after/to/before/till/of"),
        "bare": WordClass(r"(?P<first>1[0-2]|0?[1-9])(?:[:.](?P<firstmi>[0-5]\d))?(?![\d.:])", _DIGIT),
        "dotted": WordClass(r"(?P<h>[01]?\d|2[0-3])\.(?P<mi>[0-5]\d)(?!\d|\.\d)", _DIGIT),
    },
)
_AT = re.compile(r"\b(?:at|around|about|until|till|by|from|since|shortly (?:before|after)) *$")
_DAY_FOLLOWS = re.compile(r",? +(?:on|that|in the|of)\b|[.,;]|$| (?:and|when|the|he|she|they)\b|-")
_HOURS_BEHIND = re.compile(
    r" (?:on (?:the )?(?:\d|[a-z]+day\b)|local time|gmt|hours|hrs|that (?:morning|night|evening))"
)


@rules.add(
    "{fraction} {side} {numberword} [in the {partofday}]",
    "{fraction} {side} {bare} [in the {partofday}]",
    "{numberword:minutes} [minutes] {side} {numberword} [in the {partofday}]",
    "{fraction} {side} (noon|midnight)",
    "{numberword:minutes} [minutes] {side} (noon|midnight)",
)
def said(match: re.Match[str], context: Context) -> Result:
    """Half past three, ten to six in the evening."""
    parts, side = match.groupdict(), match["side"]
    minutes = _SPOKEN.get(parts.get("fraction") or "") or int(read_number(parts.get("minutes") or "zero"))
    hour = _hour(parts, match[0])
    plain = parts.get("fraction") is None and " minutes " not in match[0]
    if not 0 < hour <= 24 or not 0 < minutes < 60 or (plain and (minutes % 5 or not _AT.search(context.before))):
        return None
    if side in ("of", "till", "after", "before") and not _AT.search(context.before):
        return None
    if not _DAY_FOLLOWS.match(context.after) or (
        (match["fraction"] == "half" if parts.get("fraction") else False) and (side not in ("past", "after"))
    ):
        return None
    if parts.get("partofday") in ("afternoon", "evening", "night") and hour < 12:
        hour += 12
    back = side in ("to", "before", "till", "of")
    whole = (hour * 60 + (-minutes if back else minutes)) % 1440
    return time_of_day(whole // 60, f"{whole % 60:02d}", "", context)


def _hour(parts: dict[str, str | None], words: str) -> int:
    if words.endswith("noon"):
        return 12
    if words.endswith("midnight"):
        return 24
    return int(parts.get("first") or read_number(parts.get("numberword") or "zero"))


@rules.add("{bare} (and|to|-|or) {hour} {half} [{zone}]", "{bare}-{hour}{half}", "{bare} (and|to|-|or) {hour}{half}",
           "{bare} (and|to|-|or) {hourminute} {half} [{zone}]")  # fmt: skip
def two_times(match: re.Match[str], context: Context) -> Result:
    """Two times that share their half of the day: "between 2 and 3 a.m."."""
    first, last, half = int(match["first"]), int(match["h"]), match["ap"]
    if not 0 < last <= 12 or not re.search(r"\b(?:between|from|at|around|about) *$", context.before):
        return None
    late = 12 if half == "p" else 0
    parts = match.groupdict()
    zone = " ".join(context.original(*match.span("zone")).split()) if parts.get("zone") else ""
    end = time_of_day(last % 12 + late, parts.get("mi"), zone, context)
    before_noon = first % 12 + late if first % 12 <= last % 12 else (first % 12 + 12 - late) % 24
    start = time_of_day(before_noon, match["firstmi"], zone, context)
    return [start.at(*match.span("first")), end.at(match.start("h"), match.end())]


@rules.add("{dotted}", "{dotted} {zone}")
def with_a_dot(match: re.Match[str], context: Context) -> Result:
    """Hours and minutes with a dot between: "at 11.02 on 9 August"."""
    zoned = match.groupdict().get("zone") is not None
    if not zoned and not (re.search(r"\bat *$", context.before) and _HOURS_BEHIND.match(context.after)):
        return None
    zone = " ".join(context.original(*match.span("zone")).split()) if zoned else ""
    return time_of_day(int(match["h"]), match["mi"], zone, context)

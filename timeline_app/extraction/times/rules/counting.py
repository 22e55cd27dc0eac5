"""So many units away from a date: the arithmetic of "ago", "earlier" and "later"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date, reference
from timeline_app.extraction.times.numbers import read_number
from timeline_app.extraction.times.rules.reading import counted_from
from timeline_app.extraction.times.state import Mention
from timeline_app.extraction.times.stretch import FINENESS, Grain, Stretch, day, unit_of
from timeline_app.model import TimexType
from timeline_app.model.calendar import add_months

GRAINS = {"D": Grain.DAY, "W": Grain.WEEK, "FN": Grain.WEEK, "M": Grain.MONTH, "Q": Grain.QUARTER, "Y": Grain.YEAR,
          "DE": Grain.DECADE, "CE": Grain.CENTURY, "ML": Grain.MILLENNIUM, "WE": Grain.WEEKEND}  # fmt: skip


def last_named(context: Context, *, now: bool) -> Mention | None:
    """What "later" counts from: the last date mentioned, or the article's own."""
    state = context.state
    if now or state.last is None:
        return state.now(Grain.DAY)
    return state.last


def count_of(match: re.Match[str]) -> float:
    """How many units a match names, by its groups `number` or `count`."""
    parts = match.groupdict()
    half = 0.5 if " and a half" in match[0] and "and a half" not in (parts.get("number") or "") else 0.0
    if parts.get("number"):
        return read_number(parts["number"]) + half
    words = parts["count"]
    if words.startswith("half"):
        return 0.5
    return {"a couple": 2.0, "a couple of": 2.0, "a dozen": 12.0}.get(words, 1.0) + half


def counted_away(mention: Mention, count: float, letters: str, context: Context) -> Result:
    """The unit so many units away; a base that is itself coarser than the unit stays that coarse."""
    said, anchor = counted_from(mention, context)
    note = f"counted {'back' if count < 0 else 'on'} from {said}"
    base = mention.stretch
    if letters.startswith("T"):
        return _hours_away(base, note, anchor, count)
    if letters == "FN":
        letters, count = "W", count * 2
    grain = GRAINS[letters]
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

"""So long before or after a date that is named: "two days before Christmas", "the day after 7 October"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.times.found import Found, date
from timeline_app.extraction.times.stretch import FINENESS, Grain, Stretch, unit_of
from timeline_app.model import TimexType
from timeline_app.model.calendar import add_months

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_GRAINS = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}
#: The note of what waits for the date it is the anniversary of.
ANNIVERSARY = "an anniversary"
_EARLIER = ("before", "prior to", "ahead of")


def shifted(length: Found, named: Found, side: str) -> Found | None:
    """The date that lies a counted length before or after a named one, None where the words say no such thing.

    The length must not be vaguer than the date: "two days before 1914" is no day.
    """
    counted = _LENGTH.fullmatch(length.value)
    here = named.stretch
    if length.type is not TimexType.DURATION or counted is None or here is None or length.mod or named.mod:
        return None
    if named.type not in (TimexType.DATE, TimexType.TIME) or (side in ("from", "following") and not length.waits):
        return None
    if (side == "of") is not (length.note == ANNIVERSARY):
        return None
    if side == "of":
        return _anniversary(int(counted[1]), named, here)
    grain = _GRAINS[counted[2]]
    if FINENESS[here.grain] > FINENESS[grain] or (length.waits and here.grain is not Grain.DAY):
        return None
    count = -int(counted[1]) if side in _EARLIER else int(counted[1])
    there = _moved(here, count, grain)
    note = f"counted {'back' if count < 0 else 'on'} from the date named with it"
    found = date(there, note)
    if length.waits and grain is Grain.WEEK:
        first = here.first - 7 if count < 0 else here.last + 1
        return replace(date(unit_of(first, Grain.WEEK), note), bounds=(first, first + 6))
    if length.part:
        found = replace(found, type=TimexType.TIME, value=there.value + length.part)
    return found


def _anniversary(years: int, named: Found, here: Stretch) -> Found | None:
    """So many years on, to the day; only of a date whose own year is sure."""
    if not named.note.startswith(("the date as it is written", "the day of")):
        return None
    note = f"{years} years on from the date named with it"
    if here.grain is Grain.DAY:
        return date(unit_of(add_months(here.first, 12 * years), Grain.DAY), note)
    if here.grain is Grain.MONTH:
        return date(here.shift(12 * years), note)
    return date(here.shift(years), note) if here.grain is Grain.YEAR else None


def _moved(here: Stretch, count: int, grain: Grain) -> Stretch:
    """To the day, where a day is counted from in days or weeks; else the unit so many units away."""
    if here.grain is Grain.DAY and grain in (Grain.DAY, Grain.WEEK):
        return here.shift(count * (7 if grain is Grain.WEEK else 1))
    if here.grain is Grain.DAY:
        return unit_of(add_months(here.first, count * (12 if grain is Grain.YEAR else 1)), grain)
    return unit_of(here.first, grain).shift(count)

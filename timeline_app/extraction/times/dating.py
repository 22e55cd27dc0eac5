"""From a reading to a `When`: bounds in days, EDTF text, and the reason."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.extraction.times.found import Found
from timeline_app.extraction.times.stretch import Grain, Stretch
from timeline_app.extraction.times.vocabulary import vocabulary
from timeline_app.model import Basis, ClockTime, Passage, When
from timeline_app.model.bounds import part_bounds, when_between
from timeline_app.model.edtf import parse_edtf

_PARTS = {"START": "early", "MID": "mid", "END": "late"}


def when_of(found: Found) -> When | None:
    """The place on the calendar, or None where the reading has none."""
    stretch = found.stretch
    if stretch is None:
        return None
    if found.bounds is not None:
        return when_between(*found.bounds, approximate=found.vague)
    first, last = stretch.bounds
    if found.mod in _PARTS and stretch.grain is not Grain.DAY:
        low, high = part_bounds(first, last, _PARTS[found.mod])
        return when_between(low, high, approximate=True)
    if found.mod == "ON_OR_BEFORE":
        return when_between(None, last)
    if found.mod == "ON_OR_AFTER":
        return when_between(first, None)
    when = _whole(stretch, vague=found.vague)
    return _with_clock(when, found.clock) if found.clock and stretch.grain is Grain.DAY else when


def with_reason(when: When, found: Found, words: str, passage: Passage, anchor: Passage | None) -> When:
    """The date with the sentence that explains it."""
    passages = (passage,) if anchor is None else (passage, anchor)
    return when.with_basis(Basis(reason(found, words), passages))


def reason(found: Found, words: str) -> str:
    """The sentence that explains a reading: “last Friday” is the Friday before the article's date."""
    note = found.note or "as it is written"
    return f"“{' '.join(words.split())}”: {note}."


def _whole(stretch: Stretch, *, vague: bool) -> When:
    first, last = stretch.bounds
    if stretch.grain is Grain.SEASON:
        year, season = divmod(stretch.number, 4)
        if 0 <= year <= 9999:
            return parse_edtf(f"{year:04d}-{21 + season}{'~' if vague else ''}")
    return when_between(first, last, approximate=vague)


def _with_clock(when: When, clock: ClockTime) -> When:
    universal = clock.zone.lower() in vocabulary()["zones"]["universal"]
    text = f"{when.edtf.rstrip('~')}T{clock.minute // 60:02d}:{clock.minute % 60:02d}:00{'Z' if universal else ''}"
    return replace(when, edtf=text + ("~" if when.approximate else ""), clock=clock)

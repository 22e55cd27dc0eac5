"""A time of day and a day side by side become one expression: "10 p.m. Wednesday", "noon on 6 May"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.times.found import Found, Span
from timeline_app.extraction.times.stretch import Grain
from timeline_app.model import TimexType

_TIME_FIRST = re.compile(r",? +(?:on +|of +)?(?:the +)?")
_DAY_FIRST = re.compile(r",? +(?:at +)?(?:about +|around +)?")


def join_times(found: list[tuple[Found, Span]], text: str) -> list[tuple[Found, Span]]:
    """The readings with a time and its day made one; a time after its day takes that day but stays by itself."""
    joined: list[tuple[Found, Span]] = []
    for reading, span in found:
        item = reading
        if joined:
            last, last_span = joined[-1]
            gap = text[last_span[1] : span[0]]
            if _is_time(last) and _is_day(item) and _TIME_FIRST.fullmatch(gap):
                joined[-1] = _on_day(last, item), (last_span[0], span[1])
                continue
            if gap == " of " and _is_open(last) and item.type is TimexType.TIME:
                joined[-1] = item, (last_span[0], span[1])
                continue
            if gap in ("-", " - ", "/", " to ") and _is_day(item) and _is_night_before(last, item):
                joined[-1] = replace(last, bounds=(_number(last), _number(item))), last_span
            if _is_day(last) and _is_time(item) and _DAY_FIRST.fullmatch(gap):
                item = _on_day(item, last)
        joined.append((item, span))
    return joined


def _is_time(found: Found) -> bool:
    return found.type is TimexType.TIME and found.silent


def _is_open(found: Found) -> bool:
    """Whether it is a part of a day that is not said which: "the early hours"."""
    return found.type is TimexType.TIME and found.stretch is None


def _is_night_before(night: Found, day: Found) -> bool:
    """Whether "the night of 6" goes on as "-7 June": one night between two days."""
    return night.value.endswith("TNI") and night.stretch is not None and _number(night) + 1 == _number(day)


def _number(found: Found) -> int:
    return found.stretch.number if found.stretch else 0


def _is_day(found: Found) -> bool:
    return found.type is TimexType.DATE and found.stretch is not None and found.stretch.grain is Grain.DAY


def _on_day(time: Found, day: Found) -> Found:
    suffix = time.value[time.value.index("T") :]
    return replace(
        time, value=day.value + suffix, stretch=day.stretch, note=day.note, anchor=day.anchor, silent=False,
        mod=time.mod or day.mod,
    )  # fmt: skip

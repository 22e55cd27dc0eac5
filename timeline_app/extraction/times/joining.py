"""Readings side by side that are one date: "10 p.m. Wednesday", "noon on 6 May", "two days before Christmas"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.times.found import Found, Span
from timeline_app.extraction.times.shifting import shifted
from timeline_app.extraction.times.stretch import Grain
from timeline_app.model import ClockTime, TimexType

_TIME_FIRST = re.compile(r",? +(?:on +|of +)?(?:the +)?")
_DAY_FIRST = re.compile(r",? +(?:at +)?(?:about +|around +)?")
_OFFSET = re.compile(r" +(?P<side>before|after|prior to|ahead of|from|following|of) +(?:the +)?")
#: Hours of a clock that goes round once a day, where the part of day is said beside it.
_LATE = ("TNI", "TEV", "TAF")

Reading = tuple[Found, Span]


def join_times(found: list[Reading], text: str) -> list[Reading]:
    """The readings with a time and its day made one, and a length with the date it is counted from.

    A time after its day takes that day but stays by itself. What only waited for a date to follow is left out.
    """
    joined: list[Reading] = []
    for item, span in found:
        gap = text[joined[-1][1][1] : span[0]] if joined else ""
        if joined and _joins(joined, item, span, gap):
            continue
        after_its_day = joined and _is_day(joined[-1][0]) and _is_time(item) and _DAY_FIRST.fullmatch(gap)
        joined.append((_on_day(item, joined[-1][0]) if after_its_day else item, span))
    return [(item, span) for item, span in joined if not item.waits]


def _joins(joined: list[Reading], item: Found, span: Span, gap: str) -> bool:
    """Whether the reading became one with the last of those joined before it."""
    last, last_span = joined[-1]
    whole = (last_span[0], span[1])
    if _is_time(last) and _is_day(item) and _TIME_FIRST.fullmatch(gap):
        joined[-1] = _on_day(last, item), whole
        _share_day(joined, item)
        return True
    if (
        last.clock
        and item.type is TimexType.TIME
        and item.stretch
        and not item.clock
        and re.fullmatch(" +(?:on +)?", gap)
    ):
        joined[-1] = _on_part(last, item), whole
        return True
    if gap == " of " and _is_open(last) and item.type is TimexType.TIME:
        joined[-1] = item, whole
        return True
    offset = _OFFSET.fullmatch(gap)
    counted = shifted(last, item, offset["side"]) if offset else None
    if counted is not None:
        joined[-1] = replace(counted, anchor=span), whole
        return True
    if gap in ("-", " - ", "/", " to ") and _is_day(item) and _is_night_before(last, item):
        joined[-1] = replace(last, bounds=(_number(last), _number(item))), last_span
    return False


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


def _share_day(joined: list[Reading], day: Found) -> None:
    """The first of "between 2 and 3 a.m. on Saturday" is of that day too."""
    if len(joined) > 1 and _is_time(joined[-2][0]) and joined[-2][0].clock and joined[-1][1][0] - joined[-2][1][1] < 6:
        joined[-2] = _on_day(joined[-2][0], day), joined[-2][1]


def _on_day(time: Found, day: Found) -> Found:
    suffix = time.value[time.value.index("T") :]
    return replace(
        time, value=day.value + suffix, stretch=day.stretch, note=day.note, anchor=day.anchor, silent=False,
        mod=time.mod or day.mod,
    )  # fmt: skip


def _on_part(time: Found, part: Found) -> Found:
    """An hour in a part of a day: "9:00 tonight" is 21:00."""
    clock = time.clock
    if clock and clock.minute < 12 * 60 and part.value.endswith(_LATE) and not (
        part.value.endswith("TNI") and clock.minute < 5 * 60
    ):  # fmt: skip
        clock = ClockTime(clock.minute + 12 * 60, clock.zone)
        time = replace(
            time, value=f"XT{clock.minute // 60:02d}:{clock.minute % 60:02d}{'Z' * time.value.endswith('Z')}"
        )
    day = replace(part, value=part.stretch.value) if part.stretch else part
    return replace(_on_day(time, day), clock=clock)

"""The steps of the axis, from one minute to many millennia.

A step chooses itself by the scale alone, never by what is in view, so that panning changes no tick.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from timeline_app.model.calendar import add_months, civil, day_number, weekday

Unit = Literal["minute", "hour", "day", "week", "half", "month", "quarter", "year"]
Tier = Literal["day", "month", "year", "decade", "century", "millennium", "era"]

YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Step:
    """So many units between two ticks; `least_days` is the shortest such stretch, `upper` the tier above."""

    unit: Unit
    count: int
    least_days: float
    upper: Tier


STEPS = (
    *(Step("minute", count, count / 1440, "day") for count in (1, 2, 5, 10, 15, 30)),
    *(Step("hour", count, count / 24, "day") for count in (1, 2, 3, 6, 12)),
    Step("day", 1, 1, "month"),
    Step("day", 2, 2, "month"),
    Step("week", 1, 7, "month"),
    Step("half", 1, 13, "month"),
    Step("month", 1, 28, "year"),
    Step("quarter", 1, 90, "year"),
    Step("year", 1, 365, "decade"),
    Step("year", 2, 2 * 365, "decade"),
    *(Step("year", count, (count - 1) * YEAR - 2, "century") for count in (5, 10, 20)),
    *(Step("year", count, (count - 1) * YEAR - 2, "millennium") for count in (50, 100, 200)),
    *(Step("year", count, (count - 1) * YEAR - 2, "era") for count in (500, 1000, 2000, 5000, 10_000, 20_000, 50_000)),
    *(Step("year", count, (count - 1) * YEAR - 2, "era") for count in (100_000, 200_000, 500_000)),
)  # fmt: skip


def starts(step: Step, first: float, last: float, *, week_starts: int = 0) -> Iterator[tuple[float, float]]:
    """The named units that touch [first, last], as (start, end) in days; the first may begin before `first`.

    With a count above 1 only every so-many-th unit is named, counted from the unit above, so a pan moves no name.
    `week_starts` is 0 for Monday to 6 for Sunday.
    """
    if step.unit in {"minute", "hour"}:
        yield from _clock_starts(step, first, last)
    elif step.unit in {"day", "week", "half"}:
        yield from _day_starts(step, first, last, week_starts)
    elif step.unit in {"month", "quarter"}:
        yield from _month_starts(step, first, last)
    else:
        yield from _year_starts(step.count, first, last)


def _clock_starts(step: Step, first: float, last: float) -> Iterator[tuple[float, float]]:
    per_day = (1440 if step.unit == "minute" else 24) // step.count
    number = math.floor(first * per_day)
    while number / per_day <= last:
        # A time of day is an instant: its name stands on the line, not in the middle of a minute.
        yield number / per_day, number / per_day
        number += 1


def _day_starts(step: Step, first: float, last: float, week_starts: int) -> Iterator[tuple[float, float]]:
    for day in range(math.floor(first) - 1, math.floor(last) + 1):
        if _names_day(step, day, week_starts):
            yield float(day), day + 1.0


def _names_day(step: Step, day: int, week_starts: int) -> bool:
    if step.unit == "week":
        return weekday(day) == week_starts
    if step.unit == "half":
        return civil(day)[2] in {1, 15}
    if step.count == 1:
        return True
    number = civil(day)[2]
    return number % step.count == 1 and number < 31


def _month_starts(step: Step, first: float, last: float) -> Iterator[tuple[float, float]]:
    months = 3 if step.unit == "quarter" else 1
    year, month, _ = civil(math.floor(first))
    day = day_number(year, (month - 1) // months * months + 1)
    while day <= last:
        after = add_months(day, months)
        yield float(day), float(after)
        day = after


def _year_starts(count: int, first: float, last: float) -> Iterator[tuple[float, float]]:
    number = civil(math.floor(first))[0] // count - 1
    while True:
        year = _named_year(number, count)
        number += 1
        if year is None:
            continue
        start = day_number(year)
        if start > last:
            return
        end = day_number(year + 1)
        if end > first:
            yield float(start), float(end)


def _named_year(number: int, count: int) -> int | None:
    """The year that tick `number` names: round years BC and AD, and AD 1 in between; None where that is too near."""
    if count == 1:
        return number
    if number == 0:
        return 1 if count >= 5 else None
    return number * count + (1 if number < 0 else 0)


def upper_bounds(tier: Tier, day: float) -> tuple[float, float]:
    """Start and end, in days, of the unit of the upper tier that holds a day."""
    whole = math.floor(day)
    if tier == "day":
        return float(whole), whole + 1.0
    year, month, _ = civil(whole)
    if tier == "month":
        start = day_number(year, month)
        return float(start), float(add_months(start, 1))
    if tier == "era":
        turn = float(day_number(1))
        return (turn, math.inf) if day >= turn else (-math.inf, turn)
    first, after = _years_of(tier, year)
    return float(day_number(first)), float(day_number(after))


def _years_of(tier: Tier, year: int) -> tuple[int, int]:
    """The first year and the one after the last of the decade, century or millennium that holds a year."""
    if tier == "year":
        return year, year + 1
    if tier == "decade":
        if year > 0:
            return max(year // 10 * 10, 1), year // 10 * 10 + 10
        tens = (1 - year) // 10 * 10
        return 1 - (tens + 9), 1 - max(tens, 1) + 1
    size = 100 if tier == "century" else 1000
    if year > 0:
        first = (year - 1) // size * size + 1
        return first, first + size
    number = (-year) // size
    return -(number + 1) * size + 1, -number * size + 1


def iso_week(day: int) -> int:
    """The number of the week a day belongs to, by ISO 8601: weeks begin on Monday and go with their Thursday's year."""
    thursday = day - weekday(day) + 3
    return (thursday - day_number(civil(thursday)[0])) // 7 + 1

"""The words of the axis: names of months and days in the user's language, and what the two tiers say with them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from timeline_app.layout.calendar_steps import Step, Tier, iso_week
from timeline_app.model.calendar import civil, day_number, weekday
from timeline_app.model.edtf import MONTH_NAMES
from timeline_app.model.phrase import say_ordinal, say_year

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONDAY = 0


@dataclass(frozen=True, slots=True)
class AxisWords:
    """A language's names and the order it puts them in.

    `months` stand alone, `dated_months` beside a day of the month; weekdays begin with Monday. `week_starts` is 0 for
    Monday to 6 for Sunday. The patterns are for `str.format` with weekday, day, month (or its number) and year.
    """

    months: tuple[str, ...] = MONTH_NAMES
    short_months: tuple[str, ...] = tuple(name[:3] for name in MONTH_NAMES)
    dated_months: tuple[str, ...] = MONTH_NAMES
    short_dated_months: tuple[str, ...] = tuple(name[:3] for name in MONTH_NAMES)
    weekdays: tuple[str, ...] = _WEEKDAYS
    short_weekdays: tuple[str, ...] = tuple(name[:3] for name in _WEEKDAYS)
    full_day: str = "{weekday} {day} {month} {year}"
    short_day: str = "{day} {month} {year}"
    month_of_year: str = "{month} {year}"
    week_starts: int = MONDAY

    @property
    def counts_weeks(self) -> bool:
        """Whether weeks are numbered: the numbers of ISO 8601 hold for weeks that begin on Monday."""
        return self.week_starts == MONDAY


#: What is printed and exported is in English, whatever the desktop speaks.
ENGLISH = AxisWords()


def lower_label(step: Step, start: float, *, long: bool, words: AxisWords = ENGLISH) -> str:
    """The name of a unit of the lower tier; `long` where there is room for weekdays and whole month names."""
    if step.unit in {"minute", "hour"}:
        minute = round((start - math.floor(start)) * 1440) % 1440
        return f"{minute // 60:02d}:{minute % 60:02d}"
    year, month, day = civil(math.floor(start))
    if step.unit == "year":
        return say_year(year)
    if step.unit == "month":
        return words.months[month - 1] if long else words.short_months[month - 1]
    if step.unit == "quarter":
        return f"Q{(month + 2) // 3}"
    return f"{words.short_weekdays[weekday(math.floor(start))]} {day}" if long else str(day)


def widest_lower(step: Step, *, long: bool, words: AxisWords = ENGLISH) -> tuple[str, ...]:
    """Texts of which one is at least as wide as any name of this tier, but for years of six digits."""
    if step.unit in {"minute", "hour"}:
        return ("00:00",)
    if step.unit == "year":
        return ("88888 BC",)
    if step.unit == "month":
        return words.months if long else words.short_months
    if step.unit == "quarter":
        return ("Q4",)
    return tuple(f"{name} 28" for name in words.short_weekdays) if long else ("28",)


def upper_labels(tier: Tier, start: float, words: AxisWords = ENGLISH) -> tuple[str, ...]:
    """Names of a unit of the upper tier, the longest first."""
    if tier == "era":
        return ("AD",) if start >= day_number(1) else ("BC",)
    day = math.floor(start)
    year, month, number = civil(day)
    said = say_year(year)
    if tier == "day":
        names = {"day": number, "number": month, "year": said}
        full = {"weekday": words.weekdays[weekday(day)], "month": words.dated_months[month - 1]} | names
        few = {"weekday": words.short_weekdays[weekday(day)], "month": words.short_dated_months[month - 1]} | names
        patterns = (words.full_day, full), (words.full_day, few), (words.short_day, few)
        return tuple(_capital(pattern.format(**given)) for pattern, given in patterns)
    if tier == "month":
        both = words.months[month - 1], words.short_months[month - 1]
        return tuple(_capital(words.month_of_year.format(month=name, number=month, year=said)) for name in both)
    return (said,) if tier == "year" else _long_unit_labels(tier, year)


def widest_upper(tier: Tier, words: AxisWords = ENGLISH) -> tuple[str, ...]:
    """For each name that `upper_labels` gives, a text about as wide as it ever gets; () where it varies little."""
    if tier == "month":
        long, short = max(words.months, key=len), max(words.short_months, key=len)
        return tuple(words.month_of_year.format(month=name, number=12, year="2028") for name in (long, short))
    if tier != "day":
        return ()
    few = {"weekday": max(words.short_weekdays, key=len), "month": max(words.short_dated_months, key=len)}
    full = {"weekday": max(words.weekdays, key=len), "month": max(words.dated_months, key=len)}
    rest = {"day": 28, "number": 12, "year": "2028"}
    patterns = (words.full_day, full), (words.full_day, few), (words.short_day, few)
    return tuple(pattern.format(**given, **rest) for pattern, given in patterns)


def _capital(name: str) -> str:
    """What stands alone begins with a capital, also where it has none within a sentence."""
    return name[:1].upper() + name[1:]


def _long_unit_labels(tier: Tier, year: int) -> tuple[str, ...]:
    side = "" if year > 0 else " BC"
    if tier == "decade":
        tens = year // 10 * 10 if year > 0 else (-year) // 10 * 10
        if tens == 0:
            return ("AD 1–9",) if year > 0 else ("9–1 BC",)
        return (f"AD {tens}s" if 0 < year < 1000 else f"{tens}s{side}",)
    size = 100 if tier == "century" else 1000
    ordinal = say_ordinal((year - 1) // size + 1 if year > 0 else (-year) // size + 1)
    return f"{ordinal} {tier}{side}", f"{ordinal} {'c.' if tier == 'century' else 'mill.'}{side}"


def between_label(step: Step, start: float) -> str:
    """The name of what lies between the tiers: the week over days, the quarter over months."""
    day = math.floor(start)
    return f"Q{(civil(day)[1] + 2) // 3}" if step.unit == "month" else f"W{iso_week(day)}"

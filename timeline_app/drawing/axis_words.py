"""The axis' words from a locale of Qt: names of months and days, their order, and the day a week begins with."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale

from timeline_app.layout.axis_words import ENGLISH, AxisWords

#: The parts of a date format of Qt: words in quotes, and letters that stand for something.
_PARTS = re.compile(r"'(?P<quoted>[^']*)'|(?P<letters>d{1,4}|M{1,4}|y{1,4})|(?P<other>[^'dMy]+)")
#: Locales whose dates are written as everywhere else on screen: no locale at all, and British English.
PLAIN = ("C", "en_GB")
_known: dict[str, AxisWords] = {}


def axis_words(locale: QLocale) -> AxisWords:
    """The words of a locale; where it lacks some, the English ones."""
    words = _known.get(locale.name())
    if words is None:
        words = _known[locale.name()] = _words_of(locale)
    return words


def _words_of(locale: QLocale) -> AxisWords:
    long, short = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
    starts = locale.firstDayOfWeek().value - 1
    if locale.name() in PLAIN:
        return AxisWords(week_starts=starts)
    months, weekdays = range(1, 13), range(1, 8)
    full, day, month = patterns_of(locale.dateFormat(long))
    words = AxisWords(
        months=tuple(_capital(locale.standaloneMonthName(number, long)) for number in months),
        short_months=tuple(_capital(locale.standaloneMonthName(number, short)) for number in months),
        dated_months=tuple(locale.monthName(number, long) for number in months),
        short_dated_months=tuple(locale.monthName(number, short) for number in months),
        weekdays=tuple(locale.dayName(number, long) for number in weekdays),
        short_weekdays=tuple(_capital(locale.standaloneDayName(number, short)) for number in weekdays),
        full_day=full,
        short_day=day,
        month_of_year=month,
        week_starts=starts,
    )
    named = (*words.months, *words.short_months, *words.dated_months, *words.short_dated_months)
    named += (*words.weekdays, *words.short_weekdays)
    return words if all(named) else AxisWords(week_starts=starts)


def _capital(name: str) -> str:
    """A name in a row of names begins with a capital, also where it has none within a sentence."""
    return name[:1].upper() + name[1:]


def patterns_of(date_format: str) -> tuple[str, str, str]:
    """Patterns for `AxisWords` from a long date format: with the weekday; without it; only month and year.

    A format that lacks day, month or year gives the English order.
    """
    parts = _parsed(date_format)
    fields = [field for field, _ in parts if field]
    if not {"day", "year"} <= set(fields) or {"month", "number"}.isdisjoint(fields):
        return ENGLISH.full_day, ENGLISH.short_day, ENGLISH.month_of_year
    full = _written(parts) if "weekday" in fields else "{weekday} " + _written(parts)
    return full, _written(_without(parts, "weekday")), _written(_without(_without(parts, "weekday"), "day"))


def _parsed(date_format: str) -> list[tuple[str, str]]:
    """The parts of a format: (name of the field, "") or ("", words between)."""
    parts: list[tuple[str, str]] = []
    for found in _PARTS.finditer(date_format):
        letters = found["letters"]
        if letters:
            parts.append((_field_of(letters), ""))
        else:
            parts.append(("", found["quoted"] if found["quoted"] is not None else found["other"]))
    return parts


def _field_of(letters: str) -> str:
    if len(letters) > 2:
        return {"d": "weekday", "M": "month", "y": "year"}[letters[0]]
    return {"d": "day", "M": "number", "y": "year"}[letters[0]]


def _without(parts: list[tuple[str, str]], field: str) -> list[tuple[str, str]]:
    """The parts without a field and the words that led from it to the next one."""
    place = next((number for number, part in enumerate(parts) if part[0] == field), None)
    if place is None:
        return parts
    end = place + 1
    while end < len(parts) and not parts[end][0]:
        end += 1
    begin = place
    if end == len(parts):
        # The last field goes with what leads to it, but for words that belong to the field before.
        while begin and not parts[begin - 1][0]:
            begin -= 1
        kept = "".join(words for _, words in parts[begin:place]).split(" ")[0].rstrip(",")
        return [*parts[:begin], *([("", kept)] if kept else [])]
    return parts[:begin] + parts[end:]


def _written(parts: list[tuple[str, str]]) -> str:
    return "".join("{" + field + "}" if field else words.replace("{", "").replace("}", "") for field, words in parts)

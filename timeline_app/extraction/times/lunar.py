"""Holidays of the Jewish and Muslim years on the calendar of everyday.

The Jewish calendar is arithmetic, and exact. Of the Muslim one only the reckoned form is: where months begin with the
sight of the moon, a day may differ by one. After Reingold and Dershowitz, "Calendrical Calculations"; days are numbered
as in `model.calendar`.
"""

from __future__ import annotations

from functools import cache

#: The day before 1 Tishri of year 1, and 1 Muharram of year 1.
JEWISH_EPOCH, MUSLIM_EPOCH = -1_373_427, 227_015
#: Days from 1 Tishri back to 15 Nisan before it: always the same.
PASSOVER_BEFORE = 163


@cache
def _molad_days(year: int) -> int:
    """Days from the epoch to the first new moon of a Jewish year, moved off the days it may not begin on."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


@cache
def jewish_new_year(year: int) -> int:
    """The day number of 1 Tishri of a Jewish year."""
    before, here, after = (_molad_days(year + step) for step in (-1, 0, 1))
    moved = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return JEWISH_EPOCH + here + moved


def _heshvan(year: int) -> int:
    return 30 if (jewish_new_year(year + 1) - jewish_new_year(year)) % 10 == 5 else 29


def jewish_day(name: str, year: int) -> int:
    """The day number of a Jewish holiday in a year of the everyday calendar.

    `name` is "tishri+N", counted from the new year, "passover+N" or "passover-N" from the first day of Passover, or
    "hanukkah".
    """
    new_year = jewish_new_year(year + 3761)
    if name == "hanukkah":
        return new_year + 30 + _heshvan(year + 3761) + 24
    if name.startswith("tishri"):
        return new_year + int(name.removeprefix("tishri"))
    return new_year - PASSOVER_BEFORE + int(name.removeprefix("passover"))


def muslim_day(month: int, day: int, year: int) -> int:
    """The day number of a day of the reckoned Muslim calendar, the first such in a year of the everyday calendar."""
    from timeline_app.model.calendar import day_number

    first = day_number(year)
    muslim_year = (first - MUSLIM_EPOCH) * 30 // 10_631
    found = [_muslim(muslim_year + step, month, day) for step in range(4)]
    return next(number for number in found if number >= first)


def _muslim(year: int, month: int, day: int) -> int:
    return MUSLIM_EPOCH - 1 + day + 29 * (month - 1) + (6 * month - 1) // 11 + (year - 1) * 354 + (3 + 11 * year) // 30

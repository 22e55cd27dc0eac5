"""Days as integers on the proleptic Gregorian calendar, without a first or a last year.

Day 1 is 1 January of the year 1, as in `datetime.date.toordinal`; earlier days are zero and negative.
Years are astronomical: year 0 is 1 BC, year -43 is 44 BC. Nothing here knows a time zone or a clock.
Algorithm: days from civil and back by 400-year eras (the rules of ISO 8601).
"""

from __future__ import annotations

DAYS_IN_ERA = 146_097
MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: Days from 1 March of year 0 to day 0, the day before 1 January of year 1.
_MARCH_SHIFT = 306


def is_leap(year: int) -> bool:
    """Whether an astronomical year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Length of a month; `month` is 1 to 12."""
    return 29 if month == 2 and is_leap(year) else MONTH_LENGTHS[month - 1]


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """The day's number. Raises ValueError for a day that no calendar has."""
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError(f"no day {day} in {year}-{month:02d}")
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * DAYS_IN_ERA + day_of_era - _MARCH_SHIFT + 1


def civil(number: int) -> tuple[int, int, int]:
    """Astronomical year, month and day of a day number; the inverse of `day_number`."""
    era, day_of_era = divmod(number + _MARCH_SHIFT - 1, DAYS_IN_ERA)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return year_of_era + era * 400 + (month <= 2), month, day


def weekday(number: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (number - 1) % 7


def iso_week(number: int) -> tuple[int, int]:
    """ISO year and week number of a day."""
    thursday = number - weekday(number) + 3
    year = civil(thursday)[0]
    return year, (thursday - day_number(year)) // 7 + 1


def week_start(year: int, week: int) -> int:
    """The Monday of an ISO week."""
    fourth = day_number(year, 1, 4)
    return fourth - weekday(fourth) + 7 * (week - 1)


def month_span(year: int, month: int) -> tuple[int, int]:
    """First and last day of a month, both included."""
    return day_number(year, month), day_number(year, month, days_in_month(year, month))


def year_span(year: int) -> tuple[int, int]:
    """First and last day of a year, both included."""
    return day_number(year), day_number(year, 12, 31)


def add_months(number: int, months: int) -> int:
    """The same day of the month so many months later, or the month's last day where there is none."""
    year, month, day = civil(number)
    years, index = divmod(month - 1 + months, 12)
    year, month = year + years, index + 1
    return day_number(year, month, min(day, days_in_month(year, month)))


def iso_day(number: int) -> str:
    """ISO 8601 text of a day: 2023-10-07, -0043-03-15; years beyond four digits as EDTF's Y12345-01-01."""
    year, month, day = civil(number)
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


def iso_year(year: int) -> str:
    """ISO 8601 text of an astronomical year, at least four digits, with EDTF's Y before longer ones."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def parse_iso_day(text: str) -> int:
    """The day number of an ISO 8601 calendar day (a time of day behind it is left out). Raises ValueError."""
    body = text.strip()
    sign = -1 if body.startswith("-") else 1
    parts = body.lstrip("-Y").split("T")[0].split(" ")[0].split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        raise ValueError(f"not an ISO date: {text!r}")
    year, month, day = (int(part) for part in parts)
    return day_number(sign * year, month, day)

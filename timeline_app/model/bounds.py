"""From bounds in days to a `When` with the plainest EDTF text that says the same."""

from __future__ import annotations

from timeline_app.model.calendar import civil, day_number, days_in_month, iso_day, iso_year, month_span
from timeline_app.model.when import When


def when_day(day: int, *, approximate: bool = False) -> When:
    """One single day."""
    return when_between(day, day, approximate=approximate)


def when_between(first: int | None, last: int | None, *, approximate: bool = False) -> When:
    """Something that happened at some time from `first` to `last`, both included; None is an open side."""
    text = edtf_between(first, last)
    if approximate and "[" not in text:
        text += "~"
    return When(first, last, first, last, text, approximate)


def when_span(start: When, end: When) -> When:
    """Something that lasted from one date to another; either may be vague or open."""
    low, high = start.earliest_start, end.latest_end
    text = f"{_interval_end(start, last=False)}/{_interval_end(end, last=True)}"
    latest_start = _least(start.latest_end, high)
    earliest_end = _greatest(end.earliest_start, low)
    return When(low, latest_start, earliest_end, high, text, start.approximate or end.approximate)


def edtf_between(first: int | None, last: int | None) -> str:
    """The EDTF text of some time between two days: a day, month, year, decade, century or a one-of set.

    Both open gives "", for EDTF has no word for that. Years beyond four digits are given as whole years.
    """
    if first is None or last is None:
        if first is None and last is None:
            return ""
        return f"[{_open_side(first, 0)}..]" if first is not None else f"[..{_open_side(last, 1)}]"
    if first == last:
        return edtf_date(first)
    return _calendar_unit(first, last) or _shortest_set(first, last)


def _open_side(day: int | None, step: int) -> str:
    """The day that limits an open set, as its year or month where it is the first (step 0) or last (step 1) of it."""
    if day is None:
        return ".."
    year, month, number = civil(day + step)
    text = edtf_date(day)
    if number != 1 or text.startswith("Y"):
        return text
    year, last_month, _ = civil(day)
    return iso_year(year) if month == 1 else f"{iso_year(year)}-{last_month:02d}"


def edtf_date(day: int | None) -> str:
    """The EDTF text of a day; of its year where that has more than four digits."""
    if day is None:
        return ".."
    year = civil(day)[0]
    return iso_day(day) if abs(year) <= 9999 else iso_year(year)


def part_bounds(first: int, last: int, part: str) -> tuple[int, int]:
    """The days meant by the "early", "mid" or "late" part of a stretch of days.

    That is about a third of it, in whole days, months or years as the stretch is a month, a year, a decade or longer.
    """
    (year, month, _), (last_year, last_month, _) = civil(first), civil(last)
    if (year, month) == (last_year, last_month):
        cuts = {"early": (first, first + 9), "mid": (first + 10, first + 19), "late": (first + 20, last)}
        return cuts[part] if last - first >= 27 else (first, last)
    if year == last_year and last - first > 300:
        months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
        return month_span(year, months[0])[0], month_span(year, months[1])[1]
    years = last_year - year + 1
    if years in (10, 100, 1000):
        step = years // 10
        low, high = {"early": (0, 4), "mid": (4, 7), "late": (7, 10)}[part]
        return month_span(year + low * step, 1)[0], month_span(year + high * step - 1, 12)[1]
    third = (last - first + 1) // 3
    cut = {"early": (first, first + third), "mid": (first + third, last - third), "late": (last - third, last)}
    return cut[part]


def _calendar_unit(first: int, last: int) -> str:
    """The month, year, decade or century that two days enclose exactly, or nothing."""
    (year, month, _), (last_year, last_month, _) = civil(first), civil(last)
    if (year, month) == (last_year, last_month):
        return f"{iso_year(year)}-{month:02d}" if _whole_months(first, last) and abs(year) <= 9999 else ""
    if first != day_number(year) or last != day_number(last_year, 12, 31):
        return ""
    if year == last_year:
        return iso_year(year)
    return _open_year(year, last_year)


def _open_year(year: int, last_year: int) -> str:
    """The decade or century from one year to another, or nothing."""
    if 0 <= year <= 9999 and year % 10 == 0 and last_year - year == 9:
        return f"{year // 10:03d}X"
    if 0 <= year <= 9999 and year % 100 == 0 and last_year - year == 99:
        return f"{year // 100:02d}XX"
    if -9999 <= year < 0 and last_year % 100 == 0 and last_year - year == 99:
        return f"-{-last_year // 100:02d}XX"
    return ""


def _whole_months(first: int, last: int) -> bool:
    (_, _, day), (last_year, last_month, last_day) = civil(first), civil(last)
    return day == 1 and last_day == days_in_month(last_year, last_month)


def _shortest_set(first: int, last: int) -> str:
    (year, month, _), (last_year, last_month, _) = civil(first), civil(last)
    if abs(year) > 9999 or abs(last_year) > 9999:
        return f"[{iso_year(year)}..{iso_year(last_year)}]"
    if first == day_number(year) and last == day_number(last_year, 12, 31):
        return f"[{iso_year(year)}..{iso_year(last_year)}]"
    if _whole_months(first, last):
        return f"[{iso_year(year)}-{month:02d}..{iso_year(last_year)}-{last_month:02d}]"
    return f"[{iso_day(first)}..{iso_day(last)}]"


def _interval_end(when: When, *, last: bool) -> str:
    """One side of an interval: the date's own text where EDTF allows it there, else the nearest coarser one."""
    if when.edtf and "[" not in when.edtf and "/" not in when.edtf:
        return when.edtf.split("T")[0]
    if when.earliest_start is None or when.latest_end is None:
        return ".."
    (year, month, _), (last_year, last_month, _) = civil(when.earliest_start), civil(when.latest_end)
    if year == last_year and abs(year) <= 9999:
        return iso_year(year) + (f"-{month:02d}" if month == last_month else "") + "~"
    if year // 10 == last_year // 10 and 0 <= year <= 9999:
        return f"{year // 10:03d}X"
    return iso_year(last_year if last else year) + "~"


def _least(left: int | None, right: int | None) -> int | None:
    known = [value for value in (left, right) if value is not None]
    return min(known) if known else None


def _greatest(left: int | None, right: int | None) -> int | None:
    known = [value for value in (left, right) if value is not None]
    return max(known) if known else None

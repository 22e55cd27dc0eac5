"""A date in English words, as it stands on screen and on paper; the one place where a `When` becomes words."""

from __future__ import annotations

from timeline_app.model.bounds import edtf_between, part_bounds
from timeline_app.model.calendar import civil, days_in_month, month_span, weekday
from timeline_app.model.edtf import (
    MONTH_NAMES,
    EdtfDate,
    EdtfInterval,
    EdtfRange,
    EdtfSet,
    UnreadableEdtf,
    read_edtf,
)  # fmt: skip
from timeline_app.model.when import When

UNDATED = "undated"
SEASON_NAMES = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
QUARTERS = {1: "first quarter", 4: "second quarter", 7: "third quarter", 10: "fourth quarter"}
_DOUBT = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}


def say_when(when: When | None) -> str:
    """The date in words: "7–20 October 2023", "about March 1999", "on or before 12 November 2023", "undated".

    The words follow the EDTF text; a date without one is said by its bounds.
    """
    if when is None:
        return UNDATED
    text = when.edtf or edtf_between(when.earliest_start, when.latest_end)
    if not text:
        return UNDATED
    try:
        value = read_edtf(text)
    except UnreadableEdtf:
        return text
    if isinstance(value, EdtfDate):
        return _with_doubt(_say_date(value), value.mark or ("~" if when.approximate else "")) + _say_clock(when)
    if isinstance(value, EdtfInterval):
        return _say_interval(value)
    return _say_set(value, approximate=when.approximate)


def say_day(day: int) -> str:
    """One day in words: "20 October 2023", "15 March 44 BC"."""
    year, month, number = civil(day)
    return f"{number} {MONTH_NAMES[month - 1]} {say_year(year)}"


def say_year(year: int) -> str:
    """An astronomical year in words: 2023, AD 79, 44 BC."""
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 1000 else str(year)


def say_ordinal(number: int) -> str:
    """A number in its order: 1st, 2nd, 11th, 23rd."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _with_doubt(words: str, mark: str) -> str:
    return _DOUBT.get(mark, "") + words


def _say_clock(when: When) -> str:
    return f", {when.clock}" if when.clock else ""


def _say_date(date: EdtfDate) -> str:
    if "X" in date.year:
        return _say_open_year(date)
    year = say_year(date.years[0])
    if not date.month:
        return year
    if date.month in SEASON_NAMES:
        return f"{SEASON_NAMES[date.month]} {year}"
    if date.month == "XX":
        return f"a day in {year}" if date.day else f"a month of {year}"
    month = f"{MONTH_NAMES[int(date.month) - 1]} {year}"
    if not date.day:
        return month
    return f"a day in {month}" if date.day == "XX" else f"{int(date.day)} {month}"


def _say_open_year(date: EdtfDate) -> str:
    low, high = date.years
    if date.year.endswith("XX"):
        century = (
            f"{say_ordinal(high // 100 + 1)} century" if low >= 0 else f"{say_ordinal(1 - high // 100)} century BC"
        )
        return century if high > 0 else f"{say_ordinal(-high // 100 + 1)} century BC"
    if low >= 1000:
        return f"{low}s"
    return f"AD {max(low, 1)}–{high}" if high > 0 else f"{1 - low}–{1 - high} BC"


def _say_end(end: EdtfDate) -> str:
    return _with_doubt(_say_date(end), end.mark)


def _say_interval(value: EdtfInterval) -> str:
    start, end = value.start, value.end
    if isinstance(start, EdtfDate) and isinstance(end, EdtfDate):
        return _say_both(start, end)
    if isinstance(start, EdtfDate):
        return f"from {_say_end(start)}" + ("" if end == ".." else " to an unknown date")
    if isinstance(end, EdtfDate):
        return f"until {_say_end(end)}" if start == ".." else f"from an unknown date to {_say_end(end)}"
    return "always" if start == end else UNDATED


def _say_both(start: EdtfDate, end: EdtfDate) -> str:
    """The two ends, saying only once what they share: "7–20 October 2023", "October–November 2023"."""
    if start == end:
        return _say_end(start)
    plain = not (start.mark or end.mark) and start.year == end.year and "X" not in start.year + start.month + start.day
    if plain and "X" not in end.month + end.day and start.month not in SEASON_NAMES and end.month not in SEASON_NAMES:
        year = say_year(start.years[0])
        if start.day and end.day and start.month == end.month:
            return f"{int(start.day)}–{_say_end(end)}"
        if start.day and end.day:
            return f"{int(start.day)} {MONTH_NAMES[int(start.month) - 1]} – {_say_end(end)}"
        if start.month and end.month and not (start.day or end.day):
            return f"{MONTH_NAMES[int(start.month) - 1]}–{MONTH_NAMES[int(end.month) - 1]} {year}"
    words = _say_end(start), _say_end(end)
    if not start.month and not end.month and not start.mark and not end.mark and min(start.years) >= 1000:
        return "–".join(words)
    return " – ".join(words)


def _say_set(value: EdtfSet, *, approximate: bool) -> str:
    if len(value.members) == 1 and isinstance(value.members[0], EdtfRange):
        return _say_range(value.members[0], approximate=approximate)
    words = [_say_member(member) for member in value.members]
    first, last = value.members[0], value.members[-1]
    if len(words) == 2 and isinstance(first, EdtfDate) and isinstance(last, EdtfDate) and _same_month(first, last):
        words[0] = str(int(first.day))
    return ", ".join(words[:-1]) + " or " + words[-1]


def _same_month(first: EdtfDate, last: EdtfDate) -> bool:
    """Whether two dates are plain days of one month."""
    plain = first.day.isdigit() and last.day.isdigit()
    return plain and (first.year, first.month, first.mark) == (last.year, last.month, last.mark)


def _say_member(member: EdtfDate | EdtfRange) -> str:
    return _say_end(member) if isinstance(member, EdtfDate) else _say_range(member, approximate=False)


def _say_range(member: EdtfRange, *, approximate: bool) -> str:
    first, last = member.first, member.last
    if first is None or last is None:
        return _say_open_range(member, approximate=approximate)
    (low, _), (_, high) = first.bounds, last.bounds
    named = _say_part(low, high, approximate=approximate) or _say_unit(low, high)
    if named:
        return named
    if first.day and last.day and (first.year, first.month) == (last.year, last.month):
        return f"between {int(first.day)} and {_say_date(last)}"
    if first.month and last.month and first.year == last.year:
        day = f"{int(first.day)} " if first.day else ""
        return f"between {day}{MONTH_NAMES[int(first.month) - 1]} and {_say_date(last)}"
    return f"between {_say_date(first)} and {_say_date(last)}"


def _say_open_range(member: EdtfRange, *, approximate: bool) -> str:
    known, side = (member.last, "before") if member.first is None else (member.first, "after")
    if known is None:
        return UNDATED
    if approximate:
        return f"shortly {side} {_say_date(known)}"
    return f"{'on' if known.day else 'in'} or {side} {_say_date(known)}"


def _say_unit(low: int, high: int) -> str:
    """The quarter, half, week or pair of days that two days enclose, or nothing."""
    (year, month, day), (last_year, last_month, last_day) = civil(low), civil(high)
    if high == low + 1:
        return f"{day} or {say_day(high)}" if month == last_month else f"{say_day(low)} or {say_day(high)}"
    if high == low + 6 and weekday(low) == 0:
        return f"week of {say_day(low)}"
    if year != last_year or day != 1 or last_day != days_in_month(last_year, last_month):
        return ""
    if last_month == month + 2 and month in QUARTERS:
        return f"{QUARTERS[month]} of {say_year(year)}"
    if last_month == month + 5 and month in (1, 7):
        return f"{'first' if month == 1 else 'second'} half of {say_year(year)}"
    return ""


def _say_part(low: int, high: int, *, approximate: bool) -> str:
    """The words “early October 2023” where an approximate stretch is just that part of a month, year or decade."""
    if not approximate:
        return ""
    year, month, _ = civil(low)
    stretches = [(month_span(year, month), f"{MONTH_NAMES[month - 1]} {say_year(year)}")]
    stretches.append(((month_span(year, 1)[0], month_span(year, 12)[1]), say_year(year)))
    for size, mask in ((10, "X"), (100, "XX")):
        begin = year // size * size
        if begin < 0:
            continue
        words = _say_open_year(EdtfDate(f"{begin // size:0{4 - len(mask)}d}{mask}"))
        stretches.append(((month_span(begin, 1)[0], month_span(begin + size - 1, 12)[1]), words))
    for (first, last), words in stretches:
        for part in ("early", "mid", "late"):
            if part_bounds(first, last, part) == (low, high):
                return f"mid-{words}" if part == "mid" else f"{part} {words}"
    return ""

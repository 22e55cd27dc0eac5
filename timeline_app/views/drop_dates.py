"""The date an event gets when it, or an end of it, is moved on the timeline: as fine as the hand could aim."""

from __future__ import annotations

from timeline_app.model import When
from timeline_app.model.calendar import iso_day
from timeline_app.model.edtf import parse_edtf

#: Up to so many days a pixel one can aim at a day, and at a month; else at a year.
DAY_SCALE, MONTH_SCALE = 1.5, 20.0


def dropped_date(day: int, days_per_pixel: float) -> When:
    """The day, its month or its year."""
    words = iso_day(day)
    if days_per_pixel > DAY_SCALE:
        words = words.rpartition("-")[0]
    if days_per_pixel > MONTH_SCALE:
        words = words.rpartition("-")[0]
    return parse_edtf(words)


def dragged_date(before: When | None, first: int, last: int, days_per_pixel: float) -> When:
    """The date from one day to another, of which one was the event's before: that end keeps its words.

    The end that was moved is as exact as one can aim at this scale.
    """
    begin, end = _words_of_ends(before)
    if before is None or first != before.earliest:
        begin = dropped_date(first, days_per_pixel).edtf
    if before is None or last != before.latest:
        end = dropped_date(last, days_per_pixel).edtf
    begin, end = begin or iso_day(first), end or iso_day(last)
    return parse_edtf(begin if begin == end else f"{begin}/{end}")


def _words_of_ends(when: When | None) -> tuple[str, str]:
    """How the first and the last end of an interval are written; "" where a date is none, or says only "or"."""
    begin, _, end = when.edtf.partition("/") if when is not None and "{" not in when.edtf else ("", "", "")
    return (begin, end) if end else ("", "")

"""The date an event gets when it is dropped on the timeline: as fine as the hand could aim, and no finer."""

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

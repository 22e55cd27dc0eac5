"""The rules by kind; of two equally long matches the earlier kind is asked first."""

from timeline_app.extraction.times.rules import (
    clock, days, deictic, durations, full_dates, holidays, month_days, offsets, quarters, references, repeated, reports,
    weekdays, years,
)  # fmt: skip

BOOKS = (
    full_dates.rules, month_days.rules, reports.rules, quarters.rules, years.rules, holidays.rules, weekdays.rules, days.rules,
    clock.rules, offsets.rules, deictic.rules, repeated.rules, durations.rules, references.rules,
)  # fmt: skip

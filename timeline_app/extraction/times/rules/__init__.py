"""The rules by kind; of two equally long matches the earlier kind is asked first."""

from timeline_app.extraction.times.rules import (
    clock,
    days,
    durations,
    full_dates,
    holidays,
    month_days,
    offsets,
    quarters,
    references,
    repeated,
    reports,
    seasons,
    units,
    weekdays,
    whole_units,
    years,
)

BOOKS = (
    full_dates.rules,
    month_days.rules,
    reports.rules,
    quarters.rules,
    years.rules,
    seasons.rules,
    holidays.rules,
    weekdays.rules,
    days.rules,
    clock.rules,
    offsets.rules,
    units.rules,
    whole_units.rules,
    repeated.rules,
    durations.rules,
    references.rules,
)

"""Holidays, worked out for their year."""

import pytest

from timeline_app.extraction.times.rules.holidays import day_of
from timeline_app.extraction.times.vocabulary import vocabulary
from timeline_app.model.calendar import iso_day

DAYS = [
    ("christmas day", 1642, "1642-12-25"),
    ("easter", 2024, "2024-03-31"),
    ("good friday", 2022, "2022-04-15"),
    ("easter monday", 1916, "1916-04-24"),
    ("pentecost", 2023, "2023-05-28"),
    ("thanksgiving", 2023, "2023-11-23"),
    ("black friday", 2023, "2023-11-24"),
    ("memorial day", 2021, "2021-05-31"),
    ("labor day", 2020, "2020-09-07"),
    ("martin luther king day", 2023, "2023-01-16"),
    ("election day", 2016, "2016-11-08"),
    ("election day", 2022, "2022-11-08"),
    ("mother's day", 2023, "2023-05-14"),
]


@pytest.mark.parametrize(("name", "year", "day"), DAYS)
def test_days(name, year, day):
    assert iso_day(day_of(vocabulary()["holidays"][name], year)) == day


def test_every_holiday_has_a_day():
    for rule in vocabulary()["holidays"].values():
        assert len(rule) == 10 or day_of(rule, 2023)

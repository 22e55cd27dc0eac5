"""Holidays, worked out for their year."""

import pytest

from timeline_app.extraction.times import find_times
from timeline_app.extraction.times.lunar import jewish_new_year
from timeline_app.extraction.times.rules.holidays import _is_one_day, day_of
from timeline_app.extraction.times.vocabulary import vocabulary
from timeline_app.model.calendar import iso_day, parse_iso_day, weekday

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
    ("yom kippur", 1973, "1973-10-06"),
    ("rosh hashanah", 2023, "2023-09-16"),
    ("sukkot", 2023, "2023-09-30"),
    ("simchat torah", 2023, "2023-10-07"),
    ("hanukkah", 2023, "2023-12-08"),
    ("hanukkah", 2024, "2024-12-26"),
    ("passover", 1943, "1943-04-20"),
    ("passover", 2024, "2024-04-23"),
    ("purim", 2024, "2024-03-24"),
    ("shavuot", 2024, "2024-06-12"),
]


@pytest.mark.parametrize(("name", "year", "day"), DAYS)
def test_days(name, year, day):
    assert iso_day(day_of(vocabulary()["holidays"][name], year)) == day


def test_every_holiday_has_a_day():
    for rule in vocabulary()["holidays"].values():
        assert _is_one_day(rule) or day_of(rule, 2023)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [("eid al-fitr", 2023, "2023-04-21"), ("eid al-fitr", 2024, "2024-04-10"), ("eid al-adha", 2024, "2024-06-16")],
)
def test_days_that_follow_the_moon_are_right_to_a_day(name, year, day):
    assert abs(day_of(vocabulary()["holidays"][name], year) - parse_iso_day(day)) <= 1
    found = find_times(f"It ended on {name.title()} {year}.")
    assert found[0].when.earliest <= parse_iso_day(day) <= found[0].when.latest


def test_a_jewish_year_begins_on_no_sunday_wednesday_or_friday():
    assert {weekday(jewish_new_year(year)) for year in range(5000, 5800)} <= {0, 1, 3, 5}


def test_jewish_years_have_their_six_lengths():
    lengths = {jewish_new_year(year + 1) - jewish_new_year(year) for year in range(5000, 5800)}
    assert lengths == {353, 354, 355, 383, 384, 385}

"""Days as integers: against the standard library where it reaches, by properties beyond."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.calendar import (
    add_months,
    civil,
    day_number,
    days_in_month,
    is_leap,
    iso_day,
    iso_week,
    month_span,
    parse_iso_day,
    week_start,
    weekday,
    year_span,
)  # fmt: skip

any_day = st.integers(-3_000_000, 5_000_000)


@given(st.dates())
def test_agrees_with_the_standard_library(day):
    number = day_number(day.year, day.month, day.day)
    assert number == day.toordinal()
    assert civil(number) == (day.year, day.month, day.day)
    assert weekday(number) == day.weekday()
    assert iso_day(number) == day.isoformat()


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)))
def test_weeks_agree_with_the_standard_library(day):
    year, week, _ = day.isocalendar()
    assert iso_week(day.toordinal()) == (year, week)
    assert week_start(year, week) == (day - timedelta(day.weekday())).toordinal()


@given(any_day)
def test_there_and_back(number):
    year, month, day = civil(number)
    assert day_number(year, month, day) == number
    assert 1 <= day <= days_in_month(year, month)
    assert weekday(number + 7) == weekday(number)


@given(st.integers(-9999, 9999), st.integers(1, 12))
def test_iso_text_there_and_back(year, month):
    number = day_number(year, month, 15)
    assert parse_iso_day(iso_day(number)) == number


@given(any_day, st.integers(-5000, 5000))
def test_months_later_and_earlier(number, months):
    year, month, day = civil(number)
    later = civil(add_months(number, months))
    assert later[0] * 12 + later[1] == year * 12 + month + months
    assert later[2] == min(day, days_in_month(later[0], later[1]))


@given(st.integers(-9000, 9000))
def test_spans(year):
    assert year_span(year)[1] + 1 == year_span(year + 1)[0]
    assert month_span(year, 12)[1] == year_span(year)[1]
    assert year_span(year)[1] - year_span(year)[0] + 1 == 365 + is_leap(year)


@pytest.mark.parametrize(("text", "number"), [("0001-01-01", 1), ("0000-12-31", 0), ("1970-01-01", 719163)])
def test_known_days(text, number):
    assert parse_iso_day(text) == number
    assert iso_day(number) == text


def test_time_of_day_is_left_out_and_long_years_read():
    assert (
        parse_iso_day("2023-10-07T23:59:00-11:00") == parse_iso_day("2023-10-07 10:00") == parse_iso_day("2023-10-07")
    )
    assert iso_day(parse_iso_day("Y12345-01-01")) == "Y12345-01-01"


@pytest.mark.parametrize("text", ["", "2023", "2023-02-30", "2023-13-01", "soon"])
def test_no_such_day(text):
    with pytest.raises(ValueError, match=r"."):
        parse_iso_day(text)


@pytest.mark.parametrize(("month", "day"), [(0, 1), (13, 1), (2, 29), (4, 31), (1, 0)])
def test_days_no_calendar_has(month, day):
    with pytest.raises(ValueError, match=r"no (month|day)"):
        day_number(2023, month, day)

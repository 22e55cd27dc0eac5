"""Units of the calendar: values, bounds, neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.extraction.times.stretch import Grain, Stretch, day_or_none, month, season, unit_of
from timeline_app.model.calendar import iso_day, parse_iso_day

DAYS = [
    ("2023-10-07", Grain.DAY, "2023-10-07", "2023-10-07", "2023-10-07"),
    ("2023-10-07", Grain.WEEK, "2023-W40", "2023-10-02", "2023-10-08"),
    ("2023-10-07", Grain.WEEKEND, "2023-W40-WE", "2023-10-07", "2023-10-08"),
    ("2021-01-01", Grain.WEEK, "2020-W53", "2020-12-28", "2021-01-03"),
    ("2023-10-07", Grain.MONTH, "2023-10", "2023-10-01", "2023-10-31"),
    ("2023-10-07", Grain.QUARTER, "2023-Q4", "2023-10-01", "2023-12-31"),
    ("2023-10-07", Grain.HALF, "2023-H2", "2023-07-01", "2023-12-31"),
    ("2023-10-07", Grain.SEASON, "2023-FA", "2023-09-01", "2023-11-30"),
    ("2023-01-07", Grain.SEASON, "2022-WI", "2022-12-01", "2023-02-28"),
    ("2023-10-07", Grain.YEAR, "2023", "2023-01-01", "2023-12-31"),
    ("2023-10-07", Grain.DECADE, "202", "2020-01-01", "2029-12-31"),
    ("2023-10-07", Grain.CENTURY, "20", "2000-01-01", "2099-12-31"),
    ("2023-10-07", Grain.MILLENNIUM, "2", "2000-01-01", "2999-12-31"),
    ("-0043-03-15", Grain.DAY, "BC0044-03-15", "-0043-03-15", "-0043-03-15"),
    ("-0043-03-15", Grain.YEAR, "BC0044", "-0043-01-01", "-0043-12-31"),
    ("-0477-03-15", Grain.DECADE, "BC047", "-0478-01-01", "-0469-12-31"),
    ("-0350-03-15", Grain.CENTURY, "BC03", "-0399-01-01", "-0300-12-31"),
]


@pytest.mark.parametrize(("inside", "grain", "value", "first", "last"), DAYS)
def test_the_unit_a_day_lies_in(inside, grain, value, first, last):
    unit = unit_of(parse_iso_day(inside), grain)
    assert unit.value == value
    assert [iso_day(number) for number in unit.bounds] == [first, last]


@given(st.integers(-800_000, 800_000), st.sampled_from([grain for grain in Grain if grain is not Grain.WEEKEND]))
def test_units_hold_their_days_and_touch(number, grain):
    unit = unit_of(number, grain)
    assert unit.first <= number <= unit.last
    long = grain in (Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)
    if not (long and -366 * 1000 < number < 366):  # the year 1 BC is counted with both sides
        assert unit.shift(1).first == unit.last + 1


def test_months_and_seasons():
    assert month(2023, 12).shift(1) == month(2024, 1)
    assert season(2023, "WI").bounds == (parse_iso_day("2023-12-01"), parse_iso_day("2024-02-29"))
    assert day_or_none(2023, 2, 29) is None
    assert Stretch(Grain.YEAR, 0).value == "BC0001"

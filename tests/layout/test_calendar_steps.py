from datetime import date
from itertools import pairwise

import pytest

from timeline_app.layout.axis_words import upper_labels
from timeline_app.layout.calendar_steps import STEPS, Step, iso_week, starts, upper_bounds
from timeline_app.model.calendar import civil, day_number


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.count} {step.unit}")
def test_units_are_at_least_as_far_apart_as_their_step_says(step):
    first = float(day_number(-150))
    length = step.least_days * 40 + 30
    named = list(starts(step, first, first + length))
    assert len(named) >= 2
    assert all(after[0] - before[0] >= step.least_days - 1e-6 for before, after in pairwise(named))


@pytest.mark.parametrize("tier", ["day", "month", "year", "decade", "century", "millennium"])
def test_upper_units_follow_each_other_without_a_gap(tier):
    day = float(day_number(-1203, 5, 17))
    for _ in range(300):
        start, end = upper_bounds(tier, day)
        assert start <= day < end
        assert upper_bounds(tier, end)[0] == end
        assert all(upper_labels(tier, start))
        day = end


UPPER = [
    ("century", 2000, "20th century"),
    ("century", 2001, "21st century"),
    ("century", 1, "1st century"),
    ("century", 0, "1st century BC"),
    ("century", -99, "1st century BC"),
    ("century", -100, "2nd century BC"),
    ("decade", 2023, "2020s"),
    ("decade", 5, "AD 1–9"),
    ("decade", 0, "9–1 BC"),
    ("decade", -43, "40s BC"),
    ("millennium", 1000, "1st millennium"),
    ("millennium", -999, "1st millennium BC"),
    ("year", -43, "44 BC"),
]


@pytest.mark.parametrize(("tier", "year", "name"), UPPER)
def test_upper_names(tier, year, name):
    assert upper_labels(tier, upper_bounds(tier, float(day_number(year)))[0])[0] == name


def test_round_years_on_both_sides_of_the_turn():
    named = starts(Step("year", 100, 99 * 365.0, "millennium"), float(day_number(-250)), float(day_number(250)))
    assert [civil(int(start))[0] for start, _ in named] == [-199, -99, 1, 100, 200]


@pytest.mark.parametrize("year", [-43, 1, 1582, 1900, *range(1995, 2030)])
def test_weeks_are_numbered_as_the_standard_says(year):
    for month, day in ((1, 1), (1, 4), (6, 15), (12, 28), (12, 31)):
        number = day_number(year, month, day)
        if year > 0:
            assert iso_week(number) == date(year, month, day).isocalendar().week
        else:
            assert 1 <= iso_week(number) <= 53
    assert iso_week(day_number(year, 1, 4)) == 1

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.made import days, lengths
from timeline_app.layout.axis_words import ENGLISH
from timeline_app.layout.scale import LONGEST, SHORTEST, TimeScale, within_limits
from timeline_app.layout.ticks import approximate_width, ticks
from timeline_app.model.calendar import day_number, parse_iso_day

widths = st.floats(60, 3000)


@given(days, lengths, widths)
def test_names_never_overlap_and_go_forward(first, length, width):
    axis = ticks(TimeScale(first, first + length, width))
    for (before, one), (middle, other) in pairwise(axis.lower):
        assert before + approximate_width(one) / 2 < middle - approximate_width(other) / 2
    assert list(axis.grid) == sorted(set(axis.grid))
    for (_, right, _), (left, _, _) in pairwise(axis.upper):
        assert left == pytest.approx(right, abs=1e-3)


@given(days, lengths, widths)
def test_the_upper_tier_always_carries_context(first, length, width):
    axis = ticks(TimeScale(first, first + length, width))
    named = [(left, right, name) for left, right, name in axis.upper if name]
    assert named
    if len(named) > 1:
        assert all(approximate_width(name) <= right - left for left, right, name in named)
    assert axis.upper[0][0] == 0
    assert axis.upper[-1][1] == pytest.approx(width)


@given(days, lengths, st.floats(1, 700))
def test_panning_changes_no_tick(first, length, pixels):
    here = TimeScale(first, first + length, 800)
    there = here.panned(pixels)
    before, after = ticks(here), ticks(there)
    assert before.step == after.step
    seen = {(round(x - pixels), name) for x, name in before.lower if 40 < x - pixels < 760}
    moved = {(round(x), name) for x, name in after.lower}
    near = {(x + shift, name) for x, name in moved for shift in (-1, 0, 1)}
    assert seen <= near


@given(days, st.floats(-2.5, 6.4))
def test_there_are_always_lines(first, power):
    assert len(ticks(TimeScale(first, first + 10.0**power, 900)).grid) >= 3


NAMES = [
    ("2023-10-01", 45, "day", ["October 2023", "November 2023"], ["1", "3", "29"]),
    ("2023-10-01", 10, "day", ["October 2023"], ["Sun 1", "Sat 7"]),
    ("2023-10-07", 1, "hour", ["Saturday 7 October 2023"], ["00:00", "12:00", "22:00"]),
    ("2023-10-07", 0.02, "minute", ["Saturday 7 October 2023"], ["00:00", "00:10"]),
    ("2023-10-01", 120, "week", ["October 2023", "January 2024"], ["2", "9", "30", "6"]),
    ("2023-01-01", 700, "month", ["2023", "2024"], ["Jan", "Sep", "Dec"]),
    ("2021-01-01", 1800, "quarter", ["2021", "2025"], ["Q1", "Q4"]),
    ("1991-01-01", 4000, "year", ["1990s", "2000s"], ["1991", "2001"]),
    ("1800-01-01", 80_000, "year", ["19th century", "20th century"], ["1820", "2000"]),
    ("-0299-01-01", 220_000, "year", ["1st millennium BC", "1st millennium"], ["200 BC", "AD 1", "AD 300"]),
    ("-4999-01-01", 3_652_425, "year", ["BC", "AD"], ["5000 BC", "AD 1", "3000"]),
]


@pytest.mark.parametrize(("first", "length", "unit", "upper", "lower"), NAMES)
def test_names(first, length, unit, upper, lower):
    start = float(parse_iso_day(first))
    axis = ticks(TimeScale(start, start + length, 1000))
    assert axis.step.unit == unit
    assert set(upper) <= {name for _, _, name in axis.upper}
    assert set(lower) <= {name for _, name in axis.lower}


def test_a_day_is_named_in_its_middle_and_an_hour_on_its_line():
    start = float(day_number(2023, 10, 1))
    scale = TimeScale(start, start + 10, 1000)
    assert ticks(scale).lower[0][0] == pytest.approx(50)
    assert ticks(TimeScale(start, start + 1, 1000)).lower[0][0] == pytest.approx(0)


def test_weeks_begin_where_they_do_in_the_users_country():
    start = float(day_number(2023, 10, 1))
    scale = TimeScale(start, start + 120, 1000)
    assert ticks(scale, words=replace(ENGLISH, week_starts=6)).lower[0][1] == "1"
    assert ticks(scale).lower[0][1] == "2"


def test_a_view_too_narrow_for_any_name_keeps_one():
    start = float(day_number(2023, 10, 1))
    assert [name for _, _, name in ticks(TimeScale(start, start + 45, 30)).upper if name] == ["2023"]


def test_far_years_do_not_run_into_each_other():
    axis = ticks(TimeScale(-4.0e7, 4.0e7, 500))
    assert len(axis.lower) >= 3


@pytest.mark.parametrize("length", [380, 450, 500, 700])
def test_months_beside_one_another_are_named_alike(length):
    start = float(day_number(2022, 10, 3))
    axis = ticks(TimeScale(start, start + length, 1400))
    inner = [name for left, right, name in axis.upper[1:-1]]
    assert axis.step.upper in {"month", "year"}
    if axis.step.upper == "month":
        assert len({len(name.split()[0]) == 3 for name in inner if not name.startswith("May")}) == 1


BETWEEN = [
    ("2023-10-01", 45, ["W40", "W41", "W45"]),
    ("2023-12-20", 20, ["W52", "W1"]),
    ("2023-10-01", 100, ["W41", "W52"]),
    ("2023-10-01", 160, []),
    ("2022-12-15", 900, ["Q1", "Q2", "Q3", "Q4"]),
    ("2023-10-07", 1, []),
    ("2010-01-01", 4000, []),
]


@pytest.mark.parametrize(("first", "length", "names"), BETWEEN)
def test_weeks_and_quarters_where_they_fit(first, length, names):
    start = float(parse_iso_day(first))
    shown = [name for _, name in ticks(TimeScale(start, start + length, 1600)).between]
    assert set(names) <= set(shown)
    assert bool(names) == bool(shown)


def test_weeks_that_begin_on_sunday_are_not_numbered():
    start = float(day_number(2023, 10, 1))
    scale = TimeScale(start, start + 45, 1600)
    assert ticks(scale).between
    assert not ticks(scale, words=replace(ENGLISH, week_starts=6)).between


@given(days, st.floats(0, 3).map(lambda power: 10.0**power), st.floats(200, 3000))
def test_what_stands_between_the_tiers_touches_nothing(first, length, width):
    axis = ticks(TimeScale(first, first + length, width))
    taken = [(left + 7, left + 7 + approximate_width(name)) for left, _, name in axis.upper if name]
    taken += [(left, left + approximate_width(name)) for left, name in axis.between]
    for (_, right), (left, _) in pairwise(sorted(taken)):
        assert right < left
    for left, name in axis.between:
        assert 0 <= left <= left + approximate_width(name) <= width
        assert not any(left < line < left + approximate_width(name) for line in axis.strong)


@given(days, st.sampled_from([SHORTEST, 2 * SHORTEST, 1 / 24, LONGEST / 2, LONGEST]), st.floats(250, 3000))
def test_at_both_ends_of_zoom_names_and_context_are_there(first, length, width):
    scale = within_limits(float(first), first + length, width)
    axis = ticks(scale)
    assert any(name for _, _, name in axis.upper)
    assert axis.lower
    if length <= 1:
        assert axis.step.upper == "day"
        assert all(len(name) == 5 and name[2] == ":" for _, name in axis.lower)
    else:
        assert {name for _, _, name in axis.upper} <= {"AD", "BC", ""}
        assert all(name.endswith("BC") or name.startswith("AD") or name.isdigit() for _, name in axis.lower)

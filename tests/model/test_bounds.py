"""From bounds to the plainest EDTF text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.bounds import edtf_between, part_bounds, when_between, when_day, when_span
from timeline_app.model.calendar import month_span, parse_iso_day, year_span
from timeline_app.model.edtf import parse_edtf

TABLE = [
    ("2023-10-20", "2023-10-20", "2023-10-20"),
    ("2023-10-01", "2023-10-31", "2023-10"),
    ("2023-01-01", "2023-12-31", "2023"),
    ("2020-01-01", "2029-12-31", "202X"),
    ("1900-01-01", "1999-12-31", "19XX"),
    ("-0499-01-01", "-0400-12-31", "-04XX"),
    ("2023-07-01", "2023-09-30", "[2023-07..2023-09]"),
    ("1914-01-01", "1918-12-31", "[1914..1918]"),
    ("2023-10-02", "2023-10-08", "[2023-10-02..2023-10-08]"),
    (None, "2023-11-12", "[..2023-11-12]"),
    ("2023-11-12", None, "[2023-11-12..]"),
    (None, None, ""),
]


def number(text):
    return None if text is None else parse_iso_day(text)


@pytest.mark.parametrize(("first", "last", "edtf"), TABLE)
def test_plainest_text(first, last, edtf):
    assert edtf_between(number(first), number(last)) == edtf


@given(st.integers(-2_000_000, 3_000_000), st.integers(0, 40_000))
def test_the_text_says_the_same_days(first, length):
    when = parse_edtf(edtf_between(first, first + length))
    assert (when.earliest, when.latest) == (first, first + length)


@given(st.integers(-4000, 4000), st.integers(1, 12), st.sampled_from(["early", "mid", "late"]))
def test_parts_lie_inside(year, month, part):
    for first, last in (month_span(year, month), year_span(year), (first_of(year), first_of(year) + 6)):
        low, high = part_bounds(first, last, part)
        assert first <= low <= high <= last


def first_of(year):
    return year_span(year)[0]


SPANS = [
    ("2023-10-07", "2023-10-20", "2023-10-07/2023-10-20"),
    ("2023-10", "2023-11", "2023-10/2023-11"),
    ("[2023-10-01..2023-10-10]", "2024", "2023-10~/2024"),
    ("[1990..1993]", "[2001..2015]", "199X/2015~"),
    ("-0489", "-0478", "-0489/-0478"),
]


@pytest.mark.parametrize(("start", "end", "edtf"), SPANS)
def test_spans(start, end, edtf):
    first, last = parse_edtf(start), parse_edtf(end)
    span = when_span(first, last)
    assert span.edtf == edtf
    assert (span.earliest, span.latest) == (first.earliest, last.latest)
    assert parse_edtf(edtf).edtf == edtf


def test_about_one_day():
    assert when_day(parse_iso_day("2023-10-20"), approximate=True).edtf == "2023-10-20~"
    assert when_between(*year_span(1999), approximate=True).edtf == "1999~"

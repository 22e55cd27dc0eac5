"""Bounds, and how two dates compare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.edtf import parse_edtf
from timeline_app.model.when import Basis, ClockTime, When

ends = st.none() | st.integers(-2_000_000, 2_000_000)


@st.composite
def whens(draw):
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return When(low, high, low, high, "")


@given(whens(), whens())
def test_overlap_is_symmetric_and_means_a_shared_day(one, other):
    assert one.may_overlap(other) == other.may_overlap(one)
    assert one.may_overlap(one)
    low = max((when.earliest for when in (one, other) if when.earliest is not None), default=None)
    high = min((when.latest for when in (one, other) if when.latest is not None), default=None)
    assert one.may_overlap(other) == (low is None or high is None or low <= high)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("2023-10", "2023-10-31", True),
        ("2023-10", "2023-11", False),
        ("2023-10-07/2023-10-20", "2023-10-20", True),
        ("../2023-10-20", "2023-10-21", False),
        ("[2023-10-20..]", "2050", True),
        ("-04XX", "-0399", False),
    ],
)
def test_overlap(one, other, shared):
    assert parse_edtf(one).may_overlap(parse_edtf(other)) is shared


@pytest.mark.parametrize(
    ("edtf", "is_day", "is_span", "is_bounded"),
    [
        ("2023-10-07", True, False, True),
        ("2023-10-07~", False, False, True),
        ("2023-10", False, False, True),
        ("2023-10-07/2023-10-20", False, True, True),
        ("2023-10-07/..", False, False, False),
        ("[..2023]", False, False, False),
    ],
)
def test_what_kind_of_date(edtf, is_day, is_span, is_bounded):
    when = parse_edtf(edtf)
    assert (when.is_day, when.is_span, when.is_bounded) == (is_day, is_span, is_bounded)


def test_no_date_ends_before_it_begins():
    with pytest.raises(ValueError, match="ends before it begins"):
        When(2, 1, 2, 2, "x")


def test_basis_and_clock():
    when = parse_edtf("2023").with_basis(Basis("Because."))
    assert when.basis == (Basis("Because."),)
    assert (str(ClockTime(905)), str(ClockTime(905, "GMT"))) == ("15:05", "15:05 GMT")

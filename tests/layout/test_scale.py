import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.made import days, lengths
from timeline_app.layout.scale import EARLIEST, LATEST, LONGEST, SHORTEST, TimeScale, within_limits


@given(days, lengths, st.floats(1, 5000), st.floats(0, 1))
def test_there_and_back(first, length, width, share):
    scale = TimeScale(first, first + length, width)
    x = share * width
    assert scale.x_of(scale.day_of(x)) == pytest.approx(x, abs=1e-3)
    assert scale.x_of(first) == 0


@given(days, lengths, st.floats(-500, 500))
def test_a_pan_moves_everything_alike(first, length, pixels):
    scale = TimeScale(first, first + length, 800)
    moved = scale.panned(pixels)
    assert moved.days == pytest.approx(scale.days)
    assert moved.x_of(scale.day_of(300.0)) == pytest.approx(300 - pixels, abs=1e-2)


@given(days, st.floats(-1, 4).map(lambda power: 10.0**power), st.floats(0.5, 2), st.floats(0, 800))
def test_zooming_leaves_the_day_under_the_pointer(first, length, factor, x):
    scale = TimeScale(first, first + length, 800)
    assert scale.zoomed(factor, x).day_of(x) == pytest.approx(scale.day_of(x), abs=scale.days * 1e-6)


def test_no_zoom_leaves_the_limits():
    scale = TimeScale(0.0, 1.0, 100)
    for _ in range(200):
        scale = scale.zoomed(0.5, 30)
    assert EARLIEST <= scale.first < scale.last <= LATEST
    assert scale.days == pytest.approx(LONGEST)
    for _ in range(200):
        scale = scale.zoomed(2, 30)
    assert scale.days == pytest.approx(SHORTEST)


def test_limits_keep_the_length_at_the_end_of_time():
    scale = within_limits(LATEST - 5, LATEST + 5, 100)
    assert (scale.first, scale.last) == (LATEST - 10, LATEST)


def test_arrays_and_numbers_alike():
    scale = TimeScale(10.0, 20.0, 100)
    assert scale.x_of(np.array([10.0, 15.0])).tolist() == [0, 50]
    assert scale.with_width(200).x_of(15.0) == 100


@pytest.mark.parametrize(("first", "last", "width"), [(1, 1, 10), (2, 1, 10), (1, 2, 0)])
def test_no_room_is_an_error(first, last, width):
    with pytest.raises(ValueError, match="no room"):
        TimeScale(first, last, width)

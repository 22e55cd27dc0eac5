import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.made import event, known, many, on
from timeline_app.layout.columns import columns_of
from timeline_app.layout.density import Density, bar_heights
from timeline_app.layout.lanes import Lane


@given(st.lists(st.floats(-1e6, 1e6), max_size=60), st.floats(-1e6, 1e6), st.floats(1, 1e6), st.integers(1, 50))
def test_bars_add_up(days, first, length, bars):
    density = Density.of_days(days)
    counts = density.counts(first, first + length, bars)
    assert counts.sum() == density.between(first, first + length) == sum(first <= day < first + length for day in days)


def test_an_event_in_two_lanes_counts_once():
    columns = columns_of([event(1, on(10), "a", "b"), event(2, on(30), "b"), event(3, None, "a")], [
        Lane("a", "A", 0), Lane("b", "B", 1),
    ])  # fmt: skip
    assert Density.of_columns(columns).instants.tolist() == [10.5, 30.5]


def test_the_bulk_leaves_a_lone_date_in_antiquity_out():
    density = Density.of_days([-700_000.0, *np.linspace(0, 100, 999)])
    low, high = known(density.bulk())
    assert low >= 0
    assert high <= 100


def test_heights():
    heights = bar_heights([0, 1, 100])
    assert heights[0] == 0
    assert 0.08 <= heights[1] < heights[2] == 1
    assert len(Density.of_columns(many(0))) == 0

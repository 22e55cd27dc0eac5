from itertools import pairwise

import numpy as np

from tests.layout.made import event, lanes, many, on
from timeline_app.layout.arrangement import arrange
from timeline_app.layout.columns import columns_of
from timeline_app.layout.lanes import Lane
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.rows import MOST_AIR, rows_for, stack_lanes

METRICS = Metrics()


def stack(columns, scale, available=0.0):
    arrangement = arrange(columns, lanes(columns.lanes))
    return stack_lanes(columns, arrangement.levels.at(scale), METRICS, available)


def test_lanes_stand_below_one_another_without_a_gap():
    made = stack(many(200), 2.0)
    assert made.tops.tolist() == np.concatenate([[0], np.cumsum(made.heights)[:-1]]).tolist()
    assert made.height == made.heights.sum()


def test_a_lane_is_as_high_as_its_rows():
    columns = columns_of([event(1, on(10), "a"), event(2, on(10), "a"), event(3, on(10), "b")], [
        Lane("a", "A", 0), Lane("b", "B", 1), Lane("c", "C", 2),
    ])  # fmt: skip
    made = stack(columns, 0.03)
    assert (made.heights[0] - made.heights[1]) == METRICS.row_height
    assert made.heights[2] == METRICS.lane_title + METRICS.row_height + METRICS.lane_padding


def test_zooming_in_never_makes_rows_fewer():
    columns = many(300)
    arrangement = arrange(columns, lanes(3))
    used = [level.rows_used for level in arrangement.levels.levels]
    assert all((after >= before).all() for before, after in pairwise(used))


def test_only_lanes_with_something_left_over_have_a_strip():
    columns = columns_of([event(number, on(10), "a") for number in range(60)] + [event(99, on(10), "b")], [
        Lane("a", "A", 0), Lane("b", "B", 1),
    ])  # fmt: skip
    made = stack(columns, 0.03)
    assert not np.isnan(made.strips[0])
    assert np.isnan(made.strips[1])


def test_room_left_over_is_shared_but_not_without_end():
    columns = many(5)
    tight, roomy, vast = (stack(columns, 2.0, available) for available in (0.0, 0.0 + 400, 9999.0))
    assert tight.height < roomy.height <= 400 or roomy.height == tight.height
    assert (vast.heights - tight.heights == MOST_AIR).all()


def test_lanes_in_view():
    made = stack(many(200), 2.0)
    assert list(made.visible(0, 10)) == [0]
    assert list(made.visible(made.tops[1] - 1, 3)) == [0, 1]
    assert list(made.visible(0, made.height)) == [0, 1, 2]
    assert made.lane_at(made.tops[2] + 1) == 2
    assert made.lane_at(-5) == 0


def test_nothing_stacks_to_nothing():
    made = stack(columns_of([], []), 1.0)
    assert made.height == 0
    assert made.lane_at(3) == -1
    assert not made.visible(0, 100)


def test_fewer_rows_the_more_lanes():
    assert [rows_for(count) for count in (0, 1, 5, 8, 200)] == [24, 24, 8, 5, 3]

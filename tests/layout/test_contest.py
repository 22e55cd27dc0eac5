import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from timeline_app.layout.columns import from_arrays
from timeline_app.layout.contest import by_importance, clear_of, disjoint, usual_width

VALUES = st.floats(-2, 2, width=32)


@given(arrays(np.float32, st.integers(0, 60), elements=VALUES), st.integers(1, 4))
def test_rows_stand_by_lane_then_importance_then_place(importance, lanes):
    count = len(importance)
    columns = from_arrays(
        lane=np.arange(count) % lanes, start=np.zeros(count), end=np.ones(count), ids=range(count), title=str,
        lanes=lanes, importance=importance,
    )  # fmt: skip
    expected = sorted(range(count), key=lambda row: (columns.lane[row], -columns.importance[row], row))
    assert by_importance(columns).tolist() == expected


def test_the_usual_width_is_the_middle_one_however_many_there_are():
    left = np.zeros(100_000)
    right = np.random.default_rng(1).choice([1.0, 2.0, 900.0], 100_000, p=(0.2, 0.6, 0.2))
    right[0] = 2.0
    assert usual_width(left, right) == 2.0
    assert usual_width(left[:1], right[:1]) == 2.0
    assert usual_width(left[:3], left[:3]) > 0


def test_boxes_clear_of_the_chosen_do_not_touch_them_in_their_lane():
    lane = np.array([0, 0, 0, 1, 1], np.int32)
    left = np.array([0.0, 5.0, 12.0, 0.0, 4.0])
    right = np.array([6.0, 10.0, 14.0, 5.0, 9.0])
    assert clear_of(np.array([1]), lane, left, right).tolist() == [False, False, True, True, True]
    assert clear_of(np.array([0, 4]), lane, left, right).tolist() == [False, False, True, False, False]


def test_boxes_that_begin_before_another_has_ended_are_not_disjoint():
    lane = np.array([0, 0, 0, 1], np.int32)
    assert disjoint(lane, np.array([0.0, 2.0, 9.0, 0.0]), np.array([8.0, 3.0, 10.0, 4.0])).tolist() == [
        True,
        False,
        True,
        True,
    ]

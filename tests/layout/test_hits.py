import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.made import event, from_to, known, lanes, many, on
from tests.layout.test_frame import pinned_frame
from timeline_app.layout.arrangement import arrange, fitting_range
from timeline_app.layout.columns import columns_of
from timeline_app.layout.frame import lay_out
from timeline_app.layout.hits import hit, rows_of_cluster
from timeline_app.layout.lanes import Lane
from timeline_app.layout.scale import LONGEST, SHORTEST, TimeScale, within_limits


def frame_of(columns, first, last, height=2000.0):
    return lay_out(arrange(columns, lanes(columns.lanes)), TimeScale(first, last, 900), height)


@settings(max_examples=30)
@given(st.integers(0, 2000), st.floats(-6, 0.5), st.floats(-7, 7), st.floats(-7, 7))
def test_every_mark_answers_within_eight_pixels_at_any_zoom(seed, power, right, down):
    columns = many(60, seed=seed)
    first, last = known(columns.span())
    length = (last - first) * 10.0**power
    middle = float(columns.anchor[seed % 60])
    frame = frame_of(columns, middle - length / 2, middle + length / 2)
    marks = frame.marks
    for place in range(len(marks)):
        x = marks.dot[place] if not np.isnan(marks.dot[place]) else (marks.left[place] + marks.right[place]) / 2
        if 0 <= x <= 900:
            found = hit(frame, x + right, marks.y[place] + down)
            assert int(marks.row[place]) in found.rows


def test_a_label_answers_too_and_the_ground_does_not():
    frame = frame_of(columns_of([event(1, on(100), "lane0")], lanes(1)), 90, 110)
    marks = frame.marks
    y = float(marks.y[0])
    assert hit(frame, float(marks.label_x[0] + marks.label_width[0] - 2), y).rows == (0,)
    empty = hit(frame, 20, y)
    assert (empty.rows, empty.cluster, empty.lane) == ((), -1, 0)
    assert hit(frame, 20, y + 500).lane == -1


def test_the_nearest_comes_first_in_dense_places():
    columns = columns_of([event(1, from_to(100, 140), "lane0"), event(2, on(120), "lane0")], lanes(1))
    frame = frame_of(columns, 90, 150)
    dots = frame.marks
    for place in range(2):
        assert hit(frame, float(dots.left[place] + 5), float(dots.y[place])).rows[0] == dots.row[place]


def test_axis_and_titles():
    frame = frame_of(many(10), *known(many(10).span()))
    assert hit(frame, 100, 10).on_axis
    title = hit(frame, 30, frame.lane_top(1) + 10)
    assert (title.lane, title.on_title) == (1, True)


def test_a_cluster_answers_and_lists_what_it_counts():
    lane = [Lane("a", "A", 0)]
    columns = columns_of([event(number, on(100), "a", importance=number / 50) for number in range(50)], lane)
    arrangement = arrange(columns, lane, rows=3)
    frame = lay_out(arrangement, TimeScale(90.0, 110.0, 900), 600)
    middle = float(frame.clusters.left[0] + frame.clusters.right[0]) / 2
    found = hit(frame, middle, float(frame.cluster_y[0]))
    assert found.cluster == 0
    rows = rows_of_cluster(frame, 0)
    assert len(rows) == frame.clusters.count[0] == 47
    assert columns.importance[rows].tolist() == sorted(columns.importance[rows].tolist(), reverse=True)


def test_fit_and_hit_the_last_of_all():
    columns = many(50)
    arrangement = arrange(columns, lanes(3))
    first, last = known(fitting_range(arrangement, 900))
    frame = lay_out(arrangement, TimeScale(first, last, 900), 900)
    assert frame.lane_top(0) == pytest.approx(frame.body_top)


def test_what_is_hidden_beneath_the_lanes_at_the_top_does_not_answer():
    frame = pinned_frame(150.0)
    border = frame.highest(1)
    for place in range(len(frame.marks)):
        x, y, lane = (float(array[place]) for array in (frame.marks.left, frame.marks.y, frame.marks.lane))
        if not (0 <= x <= frame.width and frame.body_top <= y <= frame.height):
            continue
        found = hit(frame, x + 1, y)
        assert (found.lane == 0) == (y < border)
        lanes_found = {int(frame.arrangement.columns.lane[row]) for row in found.rows}
        assert lanes_found <= ({0} if y < border else set(range(1, 6)))
        assert lane in lanes_found or (lane > 0) == (y < border)


@settings(max_examples=40)
@given(
    st.integers(0, 500), st.sampled_from([SHORTEST, 0.01, 1.0, 400.0, 4e4, 4e6, LONGEST]),
    st.floats(-50, 950), st.floats(-20, 700),
)  # fmt: skip
def test_any_place_answers_truly_from_minutes_to_all_of_time(seed, length, x, y):
    columns = many(200, seed=seed)
    middle = float(columns.anchor[seed % 200])
    scale = within_limits(middle - length / 2, middle + length / 2, 900.0)
    frame = lay_out(arrange(columns, lanes(columns.lanes)), scale, 600.0)
    found = hit(frame, x, y)
    inside = frame.body_top <= y < min(frame.body_top + frame.stack.height, frame.height)
    assert found.on_axis == (y < frame.body_top)
    assert (found.lane >= 0) == inside
    for row in found.rows:
        place = int(np.flatnonzero(frame.marks.row == row)[0])
        assert abs(float(frame.marks.y[place]) - y) <= frame.arrangement.metrics.row_height / 2
    if found.cluster >= 0:
        assert not found.rows
        assert frame.clusters.left[found.cluster] - 3 <= x <= frame.clusters.right[found.cluster] + 3
        counted = rows_of_cluster(frame, found.cluster)
        assert len(counted) == min(int(frame.clusters.count[found.cluster]), 200)
        assert {int(columns.lane[row]) for row in counted} == {int(frame.clusters.lane[found.cluster])}

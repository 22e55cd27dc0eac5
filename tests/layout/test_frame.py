from dataclasses import replace
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.made import event, known, lanes, many, on
from timeline_app.layout.arrangement import arrange
from timeline_app.layout.columns import columns_of
from timeline_app.layout.frame import lay_out
from timeline_app.layout.scale import TimeScale


def frame_of(columns, first, last, width=900.0, height=2000.0, **more):
    return lay_out(arrange(columns, lanes(columns.lanes)), TimeScale(first, last, width), height, **more)


def boxes(frame):
    """Left, right and height of every label and mark together."""
    marks = frame.marks
    left = np.fmin(marks.left, marks.dot - 6)
    right = np.fmax(np.fmax(marks.right, marks.dot + 6), marks.label_x + marks.label_width)
    return sorted(zip(np.round(marks.y, 1).tolist(), left.tolist(), right.tolist(), strict=True))


@settings(max_examples=30)
@given(st.integers(0, 2000), st.floats(-4, 0.6), st.floats(0, 1))
def test_nothing_overlaps_in_any_picture(seed, power, place):
    columns = many(300, seed=seed)
    first, last = known(columns.span())
    length = (last - first) * 10.0**power
    begin = first + (last - first) * place - length / 2
    frame = frame_of(columns, begin, begin + length)
    strips = set(np.round(frame.stack.strips + frame.arrangement.metrics.strip_height / 2 + frame.body_top, 1).tolist())
    placed = [box for box in boxes(frame) if box[0] not in strips]
    for (y, _, right), (below, left, _) in pairwise(placed):
        assert y != below or left >= right - 1.0


@settings(max_examples=20)
@given(st.integers(0, 2000), st.floats(1, 60))
def test_panning_moves_all_labels_alike(seed, pixels):
    columns = many(300, seed=seed)
    first, last = known(columns.span())
    scale = TimeScale(first, first + (last - first) / 4, 900)
    arrangement = arrange(columns, lanes(3))
    here, there = lay_out(arrangement, scale, 2000), lay_out(arrangement, scale.panned(pixels), 2000)
    moved = dict(zip(there.marks.row.tolist(), zip(there.marks.label_x, there.marks.y, strict=True), strict=True))
    for row, x, y, inside in zip(
        here.marks.row.tolist(), here.marks.label_x, here.marks.y, here.marks.inside, strict=True
    ):
        if 330 < x < 600 and not inside:
            assert abs(moved[row][0] - (x - pixels)) < 0.01
            assert moved[row][1] == y


def test_the_selected_is_shown_even_where_it_would_only_be_counted():
    columns = columns_of([event(number, on(100), "lane0", importance=number / 60) for number in range(60)], lanes(1))
    row = columns.rows_of("e0")[0]
    hidden, shown = frame_of(columns, 90, 110), frame_of(columns, 90, 110, lifted=[row])
    assert row not in hidden.marks.row
    assert row in shown.marks.row
    assert not np.isnan(shown.marks.label_x[shown.marks.row.tolist().index(row)])


def test_scrolling_moves_lanes_and_marks():
    columns = many(300)
    first, last = known(columns.span())
    still, down = frame_of(columns, first, last, height=300), frame_of(columns, first, last, height=300, scroll=40.0)
    assert still.lane_top(0) - down.lane_top(0) == 40
    assert down.lanes.start == 0


def pinned_frame(scroll=0.0, height=500.0, top=1):
    """Six lanes of which the first stay at the top, and as many events in each."""
    columns = many(120, lane_count=6, seed=3)
    shown = [replace(lane, top=number < top) for number, lane in enumerate(lanes(6))]
    first, last = known(columns.span())
    return lay_out(arrange(columns, shown, height=height), TimeScale(first, last, 900.0), height, scroll=scroll)


def test_lanes_at_the_top_stay_while_the_others_scroll():
    still, down = pinned_frame(), pinned_frame(150.0)
    assert still.stack.pinned == 1
    assert down.lane_top(0) == still.lane_top(0) == still.body_top
    assert still.lane_top(2) - down.lane_top(2) == 150
    assert down.lanes[0] == 0
    assert np.array_equal(still.marks.y[still.marks.lane == 0], down.marks.y[down.marks.lane == 0])
    heights = {lane: down.lane_top(lane) + down.stack.heights[lane] for lane in down.lanes if lane}
    assert all(bottom > down.highest(lane) for lane, bottom in heights.items())


def test_what_scrolled_beneath_is_painted_by_itself():
    assert len(pinned_frame().parts()) == 1
    below, above = pinned_frame(150.0).parts()
    assert below[0] == above[1] == pinned_frame().highest(3)
    assert set(above[2].marks.lane.tolist()) == {0}
    assert 0 not in set(below[2].marks.lane.tolist())
    assert len(above[2].marks) + len(below[2].marks) == len(pinned_frame(150.0).marks)
    assert set(above[2].clusters.lane.tolist()) <= {0}


def test_lanes_at_the_top_leave_room_for_others():
    frame = pinned_frame(top=6, height=400.0)
    assert 0 < frame.stack.pinned < 6
    assert frame.stack.pinned_height <= 0.6 * (frame.height - frame.body_top)


def test_an_empty_timeline_is_a_picture_too():
    frame = frame_of(columns_of([], []), 730_000, 731_000)
    assert len(frame.marks) == 0
    assert frame.ticks.lower

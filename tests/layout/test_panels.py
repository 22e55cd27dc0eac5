from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.columns import columns_of
from timeline_app.layout.lanes import Lane
from timeline_app.layout.panels import Marks, Sheet, Side, marks_of, one_panel
from timeline_app.model import Event, Passage
from timeline_app.model.bounds import when_between, when_day

SHEET = Sheet(500.0, 700.0)


def marks(*days, label=100.0, lane=0):
    """Points in one lane; a pair of days is a bar."""
    starts = [each[0] if isinstance(each, tuple) else each for each in days]
    ends = [each[1] if isinstance(each, tuple) else each + 1 for each in days]
    point = [not isinstance(each, tuple) for each in days]
    count, start, end = len(days), np.array(starts, float), np.array(ends, float)
    never = np.zeros(count, bool)
    return Marks(
        lane=np.full(count, lane, np.intp),
        start=start,
        end=end,
        anchor=(start + end) / 2,
        dot=np.full(count, np.nan),
        label=np.full(count, label),
        point=np.array(point, bool),
        open_left=never,
        open_right=never,
    )


def placed(panel):
    return [each for band in panel.bands for each in band.marks]


def marks_of_spans(spans, label):
    """Marks of (lane, first day, length), each with a label of the same width."""
    lane = np.array([each[0] for each in spans], np.intp)
    start = np.array([each[1] for each in spans], float)
    end = start + np.array([each[2] for each in spans], float)
    never = np.zeros(len(spans), bool)
    return Marks(
        lane,
        start,
        end,
        (start + end) / 2,
        np.full(len(spans), np.nan),
        np.full(len(spans), label),
        end == start,
        never,
        never,
    )


def test_a_lone_mark_has_its_dot_in_the_middle_and_its_label_to_the_right():
    (only,) = placed(one_panel(marks(50), SHEET, 0, 101))
    assert (only.x0 + only.x1) / 2 == pytest.approx(250)
    assert only.x1 - only.x0 == 2 * SHEET.mark
    assert (only.side, only.label_x) == (Side.RIGHT, pytest.approx(only.x1 + SHEET.label_gap))


@pytest.mark.parametrize(
    ("day", "label", "side", "width"),
    [
        (10, 100.0, Side.RIGHT, 100.0),
        (95, 100.0, Side.LEFT, 100.0),
        ((10, 90), 100.0, Side.INSIDE, 100.0),
        # No room on either side: the wider one, and shortened.
        (40, 900.0, Side.RIGHT, None),
        (60, 900.0, Side.LEFT, None),
        ((20, 80), 900.0, Side.INSIDE, None),
    ],
)
def test_a_label_stands_where_there_is_room(day, label, side, width):
    (only,) = placed(one_panel(marks(day, label=label), SHEET, 0, 100))
    assert only.side is side
    assert only.label_width == (width or pytest.approx(only.label_width))
    assert only.label_x >= 0
    assert only.label_x + only.label_width <= SHEET.width + 1e-6


@pytest.mark.parametrize(
    ("dot", "side", "beside"),
    [
        (np.nan, Side.INSIDE, "inside"),
        (20, Side.INSIDE, "right"),
        (80, Side.INSIDE, "left"),
        (-np.inf, Side.INSIDE, "right"),
    ],
)
def test_a_label_inside_a_bar_keeps_clear_of_its_dot(dot, side, beside):
    bar = replace(marks((10, 90), label=250.0), dot=np.array([float(dot)]))
    (only,) = placed(one_panel(bar, SHEET, 0, 100))
    assert only.side is side
    middle = max(dot * 5, only.x0 + SHEET.mark) if beside != "inside" else None
    if beside == "right":
        assert only.label_x >= middle + SHEET.mark
    elif beside == "left":
        assert only.label_x + only.label_width <= middle - SHEET.mark


def test_a_label_that_its_dot_leaves_no_room_stands_beside_the_bar():
    bar = replace(marks((40, 60), label=80.0), dot=np.array([50.0]))
    (only,) = placed(one_panel(bar, SHEET, 0, 100))
    assert only.side is Side.RIGHT


def test_open_ends_reach_a_little_further_and_never_off_the_sheet():
    events = [
        Event("a", "A", Passage("x", 0, 1), (Passage("x", 0, 1),), when=when_between(None, 100)),
        Event("b", "B", Passage("x", 2, 3), (Passage("x", 2, 3),), when=when_between(100, None)),
        Event("c", "C", Passage("x", 4, 5), (Passage("x", 4, 5),), when=when_day(100)),
    ]
    columns = columns_of(events, [Lane("all", "All", 0, "none")])
    for first, last in ((50, 150), (100, 101), (99, 104)):
        for each in placed(one_panel(marks_of(columns), SHEET, first, last)):
            assert 0 <= each.x0 < each.x1 <= SHEET.width
            assert each.x1 - each.x0 >= 2 * SHEET.mark - 1e-6


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(-50, 150), st.integers(0, 60)), min_size=1, max_size=60),
    st.floats(5, 400),
)
def test_nothing_in_a_row_touches_and_every_mark_stands_once(spans, label):
    spans = sorted(spans)
    those = marks_of_spans(spans, label)
    panel = one_panel(those, SHEET, 0.0, 100.0)
    assert sorted(each.mark for each in placed(panel)) == list(range(len(spans)))
    for band in panel.bands:
        rows: dict[int, list[tuple[float, float]]] = {}
        for each in band.marks:
            low, high = min(each.x0, each.label_x), max(each.x1, each.label_x + each.label_width)
            assert low >= -1e-6
            assert high <= SHEET.width + 1e-6
            assert band.top + SHEET.lane_title + (each.row + 1) * SHEET.row <= band.top + band.height
            rows.setdefault(each.row, []).append((low, high))
        for taken in rows.values():
            assert all(before[1] <= after[0] + 1e-6 for before, after in pairwise(sorted(taken)))


def test_lanes_follow_one_another_without_a_gap():
    many = [marks(10, 20, 30, lane=number) for number in range(3)]
    together = Marks(*(np.concatenate([getattr(each, name) for each in many]) for name in Marks.__slots__))
    panel = one_panel(together, SHEET, 0, 100)
    assert [band.lane for band in panel.bands] == [0, 1, 2]
    assert all(one.top + one.height == other.top for one, other in pairwise(panel.bands))
    assert panel.height == pytest.approx(panel.bands[-1].top + panel.bands[-1].height)


def test_no_marks_make_an_empty_panel():
    panel = one_panel(marks(), SHEET, 0, 100)
    assert panel.bands == ()
    assert panel.height == 0
    assert math.isfinite(panel.height)

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.test_panels import marks, marks_of_spans
from timeline_app.layout.pages import lay_out_sheets
from timeline_app.layout.panels import Marks, Sheet

SHEET = Sheet(500.0, 700.0)


def joined(*parts):
    return Marks(*(np.concatenate([getattr(each, name) for each in parts]) for name in Marks.__slots__))


def shown(placed):
    return [each.mark for panel in placed for band in panel.panel.bands for each in band.marks]


def test_few_marks_go_on_one_sheet_with_the_range_asked_for():
    (only,) = lay_out_sheets(marks(10, 20, 30), SHEET, 0, 100)
    assert (only.sheet, only.top, only.panel.first, only.panel.last) == (0, 0, 0, 100)


def test_nothing_at_all_is_one_empty_panel():
    (only,) = lay_out_sheets(marks(), SHEET, 0, 100)
    assert only.panel.bands == ()


def test_a_crowd_far_from_the_rest_gets_an_axis_of_its_own_below():
    few, crowd = marks(0, 4000), marks(*(12_000 + 3 * number for number in range(12)))
    placed = lay_out_sheets(joined(few, crowd), SHEET, -100, 12_200)
    assert [each.sheet for each in placed] == [0, 0]
    assert [sorted(shown([each])) for each in placed] == [[0, 1], list(range(2, 14))]
    early, late = (each.panel for each in placed)
    assert early.last < late.first
    assert late.last - late.first < 60
    assert placed[1].top > SHEET.axis + early.height


def test_a_crowd_on_one_single_day_cannot_be_parted():
    placed = lay_out_sheets(marks(*[50] * 30), SHEET, 0, 100)
    assert len(placed) == 1
    assert len(shown(placed)) == 30


def test_many_marks_fill_sheet_after_sheet():
    placed = lay_out_sheets(marks(*range(0, 1000, 2)), SHEET, 0, 1000)
    sheets = [each.sheet for each in placed]
    assert sheets == sorted(sheets)
    assert len(set(sheets)) > 3
    room = [sum(SHEET.axis + each.panel.height for each in placed if each.sheet == number) for number in set(sheets)]
    assert all(used <= SHEET.height for used in room)
    assert sorted(room)[len(room) // 2] > 0.6 * SHEET.height


def test_a_day_too_full_for_a_sheet_continues_on_the_next():
    placed = lay_out_sheets(marks(*[50] * 120, label=400.0), SHEET, 0, 100)
    assert len(placed) > 1
    assert [each.panel.continued for each in placed] == [False] + [True] * (len(placed) - 1)
    assert {band.continued for each in placed[1:] for band in each.panel.bands} == {True}
    assert sorted(shown(placed)) == list(range(120))


def test_lanes_of_a_panel_may_begin_on_a_sheet_that_has_room():
    few = marks(0, 4000)
    crowd = [marks(*(12_000 + 3 * number for number in range(9)), lane=lane, label=200.0) for lane in range(4)]
    low = Sheet(500.0, 420.0)
    placed = lay_out_sheets(joined(few, *crowd), low, -100, 12_200)
    assert [each.sheet for each in placed][:2] == [0, 0]
    assert placed[2].panel.continued
    assert placed[2].panel.bands[0].top == 0
    assert (placed[1].panel.first, placed[1].panel.last) == (placed[2].panel.first, placed[2].panel.last)


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(-5000, 5000), st.integers(0, 400)), min_size=1, max_size=150),
    st.floats(20, 300),
    st.sampled_from([(500.0, 700.0), (760.0, 420.0), (300.0, 200.0)]),
)
def test_every_mark_stands_on_just_one_sheet_and_within_it(spans, label, size):
    those = marks_of_spans(spans, label)
    sheet = Sheet(*size)
    placed = lay_out_sheets(those, sheet, -5100, 5500)
    assert sorted(shown(placed)) == list(range(len(spans)))
    for each in placed:
        assert -5100 <= each.panel.first < each.panel.last <= 5500
        assert each.top + sheet.axis + each.panel.height <= sheet.height + 1e-6
        for band in each.panel.bands:
            assert all(0 <= mark.x0 < mark.x1 <= sheet.width for mark in band.marks)
    assert all(one.sheet <= other.sheet for one, other in pairwise(placed))
    assert placed[-1].sheet == len({each.sheet for each in placed}) - 1


@pytest.mark.parametrize("count", [3000])
def test_thousands_of_marks_take_seconds_at_most(count):
    spread = np.random.default_rng(1).normal(0, 200, count).tolist()
    assert len(shown(lay_out_sheets(marks(*spread), SHEET, -1000, 1000))) == count

"""Labels get the room beside them, never over another, and panning changes none of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.layout.made import event, lanes, many, on
from tests.layout.test_frame import frame_of
from timeline_app.layout.columns import columns_of

LONG = "The council of ministers decides to close the last of the mines " * 2


def widths(columns, first, last):
    marks = frame_of(columns, first, last).marks
    return dict(zip(columns.event[marks.row].tolist(), marks.label_width.tolist(), strict=True))


def test_a_label_alone_has_all_its_words():
    columns = columns_of([event(1, on(100), "lane0", title=LONG[:60])], lanes(1))
    assert columns.title_width[0] > columns.label_width[0] == 300
    assert widths(columns, 90, 180) == {0: pytest.approx(columns.title_width[0])}


def test_no_label_is_wider_than_twice_its_room():
    columns = columns_of([event(1, on(100), "lane0", title=LONG)], lanes(1))
    assert widths(columns, 90, 180) == {0: 600}


def test_the_edge_of_the_view_leaves_a_label_what_its_room_would_show():
    columns = columns_of([event(1, on(100), "lane0", title=LONG)], lanes(1))
    marks = frame_of(columns, 60, 110).marks
    assert 300 <= marks.label_width[0] < 600


@pytest.mark.parametrize("seed", range(4))
def test_wider_labels_overlap_nothing_and_stay_as_they_are_when_panned(seed):
    columns = many(400, seed=seed, lane_count=2)
    columns = replace(columns, title_width=(columns.label_width * 3).astype(np.float32))
    first = float(columns.start.min())
    seen = {}
    for step in range(12):
        begin = first + step * 40.0
        frame = frame_of(columns, begin, begin + 400)
        marks = frame.marks
        named = ~np.isnan(marks.label_x) & ~marks.inside
        assert (marks.label_width[named] >= columns.label_width[marks.row[named]] - 0.01).all()
        low = np.fmin(np.fmin(marks.left, marks.dot - 6), marks.label_x)
        high = np.fmax(np.fmax(marks.right, marks.dot + 6), marks.label_x + marks.label_width)
        order = np.lexsort((low, marks.y))
        same = marks.y[order][1:] == marks.y[order][:-1]
        assert not (same & (low[order][1:] < high[order][:-1] - 0.5)).any()
        whole = named & (low > 40) & (high < frame.width - 40)
        for row, width in zip(marks.row[whole].tolist(), marks.label_width[whole].tolist(), strict=True):
            assert seen.setdefault(row, width) == pytest.approx(width)
    assert any(width > columns.label_width[row] + 1 for row, width in seen.items())

import numpy as np

from tests.layout.made import after, before, event, from_to, lanes, on, within
from tests.layout.test_frame import frame_of
from timeline_app.layout.columns import columns_of
from timeline_app.layout.marks import Marks, joined


def test_each_kind_of_date_has_its_shape():
    events = [
        event(1, on(100), "lane0"), event(2, from_to(100, 130), "lane1"), event(3, within(100, 130), "lane2"),
        event(4, before(130), "lane3"), event(5, after(100), "lane4"),
    ]  # fmt: skip
    marks = frame_of(columns_of(events, lanes(5)), 60, 180).marks
    assert marks.bar.tolist() == [False, True, True, True, True]
    assert np.isnan(marks.dot).tolist() == [False, True, True, True, True]
    assert (marks.fade_left > 0).tolist() == [False, False, True, True, False]
    assert (marks.fade_right > 0).tolist() == [False, False, True, False, True]
    assert marks.right[3] - marks.left[3] >= 110


def test_a_wide_day_gets_a_band_and_its_label_stays_at_the_dot():
    columns = columns_of([event(1, on(100), "lane0")], lanes(1))
    near, far = frame_of(columns, 95, 106).marks, frame_of(columns, 60, 140).marks
    assert (near.bar[0], far.bar[0]) == (True, False)
    assert near.label_x[0] - near.dot[0] == far.label_x[0] - far.dot[0]
    inside = frame_of(columns, 100.7, 100.9).marks
    assert 0 <= inside.label_x[0] < 30


def test_a_label_inside_a_bar_stays_in_view():
    columns = columns_of([event(1, from_to(100, 500), "lane0", title="Long")], lanes(1))
    whole = frame_of(columns, 50, 600).marks
    assert whole.inside[0]
    cut = frame_of(columns, 450, 480).marks
    assert 0 < cut.label_x[0] < 900 - cut.label_width[0]


def test_marks_of_several_parts_are_joined_in_their_order():
    columns = columns_of([event(1, on(10), "lane0"), event(2, from_to(12, 15), "lane0")], lanes(1))
    marks = frame_of(columns, 0, 20).marks
    parts = [marks.some(np.array(which)) for which in ([False, True], [True, False])]
    assert len(marks) == 2
    for name in Marks.__dataclass_fields__:
        assert np.array_equal(
            getattr(joined(parts), name), getattr(marks, name)[::-1], equal_nan=name not in {"bar", "inside"}
        )
    assert joined([marks]) is marks

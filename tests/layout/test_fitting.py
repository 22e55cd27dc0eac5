import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.made import event, from_to, known, lanes, many, on
from timeline_app.layout.arrangement import arrange, fitting_range
from timeline_app.layout.columns import columns_of
from timeline_app.layout.fitting import FIT_MARGIN, label_sides, main_stretch, whole_stretch
from timeline_app.layout.frame import lay_out
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.scale import TimeScale


def first_picture(columns, width=700.0):
    arrangement = arrange(columns, lanes(columns.lanes), width=width)
    first, last = known(fitting_range(arrangement, width, most=True))
    return lay_out(arrangement, TimeScale(first, last, width), 2000)


@settings(max_examples=30)
@given(st.integers(0, 3000), st.integers(1, 300), st.sampled_from([560.0, 700.0, 1300.0]))
def test_no_label_of_the_main_stretch_is_cut_off_at_first(seed, count, width):
    columns = many(count, seed=seed)
    frame = first_picture(columns, width)
    first, last = known(main_stretch(columns))
    marks, boxes = frame.marks, frame.arrangement.boxes
    anchors = columns.anchor[marks.row]
    inside = (anchors >= first) & (anchors <= last)
    left, right = boxes.sides(marks.row, frame.scale.days_per_pixel)
    narrow = (right - left) / frame.scale.days_per_pixel < width / 2 - FIT_MARGIN
    shown = inside & narrow & ~np.isnan(marks.label_x)
    assert (marks.label_x[shown] >= 0).all()
    assert ((marks.label_x + marks.label_width)[shown] <= width).all()


def test_labels_at_the_right_end_stand_left_of_their_marks():
    columns = columns_of([event(1, on(100), "lane0"), event(2, on(400), "lane0", title="The last of all")], lanes(1))
    sides = label_sides(columns, Metrics(), 700.0)
    assert sides.leftward.tolist() == [False, True]
    marks = first_picture(columns).marks
    assert marks.label_x[0] > marks.dot[0]
    assert marks.label_x[1] + marks.label_width[1] < marks.dot[1]


def test_crowded_labels_turn_to_the_free_side():
    days = {100: 0.5, 300: 0.3, 330: 0.9, 600: 0.5}
    events = [event(day, on(day), "lane0", title="Some words", importance=rank) for day, rank in days.items()]
    columns = columns_of(events, lanes(1))
    assert arrange(columns, lanes(1), width=900.0, rows=1).levels.leftward.tolist() == [False, True, False, True]


def test_one_date_of_another_century_does_not_press_all_others_together():
    columns = columns_of(
        [event(n, on(730_000 + n), "lane0") for n in range(60)] + [event(99, on(1), "lane0")], lanes(1)
    )
    assert known(main_stretch(columns))[0] > 729_000
    assert known(whole_stretch(columns))[0] == 1


def test_a_long_bar_does_not_widen_what_is_shown_first():
    columns = columns_of(
        [event(n, on(730_000 + n), "lane0") for n in range(60)] + [event(99, from_to(730_010, 790_000), "lane0")],
        lanes(1),
    )
    first, last = known(main_stretch(columns))
    assert last - first < 400


def test_nothing_and_one():
    assert main_stretch(many(0)) is None
    assert whole_stretch(many(0)) is None
    first, last = known(main_stretch(columns_of([event(1, on(100), "lane0")], lanes(1))))
    assert (first, last) == pytest.approx((85.5, 115.5))

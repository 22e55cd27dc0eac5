import numpy as np

from tests.layout.made import after, before, event, from_to, many, on, within
from timeline_app.layout.columns import (
    BOLD,
    CHECKED,
    CONFLICT,
    FACTUALITIES,
    OPEN_LEFT,
    POINT,
    STATEMENT,
    columns_of,
    from_arrays,
    ranges,
    tail_of,
)
from timeline_app.layout.lanes import Lane, lanes_by
from timeline_app.model import Claim, Factuality, Passage

LANES = [Lane("a", "A", 0), Lane("b", "B", 1)]


def test_one_row_in_each_lane_of_an_event_and_none_without_a_place():
    events = [event(1, on(10), "a", "b"), event(2, None, "a"), event(3, on(5), "b"), event(4, on(5), "c")]
    columns = columns_of(events, LANES)
    assert [columns.ids[number] for number in columns.event] == ["e1", "e3", "e1"]
    assert columns.lane.tolist() == [0, 1, 1]
    assert columns.lane_offsets.tolist() == [0, 1, 3]
    assert columns.rows_of("e1") == [0, 2]
    assert columns.rows_of("e4") == columns.rows_of("nobody") == []


def test_an_event_in_no_lane_goes_to_the_others():
    columns = columns_of([event(1, on(10), "c")], [*LANES, Lane("", "Everything else", -1)])
    assert columns.lane.tolist() == [2]


def test_what_is_known_of_an_event_is_in_its_flags():
    told = Passage("article", 3, 4)
    events = [
        event(1, on(10), "a", statement=True),
        event(2, before(20), "a", claims=(Claim("date", "", told),)),
        event(3, within(30, 40), "a", factuality=Factuality.DENIED, importance=0.99),
    ]
    columns = columns_of(events, LANES, checked={"e2"})
    assert columns.flags.tolist() == [POINT | STATEMENT, CHECKED | CONFLICT | OPEN_LEFT, BOLD]
    assert FACTUALITIES[columns.factuality[2]] is Factuality.DENIED
    assert np.isnan(columns.best[1])


def test_an_event_that_contradicts_what_is_told_of_another_is_marked():
    events = [event(1, on(10), "a"), event(2, on(20), "a")]
    columns = columns_of(events, LANES, conflicts={"e2"})
    assert [bool(flags & CONFLICT) for flags in columns.flags] == [False, True]


def test_the_label_has_room_for_which_way_it_is_open():
    events = [event(1, before(20), "a"), event(2, on(20), "a"), event(3, after(20), "a")]
    columns = columns_of(events, LANES, measure=lambda text, _bold: len(text))
    assert sorted(columns.label_width.tolist()) == [7, 15, 16]
    assert [tail_of(int(flag)) for flag in columns.flags].count(" ‹ before") == 1


def test_alike_events_are_none_of_them_bold():
    columns = columns_of([event(number, on(number), "a", importance=0.9) for number in range(9)], LANES)
    assert not (columns.flags & BOLD).any()


def test_arrays_are_sorted_by_lane_and_start():
    columns = from_arrays(
        lane=np.array([1, 0, 1, 0]), start=np.array([4.0, 9.0, -3e6, 2.0]), end=np.array([5.0, 9.0, 1.0, 3.0]),
        ids=list("wxyz"), title=str, lanes=3,
    )  # fmt: skip
    assert "".join(columns.ids[number] for number in columns.event) == "zxyw"
    assert columns.span() == (-3e6, 9.0)
    assert columns.lane_offsets.tolist() == [0, 2, 4, 4]


def test_nothing_at_all():
    columns = columns_of([], lanes_by("actor", []))
    assert len(columns) == 0
    assert columns.span() is None


def test_spans_keep_their_length():
    columns = columns_of([event(1, from_to(10, 19), "a")], LANES)
    assert (columns.start[0], columns.end[0]) == (10, 20)


def test_ranges():
    assert ranges(np.array([3, 5, 9]), np.array([5, 5, 12])).tolist() == [3, 4, 9, 10, 11]


def test_some_of_the_rows():
    columns = many(300)
    rows = np.arange(0, 300, 7, dtype=np.int32)
    some = columns.some(rows)
    assert len(some) == len(rows)
    assert (some.start == columns.start[rows]).all()
    for lane in range(columns.lanes):
        assert (some.lane[some.lane_offsets[lane] : some.lane_offsets[lane + 1]] == lane).all()
    assert some.lane_offsets[-1] == len(rows)

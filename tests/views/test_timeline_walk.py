from tests.layout.made import many
from timeline_app.views.timeline_walk import nearest_in_lane, neighbour_in_lane, neighbour_lane, outermost


def test_a_walk_along_a_lane_meets_every_event_once():
    columns = many(50, lane_count=2)
    met = [int(columns.lane_offsets[1])]
    while (after := neighbour_in_lane(columns, met[-1], 1)) is not None:
        met.append(after)
    assert met == list(range(int(columns.lane_offsets[1]), 50))
    assert neighbour_in_lane(columns, met[0], -1) is None


def test_the_lane_below_gives_the_nearest_in_time():
    columns = many(50, lane_count=2)
    row = neighbour_lane(columns, 3, 1)
    assert row is not None
    assert columns.lane[row] == 1
    assert row == nearest_in_lane(columns, 1, float(columns.anchor[3]))
    assert neighbour_lane(columns, row, 1) is None


def test_first_and_last():
    columns = many(50)
    first, last = outermost(columns, last=False), outermost(columns, last=True)
    assert columns.start[first] == columns.start.min()
    assert columns.start[last] == columns.start.max()
    assert outermost(many(0), last=True) is None
    assert nearest_in_lane(many(0), 0, 1.0) is None

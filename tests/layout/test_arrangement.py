from tests.layout.made import after, event, known, lanes, many, on
from timeline_app.layout.arrangement import arrange, fitting_range
from timeline_app.layout.columns import columns_of
from timeline_app.layout.lanes import Lane
from timeline_app.layout.scale import TimeScale


def test_everything_fits_with_the_labels_at_the_right_end():
    columns = many(30, days=900)
    arrangement = arrange(columns, lanes(3), width=1200)
    first, last = known(fitting_range(arrangement, 1200))
    scale = TimeScale(first, last, 1200)
    low, high = known(columns.span())
    assert 0 < scale.x_of(low) < scale.x_of(high) < 1200
    level = arrangement.levels.at(scale.days_per_pixel)
    for track in level.tracks:
        _, right = arrangement.boxes.sides(track, scale.days_per_pixel)
        assert not len(track) or scale.x_of(right.max()) <= 1200 + 1


def test_one_day_gets_surroundings():
    arrangement = arrange(columns_of([event(1, on(738_000), "a")], [Lane("a", "A", 0)]), [Lane("a", "A", 0)])
    first, last = known(fitting_range(arrangement, 900))
    assert first < 738_000 < last
    assert last - first >= 30


def test_nothing_has_no_range():
    assert fitting_range(arrange(many(0), lanes(3)), 900) is None


def test_open_dates_are_in_view_with_their_fading_ends():
    lane = [Lane("a", "A", 0)]
    arrangement = arrange(columns_of([event(1, after(738_000), "a"), event(2, on(738_300), "a")], lane), lane)
    first, last = known(fitting_range(arrangement, 900))
    assert first < 738_000
    assert last > 738_301


def test_pictures_come_before_all_labels_are_placed():
    columns, early = many(4000, lane_count=4), []
    whole = arrange(columns, lanes(4), width=900, rows=3, halfway=early.append)
    first = early[0]
    assert first.main == whole.main
    assert first.columns is columns
    at_first = first.levels.at((first.main[1] - first.main[0]) / 900)
    assert at_first.placed.sum() > 20
    for track in at_first.tracks:
        left, right = first.boxes.sides(track, at_first.days_per_pixel)
        same = columns.lane[track[1:]] == columns.lane[track[:-1]]
        assert not (same & (left[1:] < right[:-1] - 1e-6)).any()
    assert at_first.placed.sum() >= 0.8 * whole.levels.at(at_first.days_per_pixel).placed.sum()

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.made import known, lanes, many
from timeline_app.layout.arrangement import arrange
from timeline_app.layout.clusters import BORDER, cluster, short_count
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.ticks import approximate_width
from timeline_app.model.calendar import day_number

FIRST = day_number(2000)


def clusters_of(columns, scale, rows=3):
    arrangement = arrange(columns, lanes(columns.lanes), rows=rows)
    number = arrangement.levels.number_at(scale.days_per_pixel)
    shown = np.arange(columns.lanes, dtype=np.int32)
    found = cluster(columns, arrangement.levels, number, shown, scale, arrangement.metrics, approximate_width)
    return arrangement, number, found


@settings(max_examples=25)
@given(st.integers(0, 3000), st.floats(0.01, 3), st.floats(0, 0.9))
def test_every_event_is_either_placed_or_counted(seed, share, begin):
    columns = many(900, seed=seed)
    first, last = known(columns.span())
    scale = TimeScale(first + (last - first) * begin, first + (last - first) * (begin + share), 900)
    arrangement, number, found = clusters_of(columns, scale)
    cell = 2.0 ** np.ceil(np.log2(arrangement.metrics.cluster_cell * scale.days_per_pixel))
    low = np.floor(scale.first / cell) * cell
    high = (np.floor(scale.last / cell) + 1) * cell
    waiting = (columns.start >= low) & (columns.start < high) & (arrangement.levels.since > number)
    assert found.count.sum() + len(found.singles) == waiting.sum()


@settings(max_examples=25)
@given(st.integers(0, 3000), st.floats(0.005, 2))
def test_marks_with_numbers_do_not_overlap(seed, share):
    columns = many(900, seed=seed)
    first, last = known(columns.span())
    _, _, found = clusters_of(columns, TimeScale(first, first + (last - first) * share, 900))
    for lane in range(columns.lanes):
        mine = found.lane == lane
        order = np.argsort(found.left[mine])
        left, right = found.left[mine][order], found.right[mine][order]
        assert (left[1:] >= right[:-1] + BORDER).all()


def test_panning_changes_no_number():
    columns = many(900)
    scale = TimeScale(FIRST + 100.0, FIRST + 1100.0, 900)
    _, _, here = clusters_of(columns, scale)
    _, _, there = clusters_of(columns, scale.panned(33))
    inside = _places(here, 33, (200, 600))
    moved = _places(there, 0, (0, 900))
    near = {(lane, left + shift, count) for lane, left, count in moved for shift in (-1, 0, 1)}
    assert inside
    assert inside <= near


def _places(found, shift, between):
    """Lane, left side and number of the marks between two pixels, moved left."""
    places = zip(found.lane.tolist(), found.left.tolist(), found.count.tolist(), strict=True)
    return {(lane, round(left - shift), count) for lane, left, count in places if between[0] < left < between[1]}


def test_one_alone_is_no_cluster():
    columns = many(30, lane_count=1, days=4000)
    _, _, found = clusters_of(columns, TimeScale(FIRST, FIRST + 4000, 900), rows=1)
    assert len(found.singles)
    assert (found.count > 1).all()


@pytest.mark.parametrize(
    ("count", "words"), [(7, "7"), (950, "950"), (1234, "1.2k"), (9960, "10k"), (34_567, "35k"), (1_420_000, "1.4M")]
)
def test_short_counts(count, words):
    assert short_count(count) == words

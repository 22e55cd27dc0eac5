import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.made import many
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.placing import LabelSides, Placing


def placed(count=300, seed=0, rows=3, scales=(3.0, 1.0, 0.3), sides=None):
    columns = many(count, seed=seed)
    placing = Placing(columns, Metrics(), rows, sides)
    for scale in scales:
        placing.add(scale, rounds=4)
    return columns, placing


@settings(max_examples=25)
@given(st.integers(0, 2000), st.integers(1, 4))
def test_what_is_placed_is_counted_and_disjoint(seed, rows):
    columns, placing = placed(seed=seed, rows=rows)
    tracks = placing.tracks()
    assert placing.placed() == sum(map(len, tracks)) == int(placing.counts().sum())
    assert len(np.unique(np.concatenate(tracks))) == placing.placed()
    for track in tracks:
        left, right = placing.boxes.sides(track, 0.3)
        same = columns.lane[track[1:]] == columns.lane[track[:-1]]
        assert not (same & (left[1:] < right[:-1] - 1e-6)).any()


@settings(max_examples=15)
@given(st.integers(0, 2000))
def test_whatever_fits_is_looked_at(seed):
    """Waiting until there can be room leaves out nothing that has room."""
    columns, placing = placed(seed=seed, scales=(3.0, 1.1))
    waiting = np.flatnonzero(~np.isin(np.arange(len(columns)), np.concatenate(placing.tracks()))).astype(np.int32)
    for scale in (0.9, 0.3, 0.05):
        left, right = placing.boxes.sides(waiting, scale)
        fits = np.zeros(len(waiting), bool)
        for track in placing.tracks():
            low, high = placing.boxes.sides(track, scale)
            overlaps = (left[:, None] < high) & (right[:, None] > low)
            overlaps &= columns.lane[waiting][:, None] == columns.lane[track]
            fits |= ~overlaps.any(axis=1)
        assert (placing._until_any[waiting[fits]] >= scale * 0.999).all()


def test_labels_that_may_not_turn_stay_on_their_side():
    fixed = LabelSides(np.zeros(300, bool), np.zeros(300, bool))
    _, placing = placed(sides=fixed)
    assert not placing.boxes.leftward.any()
    _, free = placed()
    assert free.boxes.leftward.any()
    assert free.placed() > placing.placed()


def test_what_overlaps_at_every_scale_is_waited_for_no_longer():
    columns, placing = placed(rows=1, scales=(3.0, 0.5, 0.05, 0.005, 0.0005, 0.00005))
    assert placing.waiting < 0.05 * len(columns)

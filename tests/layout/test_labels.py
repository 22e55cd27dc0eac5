from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.made import many
from timeline_app.layout.boxes import Boxes
from timeline_app.layout.columns import from_arrays
from timeline_app.layout.labels import NEVER, place_labels
from timeline_app.layout.metrics import Metrics

METRICS = Metrics()


def placed(columns, *, rows=3, base=3.0, octaves=None):
    return place_labels(columns, METRICS, rows=rows, base=base, octaves=octaves)


@settings(max_examples=25)
@given(st.integers(0, 120), st.integers(0, 10_000), st.integers(1, 4), st.booleans())
def test_no_boxes_overlap_at_any_level(count, seed, rows, whole):
    columns = many(count, seed=seed, whole=whole)
    levels = placed(columns, rows=rows)
    boxes = Boxes(columns, METRICS, levels.leftward)
    for level in levels.levels:
        for track in level.tracks:
            left, right = boxes.sides(track, level.days_per_pixel)
            same = columns.lane[track[1:]] == columns.lane[track[:-1]]
            assert not (same & (left[1:] < right[:-1] - 1e-6)).any()


@settings(max_examples=25)
@given(st.integers(1, 120), st.integers(0, 10_000))
def test_zooming_in_only_adds_and_moves_nothing(count, seed):
    columns = many(count, seed=seed)
    levels = placed(columns).levels
    scales = [level.days_per_pixel for level in levels]
    assert scales == sorted(scales, reverse=True)
    for coarse, fine in pairwise(levels):
        for number, track in enumerate(coarse.tracks):
            assert set(track.tolist()) <= set(fine.tracks[number].tolist())


@given(st.integers(0, 10_000), st.floats(1e-4, 1e4), st.floats(1.01, 30))
@settings(max_examples=40)
def test_boxes_shrink_into_themselves(seed, scale, factor):
    boxes = Boxes(many(40, seed=seed), METRICS, np.arange(40) % 2 == 0)
    left, right = boxes.sides(np.arange(40), scale * factor)
    inner_left, inner_right = boxes.sides(np.arange(40), scale)
    assert (left <= inner_left + 1e-6).all()
    assert (inner_right <= right + 1e-6).all()


def test_all_that_can_come_apart_is_placed_in_the_end():
    columns = many(200, days=20_000)
    assert (placed(columns, base=20.0).since < NEVER).mean() > 0.97


def test_what_can_never_come_apart_stays_counted():
    columns = from_arrays(
        lane=np.zeros(50), start=np.full(50, 7.0), end=np.full(50, 8.0), ids=[str(n) for n in range(50)], title=str,
        lanes=1, importance=np.arange(50) / 50,
    )  # fmt: skip
    levels = placed(columns, rows=4)
    shown = np.flatnonzero(levels.since < NEVER)
    assert len(shown) == 4
    assert sorted(columns.importance[shown].tolist()) == pytest.approx([0.92, 0.94, 0.96, 0.98])


def test_the_most_important_keep_their_labels_farthest_out():
    columns = many(300, lane_count=1)
    levels = placed(columns, rows=1)
    best = int(np.argmax(columns.importance))
    assert levels.since[best] == levels.since.min()


def test_lanes_are_packed_flat_where_everything_is_in_view():
    start = np.array([0.0, 100, 200, 300, 400])
    columns = from_arrays(
        lane=np.zeros(5), start=start, end=start, ids="abcde", title=str, lanes=1, label_width=80.0,
        importance=np.array([0.1, 0.9, 0.2, 0.8, 0.3]),
    )  # fmt: skip
    level = placed(columns, rows=5, base=0.5).at(0.5)
    assert level.rows_used.tolist() == [1]
    assert level.placed.tolist() == [5]


def test_the_level_of_a_scale_is_the_finest_whose_boxes_are_disjoint():
    levels = placed(many(100))
    for scale in (1e9, 3.0, 2.0, 0.5, 1e-9):
        chosen = levels.at(scale)
        assert chosen is levels.levels[0] or chosen.days_per_pixel >= scale
        finer = levels.number_at(scale) + 1
        assert finer == len(levels.levels) or levels.levels[finer].days_per_pixel < scale


def test_a_quick_first_picture_is_a_part_of_the_whole():
    columns = many(400)
    firsts = []
    whole = place_labels(columns, METRICS, rows=3, base=3.0, halfway=firsts.append)
    (quick,) = firsts
    for level in quick.levels:
        assert level.placed.tolist() == whole.at(level.days_per_pixel).placed.tolist()


def test_levels_hold_nearly_as_many_labels_as_a_placement_for_one_scale_alone():
    columns = many(2000, days=20_000)
    levels = placed(columns, base=20.0)
    for scale in (11.0, 4.3, 1.7, 0.6):
        alone = placed(columns, base=scale, octaves=0).at(scale)
        assert levels.at(scale).placed.sum() >= 0.85 * alone.placed.sum()

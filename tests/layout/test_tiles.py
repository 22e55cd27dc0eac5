from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.tiles import tiles_for, width_over


@given(st.floats(1, 20_000), st.integers(1, 12), st.floats(60, 1200), st.floats(60, 1200), st.floats(0, 50))
def test_every_place_of_the_drawing_is_on_a_sheet(height, columns, width, room, overlap):
    tiles = tiles_for(height, columns, (width, room), overlap)
    assert tiles.whole_width == pytest.approx(width_over(columns, width, overlap))
    assert tiles.whole_height >= height - 1e-6
    for before, after in pairwise(tiles):
        if before.row == after.row:
            assert before.left + width - overlap == pytest.approx(after.left)
        else:
            assert before.top + room - overlap == pytest.approx(after.top)
    assert tiles[len(tiles) - 1].left + width == pytest.approx(tiles.whole_width)


def test_no_row_is_empty():
    tiles = tiles_for(500.0, 3, (200.0, 260.0), 20.0)
    assert (tiles.rows, tiles.columns, len(tiles)) == (2, 3, 6)
    assert [(one.row, one.column) for one in tiles] == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)]
    with pytest.raises(IndexError):
        tiles[6]


def test_a_sheet_must_be_larger_than_the_overlap():
    with pytest.raises(ValueError, match="no room"):
        tiles_for(500.0, 3, (200.0, 20.0), 20.0)

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.printing.flow import Block, Piece, flow


def lines(count, **more):
    return Block((10.0,) * count, **more)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([], []),
        ([lines(3)], [(0, 0, 0, 3, 0)]),
        ([lines(3), lines(3, gap=5)], [(0, 0, 0, 3, 0), (1, 0, 0, 3, 35)]),
        # Ten lines a page: the gap is left out at the top of the next one.
        ([lines(9), lines(3, gap=5)], [(0, 0, 0, 9, 0), (1, 1, 0, 3, 0)]),
        # A long block is broken, with two lines at least on both pages.
        ([lines(7), lines(6)], [(0, 0, 0, 7, 0), (1, 0, 0, 3, 70), (1, 1, 3, 6, 0)]),
        ([lines(5), lines(6)], [(0, 0, 0, 5, 0), (1, 0, 0, 4, 50), (1, 1, 4, 6, 0)]),
        ([lines(9), lines(6)], [(0, 0, 0, 9, 0), (1, 1, 0, 6, 0)]),
        # A heading goes with what it heads.
        ([lines(8), lines(1, with_next=True), lines(3)], [(0, 0, 0, 8, 0), (1, 1, 0, 1, 0), (2, 1, 0, 3, 10)]),
        # Higher than a page.
        ([lines(25)], [(0, 0, 0, 10, 0), (0, 1, 10, 20, 0), (0, 2, 20, 25, 0)]),
    ],
)
def test_lines_go_where_a_reader_wants_them(blocks, expected):
    assert flow(blocks, 100.0) == [Piece(*each) for each in expected]


def test_the_first_page_may_begin_further_down():
    assert flow([lines(3), lines(8)], 100.0, start=40.0)[0].y == 40.0


def test_a_line_higher_than_the_page_stands_alone():
    pieces = flow([lines(2), Block((500.0,)), lines(1)], 100.0)
    assert [(piece.block, piece.page) for piece in pieces] == [(0, 0), (1, 1), (2, 2)]


@given(
    st.lists(
        st.builds(
            Block,
            st.lists(st.floats(5, 30), min_size=1, max_size=14).map(tuple),
            st.floats(0, 20),
            st.booleans(),
        ),
        max_size=30,
    )
)
def test_every_line_stands_once_in_order_and_within_its_page(blocks):
    pieces = flow(blocks, 100.0)
    placed = [(piece.block, line) for piece in pieces for line in range(piece.first, piece.last)]
    assert placed == [(number, line) for number, block in enumerate(blocks) for line in range(len(block.lines))]
    assert all(before.page <= after.page for before, after in pairwise(pieces))
    for piece in pieces:
        assert piece.y + sum(blocks[piece.block].lines[piece.first : piece.last]) <= 100.0 + 1e-6

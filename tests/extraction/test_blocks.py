from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.extraction.blocks import BlockKind, split_blocks

H, D, B = BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.BODY


def blocks(text):
    return [(block.kind, text[block.start : block.end]) for block in split_blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("One sentence only.", [(B, "One sentence only.")]),
        (
            "Bridge falls in storm\nSunday, 3 May 2015\nThe old bridge fell.\nNobody was hurt.",
            [
                (H, "Bridge falls in storm"),
                (D, "Sunday, 3 May 2015"),
                (B, "The old bridge fell."),
                (B, "Nobody was hurt."),
            ],
        ),
        (
            "date 2019-04-02 The council met on Monday.",
            [(D, "date 2019-04-02 "), (B, "The council met on Monday.")],
        ),
        (
            "LISBON (Example News) - The minister resigned.\n\nHe gave no reason.",
            [(D, "LISBON (Example News) - "), (B, "The minister resigned."), (B, "He gave no reason.")],
        ),
        (
            "By Jane Roe and John Doe\n\nThe ship sank.",
            [(D, "By Jane Roe and John Doe"), (B, "The ship sank.")],
        ),
        (
            "A paragraph that somebody broke by hand at the edge of a narrow\nwindow goes on here.",
            [(B, "A paragraph that somebody broke by hand at the edge of a narrow\nwindow goes on here.")],
        ),
    ],
)
def test_headline_dateline_and_paragraphs_are_told_apart(text, expected):
    assert blocks(text) == expected


@given(st.text(alphabet=" ab.AB\n\r,(-0123", max_size=300))
def test_blocks_hold_every_word_once_and_in_order(text):
    found = split_blocks(text)
    assert all(block.start < block.end <= len(text) for block in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    outside = list(text)
    for block in found:
        outside[block.start : block.end] = " " * (block.end - block.start)
    assert not "".join(outside).strip()

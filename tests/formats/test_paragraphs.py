from __future__ import annotations

from timeline_app.formats.paragraphs import join_paragraphs

WRAPPED = [
    "The talks between both sides went on for a third day in the old town",
    "hall of Doha, and the mediators said that they would stay as long as",
    "anybody was willing to sit at the table. Nobody left before midnight",
    "and the lights were still on when the first papers came out on the",
    "street. By the morning a first agreement had been signed, a minister",
    "said, and the second round would be held in Geneva, where prisoners’",
    "families would be heard by the mediators for the first time since it",
    "all began.",
]


def test_an_empty_line_between_paragraphs():
    assert join_paragraphs(["One", "", " ", "Two."]) == "One\n\nTwo."
    assert join_paragraphs([]) == ""


def test_lines_broken_by_hand_stay_lines():
    assert join_paragraphs(WRAPPED) == "\n".join(WRAPPED)


def test_short_paragraphs_are_no_wrapped_lines():
    sentences = [f"This is a paragraph of its own, number {number}, and it ends here." for number in range(20)]
    assert join_paragraphs(sentences) == "\n\n".join(sentences)

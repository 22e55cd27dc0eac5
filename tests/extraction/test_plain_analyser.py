from __future__ import annotations

import pytest

from timeline_app.extraction.blocks import split_blocks
from timeline_app.extraction.plain_analyser import analyse_plainly


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Mr. Roe met Gen. Doe. They talked.", ["Mr. Roe met Gen. Doe.", "They talked."]),
        ("He left the U.S. in 1990. He came back.", ["He left the U.S. in 1990.", "He came back."]),
        ("“Stop!” she said. Nobody did.", ["“Stop!” she said.", "Nobody did."]),
        ("J. R. Roe spoke", ["J. R. Roe spoke"]),
    ],
)
def test_sentences(text, sentences):
    analysis = analyse_plainly(text, split_blocks(text))
    assert [text[s.start : s.end] for s in analysis.sentences] == sentences


def test_words_stand_where_they_stand():
    text = "The U.N.'s 1,200 troops (all of them) left Port-au-Prince at 10:30."
    analysis = analyse_plainly(text, split_blocks(text))
    assert all(text[t.start : t.end] == t.text for t in analysis.tokens)
    assert {"U.N.", "1,200", "Port-au-Prince", "10:30"} <= {t.text for t in analysis.tokens}

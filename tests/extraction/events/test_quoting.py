"""Titles of what is said in somebody's own words, and of what is only told of it."""

from __future__ import annotations

import pytest

from tests.extraction.events.test_finding import event, read


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ('Ann Roy said, "This is a great day."', "said", "Ann Roy says “This is a great day”"),
        ('Ann Roy said: "It is over."', "said", "Ann Roy says “It is over”"),
        ('"We will appeal," said Ann Roy.', "said", "Ann Roy says “We will appeal”"),
        ("“We will appeal”, Ann Roy said on Friday.", "said", "Ann Roy says “We will appeal”"),
        ("`` We will appeal , '' said Ann Roy .", "said", "Ann Roy says “We will appeal”"),
        (
            'Ann Roy wrote on her blog: "The world rarely sees it."',
            "wrote",
            "Ann Roy writes “The world rarely sees it”",
        ),
        ('The plan is "a disgrace", Ann Roy said.', "said", "Ann Roy says plan is disgrace"),
        ('Ann Roy said the plan was "a disgrace for all".', "said", "Ann Roy says plan was disgrace for all"),
    ],
)
def test_own_words_stand_between_marks(analyser, text, word, title):
    assert event(read(analyser, text), word).title == title


def test_a_long_quotation_is_cut_at_a_word(analyser):
    words = "We will not rest until every one of the hostages is back at home with all of their families again"
    title = event(read(analyser, f'"{words}," Ann Roy said on Friday.'), "said").title
    assert title.startswith("Ann Roy says “We will not rest")
    assert title.endswith(" …”")
    assert len(title) <= 90
    assert words.startswith(title.removeprefix("Ann Roy says “").removesuffix(" …”") + " ")

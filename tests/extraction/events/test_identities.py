from __future__ import annotations

import pytest

from tests.extraction.events.test_finding import event, names, read

TOLD_BEFORE_NAMED = [
    (
        "A man shot two people in the market on Friday. Police identified the man as Carlos Medina.",
        "shot",
        "Carlos Medina",
    ),
    ("A judge convicted the firm on Friday. Judge Anna Brandt also set a fine.", "convicted", "Anna Brandt"),
]


@pytest.mark.parametrize(("text", "word", "actor"), TOLD_BEFORE_NAMED)
def test_who_is_named_further_on(analyser, text, word, actor):
    reading = read(analyser, text)
    assert (actor, "agent") in names(reading, event(reading, word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            "A man shot two people on Friday. Police identified one man as Carlos Medina. "
            "They identified the other man as Jorge Silva.",
            "shot",
        ),
        ("Another judge convicted the firm on Friday. Judge Anna Brandt set a fine.", "convicted"),
    ],
)
def test_where_nobody_knows_which_nobody_is_named(analyser, text, word):
    reading = read(analyser, text)
    assert not {role for _, role in names(reading, event(reading, word)) if role == "agent"}


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        # Whose company it is, where the article says whose head he is.
        (
            "Meta Platforms chief executive Mark Zuckerberg spoke on Friday. He said his company bought Instagram.",
            "bought",
            "Meta Platforms",
        ),
        # A thing is called by its noun further on, and "it" by the noun.
        (
            "On Friday, NASA's InSight lander touched down on Mars. The lander sent a probe. It also fired a rocket.",
            "fired",
            "InSight",
        ),
    ],
)
def test_what_a_noun_speaks_of(analyser, text, word, actor):
    reading = read(analyser, text)
    assert actor in {name for name, _ in names(reading, event(reading, word))}

"""Whether a clause speaks of the past or of what is to come."""

import pytest

from timeline_app.extraction.times.context import ends_with, tense

TENSES = [
    ("the minister will resign on ", "", "future"),
    ("the minister resigned on ", "", "past"),
    ("the court is to rule on ", "", "future"),
    ("she said the bank would close in ", "", "future"),
    ("it is scheduled for ", "", "future"),
    ("in ", ", the company brought in a new chief", "past"),
    ("in ", ", the company will close", "future"),
    ("the book that was burned will be shown on ", "", "future"),
    ("guidelines to be published in ", "", "future"),
    ("the united states in ", "", ""),
    ("on ", "", ""),
    ("she may quit in ", "", "future"),
    ("in may and ", "", ""),
]


@pytest.mark.parametrize(("before", "after", "told"), TENSES)
def test_tense(before, after, told):
    assert tense(before, after) == told


def test_words_before():
    assert ends_with("as of ", ("of",))
    assert not ends_with("proof ", ("of",))
    assert ends_with("the end of", ("end of", "in"))

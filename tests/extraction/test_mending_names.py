from __future__ import annotations

import pytest

from tests.extraction.test_mending import heads


@pytest.mark.parametrize(
    ("text", "word", "dep", "verb"),
    [
        ("The army selected Los Angeles based Northrop Grumman on Monday to build it.", "Grumman", "dobj", "selected"),
        ("The London based bank bought Paris based insurer Groupama on Monday.", "Paris", "npadvmod", "based"),
        (
            "The 787 illustrates the differing strategies adopted by Boeing and Airbus whose double-decker A380 first "
            "flew in April 2005.",
            "strategies",
            "dobj",
            "illustrates",
        ),
        (
            "However, Qatar’s history of sheltering Hamas’ political leaders may complicate its image as a mediator.",
            "leaders",
            "dobj",
            "sheltering",
        ),
        ("Ann Roy called podcasting a fad for the radio.", "podcasting", "dobj", "called"),
        ("The flight was delayed, with Qantas due to fly the jet in May 2008.", "due", "amod", "Qantas"),
    ],
)
def test_who_is_based_where_and_whose_it_is(analyser, text, word, dep, verb):
    assert heads(analyser.analyse(text))[word] == (dep, verb)

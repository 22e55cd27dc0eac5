from __future__ import annotations

import pytest

from timeline_app.extraction.events.typography import capital, tidy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("price of $ 3 million", "price of $3 million"),
        ("rise of 5 %", "rise of 5%"),
        ("delivery of the A380 's", "delivery of the A380"),
        ("[a]n inquiry ,", "an inquiry"),
        ("Paris , Texas", "Paris, Texas"),
    ],
)
def test_marks_stand_as_in_print(text, expected):
    assert tidy(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("fire", "Fire"), ("iPhone sold", "iPhone sold"), ("", "")])
def test_capitals(text, expected):
    assert capital(text) == expected

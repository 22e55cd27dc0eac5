"""Lines in title case or in capitals, and texts whose blanks got lost."""

from __future__ import annotations

import pytest

BODY = "\n\nBarack Obama met Angela Merkel in Berlin on Monday. The leaders spoke of trade for two hours."


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("Obama Meets Merkel in Berlin to Speak of Trade", ["Obama", "Merkel", "Berlin"]),
        ("OBAMA MEETS MERKEL TO SPEAK OF TRADE", ["OBAMA", "MERKEL"]),
        ("Obama meets Merkel in Berlin", ["Obama", "Merkel", "Berlin"]),
        ("Leaders Speak of Trade in Germany on Monday", ["Germany"]),
    ],
)
def test_names_of_a_headline(find, headline, names):
    text = headline + BODY
    found = find(text)
    named = [m.passage.of(text) for m in found.mentions if m.passage.end <= len(headline) and m.form == "name"]
    assert named == names


def test_the_best_name_is_not_the_shouted_one(find):
    assert "Barack Obama" in find("OBAMA MEETS MERKEL TO SPEAK OF TRADE" + BODY).names


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("He lives inLondon with his family.", "London", ["London"]),
        ("Google hired staff. Googlestaff met at its headquarters. The staff of Google left.", "Google",
         ["Google", "Google", "Google"]),
        ("Inthe second half England won.", "England", ["England"]),
    ],
)  # fmt: skip
def test_lost_blanks(find, text, name, words):
    found = find(text)
    assert found.words(name) == words
    assert "Inthe" not in found.names

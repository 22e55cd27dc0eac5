"""Set phrases that tell a happening though their verb says little."""

from __future__ import annotations

import pytest

from tests.extraction.events.test_finding import read


@pytest.mark.parametrize(
    ("text", "title", "family"),
    [
        ("Teachers went on strike on Friday.", "Teachers go on strike", "walkout"),
        ("The law came into force on Friday.", "Law comes into force", "approve"),
        ("The ship ran aground on Friday.", "Ship runs aground", "crash"),
        ("The firm went bankrupt in 2009.", "Firm goes bankrupt", "bankrupt"),
        ("The bridge gave way on Friday.", "Bridge gives way", "collapse"),
        ("The prisoner was put to death on Friday.", "Prisoner put to death", "kill"),
        ("Rioters set fire to the bank on Friday.", "Rioters set fire to bank", "burn"),
        ("Rebels took ten tourists hostage on Friday.", "Rebels take ten tourists hostage", "capture"),
        ("Ann Roy took part in the race on Friday.", "Ann Roy takes part in race", "compete"),
        ("Dozens of protesters took to the streets.", "Dozens of protesters take to streets", "protest"),
    ],
)
def test_one_row_with_the_family_of_the_phrase(analyser, text, title, family):
    found = [(e.title, e.family) for e in read(analyser, text).events]
    assert found == [(title, family)]


@pytest.mark.parametrize("text", ["Teachers go on strike every spring.", "He gave her a book.", "She went on Friday."])
def test_words_meant_as_they_are(analyser, text):
    families = {e.family for e in read(analyser, text).events}
    assert not families & {"walkout", "collapse"}


def test_who_comes_without_a_word_is_told(analyser):
    (found,) = read(analyser, "Seventeen fire trucks responded on Friday.").events
    assert found.title == "Seventeen fire trucks respond"

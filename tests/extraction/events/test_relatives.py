"""Rivals, parents and allies of somebody act, not that somebody; and whose aim an infinitive is."""

from __future__ import annotations

import pytest

from tests.extraction.events.test_finding import event, names, read


@pytest.mark.parametrize(
    ("text", "word", "taking_part"),
    [
        ("Boeing's European rival, Airbus, sold ten planes on Monday.", "sold", {"Airbus"}),
        ("The airline approached Airbus rival Boeing on Monday.", "approached", {"Boeing"}),
        ("Acme Holding, the parent company of Lufthansa, won a contract on Monday.", "won", {"Acme Holding"}),
        ("Germany's ally France signed a treaty on Monday.", "signed", {"France"}),
        ("US ally Qatar hosted talks on Tuesday.", "hosted", {"Qatar"}),
        ("A critic of Vladimir Putin was arrested on Monday.", "arrested", set()),
        ("Airbus sold ten planes to Boeing's customers on Monday.", "sold", {"Airbus", "Boeing"}),
    ],
)
def test_to_whom_somebody_is_related_takes_no_part(analyser, text, word, taking_part):
    reading = read(analyser, text)
    assert {name for name, role in names(reading, event(reading, word)) if name != "Europe"} == taking_part


@pytest.mark.parametrize(
    ("text", "word", "agent", "factuality"),
    [
        ("Apple sued Samsung on Monday to stop the sale.", "stop", "Apple", "planned"),
        ("Apple sued Samsung to stop the sale.", "stop", "Apple", "planned"),
        ("A court ordered Google to pay a fine.", "pay", "Google", "planned"),
        ("Germany helped Ukraine to repair the tanks.", "repair", "Ukraine", "happened"),
        ("Spain beat England to win the cup.", "win", "Spain", "happened"),
        ("Lufthansa defeated Iberia to win a massive order.", "win", "Lufthansa", "happened"),
    ],
)
def test_whose_aim_an_infinitive_is(analyser, text, word, agent, factuality):
    reading = read(analyser, text)
    found = event(reading, word)
    assert [name for name, role in names(reading, found) if role == "agent"] == [agent]
    assert found.factuality == factuality


def test_what_a_deed_led_to_has_its_date(analyser):
    reading = read(analyser, "Spain beat England to win the cup on 7 October 2023.")
    assert {event(reading, word).when.edtf for word in ("beat", "win")} == {"2023-10-07"}


def test_what_a_speech_was_against_is_not_the_speaker_s_deed(analyser):
    text = (
        "Maria Silva entered them into the record during a speech last week against the now-cancelled deal to lease "
        "100 tankers from Boeing."
    )
    reading = read(analyser, text)
    assert ("Maria Silva", "agent") not in names(reading, event(reading, "lease"))

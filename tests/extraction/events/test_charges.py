"""What somebody is accused of is neither done by the accuser nor shown to have been done."""

from __future__ import annotations

import pytest

from tests.extraction.events.test_finding import event, names, read


@pytest.mark.parametrize(
    ("text", "word", "actor", "factuality"),
    [
        ("Judge Anna Brandt accused Carlos Medina of stealing paintings.", "stealing", "Carlos Medina", "possible"),
        ("Carlos Medina was charged with stealing paintings.", "stealing", "Carlos Medina", "possible"),
        ("The court convicted Carlos Medina of stealing paintings.", "stealing", "Carlos Medina", "happened"),
        ("Anna Brandt thanked Carlos Medina for saving the paintings.", "saving", "Carlos Medina", "happened"),
    ],
)
def test_charges_are_of_the_accused(analyser, text, word, actor, factuality):
    reading = read(analyser, text)
    found = event(reading, word)
    assert (actor, "agent") in names(reading, found)
    assert "Anna Brandt" not in {name for name, _ in names(reading, found)}
    assert found.factuality == factuality


def test_what_is_alleged_lies_before_the_article(analyser):
    found = event(read(analyser, "Judge Anna Brandt accused Carlos Medina of stealing paintings."), "stealing")
    assert found.when is not None
    assert found.when.edtf == "[..2023-11-12]"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The lawyer alleged that the firm stole the plans.", "stole"),
        ("The firm allegedly stole the plans on Friday.", "stole"),
        ("The thief is believed to have stolen the plans.", "stolen"),
        ("The parents tried to have Carlos Medina released.", "released"),
    ],
)
def test_what_is_only_claimed_or_tried_is_possible(analyser, text, word):
    assert event(read(analyser, text), word).factuality == "possible"


def test_what_is_said_is_taken_for_told(analyser):
    assert event(read(analyser, "The lawyer said that the firm stole the plans."), "stole").factuality == "happened"


def test_whose_aide_and_where_a_jury_sits_take_no_part(analyser):
    text = "A jury in Miami indicted Carlos Medina, the brother of Anna Brandt, on Friday."
    reading = read(analyser, text)
    roles = dict(names(reading, event(reading, "indicted")))
    assert (roles["Carlos Medina"], roles["Miami"], roles.get("Anna Brandt", "other")) == ("patient", "other", "other")

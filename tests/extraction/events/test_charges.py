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

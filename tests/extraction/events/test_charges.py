"""What somebody is accused of is neither done by the accuser nor shown to have been done."""

from __future__ import annotations

import pytest

from tests.extraction.events.test_finding import event, names, read


@pytest.mark.parametrize(
    ("text", "word", "actor", "factuality"),
    [
        ("Judge Anna Brandt accused Carlos Medina of stealing paintings.", "stealing", "Carlos Medina", "possible"),
        ("Carlos Medina was charged with stealing paintings.", "stealing", "Carlos Medina", "possible"),
        (
            "Carlos Medina was arrested on charges of treason and stealing paintings.",
            "stealing",
            "Carlos Medina",
            "possible",
        ),
        (
            "Carlos Medina was sentenced to ten years in a penal colony on charges of treason and stealing paintings.",
            "stealing",
            "Carlos Medina",
            "happened",
        ),
        ("The court convicted Carlos Medina of stealing paintings.", "stealing", "Carlos Medina", "happened"),
        ("Anna Brandt blamed Carlos Medina for a cyberattack on the firm.", "cyberattack", "Carlos Medina", "possible"),
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
        ("The group claims to have hit the jet.", "hit"),
        ("Owners will be able to purchase a cable.", "purchase"),
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


@pytest.mark.parametrize(
    ("text", "word", "factuality"),
    [
        ("Owners were able to purchase a cable on Friday.", "purchase", "happened"),
        ("Neither deaths nor damage to the bridge in Porto were reported.", "damage", "denied"),
    ],
)
def test_factuality_of_what_is_in_ones_power_and_of_neither(analyser, text, word, factuality):
    assert event(read(analyser, text), word).factuality == factuality


def test_the_winner_wins_and_not_the_commission_that_says_so(analyser):
    text = "On Friday, the commission announced Bola Tinubu, nominee of the ruling party, won the election."
    reading = read(analyser, text)
    assert ("Bola Tinubu", "agent") in names(reading, event(reading, "won"))


def test_who_was_forced_to_flee_flees(analyser):
    reading = read(analyser, "Residents of Porto were forced to evacuate their homes on Friday.")
    assert [e.trigger.of(reading.article.text) for e in reading.events] == ["evacuate"]


def test_what_rebels_in_a_state_do_is_not_done_by_the_state(analyser):
    reading = read(analyser, "Charities fear the rebels in Mali, who have attacked the residents of Gao.")
    assert ("Mali", "agent") not in names(reading, event(reading, "attacked"))


@pytest.mark.parametrize(
    ("text", "word", "doer", "beside"),
    [
        ("Irish airline Ryanair ordered five jets on Friday.", "ordered", "Ryanair", "Ireland"),
        ("A court in Cairo fined Carlos Medina on Friday.", "fined", "", "Cairo"),
    ],
)
def test_a_land_beside_a_name_takes_no_part(analyser, text, word, doer, beside):
    reading = read(analyser, text)
    roles = dict(names(reading, event(reading, word)))
    assert not doer or roles[doer] == "agent"
    assert roles.get(beside, "other") == "other"


def test_a_land_whose_troops_act_acts(analyser):
    reading = read(analyser, "Russian troops attacked Kharkiv on Friday.")
    assert ("Russia", "agent") in names(reading, event(reading, "attacked"))


def test_a_court_is_no_he(analyser):
    text = "The court fined Google. He was convicted of manslaughter on Friday."
    found = event(read(analyser, text), "convicted")
    assert "Court" not in found.title


def test_what_somebody_says_is_a_row_also_late_in_an_article(analyser):
    filler = " ".join(f"The report has {n} pages on the storm of that year." for n in range(20))
    text = f"Ann Roy resigned on Friday. {filler} Ann Roy said that the phone had only been out for 22 days."
    assert event(read(analyser, text), "said").statement

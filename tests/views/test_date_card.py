from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.views.samples import day
from timeline_app.model.calendar import day_number
from timeline_app.views.date_card import DateCard, read_date, why_words

RELEASE = day(day_number(2023, 10, 20), "from “13 days” after the capture")


@pytest.fixture
def card(qtbot):
    made = DateCard()
    qtbot.addWidget(made)
    made.show_date(RELEASE, 0.784)
    made.show()
    return made


def test_a_date_given_by_hand_has_no_confidence(card):
    when, _ = read_date("20 October 2023")
    card.show_date(when, 0.78)
    assert card._facts.text() == "2023-10-20"


def test_the_card_says_date_reason_and_confidence(card):
    assert card._words.text() == "20 October 2023"
    assert card._why.text() == "from “13 days” after the capture"
    assert card._facts.text() == "2023-10-20 · confidence 0.78"


def test_no_date_is_said(card):
    card.show_date(None, 0.5)
    assert card._words.text() == "No date"
    assert why_words(None) == []


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("21 October 2023", "2023-10-21"),
        ("2023-10", "2023-10"),
        ("about March 1999", "1999-03~"),
        ("2023-10-21", "2023-10-21"),
    ],
)
def test_a_date_is_set_in_words_or_edtf(qtbot, card, words, edtf):
    card.edit()
    card.field.line.setText(words)
    with qtbot.waitSignal(card.date_set) as signal:
        qtbot.keyClick(card.field.line, Qt.Key.Key_Return)
    assert signal.args[0].edtf == edtf
    assert not card.editing


def test_a_bare_year_is_said_once(card):
    when, _ = read_date("1990")
    card.show_date(when, 0.8)
    assert "1990" not in card._facts.text()
    card.edit()
    assert card.field._understood.text() == "1990"


def test_what_cannot_be_read_is_said_and_stays(qtbot, card):
    card.edit()
    card.field.line.setText("the day of the jackal")
    with qtbot.assertNotEmitted(card.date_set):
        qtbot.keyClick(card.field.line, Qt.Key.Key_Return)
    assert card.editing
    assert card.field._understood.text()
    assert card.field._understood.property("part") == "error"


def test_escape_changes_nothing(qtbot, card):
    card.edit()
    assert card.field.line.text() == "2023-10-20"
    with qtbot.assertNotEmitted(card.date_set):
        qtbot.keyClick(card.field.line, Qt.Key.Key_Escape)
    assert not card.editing


def test_an_empty_field_takes_the_date_away(qtbot, card):
    card.edit()
    card.field.line.clear()
    assert card.field._set.text() == "Take date away"
    with qtbot.waitSignal(card.date_set) as signal:
        card.field.commit()
    assert signal.args == [None]
    assert read_date("  ") == (None, "")

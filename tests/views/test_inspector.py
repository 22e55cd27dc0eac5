from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.views.samples import first_reading
from timeline_app.model import Factuality, Relation
from timeline_app.views.cards import Card, Chip
from timeline_app.views.facts import event_facts
from timeline_app.views.inspector import Inspector


@pytest.fixture
def facts(project):
    event = next(one for one in project.events() if "releases" in one.title)
    return event_facts(project, event, {one.id: one.name for one in project.actors()}, {})


@pytest.fixture
def inspector(qtbot, facts):
    made = Inspector()
    qtbot.addWidget(made)
    made.resize(360, 700)
    made.show_event(facts)
    made.show()
    return made


def test_it_shows_title_date_actors_and_passages(inspector):
    assert inspector._title.text() == "Hamas releases Judith and Natalie Raanan"
    assert inspector.date._words.text() == "20 October 2023"
    assert [one.text() for one in inspector.findChildren(Chip)] == ["Hamas"]
    assert inspector._quotes_head.text() == "1 passage in 1 article"
    cards = [one for one in inspector.findChildren(Card) if one.accessibleName().startswith("Passage")]
    assert "Hamas released the two on 20 October 2023." in cards[0].accessibleName()


def test_claims_that_differ_are_shown(inspector):
    assert any("21 October 2023" in one.accessibleName() for one in inspector.findChildren(Card))


def test_a_passage_card_leads_to_the_words(qtbot, inspector, facts):
    card = next(one for one in inspector.findChildren(Card) if one.accessibleName().startswith("Passage"))
    with qtbot.waitSignal(inspector.passage_chosen) as signal:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert signal.args == [facts.event.passage]


def test_a_chip_leads_to_its_actor(qtbot, inspector, facts):
    with qtbot.waitSignal(inspector.actor_chosen) as signal:
        qtbot.mouseClick(inspector.findChild(Chip), Qt.MouseButton.LeftButton)
    assert signal.args == [facts.actors[0].id]


def test_the_title_is_changed_with_return(qtbot, inspector, facts):
    inspector.edit_title()
    inspector._field.setPlainText("Two women\nfreed")
    with qtbot.waitSignal(inspector.title_set) as signal:
        qtbot.keyClick(inspector._field, Qt.Key.Key_Return)
    assert signal.args == [facts.event.id, "Two women freed"]


def test_the_title_is_left_with_escape(qtbot, inspector):
    inspector.edit_title()
    inspector._field.setPlainText("Nonsense")
    with qtbot.assertNotEmitted(inspector.title_set):
        qtbot.keyClick(inspector._field, Qt.Key.Key_Escape)
    assert inspector._title.isVisible()


def test_a_title_that_was_typed_is_kept_when_one_goes_elsewhere(qtbot, inspector, facts):
    told = []
    inspector.title_set.connect(lambda *title: told.append(title))
    inspector.edit_title()
    inspector._field.setPlainText("Two women freed")
    inspector.date.pencil.setFocus()
    assert told == [(facts.event.id, "Two women freed")]
    assert inspector._title.isVisible()


def test_a_title_is_not_given_to_an_event_that_is_shown_meanwhile(inspector, facts):
    told = []
    inspector.title_set.connect(lambda *title: told.append(title))
    inspector.edit_title()
    inspector._field.setPlainText("Two women freed")
    inspector.show_event(replace(facts, event=replace(facts.event, id="another")))
    assert told == []


def test_decisions_are_signals(qtbot, inspector, facts):
    with qtbot.waitSignal(inspector.checked_set) as signal:
        qtbot.mouseClick(inspector.findChild(QPushButton, "accept_event"), Qt.MouseButton.LeftButton)
    assert signal.args == [facts.event.id, True]
    with qtbot.waitSignal(inspector.dismissed_set) as signal:
        qtbot.mouseClick(inspector.findChild(QPushButton, "dismiss_event"), Qt.MouseButton.LeftButton)
    assert signal.args == [facts.event.id, True]
    with qtbot.waitSignal(inspector.factuality_set) as signal:
        inspector._factuality.activated.emit(inspector._factuality.findData(Factuality.PLANNED))
    assert signal.args == [facts.event.id, Factuality.PLANNED]
    with qtbot.waitSignal(inspector.date_set) as signal:
        inspector.date.date_set.emit(None)
    assert signal.args == [facts.event.id, None]


def test_state_is_shown_in_words(project, inspector, facts):
    project.set_checked(facts.event.id, True)
    project.dismiss(facts.event.id)
    inspector.show_event(event_facts(project, project.event(facts.event.id), {}, {}))
    assert "dismissed" in inspector._state.text()
    assert "checked" in inspector._state.text()
    assert inspector._dismiss.text() == "Restore"


def test_without_an_event_it_says_what_to_do(inspector):
    inspector.show_event(None)
    assert inspector.event_id == ""
    assert inspector._empty.isVisible()
    inspector.edit_title()
    inspector.edit_date()


def test_what_cannot_be_right_is_said_with_its_words(qtbot, project, inspector):
    capture, release = (
        next(one for one in project.events() if words in one.title) for words in ("captures", "releases")
    )
    made = first_reading()
    read = [next(one for one in made.events if words in one.title) for words in ("captures", "releases")]
    relation = Relation(read[0].id, read[1].id, 40, 40, read[1].passage, "After 13 days in captivity")
    project.take_in([(replace(made, relations=(relation,)), None)])
    for event in (capture, release):
        facts = event_facts(project, project.event(event.id), {}, {})
        inspector.show_event(facts)
        said = [one.text() for one in inspector.findChildren(QLabel)]
        assert "This cannot all be right" in said
        assert any("puts 40 days between" in words for words in said)
    card = next(one for one in inspector.findChildren(Card) if "on 7 October" in one.accessibleName())
    with qtbot.waitSignal(inspector.passage_chosen) as signal:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert signal.args == [capture.passage]


def test_what_is_shown_again_is_not_made_again(inspector, facts):
    cards = inspector.findChildren(Card)
    chips = inspector.findChildren(Chip)
    inspector.show_event(replace(facts, checked=True))
    assert inspector.findChildren(Card) == cards
    assert inspector.findChildren(Chip) == chips
    inspector.show_event(replace(facts, quotes=()))
    assert inspector.findChildren(Card) != cards


def test_without_an_event_there_is_nothing_to_scroll(qtbot, inspector):
    inspector.resize(340, 160)
    qtbot.waitUntil(lambda: inspector.verticalScrollBar().maximum() > 0)
    inspector.show_event(None)
    qtbot.waitUntil(lambda: inspector.verticalScrollBar().maximum() == 0)


def test_tags_are_typed_in_a_line_of_their_own(qtbot, inspector, facts):
    inspector.edit_tags()
    with qtbot.waitSignal(inspector.tags_set) as signal:
        qtbot.keyClicks(inspector._tags, "release, Gaza")
        qtbot.keyClick(inspector._tags, Qt.Key.Key_Return)
    assert signal.args == [facts.event.id, ("release", "Gaza")]
    inspector.show_event(replace(facts, event=replace(facts.event, tags=("Gaza",))))
    assert inspector._tags.text() == "Gaza"

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from timeline_app.views import actor_pane
from timeline_app.views.actor_pane import ActorPane, CompanionBar
from timeline_app.views.cards import Card
from timeline_app.views.facts import actor_facts


@pytest.fixture
def facts(project):
    actor = next(one for one in project.actors() if one.name == "Qatar")
    return actor_facts(project, actor, tuple(project.events_of(actor.id)), {actor.id: 0})


@pytest.fixture
def pane(qtbot, facts):
    made = ActorPane()
    qtbot.addWidget(made)
    made.resize(340, 800)
    made.show_actor(facts)
    made.show()
    return made


def test_it_shows_all_of_an_actor(pane):
    assert pane._name.text() == "Qatar"
    assert pane._kind.text() == "State · also “Doha”, “Qatari”"
    assert pane._numbers.text() == "3 events · 12 – 20 Nov 2023 · 2 articles"
    assert [one.accessibleName() for one in pane.findChildren(CompanionBar)] == ["Israel: 1 event together"]
    assert len(pane.findChildren(Card)) == 3


def test_companions_events_and_passages_are_chosen(qtbot, pane, facts):
    with qtbot.waitSignal(pane.actor_chosen) as signal:
        qtbot.mouseClick(pane.findChild(CompanionBar), Qt.MouseButton.LeftButton)
    assert signal.args == [facts.companions[0][0].id]
    with qtbot.waitSignal(pane.actor_chosen):
        qtbot.keyClick(pane.findChild(CompanionBar), Qt.Key.Key_Return)
    with qtbot.waitSignal(pane.passage_chosen) as signal:
        qtbot.mouseClick(pane.findChildren(Card)[0], Qt.MouseButton.LeftButton)
    assert signal.args == [facts.quotes(0, 1)[0].passage]


def test_it_can_be_pinned_and_renamed(qtbot, pane, facts):
    with qtbot.waitSignal(pane.pin_asked) as signal:
        qtbot.mouseClick(pane.findChild(QToolButton, "pin_actor"), Qt.MouseButton.LeftButton)
    assert signal.args == [facts.actor.id]
    with qtbot.waitSignal(pane.rename_asked):
        qtbot.mouseClick(pane.findChild(QToolButton, "rename_actor"), Qt.MouseButton.LeftButton)
    pinned = ActorPane(pinned=True)
    qtbot.addWidget(pinned)
    assert pinned.findChild(QToolButton, "pin_actor") is None


def test_many_passages_come_on_demand(qtbot, pane, facts, monkeypatch):
    monkeypatch.setattr(actor_pane, "FIRST_QUOTES", 2)
    pane.show_actor(facts)
    assert pane._all.text() == "Show 1 more passage"
    qtbot.mouseClick(pane._all, Qt.MouseButton.LeftButton)
    assert pane._quotes.count() == 3
    assert not pane._all.isVisible()


def test_without_an_actor_it_says_what_to_do(pane):
    pane.show_actor(None)
    assert pane.actor_id == ""
    assert pane._empty.isVisible()
    pane.mark_event("")
    assert not pane.grab().isNull()


def test_what_is_shown_again_is_not_made_again(pane, facts):
    made = pane.findChildren(Card) + pane.findChildren(CompanionBar)
    pane.show_actor(facts)
    assert pane.findChildren(Card) + pane.findChildren(CompanionBar) == made

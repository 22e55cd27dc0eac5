from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtWidgets import QMainWindow

from timeline_app.desktop.actions import MENUS, Actions, ActionSpec, Reach, all_actions
from timeline_app.views.timeline_keys import KEYS


def test_ids_are_unique():
    ids = [spec.id for spec in all_actions()]
    assert len(ids) == len(set(ids))


def test_no_two_actions_share_a_key(qapp):
    keys = Counter(one.toString() for spec in all_actions() for one in spec.sequences())
    assert [key for key, number in keys.items() if number > 1] == []


def test_single_letters_are_not_caught_while_someone_writes(qapp):
    for spec in all_actions():
        for one in spec.sequences():
            if len(one.toString()) == 1 and one.toString().isalnum():
                assert spec.reach is Reach.EVENTS, spec.id


def test_keys_of_the_timeline_are_not_taken_by_other_actions(qapp):
    """Keys the timeline answers itself may only be shortcuts of the action that does the same."""
    same = {"F": "fit_selection", "Return": "open_passage", "Enter": "open_passage"}
    names = {one.name.removeprefix("Key_").replace("Period", ".").replace("Comma", ",") for b in KEYS for one in b.keys}
    for spec in all_actions():
        for one in spec.sequences():
            if one.toString() in names:
                assert same.get(one.toString()) == spec.id


@pytest.mark.parametrize("spec", list(all_actions()), ids=lambda spec: spec.id)
def test_every_action_says_what_it_does(spec):
    assert spec.tip.endswith(".")
    assert spec.words


@pytest.mark.parametrize("menu", MENUS, ids=lambda menu: menu[0])
def test_letters_in_a_menu_are_different(menu):
    words = [item.words if isinstance(item, ActionSpec) else item for item in menu[1] if item]
    letters = Counter(word[word.index("&") + 1].lower() for word in words if "&" in word)
    assert [letter for letter, number in letters.items() if number > 1] == []


def test_menus_hold_every_action(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.fill(window.menuBar())
    held = {one.objectName() for top in window.menuBar().actions() for one in top.menu().actions()}
    assert {spec.id for spec in all_actions()} <= held
    assert actions.submenu("Open Recent").title() == "Open &Recent"


def test_an_action_nobody_does_is_an_error(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    with pytest.raises(LookupError, match="new_project"):
        Actions(window).connect_to(object())

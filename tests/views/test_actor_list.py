from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.views.samples import ACTORS
from timeline_app.layout.lanes import NO_COLOUR
from timeline_app.views.actor_list import DOT_AREA, ActorList, ActorListModel, ActorRows


@pytest.fixture
def rows():
    return ActorRows(
        list(ACTORS.values()),
        {"qatar": 14, "hamas": 3},
        {"qatar": 14, "hamas": 1},
        lambda actor: (0, 3, 1) if actor == "qatar" else (),
        {"qatar": 0, "israel": 2},
    )


@pytest.fixture
def view(qtbot, rows):
    made = ActorList()
    qtbot.addWidget(made)
    made.resize(230, 400)
    made.show_rows(rows)
    made.show()
    return made


def test_the_model_keeps_qts_rules(qtbot, rows):
    model = ActorListModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for some in (rows, rows, rows[1:], rows[::-1], rows[:0]):
        model.replace_rows(some, [actor.id for actor in some.actors], all_changed=True)


def test_rows_say_kind_and_events(rows):
    assert rows[0].facts == "State · 14 events"
    assert rows[1].facts == "Group · 1 of 3"
    assert rows[0].has_lane
    assert rows[1].colour_index == NO_COLOUR


def test_readers_hear_name_facts_and_lane(rows):
    model = ActorListModel()
    model.replace_rows(rows, [actor.id for actor in rows.actors])
    words = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Qatar, State · 14 events, shown as lane"
    assert "also Doha, Qatari" in model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)


def test_a_click_on_the_name_chooses(qtbot, view):
    middle = view.visualRect(view.actors.index(1)).center()
    with qtbot.waitSignal(view.actor_chosen) as signal:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert signal.args == ["hamas"]


def test_a_click_on_the_dot_asks_for_a_lane(qtbot, view):
    row = view.visualRect(view.actors.index(1))
    with qtbot.waitSignal(view.lane_toggled) as signal:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(DOT_AREA // 2, row.center().y()))
    assert signal.args == ["hamas"]


def test_keys_walk_open_and_give_lanes(qtbot, view):
    view.mark("qatar")
    with qtbot.waitSignal(view.actor_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert chosen.args == ["hamas"]
    with qtbot.waitSignal(view.lane_toggled) as lane:
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert lane.args == ["hamas"]
    with qtbot.waitSignal(view.actor_opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["hamas"]


def test_the_chosen_one_stays_chosen_when_the_list_changes(view, rows):
    view.mark("hamas")
    view.show_rows(rows[::-1])
    assert view.chosen_ids() == ["hamas"]
    view.mark("")
    assert view.chosen_ids() == []


def test_the_menu_concerns_all_marked(qtbot, view):
    view.selectAll()
    with qtbot.waitSignal(view.menu_requested) as signal:
        view.customContextMenuRequested.emit(view.visualRect(view.actors.index(0)).center())
    assert signal.args[0] == list(ACTORS)


def test_it_paints(view):
    view.mark("qatar")
    assert not view.grab().isNull()

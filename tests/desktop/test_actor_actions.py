from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDockWidget, QMenu, QToolButton

from timeline_app.desktop import actor_actions
from timeline_app.model import ActorKind


class Agreeable:
    """A dialog whose person agrees."""

    picked: tuple[str, ...] = ()

    def __init__(self, *arguments, **_more):
        self.name = "State of Qatar"

    def exec(self):
        return 1

    def chosen(self):
        return list(self.picked)


@pytest.fixture
def qatar(window, actor_named):
    actor = actor_named("Qatar")
    window.workspace.selection.select_actor(actor.id)
    return actor


@pytest.fixture
def agree(monkeypatch):
    monkeypatch.setattr(actor_actions, "NameDialog", Agreeable)
    monkeypatch.setattr(actor_actions, "PickDialog", Agreeable)

    def pick(*ids):
        monkeypatch.setattr(Agreeable, "picked", ids)

    return pick


def test_an_actor_is_renamed(window, qatar, agree):
    window.table_of_actions["rename_actor"].trigger()
    assert window.workspace.project.actor(qatar.id).name == "State of Qatar"


def test_actors_are_merged_and_the_merger_undone(window, qatar, actor_named, agree):
    israel = actor_named("Israel")
    agree(israel.id)
    number = len(window.workspace.shown.actors)
    window.table_of_actions["merge_actors"].trigger()
    assert len(window.workspace.shown.actors) == number - 1
    assert window.workspace.selection.actor_id == qatar.id
    window.table_of_actions["undo"].trigger()
    window.workspace.refresh()
    assert len(window.workspace.shown.actors) == number


def test_names_are_split_off(window, qatar, agree):
    agree("Doha")
    window.table_of_actions["split_actor"].trigger()
    window.workspace.refresh()
    assert "Doha" not in window.workspace.project.actor(qatar.id).names


def test_a_kind_is_set(window, qatar):
    kinds = window.table_of_actions.submenu("Kind")
    assert [one.text() for one in kinds.actions() if one.isChecked()] == ["State"]
    next(one for one in kinds.actions() if one.data() == ActorKind.PLACE).trigger()
    assert window.workspace.project.actor(qatar.id).kind == ActorKind.PLACE


def test_lanes_are_given_and_taken(window, qatar):
    assert qatar.id in window.workspace.shown.colours
    assert window.table_of_actions["toggle_lane"].isChecked()
    window.panes.actor_list.lane_toggled.emit(qatar.id)
    assert qatar.id not in window.workspace.shown.colours
    window.table_of_actions["toggle_lane"].trigger()
    assert qatar.id in window.workspace.shown.colours


def test_several_actors_have_panes_of_their_own(qtbot, window, qatar, actor_named):
    hamas = actor_named("Hamas")
    window.actors.open_pane(qatar.id)
    window.actors.open_pane(hamas.id)
    window.actors.open_pane(qatar.id)
    docks = sorted(window.findChildren(QDockWidget), key=lambda one: one.windowTitle(), reverse=True)
    assert [one.windowTitle() for one in docks] == ["Qatar", "Hamas"]
    assert {window.dockWidgetArea(one) for one in docks} == {Qt.DockWidgetArea.RightDockWidgetArea}
    # Places are found once the window has been laid out.
    qtbot.wait(20)
    window.tabifyDockWidget(docks[1], docks[0])
    qtbot.waitUntil(lambda: window.tabifiedDockWidgets(docks[1]) == [docks[0]])
    before = docks[0].mapToGlobal(docks[0].rect().center())
    docks[0].findChild(QToolButton, "float_pane").click()
    assert docks[0].isFloating()
    assert not docks[0].geometry().contains(before)
    window.workspace.project.rename_actor(hamas.id, "Hamas movement")
    window.workspace.refresh()
    assert docks[1].windowTitle() == "Hamas movement"
    docks[0].findChild(QToolButton, "close_pane").click()
    qtbot.waitUntil(lambda: window.actors.open_panes() == [hamas.id])
    assert len(window.panes.actors) == 2


def test_panes_stand_side_by_side_only_where_there_is_room(qtbot, window, qatar, actor_named):
    window.resize(1280, 800)
    names = ("Hamas", "Qatar", "Israel")
    for name in names:
        window.actors.open_pane(actor_named(name).id)
        qtbot.wait(30)
    docks = {one.windowTitle(): one for one in window.findChildren(QDockWidget)}
    assert len(window.tabifiedDockWidgets(docks["Hamas"])) == 2
    assert window.width() == 1280
    left, middle, right = window.places._columns.sizes()
    assert left + middle + right + docks["Israel"].width() <= 1280
    assert right == window.places._right.minimumWidth()
    assert left >= 226
    docks["Qatar"].close()
    docks["Israel"].close()
    window.resize(1700, 800)
    qtbot.wait(30)
    window.actors.open_pane(qatar.id)
    assert window.tabifiedDockWidgets(docks["Hamas"]) == []


def test_panes_go_behind_tabs_when_the_window_becomes_narrow(qtbot, window, qatar, actor_named):
    window.resize(1700, 800)
    qtbot.wait(30)
    for name in ("Hamas", "Qatar"):
        window.actors.open_pane(actor_named(name).id)
    docks = {one.windowTitle(): one for one in window.findChildren(QDockWidget)}
    assert window.tabifiedDockWidgets(docks["Hamas"]) == []
    window.resize(1200, 800)
    qtbot.waitUntil(lambda: window.tabifiedDockWidgets(docks["Hamas"]) == [docks["Qatar"]])


def test_a_window_with_a_pane_stays_wide_enough_for_it(qtbot, window, qatar):
    least = window.minimumWidth()
    window.actors.open_pane(qatar.id)
    qtbot.waitUntil(lambda: window.minimumWidth() > least)
    dock = window.findChild(QDockWidget)
    assert window.minimumWidth() >= window.places.minimumSizeHint().width() + dock.minimumWidth()
    dock.close()
    qtbot.waitUntil(lambda: window.minimumWidth() == least)


def test_in_a_window_too_narrow_for_it_a_pane_floats(qtbot, window, qatar):
    window.resize(900, 700)
    window.actors.open_pane(qatar.id)
    qtbot.wait(30)
    assert window.findChild(QDockWidget).isFloating()
    assert window.width() == 900


def test_kept_panes_find_the_room_that_there_is(qtbot, window, qatar, actor_named):
    work, project = window.workspace, window.workspace.project
    window.resize(1240, 800)
    work.remember("view/actor_panes", [qatar.id, actor_named("Hamas").id])
    # The empty window between two projects is not what the panes have to fit beside.
    work.use(None)
    work.use(project)
    docks = window.findChildren(QDockWidget)
    assert len(docks) == 2
    qtbot.waitUntil(lambda: window.tabifiedDockWidgets(docks[0]) == [docks[1]])


def test_only_its_events_are_shown(window, qatar):
    window.table_of_actions["only_actor"].trigger()
    assert window.workspace.filter.actors == {qatar.id}
    assert all(any(one.actor == qatar.id for one in event.participants) for event in window.workspace.shown.events)
    assert window.toolbar.filter.text() == "Main events · Qatar"
    window.table_of_actions["clear_filter"].trigger()
    assert window.toolbar.filter.text() == "Main events"


def test_the_menu_of_an_actor(window, qatar):
    window.actors.show_menu([qatar.id], QPoint(5, 5))
    menu = next(one for one in window.findChildren(QMenu) if one.isVisible())
    assert "Kind" in [one.text().replace("&", "") for one in menu.actions()]
    menu.close()


def test_what_was_done_to_actors_is_said_with_their_names(window, qatar, actor_named, agree):
    agree("Doha")
    window.table_of_actions["split_actor"].trigger()
    assert window.guard.notices.words == "Doha is an actor of its own now, apart from Qatar."
    agree(actor_named("Israel").id)
    window.table_of_actions["merge_actors"].trigger()
    assert window.guard.notices.words == "Israel is now Qatar too."


def test_the_first_name_is_split_off_and_the_rest_named_as_it_is_now(window, qatar, agree):
    agree("Qatar")
    window.table_of_actions["split_actor"].trigger()
    assert window.guard.notices.words == "Qatar is an actor of its own now, apart from Doha."


def test_the_actor_of_the_pane_counts_as_chosen(window, event_named):
    window.workspace.selection.select_actor("")
    window.workspace.selection.select_event("")
    window.workspace.selection.select_event(event_named("hosts talks").id)
    assert window.panes.actors[0].actor_id
    assert window.table_of_actions["rename_actor"].isEnabled()
    window.table_of_actions["open_actor"].trigger()
    assert window.actors.open_panes() == [window.panes.actors[0].actor_id]


def test_several_marked_actors_stay_marked_for_their_menu(window, qatar, actor_named):
    listed = window.panes.actor_list
    ids = [qatar.id, actor_named("Israel").id]
    keep = listed.selectionModel().SelectionFlag.Select
    window.workspace.selection.select_actor(ids[0])
    listed.selectionModel().select(listed.actors.index_of(ids[1]), keep)
    window.actors.show_menu(listed.chosen_ids(), QPoint(5, 5))
    assert set(listed.chosen_ids()) == set(ids)
    assert window.table_of_actions["merge_actors"].text() == "&Merge 2 Actors"
    for menu in window.findChildren(QMenu):
        menu.hide()


def test_actors_with_a_name_in_common_are_offered_first(window, qatar, actor_named, monkeypatch):
    offered = []

    class Reluctant:
        def __init__(self, _parent, _title, _sentence, names, *_more, **_options):
            offered.extend(name.partition("  ·  ")[0] for _, name in names)

        def exec(self):
            return 0

    monkeypatch.setattr(actor_actions, "PickDialog", Reluctant)
    window.workspace.project.rename_actor(actor_named("Israel").id, "Embassy of Qatar")
    window.workspace.refresh()
    window.table_of_actions["merge_actors"].trigger()
    assert offered[0] == "Embassy of Qatar"
    assert len(offered) == len(window.workspace.shown.actors) - 1

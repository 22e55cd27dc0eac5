from __future__ import annotations

from PySide6.QtWidgets import QDialog, QMenu

from timeline_app.layout.eras import Era


def test_lanes_follow_menu_and_toolbar(window):
    window.table_of_actions["lanes_article"].trigger()
    assert [one.kind for one in window.panes.timeline.lanes] == ["article", "article"]
    assert window.toolbar.lanes.currentText() == "By article"
    window.toolbar.lanes_chosen.emit("none")
    assert window.table_of_actions["lanes_none"].isChecked()
    assert len(window.panes.timeline.lanes) == 1


def test_choices_of_lanes_are_kept_with_the_project(window):
    timeline = window.panes.timeline
    keys = [lane.key for lane in timeline.lanes]
    timeline.lane_hands.hide(keys[0])
    timeline.lane_hands.move(keys[1], 1)
    changed = [lane.key for lane in timeline.lanes]
    window.table_of_actions["lanes_article"].trigger()
    assert len(timeline.lanes) == 2
    window.table_of_actions["lanes_actor"].trigger()
    assert [lane.key for lane in timeline.lanes] == changed


def test_naming_a_range_is_undone_and_made_again(window):
    timeline, truce = window.panes.timeline, Era(738_805.0, 738_810.0, "Truce")
    timeline.era_hands._choose((truce,))
    assert window.workspace.project.undo_name == "Name range"
    window.table_of_actions["undo"].trigger()
    assert timeline.eras == ()
    window.table_of_actions["redo"].trigger()
    assert timeline.eras == (truce,)


def test_only_the_marked_range(window):
    day = 738_805
    window.panes.timeline.range_filter_wanted.emit(day, day + 30)
    assert (window.workspace.filter.first, window.workspace.filter.last) == (day, day + 30)
    assert all(one.when is not None for one in window.workspace.shown.events)


def test_zoom_by_actions_and_slider(window):
    def days():
        first, last = window.panes.timeline.visible_range()
        return last - first

    before = days()
    window.table_of_actions["zoom_in"].trigger()
    assert days() < before
    closer = window.toolbar.zoom.value()
    window.table_of_actions["zoom_out"].trigger()
    assert window.toolbar.zoom.value() < closer
    window.toolbar.zoom.setValue(600)
    assert days() < 5
    window.table_of_actions["fit_all"].trigger()
    assert days() > 40


def test_an_event_is_fitted(window, event_named):
    event = event_named("hosts talks")
    window.workspace.selection.select_event(event.id)
    window.table_of_actions["fit_selection"].trigger()
    first, last = window.panes.timeline.visible_range()
    assert first <= event.when.earliest <= last


def test_the_range_is_kept_with_the_project(qtbot, window, tmp_path):
    window.panes.timeline.set_range(738_800.0, 738_820.0)
    path = window.workspace.project.path
    window.table_of_actions["new_project"].trigger()
    window.open_paths([path])
    qtbot.waitUntil(lambda: bool(window.workspace.shown.events))
    qtbot.waitUntil(lambda: window.panes.timeline.visible_range() == (738_800.0, 738_820.0))


def test_help_settings_and_about_open(window, monkeypatch):
    opened = []
    monkeypatch.setattr(QDialog, "exec", lambda self: opened.append(type(self).__name__))
    for name in ("shortcuts", "preferences", "about"):
        window.table_of_actions[name].trigger()
    assert opened == ["ShortcutsDialog", "PreferencesDialog", "AboutDialog"]


def test_the_table_comes_to_the_front(window):
    window.table_of_actions["show_table"].trigger()
    assert window.panes.table.isVisible()
    window.navigation.open_article(window.workspace.shown.articles[0].id)
    assert window.panes.reader.text.isVisible()


def test_a_range_is_marked_without_a_mouse(qtbot, window):
    timeline = window.panes.timeline
    window.table_of_actions["mark_range"].trigger()
    first, last = timeline.pointer.marked
    assert first <= timeline.visible_range()[0] < timeline.visible_range()[1] <= last
    menu = next(one for one in window.findChildren(QMenu) if one.isVisible())
    assert "Name This Range…" in [one.text().replace("&", "") for one in menu.actions()]
    menu.close()


def test_what_a_marked_range_is_good_for_is_said(window):
    window.panes.timeline.mark_range(738_000.0, 738_100.0)
    assert window.status.currentMessage().startswith("Right-click the marked time")

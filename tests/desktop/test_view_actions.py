from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from tests.views.samples import Writer, article
from timeline_app.layout.eras import Era
from timeline_app.project import MAIN, Filter
from timeline_app.views.search_results import HIT_ROLE


def hits(window):
    model = window.looks.results.hits
    return [model.data(model.index(row), HIT_ROLE).words for row in range(model.rowCount())]


def test_a_search_finds_events_actors_and_passages(qtbot, window):
    window.activateWindow()
    window.table_of_actions["find"].trigger()
    qtbot.keyClicks(window.toolbar.search, "qatar")
    qtbot.waitUntil(window.looks.results.isVisible)
    found = hits(window)
    assert found[0] == "EVENTS"
    assert "Qatar hosts talks" in found
    assert "ACTORS" in found
    assert "Qatar" in found
    assert "PASSAGES" in found
    qtbot.keyClick(window.toolbar.search, Qt.Key.Key_Return)
    assert window.workspace.selection.event_id
    assert not window.looks.results.isVisible()


def test_what_was_found_is_shown_whatever_the_filter_says(window, event_named):
    event = event_named("hosts talks")
    window.workspace.set_filter(Filter(text="captures"))
    window.looks.results.event_chosen.emit(event.id)
    assert window.workspace.filter == Filter()
    assert window.panes.inspector.event_id == event.id


def test_an_empty_search_closes_the_list(qtbot, window):
    window.toolbar.search.setText("qatar")
    window.looks.search()
    assert window.looks.results.isVisible()
    window.toolbar.search.clear()
    window.looks.search()
    assert not window.looks.results.isVisible()


def test_the_filter_opens_below_its_button(window, actor_named):
    window.table_of_actions["show_filter"].trigger()
    assert window.looks.panel.isVisible()
    window.looks.panel.changed.emit(Filter(actors=frozenset({actor_named("Hamas").id})))
    assert {one.title[:5] for one in window.workspace.shown.events} == {"Hamas"}
    assert window.toolbar.filter.text() == "Hamas"
    window.looks.panel.clear()
    assert window.toolbar.filter.text() == "Main events"


def test_main_events_or_all_by_menu_and_panel(window):
    project, table = window.workspace.project, window.table_of_actions
    reading = small_events()
    project.take_in([(reading, None)])
    window.workspace.refresh()
    before = len(window.workspace.shown.events)
    assert table["main_events"].isChecked()
    assert window.status._counts.text().startswith(f"{before} of {before + 1} events")
    table["all_events"].trigger()
    assert len(window.workspace.shown.events) == before + 1
    assert window.status._counts.text().startswith(f"{before + 1} events")
    assert window.toolbar.filter.text() == "All events"
    window.workspace.use(project)
    assert window.workspace.filter == Filter(), "it is remembered"
    window.looks.panel.changed.emit(Filter(least=MAIN))
    assert table["main_events"].isChecked()
    window.workspace.use(project)
    assert window.workspace.filter == Filter(least=MAIN)


def test_a_small_event_is_found_and_shown(window):
    window.workspace.project.take_in([(small_events(), None)])
    window.workspace.refresh()
    found = window.workspace.project.search("yawns").events[0]
    assert found.id not in window.workspace.shown.by_id
    window.looks.results.event_chosen.emit(found.id)
    assert found.id in window.workspace.shown.by_id


def small_events():
    """A reading with one event of little importance."""
    writer = Writer(article("A clerk yawns at the desk. Talks go on.\n"))
    writer.event("A clerk yawns", "A clerk yawns at the desk.", "yawns", importance=0.1)
    writer.event("Talks go on", "Talks go on.", "Talks", importance=0.9)
    made = writer.reading(())
    return replace(made, events=made.events[:1])


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

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.views.samples import Writer, article
from timeline_app.project import MAIN, Filter
from timeline_app.views.search_results import HIT_ROLE


def hits(window):
    model = window.finding.results.hits
    return [model.data(model.index(row), HIT_ROLE).words for row in range(model.rowCount())]


def test_a_search_finds_events_actors_and_passages(qtbot, window):
    window.activateWindow()
    window.table_of_actions["find"].trigger()
    qtbot.keyClicks(window.toolbar.search, "qatar")
    qtbot.waitUntil(window.finding.results.isVisible)
    found = hits(window)
    assert found[0] == "EVENTS"
    assert "Qatar hosts talks" in found
    assert "ACTORS" in found
    assert "Qatar" in found
    assert "PASSAGES" in found
    qtbot.keyClick(window.toolbar.search, Qt.Key.Key_Return)
    assert window.workspace.selection.event_id
    assert not window.finding.results.isVisible()


def test_what_was_found_is_shown_whatever_the_filter_says(window, event_named):
    event = event_named("hosts talks")
    window.workspace.set_filter(Filter(text="captures"))
    window.finding.results.event_chosen.emit(event.id)
    assert window.workspace.filter == Filter()
    assert window.panes.inspector.event_id == event.id
    assert window.guard.notices.words.startswith("The filter was cleared")
    window.guard.notices.findChild(QPushButton).click()
    assert window.workspace.filter == Filter(text="captures")


def test_an_empty_search_closes_the_list(qtbot, window):
    window.toolbar.search.setText("qatar")
    window.finding.search()
    assert window.finding.results.isVisible()
    window.toolbar.search.clear()
    window.finding.search()
    assert not window.finding.results.isVisible()


def test_the_filter_opens_below_its_button(window, actor_named):
    window.table_of_actions["show_filter"].trigger()
    assert window.finding.panel.isVisible()
    window.finding.panel.changed.emit(Filter(actors=frozenset({actor_named("Hamas").id})))
    assert {one.title[:5] for one in window.workspace.shown.events} == {"Hamas"}
    assert window.toolbar.filter.text() == "Hamas"
    window.finding.panel.clear()
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
    window.finding.panel.changed.emit(Filter(least=MAIN))
    assert table["main_events"].isChecked()
    window.workspace.use(project)
    assert window.workspace.filter == Filter(least=MAIN)


def test_a_small_event_is_found_and_shown(window):
    window.workspace.project.take_in([(small_events(), None)])
    window.workspace.refresh()
    found = window.workspace.project.search("yawns").events[0]
    assert found.id not in window.workspace.shown.by_id
    before = window.workspace.filter
    window.finding.results.event_chosen.emit(found.id)
    assert found.id in window.workspace.shown.by_id
    assert window.guard.notices.words.startswith("All events are shown now")
    window.guard.notices.findChild(QPushButton).click()
    assert window.workspace.filter == before


def small_events():
    """A reading with one event of little importance."""
    writer = Writer(article("A clerk yawns at the desk. Talks go on.\n"))
    writer.event("A clerk yawns", "A clerk yawns at the desk.", "yawns", importance=0.1)
    writer.event("Talks go on", "Talks go on.", "Talks", importance=0.9)
    made = writer.reading(())
    return replace(made, events=made.events[:1])

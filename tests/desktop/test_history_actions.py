from __future__ import annotations

from PySide6.QtCore import Qt


def test_steps_have_their_names(window, event_named):
    event = event_named("hosts talks")
    window.workspace.project.dismiss(event.id)
    window.workspace.refresh()
    assert window.table_of_actions["undo"].text() == "&Undo Dismiss event"
    assert not window.table_of_actions["redo"].isEnabled()
    window.table_of_actions["undo"].trigger()
    window.workspace.refresh()
    assert window.table_of_actions["redo"].text() == "&Redo Dismiss event"
    window.table_of_actions["redo"].trigger()
    assert window.workspace.project.is_dismissed(event.id)


def test_a_field_undoes_its_own_typing_first(qtbot, window, event_named):
    event = event_named("hosts talks")
    window.workspace.project.dismiss(event.id)
    window.workspace.refresh()
    window.activateWindow()
    window.toolbar.search.setFocus()
    qtbot.keyClicks(window.toolbar.search, "abc")
    window.history.do_undo()
    assert window.toolbar.search.text() == ""
    assert window.workspace.project.is_dismissed(event.id)
    window.history.do_redo()
    assert window.toolbar.search.text() == "abc"
    window.panes.timeline.setFocus(Qt.FocusReason.OtherFocusReason)
    window.history.do_undo()
    assert not window.workspace.project.is_dismissed(event.id)


def test_without_a_project_nothing_can_be_undone(window):
    window.files.leave()
    assert not window.table_of_actions["undo"].isEnabled()
    window.history.do_undo()


def test_an_offer_to_undo_holds_for_the_last_change_only(window, event_named):
    event = event_named("hosts talks")
    notices = window.guard.notices
    window.events.set_dismissed(event.id, True)
    assert "dismissed" in notices.words
    window.table_of_actions["undo"].trigger()
    assert not notices.words
    assert window.status.currentMessage() == "Undone: Dismiss event"
    window.table_of_actions["redo"].trigger()
    assert window.status.currentMessage() == "Done again: Dismiss event"


def test_the_offer_takes_the_change_back_wherever_the_focus_is(qtbot, window, event_named):
    event = event_named("hosts talks")
    window.events.set_dismissed(event.id, True)
    window.activateWindow()
    window.toolbar.search.setFocus()
    qtbot.keyClicks(window.toolbar.search, "abc")
    window.guard.take_back()
    assert not window.workspace.project.is_dismissed(event.id)
    assert window.toolbar.search.text() == "abc"

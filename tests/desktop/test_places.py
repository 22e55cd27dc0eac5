from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QToolButton

from tests.views.samples import FIRST


@pytest.mark.parametrize(("part", "widget"), [("left", "lists"), ("bottom", "bottom"), ("right", "_right")])
def test_parts_are_hidden_and_shown(window, part, widget):
    action = window.table_of_actions[f"toggle_{part}"]
    assert action.isChecked()
    action.trigger()
    assert not getattr(window.places, widget).isVisible()
    action.trigger()
    assert getattr(window.places, widget).isVisible()


def test_a_hidden_reader_comes_when_a_passage_is_asked_for(window, event_named):
    window.workspace.selection.select_event(event_named("releases").id)
    hide = window.table_of_actions["toggle_bottom"]
    hide.trigger()
    window.table_of_actions["open_passage"].trigger()
    assert window.panes.reader.text.isVisible()
    assert hide.isChecked()


def test_the_event_table_comes_where_the_bottom_was_hidden(window):
    hide = window.table_of_actions["toggle_bottom"]
    hide.trigger()
    window.table_of_actions["show_table"].trigger()
    assert window.panes.table.isVisible()
    assert hide.isChecked()


def test_the_filter_does_not_bring_the_empty_state(window):
    from timeline_app.project import Filter

    window.workspace.set_filter(Filter(text="no event has these words"))
    assert window.panes.timeline.isVisible()
    assert not window.places.empty.isVisible()


def test_the_focus_is_where_one_may_begin(qtbot, empty_window, tmp_path):
    empty_window.activateWindow()
    assert empty_window.focusWidget().text() == "Open…"
    (tmp_path / "one.txt").write_text(FIRST, "utf-8")
    with qtbot.waitSignal(empty_window.intake.ended, timeout=10_000):
        empty_window.intake.add_paths([tmp_path / "one.txt"])
    assert empty_window.focusWidget() is empty_window.panes.timeline.canvas
    empty_window.table_of_actions["new_project"].trigger()
    assert empty_window.focusWidget().text() == "Open…"


def test_an_undated_tab_counts(window, event_named):
    event = event_named("enters Gaza")
    from timeline_app.views.date_card import read_date

    window.workspace.project.set_date(event.id, read_date("28 October 2023")[0])
    window.workspace.refresh()
    assert window.places.lists.tabText(2) == "Undated 1"


def test_the_tabs_of_the_lists_are_whole_whatever_they_count(window):
    window.dress()
    places, bar = window.places, window.places.lists.tabBar()
    shown = window.workspace.shown
    window.workspace.shown = replace(shown, undated=list(shown.undated) * 900)
    places._count_undated()
    assert places.lists.tabText(2) == "Undated 1,800"
    assert places.lists.minimumWidth() >= sum(bar.tabSizeHint(number).width() for number in range(3))
    QApplication.instance().setStyleSheet("")


def test_an_empty_timeline_says_why_and_what_to_do(window):
    hint = window.places.hint
    assert hint.words == ""
    window.workspace.set_filter(replace(window.workspace.filter, text="nowhere to be found"))
    assert hint.words == "No event passes the filter."
    hint.button.click()
    assert hint.words == ""
    assert window.workspace.shown.events


def test_a_filter_is_cleared_beside_its_button(window):
    clear = window.toolbar.findChild(QToolButton, "clear_filter")
    assert clear.isHidden()
    window.workspace.set_filter(replace(window.workspace.filter, text="talks"))
    assert not clear.isHidden()
    clear.click()
    assert clear.isHidden()
    assert window.workspace.filter.text == ""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from timeline_app.desktop.review import next_unchecked, review_order


def test_the_order_is_that_of_time(window):
    titles = [one.title for one in review_order(window.workspace.shown.events)]
    assert titles[0] == "Hamas captures Judith and Natalie Raanan"
    assert titles[-1] == "Israel enters Gaza"


@pytest.mark.parametrize(
    ("checked", "here", "step", "found"),
    [
        ((), "", 1, 0),
        ((), "", -1, -1),
        ((0, 1), "", 1, 2),
        ((1,), 0, 1, 2),
        ((), 0, -1, -1),
    ],
)
def test_the_next_one_not_checked(window, checked, here, step, found):
    events = review_order(window.workspace.shown.events)
    ids = [one.id for one in events]
    done = frozenset(ids[number] for number in checked)
    assert next_unchecked(events, done, ids[here] if here != "" else "", step) == ids[found]


def test_all_checked_is_the_end(window):
    events = review_order(window.workspace.shown.events)
    assert next_unchecked(events, frozenset(one.id for one in events), "", 1) == ""


def test_keys_walk_and_accept(qtbot, window):
    order = review_order(window.workspace.shown.events)
    window.workspace.selection.select_event("")
    timeline = window.panes.timeline
    window.activateWindow()
    timeline.setFocus()
    qtbot.waitUntil(timeline.canvas.hasFocus)
    qtbot.keyClick(timeline.canvas, Qt.Key.Key_J)
    assert window.workspace.selection.event_id == order[0].id
    qtbot.keyClick(timeline.canvas, Qt.Key.Key_Y)
    assert window.workspace.project.is_checked(order[0].id)
    assert window.workspace.selection.event_id == order[1].id
    assert window.status._review.text() == f"1 of {len(order)} checked"
    qtbot.keyClick(timeline.canvas, Qt.Key.Key_X)
    window.workspace.refresh()
    assert order[1].id not in window.workspace.shown.by_id
    assert window.workspace.selection.event_id == order[2].id
    qtbot.keyClick(timeline.canvas, Qt.Key.Key_K)
    assert window.workspace.selection.event_id == order[-1].id
    qtbot.keyClick(timeline.canvas, Qt.Key.Key_Return)
    assert window.panes.reader.text.hasFocus()
    assert window.panes.reader.text.marked_words()
    # Whoever reads the passage decides there.
    qtbot.keyClick(window.panes.reader.text, Qt.Key.Key_Y)
    assert window.workspace.project.is_checked(order[-1].id)
    assert window.workspace.selection.event_id == order[2].id
    qtbot.keyClick(window.panes.reader.text, Qt.Key.Key_J)
    assert window.workspace.selection.event_id == order[3].id


def test_e_edits_the_title(qtbot, window):
    timeline = window.panes.timeline
    window.activateWindow()
    timeline.setFocus()
    qtbot.keyClick(timeline.canvas, Qt.Key.Key_J)
    qtbot.keyClick(timeline.canvas, Qt.Key.Key_E)
    assert window.panes.inspector._field.isVisible()
    qtbot.keyClicks(window.panes.inspector._field, "jykx")
    assert window.panes.inspector._field.toPlainText() == "jykx"


def test_the_end_of_the_review_is_said(window):
    for event in window.workspace.shown.events:
        window.workspace.project.set_checked(event.id, True)
    window.workspace.refresh()
    window.review.do_next_unchecked()
    assert window.places.notices.words == "Every event shown is checked."

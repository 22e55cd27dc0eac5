from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.views.samples import first_reading, second_reading
from timeline_app.views.event_table import ARTICLE, CHECKED, DATE, FACTUALITY, TITLE, EventTable, EventTableModel

EVENTS = (*second_reading().events, *first_reading().events)
NAMES = {part.actor: part.actor.partition(":")[2] for event in EVENTS for part in event.participants}
ARTICLES = {EVENTS[0].passage.article: "Aid talks", EVENTS[-1].passage.article: "Qatar's role"}


@pytest.fixture
def view(qtbot):
    made = EventTable()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show_events(EVENTS, NAMES, ARTICLES, frozenset({EVENTS[0].id}))
    made.show()
    return made


def column(view, number):
    return [view.events.index(row, number).data() for row in range(view.events.rowCount())]


def test_the_model_keeps_qts_rules(qtbot):
    model = EventTableModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_events(EVENTS, NAMES, ARTICLES, frozenset())
    for number in range(model.columnCount()):
        model.sort(number, Qt.SortOrder.DescendingOrder)
    model.set_events(EVENTS[:2], NAMES, ARTICLES, frozenset())


def test_events_stand_in_order_of_their_dates(view):
    assert column(view, TITLE) == [
        "Hamas captures Judith and Natalie Raanan",
        "Hamas releases Judith and Natalie Raanan",
        "Qatar hosts talks",
        "Qatar mediates the release",
        "Israel plans a visit",
        "Israel enters Gaza",
    ]
    assert column(view, DATE)[0] == "7 October 2023"
    assert column(view, DATE)[-1] == "no date"


def test_each_row_says_all(view):
    assert column(view, FACTUALITY)[-2:] == ["Planned", "Possible"]
    assert column(view, ARTICLE)[2] == "Aid talks"
    assert column(view, CHECKED)[2] == "checked"
    spoken = view.events.index(2, TITLE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Title: Qatar hosts talks"


def test_sorting_keeps_the_chosen_one(view):
    view.mark(EVENTS[0].id)
    view.sortByColumn(TITLE, Qt.SortOrder.DescendingOrder)
    assert view.events.event_id(view.currentIndex()) == EVENTS[0].id
    assert column(view, TITLE)[0] == "Qatar mediates the release"


def test_marking_tells_nobody_and_keys_do(qtbot, view):
    with qtbot.assertNotEmitted(view.event_chosen):
        view.mark(EVENTS[0].id)
    with qtbot.waitSignal(view.event_chosen):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    view.mark("gone")
    assert view.chosen_ids() == []


def test_several_can_be_chosen(view):
    view.selectAll()
    assert len(view.chosen_ids()) == len(EVENTS)


def test_the_title_takes_the_room(view):
    view.resize(1400, 300)
    assert view.columnWidth(TITLE) > 500


def test_a_date_that_cannot_be_right_has_a_mark(view):
    conflicting = EVENTS[0].id
    view.show_events(EVENTS, NAMES, ARTICLES, frozenset(), {conflicting: "Both cannot be right."})
    marked = [row for row, words in enumerate(column(view, DATE)) if words.startswith("≠ ")]
    assert marked == [view.events.row_of(conflicting)]
    index = view.events.index(marked[0], DATE)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Both cannot be right."
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("Both cannot be right.")
    assert not view.events.index(marked[0], TITLE).data().startswith("≠")


def test_what_is_marked_from_outside_is_chosen_alone_whatever_keys_are_held(qtbot):
    class CtrlHeld(EventTable):
        def selectionCommand(self, _index, _event=None):  # noqa: N802 - what Qt asks where Ctrl is held
            return QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows

    view = CtrlHeld()
    qtbot.addWidget(view)
    view.show_events(EVENTS, NAMES, ARTICLES, frozenset())
    view.mark(EVENTS[0].id)
    view.mark(EVENTS[1].id)
    assert view.chosen_ids() == [EVENTS[1].id]

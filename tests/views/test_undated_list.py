from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.views.samples import first_reading
from timeline_app.views.undated_list import EVENT_MIME, FACTS_ROLE, ROW_HEIGHTS, UndatedList, UndatedListModel


@pytest.fixture
def events():
    return first_reading().events[2:]


@pytest.fixture
def names(events):
    return {part.actor: part.actor.partition(":")[2].capitalize() for event in events for part in event.participants}


def fill(model, events, names):
    model.names = names
    model.replace_rows(events, [event.id for event in events])


def test_the_model_keeps_qts_rules(qtbot, events, names):
    model = UndatedListModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for some in (events, events[1:], events[::-1], ()):
        fill(model, some, names)


def test_rows_say_what_is_known(events, names):
    model = UndatedListModel()
    fill(model, events, names)
    assert model.data(model.index(0), FACTS_ROLE) == "until 12 Nov 2023 · Qatar"
    assert model.data(model.index(1), FACTS_ROLE) == "nothing known of its date · Israel"


def test_an_event_can_be_dragged(events, names):
    model = UndatedListModel()
    fill(model, events, names)
    data = model.mimeData([model.index(0)])
    assert bytes(data.data(EVENT_MIME).data()).decode() == events[0].id
    assert data.text() == "Qatar mediates the release"
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_the_list_chooses_by_mouse_and_keys(qtbot, events, names):
    view = UndatedList()
    qtbot.addWidget(view)
    view.resize(220, 300)
    view.show_events(events, names)
    view.show()
    with qtbot.waitSignal(view.event_chosen) as signal:
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.undated.index(0)).center()
        )
    assert signal.args == [events[0].id]
    with qtbot.waitSignal(view.event_chosen) as signal:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert signal.args == [events[1].id]
    view.show_events(tuple(reversed(events)), names)
    assert view.currentIndex().row() == 0
    assert not view.grab().isNull()


def test_a_short_title_takes_one_line(qtbot, events):
    view = UndatedList()
    qtbot.addWidget(view)
    view.resize(240, 400)
    short, long = (replace(events[0], id=one, title=one) for one in ("Short", "A title of many words " * 3))
    view.show_events([short, long], {})
    view.show()
    heights = [view.visualRect(view.undated.index(row)).height() for row in (0, 1)]
    assert heights == list(ROW_HEIGHTS)

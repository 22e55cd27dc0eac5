from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.views.samples import first_reading
from timeline_app.model.calendar import day_number
from timeline_app.views.small_timeline import SmallTimeline, ends_of, place_dots

EVENTS = first_reading().events


def test_dots_stand_where_their_days_are():
    dots = place_dots(EVENTS)
    assert [dot.share for dot in dots] == [0.0, 1.0]
    assert [one.earliest for one in ends_of(dots)] == [day_number(2023, 10, 7), day_number(2023, 10, 20)]
    assert place_dots(EVENTS[:1])[0].share == 0.5
    assert place_dots(EVENTS[2:]) == []
    assert ends_of([]) is None


@pytest.fixture
def line(qtbot):
    made = SmallTimeline()
    qtbot.addWidget(made)
    made.resize(220, 50)
    made.show_events(EVENTS, 0)
    made.show()
    return made


def test_a_click_on_a_dot_chooses(qtbot, line):
    where = line._centre(line._dots[1]).toPoint()
    with qtbot.waitSignal(line.event_chosen) as signal:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=where)
    assert signal.args == [EVENTS[1].id]


def test_keys_walk_from_dot_to_dot(qtbot, line):
    with qtbot.waitSignal(line.event_chosen) as signal:
        qtbot.keyClick(line, Qt.Key.Key_Right)
    assert signal.args == [EVENTS[0].id]
    line.mark(EVENTS[0].id)
    with qtbot.waitSignal(line.event_chosen) as signal:
        qtbot.keyClick(line, Qt.Key.Key_Right)
    assert signal.args == [EVENTS[1].id]
    line.mark(EVENTS[1].id)
    with qtbot.assertNotEmitted(line.event_chosen):
        qtbot.keyClick(line, Qt.Key.Key_Right)


def test_it_paints_and_hides_without_dots(line):
    assert not line.grab().isNull()
    line.show_events((), 0)
    assert not line.isVisible()

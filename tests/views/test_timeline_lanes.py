import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.views.timelines import EVENTS, LANES, shown
from timeline_app.layout.lane_choices import LaneChoices

K, LEFT, NONE = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(qtbot):
    return shown(qtbot)


def keys(view):
    return [lane.key for lane in view.lanes]


def title(view, lane):
    return QPoint(40, round(view.frame().lane_top(lane) + 12))


def test_a_title_is_dragged_to_another_place(view):
    heard = []
    view.lane_choices_changed.connect(heard.append)
    viewport = view.canvas.viewport()
    start, end = title(view, 0), title(view, 1) + QPoint(0, 60)
    QTest.mousePress(viewport, LEFT, NONE, start)
    QTest.mouseMove(viewport, start + QPoint(0, 20))
    QTest.mouseMove(viewport, end)
    assert view.lane_hands.drop_line() is not None
    dragging = view.canvas.grab().toImage()
    QTest.mouseRelease(viewport, LEFT, NONE, end)
    assert keys(view) == ["qatar", "hamas", "empty"]
    assert heard == [view.lane_hands.choices]
    assert view.lane_hands.drop_line() is None
    assert view.canvas.grab().toImage() != dragging


def test_choices_outlast_new_events_and_can_be_set_quietly(view):
    heard = []
    view.lane_choices_changed.connect(heard.append)
    view.set_lane_choices(LaneChoices(hidden=frozenset({"hamas"}), top=frozenset({"empty"})))
    assert keys(view) == ["empty", "qatar"]
    view.set_events(EVENTS, LANES)
    assert keys(view) == ["empty", "qatar"]
    assert heard == []


def test_keys_move_collapse_keep_and_hide(view):
    view.select("e1")
    QTest.keyClick(view.canvas, K.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert keys(view) == ["qatar", "hamas", "empty"]
    QTest.keyClick(view.canvas, K.Key_P)
    assert keys(view)[0] == "hamas"
    QTest.keyClick(view.canvas, K.Key_C)
    assert view.lanes[0].collapsed
    assert view.frame().stack.heights[0] < view.frame().stack.heights[1] + view.theme.metrics.row_height
    QTest.keyClick(view.canvas, K.Key_H)
    assert keys(view) == ["qatar", "empty"]
    QTest.keyClick(view.canvas, K.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert keys(view) == ["hamas", "qatar", "empty"]


def test_the_last_lane_is_not_hidden(view):
    view.set_events(EVENTS, LANES[:1])
    view.lane_hands.hide("hamas")
    assert keys(view) == ["hamas"]


def test_a_double_click_on_a_title_collapses_the_lane(view):
    QTest.mouseDClick(view.canvas.viewport(), LEFT, NONE, title(view, 1))
    assert view.lanes[1].collapsed


def test_the_menu_of_a_lane(view, qtbot):
    place = title(view, 1)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view.canvas.viewport(), QContextMenuEvent(reason, place, place))
    menu = view.findChild(QMenu)
    menu.close()
    view.lane_hands.hide("hamas")
    menu = view.lane_hands.menu("qatar")
    words = {action.text().split("\t")[0].replace("&", ""): action for action in menu.actions()}
    assert not words["Move Lane Up"].isEnabled()
    words["Collapse"].trigger()
    words["Show “Hamas”"].trigger()
    assert keys(view) == ["hamas", "qatar", "empty"]
    assert view.lanes[1].collapsed


def test_related_events_are_joined_by_a_bracket(view):
    plain = view.canvas.grab().toImage()
    view.set_relations([("e1", "e3", "13 days"), ("e1", "gone", "1 day")])
    joined = view.canvas.grab().toImage()
    assert joined != plain
    view.set_relations([])
    assert view.canvas.grab().toImage() == plain

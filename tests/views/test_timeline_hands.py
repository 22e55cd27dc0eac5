import pytest
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.views.timelines import D, crowd, place_of, shown
from timeline_app.views.event_picker import EventPicker
from timeline_app.views.timeline_hands import EVENT_MIME
from timeline_app.views.timeline_keys import KEYS

K, NONE, SHIFT = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def wheel(
    view,
    x,
    y,
    up=120,
    across=0,
    held=NONE,
):
    viewport = view.canvas.viewport()
    where, there = QPointF(x, y), QPointF(viewport.mapToGlobal(QPoint(x, y)))
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    qevent = QWheelEvent(where, there, QPoint(), QPoint(across, up), none, held, phase, False)
    QApplication.sendEvent(viewport, qevent)


def drag(view, start, end, held=NONE):
    viewport = view.canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, held, QPoint(*start))
    middle = QPoint((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
    QTest.mouseMove(viewport, middle)
    QTest.mouseMove(viewport, QPoint(*end))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, held, QPoint(*end))


def test_a_click_selects_and_a_click_beside_unselects(qtbot):
    view, heard = shown(qtbot), []
    view.event_clicked.connect(heard.append)
    QTest.mouseClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(*place_of(view, "e1")))
    assert view.selected == "e1"
    QTest.mouseClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(880, 480))
    assert heard == ["e1", ""]


def test_a_double_click_zooms_to_the_event(qtbot):
    view, opened = shown(qtbot), []
    view.event_activated.connect(opened.append)
    before = view.scale.days
    QTest.mouseDClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(*place_of(view, "e1")))
    assert opened == ["e1"]
    assert view.scale.days < before
    assert view.visible_range()[0] < D < view.visible_range()[1]


def test_the_wheel_zooms_at_the_pointer(qtbot):
    view = shown(qtbot)
    before, day = view.scale.days, view.scale.day_of(300.0)
    wheel(view, 300, 200)
    assert view.scale.days == pytest.approx(before / 1.25)
    assert view.scale.day_of(300.0) == pytest.approx(day)
    wheel(view, 300, 200, up=-120)
    assert view.scale.days == pytest.approx(before)


@pytest.mark.parametrize(
    "turn", [{"up": -120, "held": SHIFT}, {"up": 0, "across": -120}, {"up": 0, "across": -120, "held": SHIFT}]
)
def test_shift_and_wheel_pans(qtbot, turn):
    view = shown(qtbot)
    first, last = view.visible_range()
    wheel(view, 300, 200, **turn)
    assert view.visible_range()[0] > first
    assert view.scale.days == pytest.approx(last - first)


def test_dragging_pans_with_the_hand(qtbot):
    view = shown(qtbot)
    day = view.scale.day_of(500.0)
    drag(view, (500, 480), (350, 480))
    assert view.scale.day_of(350.0) == pytest.approx(day, abs=view.scale.days_per_pixel)


def test_shift_and_drag_marks_whole_days(qtbot):
    view, heard = shown(qtbot), []
    view.range_selected.connect(lambda first, last: heard.append((first, last)))
    x0, x1 = (round(view.scale.x_of(D + offset)) for offset in (-1.5, 1.5))
    before = view.visible_range()
    drag(view, (x0, 480), (x1, 480), SHIFT)
    assert heard == [(D - 2, D + 2)]
    assert view.frame().marked_words.endswith("4 days · 1 event")
    assert view.visible_range() == before
    view.fit_selection()
    assert view.scale.days == pytest.approx(4 * 1.6)
    QTest.keyClick(view.canvas, K.Key_Escape)
    assert view.frame().marked_range is None
    assert heard[-1][0] == heard[-1][1]


def test_a_click_on_a_title_names_its_lane(qtbot):
    view, heard = shown(qtbot), []
    view.lane_clicked.connect(heard.append)
    y = round(view.frame().lane_top(1) + 12)
    QTest.mouseClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(30, y))
    assert heard == ["qatar"]


def test_what_cannot_be_zoomed_apart_is_listed(qtbot):
    view, heard = shown(qtbot), []
    view.event_clicked.connect(heard.append)
    view.set_columns(*crowd())
    view.fit()
    frame = view.frame()
    place = QPoint(round(frame.clusters.left[0]) + 6, round(frame.cluster_y[0]))
    QTest.mouseClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    picker = view.findChild(EventPicker)
    assert picker is not None
    assert picker.list.count() == int(frame.clusters.count[0])
    QTest.keyClick(picker.list, Qt.Key.Key_Return)
    assert heard == [view.selected]
    assert view.selected in {f"e{number}" for number in range(60)}


def test_keys_do_what_the_table_says(qtbot):
    view = shown(qtbot)
    called = []
    for binding in KEYS:
        assert callable(getattr(view, binding.method))
        setattr(view, binding.method, lambda name=binding.method: called.append(name))
        for key in binding.keys:
            called.clear()
            QTest.keyClick(view.canvas, key, SHIFT if binding.shift else NONE)
            assert called == [binding.method]


def test_keys_with_control_are_left_to_the_window(qtbot):
    view = shown(qtbot)
    before = view.visible_range()
    QTest.keyClick(view.canvas, K.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view.canvas, K.Key_J)
    assert view.visible_range() == before


def test_arrows_walk_events_and_lanes(qtbot):
    view, heard = shown(qtbot), []
    view.event_clicked.connect(heard.append)
    QTest.keyClick(view.canvas, K.Key_Home)
    for key in (K.Key_Right, K.Key_Right, K.Key_Down, K.Key_Period, K.Key_Comma, K.Key_Up, K.Key_Left):
        QTest.keyClick(view.canvas, key)
    first, second = heard[0], heard[1]
    assert {first, second} == {"e1", "e2"}
    assert heard[2:] == ["e3", "e3", "e4", "e3", "e3", second]
    QTest.keyClick(view.canvas, K.Key_End)
    assert view.selected == "e4"


def test_zoom_and_pan_keys(qtbot):
    view = shown(qtbot)
    before = view.scale.days
    QTest.keyClick(view.canvas, K.Key_W)
    assert view.scale.days < before
    QTest.keyClick(view.canvas, K.Key_S)
    assert view.scale.days == pytest.approx(before)
    first = view.visible_range()[0]
    QTest.keyClick(view.canvas, K.Key_D)
    assert view.visible_range()[0] == pytest.approx(first + before / 8)
    QTest.keyClick(view.canvas, K.Key_A)
    assert view.visible_range()[0] == pytest.approx(first)


def test_enter_opens_the_selected(qtbot):
    view, opened = shown(qtbot), []
    view.event_activated.connect(opened.append)
    QTest.keyClick(view.canvas, K.Key_Return)
    view.select("e3")
    QTest.keyClick(view.canvas, K.Key_Return)
    assert opened == ["e3"]


def test_the_pointer_tells_its_day_and_lights_up_events(qtbot):
    view, heard = shown(qtbot), []
    view.hovered.connect(heard.append)
    QTest.mouseMove(view.canvas.viewport(), QPoint(*place_of(view, "e1")))
    assert heard[-1] == pytest.approx(D + 0.5, abs=view.scale.days_per_pixel)
    assert view.frame().hovered >= 0
    QApplication.sendEvent(view.canvas.viewport(), QEvent(QEvent.Type.Leave))
    assert heard[-1] is None
    assert view.frame().hovered == -1


def test_help_events_show_tips(qtbot):
    view = shown(qtbot)
    place = QPoint(*place_of(view, "e1"))
    help_event = QHelpEvent(QEvent.Type.ToolTip, place, view.canvas.viewport().mapToGlobal(place))
    assert QApplication.sendEvent(view.canvas.viewport(), help_event)


def test_the_menu_is_asked_for_with_what_is_under_the_pointer(qtbot):
    view, heard = shown(qtbot), []
    view.context_menu_requested.connect(lambda event_id, _place: heard.append(event_id))
    for place in (QPoint(*place_of(view, "e1")), QPoint(880, 480)):
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(view.canvas.viewport(), QContextMenuEvent(reason, place, place))
    view.select("e3")
    QApplication.sendEvent(view.canvas.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0)))
    assert heard == ["e1", "", "e3"]


def test_an_undated_event_is_dropped_on_a_day(qtbot):
    view, heard = shown(qtbot), []
    view.event_dropped.connect(lambda event_id, day: heard.append((event_id, day)))
    mime = QMimeData()
    mime.setData(EVENT_MIME, QByteArray(b"e5"))
    x = view.scale.x_of(D + 30.5)
    actions, left = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(view.canvas.viewport(), QDragEnterEvent(QPoint(9, 100), actions, mime, left, NONE))
    move = QDragMoveEvent(QPoint(round(x), 100), actions, mime, left, NONE)
    QApplication.sendEvent(view.canvas.viewport(), move)
    assert move.isAccepted()
    assert view.frame().day_marks[-1].label == "6 November 2023"
    QApplication.sendEvent(view.canvas.viewport(), QDropEvent(QPointF(x, 100), actions, mime, left, NONE))
    assert heard == [("e5", D + 30)]
    assert not view.frame().day_marks


def test_other_drops_are_for_the_window(qtbot):
    view = shown(qtbot)
    mime = QMimeData()
    mime.setText("file")
    move = QDragMoveEvent(QPoint(50, 100), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(view.canvas.viewport(), move)
    assert not move.isAccepted()

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.views.timelines import shown
from timeline_app.drawing.theme import dark

K = Qt.Key


def test_hidden_lanes_leave_a_sign_that_brings_them_back(qtbot):
    view = shown(qtbot)
    assert not view.hidden_lanes.isVisible()
    view.select("e1")
    QTest.keyClick(view.canvas, K.Key_H)
    assert view.hidden_lanes.isVisible()
    assert view.hidden_lanes.words == "1 lane hidden: Hamas"
    view.lane_hands.hide("qatar")
    assert view.hidden_lanes.words == "2 lanes hidden: Hamas, Qatar"
    heard = []
    view.lane_choices_changed.connect(heard.append)
    view.hidden_lanes.button.setFocus()
    QTest.keyClick(view.hidden_lanes.button, K.Key_Space)
    assert not view.hidden_lanes.isVisible()
    assert len(view.lanes) == 3
    assert len(heard) == 1


def test_long_names_do_not_make_the_window_wide(qtbot):
    view = shown(qtbot)
    before = view.minimumSizeHint().width()
    view.hidden_lanes.tell(["An organisation with a very long name indeed"] * 9)
    view.set_theme(dark())
    assert view.minimumSizeHint().width() < before + 120

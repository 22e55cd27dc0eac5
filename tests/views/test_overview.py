import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.views.timelines import D, shown
from timeline_app.drawing.theme import dark
from timeline_app.views.overview import Overview

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def both(qtbot):
    view = shown(qtbot)
    overview = Overview(view)
    qtbot.addWidget(overview)
    overview.resize(900, 70)
    overview.show()
    qtbot.waitExposed(overview)
    return view, overview


def x_of(overview, day):
    return round(overview.scale.x_of(day))


def drag(overview, start, end):
    """By the mouse, from pixel to pixel."""
    QTest.mousePress(overview, Qt.MouseButton.LeftButton, pos=QPoint(start, 30))
    for x in (start + 1, (start + end) // 2, end):
        send_move(overview, x)
    QTest.mouseRelease(overview, Qt.MouseButton.LeftButton, pos=QPoint(end, 30))


def send_move(overview, x, held=Qt.MouseButton.LeftButton):
    place = QPointF(x, 30)
    changed = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, place, overview.mapToGlobal(place), changed, held, NONE)
    QApplication.sendEvent(overview, move)


def test_the_brush_follows_the_timeline(both):
    view, overview = both
    view.set_range(D + 3, D + 9)
    assert overview.brush() == pytest.approx((overview.scale.x_of(D + 3), overview.scale.x_of(D + 9)))


def test_a_narrow_brush_stays_seen(both):
    view, overview = both
    view.set_range(D + 3, D + 3.01)
    left, right = overview.brush()
    assert right - left == 4
    assert (left + right) / 2 == pytest.approx(overview.scale.x_of(D + 3.005))


def test_the_brush_is_moved(both):
    view, overview = both
    view.set_range(D + 3, D + 13)
    drag(overview, x_of(overview, D + 8), x_of(overview, D + 18))
    assert view.visible_range() == pytest.approx((D + 13, D + 23), abs=0.2)


def test_the_brush_is_stretched_by_its_edges_and_they_stay_in_order(both):
    view, overview = both
    view.set_range(D + 3, D + 13)
    drag(overview, x_of(overview, D + 13), x_of(overview, D + 20))
    assert view.visible_range() == pytest.approx((D + 3, D + 20), abs=0.2)
    drag(overview, x_of(overview, D + 3), x_of(overview, D + 10))
    assert view.visible_range() == pytest.approx((D + 10, D + 20), abs=0.4)
    drag(overview, x_of(overview, D + 20), x_of(overview, D + 2))
    first, last = view.visible_range()
    assert first == pytest.approx(D + 10, abs=0.4)
    assert 0 < last - first < 0.1


def test_the_pointer_says_what_can_be_done(both):
    view, overview = both
    view.set_range(D + 3, D + 13)
    shapes = []
    for day in (D + 3, D + 8, D + 13, D + 30):
        send_move(overview, x_of(overview, day), Qt.MouseButton.NoButton)
        shapes.append(overview.cursor().shape())
    C = Qt.CursorShape  # noqa: N806
    assert shapes == [C.SizeHorCursor, C.OpenHandCursor, C.SizeHorCursor, C.ArrowCursor]


def test_a_press_beside_the_brush_brings_it_there_and_takes_it(both):
    view, overview = both
    view.set_range(D, D + 2)
    drag(overview, x_of(overview, D + 20), x_of(overview, D + 30))
    first, last = view.visible_range()
    assert last - first == pytest.approx(2)
    assert (first + last) / 2 == pytest.approx(D + 30, abs=0.2)


def test_all_events_are_in_the_strip(both):
    _, overview = both
    scale = overview.scale
    assert scale.first < D < D + 40 < scale.last
    assert overview._density.between(scale.first, scale.last) == 4


def test_what_is_found_and_the_theme_show(both):
    _, overview = both
    plain = overview.grab().toImage()
    overview.set_found([D + 13.5])
    found = overview.grab().toImage()
    overview.set_theme(dark())
    assert plain != found != overview.grab().toImage()


def test_an_empty_timeline_has_an_empty_strip(qtbot):
    view = shown(qtbot, [], [])
    overview = Overview(view)
    qtbot.addWidget(overview)
    overview.resize(500, 70)
    overview.show()
    assert not np.any(overview._density.counts(0, 1e6, 10))
    assert not overview.grab().isNull()

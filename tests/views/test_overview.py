import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.views.timelines import D, shown
from timeline_app.drawing.theme import dark
from timeline_app.views.overview import Overview


@pytest.fixture
def both(qtbot):
    view = shown(qtbot)
    overview = Overview(view)
    qtbot.addWidget(overview)
    overview.resize(900, 70)
    overview.show()
    qtbot.waitExposed(overview)
    return view, overview


def test_the_brush_follows_the_timeline(both):
    view, overview = both
    view.set_range(D + 3, D + 9)
    assert overview._brush.getRegion() == pytest.approx((D + 3, D + 9))


def test_the_timeline_follows_the_brush(both):
    view, overview = both
    overview._brush.setRegion((D + 5, D + 6))
    assert view.visible_range() == pytest.approx((D + 5, D + 6))


def test_a_press_beside_the_brush_brings_it_there(both):
    view, overview = both
    view.set_range(D, D + 2)
    x = round(overview._box.mapViewToScene(overview._box.viewRect().center()).x())
    QTest.mouseClick(
        overview._strip.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, 30)
    )
    first, last = view.visible_range()
    assert last - first == pytest.approx(2)
    assert first > D + 10


def test_all_events_are_in_the_strip(both):
    _, overview = both
    (first, last), _ = overview._box.viewRange()
    assert first < D < D + 40 < last
    assert overview._density.between(first, last) == 4


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

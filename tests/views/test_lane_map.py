import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.layout.made import event, on
from tests.views.timelines import D, shown
from timeline_app.layout.arrangement import arrange
from timeline_app.layout.columns import columns_of
from timeline_app.layout.lanes import Lane
from timeline_app.views.lane_map import BINS, depths

LANES = [Lane(f"lane{number}", f"Lane {number}", number) for number in range(40)]
EVENTS = [event(number, on(D + number), f"lane{number % 40}") for number in range(120)]


@pytest.fixture
def view(qtbot):
    return shown(qtbot, EVENTS, LANES)


def test_it_is_there_only_for_many_lanes(qtbot, view):
    assert view.lane_map.isVisible()
    few = shown(qtbot)
    assert not few.lane_map.isVisible()


def test_a_click_brings_the_lanes_there_into_view(view):
    lane = view.lane_map.lane_at(300)
    QTest.mouseClick(view.lane_map, Qt.MouseButton.LeftButton, pos=QPoint(20, 300))
    assert lane in view.frame().lanes
    QTest.mouseClick(view.lane_map, Qt.MouseButton.LeftButton, pos=QPoint(20, view.lane_map.height() - 1))
    assert view.port.scroll == view.port.longest_scroll


def test_its_frame_follows_the_timeline(view):
    before = view.lane_map.grab().toImage()
    view.page_down()
    assert view.lane_map.grab().toImage() != before


def test_it_follows_other_events(view):
    before = view.lane_map.grab().toImage()
    view.set_events(EVENTS[:50], LANES)
    view.set_events([*EVENTS, *(event(200 + number, on(D + 300), "lane3") for number in range(9))], LANES)
    assert view.lane_map.isVisible()
    assert view.lane_map.grab().toImage() != before


def test_where_more_happens_is_stronger():
    events = [event(number, on(D), "a") for number in range(30)] + [event(99, on(D + 100), "b")]
    lanes = [Lane("a", "A", 0), Lane("b", "B", 1)]
    depth = depths(arrange(columns_of(events, lanes), lanes))
    assert depth.shape == (2, BINS)
    assert depth[0, 0] == depth.max() == 1.0
    assert 0 < depth[1, -1] < 0.5
    assert np.count_nonzero(depth) == 2
    assert not depths(arrange(columns_of([], lanes), lanes)).any()

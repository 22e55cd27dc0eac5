import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.views.timelines import D, shown
from timeline_app.views.event_picker import EventPicker
from timeline_app.views.timeline_ranges import ids_between, open_range_menu, range_menu


@pytest.fixture
def view(qtbot):
    view = shown(qtbot)
    view.pointer.set_marked(D - 1.0, D + 15.0)
    return view


def test_events_of_a_range_come_once_and_in_the_order_of_time(view):
    assert ids_between(view, D - 1, D + 15) == ["e1", "e2", "e3"]
    assert ids_between(view, D + 100, D + 200) == []


def test_the_menu_of_a_range(view):
    heard, chosen, cleared = [], [], []
    view.range_filter_wanted.connect(lambda *days: heard.append(days))
    view.event_clicked.connect(chosen.append)
    view.range_selected.connect(lambda *days: cleared.append(days))
    menu = range_menu(view, D - 1.0, D + 15.0)
    actions = {action.text().split("\t")[0].replace("&", ""): action for action in menu.actions()}
    actions["Only This Range"].trigger()
    assert heard == [(D - 1, D + 14)]
    actions["Events in Range (3)…"].trigger()
    picker = view.findChild(EventPicker)
    assert [picker.list.item(row).text() for row in range(3)] == ["Attack", "Captivity", "Release"]
    assert picker.list.item(2).data(Qt.ItemDataRole.AccessibleTextRole) == "Release, 20 October 2023 · Hamas, Qatar"
    picker.list.setCurrentRow(2)
    QTest.keyClick(picker.list, Qt.Key.Key_Return)
    assert chosen == ["e3"]
    actions["Clear Range"].trigger()
    assert view.pointer.marked is None
    assert len(cleared) == 1


def test_a_click_of_the_other_button_opens_it_only_inside_the_range(view):
    x = round(view.scale.x_of(D + 9.0))
    for place in (QPoint(x, 480), QPoint(880, 480)):
        QApplication.sendEvent(view.canvas.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place))
    menus = view.findChildren(QMenu)
    assert any("Only" in action.text() for menu in menus for action in menu.actions())
    view.clear_marked_range()
    assert not open_range_menu(view, QPoint(0, 0))

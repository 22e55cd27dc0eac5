import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu

from tests.views.timelines import D, shown
from timeline_app.layout.eras import Era
from timeline_app.views.timeline_ranges import range_menu

TRUCE = Era(float(D), D + 8.0, "Truce")


@pytest.fixture
def heard():
    return []


@pytest.fixture
def view(qtbot, heard):
    view = shown(qtbot)
    view.eras_changed.connect(heard.append)
    return view


def answer(monkeypatch, name, sure=True):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_about, **_more: (name, sure))


def test_a_marked_range_gets_a_name(view, heard, monkeypatch):
    answer(monkeypatch, " Truce ")
    view.mark_range(float(D), D + 8.0)
    actions = {action.text().replace("&", ""): action for action in range_menu(view, float(D), D + 8.0).actions()}
    actions["Name This Range…"].trigger()
    assert view.eras == (TRUCE,)
    assert heard == [(TRUCE,)]
    assert view.pointer.marked is None


@pytest.mark.parametrize(("name", "sure"), [("", True), ("  ", True), ("Truce", False)])
def test_without_a_name_there_is_no_era(view, heard, monkeypatch, name, sure):
    answer(monkeypatch, name, sure)
    view.era_hands.ask_for(float(D), D + 8.0)
    assert (view.eras, heard) == ((), [])


def test_an_era_is_renamed_and_taken_away(view, heard, monkeypatch):
    view.set_eras([TRUCE, Era(D + 10.0, D + 12.0, "After")])
    assert heard == []
    answer(monkeypatch, "Ceasefire")
    actions = {action.text().replace("&", ""): action for action in view.era_hands.menu(0).actions()}
    actions["Rename…"].trigger()
    assert [era.label for era in view.eras] == ["Ceasefire", "After"]
    actions["Remove Name"].trigger()
    assert [era.label for era in view.eras] == ["After"]
    assert len(heard) == 2


def test_a_click_on_its_name_marks_its_range_and_the_other_button_opens_its_menu(view):
    view.set_eras([Era(D - 100.0, D + 100.0, "Long"), TRUCE])
    place = QPoint(round(view.scale.x_of(D + 4.0)), view.canvas.height() - 6)
    assert view.hit(place.x(), place.y()).era == 1
    QTest.mouseClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.pointer.marked == (TRUCE.first, TRUCE.last)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view.canvas.viewport(), QContextMenuEvent(reason, place, place))
    assert any("Rename" in action.text() for menu in view.findChildren(QMenu) for action in menu.actions())

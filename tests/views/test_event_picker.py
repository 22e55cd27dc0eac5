from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from timeline_app.desktop.style import stylesheet
from timeline_app.drawing.theme import dark, light
from timeline_app.views.event_picker import Choice, EventPicker

CHOICES = [
    Choice(f"e{number}", f"Event {number}", f"{number} October 2023 · Hamas", "#0072b2") for number in range(1, 13)
]


@pytest.fixture
def taken():
    return []


@pytest.fixture(params=[light(), dark()], ids=lambda theme: theme.name)
def picker(qtbot, taken, request):
    picker = EventPicker(CHOICES, taken.append, request.param)
    picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(picker)
    picker.open_at(QPoint(10, 10))
    qtbot.waitExposed(picker)
    return picker


def test_a_reader_hears_title_date_and_actors(picker):
    item = picker.list.item(2)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Event 3, 3 October 2023 · Hamas"
    assert picker.list.accessibleName() == "12 events here"


@pytest.mark.parametrize("number", [1, 2])
def test_a_few_are_seen_without_scrolling(qtbot, taken, number):
    # As the application dresses its lists.
    app = QApplication.instance()
    app.setStyleSheet(stylesheet(light()))
    try:
        picker = EventPicker(CHOICES[:number], taken.append, light())
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(picker)
        picker.open_at(QPoint(10, 10))
        assert picker.list.accessibleName() == ("1 event here" if number == 1 else "2 events here")
        assert picker.list.verticalScrollBar().maximum() == 0
    finally:
        app.setStyleSheet("")


def test_it_is_walked_and_taken_by_keys(qtbot, picker, taken):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(picker.list, key)
    qtbot.keyClick(picker.list, Qt.Key.Key_Return)
    assert taken == ["e2"]
    assert not picker.isVisible()


def test_escape_takes_nothing(qtbot, picker, taken):
    qtbot.keyClick(picker.list, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    assert taken == []


def test_a_click_takes(qtbot, picker, taken):
    place = picker.list.visualItemRect(picker.list.item(3)).center()
    qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert taken == ["e4"]


def test_both_lines_are_drawn_within_the_row(picker):
    image = picker.list.grab().toImage()
    row = picker.list.visualItemRect(picker.list.item(1))
    ground = image.pixelColor(row.left() + 26, row.center().y())
    inked = [
        y for y in range(row.top(), row.bottom())
        if any(image.pixelColor(x, y).lightness() - ground.lightness() not in range(-40, 41) for x in range(40, 200))
    ]  # fmt: skip
    assert inked
    # There is a line of nothing between both lines of words, and around them.
    gaps = [after - before for before, after in pairwise(inked) if after - before > 1]
    assert len(gaps) == 1
    assert row.top() + 3 < inked[0] < inked[-1] < row.bottom() - 2


def test_it_stays_on_the_screen(qapp, picker):
    room = qapp.primaryScreen().availableGeometry()
    picker.open_at(room.bottomRight() - QPoint(3, 3))
    assert room.contains(picker.geometry())

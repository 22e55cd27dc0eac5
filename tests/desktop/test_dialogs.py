from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from timeline_app.desktop.dialogs import DateDialog, EventDialog, NameDialog, PasteDialog, PickDialog
from timeline_app.model.calendar import day_number


def test_a_name_may_not_be_empty(qtbot):
    dialog = NameDialog(None, "Rename", "Some words.", "Qatar", "Rename")
    qtbot.addWidget(dialog)
    assert dialog.name == "Qatar"
    dialog._line.setText("  ")
    assert not dialog.accept_button.isEnabled()
    dialog._line.setText(" State  of Qatar ")
    assert dialog.name == "State of Qatar"


def test_a_day_is_asked_for(qtbot):
    dialog = DateDialog(None, "Date", "When?", "", only_day=True)
    qtbot.addWidget(dialog)
    assert dialog.accept_button.isEnabled()
    assert dialog.when is None
    dialog.date.line.setText("12 November 2023")
    assert dialog.when.earliest == day_number(2023, 11, 12)
    assert dialog.date.understood.text() == "12 November 2023"
    dialog.date.line.setText("November 2023")
    assert not dialog.accept_button.isEnabled()
    assert "whole day" in dialog.date.understood.text()
    dialog.date.line.setText("gibberish")
    assert not dialog.accept_button.isEnabled()


def test_one_or_several_are_picked(qtbot):
    names = [("q", "Qatar"), ("h", "Hamas"), ("i", "Israel")]
    dialog = PickDialog(None, "Merge", "Which?", names, "Merge", several=True)
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    dialog.choose(["h", "i"])
    assert dialog.chosen() == ["h", "i"]
    assert dialog.accept_button.isEnabled()
    dialog._find.setText("qat")
    assert [dialog._names.item(row).isHidden() for row in range(3)] == [False, True, True]
    one = PickDialog(None, "Pick", "", names, "Pick")
    qtbot.addWidget(one)
    one.choose(["q"])
    assert one.chosen() == ["q"]


def test_a_text_is_pasted(qtbot):
    dialog = PasteDialog(None, "It rained yesterday.")
    qtbot.addWidget(dialog)
    dialog._title.setText("Weather")
    dialog._date.setText("12 November 2023")
    pasted = dialog.pasted()
    assert (pasted.title, pasted.text, pasted.published) == (
        "Weather", "It rained yesterday.", day_number(2023, 11, 12)
    )  # fmt: skip
    dialog._date.setText("whenever")
    assert not dialog.accept_button.isEnabled()
    dialog._date.clear()
    dialog._text.clear()
    assert not dialog.accept_button.isEnabled()
    assert dialog._text.accessibleName() == "Text"


def many_names():
    return [(str(number), f"Name {number}") for number in range(12)]


def test_a_long_list_is_narrowed_and_ticked_by_keys(qtbot):
    dialog = PickDialog(None, "Merge", "Which?", many_names(), "Merge", several=True)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog._find, "name 11")
    qtbot.keyClick(dialog._find, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.chosen() == ["11"]
    assert dialog._state.text() == "1 chosen"
    dialog._find.setText("e 7")
    qtbot.keyClick(dialog._find, Qt.Key.Key_Down)
    assert dialog._names.currentItem().text() == "Name 7"
    qtbot.keyClick(dialog._names, Qt.Key.Key_Space)
    assert dialog.chosen() == ["7", "11"]
    dialog._find.setText("nobody")
    assert dialog._state.text() == "Nothing here is called that."


def test_a_click_anywhere_on_a_line_ticks_it(qtbot):
    dialog = PickDialog(None, "Merge", "Which?", many_names(), "Merge", several=True)
    qtbot.addWidget(dialog)
    dialog.show()
    names = dialog._names
    place = names.visualItemRect(names.item(2))
    for ticked in (["2"], []):
        qtbot.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
        assert dialog.chosen() == ticked
    qtbot.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(14, 12))
    assert dialog.chosen() == ["2"]


def test_of_some_lists_one_has_to_stay(qtbot):
    dialog = PickDialog(None, "Split", "Which?", [("a", "A"), ("b", "B")], "Split", several=True, some=True)
    qtbot.addWidget(dialog)
    dialog.choose(["a"])
    assert dialog.accept_button.isEnabled()
    assert dialog._find.isHidden()
    dialog.choose(["b"])
    assert not dialog.accept_button.isEnabled()
    assert dialog._state.text() == "One of them has to stay."


def test_an_event_is_asked_for_with_title_and_date(qtbot):
    title = "Hamas released the two women whom it had held for thirteen days on the twentieth of October"
    dialog = EventDialog(None, "Hamas released the two.", title, "2023-10-20", ["Hamas", "Qatar"])
    qtbot.addWidget(dialog)
    assert dialog.title == title
    assert dialog._line.cursorPosition() == 0
    assert dialog._line.selectedText() == title
    assert dialog.date.understood.text() == "20 October 2023"
    assert any("Hamas and Qatar" in one.text() for one in dialog.findChildren(QLabel))
    dialog.date.line.setText("gibberish")
    assert not dialog.accept_button.isEnabled()
    dialog.date.line.clear()
    assert dialog.accept_button.isEnabled()
    assert dialog.date.when is None
    dialog._line.setText(" ")
    assert not dialog.accept_button.isEnabled()

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from timeline_app.desktop.pick_dialog import PickDialog


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

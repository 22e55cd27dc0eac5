from __future__ import annotations

from timeline_app.desktop.dialogs import DateDialog, NameDialog, PasteDialog, PickDialog
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
    dialog._line.setText("12 November 2023")
    assert dialog.when.earliest == day_number(2023, 11, 12)
    assert dialog._understood.text() == "12 November 2023"
    dialog._line.setText("November 2023")
    assert not dialog.accept_button.isEnabled()
    assert "whole day" in dialog._understood.text()
    dialog._line.setText("gibberish")
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

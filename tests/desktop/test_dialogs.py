from __future__ import annotations

from PySide6.QtWidgets import QLabel

from timeline_app.desktop.dialogs import DateDialog, EventDialog, NameDialog, PasteDialog
from timeline_app.model.calendar import day_number


def test_a_name_may_not_be_empty(qtbot):
    dialog = NameDialog(None, "Rename", "Some words.", "Qatar", "Rename")
    qtbot.addWidget(dialog)
    assert dialog.name == "Qatar"
    dialog._line.setText("  ")
    assert not dialog.accept_button.isEnabled()
    dialog._line.setText(" State  of Qatar ")
    assert dialog.name == "State of Qatar"


def test_a_dialog_is_as_high_as_its_words_and_grows_with_them(qtbot):
    sentence = "When was this published? Words such as “yesterday” count from this day and are read again."
    dialog = DateDialog(None, "Date of publication", sentence, "5 May 2020", only_day=True)
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.height()
    assert before == dialog.column.totalHeightForWidth(dialog.width())
    dialog.date.line.setText("the day of the jackal")
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert dialog.height() == dialog.column.totalHeightForWidth(dialog.width())


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

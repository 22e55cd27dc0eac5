from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from timeline_app.views import notice_bar
from timeline_app.views.notice_bar import NoticeBar, Tone


def shown(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    bar = NoticeBar(window)
    window.resize(700, 200)
    window.show()
    bar.keep = window
    return bar


def test_it_says_a_sentence_and_goes_away(qtbot):
    bar = shown(qtbot)
    assert bar.words == ""
    bar.say("The project is saved.", Tone.SUCCESS)
    assert bar.words == "The project is saved."
    assert bar._timer.isActive()
    bar._timer.timeout.emit()
    assert bar.words == ""


def test_what_went_wrong_stays_with_its_details(qtbot):
    bar = shown(qtbot)
    bar.say("2 files could not be read.", Tone.WARNING, details="a.pdf: a scan\nb.txt: empty")
    assert not bar._timer.isActive()
    assert bar._details.isHidden()
    qtbot.mouseClick(bar._more, Qt.MouseButton.LeftButton)
    assert not bar._details.isHidden()
    assert "b.txt: empty" in bar._details.toPlainText()


def test_an_offer_is_taken_once(qtbot):
    bar = shown(qtbot)
    taken = []
    bar.say("Dismissed.", offers=(("Undo", lambda: taken.append(1)),))
    button = next(one for one in bar.findChildren(QPushButton) if one.text() == "Undo")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert taken == [1]
    assert bar.words == ""
    bar.say("Other.")
    assert [one.text() for one in bar.findChildren(QPushButton) if one.isVisible()] == []


def test_what_is_said_is_announced_to_screen_readers(qtbot, monkeypatch):
    bar, told = NoticeBar(), []
    qtbot.addWidget(bar)
    monkeypatch.setattr(notice_bar.QAccessible, "updateAccessibility", lambda one: told.append(one.message()))
    bar.say("Two files could not be read.")
    assert told == ["Two files could not be read."]


def test_an_offer_for_the_last_change_leaves_with_the_next(qtbot):
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.say("The event is dismissed.", offers=(("Undo", lambda: None),), until_change=True)
    bar.outlive_change()
    assert not bar.words
    bar.say("A file could not be read.")
    bar.outlive_change()
    assert bar.words

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from timeline_app.views.hint import Hint


def test_it_says_why_there_is_nothing_and_what_to_do(qtbot):
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(600, 400)
    over.show()
    hint, done = Hint(over), []
    assert hint.words == ""
    hint.say("No event passes the filter.", "Clear filter", lambda: done.append(1))
    assert hint.words == "No event passes the filter."
    hint.button.click()
    assert done == [1]
    over.resize(800, 500)
    assert abs(hint.geometry().center().x() - 400) < 3
    hint.say("Nothing was found.")
    assert hint.button.isHidden()
    hint.say("")
    assert hint.isHidden()

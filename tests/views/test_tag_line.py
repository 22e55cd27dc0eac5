import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from timeline_app.views.tag_line import TagLine, tags_in


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("", ()),
        (" , ;", ()),
        ("trial", ("trial",)),
        ("trial, war  crimes ;  Trial,", ("trial", "war crimes")),
        ("Völkerrecht, 人权", ("Völkerrecht", "人权")),
    ],
)
def test_a_line_holds_tags(words, tags):
    assert tags_in(words) == tags


@pytest.fixture
def line(qtbot):
    line = TagLine()
    qtbot.addWidget(line)
    line.show_tags(("trial",))
    line.show()
    line.setFocus()
    return line


def test_what_is_typed_is_told_once(line):
    heard = []
    line.tags_set.connect(heard.append)
    line.end(False)
    QTest.keyClicks(line, ", sanctions")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert heard == [("trial", "sanctions")]
    assert line.text() == "trial, sanctions"


def test_escape_brings_back_what_was_there(line):
    heard = []
    line.tags_set.connect(heard.append)
    QTest.keyClicks(line, "something")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "trial"
    assert heard == []


def test_known_tags_are_proposed_for_the_word_at_the_cursor(line):
    line.set_known(["trade", "trial", "war crimes"])
    line.end(False)
    QTest.keyClicks(line, ", wa")
    assert line._completer.currentCompletion() == "war crimes"
    line._completer.activated.emit("war crimes")
    assert line.text() == "trial, war crimes"


def test_typing_is_not_lost_when_the_event_is_shown_again(line, qapp):
    line.activateWindow()
    QTest.qWaitForWindowActive(line)
    line.end(False)
    QTest.keyClicks(line, ", sanc")
    line.show_tags(("trial",))
    assert line.text() == "trial, sanc"
    line.show_tags(("other",))
    assert line.text() == "other"

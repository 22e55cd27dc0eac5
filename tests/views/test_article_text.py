from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor

from tests.views.samples import FIRST, article, first_reading
from timeline_app.model import Passage
from timeline_app.views.article_text import MOST_CHARACTERS, ArticleText, Marks

READING = first_reading()
RELEASE = READING.events[1]


@pytest.fixture
def view(qtbot):
    made = ArticleText()
    qtbot.addWidget(made)
    made.resize(500, 200)
    told = [(one, event.id) for event in READING.events for one in event.passages]
    made.show_article(READING.article, Marks(READING.times, READING.mentions, {READING.actors[0].id: 0}, told))
    made.show()
    return made


def marks_on(view, words):
    """The formats laid over the first place of some words."""
    start = view.toPlainText().index(words)
    found = []
    for one in view.extraSelections():
        if one.cursor.selectionStart() <= start < one.cursor.selectionEnd():
            found.append(QTextCharFormat(one.format))
    return found


def test_the_text_is_shown_and_cannot_be_changed(qtbot, view):
    assert view.toPlainText() == FIRST
    qtbot.keyClick(view, Qt.Key.Key_A)
    assert view.toPlainText() == FIRST


def test_dates_are_underlined_and_actors_tinted(view):
    assert any(one.fontUnderline() for one in marks_on(view, "20 October 2023"))
    assert any(one.fontWeight() == 600 for one in marks_on(view, "Hamas"))
    assert not marks_on(view, "captivity")


def test_a_passage_is_marked_with_its_exact_words(view):
    view.show_passage(RELEASE.passage)
    assert view.marked_words() == "Hamas released the two on 20 October 2023."
    assert any(one.background().style() != Qt.BrushStyle.NoBrush for one in marks_on(view, "released the two"))
    view.show_passage(None)
    assert view.marked_words() == ""


def test_words_behind_emoji_and_windows_line_ends_are_found(qtbot):
    source = article("Title 😀\r\n\r\nHamas 😀 released two.\r\nEnd.")
    made = ArticleText()
    qtbot.addWidget(made)
    made.show_article(source, Marks())
    start = source.text.index("released")
    made.show_passage(Passage(source.id, start, start + len("released two.\r\nEnd")))
    assert made.marked_words() == "released two.\nEnd"


def test_a_passage_far_down_is_brought_into_view(qtbot, view):
    source = article("A line of words that is of no matter.\n" * 300 + "The end came on Monday.")
    view.show_article(source, Marks())
    start = source.text.index("The end")
    view.show_passage(Passage(source.id, start, len(source.text)))
    where = view.cursorRect(view._cursor(start, start))
    assert 0 <= where.top() < view.viewport().height()


def test_the_passage_stays_in_view_when_lines_break_elsewhere(view):
    source = article(
        "A line of words that is of no matter, and rather long at that. " * 200 + "The end came on Monday."
    )
    view.show_article(source, Marks())
    start = source.text.index("The end")
    view.show_passage(Passage(source.id, start, len(source.text)))
    view.resize(260, 200)
    where = view.cursorRect(view._cursor(start, start))
    assert 0 <= where.top() < view.viewport().height()


def test_a_huge_article_is_shown_a_stretch_at_a_time(view):
    source = article("Nothing of note happened here at all.\n" * 20_000 + "The end came on Monday.")
    view.show_article(source, Marks())
    assert len(view.toPlainText()) <= MOST_CHARACTERS
    start = source.text.index("The end")
    view.show_passage(Passage(source.id, start, len(source.text)))
    assert view.marked_words() == "The end came on Monday."
    assert view.toPlainText().startswith("Nothing of note")


def test_a_double_click_on_a_passage_chooses_its_event(qtbot, view):
    place = view.cursorRect(view._cursor(RELEASE.passage.start + 8, RELEASE.passage.start + 8)).center()
    with qtbot.waitSignal(view.event_activated) as signal:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args == [RELEASE.id]


def test_selected_words_become_a_passage_without_blanks(qtbot, view):
    start = FIRST.index("\nQatar mediated")
    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    cursor.setPosition(start + len(" Qatar mediated "), QTextCursor.MoveMode.KeepAnchor)
    with qtbot.waitSignal(view.words_selected):
        view.setTextCursor(cursor)
    assert view.selected_passage().of(FIRST) == "Qatar mediated"


def test_it_paints_in_other_sizes(view):
    view.set_points(18)
    assert view.document().defaultFont().pointSize() == 18
    view.set_points(0)
    view.apply_theme()
    assert not view.grab().isNull()

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from tests.views.samples import first_reading
from timeline_app.model import Page
from timeline_app.views.article_text import Marks
from timeline_app.views.source_reader import PAGE, TEXT, SourceReader

READING = first_reading()


@pytest.fixture
def jobs():
    return []


@pytest.fixture
def reader(qtbot, jobs):
    made = SourceReader(lambda work, *, done, failed, key="": jobs.append((work, done, failed)) or 1)
    qtbot.addWidget(made)
    made.resize(700, 260)
    made.show_article(READING.article, Marks())
    made.show()
    return made


def test_the_head_says_what_is_read(reader):
    assert reader._title.text() == "Qatar's role in the release"
    reader.show_passage(READING.events[0].passage, 1, 3)
    assert reader._facts.text() == "passage 1 of 3 · 12 Nov 2023 · qatar.txt"
    assert not reader._previous.isEnabled()
    assert reader._next.isEnabled()


def test_a_long_title_and_long_facts_share_the_head(reader):
    article = replace(READING.article, title="A title of an article that is long " * 3, name="a-long-file-name.html")
    reader.show_article(article, Marks())
    reader.show_passage(READING.events[0].passage, 1, 3)
    reader.resize(560, 260)
    reader.grab()
    assert reader._title.width() > 200
    assert reader._facts.width() >= reader._facts.fontMetrics().horizontalAdvance("passage 1 of 3 · …")


def test_in_a_narrow_head_nothing_stands_over_another(qtbot, reader):
    article = replace(READING.article, title="A title of an article that is long")
    reader.show_article(article, Marks())
    reader.show_passage(READING.events[0].passage, 1, 3)
    for width in (700, 260, 150, 700):
        reader.head.setFixedWidth(width)
        qtbot.wait(10)
        seen = [one for one in (reader._title, reader._facts, reader._previous, reader._next) if one.isVisible()]
        assert all(one.geometry().right() < two.geometry().left() for one, two in pairwise(seen))
        assert {reader._previous, reader._next} <= set(seen)
    assert reader._facts.isVisible()
    assert reader._title.isVisible()


def test_next_and_previous_are_asked_for(qtbot, reader):
    reader.show_passage(READING.events[0].passage, 2, 3)
    with qtbot.waitSignal(reader.next_asked):
        qtbot.mouseClick(reader._next, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(reader.previous_asked):
        qtbot.mouseClick(reader._previous, Qt.MouseButton.LeftButton)


def test_an_event_is_asked_for_from_selected_words(qtbot, reader):
    assert reader._add.isHidden()
    cursor = QTextCursor(reader.text.document())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
    reader.text.setTextCursor(cursor)
    assert not reader._add.isHidden()
    with qtbot.waitSignal(reader.add_event_asked) as signal:
        qtbot.mouseClick(reader._add, Qt.MouseButton.LeftButton)
    assert signal.args[0].of(READING.article.text) == "Qatar's role in the release"


def test_without_pages_there_is_no_choice_of_them(reader):
    assert reader._switch.isHidden()


def test_the_page_is_drawn_in_a_job(qtbot, reader, jobs):
    paged = replace(READING.article, pages=(Page(1, 0, len(READING.article.text), 595, 842),))
    reader.show_article(paged, Marks(), lambda: b"%PDF")
    assert not reader._switch.isHidden()
    reader._modes.button(PAGE).click()
    assert len(jobs) == 1
    reader.show_passage(READING.events[0].passage, 1, 1)
    assert len(jobs) == 2
    reader.show_article(READING.article, Marks())
    assert reader._modes.checkedId() == TEXT


def test_without_the_file_the_text_stays(reader, jobs):
    paged = replace(READING.article, pages=(Page(1, 0, len(READING.article.text), 595, 842),))
    reader.show_article(paged, Marks(), lambda: None)
    reader._modes.button(PAGE).click()
    assert reader._modes.checkedId() == TEXT
    assert not jobs


def test_nothing_to_read_is_said(reader):
    reader.show_article(None)
    assert reader._nothing.isVisible()
    reader.apply_theme()


def test_another_date_or_title_of_the_same_words_is_shown(reader):
    reader.show_passage(READING.events[0].passage, 1, 3)
    other = replace(READING.article, title="Another title", published=READING.article.published + 1)
    reader.show_again(other, Marks())
    assert reader._title.text() == "Another title"
    assert reader._facts.text() == "passage 1 of 3 · 13 Nov 2023 · qatar.txt"
    assert reader.text.passage == READING.events[0].passage

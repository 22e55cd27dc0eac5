from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from timeline_app.model import PublishedFrom
from timeline_app.model.calendar import day_number
from timeline_app.project import ArticleEntry, ArticleState
from timeline_app.views.article_list import LINE_HEIGHT, ROW_HEIGHT, ArticleList, ArticleListModel, facts_of


def entry(id="", state=ArticleState.READ, message="", published=None, source="", title="", **more):
    origin = PublishedFrom.HEADER if published else PublishedFrom.NOTHING
    return ArticleEntry(
        id, source.rpartition("/")[2] or "a.txt", title, published, origin, state, message, source or f"/x/{id}.txt",
        more.get("n_events", 3), "Plain text", False, language=more.get("language", "en"),
    )  # fmt: skip


ENTRIES = [
    entry("one", title="Qatar's role", published=day_number(2023, 11, 12)),
    entry("two"),
    entry("three", state=ArticleState.WAITING, published=day_number(2023, 11, 13)),
    entry(state=ArticleState.WAITING, source="/x/waiting.txt"),
    entry(state=ArticleState.READING, source="/x/reading.txt"),
    entry(state=ArticleState.FAILED, source="/x/scan.pdf", message="This PDF holds only pictures."),
]


@pytest.fixture
def view(qtbot):
    made = ArticleList()
    qtbot.addWidget(made)
    made.resize(230, 400)
    made.show_entries(ENTRIES)
    made.show()
    return made


def test_an_article_in_another_language_says_so():
    german = entry("four", published=day_number(2023, 11, 12), n_events=0, language="de")
    assert facts_of(german) == "12 Nov 2023 · in German, not read for events"


def test_the_model_keeps_qts_rules(qtbot):
    model = ArticleListModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for some in (ENTRIES, ENTRIES, ENTRIES[:2], ENTRIES[::-1], []):
        model.replace_rows(some, [one.id or one.source for one in some])


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "12 Nov 2023 · 3 events"),
        (1, "no date · 3 events"),
        (2, "13 Nov 2023 · 3 events · waiting"),
        (3, "waiting"),
        (4, "reading …"),
        (5, "This PDF holds only pictures."),
    ],
)
def test_the_second_line_says_the_state(number, words):
    assert facts_of(ENTRIES[number]) == words


def test_tips_say_where_the_date_comes_from():
    model = ArticleListModel()
    model.replace_rows(ENTRIES, [one.id or one.source for one in ENTRIES])
    assert "12 November 2023, from the head of the article" in model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert "set one" in model.data(model.index(1), Qt.ItemDataRole.ToolTipRole)
    assert "only pictures" in model.data(model.index(5), Qt.ItemDataRole.ToolTipRole)


def test_only_what_was_read_can_be_shown(qtbot, view):
    with qtbot.waitSignal(view.article_chosen) as signal:
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.articles.index_of("one")).center()
        )
    assert signal.args == ["one"]
    with qtbot.assertNotEmitted(view.article_chosen):
        place = view.visualRect(view.articles.index_of("/x/scan.pdf")).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_files_without_an_article_are_told_apart(view):
    view.mark("/x/scan.pdf")
    assert [one.source for one in view.chosen_entries()] == ["/x/scan.pdf"]


def test_what_failed_comes_first_with_its_whole_sentence(qtbot, view):
    sentence = "“scan.pdf” is a scan: its pages are pictures without text. Have the text recognised, and add that."
    failed = replace(ENTRIES[-1], message=sentence)
    assert facts_of(failed).startswith("Is a scan: its pages")
    view.show_entries([*ENTRIES[:-1], failed])
    first, second = (view.visualRect(view.articles.index(row)) for row in (0, 1))
    assert view.articles.row(view.articles.index(0)) == failed
    assert first.height() > second.height() + 20
    before = first.height()
    view.resize(150, 400)
    qtbot.waitUntil(lambda: view.visualRect(view.articles.index(0)).height() > before)


def test_thousands_of_rows_are_not_measured(view):
    view.show_entries([*(entry(f"{number}") for number in range(2000)), ENTRIES[-1]])
    assert view.uniformItemSizes()


def test_delete_asks_to_remove(qtbot, view):
    view.mark("two")
    with qtbot.waitSignal(view.remove_requested) as signal:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert [one.id for one in signal.args[0]] == ["two"]


def test_it_paints(view):
    assert not view.grab().isNull()


def test_a_long_title_has_two_lines_and_a_chosen_one_no_more(view):
    short = entry("one", title="Short")
    long = entry("two", title="A title that is longer than one line of a narrow list can show at once")
    failed = entry(state=ArticleState.FAILED, source="/x/a-name-longer-than-one-line.pdf", message="No text. " * 9)
    view.show_entries([short, long, failed])
    heights = [view.visualRect(view.articles.index(row)).height() for row in range(3)]
    assert heights[2] == ROW_HEIGHT + LINE_HEIGHT
    assert heights[1] == ROW_HEIGHT
    assert heights[0] > ROW_HEIGHT + LINE_HEIGHT
    assert not view.grab().isNull()


def test_a_changed_row_of_many_is_painted_without_laying_out_all(qtbot, view, monkeypatch):
    many = [entry(f"{number}") for number in range(3000)]
    view.show_entries(many)
    qtbot.wait(10)
    asked = []
    monkeypatch.setattr(type(view.articles), "rowCount", lambda self, *_: asked.append(1) or len(self._keys))
    view.show_entries([replace(many[0], n_events=77), *many[1:]])
    qtbot.wait(10)
    assert facts_of(view.articles.row(view.articles.index(0))).endswith("77 events")
    assert len(asked) < 1000

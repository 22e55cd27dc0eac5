from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton

from timeline_app.desktop import article_actions
from timeline_app.model import ReadingMode
from timeline_app.model.calendar import day_number

DAY = day_number(2022, 1, 5)


@pytest.fixture
def talks(window):
    entry = next(one for one in window.workspace.shown.articles if one.title == "Aid talks")
    window.panes.article_list.mark(entry.id)
    return entry


class Dated:
    """A dialog in which 5 January 2022 is given."""

    def __init__(self, *_arguments, **_more):
        self.when = SimpleNamespace(earliest=DAY)

    def exec(self):
        return 1


def test_a_date_is_set_and_the_article_read_again(qtbot, window, talks, monkeypatch):
    monkeypatch.setattr(article_actions, "DateDialog", Dated)
    with qtbot.waitSignal(window.intake.ended, timeout=10_000):
        window.table_of_actions["set_article_date"].trigger()
    assert window.workspace.project.article(talks.id).published == DAY
    assert window.workspace.project.to_read_again() == []


def test_the_mode_is_set(qtbot, window, talks):
    modes = window.table_of_actions.submenu("Reading Mode")
    with qtbot.waitSignal(window.intake.ended, timeout=10_000):
        next(one for one in modes.actions() if one.data() == ReadingMode.NARRATIVE).trigger()
    assert window.workspace.project.article(talks.id).mode == ReadingMode.NARRATIVE


def test_an_article_is_read_again_and_corrections_stay(qtbot, window, talks, event_named):
    event = event_named("hosts talks")
    window.workspace.project.retitle(event.id, "Talks in Doha")
    with qtbot.waitSignal(window.intake.ended, timeout=10_000):
        window.table_of_actions["read_again"].trigger()
    assert window.workspace.project.event(event.id).title == "Talks in Doha"


def test_an_article_is_removed_and_comes_back(window, talks):
    window.table_of_actions["remove_article"].trigger()
    window.workspace.refresh()
    assert len(window.workspace.shown.articles) == 1
    assert window.places.notices.words == "1 article removed."
    window.table_of_actions["undo"].trigger()
    window.workspace.refresh()
    assert len(window.workspace.shown.articles) == 2


def test_a_failed_file_is_forgotten(window, tmp_path):
    window.workspace.project.note_failed(tmp_path / "scan.pdf", "This PDF holds only pictures.")
    window.workspace.refresh()
    entry = window.workspace.shown.articles[-1]
    assert entry.message == "This PDF holds only pictures."
    window.articles.remove([entry])
    window.workspace.refresh()
    assert len(window.workspace.shown.articles) == 2


def test_an_article_is_shown(window, talks):
    window.table_of_actions["show_article"].trigger()
    assert window.panes.reader.article.id == talks.id


def test_the_menu_of_an_article(window, talks):
    window.articles.show_menu([talks], QPoint(5, 5))
    menu = next(one for one in window.findChildren(QMenu) if one.isVisible())
    assert "Reading Mode" in [one.text().replace("&", "") for one in menu.actions()]
    menu.close()


def test_another_date_is_seen_in_reader_and_timeline_and_lanes_stay(qtbot, window, talks, monkeypatch):
    monkeypatch.setattr(article_actions, "DateDialog", Dated)
    window.navigation.open_article(talks.id)
    growing = []
    window.workspace.shown_changed.connect(lambda: growing.append(window.workspace.growing))
    with qtbot.waitSignal(window.intake.ended, timeout=10_000):
        window.table_of_actions["set_article_date"].trigger()
    assert "5 Jan 2022" in window.panes.reader._facts.text()
    assert [one.day for one in window.panes.timeline.picture.day_marks] == [DAY + 0.5]
    assert growing
    assert not any(growing)


def test_several_articles_come_back_at_once(window):
    entries = list(window.workspace.shown.articles)
    window.articles.remove(entries)
    window.workspace.refresh()
    assert window.places.notices.words == "2 articles removed."
    next(one for one in window.places.notices.findChildren(QPushButton) if one.text() == "Undo").click()
    window.workspace.refresh()
    assert len(window.workspace.shown.articles) == 2

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.views.samples import FIRST
from timeline_app.desktop.dialogs import PastedText
from timeline_app.desktop.file_actions import article_files, is_project
from timeline_app.desktop.sample import sample_folder
from timeline_app.model.calendar import day_number
from timeline_app.project import Project, ProjectError


def test_the_file_dialog_knows_all_formats():
    words = article_files()
    for ending in ("*.txt", "*.md", "*.html", "*.pdf", "*.docx", "*.eml"):
        assert ending in words


def test_a_new_project_is_untitled_and_the_named_one_stays(window, untitled, tmp_path):
    window.table_of_actions["new_project"].trigger()
    assert window.files.is_untitled
    assert (tmp_path / "Hostages.dateline").exists()
    assert window.workspace.shown.articles == ()


def test_an_empty_untitled_project_is_thrown_away(window, untitled):
    assert untitled.left_behind() == []


def test_save_as_names_an_untitled_project(qtbot, empty_window, untitled, tmp_path, monkeypatch):
    source = tmp_path / "one.txt"
    source.write_text(FIRST, "utf-8")
    with qtbot.waitSignal(empty_window.intake.ended, timeout=10_000):
        empty_window.open_paths([source])
    target = tmp_path / "Named"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    empty_window.table_of_actions["save"].trigger()
    assert empty_window.windowTitle() == "Named — Dateline"
    assert untitled.left_behind() == []
    assert empty_window.settings.get("files/recent") == [str(tmp_path / "Named.dateline")]
    empty_window.workspace.project.retitle(empty_window.workspace.shown.events[0].id, "Kept in the named one")
    empty_window.files.leave()
    with Project.open(tmp_path / "Named.dateline") as again:
        assert "Kept in the named one" in [one.title for one in again.events()]


def test_saving_a_named_project_says_that_it_is_saved(window):
    window.table_of_actions["save"].trigger()
    assert window.places.notices.words == "Every change is already saved."


def test_a_project_is_opened_and_remembered(qtbot, window, tmp_path):
    other = Project.create(tmp_path / "Other.dateline")
    other.close()
    window.open_paths([tmp_path / "Other.dateline"])
    qtbot.waitUntil(lambda: window.windowTitle() == "Other — Dateline")
    window.files.recent.fill()
    recent = window.table_of_actions.submenu("Open Recent")
    words = [one.text() for one in recent.actions()]
    assert words[0].startswith("Other — ")
    assert words[1].startswith("Hostages — ")
    recent.actions()[1].trigger()
    qtbot.waitUntil(lambda: window.windowTitle() == "Hostages — Dateline")


@pytest.mark.parametrize("content", [None, b"this is not a database, whatever its name says"])
def test_what_cannot_be_opened_is_said_and_the_open_project_stays(qtbot, window, tmp_path, content):
    path = tmp_path / "Broken.dateline"
    if content is not None:
        path.write_bytes(content)
    window.open_paths([path])
    qtbot.waitUntil(lambda: "Broken" in window.places.notices.words)
    assert window.windowTitle() == "Hostages — Dateline"


def test_an_untitled_project_comes_back_at_the_next_start(qtbot, empty_window, settings, untitled, tmp_path):
    source = tmp_path / "one.txt"
    source.write_text(FIRST, "utf-8")
    with qtbot.waitSignal(empty_window.intake.ended, timeout=10_000):
        empty_window.open_paths([source])
    empty_window.close()
    from timeline_app.desktop.main_window import MainWindow

    again = MainWindow(settings, untitled)
    qtbot.addWidget(again)
    again.begin()
    qtbot.waitUntil(lambda: bool(again.workspace.shown.events))
    assert "Your untitled project is back" in again.places.notices.words
    again.close()


def test_pasted_text_becomes_an_article(qtbot, empty_window):
    day = day_number(2023, 11, 12)
    with qtbot.waitSignal(empty_window.intake.ended, timeout=10_000):
        empty_window.intake.add_text(PastedText("Release", FIRST, day))
    entry = empty_window.workspace.shown.articles[0]
    assert entry.published == day
    assert empty_window.workspace.shown.events


def read_sample(qtbot, window):
    with qtbot.waitSignal(window.intake.ended, timeout=20_000):
        window.places.empty.sample_asked.emit()


def test_the_sample_has_a_project_of_its_own(qtbot, empty_window, untitled):
    read_sample(qtbot, empty_window)
    assert len(empty_window.workspace.shown.articles) >= 11
    assert empty_window.windowTitle() == "Sample — Dateline"
    assert [path.name for path in untitled.left_behind()] == ["Sample.dateline"]


def test_the_sample_is_read_once_and_an_article_taken_out_stays_out(qtbot, empty_window, untitled):
    read_sample(qtbot, empty_window)
    project = empty_window.workspace.project
    project.remove_article(empty_window.workspace.shown.articles[0].id)
    left = len(project.articles())
    empty_window.table_of_actions["new_project"].trigger()
    empty_window.open_paths([sample_folder()])
    qtbot.waitUntil(lambda: empty_window.windowTitle() == "Sample — Dateline")
    assert not empty_window.intake.busy
    assert len(empty_window.workspace.shown.articles) == left
    assert [path.name for path in untitled.left_behind()] == ["Sample.dateline"]


def test_a_start_without_files_does_not_take_the_sample_for_ones_own_work(qtbot, empty_window, settings, untitled):
    read_sample(qtbot, empty_window)
    empty_window.close()
    from timeline_app.desktop.main_window import MainWindow

    again = MainWindow(settings, untitled)
    qtbot.addWidget(again)
    again.begin()
    qtbot.waitUntil(lambda: again.workspace.has_project)
    assert again.windowTitle().startswith("Untitled 1")
    again.close()
    again = MainWindow(settings, untitled)
    qtbot.addWidget(again)
    again.begin([sample_folder()])
    qtbot.waitUntil(lambda: bool(again.workspace.shown.articles))
    assert again.windowTitle() == "Sample — Dateline"
    again.close()


def test_files_and_a_project_together(qtbot, window, tmp_path):
    source = tmp_path / "one.txt"
    source.write_text("A text of its own.", "utf-8")
    Project.create(tmp_path / "Other.dateline").close()
    with qtbot.waitSignal(window.intake.ended, timeout=10_000):
        window.open_paths([tmp_path / "Other.dateline", source])
    assert window.windowTitle() == "Other — Dateline"
    assert [one.name for one in window.workspace.shown.articles] == ["one.txt"]


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "one.txt"
    path.write_text("A text of its own.", "utf-8")
    return path


def test_articles_that_come_while_a_project_is_being_opened_are_taken_into_it(qtbot, window, tmp_path, source):
    Project.create(tmp_path / "Other.dateline").close()
    with qtbot.waitSignal(window.intake.ended, timeout=10_000):
        window.open_paths([tmp_path / "Other.dateline"])
        window.open_paths([source])
    assert window.windowTitle() == "Other — Dateline"
    assert [one.name for one in window.workspace.shown.articles] == ["one.txt"]


def test_articles_of_a_start_are_kept_where_its_project_cannot_be_opened(qtbot, empty_window, tmp_path, source):
    empty_window.files.leave()
    with qtbot.waitSignal(empty_window.intake.ended, timeout=10_000):
        empty_window.begin([tmp_path / "gone.dateline", source])
    assert [one.name for one in empty_window.workspace.shown.articles] == ["one.txt"]


def test_without_a_project_articles_begin_one(qtbot, empty_window, source):
    """There is none where the disk was full when the window opened."""
    empty_window.files.leave()
    with qtbot.waitSignal(empty_window.intake.ended, timeout=10_000):
        empty_window.open_paths([source])
    assert [one.name for one in empty_window.workspace.shown.articles] == ["one.txt"]


def test_importing_asks_for_files(qtbot, window, tmp_path, monkeypatch):
    source = tmp_path / "one.txt"
    source.write_text("A text of its own.", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(source)], ""))
    with qtbot.waitSignal(window.intake.ended, timeout=10_000):
        window.table_of_actions["import_articles"].trigger()
    assert len(window.workspace.shown.articles) == 3
    assert window.settings.get("files/article_folder") == str(tmp_path)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(tmp_path / "nothing"))
    (tmp_path / "nothing").mkdir()
    window.table_of_actions["import_folder"].trigger()
    qtbot.waitUntil(lambda: window.places.notices.words == "There are no articles in “nothing”.")


def test_projects_are_told_by_their_ending(tmp_path):
    assert is_project(tmp_path / "a.DATELINE")
    assert not is_project(tmp_path / "a.txt")


def test_a_disk_that_refuses_keeps_nobody_from_closing(qtbot, window, monkeypatch, event_named):
    def refuse(_name, _value):
        raise ProjectError("The disk is full.")

    project = window.workspace.project
    monkeypatch.setattr(project, "set_setting", refuse)
    window.workspace.set_least(0.0)
    window.workspace.set_lane_kind("article")
    assert window.workspace.lane_kind == "article"
    window.actors.do_toggle_lane(True)
    window.close()
    assert not window.workspace.has_project

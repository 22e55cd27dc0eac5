from __future__ import annotations

from dataclasses import replace

import pytest

from tests.views.samples import FIRST, SECOND
from timeline_app.desktop.intake import Tally
from timeline_app.project import ArticleState, Project, ProjectError


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "one.txt").write_text(FIRST, "utf-8")
    (folder / "two.txt").write_text(SECOND, "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4 broken")
    return folder


def read(qtbot, window, *paths):
    with qtbot.waitSignal(window.intake.ended, timeout=10_000):
        window.intake.add_paths(list(paths))


def test_a_folder_is_read_and_what_failed_is_said(qtbot, empty_window, sources):
    seen = []
    empty_window.intake.progressed.connect(lambda done, total: seen.append((done, total)))
    read(qtbot, empty_window, sources)
    states = {one.name: one.state for one in empty_window.workspace.shown.articles}
    assert states == {
        "one.txt": ArticleState.READ, "two.txt": ArticleState.READ,
        "empty.txt": ArticleState.FAILED, "scan.pdf": ArticleState.FAILED,
    }  # fmt: skip
    assert all(one.message for one in empty_window.workspace.shown.articles if one.state == ArticleState.FAILED)
    assert empty_window.places.notices.words == "2 files could not be read."
    details = empty_window.places.notices._details.toPlainText().splitlines()
    assert [line.count("scan.pdf") for line in details] == [0, 1]
    assert (4, 4) in seen
    assert seen[-1] == (0, 0)
    assert empty_window.status._progress.isHidden()


def test_one_failure_is_said_at_once(qtbot, empty_window, sources):
    read(qtbot, empty_window, sources / "empty.txt")
    assert empty_window.places.notices.words.startswith("“empty.txt” is empty.")


def test_when_nothing_could_be_read_the_empty_timeline_leads_to_the_reasons(qtbot, empty_window, sources):
    read(qtbot, empty_window, sources / "empty.txt")
    places = empty_window.places
    assert places.hint.words == "No article could be read."
    places.hint.button.click()
    assert places.lists.currentWidget() is empty_window.panes.article_list


def test_an_article_without_events_leaves_no_timeline_without_words(qtbot, empty_window, tmp_path):
    (tmp_path / "plain.txt").write_text("Nothing ever happens here.", "utf-8")
    read(qtbot, empty_window, tmp_path / "plain.txt")
    assert empty_window.places.hint.words == "No events were found in what was read."


def test_the_same_article_twice_is_one(qtbot, empty_window, sources):
    read(qtbot, empty_window, sources / "one.txt")
    read(qtbot, empty_window, sources / "one.txt")
    assert len(empty_window.workspace.shown.articles) == 1
    assert empty_window.places.notices.words == "1 article was here already."


def test_what_is_dropped_meanwhile_is_read_too(qtbot, empty_window, sources):
    with qtbot.waitSignal(empty_window.intake.ended, timeout=10_000):
        empty_window.intake.add_paths([sources / "one.txt"])
        empty_window.intake.add_paths([sources / "two.txt"])
        qtbot.waitUntil(lambda: len(empty_window.workspace.project.articles()) == 2)
    qtbot.waitUntil(lambda: len(empty_window.workspace.shown.events) >= 5)


def test_cancel_keeps_what_was_read_and_gives_up_the_rest(qtbot, empty_window, sources):
    project = empty_window.workspace.project
    project.note_waiting([sources / "one.txt", sources / "two.txt"])
    empty_window.intake.resume()
    assert empty_window.intake.busy
    empty_window.status.cancel.click()
    assert not empty_window.intake.busy
    assert project.waiting() == []
    assert empty_window.places.notices.words == "Reading was cancelled: 0 of 2 articles read."


@pytest.mark.parametrize(("name", "refused"), [("one.txt", "take_in"), ("empty.txt", "note_failed")])
def test_what_the_disk_refuses_is_not_tried_again_and_again(qtbot, empty_window, sources, monkeypatch, name, refused):
    tries = []

    def refuse(*_):
        tries.append(1)
        raise ProjectError("The disk is full.")

    with monkeypatch.context() as full:
        full.setattr(Project, refused, refuse)
        empty_window.intake.add_paths([sources / name])
        qtbot.waitUntil(lambda: bool(tries))
        qtbot.wait(300)
    assert tries == [1]
    assert not empty_window.intake.busy
    assert empty_window.places.notices.words == "The disk is full."
    # Once there is room, what waits is read with whatever is added.
    read(qtbot, empty_window, sources / "two.txt")
    states = {one.name: one.state for one in empty_window.workspace.shown.articles}
    assert states["two.txt"] == ArticleState.READ
    assert states[name] in {ArticleState.READ, ArticleState.FAILED}


def test_what_the_reader_says_of_itself_is_said_once(qtbot, empty_window, sources, monkeypatch):
    pool = empty_window.intake._the_pool()
    read_one = pool._read
    monkeypatch.setattr(pool, "_read", lambda article: replace(read_one(article), notices=("The model is missing.",)))
    read(qtbot, empty_window, sources / "one.txt", sources / "two.txt")
    assert empty_window.places.notices.words == "The model is missing."


def test_closing_leaves_the_rest_for_the_next_opening(qtbot, empty_window, sources):
    project = empty_window.workspace.project
    project.note_waiting([sources / "one.txt"])
    empty_window.intake.resume()
    empty_window.intake.cancel(quietly=True)
    assert project.waiting() == [sources / "one.txt"]
    with qtbot.waitSignal(empty_window.intake.ended, timeout=10_000):
        empty_window.intake._the_pool().cancelled = False
        empty_window.intake.resume()
    assert project.waiting() == []
    assert len(project.articles()) == 1


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally(added=3), ""),
        (Tally(failed=[("a", "x")]), "1 file could not be read."),
        (Tally(added=2, foreign=1), "1 article not in English has no events."),
        (Tally(added=2, foreign=2), "2 articles not in English have no events."),
        (Tally(known=2), "2 articles were here already."),
        (Tally(known=2, added=1), ""),
        (Tally(lost=1, updated=1), "1 correction found no place in the newer text."),
        (Tally(added=1, notices=["The model is missing."]), "The model is missing."),
    ],
)
def test_the_outcome_in_words(tally, words):
    assert tally.sentence == words

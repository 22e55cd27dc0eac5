"""The import list survives closing, goes on, and says why a file failed."""

from pathlib import Path

from tests.project.hand_built import ARTICLE, RELEASE, reading, take

PATHS = [Path(f"/articles/{name}") for name in ("b.txt", "a.txt", "odd \udcff name.txt")]


def states(project):
    return [(entry.name, entry.state, entry.message) for entry in project.articles()]


def test_what_waits_is_listed_and_survives(project, reopened):
    project.note_waiting(PATHS)
    project.note_reading(PATHS[:1])
    assert [state for _, state, _ in states(project)] == ["reading", "waiting", "waiting"]
    project = reopened(project)
    assert [state for _, state, _ in states(project)] == ["waiting"] * 3
    assert project.waiting() == PATHS
    take(project, reading(*ARTICLE), paths=PATHS[:1])
    assert project.waiting() == PATHS[1:]
    assert [entry.id != "" for entry in project.articles()] == [True, False, False]


def test_a_failure_stays_in_the_list_until_the_file_is_tried_again(project, reopened):
    project.note_waiting(PATHS)
    project.note_failed(PATHS[1], "“a.txt” is empty.")
    project = reopened(project)
    assert states(project)[1] == ("a.txt", "failed", "“a.txt” is empty.")
    assert project.waiting() == [PATHS[0], PATHS[2]]
    project.note_waiting(PATHS[1:2])
    assert set(project.waiting()) == set(PATHS)
    assert all(message == "" for _, _, message in states(project))


def test_cancel_forgets_what_waits_and_keeps_failures(project):
    project.note_waiting(PATHS)
    project.note_failed(PATHS[0], "No.")
    project.forget_waiting()
    assert states(project) == [("b.txt", "failed", "No.")]
    project.forget_waiting(PATHS[:1])
    assert states(project) == []


def test_a_file_that_is_known_leaves_the_list_without_a_step(project):
    take(project, reading(*ARTICLE))
    project.note_waiting(PATHS[:1])
    change = take(project, reading(*ARTICLE), paths=PATHS[:1])
    assert (change.known, change.name, project.waiting()) == (1, "", [])
    assert project.undo_name == "Import 1 article"


def test_two_imports_are_two_steps(project):
    for path, made in zip(PATHS, (reading(*ARTICLE), reading(RELEASE, name="b", title="b")), strict=False):
        project.note_waiting([path])
        take(project, made, paths=[path])
    project.undo()
    assert project.undo_name == "Import 1 article"
    assert len(project.articles()) == 1


def test_an_undone_import_is_not_continued(project):
    project.note_waiting(PATHS)
    take(project, reading(*ARTICLE), paths=PATHS[:1])
    project.undo()
    take(project, reading(RELEASE, name="b", title="b"), paths=PATHS[1:2])
    assert (project.undo_name, project.redo_name) == ("Import 1 article", None)


def test_changes_of_the_list_are_told(project):
    heard = []
    project.on_changed(lambda change: heard.append(change.name))
    project.note_waiting(PATHS)
    project.note_reading(PATHS)
    project.note_failed(PATHS[0], "No.")
    project.forget_waiting()
    assert heard == [""] * 4

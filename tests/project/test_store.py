"""Files that cannot be opened say why; what was written is there."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from tests.project.hand_built import ARTICLE, reading, take
from timeline_app.project import APPLICATION_ID, Project, ProjectError
from timeline_app.project import store as stores


def test_the_file_says_what_it_is(project):
    project.close()
    head = project.path.read_bytes()[:100]
    assert head.startswith(b"SQLite format 3\x00")
    assert head[68:72] == APPLICATION_ID.to_bytes(4, "big") == b"Dtln"
    assert [path.name for path in project.path.parent.iterdir()] == ["test.dateline"]


def broken(tmp_path, kind):
    path = tmp_path / "test.dateline"
    match kind:
        case "missing":
            return path
        case "folder":
            path.mkdir()
        case "empty":
            path.write_bytes(b"")
        case "text":
            path.write_text("This is an article, not a project. " * 10)
        case "other database":
            with apsw.Connection(str(path)) as db:
                db.execute("CREATE TABLE t (x)")
        case _:
            with Project.create(path) as project:
                take(project, reading(*ARTICLE))
            data = path.read_bytes()
            if kind == "newer":
                with apsw.Connection(str(path)) as db:
                    db.pragma("user_version", 99)
            elif kind == "header only":
                path.write_bytes(data[:60])
            elif kind == "cut":
                path.write_bytes(data[: len(data) // 2])
            elif kind == "scribbled":
                path.write_bytes(data[:4096] + bytes(byte ^ 90 for byte in data[4096:]))
    return path


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("missing", "There is no file “test.dateline”"),
        ("folder", "is not a Dateline project"),
        ("empty", "is not a Dateline project"),
        ("text", "is not a Dateline project"),
        ("other database", "is not a Dateline project"),
        ("newer", "newer version of Dateline"),
        ("header only", "is damaged"),
        ("cut", "is damaged"),
        ("scribbled", "is damaged"),
    ],
)
def test_what_cannot_be_opened_says_why(tmp_path, kind, words):
    path = broken(tmp_path, kind)
    with pytest.raises(ProjectError) as caught:
        Project.open(path)
    assert words in caught.value.sentence
    assert "“test.dateline”" in caught.value.sentence


def test_damage_in_a_large_file_shows_when_it_is_read(tmp_path, monkeypatch):
    path = broken(tmp_path, "scribbled")
    monkeypatch.setattr(stores, "CHECKED_SIZE", 0)
    with pytest.raises(ProjectError, match="is damaged"):
        Project.open(path).events()


def test_a_project_open_elsewhere_is_locked(project, monkeypatch, tmp_path):
    code = (
        "import sys; from pathlib import Path\n"
        "from timeline_app.project import Project, ProjectError, store\n"
        "store.PATIENCE = 50\n"
        "try: Project.open(Path(sys.argv[1]))\n"
        "except ProjectError as error: print(error.sentence)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, project.path], capture_output=True, text=True, check=True)
    assert "is open in another Dateline window" in done.stdout


def test_a_new_project_does_not_overwrite(project):
    with pytest.raises(ProjectError, match="exists already"):
        Project.create(project.path)


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(ProjectError, match="cannot be written to"):
        Project.create(tmp_path / "nowhere" / "test.dateline")


def test_a_file_that_may_only_be_read(tmp_path, monkeypatch):
    path = broken(tmp_path, "sound")
    connect = stores._connect
    monkeypatch.setattr(stores, "_connect", lambda path, _: connect(path, apsw.SQLITE_OPEN_READONLY))
    with pytest.raises(ProjectError, match="can only be read"):
        Project.open(path)


def test_a_full_disk_changes_nothing(project):
    take(project, reading(*ARTICLE))
    before = project.events()
    project._store.db.pragma("max_page_count", 1)
    with pytest.raises(ProjectError, match="is full"):
        take(project, *(reading(*ARTICLE, extra=f"{n} more words. " * 4000, title=str(n)) for n in range(3)))
    assert project.events() == before
    assert project.undo_name == "Import 1 article"
    project._store.db.pragma("max_page_count", 10**6)
    assert take(project, reading(*ARTICLE, extra="More words.", title="Other", name="other")).added == 1


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EROFS, "cannot be written to"),
        (errno.EIO, "still connected"),
        (errno.EACCES, "can only be read"),
        (errno.EMFILE, "Too many open files"),
    ],
)
def test_what_the_system_refuses_is_said(tmp_path, monkeypatch, number, words):
    def refuse(*_args):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ProjectError, match=words):
        Project.create(tmp_path / "new.dateline")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be taken away there")
def test_a_file_that_was_taken_away_is_saved_elsewhere(project, tmp_path):
    take(project, reading(*ARTICLE))
    before, event = project.events(), project.events()[0]
    project.path.unlink()
    for change in (lambda: project.retitle(event.id, "Lost"), project.undo, lambda: project.set_setting("view", 1)):
        with pytest.raises(ProjectError, match="any more"):
            change()
    assert project.events() == before
    project.save_as(tmp_path / "kept.dateline")
    project.retitle(event.id, "Kept")
    project.close()
    with Project.open(tmp_path / "kept.dateline") as again:
        assert again.event(event.id).title == "Kept"
        assert len(again.events()) == len(before)


def test_save_as_goes_on_in_the_copy(project, tmp_path):
    take(project, reading(*ARTICLE))
    project.set_setting("view", {"zoom": 3})
    events, old = project.events(), project.path
    new = tmp_path / "copy.dateline"
    project.save_as(new)
    assert project.path == new
    assert project.title == "copy"
    project.retitle(project.events()[0].id, "Only in the copy")
    assert project.undo_name == "Edit title of event"
    project.close()
    with Project.open(old) as first:
        assert first.events() == events
        assert first.setting("view") == {"zoom": 3}
        first.save_as(new)
        assert first.events() == events
    with Project.open(new) as again:
        assert again.events() == events
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.dateline", "test.dateline"]


def test_save_as_onto_itself_and_into_nowhere(project):
    take(project, reading(*ARTICLE))
    project.save_as(project.path)
    with pytest.raises(ProjectError):
        project.save_as(Path("/nowhere/at/all.dateline"))
    assert len(project.events()) == 4
    assert project.path.name == "test.dateline"


@pytest.mark.parametrize(("data", "kept"), [(b"x" * 5000, True), (bytes(range(256)), True), (None, False)])
def test_files_are_kept_as_they_were(project, data, kept):
    made = reading(*ARTICLE)
    project.take_in([(made, data)])
    assert project.file_of(made.article.id) == data
    assert project.articles()[0].has_file is kept


def test_files_can_be_declined(tmp_path):
    made = reading(*ARTICLE)
    with Project.create(tmp_path / "bare.dateline", keep_files=False) as project:
        project.take_in([(made, b"bytes")])
        assert project.file_of(made.article.id) is None
        assert project.article(made.article.id).text == made.article.text


def test_title_and_settings(project, reopened):
    assert project.title == "test"
    project.title = "The crisis"
    project.set_setting("lanes", ["a", "b"])
    project.set_setting("gone", 1)
    project.set_setting("gone", None)
    project = reopened(project)
    assert (project.title, project.setting("lanes"), project.setting("gone")) == ("The crisis", ["a", "b"], None)
    assert project.undo_name is None


def test_an_article_comes_back_whole(project):
    made = reading(*ARTICLE, extra="Ümläute, “quotes”, \ud800 half a pair and a \x00 byte.\n\n", title="T\ud800")
    take(project, made)
    assert project.article(made.article.id) == made.article
    assert project.times(made.article.id) == list(made.times)

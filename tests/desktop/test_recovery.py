from __future__ import annotations

import os

from timeline_app.desktop.recovery import Untitled


def test_new_paths_are_not_taken(untitled):
    first = untitled.new_path()
    assert first.name == "Untitled 1.dateline"
    first.touch()
    assert untitled.new_path().name == "Untitled 2.dateline"
    assert untitled.holds(first)


def test_the_one_used_last_comes_first(untitled):
    for number, name in enumerate(("a", "b", "c")):
        path = untitled.folder / f"{name}.dateline"
        path.touch()
        os.utime(path, (1000 + number, 1000 + number))
    log = untitled.folder / "a.dateline-wal"
    log.touch()
    os.utime(log, (2000, 2000))
    assert [path.stem for path in untitled.left_behind()] == ["a", "c", "b"]


def test_only_untitled_projects_are_thrown_away(untitled, tmp_path):
    named = tmp_path / "mine.dateline"
    named.touch()
    untitled.discard(named)
    assert named.exists()
    path = untitled.new_path()
    path.touch()
    path.with_name(path.name + "-wal").touch()
    untitled.discard(path)
    assert list(untitled.folder.iterdir()) == []


def test_its_folder_is_made(tmp_path):
    assert Untitled.within(tmp_path / "own").folder == tmp_path / "own" / "untitled"
    assert (tmp_path / "own" / "untitled").is_dir()


def test_where_it_cannot_be_made_nothing_is_left_behind(tmp_path):
    (tmp_path / "own").write_text("no folder")
    assert Untitled.within(tmp_path / "own").left_behind() == []

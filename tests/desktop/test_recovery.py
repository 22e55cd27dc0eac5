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


def test_the_folder_of_a_person_is_made(qapp):
    assert Untitled.of_this_person().folder.is_dir()

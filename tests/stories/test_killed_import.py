"""An import is killed at any moment: the project opens, holds every article shown as read, and goes on.

DATELINE_KILLS sets how many times the process is killed (3 by default).
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from timeline_app.project import ArticleState, Project

ARTICLES = 60
KILLS = int(os.environ.get("DATELINE_KILLS", "3"))


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(ARTICLES):
        text = "refuse" if number in (7, 40) else f"hostage number {number}"
        (folder / f"{number:03d}.txt").write_text(text)
    return folder


def start(project, folder):
    command = [sys.executable, "-m", "tests.stories.importing", project, folder]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)


def import_and_kill(project, folder, after):
    """Let an import run until it has read `after` articles and a moment longer; what it said it had read."""
    process = start(project, folder)
    told = []
    for line in process.stdout:
        told.append(line.split())
        if len([each for each in told if each[0] == "read"]) >= after:
            break
    time.sleep(random.Random(after).random() * 0.05)
    os.kill(process.pid, signal.SIGKILL)
    told += [line.split() for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    process.stdout.close()
    process.wait()
    return {each[1] for each in told if each[0] == "read"}, ["done"] in told


def contents(project):
    with Project.open(project) as opened:
        entries = opened.articles()
        return {
            "articles": [(e.name, e.title, e.n_events) for e in entries if e.state is ArticleState.READ],
            "failed": [(e.name, e.message) for e in entries if e.state is ArticleState.FAILED],
            "events": [event.title for event in opened.events()],
            "actors": [actor.name for actor in opened.actors()],
            "step": opened.undo_name,
        }


def test_a_killed_import_loses_nothing_and_goes_on(tmp_path, folder):
    project = tmp_path / "killed.dateline"
    rng = random.Random(2)
    read = set()
    for kill in range(KILLS):
        # Anywhere from before the first article to the last of this share of the import.
        said, _ = import_and_kill(project, folder, after=rng.randrange(0, max(2, ARTICLES // KILLS)))
        read |= said
        if not project.exists():
            continue
        with Project.open(project) as opened:
            there = {entry.id for entry in opened.articles() if entry.state is ArticleState.READ}
            assert read <= there, f"lost after kill {kill + 1}"
            assert all(opened.article(id_).text and opened.file_of(id_) for id_ in there)
            failed = [entry for entry in opened.articles() if entry.state is ArticleState.FAILED]
            if opened.waiting() or there:
                assert len(opened.waiting()) + len(there) + len(failed) == ARTICLES
            read = there
    process = start(project, folder)
    assert "done" in process.communicate(timeout=120)[0]
    whole = tmp_path / "whole.dateline"
    process = start(whole, folder)
    assert "done" in process.communicate(timeout=120)[0]
    assert contents(project) == contents(whole)
    assert len(contents(project)["articles"]) == ARTICLES - 2
    assert [name for name, _ in contents(project)["failed"]] == ["007.txt", "040.txt"]
    assert contents(project)["step"] == f"Import {ARTICLES - 2} articles"
    with Project.open(project) as opened:
        assert opened.undo()
        assert opened.events() == []

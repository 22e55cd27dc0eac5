from __future__ import annotations

import pytest

from tests.views.samples import first_reading
from timeline_app.desktop import workspace
from timeline_app.desktop.workspace import Workspace
from timeline_app.project import Filter, Project


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "a.dateline") as made:
        made.take_in([(first_reading(), None)])
        yield made


@pytest.fixture
def work(qtbot, project):
    made = Workspace()
    made.use(project)
    return made


def test_without_a_project_there_is_nothing(qtbot):
    work = Workspace()
    assert not work.has_project
    assert work.find_event("x") is None
    with pytest.raises(LookupError):
        _ = work.project


def test_a_change_is_shown(qtbot, work, project):
    event = work.shown.events[0]
    with qtbot.waitSignal(work.shown_changed):
        project.retitle(event.id, "Another title")
    assert work.shown.by_id[event.id].title == "Another title"


def test_many_changes_are_shown_once(qtbot, work, project):
    shown = []
    work.shown_changed.connect(lambda: shown.append(1))
    for number in range(10):
        project.retitle(work.shown.events[0].id, f"Title {number}")
    qtbot.wait(50)
    assert shown == [1]


def test_hidden_and_gone_events(work):
    event = work.shown.events[0]
    work.set_filter(Filter(text="nothing has these words"))
    assert work.shown.events == ()
    assert work.find_event(event.id).id == event.id
    assert work.find_event("gone") is None


def test_lanes_are_kept_in_the_project(qtbot, work, project):
    actor = next(iter(work.shown.colours))
    work.toggle_lane(actor)
    assert actor not in work.shown.colours
    work.toggle_lane(actor)
    assert list(work.shown.colours)[-1] == actor
    work.set_lane_kind("article")
    other = Workspace()
    other.use(project)
    assert other.lane_kind == "article"
    assert other.lane_actors()[-1] == actor


def test_leaving_a_project_forgets_it(qtbot, work, project):
    work.selection.select_event(work.shown.events[0].id)
    work.use(None)
    assert work.shown.events == ()
    assert work.selection.event_id == ""
    shown = []
    work.shown_changed.connect(lambda: shown.append(1))
    project.retitle(project.events()[0].id, "Unheard")
    qtbot.wait(20)
    assert shown == []


class Later:
    """Runs what it is given when it is told to."""

    def __init__(self):
        self.waiting = {}

    def __call__(self, work, *, done, failed, key=""):
        self.waiting[key] = (work, done)

    def run(self):
        waiting, self.waiting = self.waiting, {}
        for work, done in waiting.values():
            done(work())


@pytest.fixture
def later(work, monkeypatch):
    monkeypatch.setattr(workspace, "MANY", 1)
    work.run_beside = Later()
    return work.run_beside


def test_very_many_events_are_worked_out_beside(qtbot, work, project, later):
    event, seen = work.shown.events[0], []
    work.refresh()
    project.retitle(event.id, "Another title")
    work.refresh(lambda: seen.append(work.shown.by_id[event.id].title))
    assert work.shown.by_id[event.id].title == event.title
    assert seen == []
    turns = []
    work.settled.connect(lambda: turns.append(work.shown.by_id[event.id].title))
    with qtbot.waitSignal(work.settled):
        later.run()
        # What is chosen follows only when the views have been painted.
        assert work.shown.by_id[event.id].title == "Another title"
        assert turns == seen == []
    assert turns == seen == ["Another title"]


def test_what_follows_is_left_out_where_another_question_came(qtbot, work, later):
    turns, seen = [], []
    work.refresh(lambda: seen.append(1))
    work.settled.connect(lambda: turns.append(1))
    later.run()
    work.refresh(lambda: seen.append(2))
    qtbot.wait(10)
    assert turns == seen == []
    later.run()
    qtbot.waitUntil(lambda: seen == [1, 2])
    assert turns == [1]


def test_a_late_answer_does_not_cover_a_newer_picture(qtbot, work, later, monkeypatch):
    work.refresh()
    assert later.waiting
    monkeypatch.setattr(workspace, "MANY", 1000)
    work.refresh()
    newer = work.shown
    later.run()
    assert work.shown is newer


def test_what_was_worked_out_for_another_project_is_dropped(qtbot, work, project, later, tmp_path):
    work.refresh()
    waiting, later.waiting = later.waiting, {}
    with Project.create(tmp_path / "b.dateline") as other:
        work.use(other)
        assert work.known
        later.waiting = waiting
        later.run()
        assert work.shown.events == ()
        work.use(project)
        assert not work.known
        later.run()
        assert work.known
        assert work.shown.events
        work.use(None)


def test_a_correction_leaves_lanes_and_colours_alone(work, project, monkeypatch):
    monkeypatch.setattr("timeline_app.views.shown.FIRST_LANES", 1)
    work.set_least(0.0)
    work.refresh()
    first = dict(work.shown.colours)
    (actor,) = first
    mine = [one for one in work.shown.events if actor in {part.actor for part in one.participants}]
    for event in mine[1:]:
        project.dismiss(event.id)
    work.refresh()
    assert work.shown.colours == first
    project.dismiss(mine[0].id)
    work.refresh()
    assert len(work.shown.colours) == 1
    assert actor not in work.shown.colours


def test_the_first_correction_after_an_import_leaves_lanes_alone_too(work, project, monkeypatch):
    monkeypatch.setattr("timeline_app.views.shown.FIRST_LANES", 1)
    work.set_least(0.0)
    work.growing = True
    work.refresh()
    first = dict(work.shown.colours)
    work.growing = False
    (actor,) = first
    mine = [one for one in work.shown.events if actor in {part.actor for part in one.participants}]
    for event in mine[1:]:
        project.dismiss(event.id)
    work.refresh()
    assert work.shown.colours == first

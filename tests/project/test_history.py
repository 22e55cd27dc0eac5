"""Random changes, undo, redo and reopening: the project is always one that was there before."""

import tempfile
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.project.hand_built import ARTICLE, ATTACK, RELEASE, TALKS, VISIT, day, on, reading, snapshot, take, titled
from timeline_app.model import ActorKind, Factuality, Passage, PublishedFrom, ReadingMode
from timeline_app.project import Change, Filter, Project, ProjectError

READINGS = (
    reading(*ARTICLE, name="one.txt", title="One", source="/one"),
    reading(ATTACK.replace("at dawn", "early"), *ARTICLE[1:], name="one.txt", title="One", source="/one"),
    reading(ATTACK, VISIT, name="one.txt", title="One", source="/one", extra="Shorter now. "),
    reading(RELEASE.replace("two", "some"), name="two.txt", title="Two"),
    reading(RELEASE, ATTACK.replace("Saturday", "that Saturday"), name="three.txt", title="Three"),
    reading(TALKS, VISIT.replace("Joe Biden", "President Joe Biden"), name="four.txt", title="Four"),
    reading(*ARTICLE[:2], name="five.txt", title="Five", extra="Five. ", reader="better"),
    reading(VISIT, name="six.txt", title="Six", aliases={"Joe Biden": ("Biden", "Joseph Biden")}),
)


def rows(project):
    """The recorded tables as they stand in the file."""
    tables = ("article", "telling", "naming", "edit", "own_event", "kept")
    return {table: sorted(project._store.rows(f"SELECT * FROM {table}"), key=repr) for table in tables}


class ProjectMachine(RuleBasedStateMachine):
    """`past` are the states that undo leads back to, `future` those of redo."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "machine.dateline"

    @initialize()
    def create(self):
        self.project = Project.create(self.path)
        self.past, self.future = [], []
        self.now = self.state()

    def teardown(self):
        self.project.close()
        self.folder.cleanup()

    def state(self):
        return rows(self.project), snapshot(self.project)[:5]

    def after(self, change):
        """Make a change; a step is there if and only if something is different."""
        before, undoable = self.now, self.project.undo_name
        try:
            change()
        except ProjectError:
            assert self.state() == before
            return
        self.now = self.state()
        if self.now[0] != before[0]:
            self.past.append(before)
            self.future = []
            assert self.project.undo_name
        else:
            assert self.project.undo_name == undoable

    def pick(self, number, *, events=True):
        found = self.project.events(Filter(dismissed=True)) if events else self.project.actors()
        return found[number % len(found)].id if found else None

    @rule(which=st.integers(0, len(READINGS) - 1), other=st.integers(0, len(READINGS) - 1))
    def take_in(self, which, other):
        made = READINGS[which], READINGS[other]
        stale = {article.id for article in self.project.to_read_again()}
        # What an article's new date brings about belongs to that step, which has tests of its own.
        if not stale & {each.article.id for each in made}:
            self.after(lambda: take(self.project, *made))

    @rule(number=st.integers(0, 50), title=st.sampled_from(["A title", "Another", ""]))
    def retitle(self, number, title):
        if event := self.pick(number):
            self.after(lambda: self.project.retitle(event, title))

    @rule(number=st.integers(0, 50), when=st.sampled_from([None, on("2023-10-08"), on("2020-01-01")]))
    def set_date(self, number, when):
        if event := self.pick(number):
            self.after(lambda: self.project.set_date(event, when))

    @rule(number=st.integers(0, 50), what=st.sampled_from(["dismiss", "restore", "set_checked"]))
    def mark(self, number, what):
        if event := self.pick(number):
            self.after(lambda: getattr(self.project, what)(event))

    @rule(number=st.integers(0, 50), factuality=st.sampled_from(Factuality))
    def set_factuality(self, number, factuality):
        if event := self.pick(number):
            self.after(lambda: self.project.set_factuality(event, factuality))

    @rule(number=st.integers(0, 50), start=st.integers(0, 40))
    def add_event(self, number, start):
        articles = [entry.id for entry in self.project.articles()]
        if articles:
            passage = Passage(articles[number % len(articles)], start, start + 20)
            actor = self.pick(number, events=False)
            self.after(lambda: self.project.add_event(passage, "Mine", on("2023-01-01"), [actor] if actor else []))

    @rule(numbers=st.lists(st.integers(0, 50), min_size=2, max_size=3))
    def merge_events(self, numbers):
        if self.pick(0):
            self.after(lambda: self.project.merge_events([self.pick(number) for number in numbers]))

    @rule(number=st.integers(0, 50))
    def split_event(self, number):
        if event := self.pick(number):
            self.after(lambda: self.project.split_event(event))

    @rule(number=st.integers(0, 50), name=st.sampled_from(["Somebody", "Joe Biden", "Hamas"]))
    def rename_actor(self, number, name):
        if actor := self.pick(number, events=False):
            self.after(lambda: self.project.rename_actor(actor, name))

    @rule(number=st.integers(0, 50), kind=st.sampled_from(ActorKind))
    def retype_actor(self, number, kind):
        if actor := self.pick(number, events=False):
            self.after(lambda: self.project.retype_actor(actor, kind))

    @rule(numbers=st.lists(st.integers(0, 50), min_size=2, max_size=3))
    def merge_actors(self, numbers):
        if self.pick(0, events=False):
            self.after(lambda: self.project.merge_actors([self.pick(number, events=False) for number in numbers]))

    @rule(number=st.integers(0, 50), which=st.integers(0, 3))
    def split_actor(self, number, which):
        if actor := self.pick(number, events=False):
            names = self.project.actor(actor).names
            self.after(lambda: self.project.split_actor(actor, [names[which % len(names)]]))

    @rule(number=st.integers(0, 5), date=st.sampled_from([None, day("2023-11-12"), day("2022-01-01")]))
    def set_published(self, number, date):
        if articles := [entry.id for entry in self.project.articles()]:
            self.after(lambda: self.project.set_published(articles[number % len(articles)], date))

    @rule(number=st.integers(0, 5))
    def remove_article(self, number):
        if articles := [entry.id for entry in self.project.articles()]:
            self.after(lambda: self.project.remove_article(articles[number % len(articles)]))

    @rule()
    def undo(self):
        self.project.undo()
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()
        assert self.state() == self.now

    @rule()
    def redo(self):
        self.project.redo()
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()
        assert self.state() == self.now

    @rule()
    def reopen(self):
        names = self.project.undo_name, self.project.redo_name
        self.project.close()
        self.project = Project.open(self.path)
        assert self.state() == self.now
        assert (self.project.undo_name, self.project.redo_name) == names

    @precondition(lambda self: len(self.past) > 3)
    @rule()
    def undo_all_and_redo_all(self):
        count = 0
        while self.project.undo():
            count += 1
        assert count == len(self.past)
        assert self.project.events() == []
        for _ in range(count):
            self.project.redo()
        assert self.state() == self.now

    @invariant()
    def ids_are_those_of_members(self):
        if not hasattr(self, "project"):
            return
        tables = self.project._book.tables
        assert all(tables.tellings[row.row].row == row.row for row in tables.tellings.values())
        assert all(tables.namings[row.joined].joined == row.joined for row in tables.namings.values())
        assert set(self.project._book.members) == {row.row for row in tables.tellings.values()}
        assert all(event.passages for event in self.now[1][0])


ProjectMachine.TestCase.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
TestProject = ProjectMachine.TestCase


def test_undo_of_a_thousand_rows_is_quick(project):
    import time

    lines = "2023-10-{:02d} | release | Group{m}, State{n} | Group{m} did release State{n}."
    told = [[lines.format(1 + n, m=m, n=n) for n in range(25)] for m in range(20)]
    many = [reading(*each, title=str(m), name=str(m)) for m, each in enumerate(told)]
    take(project, *many)
    state = snapshot(project)
    assert len(project.events()) == 500
    begun = time.process_time()
    project.undo()
    taken = time.process_time() - begun
    assert project.events() == []
    project.redo()
    assert snapshot(project) == state
    assert taken < 1.0, "an undo of 1,500 rows should take about 0.05 s"


def test_a_new_change_cuts_what_could_be_made_again(project):
    take(project, reading(*ARTICLE))
    take(project, reading(*ARTICLE[:2], title="Gone", name="gone", extra="Gone. "))
    project.undo()
    assert project.redo_name == "Import 1 article"
    assert project._store.value("SELECT count(*) FROM text") == 2
    project.retitle(project.events()[0].id, "New")
    assert project.redo_name is None
    assert project.redo() is None
    assert project._store.value("SELECT count(*) FROM text") == 1
    assert project._store.value("SELECT count(*) FROM reading") == 1
    assert project.search("Gone").passages == ()


def again(project, **changes):
    """Read what waits again, as a reader would, with dates that follow the article's."""
    from dataclasses import replace

    made = []
    for article in project.to_read_again():
        shift = (article.published or 0) - day("2023-11-12")
        base = reading(*ARTICLE)
        events = tuple(replace(e, when=e.when and on_day(e.when.best + shift)) for e in base.events)
        made.append(replace(base, article=article, events=events, **changes))
    return take(project, *made)


def on_day(number):
    from timeline_app.model.calendar import iso_day

    return on(iso_day(number))


def test_an_articles_date_and_what_follows_from_it_are_one_step(project, reopened):
    made = reading(*ARTICLE)
    take(project, made)
    before = snapshot(project)
    project.set_published(made.article.id, day("2023-11-13"))
    entry = project.articles()[0]
    assert (entry.state, entry.published_from, entry.n_events) == ("waiting", PublishedFrom.USER, 4)
    assert [article.published for article in project.to_read_again()] == [day("2023-11-13")]
    again(project)
    assert project.to_read_again() == []
    assert project.articles()[0].state == "read"
    assert titled(project, "attack").when.edtf == "2023-10-08"
    assert project.undo_name == "Set date of article"
    after = snapshot(project)
    project = reopened(project)
    project.undo()
    assert snapshot(project)[:5] == before[:5]
    assert titled(project, "attack").when.edtf == "2023-10-07"
    project.redo()
    assert snapshot(project) == after


def test_a_change_between_date_and_reading_stays_its_own_step(project):
    made = reading(*ARTICLE)
    take(project, made)
    project.set_published(made.article.id, day("2023-11-13"))
    project.retitle(titled(project, "visit").id, "A trip")
    project.dismiss(titled(project, "Taliban").id)
    project.undo()
    again(project)
    assert (project.undo_name, project.redo_name) == ("Edit title of event", "Dismiss event")
    project.undo()
    assert titled(project, "attack").when.edtf == "2023-10-08"
    assert titled(project, "visit")
    project.undo()
    assert titled(project, "attack").when.edtf == "2023-10-07"
    project.redo()
    project.redo()
    project.redo()
    assert titled(project, "A trip")
    assert len(project.events()) == 3


def test_a_reading_for_a_date_that_was_taken_back_is_not_used(project):
    made = reading(*ARTICLE)
    take(project, made)
    project.set_published(made.article.id, day("2023-11-20"))
    late = project.to_read_again()
    project.set_published(made.article.id, day("2023-11-13"))
    from dataclasses import replace

    assert take(project, replace(made, article=late[0], events=())).known == 1
    assert len(project.to_read_again()) == 1
    assert len(project.events()) == 4


def test_a_mode_is_kept_and_read_again(project):
    made = reading(*ARTICLE)
    take(project, made)
    project.set_mode(made.article.id, ReadingMode.NARRATIVE)
    assert [article.mode for article in project.to_read_again()] == [ReadingMode.NARRATIVE]
    again(project)
    assert (project.undo_name, project.to_read_again()) == ("Change reading of article", [])
    assert take(project, made).known == 1
    assert project.articles()[0].mode is ReadingMode.NARRATIVE


def test_batches_of_one_import_are_one_step(project, tmp_path):
    paths = [tmp_path / f"{n}.txt" for n in range(4)]
    project.note_waiting(paths)
    for n, path in enumerate(paths[:3]):
        take(project, reading(*ARTICLE[:2], extra=f"Number {n}. ", title=str(n), name=str(n)), paths=[path])
    project.note_failed(paths[3], "It is empty.")
    assert project.undo_name == "Import 3 articles"
    project.undo()
    assert [entry.state for entry in project.articles()] == ["failed"]
    project.redo()
    assert len(project.articles()) == 4


def test_another_change_ends_the_step_of_an_import(project, tmp_path):
    paths = [tmp_path / f"{n}.txt" for n in range(2)]
    project.note_waiting(paths)
    take(project, reading(*ARTICLE), paths=paths[:1])
    project.retitle(project.events()[0].id, "Mine")
    take(project, reading(RELEASE, title="b", name="b"), paths=paths[1:])
    assert project.undo_name == "Import 1 article"
    project.undo()
    assert project.undo_name == "Edit title of event"


def test_listeners_hear_of_changes(project):
    heard: list[Change] = []
    stop = project.on_changed(heard.append)
    made = reading(*ARTICLE)
    take(project, made)
    event = titled(project, "attack")
    project.retitle(event.id, "Other")
    project.retitle(event.id, "Other")
    project.undo()
    stop()
    stop()
    project.redo()
    assert [change.name for change in heard] == ["Import 1 article", "Edit title of event", "Undo Edit title of event"]
    assert heard[0].added == 1
    assert heard[1].events == heard[2].events == {event.id}


def test_an_error_inside_a_change_leaves_everything(project):
    take(project, reading(*ARTICLE))
    before = snapshot(project)
    with pytest.raises(RuntimeError, match="stop"):
        drop_and_stop(project)
    assert snapshot(project) == before


def drop_and_stop(project):
    with project._edit("Broken"):
        project._book.tables.drop(project._book.tables.tellings[project.events()[0].id])
        raise RuntimeError("stop")

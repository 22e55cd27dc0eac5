"""Lists that are mended after each change are what a project opened anew would list."""

import gc
import random
import weakref

import pytest

from tests.benchmarks.made_readings import readings
from timeline_app.model import Factuality, ReadingMode
from timeline_app.model.edtf import parse_edtf
from timeline_app.project import Filter, Project

FILTERS = (
    Filter(),
    Filter(dismissed=True),
    Filter(least=0.3),
    Filter(undated=True),
    Filter(checked=False, first=736000),
    Filter(text="company1", least=0.1),
)


def listed(project):
    actors = project.actors()
    return {
        "events": [project.events(wanted) for wanted in FILTERS],
        "total": project.count_events(),
        "actors": actors,
        "counts": project.actor_counts(),
        "of": [project.events_of(actor.id) for actor in actors[:20]],
        "one actor": project.events(Filter(actors=frozenset({actors[0].id}))),
        "articles": project.articles(),
        "checked": project.checked_events(),
    }


def edits(project, rng):
    """Something of every kind, on whatever is there."""
    events, actors, articles = project.events(), project.actors(), project.articles()
    one, two = rng.sample(events, 2)
    yield lambda: project.retitle(one.id, f"Title {rng.random()}")
    yield lambda: project.set_date(one.id, parse_edtf(f"2017-05-{rng.randrange(10, 28)}"))
    yield lambda: project.set_date(two.id, None)
    yield lambda: project.dismiss(two.id)
    yield lambda: project.set_checked(one.id)
    yield lambda: project.set_factuality(one.id, Factuality.PLANNED)
    yield lambda: project.merge_events([rng.choice(events).id, one.id])
    yield lambda: project.rename_actor(actors[2].id, f"Name {rng.random()}")
    yield lambda: project.merge_actors([actors[1].id, actors[4].id])
    yield lambda: project.merge_actors([actors[-1].id, actors[3].id])
    yield lambda: project.remove_article(rng.choice(articles).id)
    yield lambda: project.restore(two.id)
    yield lambda: project.set_published(rng.choice(articles).id, 736_500)
    yield lambda: project.set_mode(rng.choice(articles).id, ReadingMode.NARRATIVE)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_listed_is_what_the_file_says(tmp_path, seed):
    rng = random.Random(seed)
    made = list(readings(14, events=6, seed=seed))
    project = Project.create(tmp_path / "a.dateline")
    project.take_in([(reading, b"file") for reading in made[:10]])
    listed(project)
    steps = [*edits(project, rng), lambda: project.take_in([(one, None) for one in made[10:]])]
    steps += [project.undo] * 6 + [project.redo] * 3
    for number, step in enumerate(steps):
        try:
            step()
        except KeyError:
            continue  # an earlier step took it away
        kept = listed(project)
        if number % 3 == 0 or number > 12:
            copy = tmp_path / f"{number}.dateline"
            path = project.path
            project.save_as(copy)
            assert listed(project) == kept
            project.save_as(path)
        assert listed(project) == kept
    project.close()


def test_an_article_that_tells_nothing_comes_and_goes(tmp_path):
    with Project.create(tmp_path / "a.dateline") as project:
        (silent,) = readings(1, events=0)
        assert project.articles() == []
        project.take_in([(silent, None)])
        assert [entry.n_events for entry in project.articles()] == [0]
        project.remove_article(silent.article.id)
        assert project.articles() == []


def test_lists_that_were_handed_out_stay_as_they_were(tmp_path):
    with Project.create(tmp_path / "a.dateline") as project:
        project.take_in([(reading, None) for reading in readings(3, events=5)])
        before = listed(project)
        events, of_first = list(before["events"][0]), list(before["of"][0])
        for event in project.events()[::2]:
            project.dismiss(event.id)
        assert before["events"][0] == events
        assert before["of"][0] == of_first
        assert listed(project)["total"] == before["total"] - len(events[::2])


def test_a_closed_project_leaves_nothing_to_collect(tmp_path):
    project = Project.create(tmp_path / "a.dateline")
    project.take_in([(reading, None) for reading in readings(3, events=5)])
    listed(project)
    book = weakref.ref(project._book)
    gc.disable()
    try:
        project.close()
        assert book() is None
    finally:
        gc.enable()

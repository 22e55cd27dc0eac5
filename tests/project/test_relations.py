"""Relations of all articles, solved together: dates that follow, why, and what contradicts."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.project.hand_built import day, on, reading, take, titled
from timeline_app import formats
from timeline_app.extraction import Analyser, read_article
from timeline_app.model import ActorKind, Relation
from timeline_app.project import Project
from timeline_app.project.codec import dump
from timeline_app.resources import resource

SECOND = "Hamas captured Judith and Natalie Raanan on 7 October 2023."
CAPTURE, RELEASE, REUNION = "captured by Hamas", "Raanan released", "reunited"


@pytest.fixture(scope="module")
def read():
    """Readings of the sample article and of a short one that dates the capture."""
    analyser = Analyser()
    sample, _ = formats.read_file(Path(resource("sample", "qatar-mediation.txt")))
    second = formats.read_bytes("second.txt", SECOND.encode())
    return read_article(sample, analyser), read_article(second, analyser)


def of_family(project, family, who="Raanan"):
    names = {actor.id: actor.name for actor in project.actors()}
    found = [
        event
        for event in project.events()
        if event.family == family and any(who in names[each.actor] for each in event.participants)
    ]
    assert len(found) == 1, [event.title for event in found]
    return found[0]


def edtf(project, family):
    return of_family(project, family).when.edtf


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_capture_told_by_one_article_dates_the_release_told_by_another(project, read, order):
    for number in order:
        take(project, read[number])
    assert edtf(project, "capture") == "2023-10-07"
    assert edtf(project, "release") == edtf(project, "reunite") == "2023-10-20"
    basis = of_family(project, "release").when.basis
    assert any("13 days from" in step.sentence and "13 days in captivity" in step.sentence for step in basis)
    assert {passage.article for step in basis for passage in step.passages} == {each.article.id for each in read}
    assert of_family(project, "capture").claims == ()
    assert not project.conflicts()


def test_a_date_set_by_hand_dates_what_is_tied_to_it(project, read, reopened):
    take(project, read[0])
    assert edtf(project, "capture") == "[..2023-10-30]"
    assert edtf(project, "release") == "[..2023-11-12]"
    capture, release, reunion = (of_family(project, each).id for each in ("capture", "release", "reunite"))
    heard = []
    project.on_changed(heard.append)
    project.set_date(capture, on("2023-10-07"))
    assert edtf(project, "release") == edtf(project, "reunite") == "2023-10-20"
    assert heard[0].events == {capture, release, reunion}
    project.undo()
    assert edtf(project, "capture") == "[..2023-10-30]"
    assert edtf(project, "release") == "[..2023-11-12]"
    project.redo()
    project = reopened(project)
    assert edtf(project, "release") == "2023-10-20"


def test_a_date_set_by_hand_is_never_overridden(project, read):
    take(project, *read)
    release = of_family(project, "release").id
    project.set_date(release, on("2023-10-21"))
    assert edtf(project, "release") == "2023-10-21"
    assert edtf(project, "reunite") == "2023-10-20"
    project.set_date(release, None)
    assert project.event(release).when is None


KINDS = {"Ann Lee": ActorKind.PERSON, "Hamas": ActorKind.GROUP}


def tied(*told, least=13, most=13, kinds=KINDS, **about):
    """A reading whose first two events lie so many days apart."""
    made = reading(*told, kinds=kinds, **about)
    words = made.events[0].passages[0]
    relation = Relation(made.events[0].id, made.events[1].id, least, most, words, "13 days later")
    return type(made)(**{name: getattr(made, name) for name in made.__slots__} | {"relations": (relation,)})


CAUGHT = "2023-10-07 | capture | Hamas, Ann Lee | Hamas fighters capture Ann Lee at home."
FREED = " | release | Hamas, Ann Lee | Hamas has to release Ann Lee in the south."
FREED_LATE = "2023-10-25 | release | Hamas, Ann Lee | Hamas did release Ann Lee in the south."


def test_a_contradiction_is_a_conflict_with_its_words(project, reopened):
    take(project, tied(CAUGHT, FREED_LATE))
    (conflict,) = project.conflicts()
    capture, release = titled(project, "capture"), titled(project, "release")
    assert conflict.events == (capture.id, release.id)
    assert "13 days" in conflict.sentence
    assert "7 October 2023" in conflict.sentence
    assert conflict.passages[0] == conflict.relation.passage
    assert {capture.passage, release.passage} <= set(conflict.passages)
    assert release.when.edtf == "2023-10-25"
    assert project.conflicts_of(capture.id) == project.conflicts_of(release.id) == (conflict,)
    project.set_date(release.id, on("2023-10-20"))
    assert not project.conflicts()
    project.undo()
    assert project.conflicts() == [conflict]
    project.dismiss(capture.id)
    assert not project.conflicts()
    project.restore(capture.id)
    assert reopened(project).conflicts() == [conflict]


def test_relations_are_those_of_the_projects_events(project):
    take(project, tied(CAUGHT, FREED))
    capture, release = titled(project, "capture"), titled(project, "release")
    (relation,) = project.relations_of(release.id)
    assert (relation.earlier, relation.later) == (capture.id, release.id)
    assert project.relations_of(capture.id) == [relation]
    assert release.when.earliest == day("2023-10-20")
    with pytest.raises(KeyError):
        project.relations_of("no such event")


def test_what_an_article_said_goes_with_it(project):
    first = tied(CAUGHT, FREED)
    take(project, first, reading(FREED, " | visit | Ann Lee | Ann Lee came to visit.", title="Another", kinds=KINDS))
    release = titled(project, "release")
    assert release.when.edtf == "2023-10-20"
    assert len(release.passages) == 2
    project.remove_article(first.article.id)
    assert titled(project, "release").when is None
    project.undo()
    assert titled(project, "release").when.edtf == "2023-10-20"


def test_tellings_parted_by_hand_part_what_follows(project):
    first = tied(CAUGHT, FREED)
    take(project, first, reading(FREED, title="Another", extra="Later.\n\n", kinds=KINDS))
    parts = project.split_event(titled(project, "release").id)
    dates = [event.when and event.when.edtf for event in map(project.event, parts)]
    assert sorted(dates, key=str) == ["2023-10-20", None]


def test_a_file_of_version_1_has_its_relations_among_the_rest(project, reopened):
    import json
    import zlib

    made = tied(CAUGHT, FREED)
    take(project, made)
    db = project._store.db
    key, rest, relations = next(db.execute("SELECT key, rest, relations FROM reading"))
    older = json.loads(zlib.decompress(rest)) | {"relations": json.loads(relations)}
    db.execute(
        "UPDATE reading SET rest = ?, relations = NULL WHERE key = ?", (zlib.compress(dump(older).encode()), key)
    )
    project = reopened(project)
    assert titled(project, "release").when.edtf == "2023-10-20"
    assert project.relations(made.article.id) == project.relations_of(titled(project, "release").id)


PEOPLE = [f"Person{letter} Name{letter}" for letter in "ABCDEFGH"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_outcome_does_not_depend_on_the_order_of_the_articles(tmp_path_factory, data):
    """Articles tie the captures and releases of a few people in any way, true or not; any order says the same."""
    kinds = dict.fromkeys(PEOPLE, ActorKind.PERSON)
    readings = []
    for number in range(data.draw(st.integers(2, 5))):
        told = []
        for part in range(2):
            who = data.draw(st.sampled_from(PEOPLE[:4]))
            family = data.draw(st.sampled_from(["capture", "release"]))
            told.append(f" | {family} | Hamas, {who} | In {number}.{part} they {family} {who}.")
        least = data.draw(st.integers(0, 5))
        readings.append(tied(*told, least=least, most=least + data.draw(st.integers(0, 3)), kinds=kinds))
    who = data.draw(st.sampled_from(PEOPLE[:4]))
    start = data.draw(st.integers(1, 9))
    readings.append(
        reading(f"2023-10-0{start} | capture | Hamas, {who} | On that day they capture {who}.", kinds=kinds)
    )
    outcomes = []
    for seed in range(3):
        order = random.Random(seed).sample(readings, len(readings))
        folder = tmp_path_factory.mktemp("order")
        with Project.create(folder / "p.dateline") as project:
            for batch in (order[:1], order[1:]):
                take(project, *batch)
            outcomes.append(_said(project))
    assert outcomes[0] == outcomes[1] == outcomes[2]


def _said(project):
    """Dates, bounds and conflicts by what is told, for ids follow the article that came first."""
    passages = {event.id: frozenset(event.passages) for event in project.events()}
    dates = {passages[event.id]: event.when and (event.when.earliest, event.when.latest) for event in project.events()}
    conflicts = {
        (passages[one.events[0]], passages[one.events[1]], one.relation.passage) for one in project.conflicts()
    }
    return dates, conflicts

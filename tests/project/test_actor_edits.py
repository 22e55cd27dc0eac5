"""Corrections of actors, and that they stay when articles are read again."""

import pytest

from tests.project.hand_built import ARTICLE, RELEASE, VISIT, reading, snapshot, take, titled
from timeline_app.model import ActorKind
from timeline_app.project import ProjectError

FIRST = reading(*ARTICLE, source="/one")
VERSIONS = {
    "the same": FIRST,
    "a better reader": reading(*ARTICLE, source="/one", reader="better"),
    "a newer version": reading(*ARTICLE, source="/one", extra="Updated. "),
}


def named(project, name):
    found = [actor for actor in project.actors() if actor.name == name]
    assert len(found) == 1, [actor.name for actor in project.actors()]
    return found[0]


@pytest.fixture
def filled(project):
    take(project, FIRST)
    return project


@pytest.mark.parametrize("version", VERSIONS)
def test_a_name_stays(filled, reopened, version):
    actor = named(filled, "Hamas")
    filled.rename_actor(actor.id, " The  movement ")
    assert filled.undo_name == "Rename actor"
    assert filled.actor(actor.id).names == ("The movement", "Hamas")
    take(filled, VERSIONS[version])
    project = reopened(filled)
    assert named(project, "The movement").aliases == ("Hamas",)
    assert [hit.name for hit in project.search("hamas").actors] == ["The movement"]
    take(project, reading(RELEASE, name="other", title="Other"))
    assert len([a for a in project.actors() if "Hamas" in a.names]) == 1


@pytest.mark.parametrize("version", VERSIONS)
def test_a_kind_stays(filled, version):
    filled.retype_actor(named(filled, "Taliban").id, ActorKind.GROUP)
    assert filled.undo_name == "Change kind of actor"
    take(filled, VERSIONS[version])
    assert named(filled, "Taliban").kind is ActorKind.GROUP


@pytest.mark.parametrize("version", VERSIONS)
def test_merged_actors_stay_merged_and_draw_in_later_ones(filled, version):
    first, second = named(filled, "Hamas"), named(filled, "Taliban")
    before = snapshot(filled)
    assert filled.merge_actors([first.id, second.id]) == first.id
    assert filled.actor(first.id).names == ("Hamas", "Taliban")
    assert filled.actor_counts()[first.id] == 3
    take(filled, VERSIONS[version])
    take(filled, reading(" | talk | Taliban | The Taliban talk.", name="other", title="Other"))
    merged = named(filled, "Hamas")
    assert filled.actor_counts()[merged.id] == 4
    assert len(filled.actors()) == 4
    while filled.undo_name != "Merge actors":
        filled.undo()
    filled.undo()
    assert snapshot(filled)[:5] == before[:5]


def test_the_first_one_keeps_its_name_and_kind(filled):
    take(filled, *(reading(RELEASE, name=str(n), title=str(n), extra=f"{n} ") for n in range(3)))
    rare, frequent = named(filled, "Joe Biden"), named(filled, "Hamas")
    filled.merge_actors([rare.id, frequent.id])
    assert (filled.actor(rare.id).name, filled.actor(rare.id).kind) == ("Joe Biden", ActorKind.PERSON)
    assert filled.undo_name == "Merge actors"
    filled.undo()
    assert filled.actor(frequent.id) == frequent


def test_an_event_with_both_has_the_merged_actor_once(filled):
    first, second = named(filled, "Hamas"), named(filled, "Israel")
    filled.merge_actors([first.id, second.id])
    assert [p.actor for p in titled(filled, "attack").participants] == [first.id]


def two_bidens():
    lines = (
        VISIT,
        "2023-11-02 | speak | Joe Biden | Hunter Biden will speak to reporters in Delaware.",
        "2023-11-03 | return | Joe Biden | Joe Biden and Hunter Biden return home.",
    )
    return reading(*lines, source="/bidens", aliases={"Joe Biden": ("Hunter Biden",)})


def test_names_of_one_article_can_be_split(project, reopened):
    take(project, two_bidens())
    before = snapshot(project)
    joe = named(project, "Joe Biden")
    hunter = project.split_actor(joe.id, ["Hunter Biden"])
    assert (project.actor(hunter).names, project.actor(joe.id).names) == (("Hunter Biden",), ("Joe Biden",))
    who = {e.family: {project.actor(p.actor).name for p in e.participants} for e in project.events()}
    assert who == {
        "visit": {"Joe Biden", "Israel"},
        "speak": {"Hunter Biden"},
        "return": {"Joe Biden", "Hunter Biden"},
    }
    words = project.article(two_bidens().article.id).text
    assert {m.passage.of(words) for m in project.mentions(two_bidens().article.id) if m.actor == hunter} == {
        "Hunter Biden"
    }
    project = reopened(project)
    assert {e.family: {project.actor(p.actor).name for p in e.participants} for e in project.events()} == who
    project.undo()
    assert snapshot(project)[:5] == before[:5]


def test_a_split_stays_when_read_again(project):
    from dataclasses import replace

    take(project, two_bidens())
    hunter = project.split_actor(named(project, "Joe Biden").id, ["Hunter Biden"])
    project.rename_actor(hunter, "Hunter")
    take(project, replace(two_bidens(), reader="better"))
    assert sorted(actor.name for actor in project.actors()) == ["Hunter", "Israel", "Joe Biden"]
    assert len(project.events_of(named(project, "Hunter").id)) == 2


def test_actors_of_several_articles_can_be_split(project):
    one = reading(VISIT, name="1", title="1")
    other = reading(VISIT.replace("Joe Biden", "Joseph Biden"), name="2", title="2", extra="Again: ")
    take(project, one, other)
    merged = project.merge_actors([named(project, "Joe Biden").id, named(project, "Joseph Biden").id])
    apart = project.split_actor(merged, ["Joe Biden"])
    assert project.actor(apart).name == "Joe Biden"
    assert {actor.name for actor in project.actors()} == {"Joe Biden", "Joseph Biden", "Israel"}
    project.undo()
    assert set(project.actor(merged).names) == {"Joe Biden", "Joseph Biden"}


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda p, a: p.split_actor(a, ["Nobody"]), "does not go by that name"),
        (lambda p, a: p.split_actor(a, ["Hamas"]), "At least one name has to stay"),
        (lambda p, a: p.rename_actor(a, " "), "needs a name"),
        (lambda p, a: p.merge_actors([a]), "two or more"),
    ],
)
def test_what_cannot_be_done_says_why_and_changes_nothing(filled, edit, words):
    before = snapshot(filled)
    with pytest.raises(ProjectError, match=words):
        edit(filled, named(filled, "Hamas").id)
    assert snapshot(filled) == before
    with pytest.raises(KeyError):
        filled.rename_actor("x", "y")


def test_corrections_go_on_when_the_first_article_is_removed(project):
    one, other = reading(RELEASE, name="1", title="1"), reading(RELEASE, name="2", title="2", extra="Also: ")
    take(project, one, other)
    event = project.events()[0]
    assert len(event.passages) == 2
    project.rename_actor(named(project, "Hamas").id, "The movement")
    project.retitle(event.id, "Freed")
    project.set_date(event.id, event.when)
    project.dismiss(event.id)
    project.restore(event.id)
    project.set_checked(event.id)
    project.remove_article(one.article.id)
    left = project.events()[0]
    assert (left.title, project.is_checked(left.id), len(left.passages)) == ("Freed", True, 1)
    assert named(project, "The movement")
    assert len(project.actors()) == 2
    project.undo()
    assert project.event(event.id).title == "Freed"

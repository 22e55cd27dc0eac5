"""Taking in: the same article, newer versions, merging across articles, and that batches make no difference."""

from dataclasses import replace

import pytest

from tests.project.hand_built import (
    ARTICLE,
    ATTACK,
    RELEASE,
    TALKS,
    VISIT,
    day,
    on,
    reading,
    snapshot,
    take,
    titled,
)
from timeline_app.model import ActorKind, PublishedFrom
from timeline_app.project import Project

FIRST = reading(*ARTICLE, source="/one")


def test_an_article_is_taken_in(project):
    change = project.take_in([(FIRST, b"the file")])
    assert (change.name, change.added, change.updated, change.known) == ("Import 1 article", 1, 0, 0)
    assert change.articles == {FIRST.article.id}
    assert change.events == {event.id for event in FIRST.events}
    assert change.actors == {actor.id for actor in FIRST.actors}
    assert project.events() == list(FIRST.events)
    assert set(project.actors()) == set(FIRST.actors)
    assert project.mentions(FIRST.article.id) == list(FIRST.mentions)
    assert project.relations(FIRST.article.id) == list(FIRST.relations)
    entry = project.articles()[0]
    assert (entry.id, entry.name, entry.title, entry.state) == (FIRST.article.id, "article.txt", "An article", "read")
    assert (entry.published, entry.published_from) == (day("2023-11-12"), PublishedFrom.METADATA)
    assert (entry.n_events, entry.format, entry.has_file) == (4, "Plain text", True)


@pytest.mark.parametrize(
    "again",
    [FIRST, replace(FIRST, article=replace(FIRST.article, name="copy.txt", title="A copy", source="/copy"))],
)
def test_the_same_article_again_adds_nothing(project, again):
    take(project, FIRST)
    before = snapshot(project)
    change = take(project, again)
    assert (change.name, change.added, change.known) == ("", 0, 1)
    assert snapshot(project) == before


def test_the_same_article_twice_in_one_go(project):
    assert take(project, FIRST, FIRST).known == 1
    assert project.undo_name == "Import 1 article"


def test_another_reading_of_the_same_text_takes_the_place_of_the_first(project):
    take(project, FIRST)
    better = replace(FIRST, reader="better", events=FIRST.events[:2])
    change = take(project, better)
    assert (change.name, change.updated) == ("Read 1 article again", 1)
    assert project.events() == list(better.events)
    project.undo()
    assert project.events() == list(FIRST.events)


NEWER = [
    ("the same source", {"source": "/one"}, 1),
    ("the same source, other title and name", {"source": "/one", "title": "B", "name": "b.txt"}, 1),
    ("the same title and file name", {"source": "/elsewhere"}, 1),
    ("the same title only", {"source": "/elsewhere", "name": "b.txt"}, 2),
    ("the same file name only", {"source": "/elsewhere", "title": "B"}, 2),
]


@pytest.mark.parametrize(("case", "options", "articles"), NEWER, ids=[case for case, _, _ in NEWER])
def test_what_counts_as_a_newer_version(project, case, options, articles):
    take(project, FIRST)
    newer = reading(ATTACK.replace("at dawn", "early"), *ARTICLE[1:], **options, extra="Updated. ")
    change = take(project, newer)
    assert len(project.articles()) == articles
    assert (change.added, change.updated) == ((0, 1) if articles == 1 else (1, 0))
    assert len(project.events()) == 4 if articles == 1 else len(project.events()) >= 4
    assert change.name == "Import 1 article"


@pytest.mark.parametrize("options", [{"source": "/one"}, {"source": "/elsewhere"}])
def test_an_entirely_different_text_is_another_article(project, options):
    take(project, FIRST)
    take(project, reading("2020-01-01 | win | Red Team | Red Team did win a match nobody had thought of.", **options))
    assert len(project.articles()) == 2


def test_a_newer_version_keeps_its_place_and_the_users_date(project):
    take(project, FIRST, reading(VISIT, title="Second", name="second"))
    project.set_published(FIRST.article.id, day("2023-11-13"))
    newer = reading(*ARTICLE, source="/one", extra="Updated. ")
    take(project, newer)
    entry = project.articles()[0]
    assert (entry.id, entry.published, entry.published_from) == (newer.article.id, day("2023-11-13"), "user")
    assert [article.published for article in project.to_read_again()] == [day("2023-11-13")]
    name = project.undo_name
    take(project, replace(newer, article=project.to_read_again()[0], events=newer.events[:1]))
    assert project.to_read_again() == []
    assert project.undo_name == name
    assert project.articles()[0].n_events == 1


SECOND = {"name": "second.txt", "title": "Second", "extra": "From our own correspondent.\n\n"}


@pytest.mark.parametrize(
    ("told", "joined"),
    [
        (RELEASE, True),
        (RELEASE.replace("two hostages", "a mother and daughter"), True),
        (RELEASE.replace("2023-10-20", "2023-10-25"), False),
        (RELEASE.replace("2023-10-20", "2023-10-20").replace("release |", "attack |"), False),
        (RELEASE.replace("Hamas, Qatar |", "Taliban |"), False),
        (RELEASE.replace("2023-10-20", ""), False),
        (RELEASE.replace("2023-10-20", "?2023-10-20"), False),
    ],
)
def test_tellings_of_one_event_are_joined(project, told, joined):
    take(project, reading(ATTACK, RELEASE), reading(told, **SECOND))
    assert len(project.events()) == (2 if joined else 3)
    if joined:
        event = titled(project, "release")
        assert {passage.article for passage in event.passages} == {entry.id for entry in project.articles()}
        assert [entry.n_events for entry in project.articles()] == [2, 1]


def test_a_copied_passage_counts_as_one_source(project):
    take(project, reading(RELEASE))
    alone = project.events()[0].importance
    take(project, reading(RELEASE, **SECOND))
    assert (len(project.events()[0].passages), project.events()[0].importance) == (2, alone)
    take(project, reading(RELEASE.replace("after talks that Qatar held", "near the border"), title="3", name="3"))
    assert len(project.events()[0].passages) == 3
    assert project.events()[0].importance > alone


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hamas", "Hamas", True),
        ("Joe Biden", "President Joe Biden", True),
        ("United States", "U.S.", True),
        ("Acme Inc.", "Acme", True),
        ("Biden", "Biden", False),
        ("Biden", "Joe Biden", False),
        ("Hamas", "Taliban", False),
    ],
)
def test_actors_are_joined_by_name(project, one, other, same):
    kinds = dict.fromkeys(("Biden", "Joe Biden", "President Joe Biden"), ActorKind.PERSON)
    take(project, reading(f" | speak | {one} | {one} will speak now.", kinds=kinds))
    take(project, reading(f" | speak | {other} | {other} will speak then.", kinds=kinds, **SECOND))
    assert len(project.actors()) == (1 if same else 2)
    if same:
        assert set(project.actors()[0].names) == {one, other}
        assert {p.actor for e in project.events() for p in e.participants} == {project.actors()[0].id}


def test_an_alias_joins_too(project):
    take(project, reading(VISIT, aliases={"Joe Biden": ("Joseph R. Biden", "Biden")}))
    kinds = {"Joseph R. Biden": ActorKind.PERSON}
    take(project, reading(" | speak | Joseph R. Biden | Joseph R. Biden will speak.", kinds=kinds, **SECOND))
    assert [actor.name for actor in project.actors() if "Biden" in actor.name] == ["Joseph R. Biden"]


def many(count=24):
    """Articles that tell partly of the same events."""
    made = []
    for n in range(count):
        lines = [
            ARTICLE[n % 4],
            f"2023-10-{1 + n % 20:02d} | meet | Group {n % 5}, Qatar | Group {n % 5} will meet Qatar {n}.",
        ]
        made.append(reading(*lines, name=f"{n}.txt", title=f"Article {n}", extra=f"Number {n}.\n\n"))
    return made


@pytest.mark.parametrize("size", [1, 5, 24])
def test_batches_and_reopening_make_no_difference(tmp_path, size):
    made = many()
    with Project.create(tmp_path / "whole.dateline") as whole:
        take(whole, *made)
        expected = snapshot(whole)[:5]
    path = tmp_path / "batches.dateline"
    Project.create(path).close()
    for at in range(0, len(made), size):
        with Project.open(path) as project:
            take(project, *made[at : at + size])
    with Project.open(path) as project:
        assert snapshot(project)[:5] == expected


def test_an_article_read_anew_leaves_the_events_it_does_not_tell_any_more(project):
    first, second = reading(RELEASE, source="/first"), reading(RELEASE, **SECOND)
    take(project, first, second)
    moved = replace(first.events[0], when=on("2023-11-05"))
    take(project, replace(first, reader="better", events=(moved,)))
    assert [(event.when.edtf, len(event.passages)) for event in project.events()] == [
        ("2023-10-20", 1),
        ("2023-11-05", 1),
    ]
    assert {event.id for event in project.events()} == {first.events[0].id, second.events[0].id}
    take(project, first)
    assert [len(event.passages) for event in project.events()] == [2]


def test_removing_an_article_leaves_what_others_tell(project):
    first, second = reading(ATTACK, RELEASE), reading(RELEASE, TALKS, **SECOND)
    take(project, first, second)
    project.remove_article(first.article.id)
    assert project.undo_name == "Remove article"
    assert [event.family for event in project.events()] == ["release", "talk"]
    assert {actor.name for actor in project.actors()} == {"Hamas", "Qatar", "Taliban"}
    assert project.event(second.events[0].id).passages == second.events[0].passages
    with pytest.raises(KeyError):
        project.remove_article(first.article.id)


def test_readings_without_anything_in_them(project):
    empty = replace(FIRST, times=(), actors=(), mentions=(), events=(), relations=())
    take(project, empty)
    assert (project.events(), project.actors(), len(project.articles())) == ([], [], 1)
    assert take(project).name == ""


PEOPLE = {"Vladimir Putin": ActorKind.PERSON, "Lyudmila Putin": ActorKind.PERSON, "Putin": ActorKind.PERSON,
          "Gazprom": ActorKind.ORGANIZATION, "Rosneft": ActorKind.ORGANIZATION}  # fmt: skip
FULL = ("2023-10-20 | met | Vladimir Putin, Gazprom, Rosneft | Vladimir Putin met Gazprom and Rosneft.",)
BARE = ("2023-10-22 | left | Putin, Gazprom, Rosneft | Putin left Gazprom and Rosneft.",)
APART = ("2023-10-22 | left | Putin, Gazprom | Putin left Gazprom.",)
WIFE = ("2023-10-21 | wed | Lyudmila Putin, Gazprom, Rosneft | Lyudmila Putin wed at Gazprom and Rosneft.",)


@pytest.mark.parametrize(
    ("articles", "persons"),
    [
        ((FULL, BARE), ["Vladimir Putin"]),
        ((BARE, FULL), ["Vladimir Putin"]),
        ((FULL, APART), ["Putin", "Vladimir Putin"]),
        ((FULL, WIFE, BARE), ["Lyudmila Putin", "Putin", "Vladimir Putin"]),
    ],
)
def test_a_surname_alone_is_who_bears_it_in_articles_that_share_enough(project, articles, persons):
    for number, told in enumerate(articles):
        take(project, reading(*told, name=f"{number}.txt", title=f"{number}", source=f"/{number}", kinds=PEOPLE))
    found = sorted(actor.name for actor in project.actors() if actor.kind is ActorKind.PERSON)
    assert found == persons


def test_two_firms_of_one_core_with_other_heads_stay_two(project):
    kinds = dict.fromkeys(("Acme Motors", "Acme Airlines", "Acme Inc."), ActorKind.ORGANIZATION)
    for number, name in enumerate(("Acme Motors", "Acme Airlines", "Acme Inc.")):
        told = f"2023-10-2{number} | grew | {name} | {name} grew."
        take(project, reading(told, name=f"{number}.txt", title=f"{number}", source=f"/{number}", kinds=kinds))
    assert len(project.actors()) == 2

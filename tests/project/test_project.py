"""What a project answers, and how it is filtered and searched."""

from dataclasses import replace

import pytest

from tests.project.hand_built import ARTICLE, RELEASE, TALKS, VISIT, day, reading, take, titled
from timeline_app.model import Factuality, Passage, When
from timeline_app.project import MAIN, Filter, Project

FIRST = reading(*ARTICLE)
POSSIBLE = "?2024-01-05 | return | Joe Biden | Joe Biden may return to the region in January."
SECOND = reading(RELEASE, POSSIBLE, name="second.txt", title="Second", published="2023-11-20", extra="Café news.\n\n")


@pytest.fixture
def filled(project):
    take(project, FIRST, SECOND)
    return project


def families(events):
    return [event.family for event in events]


def id_of(project, name):
    return next(actor.id for actor in project.actors() if actor.name == name)


def test_events_come_in_the_order_of_time(filled):
    assert families(filled.events()) == ["attack", "release", "visit", "return", "talk"]
    filled.events().clear()
    assert len(filled.events()) == 5


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), "attack release visit return talk"),
        (Filter(first=day("2023-10-20")), "release visit return"),
        (Filter(last=day("2023-10-20")), "attack release"),
        (Filter(first=day("2023-10-08"), last=day("2023-11-01")), "release visit"),
        (Filter(undated=True), "talk"),
        (Filter(undated=False), "attack release visit return"),
        (Filter(factuality=frozenset({Factuality.POSSIBLE})), "return"),
        (Filter(articles=frozenset({SECOND.article.id})), "release return"),
        (Filter(articles=frozenset({"x"})), ""),
        (Filter(text="hostages"), "release"),
        (Filter(text="Bid"), "visit return"),
        (Filter(text="taliban capital"), "talk"),
        (Filter(text="joe biden", last=day("2023-12-31")), "visit"),
        (Filter(text="nowhere"), ""),
        (Filter(text="  "), "attack release visit return talk"),
        (Filter(checked=True), "visit"),
        (Filter(checked=False), "attack release return talk"),
    ],
)
def test_filters(filled, wanted, found):
    filled.set_checked(titled(filled, "visit").id)
    assert families(filled.events(wanted)) == found.split()


def test_filter_by_actor(filled):
    qatar, biden = id_of(filled, "Qatar"), id_of(filled, "Joe Biden")
    assert families(filled.events(Filter(actors=frozenset({qatar})))) == ["release", "talk"]
    assert families(filled.events(Filter(actors=frozenset({qatar, biden})))) == ["release", "visit", "return", "talk"]


def test_main_events_are_the_important_ones_and_those_the_user_vouched_for(project):
    given = {"attack": 0.9, "release": 0.12, "visit": 0.1, "talk": 0.17}
    told = tuple(replace(event, importance=given[event.family]) for event in FIRST.events)
    take(project, replace(FIRST, events=told))
    assert families(project.events(Filter(least=MAIN))) == ["attack"]
    project.set_checked(titled(project, "visit").id)
    project.retitle(titled(project, "release").id, "They release two")
    own = project.add_event(Passage(FIRST.article.id, 0, 5), "Mine")
    main = project.events(Filter(least=MAIN))
    assert families(main) == ["attack", "release", "visit", ""]
    assert own in {event.id for event in main}
    assert families(project.events(Filter(least=MAIN, text="taliban capital"))) == ["talk"], "no main one: all"
    assert project.search("capital").events, "search finds all"
    assert project.count_events() == 5
    project.dismiss(own)
    assert project.count_events() == 4


def test_dismissed_events_show_on_request_only(filled):
    event = titled(filled, "attack")
    filled.dismiss(event.id)
    assert "attack" not in families(filled.events())
    assert families(filled.events(Filter(dismissed=True)))[0] == "attack"
    assert filled.events(Filter(text="attack")) == []
    assert filled.search("fighters").events == ()
    assert filled.articles()[0].n_events == 3
    assert id_of(filled, "Israel") not in [a.id for a, _ in filled.companions(id_of(filled, "Hamas"))]
    filled.restore(event.id)
    assert families(filled.events())[0] == "attack"


@pytest.mark.parametrize(
    ("when", "within"),
    [
        (When(None, None, None, day("2023-11-12"), "../2023-11-12"), True),
        (When(None, None, None, day("2023-09-12"), "../2023-09-12"), False),
        (When(day("2023-10-10"), None, None, None, "2023-10-10/.."), True),
        (When(day("2023-12-10"), None, None, None, "2023-12-10/.."), False),
        (When(None, None, None, None, ""), False),
        (None, False),
    ],
)
def test_open_dates_within_a_range(project, when, within):
    take(project, replace(FIRST, events=(replace(FIRST.events[0], when=when),)))
    found = project.events(Filter(first=day("2023-10-01"), last=day("2023-10-31")))
    assert bool(found) is within
    assert len(project.events(Filter(undated=True))) == 1


def test_actors_are_ranked_with_their_counts_and_companions(filled):
    assert [actor.name for actor in filled.actors()] == ["Hamas", "Israel", "Joe Biden", "Qatar", "Taliban"]
    counts = {filled.actor(id_).name: count for id_, count in filled.actor_counts().items()}
    assert counts == {"Hamas": 2, "Israel": 2, "Joe Biden": 2, "Qatar": 2, "Taliban": 1}
    companions = [(actor.name, count) for actor, count in filled.companions(id_of(filled, "Hamas"))]
    assert companions == [("Israel", 1), ("Qatar", 1)]
    assert filled.companions("x") == []


def test_passages_of_an_actor_in_the_order_of_time(filled):
    passages = filled.passages_of(id_of(filled, "Qatar"))
    texts = [passage.of(filled.article(passage.article).text) for passage in passages]
    assert [text.split()[0] for text in texts] == ["Hamas", "Hamas", "Qatar"]
    assert [event.family for event in filled.events_of(id_of(filled, "Qatar"))] == ["release", "talk"]


def test_what_an_article_tells_in_its_own_order(filled):
    assert families(filled.events_in(SECOND.article.id)) == ["release", "return"]
    assert len(filled.mentions(SECOND.article.id)) == len(SECOND.mentions)
    assert {m.actor for m in filled.mentions(SECOND.article.id)} <= {actor.id for actor in filled.actors()}
    assert len(filled.times(SECOND.article.id)) == 2
    relation = filled.relations(SECOND.article.id)[0]
    assert relation.earlier == titled(filled, "release").id


SEARCHES = [
    ("hostages", ["release"], [], 2),
    ("hostag", ["release"], [], 2),
    ("qatar held", ["release"], [], 2),
    ('"held Qatar"', [], [], 0),
    ('"Qatar held"', ["release"], [], 2),
    ("cafe", [], [], 1),
    ("biden", ["return", "visit"], ["Joe Biden"], 2),
    ("the taliban", ["talk"], ["Taliban"], 1),
    ("zebra", [], [], 0),
    ("", [], [], 0),
    ("  ?!* \" ' ( ", [], [], 0),
    ("AND OR NOT", [], [], 0),
    ("col:umn", [], [], 0),
]


@pytest.mark.parametrize(("text", "events", "actors", "passages"), SEARCHES, ids=[row[0] for row in SEARCHES])
def test_search(filled, text, events, actors, passages):
    hits = filled.search(text)
    assert sorted(families(hits.events)) == events
    assert [actor.name for actor in hits.actors] == actors
    assert len(hits.passages) == passages


def test_the_words_found_are_marked(filled):
    hit = filled.search("qatar host").passages[0]
    text = filled.article(hit.passage.article).text
    assert [found.of(text) for found in hit.found] == ["hostages", "Qatar"]
    assert all(hit.passage.holds(found) for found in hit.found)


def test_search_follows_what_is_there(filled):
    event = titled(filled, "release")
    filled.retitle(event.id, "Zebras are freed")
    assert filled.search("zebra").events == (filled.event(event.id),)
    filled.undo()
    assert filled.search("zebra").events == ()
    filled.remove_article(FIRST.article.id)
    assert filled.search("taliban") == filled.search("zebra")
    filled.undo()
    assert len(filled.search("taliban").events) == 1
    assert len(filled.search("hostages", limit=1).passages) == 1


def test_unknown_ids_raise_key_error(filled):
    questions = [filled.event, filled.actor, filled.article, filled.mentions, filled.times, filled.is_checked]
    for question in questions:
        with pytest.raises(KeyError):
            question("x")
    assert filled.file_of("x") is None


def test_dates_of_articles_can_be_unknown(filled):
    filled.set_published(FIRST.article.id, None)
    entry = filled.articles()[0]
    assert (entry.published, entry.published_from, entry.state) == (None, "user", "waiting")
    filled.undo()
    filled.set_published(FIRST.article.id, FIRST.article.published)
    entry = filled.articles()[0]
    assert (entry.published_from, entry.state) == ("user", "read")
    assert filled.to_read_again() == []


def test_texts_of_other_kinds(project):
    take(project, reading(TALKS, VISIT, extra="x" * 5000 + " needle " + "y " * 3000 + "\n\n"))
    hits = project.search("needle")
    assert len(hits.passages) == 1
    assert hits.passages[0].passage.end - hits.passages[0].passage.start <= 5000


def test_what_is_kept_for_the_whole_project_can_be_undone(project):
    assert project.kept("eras") is None
    project.keep("Name range", "eras", [{"label": "Truce"}])
    project.keep("Rename range", "eras", [{"label": "Ceasefire"}])
    project.keep("Rename range", "eras", [{"label": "Ceasefire"}])
    assert project.undo_name == "Rename range"
    project.undo()
    assert project.kept("eras") == [{"label": "Truce"}]
    project.undo()
    assert (project.kept("eras"), project.undo_name) == (None, None)
    project.redo()
    assert project.kept("eras") == [{"label": "Truce"}]
    project.close()
    with Project.open(project.path) as again:
        assert again.kept("eras") == [{"label": "Truce"}]


def test_eras_of_an_older_file_are_kept(project):
    path = project.path
    project.set_setting("eras", [{"label": "Truce"}])
    project._store.db.execute("DROP TABLE kept")
    project._store.db.pragma("user_version", 2)
    project.close()
    with Project.open(path) as again:
        assert again.kept("eras") == [{"label": "Truce"}]
        assert again.setting("eras") is None

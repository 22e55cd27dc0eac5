from __future__ import annotations

from tests.views.samples import article
from timeline_app.model import Passage
from timeline_app.views.facts import actor_facts, event_facts, quote_of


def test_all_of_an_event(project):
    event = next(one for one in project.events() if "releases" in one.title)
    names = {one.id: one.name for one in project.actors()}
    facts = event_facts(project, event, names, {next(iter(names)): 3})
    assert [one.name for one in facts.actors] == ["Hamas"]
    assert "Hamas released the two on 20 October 2023." in facts.quotes[0].words
    assert not facts.checked
    project.dismiss(event.id)
    project.set_checked(event.id, True)
    facts = event_facts(project, event, names, {})
    assert (facts.checked, facts.dismissed) == (True, True)


def test_all_of_an_actor(project):
    actor = next(one for one in project.actors() if one.name == "Qatar")
    facts = actor_facts(project, actor, tuple(project.events_of(actor.id)), {actor.id: 1})
    assert facts.colour_index == 1
    assert [one.event.title for one in facts.quotes(0, facts.passages)] == [
        "Qatar mediates the release",
        "Qatar hosts talks",
        "Israel plans a visit",
    ]
    assert facts.articles == 2
    assert [(one.name, number) for one, number in facts.companions] == [("Israel", 1)]


def test_companions_are_those_of_the_events_shown(project):
    actor = next(one for one in project.actors() if one.name == "Qatar")
    events = [one for one in project.events_of(actor.id) if "visit" not in one.title]
    facts = actor_facts(project, actor, events, {})
    assert facts.companions == ()


def test_a_short_passage_brings_some_words_around_it():
    source = article("Nobody knew of it. The talks failed. It was late.\nNext paragraph")
    start = source.text.index("talks")
    quote = quote_of(source, Passage(source.id, start, start + 5))
    assert quote.words == "Nobody knew of it. The talks failed. It was late."


def test_a_long_passage_is_cut_and_on_one_line():
    source = article("word\n" * 400)
    quote = quote_of(source, Passage(source.id, 0, len(source.text)))
    assert len(quote.words) <= 320
    assert "\n" not in quote.words

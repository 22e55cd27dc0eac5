"""The questions of merging, as tables."""

from dataclasses import replace

import pytest

from tests.project.hand_built import RELEASE, on, reading
from timeline_app.model import Actor, ActorKind, Factuality, When
from timeline_app.project.merging import actor_key, actor_keys, event_keys, near_identical, normal_name, same_event


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Hamas", "hamas"),
        ("the Taliban", "taliban"),
        ("The United States", "united states"),
        ("U.S.", "united states"),
        ("US", "united states"),
        ("Qatar’s", "qatar"),
        ("Prime Minister Benjamin Netanyahu", "benjamin netanyahu"),
        ("Dr. José Ramos", "jose ramos"),
        ("Apple Inc.", "apple"),
        ("AT&T Corp", "at&t"),
        ("The", "the"),
        ("President", "president"),
        ("", ""),
        ("東京", "東京"),
    ],
)
def test_names_are_levelled(name, normal):
    assert normal_name(name) == normal


def test_a_bare_surname_says_too_little():
    biden = Actor("a", "Biden", ActorKind.PERSON, ("Joe Biden", "Joe"))
    assert actor_key(biden) == ""
    assert actor_keys(biden) == ("joe biden",)
    assert actor_key(replace(biden, kind=ActorKind.ORGANIZATION)) == "biden"


@pytest.mark.parametrize(
    ("passage", "other", "copied"),
    [
        ("Hamas released two hostages on Friday.", "Hamas released two hostages on Friday.", True),
        ("Hamas released two hostages on Friday.", "HAMAS released two hostages, on Friday", True),
        ("Hamas released two hostages on Friday.", "On Friday two people were freed by the group.", False),
        ("", "", False),
        ("word", "word", True),
    ],
)
def test_copies_are_seen(passage, other, copied):
    assert near_identical(passage, other) is copied


def event(**changes):
    return replace(reading(RELEASE).events[0], **changes)


def span(first, last):
    return When(first, first, last, last, "span")


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({}, True),
        ({"family": "attack"}, False),
        ({"when": None}, False),
        ({"when": on("2023-10-21")}, False),
        ({"when": span(738800, 738900)}, False),
        ({"when": span(738810, 738815)}, True),
        ({"statement": True}, False),
        ({"participants": ()}, False),
    ],
)
def test_same_event(changes, same):
    assert same_event(event(), event(**changes)) is same
    assert same_event(event(**changes), event()) is same


def test_events_that_may_be_the_same_share_a_key():
    one, near = event(), event(when=span(738810, 738815))
    assert set(event_keys(one)) & set(event_keys(near))
    assert not list(event_keys(event(family="attack", when=None)))
    assert not list(event_keys(event(family="")))
    assert not list(event_keys(event(family="attack", when=When(None, 5, None, 9, "../x"))))


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({"when": None}, True),
        ({"when": When(None, 738900, None, 738900, "[..]")}, True),
        ({"when": When(738895, 738900, 738895, 738900, "about", True)}, True),
        ({"when": When(738700, 738705, 738700, 738705, "about", True)}, False),
        ({"when": on("2023-10-22")}, True),
        ({"when": on("2023-11-22")}, False),
        ({"factuality": Factuality.DENIED}, False),
    ],
)
def test_what_befalls_a_person_once_is_known_by_the_person(changes, same):
    one, other = event(), event(**changes)
    assert same_event(one, other, lambda actor: actor.endswith("Qatar")) is same
    assert same_event(other, one, lambda actor: actor.endswith("Qatar")) is same
    if same:
        assert set(event_keys(one)) & set(event_keys(other))

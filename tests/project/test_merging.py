"""The questions of merging, as tables."""

from dataclasses import replace

import pytest

from tests.project.hand_built import RELEASE, day, on, reading
from timeline_app.model import Actor, ActorKind, Factuality, Participant, Role, When
from timeline_app.model.bounds import when_between
from timeline_app.project.merging import event_keys, keys_of_like, near_identical, normal_name
from timeline_app.project.same_event import same_event


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
        ({"when": span(738800, 738900)}, True),
        ({"when": span(738600, 738999)}, False),
        ({"when": span(738800, 738900), "title": "Something else entirely"}, False),
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


def actor_of(id_):
    name = id_.rpartition(":")[2]
    return Actor(id_, name, ActorKind.PERSON if name == "Qatar" else ActorKind.GROUP)


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
    assert same_event(one, other, actor_of) is same
    assert same_event(other, one, actor_of) is same
    if same:
        assert set(event_keys(one)) & set(keys_of_like(other))
        assert set(event_keys(other)) & set(keys_of_like(one))


def named(title, who, family, iso="2023-10-20", **changes):
    made = reading(f"{iso} | {family} | {who} | {title}.", kinds=KINDS)
    participants = tuple(replace(each, actor=each.actor.rpartition(":")[2]) for each in made.events[0].participants)
    return replace(made.events[0], participants=participants, **changes)


KINDS = {"Ann Lee": ActorKind.PERSON, "Bo Ray": ActorKind.PERSON, "Chile": ActorKind.STATE, "Peru": ActorKind.STATE}
OCTOBER = span(day("2023-10-01"), day("2023-10-31"))


def project_actor(name):
    return Actor(name, name, KINDS.get(name, ActorKind.ORGANIZATION))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # what the same person hardly does twice within days, in whatever words
        (named("Ann Lee resigns by letter", "Ann Lee", "resign"), named("Ann Lee resigns", "Ann Lee", "resign"), True),
        # the name alone says nothing of what happened
        (named("Acme", "Acme", "exchange"), named("Acme", "Acme", "exchange"), False),
        (named("Acme swaps shares", "Acme", "exchange"), named("Acme swaps all shares", "Acme", "exchange"), True),
        # one actor and other words: two invitations
        (named("Ann Lee invites Bo to come", "Ann Lee", "invite"),
         named("Ann Lee invites everyone to a feast", "Ann Lee", "invite"), False),
        # each befell somebody else
        (named("Acme hires Ann Lee", "Acme, Ann Lee", "hire"),
         named("Acme hires Bo Ray", "Acme, Bo Ray", "hire"), False),
        # states take part in so much that they say little
        (named("Chile signs a pact on water with Peru", "Chile, Peru", "sign"),
         named("Chile signs a treaty of trade with Peru", "Chile, Peru", "sign"), False),
        (named("Chile signs a pact on water with Peru", "Chile, Peru", "sign"),
         named("Chile signs pact on water with Peru", "Chile, Peru", "sign"), True),
        # a vague date needs more in common
        (named("Acme buys Bolt for cash", "Acme, Bolt", "buy"),
         named("Acme buys Bolt in cash deal", "Acme, Bolt", "buy", when=OCTOBER), True),
        (named("Acme opens a shop", "Acme", "open"),
         named("Acme opens three new plants", "Acme", "open", when=OCTOBER), False),
        # a statement is known by what is said
        (named("Ann Lee says", "Ann Lee", "say", statement=True),
         named("Ann Lee says", "Ann Lee", "say", statement=True), False),
        (named("Ann Lee says taxes will rise", "Ann Lee", "say", statement=True),
         named("Ann Lee says that taxes will rise", "Ann Lee", "say", statement=True), True),
    ],
)  # fmt: skip
def test_tellings_of_two_articles(one, other, same):
    assert same_event(one, other, project_actor) is same
    assert same_event(other, one, project_actor) is same
    if same:
        assert set(event_keys(one)) & set(keys_of_like(other))
        assert set(event_keys(other)) & set(keys_of_like(one))


def told(title, when, *participants, family="launch"):
    parts = tuple(Participant(actor, role) for actor, role in participants)
    return event(title=title, when=when, participants=parts, family=family)


MAKER, PHONE, JAPAN = ("maker", Role.AGENT), ("phone", Role.PATIENT), ("japan", Role.OTHER)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # A product is launched once, however far from that day an article tells of it …
        (told("Maker unveils phone", on("2010-06-07"), MAKER, PHONE),
         told("Phone introduced at show", when_between(None, on("2010-08-09").latest), MAKER, PHONE), True),
        # … but once in each country, and not by another maker.
        (told("Maker unveils phone", on("2010-06-07"), MAKER, PHONE),
         told("Maker launches phone in Japan", on("2010-06-08"), MAKER, PHONE, JAPAN), False),
        (told("Maker unveils phone", on("2010-06-07"), MAKER, PHONE),
         told("Rival unveils phone", on("2010-06-07"), ("rival", Role.AGENT), PHONE), False),
        # The same two hardly do so to each other twice within a month …
        (told("Maker beats rival", on("2023-10-20"), MAKER, ("rival", Role.PATIENT), family="win"),
         told("Order for 179 tankers won by maker", OCTOBER, MAKER, ("rival", Role.PATIENT), family="win"), True),
        # … but fight and meet as often as they like, and so do states.
        (told("Maker sues rival", on("2023-10-20"), MAKER, ("rival", Role.PATIENT), family="attack"),
         told("Two shops raided by maker", OCTOBER, MAKER, ("rival", Role.PATIENT), family="attack"), False),
        (told("Japan beats rival", on("2023-10-20"), ("japan", Role.AGENT), ("rival", Role.PATIENT), family="win"),
         told("Order won by Japan", OCTOBER, ("japan", Role.AGENT), ("rival", Role.PATIENT), family="win"), False),
        # What goes on for years is one happening, however long each article says that it has lasted.
        (told("Founder fights a long illness", span(731581, 734000), MAKER, family="fight"),
         told("Founder fights a long illness", span(731581, 734500), MAKER, family="fight"), True),
        (told("Founder fights a long illness", span(731581, 734000), MAKER, family="fight"),
         told("Founder fights a long illness", span(732581, 734500), MAKER, family="fight"), False),
    ],
)  # fmt: skip
def test_what_happens_once(one, other, same):
    kinds = {"japan": ActorKind.STATE, "phone": ActorKind.OTHER}
    assert same_event(one, other, lambda id_: Actor(id_, id_, kinds.get(id_, ActorKind.ORGANIZATION))) is same
    assert bool(set(event_keys(one)) & set(keys_of_like(other))) or not same

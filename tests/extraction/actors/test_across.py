from __future__ import annotations

import pytest

from timeline_app.extraction.actors import join_actors
from timeline_app.extraction.actors.across import bare_surname, only_bearer
from timeline_app.model import Actor, ActorKind

PERSON, ORGANIZATION, STATE, PLACE = ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.STATE, ActorKind.PLACE


@pytest.mark.parametrize(
    ("known", "new", "same"),
    [
        (("Gordon Brown", PERSON), ("Gordon Brown", PERSON), True),
        (("Gordon Brown", PERSON), ("Brown", PERSON), False),
        (("Brown", PERSON), ("Brown", PERSON), False),
        (("George W. Bush", PERSON), ("George Bush", PERSON), True),
        (("Martin Luther King Jr.", PERSON), ("Martin Luther King", PERSON), True),
        (("United States", STATE), ("United States", STATE), True),
        (("United States", STATE), ("US", STATE), True),
        (("United Nations", ORGANIZATION), ("UN", ORGANIZATION), True),
        (("Apple Inc.", ORGANIZATION), ("Apple", ORGANIZATION), True),
        (("Apple", ORGANIZATION), ("Apple Corps", ORGANIZATION), False),
        (("Paris", PLACE), ("Paris Hilton", PERSON), False),
        (("Boeing", ORGANIZATION), ("Airbus", ORGANIZATION), False),
    ],
)
def test_joining_by_name(known, new, same):
    one, other = Actor("a1", known[0], known[1]), Actor("a2", new[0], new[1])
    assert join_actors([one], [other]) == ({"a2": "a1"} if same else {})


def test_an_acronym_that_an_article_explains_joins():
    known = Actor("a1", "Italian Episcopal Conference", ORGANIZATION, ("CEI",))
    assert join_actors([known], [Actor("a2", "CEI", ORGANIZATION)]) == {"a2": "a1"}


def test_a_surname_alias_joins_nobody():
    known = Actor("a1", "Gordon Brown", PERSON, ("Brown",))
    assert join_actors([known], [Actor("a2", "James Brown", PERSON, ("Brown",))]) == {}


def test_a_person_is_no_organisation_of_the_same_name():
    known = Actor("a1", "Calvin Klein", PERSON)
    assert join_actors([known], [Actor("a2", "Calvin Klein", ORGANIZATION)]) == {}


def test_the_first_known_one_is_taken():
    known = [Actor("a1", "Airbus", ORGANIZATION), Actor("a2", "Airbus", ORGANIZATION)]
    assert join_actors(known, [Actor("a3", "Airbus", ORGANIZATION)]) == {"a3": "a1"}


@pytest.mark.parametrize(
    ("known", "new", "same"),
    [
        (("Acme Computer", ORGANIZATION), ("Acme Inc.", ORGANIZATION), True),
        (("Acme Computer", ORGANIZATION), ("Acme", ORGANIZATION), True),
        (("Apple Computer", ORGANIZATION), ("Apple Inc.", ORGANIZATION), True),
        (("Fujitsu Systems", ORGANIZATION), ("Fujitsu Ltd.", ORGANIZATION), True),
        (("Acme Motors", ORGANIZATION), ("Acme Airlines", ORGANIZATION), False),
        (("Delta Air Lines", ORGANIZATION), ("Delta Force", ORGANIZATION), False),
        (("Kobe Steel", ORGANIZATION), ("Kobe", PLACE), False),
        (("Singapore Airlines", ORGANIZATION), ("Singapore", STATE), False),
        (("Georgia Airways", ORGANIZATION), ("Georgia Motors", ORGANIZATION), False),
        (("Buffalo News", ORGANIZATION), ("Buffalo", PLACE), False),
        (("VT Group", ORGANIZATION), ("Vt", PLACE), False),
        (("Granma", ORGANIZATION), ("Granma", PLACE), True),
        (("General Motors", ORGANIZATION), ("General Electric", ORGANIZATION), False),
        (("Rogers Communications", ORGANIZATION), ("Rogers", PERSON), False),
        (("Interior Ministry", ORGANIZATION), ("Ministry of the Interior", ORGANIZATION), True),
        (("French Interior Ministry", ORGANIZATION), ("Russian Interior Ministry", ORGANIZATION), False),
        (("French Interior Ministry", ORGANIZATION), ("Interior Ministry", ORGANIZATION), False),
        (("George W. Bush", PERSON), ("George H. W. Bush", PERSON), False),
        (("Martin Luther King Jr.", PERSON), ("Martin Luther King Sr.", PERSON), False),
        (("James C. Kopp", PERSON), ("James Charles Kopp", PERSON), True),
        (("Kim Jong Il", PERSON), ("Kim Jong Un", PERSON), False),
    ],
)
def test_joining_by_head_and_by_what_contradicts(known, new, same):
    one, other = Actor("a1", known[0], known[1]), Actor("a2", new[0], new[1])
    assert join_actors([one], [other]) == ({"a2": "a1"} if same else {})
    assert join_actors([other], [one]) == ({"a1": "a2"} if same else {})


def test_a_capital_that_spoke_for_its_state_in_one_article_is_a_city_in_the_next():
    known = Actor("a1", "Greece", STATE, ("Greek", "Athens"))
    assert join_actors([known], [Actor("a2", "Athens", PLACE)]) == {}
    assert join_actors([Actor("a2", "Athens", PLACE)], [known]) == {}


@pytest.mark.parametrize(
    ("name", "kind", "found"),
    [
        ("Putin", PERSON, "putin"),
        ("President Putin", PERSON, "putin"),
        ("Vladimir Putin", PERSON, ""),
        ("Vladimir", PERSON, ""),
        ("Paris", PERSON, ""),
        ("Putin", ORGANIZATION, ""),
    ],
)
def test_a_surname_alone(name, kind, found):
    assert bare_surname(Actor("a1", name, kind)) == found


@pytest.mark.parametrize(
    ("bare", "persons", "found"),
    [
        ("Putin", ["Vladimir Putin", "Dmitry Peskov"], "Vladimir Putin"),
        ("Bush", ["George Bush", "Laura Bush"], None),
        ("Bush", ["Kate Winslet"], None),
        ("George Bush", ["George Bush"], None),
    ],
)
def test_the_only_one_who_bears_a_surname(bare, persons, found):
    actors = [Actor(f"b{n}", name, PERSON) for n, name in enumerate(persons)]
    bearer = only_bearer(Actor("a1", bare, PERSON), actors)
    assert (bearer.name if bearer else None) == found

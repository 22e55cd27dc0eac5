from __future__ import annotations

import pytest

from timeline_app.model import ActorKind

PERSON, ORGANIZATION, GROUP = ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GROUP
STATE, PLACE, OTHER = ActorKind.STATE, ActorKind.PLACE, ActorKind.OTHER


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Goalkeeper Thibaut Courtois joined the club.", "Thibaut Courtois", PERSON),
        ("The striker Edinson Cavani scored.", "Edinson Cavani", PERSON),
        ("The Taliban attacked Kabul.", "Taliban", GROUP),
        ("The Taliban attacked Kabul.", "Kabul", PLACE),
        ("Georgia asked NATO for help.", "NATO", ORGANIZATION),
        ("Norway left the talks.", "Norway", STATE),
        ("Protests spread in Magnitogorsk.", "Magnitogorsk", PLACE),
        ("SpaceX launched a rocket.", "SpaceX", ORGANIZATION),
        ("Airbus delivered the Airbus A380.", "Airbus A380", OTHER),
        ("A car crashed on Karl Marx Avenue.", "Karl Marx Avenue", PLACE),
        ("Palestinians marched on Sunday.", "Palestinians", GROUP),
        ("Twitter sued Meta.", "Twitter", ORGANIZATION),
        ("Erbamont N.V. fell.", "Erbamont N.V.", ORGANIZATION),
        ("Tony Lama Co. sold boots. Tony Lama grew. Tony Lama left.", "Tony Lama Co.", ORGANIZATION),
        ("The Institute for the Study of War agreed.", "Institute for the Study of War", ORGANIZATION),
        ("Famine spread in the Sahel.", "Sahel", PLACE),
        ("Crowds met in Omsk, Lipetsk and Ufa.", "Lipetsk", PLACE),
        ("Kim Kardashian spoke.", "Kim Kardashian", PERSON),
        ("Christopher Howes was taken. Howes wrote. Howes died.", "Christopher Howes", PERSON),
        ("KETCHIKAN, Alaska (AP) -- A boat sank.", "Ketchikan", PLACE),
    ],
)
def test_kind_of_an_actor(find, text, name, kind):
    assert find(text).actor(name).kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "He won the Booker Prize in 1999.",
        "The World Cup began.",
        "They signed the Clean Water Act.",
        "She read it on the Internet.",
    ],
)
def test_works_happenings_and_laws_are_no_actors(find, text):
    assert [actor for actor in find(text).actors if actor.kind is OTHER] == []

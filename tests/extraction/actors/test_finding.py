from __future__ import annotations

import pytest

from timeline_app.model import ActorKind

QATAR = " ".join(
    """Qatar has played a significant role in the release of an American mother and daughter who were held by Hamas.
President Joe Biden expressed his gratitude to Qatar and Israel. Mamoun Fandy, the president of a think tank in London,
described Qatar as the “hub of diplomacy”. Qatar helped broker a prisoner exchange between the US and Iran and the
release of Ukrainian children from Russia. Qatar has also hosted peace talks with the Taliban.
However, Qatar’s history of sheltering Hamas’ political leaders may complicate its image. The released hostages,
Judith and Natalie Raanan, were captured by Hamas in southern Israel. In Gaza 2 million Palestinians reside. Israeli
military actions went on.""".split("\n")
)

ALL = """Qatar, United States, Hamas, Joe Biden, Israel, Mamoun Fandy, London, Iran, Ukraine, Russia, Taliban,
Judith Raanan, Natalie Raanan, Gaza, Palestinians"""


def test_all_actors_of_an_article(find):
    assert set(find(QATAR).names) == {" ".join(name.split()) for name in ALL.split(",")}


def test_the_rules_alone_find_names_too(find_plainly):
    assert {"Qatar", "Hamas", "Joe Biden", "Judith Raanan", "Natalie Raanan", "Iran"} <= set(find_plainly(QATAR).names)


def test_spans_stay_as_written(find):
    found = find(QATAR)
    assert found.words("Judith Raanan") == ["Judith"]
    assert found.words("Natalie Raanan") == ["Natalie Raanan"]
    assert set(found.words("Hamas")) == {"Hamas"}
    assert found.words("Israel", "nominal") == ["Israeli"]
    assert found.words("Mamoun Fandy", "nominal") == ["the president of a think tank in London"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Qatar", ActorKind.STATE),
        ("Hamas", ActorKind.GROUP),
        ("Joe Biden", ActorKind.PERSON),
        ("Gaza", ActorKind.PLACE),
        ("Ukraine", ActorKind.STATE),
    ],
)
def test_kinds(find, name, kind):
    assert find(QATAR).actor(name).kind is kind


def test_ids_are_the_same_at_every_reading_and_unlike(find):
    first, second = find(QATAR), find(QATAR)
    assert first.actors == second.actors
    assert first.mentions == second.mentions
    assert len({actor.id for actor in first.actors}) == len(first.actors)


def test_mentions_lie_in_the_order_of_the_text(find):
    starts = [mention.passage.start for mention in find(QATAR).mentions]
    assert starts == sorted(starts)


@pytest.mark.parametrize("text", ["", "   ", "\n", "12.", "“", "-- (", "A", "’s", "of the", "X. Y. Z."])
def test_nothing_to_find_is_no_error(find, find_plainly, text):
    find(text)
    find_plainly(text)

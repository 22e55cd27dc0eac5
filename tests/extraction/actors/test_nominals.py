"""Mentions without a name: titles, common nouns, appositions, pronouns."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("President Joe Biden arrived. Then the president spoke.", "Joe Biden", ["the president"]),
        ("Mayor Hau Lung-bin opened the festival. The mayor lit a lantern.", "Hau Lung-bin", ["The mayor"]),
        ("Airbus lost money. The company cut jobs.", "Airbus", ["The company"]),
        ("The Interior Ministry replied. The ministry denied it.", "Interior Ministry", ["The ministry"]),
        ("Mamoun Fandy, the president of a think tank, spoke.", "Mamoun Fandy", ["the president of a think tank"]),
        ("The two brothers, Ivan Petrov and Igor Petrov, fled.", "Igor Petrov", ["The two brothers"]),
        ("Airbus unveiled the A380. The first jets will fly in May.", "A380", ["The first jets"]),
        (
            "Airbus unveiled the A380. The double-deck commercial aircraft flew.",
            "A380",
            ["The double-deck commercial aircraft"],
        ),
        ("The MV Sewol sank. The MV Sewol was old. Divers found the ferry.", "MV Sewol", ["the ferry"]),
        (
            "Airbus built the A380. The A380 flew. Qantas will receive its first aircraft in May.",
            "A380",
            ["its first aircraft"],
        ),
        ("Israeli planes struck Gaza.", "Israel", ["Israeli"]),
        ("Kim Jong-un, the North Korean leader, smiled.", "North Korea", ["North Korean"]),
    ],
)
def test_nominal_mentions(find, text, name, words):
    assert find(text).words(name, "nominal") == words


@pytest.mark.parametrize(
    "text",
    [
        "Airbus fought Boeing. The company cut jobs.",
        "President Joe Biden arrived. The president of Iran did not.",
        "The president spoke for an hour.",
        "About 747 plane spotters came. The planes were late.",
        "A drone circled over the iPhone on Friday. The aircraft was lost.",
    ],
)
def test_unsure_nouns_are_left_alone(find, text):
    found = find(text)
    nouns = [m.passage.of(text) for m in found.mentions if m.form == "nominal"]
    assert nouns == []


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Angela Merkel met reporters. She said her party would win.", "Angela Merkel", ["She", "her"]),
        ("Barack Obama met Angela Merkel. He praised her.", "Barack Obama", ["He"]),
        ("Barack Obama met Angela Merkel. He praised her.", "Angela Merkel", ["her"]),
        ("Hillary Baloch sang. She was famous.", "Hillary Baloch", ["She"]),
        ("Barack Obama spoke. Steve Ballmer described him as wise.", "Barack Obama", ["him"]),
        ("Prince Andrew spoke. Epstein lied to Andrew Smith. He visited Epstein in New York.", "Epstein", []),
        ("Napoleon fled from Elba. He was caught by the Duke of Wellington. Later he died.", "Napoleon", ["He", "he"]),
    ],
)
def test_pronouns(find, text, name, words):
    assert find(text).words(name, "pronoun") == words


def test_they_and_it_are_left_alone(find):
    text = "Barack Obama and Angela Merkel met. They spoke. It was late."
    assert all(mention.form != "pronoun" for mention in find(text).mentions)


def test_what_a_rule_says_is_marked(find):
    text = "President Joe Biden arrived. He waved. The president spoke."
    inferred = [m.passage.of(text) for m in find(text).mentions if m.inferred]
    assert inferred == ["He", "The president"]


def test_a_lone_title_is_its_holder(find):
    found = find("Home Secretary Suella Braverman spoke. Then the Home Secretary left.")
    assert found.words("Suella Braverman") == ["Home Secretary Suella Braverman", "Home Secretary"]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Caesar crossed the Rubicon in January 49 BC and marched on Rome. Pompey fled to Greece, where he was "
            "defeated at Pharsalus the following year. Caesar pursued him to Egypt.",
            "Pompey",
            ["he", "him"],
        ),
        ("Caesar met Pompey Strabo. Caesar pursued him to Egypt. He was murdered in Rome.", "Caesar", ["He"]),
        ("Ajith Cabraal met Ivan Petrov. The governor then announced his plan.", "Ajith Cabraal", []),
    ],
)  # fmt: skip
def test_pronouns_of_whom_nothing_else_is_known(find, text, name, words):
    assert find(text).words(name, "pronoun") == words


def test_a_first_name_alone_before_a_full_one_is_another_s(find):
    text = "William landed in England. William won. He died and was followed by his son, William Rufus."
    assert find(text).words("William Rufus", "name") == ["William Rufus"]

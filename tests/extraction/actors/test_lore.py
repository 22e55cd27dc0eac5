from __future__ import annotations

import pytest

from timeline_app.extraction.actors.lore import english_lore
from timeline_app.model import ActorKind


@pytest.mark.parametrize(
    ("written", "name", "kind"),
    [
        ("U.S.", "United States", ActorKind.STATE),
        ("Britain", "United Kingdom", ActorKind.STATE),
        ("UN", "United Nations", ActorKind.ORGANIZATION),
        ("al-Qaida", "al-Qaeda", ActorKind.GROUP),
        ("Kiev", "Kyiv", ActorKind.PLACE),
        ("UKRAINE", "Ukraine", ActorKind.STATE),
        ("iPhone", "iPhone", ActorKind.OTHER),
    ],
)
def test_known_names(written, name, kind):
    entry = english_lore().known[written]
    assert (entry.name, entry.kind) == (name, kind)


def test_short_names_are_not_read_in_other_letters():
    assert "us" not in english_lore().known
    assert "who" not in english_lore().known


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("South Korea won", "South Korea"),
        ("United States Air Force", "United States Air Force"),
        ("Iranian", ""),
        ("Chadwick", ""),
        ("U.S. troops", "U.S."),
        ("Food and Drug Administration", "Food and Drug Administration"),
    ],
)
def test_the_longest_name_that_ends_with_a_word(text, found):
    assert english_lore().match(text, 0) == found


@pytest.mark.parametrize(("text", "found"), [("Sri Lankan police", "Sri Lankan"), ("Iraqi", "Iraqi"), ("Iraq", "")])
def test_words_for_peoples(text, found):
    assert english_lore().people_at(text, 0) == found


def test_every_state_has_a_name_for_its_people_or_is_known_to_have_none():
    lore = english_lore()
    with_people = {entry.name for entry in lore.people.values()}
    states = {entry.name for entry in lore.known.values() if entry.kind is ActorKind.STATE}
    assert len(states) > 195
    assert len(states - with_people) < 25


def test_a_first_name_belongs_to_one_gender_and_has_no_accent():
    lore = english_lore()
    assert (lore.genders["rene"], lore.genders["beyonce"]) == ("m", "f")
    assert all(name.isascii() for name in lore.genders)

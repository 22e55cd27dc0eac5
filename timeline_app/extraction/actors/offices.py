"""Titles that stand alone with a capital: "the President", "the Home Secretary" for who was given that title."""

from __future__ import annotations

from timeline_app.extraction.actors.groups import Group
from timeline_app.extraction.actors.spans import Name
from timeline_app.model import ActorKind


def resolve_offices(names: list[Name], groups: list[Group]) -> None:
    """Give each lone title to the person of that title named last before it, else first after it."""
    lone = [name for name in names if not name.words and name.title]
    if not lone:
        return
    holders = office_holders(groups)
    for name in lone:
        group = holder_of(name.title, name.start, holders)
        if group is not None:
            name.inferred = True
            group.names.append(name)


Holders = list[tuple[int, frozenset[str], Group]]


def office_holders(groups: list[Group]) -> Holders:
    """(where, words of the title, who) for each person named with a title, in the order of the text."""
    found = [
        (name.start, frozenset(name.title.split()), group)
        for group in groups
        if group.kind is ActorKind.PERSON
        for name in group.names
        if name.title and name.words
    ]
    return sorted(found, key=lambda entry: entry[0])


def holder_of(title: str, at: int, holders: Holders) -> Group | None:
    """Who bears all the words of a title: the last one given it before a character, else the first after."""
    words = frozenset(title.split())
    before = [group for start, held, group in holders if words <= held and start < at]
    after = [group for start, held, group in holders if words <= held and start > at]
    return before[-1] if before else after[0] if after else None

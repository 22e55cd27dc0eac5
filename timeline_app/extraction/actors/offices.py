"""Titles that stand alone with a capital: "the President", "the Home Secretary" for who was given that title."""

from __future__ import annotations

from timeline_app.extraction.actors.groups import Group
from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import Name
from timeline_app.model import ActorKind, MentionForm

LONGEST_BETWEEN = 12
_BESIDE = frozenset({",", ", the", ", former", ", then"})


def resolve_offices(page: Page, names: list[Name], groups: list[Group]) -> None:
    """Give each lone title to the person set off from it by a comma, else to who was given that title last before it.

    Where nobody was, the first after it is taken; a title that nobody bears stands for a person without a name.
    """
    if all(name.words or not name.title for name in names):
        return
    owners = {id(name): group for group in groups for name in group.names if group.kind is ActorKind.PERSON}
    outer = [name for name in names if not name.nested]
    for at, name in enumerate(outer):
        beside = None if name.words or not name.title else _beside(page, outer, at)
        if beside is not None and id(beside) in owners:
            beside.title = beside.title or name.title
            name.form = MentionForm.NOMINAL
            owners[id(beside)].names.append(name)
    taken = {id(name) for group in groups for name in group.names}
    lone = [name for name in names if not name.words and name.title and id(name) not in taken]
    holders = office_holders(groups)
    unnamed: dict[str, Group] = {}
    for name in lone:
        holder = holder_of(name.title, name.start, holders)
        if holder is not None:
            name.inferred = True
            holder.names.append(name)
        elif _is_somebody(page, name):
            unnamed.setdefault(name.title, Group()).names.append(name)
    for title, group in unnamed.items():
        for name in group.names:
            name.words, name.core = tuple(title.split()), name.first
        group.settle()
        groups.append(group)


def _beside(page: Page, outer: list[Name], at: int) -> Name | None:
    """The name that a comma sets off from the title at a place in the list, behind it or before it."""
    for left, right, beside in ((at, at + 1, at + 1), (at - 1, at, at - 1)):
        if left >= 0 and right < len(outer):
            between = page.text[outer[left].end : outer[right].start]
            if len(between) < LONGEST_BETWEEN and " ".join(between.split()) in _BESIDE:
                return outer[beside]
    return None


def _is_somebody(page: Page, name: Name) -> bool:
    """Whether a title that no person of the article bears is still someone: "the Prime Minister", not "Director of"."""
    behind = page.tokens[name.after].text if name.after < len(page.tokens) else ""
    before = page.tokens[name.first - 1].text.lower() if name.first else ""
    office = any(word in page.lore.words["offices"] for word in name.title.split())
    return office and before == "the" and behind not in ("of", "for")


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

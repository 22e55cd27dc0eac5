"""Which names of an article name the same actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from timeline_app.extraction.actors.bodies import join_bodies
from timeline_app.extraction.actors.groups import Group, Groups
from timeline_app.extraction.actors.lore import Lore
from timeline_app.extraction.actors.persons import join_persons
from timeline_app.extraction.actors.products import join_products, mark_versions
from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import DIRECTIONS, Name, squeeze
from timeline_app.model import ActorKind

_SMALL_WORDS = frozenset("of the for and & on in to de del des du la le los las y di da do dos und".split())
#: A code has so many letters at most, and so many of them from one word.
MOST_LETTERS, MOST_OF_ONE = 5, 2
_UNIONS = frozenset({"UN", "U.N.", "EU"})
_PLACES = (ActorKind.STATE, ActorKind.PLACE)
#: Ends behind a town's name that make another of it: "Buffalo" is not "Buffalo News".
_OF_A_TOWN = frozenset(["news", "newspaper", "airlines", "airways", "police", "party", "magazine", "network"])


def join_names(page: Page, names: list[Name]) -> list[Group]:
    """Groups of names, one for each actor, in the order of the text."""
    groups = Groups(names)
    _join_definitions(page, names, groups)
    join_persons(page, groups)
    _join_acronyms(groups)
    _join_shortened(page, groups)
    join_bodies(page, groups)
    _join_halves(groups)
    join_products(groups)
    _join_heads(page, groups)
    mark_versions(groups)
    return groups.all()


def _join_definitions(page: Page, names: list[Name], groups: Groups) -> None:
    """Join "Massachusetts Institute of Technology (MIT)", "CEI (Italian Episcopal Conference)"."""
    outer = [name for name in names if not name.nested and name.words]
    for left, right in pairwise(outer):
        between = page.text[left.end : right.start]
        if (
            len(between) > 6
            or between.strip(" \"“”'‘’)") != "("
            or page.text[right.end : right.end + 1] not in ")”\"'’ "
        ):
            continue
        short, long = (right, left) if len(right.words) < len(left.words) else (left, right)
        if len(short.words) != 1 or not _stands_for(short.words[0], long):
            continue
        group = groups.of(short)
        if long.known == "" and group.known:
            # What the article explains goes before what the lists know: another "IRA".
            group.forget()
        groups.merge(groups.of(long), group)


def _stands_for(short: str, long: Name) -> bool:
    """Whether a short form in brackets has the letters of the long one: in order, or its initials in any order."""
    letters = squeeze(short)
    initials = "".join(word[0].lower() for word in long.words if word.lower() not in _SMALL_WORDS)
    if sorted(letters) == sorted(initials):
        return True
    rest = iter(long.key)
    return letters[:1] == long.key[:1] and short.isupper() and all(letter in rest for letter in letters)


def initials(words: Iterable[str]) -> set[str]:
    """The acronyms that a name may have: with and without its small words, and with the parts of joined words."""
    parts = [part for word in words for part in word.replace("-", " ").split() if part[0].isalnum()]
    telling = [part[0].lower() for part in parts if part.lower() not in _SMALL_WORDS]
    return {"".join(telling), "".join(part[0].lower() for part in parts)} if len(telling) > 1 else set()


def _join_acronyms(groups: Groups) -> None:
    """Join "MIT" with "Massachusetts Institute of Technology"; never a person's initials."""
    short: dict[str, Group] = {}
    for group in groups.all():
        word = group.words[0]
        letters = squeeze(word)
        if len(group.words) == 1 and 2 <= len(letters) <= 7 and word[0].isupper() and word[-1] in letters.upper() + ".":
            short.setdefault(letters, group)
    if not short:
        return
    for group in groups.all():
        if len(group.words) > 1 and group.kind is not ActorKind.PERSON:
            for letters in sorted(initials(group.words)):
                found = short.get(letters)
                if found is not None and found is not group and not found.known:
                    groups.merge(group, found)
    _join_codes(groups, short)


def _join_codes(groups: Groups, short: dict[str, Group]) -> None:
    """Join "SIA" with "Singapore Airlines": letters of the name in their order, with the first of each word."""
    for letters, code in sorted(short.items()):
        if code.moved is not None or code.known or not code.words[0].isupper() or not 3 <= len(letters) <= MOST_LETTERS:
            continue
        named = [g for g in groups.all() if g.kind is ActorKind.ORGANIZATION and _has_code(g.words, letters)]
        if len(named) == 1 and named[0].first < code.first:
            groups.merge(named[0], code)


def _has_code(words: tuple[str, ...], letters: str) -> bool:
    """Whether each word gives its first letter, and at most `MOST_OF_ONE` that follow in it, to the letters."""
    telling = [squeeze(word) for word in words if word.lower() not in _SMALL_WORDS]
    if not 1 < len(telling) < len(letters):
        return False
    return _spells(telling, letters)


def _spells(words: Sequence[str], letters: str) -> bool:
    if not words:
        return not letters
    if not letters or words[0][:1] != letters[0]:
        return False
    return any(
        _in_order(words[0][1:], letters[1:taken]) and _spells(words[1:], letters[taken:])
        for taken in range(1, min(MOST_OF_ONE, len(letters)) + 1)
    )


def _in_order(word: str, letters: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _join_shortened(page: Page, groups: Groups) -> None:
    """Join "Home Office" with "United Kingdom Home Office", "Supreme Court" with "Supreme Court of Cassation"."""
    lore = page.lore
    generic = lore.words["generic_ends"]
    ends = Counter(squeeze(group.words[-1]) for group in groups.all() if len(group.words) > 1)
    for group in groups.all():
        words = group.words
        if group.kind in (ActorKind.PERSON, ActorKind.OTHER) or len(words) < 2:
            continue
        for cut in range(1, len(words)):
            lead, tail = words[:cut], words[cut:]
            owned = is_place(lore, " ".join(lead))
            if owned or lead[0] in _UNIONS or (cut == 1 and lead[0] in lore.people):
                least = 1 if owned and _tells_enough(lore, tail) and ends[squeeze(tail[-1])] == 1 else 2
                _merge_if(page, groups, group, tail, least=least)
            is_rest_empty = tail[0] in ("of", "for") or all(word.lower() in generic for word in tail)
            if is_rest_empty and not _is_town(groups, lore, lead, tail) and lead[-1] != "of":
                _merge_if(page, groups, group, lead, least=2 if tail[0] in ("of", "for") else 1)
        if words[0].lower() in lore.words["bodies"] and len(words) > 2 and words[1] == "of":
            _merge_if(page, groups, group, words[2:], least=1)


def _is_town(groups: Groups, lore: Lore, lead: tuple[str, ...], tail: tuple[str, ...]) -> bool:
    """Whether the first words of a name are a place's, and what follows makes it a name of its own."""
    if is_place(lore, " ".join(lead)):
        return True
    other = groups.get(squeeze("".join(lead)))
    located = other is not None and other.kind in _PLACES and any(name.placed for name in other.names)
    return located and tail[-1].lower() in _OF_A_TOWN


def _tells_enough(lore: Lore, tail: tuple[str, ...]) -> bool:
    """Whether one word behind a land is a name of its own: "UK RAF", "U.S. Capitol", not "US Navy"."""
    word = tail[0].lower()
    heads = ("organization_heads", "place_heads", "short_heads", "other_heads", "titles", "generic_ends")
    return len(word) > 2 and word not in lore.people and not any(word in lore.words[table] for table in heads)


def is_place(lore: Lore, name: str) -> bool:
    """Whether the lists have a name as a state's or a place's."""
    entry = lore.known.get(name)
    return entry is not None and entry.kind in (ActorKind.STATE, ActorKind.PLACE)


def _merge_if(page: Page, groups: Groups, group: Group, words: tuple[str, ...], *, least: int) -> None:
    entry = page.lore.known.get(" ".join(words))
    other = groups.get(f"={entry.name}") if entry else groups.get(squeeze("".join(words)))
    if other is not None and other is not group and len(words) >= least and other.kind is not ActorKind.PERSON:
        groups.merge(group, other)


def _join_heads(page: Page, groups: Groups) -> None:
    """Join "The Court" with the court named last before it."""
    heads = page.lore.words["short_heads"]
    named: dict[str, Group] = {}
    for group in groups.all():
        if group.kind is ActorKind.ORGANIZATION and len(group.words) > 1:
            for word in group.words:
                if word.lower() in heads:
                    named.setdefault(word.lower(), group)
    if not named:
        return
    for head, group in named.items():
        alone = groups.get(head)
        if alone is not None and alone is not group and not alone.known and len(alone.words) == 1:
            groups.merge(group, alone)


def _join_halves(groups: Groups) -> None:
    """Join "Korea" with "South Korea" where the article names only one of the two."""
    halves: dict[str, list[Group]] = {}
    for group in groups.all():
        name = (group.known or " ".join(group.words)).split()
        if len(name) == 2 and name[0].lower() in DIRECTIONS:
            halves.setdefault(squeeze(name[1]), []).append(group)
    for key, found in halves.items():
        whole = groups.get(key)
        if whole is not None and len(found) == 1 and not whole.known:
            groups.merge(found[0], whole)

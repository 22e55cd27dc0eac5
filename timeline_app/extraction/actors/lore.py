"""What is known of names before a text is opened: states and their people, organisations, titles, first names.

The words lie in `resources/languages/en_*.toml`; they are facts and rules about English news, never about one article.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline_app.extraction.actors.spans import plain_letters, squeeze
from timeline_app.model import ActorKind
from timeline_app.resources import resource

#: Shorter names are read only as they are written: "WHO" is not "who", "US" is not "us".
SHORTEST_IN_CAPITALS = 4
_TABLES = (
    ("organizations", ActorKind.ORGANIZATION),
    ("places", ActorKind.PLACE),
    ("things", ActorKind.OTHER),
)
_CLOSING = ("organization_heads", "place_heads", "other_heads", "sure_company_forms")
_FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Known:
    """A name on the lists: the usual name of who bears it, and what they are."""

    name: str
    kind: ActorKind


@dataclass(frozen=True)
class Lore:
    """The lists. Keys of `known`, `people` and `capitals` are as written; all other words are in small letters.

    `known` holds full and other names, `people` the words for a people and what is theirs, `capitals` the states
    of capital cities, `by_first_word` the known names by their first word, longest first, `long_people` likewise the
    words for peoples that are more than one ("Sri Lankan"); `squeezed` the known names
    without gaps; `genders` has "m" or "f" for a first name, "" where men and women bear it alike;
    `closing` holds all last words that say that a name is no person's.
    """

    known: dict[str, Known]
    people: dict[str, Known]
    capitals: dict[str, str]
    by_first_word: dict[str, tuple[str, ...]]
    long_people: dict[str, tuple[str, ...]]
    squeezed: dict[str, Known]
    genders: dict[str, str]
    words: dict[str, frozenset[str]]
    closing: frozenset[str]

    def has(self, table: str, word: str) -> bool:
        """Whether a word, in whatever letters, stands in a list of `en_name_words.toml`."""
        return word.lower() in self.words[table]

    def match(self, text: str, start: int, *, below: int = 1000) -> str:
        """The longest known name, of fewer than `below` letters, that begins at a character and ends with a word."""
        word = _FIRST_WORD.match(text, start)
        if word is None:
            return ""
        for name in self.by_first_word.get(word.group(), ()):
            end = start + len(name)
            if len(name) >= below:
                continue
            if text.startswith(name, start) and not (end < len(text) and text[end].isalnum() and name[-1] != "."):
                return name
        return ""

    def people_at(self, text: str, start: int) -> str:
        """The word or words for a people that begin at a character of the text, or ""."""
        word = _FIRST_WORD.match(text, start)
        if word is None:
            return ""
        for name in self.long_people.get(word.group(), ()):
            if text.startswith(name, start) and not text[start + len(name) : start + len(name) + 1].isalnum():
                return name
        return word.group() if word.group() in self.people else ""


@cache
def english_lore() -> Lore:
    """The lists for English, read once."""
    names, states = _read("en_names.toml"), _read("en_states.toml")
    first, words = _read("en_first_names.toml"), _read("en_name_words.toml")
    known: dict[str, Known] = {}
    people: dict[str, Known] = {}
    capitals: dict[str, str] = {}
    for table, kind in _TABLES:
        for name, others in names[table].items():
            _add(known, Known(name, kind), [name, *others])
    _add_groups(names["groups"], known, people)
    for table, kind in (("lands", ActorKind.PLACE), ("states", ActorKind.STATE)):
        for name, facts in states[table].items():
            _add(known, Known(name, kind), [name, *facts.get("also", ())])
            people.update(dict.fromkeys(facts.get("of", ()), Known(name, kind)))
            cities = facts.get("capital", ())
            capitals.update(dict.fromkeys(cities, name))
            for city in cities:
                known.setdefault(city, Known(cities[0], ActorKind.PLACE))
                known.setdefault(city.upper(), Known(cities[0], ActorKind.PLACE))
    genders = {plain_letters(name): "m" for name in first["men"].split()}
    genders |= {plain_letters(name): "f" for name in first["women"].split()}
    genders |= dict.fromkeys((plain_letters(name) for name in first["either"].split()), "")
    listed = {table: frozenset(entries.split()) for table, entries in words.items()}
    return Lore(
        known,
        people,
        capitals,
        _by_first_word(known),
        _by_first_word(name for name in people if " " in name),
        {squeeze(name): entry for name, entry in known.items() if " " in name or "-" in name},
        genders,
        listed,
        frozenset().union(*(listed[table] for table in _CLOSING)),
    )


def _by_first_word(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Names by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        word = _FIRST_WORD.match(name)
        if word:
            found.setdefault(word.group(), []).append(name)
    return {word: tuple(listed) for word, listed in found.items()}


def _read(name: str) -> dict[str, Any]:
    with resource("languages", name).open("rb") as file:
        return tomllib.load(file)


def _add(known: dict[str, Known], entry: Known, written: list[str]) -> None:
    """Enter a name under all its forms, and in capitals too, as headlines have it."""
    for form in written:
        known[form] = entry
        if len(form) >= SHORTEST_IN_CAPITALS:
            known.setdefault(form.upper(), entry)


def _add_groups(groups: dict[str, list[str]], known: dict[str, Known], people: dict[str, Known]) -> None:
    """Groups with one name act like organisations; peoples and faiths ("Kurds", "Kurdish") are words for people."""
    for name, others in groups.items():
        entry = Known(name, ActorKind.GROUP)
        is_people = name.endswith("s") and any(other in name for other in others)
        if is_people:
            people.update(dict.fromkeys([name, *others], entry))
        else:
            _add(known, entry, [name, *others])

"""The words of happening: families of triggers, verbs of saying, verbs that make their complement real or unreal.

Read once from `resources/languages/en_events.toml`; another language is another file.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline_app.resources import resource


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lemmas by what they do. `verb_family` and `noun_family` give the family of a trigger."""

    verb_family: dict[str, str]
    noun_family: dict[str, str]
    topics: dict[str, str]
    state_adjectives: dict[str, str]
    say: frozenset[str]
    act: frozenset[str]
    none: frozenset[str]
    light: frozenset[str]
    implicative: frozenset[str]
    intending: frozenset[str]
    negating: frozenset[str]
    possible: frozenset[str]
    doubting: frozenset[str]
    accusing: frozenset[str]
    judging: frozenset[str]
    vouching: frozenset[str]
    rebutting: frozenset[str]
    steering: frozenset[str]
    outdoing: frozenset[str]
    occurring: frozenset[str]
    alone: frozenset[str]
    unreal_adjectives: frozenset[str]
    further_adjectives: frozenset[str]
    planned_adjectives: frozenset[str]
    recent_adjectives: frozenset[str]
    untrue: frozenset[str]
    true: frozenset[str]
    certain: frozenset[str]
    unsure: frozenset[str]
    unreal_nouns: frozenset[str]
    rumours: frozenset[str]
    proofs: frozenset[str]
    relational_nouns: frozenset[str]
    accusing_nouns: frozenset[str]
    earlier_adverbs: frozenset[str]
    doubting_adverbs: frozenset[str]
    participles: dict[str, str]
    idioms: dict[str, dict[str, str]]

    def family(self, lemma: str, *, noun: bool) -> str:
        """The family of a trigger; a verb without one is a family of its own."""
        if noun:
            return self.noun_family.get(lemma, "")
        return self.verb_family.get(lemma, lemma)


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of a language."""
    raw: dict[str, Any] = tomllib.loads(resource("languages", f"{language}_events.toml").read_text(encoding="utf-8"))
    families = raw["families"].items()
    words = {name: frozenset(entries) for name, entries in raw["verbs"].items()}
    adjectives = raw["adjectives"]
    return Lexicon(
        verb_family={verb: name for name, entry in families for verb in entry.get("verbs", ())},
        noun_family={noun: noun for noun in raw["nouns"]["plain"]}
        | {noun: name for name, entry in families for noun in entry.get("nouns", ())},
        topics={family: topic for topic, names in raw["topics"].items() for family in names},
        state_adjectives=adjectives["event"],
        unreal_adjectives=frozenset(adjectives["unreal"]),
        further_adjectives=frozenset(adjectives["possible"]),
        planned_adjectives=frozenset(adjectives["planned"]),
        recent_adjectives=frozenset(adjectives["recent"]),
        accusing_nouns=frozenset(raw["nouns"]["accusing"]),
        **{name: frozenset(adjectives[name]) for name in ("untrue", "true", "certain", "unsure")},
        unreal_nouns=frozenset(raw["nouns"]["unreal"]),
        rumours=frozenset(raw["nouns"]["rumours"]),
        proofs=frozenset(raw["nouns"]["proofs"]),
        relational_nouns=frozenset(raw["nouns"]["relational"]),
        doubting_adverbs=frozenset(raw["adverbs"]["doubting"]),
        participles=raw["participles"],
        idioms=_idioms(raw["idioms"]),
        earlier_adverbs=frozenset(raw["adverbs"]["earlier"]),
        **words,
    )


def _idioms(raw: dict[str, list[str]]) -> dict[str, dict[str, str]]:
    """By the verb: what stands behind it ("on strike"), and the family of both together."""
    found: dict[str, dict[str, str]] = {}
    for family, phrases in raw.items():
        for words in phrases:
            verb, rest = words.split(" ", 1)
            found.setdefault(verb, {})[rest] = family
    return found

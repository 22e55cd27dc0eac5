"""The rules of all kinds, compiled once, and looked up by the first word of what they match."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Result
from timeline_app.extraction.times.pattern import WordClass, compile_pattern
from timeline_app.extraction.times.vocabulary import vocabulary

Resolver = Callable[[re.Match[str], Context], Result]


@dataclass(slots=True)
class RuleBook:
    """The rules of one kind; `classes` are lists of words only this kind needs."""

    name: str
    classes: dict[str, WordClass] = field(default_factory=dict)
    rules: list[tuple[str, Resolver]] = field(default_factory=list)

    def add(self, *patterns: str) -> Callable[[Resolver], Resolver]:
        """Decorator: this function reads what these patterns match."""

        def keep(resolver: Resolver) -> Resolver:
            self.rules.extend((pattern, resolver) for pattern in patterns)
            return resolver

        return keep


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled rule; of equally long matches the one with the lower `order` is tried first."""

    match: Callable[[str, int], re.Match[str] | None]
    resolver: Resolver
    order: int
    template: str
    first: frozenset[str]


@cache
def grammar(language: str = "en") -> dict[str, tuple[Rule, ...]]:
    """The rules a match can begin with, by first word; "0" stands for any digit."""
    by_word: dict[str, list[Rule]] = defaultdict(list)
    for rule in all_rules(language):
        for word in rule.first:
            by_word[word].append(rule)
    return {word: tuple(rules) for word, rules in by_word.items()}


@cache
def all_rules(language: str = "en") -> tuple[Rule, ...]:
    """All rules in their order."""
    from timeline_app.extraction.times.rules import BOOKS

    shared = vocabulary(language).classes
    rules: list[Rule] = []
    for book in BOOKS:
        classes = {**shared, **book.classes}
        for template, resolver in book.rules:
            compiled = compile_pattern(template, classes)
            pattern = re.compile(compiled.regex + r"(?![a-z0-9])")
            rules.append(Rule(pattern.match, resolver, len(rules), template, compiled.first))
    return tuple(rules)

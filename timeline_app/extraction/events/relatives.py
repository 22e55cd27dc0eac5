"""Who stands in a phrase only because somebody is their rival, parent or ally: "Boeing's rival Airbus"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.lexicon import lexicon

#: What a "parent" is: "the parent company of Airbus".
FIRMS = frozenset({"company", "firm", "group", "body", "organisation", "organization"})
OF = frozenset({"of", "to"})
NAMED = frozenset({"GPE", "ORG", "PERSON", "NORP"})
BESIDE = frozenset({"poss", "compound", "nmod", "amod"})


def related_to(a: Analysis, tokens: Sequence[int], names: Container[int]) -> frozenset[int]:
    """The tokens of a phrase that name to whom somebody in it is related; `names` are the tokens of names."""
    words, found = lexicon().relational_nouns, set[int]()
    if not any(a.tokens[i].lemma.lower() in words for i in tokens):
        return frozenset()
    for i in tokens:
        if a.tokens[i].lemma.lower() in words and i not in names:
            found |= _owners(a, i) | _right_before(a, i, names)
    return frozenset(found)


def name_behind(a: Analysis, head: int) -> list[int]:
    """The name that says who is meant, which parsers hang on the verb: "US ally Qatar hosted talks"."""
    token = a.tokens[head]
    if head + 1 >= len(a.tokens) or token.pos != "NOUN":
        return []
    beside = [k for k in a.children[token.head] if a.tokens[k].dep == "npadvmod" and a.tokens[k].entity in NAMED]
    return next((a.subtree(k) for k in beside if min(a.subtree(k)) == head + 1), [])


def _owners(a: Analysis, i: int) -> set[int]:
    """The X of "X's rival", "the rival of X", "the parent company of X"."""
    holder = a.tokens[i].head if a.tokens[a.tokens[i].head].lemma.lower() in FIRMS else i
    found = set[int]()
    for head in (i, holder):
        for k in a.children[head]:
            token = a.tokens[k]
            if token.dep == "poss" or (token.dep == "prep" and token.text.lower() in OF and k > i):
                found.update(a.subtree(k))
    return found


def _right_before(a: Analysis, i: int, names: Container[int]) -> set[int]:
    """The X of "X rival Y", and of "X's rival Y" where the parse hangs it on Y."""
    at, found = i - 1, set[int]()
    while at >= 0 and (a.tokens[at].dep == "case" or (a.tokens[at].pos == "ADJ" and at not in names)):
        at -= 1
    while at >= 0 and at in names and a.tokens[at].dep in BESIDE:
        found.add(at)
        at -= 1
    return found

"""Whether the happening that a noun names came about: by its adjectives, and by the clause it stands in."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.doubt import alleged
from timeline_app.extraction.events.expectations import is_put_off, meant_for, takes_place
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.extraction.events.verbs import is_verb
from timeline_app.model import Factuality

#: The object of these did not come about.
AVERTING = frozenset({"abort", "avert", "avoid", "cancel", "foil", "prevent", "scrap", "thwart"})
#: What is demanded has not happened, whoever's it is.
DEMANDING = frozenset({"demand", "request", "seek", "urge", "want", "threaten"})


def noun_factuality(
    a: Analysis, lexicon: Lexicon, candidate: Candidate, of_verb: Callable[[int], Factuality]
) -> Factuality:
    """Factuality of a noun; `of_verb` tells that of a verb."""
    words = _modifiers(a, candidate.head)
    if words & lexicon.planned_adjectives:
        return Factuality.PLANNED
    if words & lexicon.unreal_adjectives:
        return Factuality.POSSIBLE
    before = a.tokens[candidate.head - 1 - len(words)].text.lower() if candidate.head > len(words) else ""
    if words & {"no", "neither"} or before in {"nor", "neither"}:
        return Factuality.DENIED
    if alleged(a, lexicon, candidate.head):
        return Factuality.POSSIBLE
    if candidate.verb < 0:
        return Factuality.HAPPENED
    return _by_its_clause(a, lexicon, candidate, words, of_verb(candidate.verb))


def _by_its_clause(
    a: Analysis, lexicon: Lexicon, candidate: Candidate, words: set[str], above: Factuality
) -> Factuality:
    """Factuality of a noun by that of the verb `above` it; `words` are its adjectives and determiners."""
    if not candidate.light and is_put_off(a, candidate.head) and above is Factuality.HAPPENED:
        return Factuality.PLANNED
    if meant_for(a, candidate.head) >= 0:
        return Factuality.PLANNED
    if above in {Factuality.PLANNED, Factuality.POSSIBLE} and takes_place(a, candidate.head):
        return above
    if candidate.light or _is_subject_of(a, candidate):
        return above
    lemma = a.tokens[candidate.verb].lemma
    if "further" in words or "more" in words or "broader" in words:
        return Factuality.POSSIBLE if above is not Factuality.HAPPENED else above
    if _is_averted(a, candidate) and above is Factuality.HAPPENED:
        return Factuality.DENIED
    if lemma in DEMANDING and above in {Factuality.HAPPENED, Factuality.ONGOING} and _is_demanded(a, candidate):
        return Factuality.POSSIBLE
    indefinite = not (words & {"the", "this", "that", "these", "those", "last"} or _owned(a, candidate.head))
    if lemma in lexicon.possible or lemma in lexicon.intending or lemma in lexicon.negating:
        return Factuality.POSSIBLE if indefinite else Factuality.HAPPENED
    if above is not Factuality.HAPPENED and indefinite and not _under_time_preposition(a, candidate.head):
        return Factuality.POSSIBLE if above is Factuality.DENIED else above
    return Factuality.HAPPENED if not _thought_of(a, lexicon, candidate.head) else Factuality.POSSIBLE


def _is_averted(a: Analysis, candidate: Candidate) -> bool:
    """Whether its verb says that it did not come about: "the strike was averted", "called off the strike"."""
    token, verb = a.tokens[candidate.head], a.tokens[candidate.verb]
    off = verb.lemma == "call" and any(a.tokens[k].text.lower() == "off" for k in a.children[verb.i])
    return token.head == verb.i and token.dep in {"dobj", "nsubjpass"} and (verb.lemma in AVERTING or off)


def _is_demanded(a: Analysis, candidate: Candidate) -> bool:
    """Whether a noun is the object of its verb, or joined to it: "demanded a vote and the chairman's resignation"."""
    at = candidate.head
    while a.tokens[at].dep == "conj" and not is_verb(a, a.tokens[at].head):
        at = a.tokens[at].head
    return a.tokens[at].dep == "dobj" and a.tokens[at].head == candidate.verb


def _owned(a: Analysis, i: int) -> bool:
    return any(a.tokens[k].dep == "poss" for k in a.children[i])


def _modifiers(a: Analysis, i: int) -> set[str]:
    """Adjectives and determiners of a noun, and of the noun it is joined to by "and"."""
    words = {a.tokens[k].text.lower() for k in a.children[i] if a.tokens[k].dep in {"amod", "det", "nmod"}}
    head = a.tokens[i].head
    return words | _modifiers(a, head) if a.tokens[i].dep == "conj" and head < i else words


def _is_subject_of(a: Analysis, candidate: Candidate) -> bool:
    token = a.tokens[candidate.head]
    if token.head != candidate.verb or token.dep not in {"nsubj", "nsubjpass"}:
        return False
    return a.tokens[candidate.head].lemma == "talk" or not _definite(a, candidate.head)


def _definite(a: Analysis, i: int) -> bool:
    return any(
        a.tokens[k].text.lower() in {"the", "this", "that", "these", "those"} or a.tokens[k].dep == "poss"
        for k in a.children[i]
    )


def _under_time_preposition(a: Analysis, i: int) -> bool:
    return a.tokens[i].dep == "pobj" and a.tokens[a.tokens[i].head].text.lower() in {
        "after",
        "since",
        "following",
        "during",
    }


def _thought_of(a: Analysis, lexicon: Lexicon, i: int) -> bool:
    """Under "the risk of", "calls for"."""
    token = a.tokens[i]
    if token.dep != "pobj":
        return False
    holder = a.tokens[token.head].head
    return a.tokens[holder].lemma.lower() in lexicon.unreal_nouns

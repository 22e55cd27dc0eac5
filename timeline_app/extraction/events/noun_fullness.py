"""How much a title tells that is a noun: which happening it names, and whether the sentence tells it."""

from __future__ import annotations

import re

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.agreement import AMOUNTS
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.titles import told_by_its_clause
from timeline_app.model import ActorKind, MentionForm

#: What a title is worth that leaves something open, that does not say what or who.
LITTLE, LEAST = 0.45, 0.15
#: Fewer words tell little.
BRIEF = 4
#: Nouns that tell nothing but who spoke.
SAYINGS = frozenset(
    "announcement statement claim decision offer request allegation accusation response plan proposal demand comment "
    "report remark speech agreement deal order".split()
)
#: Nouns of what is made as much as of the making of it.
WRITTEN = SAYINGS | {"bid", "contract", "study", "test"}
#: Where a noun stands that is not what the sentence tells.
ASIDE = frozenset({"pobj", "conj", "attr", "appos"})
#: What a noun is worth that stands beside what the sentence tells.
BESIDE = 0.8
DATES = re.compile(
    r"(?i)\d+(st|nd|rd|th)?|(mon|tues|wednes|thurs|fri|satur|sun)day('s|’s)?|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|(jan|feb|mar|apr|aug|sept?|oct|nov|dec)\."
)
BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.STATE, ActorKind.GROUP})


def noun_fullness(a: Analysis, index: ActorIndex, candidate: Candidate, title: str) -> float:
    """0 to 1: how little a title told by a noun leaves the reader asking."""
    if _is_name(a, index, candidate.head) or _is_of_any(a, candidate) or _is_torn(a, candidate):
        return LEAST
    if _is_counted(a, candidate.head):
        return LEAST
    if _is_specific(a, candidate, title):
        if _is_around(a, candidate.head) or _is_only_owned(a, candidate.head):
            return LITTLE
        token = a.tokens[candidate.head]
        if token.tag == "NNS" and token.lemma in WRITTEN and _below(a, candidate.head) <= {"amod", "compound", "nmod"}:
            return LITTLE  # "zone claims", "revised bids"
        aside = token.dep in ASIDE and token.text.lower() in title.lower().split()
        return BESIDE if aside else 1.0
    if any(a.tokens[k].dep == "poss" and a.tokens[k].pos == "NOUN" for k in a.children[candidate.head]):
        return LEAST  # "the nation's election"
    return LEAST if told_by_its_clause(a, candidate) or len(title.split()) < BRIEF - 1 else LITTLE


def _is_counted(a: Analysis, head: int) -> bool:
    """The "tests" of "a number of tests were recalled", of which only the number is told."""
    of = a.tokens[a.tokens[head].head]
    return a.tokens[head].dep == "pobj" and of.text.lower() == "of" and a.tokens[of.head].lemma in AMOUNTS


def _below(a: Analysis, head: int) -> set[str]:
    """How the words below a noun hang on it."""
    return {a.tokens[k].dep for k in a.children[head]} - {"punct", "case"}


def _is_around(a: Analysis, head: int) -> bool:
    """The "ceremonies in Paris" of "delivered the jet in ceremonies in Paris", which tells how and not what."""
    token = a.tokens[head]
    if token.dep != "pobj" or a.tokens[token.head].text.lower() not in {"in", "at", "during", "with", "by", "on"}:
        return False
    told = {a.tokens[k].text.lower() for k in a.children[head] if a.tokens[k].dep == "prep"}
    owned = any(a.tokens[k].dep in {"poss", "compound", "nmod", "acl"} for k in a.children[head])
    return not owned and told <= {"in", "at", "near"}


def _is_only_owned(a: Analysis, head: int) -> bool:
    """The "firm's announcement", which does not tell what is announced."""
    below = {a.tokens[k].dep for k in a.children[head]} - {"det", "amod", "punct", "case"}
    return a.tokens[head].lemma.lower() in SAYINGS and below <= {"poss"}


def _is_name(a: Analysis, index: ActorIndex, head: int) -> bool:
    """The "Exchange" of "New York Stock Exchange", which is a body and no happening."""
    if a.tokens[head].pos != "PROPN":
        return False
    if a.tokens[head].entity in {"ORG", "FAC", "GPE", "LOC", "PRODUCT"}:
        return True
    return any(m.form is MentionForm.NAME and index.actors[m.actor].kind in BODIES for m in index.mentions_at(head))


def _is_of_any(a: Analysis, candidate: Candidate) -> bool:
    """Whether it is a cry ("What a victory!"), or said of every one or none."""
    return any(a.tokens[k].text.lower() in {"what", "every", "any", "each", "no"} for k in a.children[candidate.head])


def _is_torn(a: Analysis, candidate: Candidate) -> bool:
    """Whether the noun heads a piece of a sentence that a quotation mark ends and none begins."""
    if a.tokens[candidate.head].dep != "ROOT":
        return False
    marks = [token.text for token in a.words(a.sentences[candidate.sentence]) if token.text in {'"', "“", "”"}]
    return len(marks) % 2 == 1


def _is_specific(a: Analysis, candidate: Candidate, title: str) -> bool:
    """Whether a phrase says which happening: by a name, a number, or a few words more."""
    words = [word for word in title.split() if not DATES.fullmatch(word)]
    own = {a.tokens[i].text for i in a.subtree(candidate.head) if a.tokens[i].pos == "PROPN"}
    named = any(word.startswith(name) for name in own for word in words) or any(c.isupper() for c in title[1:])
    return len(words) > 1 and (named or any(c.isdigit() for c in " ".join(words)) or len(words) >= BRIEF)

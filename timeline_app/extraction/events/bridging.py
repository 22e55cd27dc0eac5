"""Who takes part in "the deal" or "the event" that names nobody: those of the happening it speaks of, told before."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.extraction.events.telling import REAL, Telling
from timeline_app.model import Participant, Role

POINTING = frozenset({"the", "this", "that", "these", "those"})
#: What may be made by the deeds of these families is spoken of as "the deal" or "the sale".
BARGAINS = frozenset({"agree", "negotiate", "sign", "acquire", "sell", "order", "merge", "exchange"})
#: Nouns for what was just told, whatever it was.
ANY = frozenset({"event", "ceremony", "incident", "move", "decision", "occasion"})
#: Sentences back that a noun of a family may look, and one for whatever was told.
FAR, NEAR = 8, 2


def bridged(a: Analysis, lexicon: Lexicon, candidate: Candidate, told: Sequence[Telling]) -> tuple[Participant, ...]:
    """The participants, as standing by, of the happening that a definite noun of a trigger speaks of.

    The noun is the trigger itself, or its subject or object. `told` are the tellings before it, in the order of the
    text; only sentences before its own are looked at. Empty where no such happening was told.
    """
    heads = [candidate.head] if candidate.noun else [*candidate.agents, *candidate.patients]
    for head in heads:
        if not _is_bare_definite(a, head):
            continue
        lemma = a.tokens[head].lemma.lower()
        found = _spoken_of(a, candidate, lemma, lexicon.noun_family.get(lemma, ""), told)
        if found:
            actors = dict.fromkeys(p.actor for telling in found for p in telling.participants)
            return tuple(Participant(actor, Role.OTHER) for actor in actors)
    return ()


def _is_bare_definite(a: Analysis, head: int) -> bool:
    """Whether a noun leans on what was told: "the deal", "the maiden flight", not "the deal with Iran"."""
    below = [a.tokens[k] for k in a.children[head]]
    definite = any(token.text.lower() in POINTING for token in below)
    return (
        a.tokens[head].pos == "NOUN" and definite and not any(token.dep in {"prep", "poss", "acl"} for token in below)
    )


def _spoken_of(a: Analysis, candidate: Candidate, lemma: str, family: str, told: Sequence[Telling]) -> list[Telling]:
    """The tellings of the nearest sentence before that tells of such a happening."""
    found: list[Telling] = []
    for telling in reversed(told):
        back = _sentences_between(a, telling.candidate, candidate)
        if back > FAR or (found and telling.candidate.sentence != found[0].candidate.sentence):
            break
        if back < 1 or not telling.participants or telling.status.factuality not in REAL or telling.candidate.statement:
            continue
        same = family != "" and _is_of(telling.candidate.family, family)
        if same or (lemma in ANY and back <= NEAR and _is_main(a, telling.candidate)):
            found.insert(0, telling)
    return found


def _is_of(told: str, family: str) -> bool:
    return told == family or {told, family} <= BARGAINS


def _is_main(a: Analysis, candidate: Candidate) -> bool:
    return a.tokens[candidate.verb if candidate.verb >= 0 else candidate.head].dep == "ROOT"


def _sentences_between(a: Analysis, one: Candidate, other: Candidate) -> int:
    return a.body_before[other.sentence] - a.body_before[one.sentence]

"""Which triggers tell of something that can stand on a timeline, and which only look like it."""

from __future__ import annotations

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.grammar import objects
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.model import Participant, Role

REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves", "ourselves", "myself"})


def tells_something(
    a: Analysis, lexicon: Lexicon, candidate: Candidate, participants: tuple[Participant, ...], *, dated: bool
) -> bool:
    """Whether a trigger may become a row: states and phrases of discourse do not, sayings only as acts."""
    if candidate.noun or candidate.attributive or candidate.verb != candidate.head:
        return True
    token = a.tokens[candidate.head]
    reflexive = any(a.tokens[o].text.lower() in REFLEXIVE for o in objects(a, candidate.head))
    if reflexive and token.lemma not in {"kill", "shoot", "hang", "burn", "injure"}:
        return False
    roles = {p.role for p in participants}
    if token.lemma in lexicon.say and token.lemma not in lexicon.act:
        return False
    if token.lemma in lexicon.none:
        moved = token.lemma in lexicon.light and Role.AGENT in roles and len(participants) > 1
        return moved or (dated and bool(participants) and token.lemma not in {"be", "have"})
    if token.lemma in lexicon.light:
        return bool(participants) and (len(participants) > 1 or dated or bool(candidate.patients))
    return True

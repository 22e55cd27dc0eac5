"""Which triggers tell of something that can stand on a timeline, and which only look like it."""

from __future__ import annotations

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.blocks import BlockKind
from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.grammar import Tense, objects
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.model import Participant, Role

#: Objects that make a set phrase of a light verb: "played a role", "took place", "made sense".
EMPTY = frozenset(
    {"role", "part", "step", "place", "way", "sense", "care", "advantage", "note", "lot", "thing", "time"}
)
TIMELY = frozenset({"after", "before", "during", "since", "following", "in", "by", "to"})
REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves", "ourselves", "myself"})


def _habitual(a: Analysis, candidate: Candidate) -> bool:
    """The simple present outside a headline: what is so, not what happened."""
    group = candidate.group
    if group is None or a.sentences[candidate.sentence].kind is BlockKind.HEADLINE:
        return False
    plain = not (group.perfect or group.progressive or group.modal)
    return plain and group.tense is Tense.PRESENT


def is_bare(a: Analysis, candidate: Candidate, participants: tuple[Participant, ...]) -> bool:
    """Whether a noun stands alone ("the operation"): it may tell again, but is no row of its own."""
    if not candidate.noun or candidate.light or participants:
        return False
    token = a.tokens[candidate.head]
    temporal = token.dep == "pobj" and a.tokens[token.head].text.lower() in TIMELY
    if temporal or token.dep in {"nsubj", "nsubjpass", "dobj", "ROOT"}:
        return False
    return not any(
        a.tokens[k].dep in {"amod", "compound", "prep", "nummod", "poss"} for k in a.children[candidate.head]
    )


def tells_something(
    a: Analysis, lexicon: Lexicon, candidate: Candidate, participants: tuple[Participant, ...], *, dated: bool
) -> bool:
    """Whether a trigger may become a row: states and phrases of discourse do not, sayings only as acts."""
    if candidate.noun or candidate.attributive or candidate.verb != candidate.head:
        return True
    token = a.tokens[candidate.head]
    if token.lemma in lexicon.light and any(a.tokens[o].lemma in EMPTY for o in objects(a, candidate.head)):
        return False
    reflexive = any(a.tokens[o].text.lower() in REFLEXIVE for o in objects(a, candidate.head))
    if reflexive and token.lemma not in {"kill", "shoot", "hang", "burn", "injure"}:
        return False
    roles = {p.role for p in participants}
    if candidate.statement and token.lemma not in lexicon.act:
        return Role.AGENT in roles and candidate.statement and token.lemma not in {"believe", "think", "know", "show"}
    if not dated and _habitual(a, candidate) and token.lemma not in lexicon.act:
        return False
    if token.lemma in lexicon.none:
        moved = token.lemma in lexicon.light and Role.AGENT in roles and len(participants) > 1
        phrasal = any(a.tokens[k].dep == "prt" for k in a.children[candidate.head]) and not _habitual(a, candidate)
        return moved or phrasal or (dated and bool(participants) and token.lemma not in {"be", "have"})
    if token.lemma in lexicon.light:
        told = bool(participants) or (candidate.group is not None and candidate.group.tense is Tense.PAST)
        return told and (len(participants) > 1 or dated or bool(candidate.patients))
    return True

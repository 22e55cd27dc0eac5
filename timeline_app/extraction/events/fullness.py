"""How much a title tells: one that leaves the reader asking who or what stands behind the others."""

from __future__ import annotations

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.clauses import said_words
from timeline_app.extraction.events.inflection import base_of, third_person
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.phrases import spoken

#: Words of what is said that are looked for.
ROOM = 12
#: What a title is worth that leaves something open, and one that does not say who.
LITTLE, LEAST = 0.45, 0.15
#: First words of a title that names nobody.
NOBODY = frozenset(
    "latter former may to others some one another anyone everyone all both neither none most many".split()
)


def fullness(a: Analysis, index: ActorIndex, candidate: Candidate, title: str) -> float:
    """0 to 1: how little a title leaves the reader asking. Least where nobody is known to do it."""
    words = title.lower().split()
    if len(words) < 2 or "involving" in words:
        return LEAST
    verb = candidate.verb if candidate.noun and candidate.verb >= 0 else candidate.head
    token = a.tokens[verb]
    base = base_of(token.text, token.lemma)
    own = {token.text.lower(), base, third_person(base)}
    below = {a.tokens[k].dep for k in a.children[candidate.head if candidate.noun else verb]}
    if candidate.noun and not candidate.light:
        occurs = len(words) == 2 and token.lemma in lexicon().occurring and words[1] in own
        bare = len(words) < 3 and not below & {"prep", "poss"} and title[1:].islower()
        return LITTLE if occurs or bare else 1.0
    if words[0] in own | NOBODY or (len(words) == 2 and token.lemma in lexicon().occurring):
        return LEAST
    pronouns = [k for k in a.children[verb] if a.tokens[k].dep == "dobj" and a.tokens[k].pos == "PRON"]
    if pronouns and not candidate.noun and not any(spoken(a, index, [k]) for k in pronouns):
        return LEAST
    unfinished = words[-1] in own and below & {"dobj", "xcomp", "ccomp", "oprd"}
    passive = candidate.group is not None and candidate.group.passive
    if words[-1] in own and not passive and token.lemma not in lexicon().alone:
        return LEAST
    unsaid = candidate.statement and not said_words(a, index, verb, ROOM)
    return LEAST if unsaid else LITTLE if unfinished else 1.0

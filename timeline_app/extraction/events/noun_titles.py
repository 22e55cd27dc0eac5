"""Titles of happenings told by a noun: the phrase itself, with whom or where if it says nothing by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.clauses import pieces_of
from timeline_app.extraction.events.grammar import prepositional
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.phrases import phrase_words
from timeline_app.extraction.events.pieces import Piece, filled
from timeline_app.extraction.events.typography import listed
from timeline_app.model import ActorKind, Participant, Role

#: Characters of a noun phrase that is a title.
ROOM = 78
#: Letters by which words are held to be of one root.
STEM = 6
#: Verbs whose object is where it happened.
STRIKING = frozenset(
    "hit strike rock shake batter devastate destroy engulf sweep damage ravage flood lash jolt".split()
)
PLACES = frozenset({"GPE", "LOC", "FAC"})
PLACE_ROOM = 40
WHERE = frozenset({"in", "at", "near", "off", "outside"})
WHO = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GROUP})


def noun_title(a: Analysis, index: ActorIndex, candidate: Candidate, participants: Sequence[Participant]) -> str:
    """The noun phrase itself: "Attack on two US navy ships"; with whom or where, if it says nothing by itself."""
    words = phrase_words(a, index, candidate.head, subject=True, event=True, room=ROOM)
    own = {a.tokens[k].dep for k in a.children[candidate.head]}
    place = _place_of_clause(a, index, candidate)
    if place and not own & {"prep", "poss"}:
        return f"{words} {place}"
    there_was = _there_was(a, index, candidate)
    if there_was:
        return filled([Piece(-1, (words,)), *there_was], ROOM)
    if own & {"prep", "poss"} or not participants:
        return words
    near = {actor for head in (*candidate.agents, *candidate.patients) for actor in index.in_phrase(head)}
    named = [
        p
        for p in participants
        if (p.actor in near or p.role is Role.OTHER) and not _says(words, index.actors[p.actor].name)
    ]
    natural = lexicon().topics.get(candidate.family) == "disaster"
    for roles, before in (({Role.PATIENT}, "of"), ({Role.AGENT}, "in" if natural else "by")):
        preposition = before
        chosen = [index.actors[p.actor] for p in named if p.role in roles]
        names = [actor.name for actor in chosen if actor.kind in WHO or preposition != "by"]
        if any(actor.kind in {ActorKind.STATE, ActorKind.PLACE} for actor in chosen) and preposition == "of":
            preposition = "in"
        if names and len(words.split()) <= (2 if preposition == "by" else 1):
            return f"{words} {preposition} {listed(names[:3])}"
    places = [index.actors[p.actor] for p in named if p.role is Role.OTHER]
    there = [actor.name for actor in places if _is_where(a, index, candidate, actor.id)]
    if there and len(there) == len(places):
        return f"{words} in {there[0]}"
    return words


def _place_of_clause(a: Analysis, index: ActorIndex, candidate: Candidate) -> str:
    """Where the clause of a noun has it: "fire in Spain" for "a fire engulfed the port in Spain"."""
    token, verb = a.tokens[candidate.head], candidate.verb
    if verb < 0 or token.head != verb or token.dep not in {"nsubj", "nsubjpass", "dobj"}:
        return ""
    words = {a.tokens[k].text for k in a.subtree(candidate.head)}
    struck = a.tokens[verb].lemma in STRIKING
    heads = [("in", k) for k in a.children[verb] if struck and a.tokens[k].dep == "dobj"]
    heads += [
        (word, p) for holder in (verb, *(k for _, k in heads)) for word, p in prepositional(a, holder) if word in WHERE
    ]
    for word, head in heads:
        if a.tokens[head].entity in PLACES and a.tokens[head].text not in words:
            form = phrase_words(a, index, head, room=PLACE_ROOM)
            return f"{word} {form}" if form and len(form) <= PLACE_ROOM else ""
    return ""


def _there_was(a: Analysis, index: ActorIndex, candidate: Candidate) -> list[Piece]:
    """Where it was, in "there was a glitch on the maiden flight"."""
    token = a.tokens[candidate.head]
    verb = token.head
    if token.dep != "attr" or not any(a.tokens[k].dep == "expl" for k in a.children[verb]):
        return []
    return [
        piece
        for piece in pieces_of(a, index, verb)
        if piece.rank and a.tokens[min(piece.at, len(a.tokens) - 1)].dep == "prep"
    ]


def _is_where(a: Analysis, index: ActorIndex, candidate: Candidate, actor: str) -> bool:
    """Whether "in" or "near" that actor is said of the trigger or of its clause."""
    heads = {candidate.head, candidate.verb}
    return any(
        mention.actor == actor
        for token in a.words(a.sentences[candidate.sentence])
        if a.tokens[token.head].text.lower() in WHERE and a.tokens[token.head].head in heads
        for mention in index.mentions_at(token.i)
    )


def _says(words: str, name: str) -> bool:
    """Whether a name, or the adjective of it, stands among the words: "Buddhist" for Buddhists."""
    said = {word[:STEM] for word in re.findall(r"\w{3,}", words.lower())}
    return bool({word[:STEM] for word in re.findall(r"\w{3,}", name.lower())} & said)

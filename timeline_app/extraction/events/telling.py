"""One happening, told several times in an article, becomes one event with several passages.

Two tellings are one when they are of one family, agree in factuality, may share a day, and share who or what it befell
("the", "this" or "the recent" release leans on the release told before it).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.factuality import Status
from timeline_app.extraction.events.grammar import phrase
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.extraction.times.numbers import read_number
from timeline_app.model import Actor, ActorKind, Factuality, Participant, Role, When

REAL = frozenset({Factuality.HAPPENED, Factuality.ONGOING})
POINTING = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
#: Marks a number among the words of what it befell; numbers up to `FEW` are too common to tell happenings apart.
NUMBER, FEW = "#", 2
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
IDENTIFYING = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GROUP, ActorKind.OTHER})


@dataclass(slots=True)
class Telling:
    """A trigger with all that was read of it; `explicit` marks a date from words of its own clause."""

    candidate: Candidate
    status: Status
    participants: tuple[Participant, ...]
    when: When | None
    explicit: bool
    importance: float = 0.0
    features: dict[str, float] = field(default_factory=dict)
    around: tuple[Participant, ...] = ()
    headline: bool = False
    bare: bool = False
    patient_words: frozenset[str] = field(default_factory=frozenset)
    points_back: bool = False


def patient_words(a: Analysis, candidate: Candidate) -> frozenset[str]:
    """Lemmas of what it happened to; of the subject where a verb has no object ("the bridge collapsed").

    Of a saying, the words of what is said: two things said are two sayings.
    """
    if candidate.statement:
        return frozenset(_said_words(a, candidate))
    heads = candidate.patients or ([] if candidate.noun else candidate.agents)
    words = {a.tokens[p].lemma.lower() for p in heads if a.tokens[p].pos in {"NOUN", "PROPN"}}
    return frozenset(words | {number for p in heads for number in _numbers(a, p)})


def _numbers(a: Analysis, head: int) -> Iterator[str]:
    """How many it befell, where that tells one happening from another: "23 rescued", "twenty-three people"."""
    for k in (head, *a.children[head]):
        token = a.tokens[k]
        if token.pos == "NUM" and (k == head or token.dep == "nummod"):
            parts = [
                a.tokens[g].text for g in a.children[k] if a.tokens[g].dep == "compound" and a.tokens[g].pos == "NUM"
            ]
            value = read_number(" ".join([*parts, token.text]).lower())
            if value > FEW:
                yield f"{NUMBER}{value:g}"


def _said_words(a: Analysis, candidate: Candidate) -> Iterator[str]:
    for k in a.children[candidate.head]:
        if a.tokens[k].dep in {"ccomp", "xcomp", "dobj", "prep"}:
            for i in phrase(a, k, clauses=True):
                if a.tokens[i].pos in CONTENT:
                    yield a.tokens[i].lemma.lower()


def points_back(a: Analysis, lexicon: Lexicon, candidate: Candidate) -> bool:
    """Whether the telling leans on an earlier one: "the attack", "this recent release", "the released hostages"."""
    if candidate.attributive:
        return True
    if not candidate.noun:
        return False
    words = {a.tokens[k].text.lower() for k in a.children[candidate.head]}
    return bool(words & POINTING) or bool(words & lexicon.recent_adjectives)


def group_tellings(tellings: Iterable[Telling], actors: dict[str, Actor]) -> list[list[Telling]]:
    """Tellings brought together, each group in the order of the text; groups in the order of their first telling."""
    groups: list[list[Telling]] = []
    by_family: dict[str, list[list[Telling]]] = {}
    for telling in tellings:
        known = by_family.setdefault(telling.candidate.family, [])
        home = _home(telling, known, actors)
        if home is not None:
            home.append(telling)
        else:
            group = [telling]
            groups.append(group)
            known.append(group)
    return groups


def _home(telling: Telling, groups: list[list[Telling]], actors: dict[str, Actor]) -> list[Telling] | None:
    scored = [(_likeness(telling, group, actors), number) for number, group in enumerate(groups)]
    best = max(scored, default=(0.0, -1))
    return groups[best[1]] if best[0] > 0 else None


def _likeness(telling: Telling, group: list[Telling], actors: dict[str, Actor]) -> float:
    """How well a telling fits a group; 0 where it does not. Later groups win a tie, for they are nearer."""
    if not all(_agree(telling, other) for other in group):
        return 0.0
    words = frozenset().union(*(other.patient_words for other in group))
    shared_words = telling.patient_words & words
    mine, theirs = _identifying((telling,), actors), _identifying(group, actors)
    shared = mine & theirs
    own_words = telling.patient_words
    if telling.candidate.statement:
        return 2.0 if shared and 2 * len(shared_words) > min(len(own_words), len(words)) else 0.0
    if not telling.headline and all(other.headline for other in group):
        return 2.0 + len(shared) + len(shared_words) if shared or shared_words else 0.5 * (not (mine and theirs))
    if any(word.startswith(NUMBER) for word in shared_words) and not (mine and theirs and not shared):
        return 2.0
    if not telling.points_back and not any(other.points_back or other.headline for other in group):
        return 2.0 if shared and (shared_words or (not own_words and _same_roles(telling, group))) else 0.0
    if _befell_others(telling, group, shared_words):
        return 0.0
    if shared or shared_words:
        return 2.0 + len(shared) + len(shared_words)
    leans = telling.points_back and not _conflict(telling, group, mine, theirs)
    return 1.0 if leans else 0.0


def _befell_others(telling: Telling, group: list[Telling], shared_words: frozenset[str]) -> bool:
    """Whether other things and other actors were acted on: "releases a laptop", "the release of iLife"."""
    mine = {p.actor for p in telling.participants if p.role is Role.PATIENT}
    theirs = {p.actor for t in group for p in t.participants if p.role is Role.PATIENT}
    named = bool(telling.patient_words) and any(t.patient_words for t in group)
    return named and not shared_words and bool(mine and theirs) and not mine & theirs


def _conflict(telling: Telling, group: list[Telling], mine: set[str], theirs: set[str]) -> bool:
    if mine and theirs:
        return True
    words = frozenset().union(*(other.patient_words for other in group))
    return bool(telling.patient_words and words) and not _this(telling)


def _this(telling: Telling) -> bool:
    return telling.candidate.noun and telling.points_back and not telling.participants


def _agree(one: Telling, other: Telling) -> bool:
    if (one.status.factuality in REAL) != (other.status.factuality in REAL):
        return False
    if one.status.factuality not in REAL and one.status.factuality is not other.status.factuality:
        return False
    if one.explicit and other.explicit and one.when and other.when:
        return one.when.may_overlap(other.when)
    return True


def _identifying(tellings: Iterable[Telling], actors: dict[str, Actor]) -> set[str]:
    return {p.actor for t in tellings for p in t.participants if actors[p.actor].kind in IDENTIFYING}


def _same_roles(telling: Telling, group: list[Telling]) -> bool:
    mine = {(p.actor, p.role) for p in telling.participants if p.role is not Role.OTHER}
    return any((p.actor, p.role) in mine for other in group for p in other.participants)


def all_participants(group: Sequence[Telling]) -> tuple[Participant, ...]:
    """Everyone who takes part by any telling, a part as agent or patient before a vague one; else who stands around."""
    found: dict[str, Role] = {}
    for telling in group:
        for participant in telling.participants:
            if found.get(participant.actor, Role.OTHER) is Role.OTHER:
                found[participant.actor] = participant.role
    if all(role is Role.OTHER for role in found.values()):
        around = next((telling.around for telling in group if telling.around), ())
        found |= {p.actor: p.role for p in around if p.actor not in found}
    return tuple(Participant(actor, role) for actor, role in found.items())

"""From phrases to actors: whose names stand in the phrases around a trigger."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from typing import Any

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.antecedents import Antecedents
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.grammar import MAX_CLIMB, objects, phrase, subjects
from timeline_app.extraction.events.identities import Identities
from timeline_app.extraction.events.referents import fuller
from timeline_app.extraction.events.relatives import name_behind, related_to
from timeline_app.extraction.events.verbs import is_verb
from timeline_app.model import Actor, ActorKind, Mention, Participant, Role

#: Behind these stands where somebody is, or is from.
WHERE = frozenset({"in", "at", "near", "from", "outside", "inside", "around", "across", "on"})
LANDS = frozenset({"NORP", "GPE"})
BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})
PERSONS = frozenset({ActorKind.PERSON})
BODY = ActorKind.ORGANIZATION
BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.STATE, ActorKind.GROUP})


class ActorIndex:
    """Which actors are named by which tokens of a text."""

    def __init__(self, a: Analysis, actors: Sequence[Actor], mentions: Sequence[Mention]) -> None:
        self.analysis = a
        #: What was worked out about phrases of the text, by the question.
        self.memo: dict[tuple[object, ...], list[Any]] = {}
        self.actors = {actor.id: actor for actor in actors}
        self._at: dict[int, list[Mention]] = {}
        self._phrases: dict[int, list[str]] = {}
        starts = [token.start for token in a.tokens]
        for mention in mentions:
            i = max(bisect_left(starts, mention.passage.start + 1) - 1, 0)
            while i < len(starts) and starts[i] < mention.passage.end:
                if a.tokens[i].end > mention.passage.start:
                    self._at.setdefault(i, []).append(mention)
                i += 1
        self.antecedents = Antecedents(a, lambda i: self._has_kind(i, PERSONS), lambda i: self._has_kind(i, BODIES))
        persons, things, bodies = (self._by_token(kind) for kind in (ActorKind.PERSON, ActorKind.OTHER, BODY))
        self._identities = Identities(
            a, lambda i: persons.get(i, ""), lambda i: things.get(i, ""), lambda i: bodies.get(i, "")
        )

    def mentions_at(self, token: int) -> list[Mention]:
        """The mentions that a token belongs to."""
        return self._at.get(token, [])

    def in_phrase(self, head: int) -> list[str]:
        """Actors named in the noun phrase of `head`, in the order of the text, also by "it" and "its" where known."""
        if head not in self._phrases:
            self._phrases[head] = []  # what leads back to itself says nothing
            self._phrases[head] = self._read_phrase(head)
        return self._phrases[head]

    def beside_phrase(self, head: int) -> frozenset[str]:
        """Actors that only say more of whom the phrase names: "a jury in Miami", "Ann, Bob's aide"."""
        aside = self._aside(head)
        if not aside:
            return frozenset()
        core = set(phrase(self.analysis, head)) - set(aside)
        return frozenset(self._in_tokens(aside)) - frozenset(self._in_tokens(core))

    def _aside(self, head: int) -> list[int]:
        a = self.analysis
        found = []
        for k in a.children[head]:
            dep, word = a.tokens[k].dep, a.tokens[k].text.lower()
            if (dep == "prep" and (word in WHERE or head in self._at)) or (dep == "amod" and word == "based"):
                found += a.subtree(k)
            elif dep == "appos":
                found += [i for g in a.children[k] if a.tokens[g].dep in {"prep", "poss"} for i in a.subtree(g)]
            elif self._says_whose(head, k):
                found += a.subtree(k)
        return [*found, *self._lands_before(head)]

    def _lands_before(self, head: int) -> list[int]:
        """The "Irish" of "Irish airline Ryanair" and the "Apple" of "Apple's head Ann Roy", where a name follows."""
        a = self.analysis
        named = [i for i in (head, *(g for g in a.children[head] if a.tokens[g].dep == "appos")) if i in self._at]
        own = {id(m) for i in named for m in self._at[i]}
        if not named:
            return []
        person = self._has_kind(named[0], PERSONS)
        before = BEFORE_NOUN | {"poss"} if person else BEFORE_NOUN
        return [
            i
            for i in phrase(a, head)
            if i < head and (a.tokens[i].entity in LANDS or person) and a.tokens[i].dep in before
            if not any(id(m) in own for m in self._at.get(i, ()))
        ]

    def _says_whose(self, head: int, k: int) -> bool:
        """Whether a modifier names whom somebody serves: "Bob's aide", "supporters of Bob"."""
        a = self.analysis
        token = a.tokens[k]
        named = any(i in self._at for i in (head, *(g for g in a.children[head] if a.tokens[g].dep == "appos")))
        if named or token.dep not in {"poss", "compound"} | (
            {"prep"} if token.text.lower() in {"of", "for"} else set()
        ):
            return False
        owners = self._in_tokens(a.subtree(k))
        return bool(owners) and all(self.actors[owner].kind in PERSONS for owner in owners)

    def is_itself(self, actor: str, head: int) -> bool:
        """Whether the phrase of a head is an actor's own name, not one that a name stands in."""
        return any(m.actor == actor for m in self._at.get(head, ()))

    def _read_phrase(self, head: int) -> list[str]:
        tokens = self._without_asides([*phrase(self.analysis, head), *name_behind(self.analysis, head)])
        found = self._in_tokens(tokens)
        for i in tokens:
            if i not in self._at:
                found += [x for h in self.antecedents.heads(i) for x in self.in_phrase(h)]
        if not found and (earlier := fuller(self.analysis, head)) >= 0:
            found = self._in_tokens(phrase(self.analysis, earlier))
        person = "" if head in self._at else self._identities.actor(head)
        return list(dict.fromkeys([*([person] if person else []), *found]))

    def _without_asides(self, tokens: list[int]) -> list[int]:
        """A phrase without what it is compared with ("more orders than Airbus") and what stands in brackets.

        Nor has it a part in it to whom somebody is a rival or a parent ("Boeing's rival Airbus").
        """
        a, kept, depth = self.analysis, [], 0
        related = related_to(a, tokens, self._at.keys())
        for i in tokens:
            if i in related:
                continue
            text = a.tokens[i].text
            depth += (text == "(") - (text == ")")
            if text.lower() == "than":
                break
            if depth <= 0:
                kept.append(i)
        return kept

    def _by_token(self, kind: ActorKind) -> dict[int, str]:
        """For each token of a name the first actor of a kind that it names."""
        found: dict[int, str] = {}
        for i, mentions in self._at.items():
            for mention in mentions:
                if self.actors[mention.actor].kind is kind:
                    found.setdefault(i, mention.actor)
        return found

    def _in_tokens(self, tokens: Iterable[int]) -> list[str]:
        """Actors in the order of the text; of names inside one another ("US" in "US Air Force") only the outermost."""
        found = dict.fromkeys(m for i in tokens for m in self._at.get(i, ()))
        outer = [m for m in found if not any(o is not m and o.passage.holds(m.passage) for o in found)]
        return list(dict.fromkeys(m.actor for m in outer))

    def _has_kind(self, i: int, kinds: Set[ActorKind]) -> bool:
        return any(self.actors[m.actor].kind in kinds for m in self._at.get(i, ()))


def participants_of(index: ActorIndex, candidate: Candidate) -> tuple[Participant, ...]:
    """The actors of a trigger with their roles; the first part as agent or patient that an actor is met in stays."""
    found: dict[str, Role] = {}
    things = candidate.noun and not candidate.patients
    for heads, role in (
        (candidate.agents, Role.AGENT),
        (candidate.patients, Role.PATIENT),
        (candidate.others, Role.OTHER),
    ):
        for head in heads:
            named = index.in_phrase(head)
            beside = index.beside_phrase(head) if named else frozenset()
            for actor in named:
                where = index.actors[actor].kind is ActorKind.PLACE and not index.is_itself(actor, head)
                only = Role.OTHER if actor in beside or (where and role is Role.AGENT) else role
                if things and only is Role.AGENT and index.actors[actor].kind is ActorKind.OTHER:
                    only = Role.PATIENT  # "the A380's delivery"
                if found.get(actor, Role.OTHER) is Role.OTHER:
                    found[actor] = only
    if candidate.noun and not found:
        found = dict.fromkeys(index.in_phrase(candidate.head), Role.OTHER)
    return tuple(Participant(actor, role) for actor, role in found.items())


def participants_around(index: ActorIndex, candidate: Candidate) -> tuple[Participant, ...]:
    """Who stands in the nearest clause above, for a trigger whose own phrases name nobody ("the fire", "to escape")."""
    a = index.analysis
    at = candidate.head
    for _ in range(MAX_CLIMB):
        head = a.tokens[at].head
        if head == at:
            return ()
        if is_verb(a, head):
            found = [x for h in (*subjects(a, head), *objects(a, head)) for x in index.in_phrase(h)]
            if found:
                return tuple(Participant(actor, Role.OTHER) for actor in dict.fromkeys(found))
        at = head
    return ()

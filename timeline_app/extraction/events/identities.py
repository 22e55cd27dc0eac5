"""Who or what a noun speaks of, where the article says so in other places.

"A man shot two people … Police identified the man as John Doe"; "a judge in Paris … Judge Anna Roy said"; "the A380
airliner … the airliner"; "Acme's head Ann Roy … her company". Only events use this; no mention is made of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.grammar import objects, phrase, prepositional, subjects
from timeline_app.extraction.events.verbs import verb_group

NAMING_VERBS = frozenset({"identify", "name"})
TITLES = frozenset(
    "judge president mayor governor captain pope king queen bishop archbishop cardinal chancellor senator coach "
    "general colonel sheriff ambassador premier professor rabbi imam".split()
)
#: What a head or member speaks of as his or hers.
FIRMS = frozenset(
    "company firm party club team newspaper organization organisation network studio startup bank".split()
)
#: How many sentences after "a judge" the judge must be named.
NEAR = 3


class Identities:
    """Looks up nouns; the callables say which person, product or work, or body a token names, if any."""

    def __init__(
        self,
        a: Analysis,
        person_at: Callable[[int], str],
        thing_at: Callable[[int], str],
        body_at: Callable[[int], str],
    ) -> None:
        self._a = a
        self._person_at = person_at
        self._thing_at = thing_at
        self._bodies = _bodies(a, person_at, body_at)
        self._things = _things(a, thing_at, body_at)
        self._identified: dict[str, str] = {}
        self._titled: dict[str, dict[str, int]] = {}
        for token in a.tokens:
            if token.lemma in NAMING_VERBS and token.pos == "VERB":
                self._note_naming(token.i)
            elif token.pos == "PROPN" and token.text.lower() in TITLES and token.i + 1 < len(a.tokens):
                person = person_at(token.i + 1)
                if person:
                    self._titled.setdefault(token.text.lower(), {}).setdefault(person, token.sentence)

    def _note_naming(self, verb: int) -> None:
        a = self._a
        named = [p for word, p in prepositional(a, verb) if word == "as"]
        person = next((who for p in named if (who := self._person_at(p))), "")
        for head in subjects(a, verb) if verb_group(a, verb).passive else objects(a, verb):
            token = a.tokens[head]
            if person and token.pos == "NOUN" and token.tag == "NN":
                known = self._identified.setdefault(token.lemma.lower(), person)
                if known != person:
                    self._identified[token.lemma.lower()] = ""  # two men were named: nobody knows which

    def actor(self, i: int) -> str:
        """The actor that noun `i` speaks of; "" where the article does not say."""
        return self._person(i) or self._thing(i) or self._body(i)

    def _body(self, i: int) -> str:
        """The firm of whom "his company" names, where the article says whose head he is."""
        if self._a.tokens[i].lemma.lower() not in FIRMS:
            return ""
        owners = (self._person_at(k) for k in self._a.children[i] if self._a.tokens[k].dep == "poss")
        return next((self._bodies[owner] for owner in owners if owner in self._bodies), "")

    def _thing(self, i: int) -> str:
        """The product most often called by this noun: "the airliner" after "the A380 airliner"."""
        a, token = self._a, self._a.tokens[i]
        if token.tag != "NN" or not any(self._a.tokens[k].text.lower() in {"the", "this"} for k in self._a.children[i]):
            return ""
        acted_on = self._named_before(i) if a.tokens[token.head].dep == "agent" else frozenset()
        told = ((at, thing) for at, thing in self._things.get(token.lemma.lower(), ()) if thing not in acted_on)
        called = Counter(thing for at, thing in told if at < i)
        return max(called, key=lambda thing: called[thing]) if called else ""

    def _named_before(self, i: int) -> frozenset[str]:
        """The things named before it in its sentence: "some A330s will be replaced by the new aircraft" are others."""
        first = self._a.sentences[self._a.tokens[i].sentence].first
        return frozenset(self._thing_at(k) for k in range(first, i))

    def _person(self, i: int) -> str:
        token = self._a.tokens[i]
        if token.pos != "NOUN" or token.tag != "NN":
            return ""
        words = {self._a.tokens[k].text.lower() for k in self._a.children[i]}
        if words & {"another", "other", "second", "no", "every", "each", "any"}:
            return ""
        lemma = token.lemma.lower()
        if lemma in self._identified:
            return self._identified[lemma]
        holders = self._titled.get(lemma, {})
        if len(holders) != 1 or not words & {"a", "an", "the"}:
            return ""
        person, sentence = next(iter(holders.items()))
        behind = sentence - token.sentence
        return person if 0 <= behind <= NEAR or (behind < 0 and "the" in words) else ""


def _bodies(a: Analysis, person_at: Callable[[int], str], body_at: Callable[[int], str]) -> dict[str, str]:
    """For each person the body named just before the name ("Acme chief executive Ann Roy"), where it is always one."""
    found: dict[str, set[str]] = {}
    for token in a.tokens:
        person = person_at(token.i)
        if not person or person_at(token.head) == person:
            continue
        before = {body_at(i) for i in phrase(a, token.i) if i < token.i} - {""}
        if before:
            found.setdefault(person, set()).update(before)
    return {person: next(iter(bodies)) for person, bodies in found.items() if len(bodies) == 1}


def _things(
    a: Analysis, thing_at: Callable[[int], str], body_at: Callable[[int], str]
) -> dict[str, list[tuple[int, str]]]:
    """For each noun the places where it says what a named thing is: "the A380 airliner", "the A380, an airliner".

    In "NASA's InSight lander" the name is the thing's, whatever kind it was taken for.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for token in a.tokens:
        named = thing_at(token.i)
        body = "" if named or token.dep not in {"compound", "nmod"} else body_at(token.i)
        if not (named or body) or token.head == token.i:
            continue
        thing = named or (body if any(a.tokens[k].dep == "poss" for k in a.children[token.head]) else "")
        if not thing:
            continue
        above = a.tokens[token.head]
        own = [a.tokens[k] for k in a.children[token.i] if a.tokens[k].dep == "appos"]
        if token.dep == "appos" or (token.dep in {"compound", "nmod"} and above.i == token.i + 1):
            own.append(above)
        for noun in own:
            if noun.tag == "NN" and noun.pos == "NOUN" and not thing_at(noun.i):
                found.setdefault(noun.lemma.lower(), []).append((noun.i, thing))
    return found

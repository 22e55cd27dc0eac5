"""Event nouns: which nouns tell of a happening, and who stands around them."""

from __future__ import annotations

from timeline_app.extraction.analysis import Analysis, Token
from timeline_app.extraction.events.candidate import CLOSE, TOWARDS, Candidate
from timeline_app.extraction.events.expectations import expected_in, meant_for, taking_place
from timeline_app.extraction.events.grammar import accused, agents_by, holds_against, objects, prepositional, subjects
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.extraction.events.verbs import VerbGroup, is_verb, verb_group

#: A word that ends such a name tells of nothing.
NAMED = frozenset({"ORG", "PERSON", "PRODUCT"})
DURING = frozenset({"during", "in", "amid"})
#: Nouns that with a capital name a body, not what it does.
BODIES = frozenset({"flight", "congress", "assembly", "convention", "order", "mission", "exchange", "union", "service"})
#: "in charge of", "in order to", "under way": set phrases that tell of nothing.
SET_PHRASES = {"charge": "in", "order": "in", "fire": "under", "address": "", "fall": "in", "row": "in"}


def noun_candidate(a: Analysis, lexicon: Lexicon, token: Token, taken: set[int]) -> Candidate | None:
    """The candidate of an event noun; `taken` grows by the verbs that say no more than that it is."""
    lemma = token.lemma.lower()
    if token.pos not in {"NOUN", "PROPN"} or lemma not in lexicon.noun_family or token.dep == "compound":
        return None
    if token.pos == "PROPN" and (not token.text[:1].isupper() or lemma in BODIES or token.entity == "DATE"):
        return None  # "March" is a month
    if token.pos == "PROPN" and token.entity in NAMED and not token.entity_start:
        return None  # "Activision Blizzard"
    before = a.tokens[token.i - 1].text.lower() if token.i else ""
    if lemma in SET_PHRASES and before == SET_PHRASES[lemma]:
        return None
    verb = _governing_verb(a, token.i)
    held = max(expected_in(a, lexicon, token, verb), taking_place(a, token))
    if held >= 0:
        taken.update({verb, held})
        noun = filled_noun(a, lexicon, token.i, verb=held, group=verb_group(a, held))
        noun.light = True
        if held - token.i <= CLOSE:
            noun.after = held + 1
        return noun
    return filled_noun(a, lexicon, token.i, verb=verb, group=verb_group(a, verb) if verb >= 0 else None)


def _governing_verb(a: Analysis, i: int) -> int:
    at = i
    for _ in range(8):
        head = a.tokens[at].head
        if head == at:
            return -1
        if is_verb(a, head):
            return head
        at = head
    return -1


def filled_noun(a: Analysis, lexicon: Lexicon, i: int, *, verb: int, group: VerbGroup | None) -> Candidate:
    """A candidate with the phrases around noun `i`; `verb` is the verb whose tense counts, of verb group `group`."""
    token = a.tokens[i]
    first = i
    while first > 0 and a.tokens[first - 1].dep == "compound" and a.tokens[first - 1].head == i and i - first < 2:
        first -= 1
    candidate = Candidate(
        i, first if token.pos == "PROPN" else i, i + 1, verb, True, lexicon.noun_family[token.lemma.lower()],
        token.sentence, group,
    )  # fmt: skip
    for k in a.children[i]:
        child = a.tokens[k]
        if child.dep == "poss" or (
            child.dep in {"compound", "amod", "nmod"} and child.entity in {"NORP", "GPE", "ORG", "PERSON"}
        ):
            candidate.agents.append(k)
        elif child.dep == "compound" and child.pos == "NOUN":
            candidate.patients.append(k)
        elif child.dep == "appos":
            candidate.others.append(k)
    for word, p in prepositional(a, i):
        if word == "by":
            candidate.agents.append(p)
        elif word in TOWARDS:
            candidate.patients.append(p)
        else:
            candidate.others.append(p)
    if not candidate.agents:
        candidate.agents = _blamed(a, lexicon, i)
    above = token.head
    if token.dep == "nsubj" and is_verb(a, above) and a.tokens[above].lemma in lexicon.occurring:
        # "A tsunami struck the coast of Sulawesi": what the verb says of it befalls.
        candidate.patients = merged(candidate.patients, objects(a, above))
        candidate.others = merged(candidate.others, [p for _, p in prepositional(a, above)])
    captors = [
        by for p in candidate.patients for k in a.children[p] if a.tokens[k].dep == "relcl" for by in agents_by(a, k)
    ]
    candidate.others = merged(candidate.others, [*captors, *_climb(a, lexicon, i)])
    return candidate


def _blamed(a: Analysis, lexicon: Lexicon, i: int) -> list[int]:
    """Who is held to have done it: "blamed Iranian actors for a cyberattack"."""
    preposition = a.tokens[a.tokens[i].head]
    if a.tokens[i].dep != "pobj" or preposition.text.lower() not in {"for", "of", "with"}:
        return []
    verb = preposition.head
    if not is_verb(a, verb) or not holds_against(a, verb) or lexicon.noun_family[a.tokens[i].lemma.lower()] == "die":
        return []
    group = verb_group(a, verb)
    return subjects(a, verb) if group.passive else accused(a, verb)


def _climb(a: Analysis, lexicon: Lexicon, i: int) -> list[int]:
    """Who takes part from above: "Qatar has played a role in the release", "captured by Hamas during an attack"."""
    at = i
    if (planned := meant_for(a, i)) >= 0:
        return subjects(a, planned)
    if a.tokens[i].dep == "pobj" and a.tokens[a.tokens[i].head].text.lower() in DURING:
        verb = a.tokens[a.tokens[i].head].head
        if is_verb(a, verb):
            return agents_by(a, verb) or subjects(a, verb)
    held = lexicon.noun_family[a.tokens[i].lemma.lower()] == "captivity"
    for _ in range(6):
        token = a.tokens[at]
        head = token.head
        if head == at:
            return []
        if is_verb(a, head):
            supports = held or a.tokens[head].lemma in lexicon.light or a.tokens[head].lemma in lexicon.none
            return subjects(a, head) if supports and token.dep in {"dobj", "prep", "attr"} else []
        if token.dep not in {"pobj", "prep"}:
            return []
        at = head
    return []


def merged(first: list[int], second: list[int]) -> list[int]:
    """The first heads, and those of the second that are not among them."""
    return [*first, *(i for i in second if i not in first)]

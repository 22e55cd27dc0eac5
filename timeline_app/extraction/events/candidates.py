"""Which words tell of a happening: verbs, event nouns and predicates, each with its clause and who stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline_app.extraction.analysis import Analysis, Token
from timeline_app.extraction.blocks import BlockKind
from timeline_app.extraction.events.expectations import expected_in, meant_for, taking_place
from timeline_app.extraction.events.grammar import (
    accused,
    agents_by,
    holds_against,
    objects,
    prepositional,
    shown,
    subjects,
    subjects_of_state,
)
from timeline_app.extraction.events.idioms import idiom_of
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.extraction.events.verbs import VerbGroup, is_verb, verb_group

#: Parts of speech that may tell of a happening.
TELLING = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN"})
#: Letters of the longest prefix that stands as a word: "over-taking".
PREFIX = 4
#: Words from a light verb to its noun, or back, up to which both are the trigger.
CLOSE = 4
#: A word that ends such a name tells of nothing.
NAMED = frozenset({"ORG", "PERSON", "PRODUCT"})
#: Families of deeds that may leave somebody dead.
DEADLY = frozenset({"shoot", "stab", "kill"})
DURING = frozenset({"during", "in", "amid"})
TOWARDS = frozenset({"against", "on", "upon", "of", "at", "over"})
#: Nouns that with a capital name a body, not what it does.
BODIES = frozenset({"flight", "congress", "assembly", "convention", "order", "mission", "exchange", "union", "service"})
#: "in charge of", "in order to", "under way": set phrases that tell of nothing.
SET_PHRASES = {"charge": "in", "order": "in", "fire": "under", "address": "", "fall": "in", "row": "in"}


@dataclass(slots=True)
class Candidate:
    """A trigger: `head` is its word, [first, after) its tokens, `verb` the verb whose tense counts (-1: none).

    `agents`, `patients`, `others` are heads of phrases. `set_phrase` marks "went on strike", `attributive` a mere
    mention ("the released hostages").
    """

    head: int
    first: int
    after: int
    verb: int
    noun: bool
    family: str
    sentence: int
    group: VerbGroup | None
    agents: list[int] = field(default_factory=list)
    patients: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    attributive: bool = False
    statement: bool = False
    light: bool = False
    set_phrase: bool = False


def find_candidates(a: Analysis, lexicon: Lexicon) -> list[Candidate]:
    """All triggers, in the order of the text; a light verb and its noun are one."""
    found: list[Candidate] = []
    taken: set[int] = set()
    for sentence_number, sentence in enumerate(a.sentences):
        if sentence.kind is BlockKind.DATELINE:
            continue
        for token in a.words(sentence):
            if token.pos not in TELLING or token.i in taken:
                continue
            candidate = _candidate(a, lexicon, token, taken)
            if candidate:
                candidate.sentence = sentence_number
                if candidate.light:
                    _drop_noun(found, candidate)
                found.append(candidate)
    return found


def _drop_noun(found: list[Candidate], light: Candidate) -> None:
    """Take out what a noun before its light verb told alone: "the deal was announced"."""
    for k in range(len(found) - 1, -1, -1):
        if found[k].sentence != light.sentence:
            return
        if found[k].head == light.head:
            del found[k]
            return


def _candidate(a: Analysis, lexicon: Lexicon, token: Token, taken: set[int]) -> Candidate | None:
    if token.pos in {"VERB", "AUX"}:
        return _verb(a, lexicon, token, taken)
    if token.pos == "ADJ" and token.dep != "amod" and token.text.lower() in lexicon.state_adjectives:
        above = token.head
        if _is_outcome(a, lexicon, token):
            return None
        return _state(a, lexicon, token.i, above, verb_group(a, above)) if is_verb(a, above) else None
    return _noun(a, lexicon, token, taken)


def _verb(a: Analysis, lexicon: Lexicon, token: Token, taken: set[int]) -> Candidate | None:
    i = token.i
    if token.dep in {"aux", "auxpass"} or not _is_word(a, token) or (token.pos == "AUX" and token.lemma != "be"):
        return None
    group = verb_group(a, i)
    if token.text.lower() == "following" and not any(a.tokens[k].dep == "aux" for k in a.children[i]):
        return None  # "following the landslide"
    if token.lemma == "be":
        return None  # what is said of its subject speaks for itself
    if token.dep == "amod":
        return _attributive(a, lexicon, token, group)
    if token.dep == "compound" or (token.dep in {"prep", "case", "mark"} and token.tag == "VBG"):
        return None
    if _is_state(lexicon, token):
        return _state(a, lexicon, i, token.head, group)
    idiom = idiom_of(a, lexicon, i)
    if idiom is not None:
        taken.add(idiom.word)
    happening = None if idiom else _light_object(a, lexicon, i)
    if happening is not None:
        taken.add(happening)
        noun = _fill_noun(a, lexicon, happening, verb=i, group=group)
        noun.first, noun.after, noun.light = _reach(i, happening)
        noun.agents = _merged(subjects(a, i) if not group.passive else agents_by(a, i), noun.agents)
        noun.others = _merged(noun.others, [p for _, p in prepositional(a, i)])
        return noun
    candidate = Candidate(i, i, i + 1, i, False, lexicon.family(token.lemma, noun=False), token.sentence, group)
    particle = next((k for k in a.children[i] if a.tokens[k].dep == "prt" and 0 < k - i <= 2), None)
    if particle == i + 1:
        candidate.after = i + 2
    _fill_verb(a, candidate)
    speaks = token.lemma in lexicon.say or token.lemma in lexicon.act
    silent = bool(candidate.patients) or token.lemma == "respond"  # "fire trucks responded"
    candidate.statement = speaks and (_says(a, i) or (token.lemma in lexicon.say and not silent))
    if idiom is not None:
        candidate.family, candidate.set_phrase, candidate.statement = idiom.family, True, False
        if idiom.word - i <= CLOSE:
            candidate.after = idiom.word + 1
    return candidate


def _is_state(lexicon: Lexicon, token: Token) -> bool:
    """Whether a participle is the word for what befell somebody: "found guilty", "left injured"."""
    complements = {"oprd", "xcomp", "acomp", "ROOT", "ccomp"}
    return token.text.lower() in lexicon.state_adjectives and token.dep in complements


def _is_outcome(a: Analysis, lexicon: Lexicon, token: Token) -> bool:
    """Whether the verb above tells it already: "shot dead"."""
    family = lexicon.verb_family.get(a.tokens[token.head].lemma, "")
    return token.dep in {"oprd", "acomp", "advcl"} and family in DEADLY


def _is_word(a: Analysis, token: Token) -> bool:
    """Not a mark that was taken for a verb, nor the "re" of "re-opened"."""
    following = a.tokens[token.i + 1] if token.i + 1 < len(a.tokens) else token
    if token.tag == "VBG" and _ends_compound(a, token.i):
        return False
    return token.text[:1].isalpha() and not (following.text == "-" and following.start == token.end)


def _ends_compound(a: Analysis, i: int) -> bool:
    """Whether a gerund is the end of a noun: "people-smuggling"."""
    if i < 2 or a.tokens[i - 1].text != "-" or a.tokens[i - 1].end != a.tokens[i].start:
        return False
    before = a.tokens[i - 2]
    return before.pos == "NOUN" and len(before.text) > PREFIX and before.end == a.tokens[i - 1].start


def _says(a: Analysis, i: int) -> bool:
    """Whether a clause hangs on the verb; in "showed videos demonstrating it" only a thing does."""
    return any(a.tokens[k].dep in {"ccomp", "parataxis"} and shown(a, k) is None for k in a.children[i])


def _state(a: Analysis, lexicon: Lexicon, i: int, verb: int, group: VerbGroup) -> Candidate:
    """What befell somebody, told by the word for it: "missing", "dead"; `verb` is the verb above."""
    word = a.tokens[i]
    above = verb if verb != i else -1
    candidate = Candidate(i, i, i + 1, above, False, lexicon.state_adjectives[word.text.lower()], word.sentence, group)
    candidate.patients = subjects_of_state(a, i, verb)
    return candidate


def _attributive(a: Analysis, lexicon: Lexicon, token: Token, group: VerbGroup) -> Candidate | None:
    """A participle before its noun ("the released hostages") tells the happening again and is no row of its own."""
    if token.tag != "VBN" or token.lemma not in lexicon.verb_family:
        return None
    candidate = Candidate(
        token.i, token.i, token.i + 1, -1, False, lexicon.family(token.lemma, noun=False), token.sentence, group,
        attributive=True,
    )  # fmt: skip
    candidate.patients = [token.head, *(k for k in a.children[token.head] if a.tokens[k].dep == "appos")]
    return candidate


def _light_object(a: Analysis, lexicon: Lexicon, i: int) -> int | None:
    """The event noun that a light verb carries: "held talks", "launched an attack", "helped broker an exchange"."""
    if a.tokens[i].lemma not in lexicon.light:
        return None
    for k in a.children[i]:
        token = a.tokens[k]
        if token.dep in {"dobj", "nsubjpass"} and token.pos == "NOUN" and token.lemma.lower() in lexicon.noun_family:
            return k
    return None


def _reach(verb: int, noun: int) -> tuple[int, int, bool]:
    """A trigger of two words where they stand close, else the noun alone."""
    if 0 < noun - verb <= CLOSE:
        return verb, noun + 1, True
    return noun, noun + 1, True


def _fill_verb(a: Analysis, candidate: Candidate) -> None:
    i, group = candidate.head, candidate.group
    phrases = prepositional(a, i)
    if group is not None and group.passive:
        candidate.patients = subjects(a, i)
        candidate.agents = agents_by(a, i)
    else:
        candidate.agents = subjects(a, i)
        candidate.patients = objects(a, i)
    if not candidate.patients:
        candidate.patients = [
            p for word, p in phrases if word in TOWARDS and a.tokens[p].entity not in {"DATE", "TIME"}
        ]
    taken = {*candidate.agents, *candidate.patients}
    candidate.others = [p for _, p in phrases if p not in taken]


def _noun(a: Analysis, lexicon: Lexicon, token: Token, taken: set[int]) -> Candidate | None:
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
        noun = _fill_noun(a, lexicon, token.i, verb=held, group=verb_group(a, held))
        noun.light = True
        if held - token.i <= CLOSE:
            noun.after = held + 1
        return noun
    return _fill_noun(a, lexicon, token.i, verb=verb, group=verb_group(a, verb) if verb >= 0 else None)


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


def _fill_noun(a: Analysis, lexicon: Lexicon, i: int, *, verb: int, group: VerbGroup | None) -> Candidate:
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
        candidate.patients = _merged(candidate.patients, objects(a, above))
        candidate.others = _merged(candidate.others, [p for _, p in prepositional(a, above)])
    captors = [
        by for p in candidate.patients for k in a.children[p] if a.tokens[k].dep == "relcl" for by in agents_by(a, k)
    ]
    candidate.others = _merged(candidate.others, [*captors, *_climb(a, lexicon, i)])
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


def _merged(first: list[int], second: list[int]) -> list[int]:
    return [*first, *(i for i in second if i not in first)]

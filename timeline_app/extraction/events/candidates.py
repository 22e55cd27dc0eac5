"""Which words tell of a happening: verbs, event nouns and predicates, each with its clause and who stands in it."""

from __future__ import annotations

from functools import partial

from timeline_app.extraction.analysis import Analysis, Token
from timeline_app.extraction.blocks import BlockKind
from timeline_app.extraction.events.candidate import CLOSE, TOWARDS, Candidate
from timeline_app.extraction.events.care import Care
from timeline_app.extraction.events.event_nouns import filled_noun, merged, noun_candidate
from timeline_app.extraction.events.grammar import agents_by, objects, prepositional, shown, subjects, subjects_of_state
from timeline_app.extraction.events.idioms import idiom_of
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.extraction.events.verbs import VerbGroup, is_verb, verb_group

#: Parts of speech that may tell of a happening.
TELLING = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN"})
#: Letters of the longest prefix that stands as a word: "over-taking".
PREFIX = 4
#: Families of deeds that may leave somebody dead.
DEADLY = frozenset({"shoot", "stab", "kill"})


def find_candidates(a: Analysis, lexicon: Lexicon, care: Care | None = None) -> list[Candidate]:
    """All triggers, in the order of the text; a light verb and its noun are one."""
    care = care or Care()
    found: list[Candidate] = []
    taken: set[int] = set()
    for number, sentence in enumerate(a.sentences):
        if sentence.kind is not BlockKind.DATELINE:
            found += care.over(number, partial(_of_sentence, a, lexicon, number, taken), [])
    return found


def _of_sentence(a: Analysis, lexicon: Lexicon, number: int, taken: set[int]) -> list[Candidate]:
    found: list[Candidate] = []
    for token in a.words(a.sentences[number]):
        if token.pos not in TELLING or token.i in taken:
            continue
        candidate = _candidate(a, lexicon, token, taken)
        if candidate:
            candidate.sentence = number
            if candidate.light:
                _drop_noun(found, candidate)
            found.append(candidate)
    return found


def _drop_noun(found: list[Candidate], light: Candidate) -> None:
    """Take out what a noun before its light verb told alone: "the deal was announced"."""
    for k in range(len(found) - 1, -1, -1):
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
    return noun_candidate(a, lexicon, token, taken)


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
        noun = filled_noun(a, lexicon, happening, verb=i, group=group)
        noun.first, noun.after, noun.light = _reach(i, happening)
        noun.agents = merged(subjects(a, i) if not group.passive else agents_by(a, i), noun.agents)
        noun.others = merged(noun.others, [p for _, p in prepositional(a, i)])
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

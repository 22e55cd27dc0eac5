"""Verb groups: a verb with its auxiliaries, read for tense, aspect, voice, modality and denial."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.extraction.analysis import Analysis

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
#: What is done only so has not come about; what is done so hardly has.
NEARLY = frozenset({"almost", "nearly", "virtually"})
HARDLY = frozenset({"hardly", "barely", "scarcely", "rarely", "seldom"})
RELATIVE_WORDS = frozenset({"who", "which", "that", "whom", "whose"})
#: Verbs that need an object: without one they are passive, also where "was" is left out.
BEFALLING = frozenset(
    "kill injure wound arrest hospitalize hospitalise detain displace rescue trap honor honour evacuate jail imprison "
    "kidnap abduct behead assassinate extradite deport acquit nominate indict".split()
)
#: Who is allowed to do something was given a decision: "Boeing allowed to bid".
PERMITTING = frozenset({"allow", "permit"})
NEEDING_OBJECTS = BEFALLING | PERMITTING
PARTICLES = frozenset({"back", "off", "out", "up", "down", "away", "over"})


class Tense(StrEnum):
    """When the clause says it happens, by its finite verb."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: tense, aspect, voice, modal, negation; `infinitive` marks "to do"."""

    tense: Tense
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    modal: str = ""
    negated: bool = False
    infinitive: bool = False


def is_verb(a: Analysis, i: int) -> bool:
    """Whether a token is a verb or auxiliary."""
    return a.tokens[i].pos in {"VERB", "AUX"}


def verb_group(a: Analysis, i: int) -> VerbGroup:
    """The verb group of verb `i`; a verb joined by "and" shares the auxiliaries of the first."""
    known = a.memo.get(("group", i))
    if not isinstance(known, VerbGroup):
        known = a.memo["group", i] = _read_group(a, i)
    return known


def _read_group(a: Analysis, i: int) -> VerbGroup:
    verb = a.tokens[i]
    auxiliaries = _auxiliaries(a, i)
    if not auxiliaries and verb.dep == "conj" and is_verb(a, verb.head) and _shares(a, i):
        auxiliaries = _auxiliaries(a, verb.head)
    words = [a.tokens[k].text.lower() for k in auxiliaries]
    lemmas = [a.tokens[k].lemma for k in auxiliaries]
    modal = next((_modal(w) for k, w in zip(auxiliaries, words, strict=True) if a.tokens[k].tag == "MD"), "")
    passive = any(a.tokens[k].dep == "auxpass" for k in auxiliaries) or (
        (verb.tag == "VBN" or (verb.tag == "VBD" and verb.dep == "acl" and not has_own_subject(a, i)))
        and not auxiliaries
        and verb.dep in {"acl", "amod", "relcl", "advcl", "ROOT", "ccomp", "pcomp", "dep"}
        and not (verb.dep in {"relcl", "acl"} and has_own_subject(a, i))
        and not _is_finite_clause(a, i)
    )
    passive = passive or _joined_to_passive(a, i, auxiliaries) or _done_by(a, i, auxiliaries)
    passive = passive or (verb.lemma in NEEDING_OBJECTS and not auxiliaries and _befell(a, i))
    joined = verb.dep == "conj" and verb.tag == "VBN" and not auxiliaries and is_verb(a, verb.head)
    if joined and a.tokens[verb.head].tag == "VBN" and verb.head < i and not has_own_subject(a, i):
        passive = passive or verb_group(a, verb.head).passive
    going = verb.lemma == "go" and any(a.tokens[k].dep == "xcomp" for k in a.children[i])
    return VerbGroup(
        tense=Tense.FUTURE if going and verb.tag == "VBG" else _tense(a, i, auxiliaries, modal),
        perfect="have" in lemmas,
        progressive=verb.tag == "VBG" and "be" in lemmas,
        passive=passive,
        modal=modal,
        negated=_negated(a, i),
        infinitive="to" in words and not modal,
    )


def _is_finite_clause(a: Analysis, i: int) -> bool:
    """In "before the tour commenced" the verb is a past tense, whatever it was tagged."""
    below = {a.tokens[k].dep for k in a.children[i]}
    return a.tokens[i].dep in {"advcl", "ccomp"} and {"mark", "nsubj"} <= below


def is_permitted(a: Analysis, verb: int) -> bool:
    """Whether somebody is told to have been allowed to do something, which is a happening of its own."""
    below = any(a.tokens[k].dep == "xcomp" and is_verb(a, k) for k in a.children[verb])
    return a.tokens[verb].lemma in PERMITTING and below and verb_group(a, verb).passive


def is_particle(a: Analysis, verb: int, k: int) -> bool:
    """Whether child `k` makes another verb of it: "pushes back the launch", "turned the offer down"."""
    token = a.tokens[k]
    return token.dep == "prt" or (k == verb + 1 and token.dep == "advmod" and token.text.lower() in PARTICLES)


def _befell(a: Analysis, i: int) -> bool:
    """In "others killed": verbs that need an object and have none tell what befell their subject."""
    kinds = {a.tokens[k].dep for k in a.children[i]}
    if i + 1 < len(a.tokens) and a.tokens[i + 1].text.lower() in {"over", "nearly", "about", "some", "up", "more"}:
        return False  # a number that was not taken for the object
    shared = any(a.tokens[g].dep == "dobj" for k in a.children[i] if a.tokens[k].dep == "conj" for g in a.children[k])
    if shared:
        return False  # "arrested and questioned the student"
    if a.tokens[i].lemma in PERMITTING:
        kinds -= {"xcomp"}
    return a.tokens[i].tag in {"VBD", "VBN"} and not kinds & {"dobj", "obj", "ccomp", "xcomp"} and "nsubj" in kinds


def _done_by(a: Analysis, i: int, auxiliaries: list[int]) -> bool:
    """The "shot" of "the drone shot down by the army fell", taken for a past tense."""
    kinds = {a.tokens[k].dep for k in a.children[i]}
    return not auxiliaries and a.tokens[i].tag in {"VBD", "VBN"} and "agent" in kinds and "dobj" not in kinds


def _joined_to_passive(a: Analysis, i: int, auxiliaries: list[int]) -> bool:
    """The "bought" of "lanterns given away by the city and bought from vendors"."""
    verb = a.tokens[i]
    first = a.tokens[verb.head]
    regular = verb.tag == "VBD" and verb.text.endswith("ed") and a.tokens[verb.head].dep == "relcl"
    if verb.dep != "conj" or auxiliaries or not (verb.tag == "VBN" or regular) or first.tag != "VBN":
        return False
    passive = first.dep in {"acl", "amod"} or any(a.tokens[k].dep == "auxpass" for k in a.children[verb.head])
    return passive and not any(a.tokens[k].dep in {"dobj", *SUBJECTS} for k in a.children[i])


def _auxiliaries(a: Analysis, i: int) -> list[int]:
    return [k for k in a.children[i] if a.tokens[k].dep in {"aux", "auxpass"}]


def _shares(a: Analysis, i: int) -> bool:
    """Whether a conjoined verb has the form of the first, so that it stands under the same auxiliaries."""
    verb, first = a.tokens[i], a.tokens[a.tokens[i].head]
    return verb.tag == first.tag and not any(a.tokens[k].dep in SUBJECTS for k in a.children[i])


def _modal(word: str) -> str:
    return {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "'d": "would", "’d": "would"}.get(word, word)


def _tense(a: Analysis, i: int, auxiliaries: list[int], modal: str) -> Tense:
    if modal in {"will", "shall"}:
        return Tense.FUTURE
    for k in (*auxiliaries, i):
        tag = a.tokens[k].tag
        if tag == "VBD":
            return Tense.PAST
        if tag in {"VBZ", "VBP"}:
            return Tense.PRESENT
    if a.tokens[i].tag == "VBN" and not auxiliaries:
        return Tense.PAST
    return Tense.NONE


def _negated(a: Analysis, i: int) -> bool:
    for k in a.children[i]:
        token = a.tokens[k]
        if token.dep == "neg":
            following = a.tokens[k + 1].text.lower() if k + 1 < len(a.tokens) else ""
            return following not in {"only", "just", "merely"}
        if token.dep in {"nsubj", "nsubjpass", "dobj"} and (
            token.text.lower() in {"nobody", "none", "nothing", "neither"}
            or any(a.tokens[g].text.lower() in {"no", "neither"} and not _compares(a, g) for g in a.children[k])
            or is_no_one(a, k)
        ):
            return True
    return False


def is_no_one(a: Analysis, i: int) -> bool:
    """Whether a token ends "no one" or "no-one"."""
    before = [token.text.lower() for token in a.tokens[max(i - 2, 0) : i]]
    return a.tokens[i].text.lower() == "one" and (before[-1:] == ["no"] or before == ["no", "-"])


def _compares(a: Analysis, i: int) -> bool:
    """In "no less than", "no fewer than": a number, not a denial."""
    return i + 1 < len(a.tokens) and a.tokens[i + 1].text.lower() in {"less", "fewer", "more", "longer"}


def shade(a: Analysis, i: int) -> str:
    """The adverb without which a verb would say another thing: "almost", "hardly", "no longer"; "" for none."""
    for k in a.children[i]:
        word = a.tokens[k].text.lower()
        if a.tokens[k].dep == "advmod" and k < i:
            if word in NEARLY | HARDLY:
                return word
            if word == "longer" and k and a.tokens[k - 1].text.lower() == "no":
                return "no longer"
    return ""


def has_own_subject(a: Analysis, i: int) -> bool:
    """Whether a verb has a subject that is no relative word."""
    return any(a.tokens[k].dep in SUBJECTS and a.tokens[k].text.lower() not in RELATIVE_WORDS for k in a.children[i])

"""Whether it happened, by the grammar around the trigger, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.doubt import MAX_STEPS, alleged, doubted, told_in_doubt
from timeline_app.extraction.events.expectations import BOUND, is_meant
from timeline_app.extraction.events.grammar import TAKING, came_of, charges_with, is_aim, subjects
from timeline_app.extraction.events.hearsay import of_content, rumoured
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.extraction.events.noun_factuality import noun_factuality
from timeline_app.extraction.events.verbs import NEARLY, PERMITTING, Tense, VerbGroup, is_verb, shade, verb_group
from timeline_app.model import Factuality

POSSIBLE_MODALS = frozenset({"may", "might", "could", "can", "should", "must", "would", "need", "ought"})
#: In "tried to have him released" the participle stands under these.
CAUSING = frozenset({"have", "get", "see", "want", "need", "order", "keep"})
RANKS = frozenset("first second third fourth fifth sixth last latest only oldest youngest".split())
#: Announced in this form, these are done: "announced reaching an agreement", but not "announced closing a plant".
ACHIEVING = frozenset("complete conclude discover find finish obtain reach receive secure sign win".split())
ENABLING = PERMITTING | {"enable"}
AT_THE_TIME = frozenset({"before", "when", "once", "until", "after"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})


@dataclass(frozen=True, slots=True)
class Status:
    """Factuality of a trigger; `saying` is the verb of saying it stands under (-1: none), `by` heads of who says so.

    `alleged` marks what somebody is accused of; `meant_by` is the verb of what was done to bring it about (-1: none),
    `agreed_by` that by which it was planned ("agreed to sell").
    """

    factuality: Factuality
    saying: int = -1
    by: tuple[int, ...] = ()
    alleged: bool = False
    meant_by: int = -1
    agreed_by: int = -1


def status_of(a: Analysis, lexicon: Lexicon, candidate: Candidate) -> Status:
    """Read the factuality of a trigger from its own form and from what it stands under."""
    saying, by = attribution(a, lexicon, candidate)
    if candidate.noun:
        own = noun_factuality(a, lexicon, candidate, lambda verb: verb_factuality(a, lexicon, verb))
    else:
        own = verb_factuality(a, lexicon, candidate.verb if candidate.verb >= 0 else candidate.head)
        if candidate.verb != candidate.head and a.tokens[candidate.head - 1].text.lower() in {"not", "never"}:
            own = Factuality.DENIED  # "was found not guilty"
    verb = candidate.verb if candidate.verb >= 0 else candidate.head
    if own is Factuality.POSSIBLE and (
        alleged(a, lexicon, candidate.head)
        or told_in_doubt(a, lexicon, verb)
        or (not candidate.noun and rumoured(a, lexicon, verb))
    ):
        return Status(own, saying, by, alleged=True)
    meant_by = purpose_of(a, candidate.head) if own in {Factuality.PLANNED, Factuality.POSSIBLE} else -1
    agreed_by = agreed_in(a, lexicon, verb) if own is Factuality.PLANNED else -1
    return Status(own, saying, by, meant_by=meant_by, agreed_by=agreed_by)


def purpose_of(a: Analysis, i: int) -> int:
    """The verb in the past that was done to bring verb `i` about ("stopped the train to arrest her"), or -1."""
    verb = a.tokens[i]
    while verb.dep == "conj" and is_verb(a, verb.head):
        verb = a.tokens[verb.head]
    if (
        not (verb.dep == "advcl" or is_aim(a, verb.i))
        or not is_verb(a, verb.head)
        or not verb_group(a, verb.i).infinitive
    ):
        return -1
    group = verb_group(a, verb.head)
    return verb.head if group.tense is Tense.PAST and not group.modal else -1


def agreed_in(a: Analysis, lexicon: Lexicon, i: int) -> int:
    """The verb in the past by which verb `i` was planned ("agreed to be bought", "vowed to return"), or -1."""
    verb = a.tokens[i]
    if verb.dep != "xcomp" or not is_verb(a, verb.head) or a.tokens[verb.head].lemma not in lexicon.intending:
        return -1
    group = verb_group(a, verb.head)
    return verb.head if group.tense is Tense.PAST and not group.modal and not group.negated else -1


#: Whoever would like to do these has done them by saying so.
THANKING = frozenset({"thank", "apologize", "apologise", "congratulate", "welcome", "praise"})


def verb_factuality(a: Analysis, lexicon: Lexicon, i: int, depth: int = 0) -> Factuality:
    """Factuality of the clause of verb `i`."""
    group = verb_group(a, i)
    missed = group.modal == "would" and group.perfect  # "would have been delivered"
    if group.negated or missed or _set_aside(a, i) or shade(a, i) in NEARLY:
        return Factuality.DENIED
    if doubted(a, lexicon, i):
        return Factuality.POSSIBLE
    if depth <= MAX_STEPS and _in_its_future(a, lexicon, i, depth):
        return Factuality.PLANNED
    above = _inherited(a, lexicon, i, group, depth)
    if above is not None:
        return above
    if group.tense is Tense.FUTURE or (group.modal == "would" and _reported(a, lexicon, i)):
        return Factuality.PLANNED
    if group.modal in POSSIBLE_MODALS and not (group.perfect and group.modal == "must"):
        return Factuality.POSSIBLE
    if _conditional(a, i):
        return Factuality.POSSIBLE
    if group.tense is Tense.PRESENT and group.progressive and not group.perfect:
        return Factuality.ONGOING
    if group.tense is Tense.NONE and a.tokens[i].dep == "ROOT" and (group.infinitive or a.tokens[i].tag == "VB"):
        return Factuality.PLANNED if group.infinitive else Factuality.POSSIBLE
    return Factuality.PLANNED if is_meant(a, i) else Factuality.HAPPENED


def _in_its_future(a: Analysis, lexicon: Lexicon, i: int, depth: int) -> bool:
    """In "said the engines would be replaced before the tour began" the tour was still to come."""
    verb = a.tokens[i]
    if verb.dep != "advcl" or not is_verb(a, verb.head) or verb_group(a, verb.head).modal != "would":
        return False
    marked = any(a.tokens[k].text.lower() in AT_THE_TIME and k < i for k in a.children[i])
    told = verb_group(a, i).tense is Tense.PAST and not verb_group(a, i).perfect
    return marked and told and verb_factuality(a, lexicon, verb.head, depth + 1) is Factuality.PLANNED


def _is_recommended(a: Analysis, i: int) -> bool:
    """A bare form beside one that tells: "advice that the army open the bids, allow others and judge them"."""
    verb = a.tokens[i]
    own = any(a.tokens[k].dep in {"aux", "auxpass"} for k in a.children[i])
    shared = any(a.tokens[k].dep in {"aux", "auxpass"} for k in a.children[verb.head])
    return verb.tag == "VB" and not own and not shared and a.tokens[verb.head].tag in {"VBD", "VBZ", "VBN"}


def _set_aside(a: Analysis, i: int) -> bool:
    """In "rather than recall the phones", "instead of recalling them"."""
    if i < 2:
        return False
    before = f"{a.tokens[i - 2].text} {a.tokens[i - 1].text}".lower()
    return before in {"rather than", "instead of", "far from"}


def _inherited(a: Analysis, lexicon: Lexicon, i: int, group: VerbGroup, depth: int) -> Factuality | None:
    """What an infinitive or gerund takes over from the verb above it; None where its own form decides."""
    verb = a.tokens[i]
    bare = verb.tag == "VBN" and verb.dep in {"ccomp", "xcomp"} and a.tokens[verb.head].lemma in CAUSING
    if depth > MAX_STEPS or (group.tense is not Tense.NONE and not bare) or group.modal:
        return of_content(a, lexicon, i) if depth <= MAX_STEPS else None
    if charges_with(a, i) >= 0:
        return Factuality.POSSIBLE if alleged(a, lexicon, i) else None
    if verb.dep == "conj" and is_verb(a, verb.head):
        return Factuality.POSSIBLE if _is_recommended(a, i) else verb_factuality(a, lexicon, verb.head, depth + 1)
    if verb.dep == "pcomp":
        if alleged(a, lexicon, i):
            return Factuality.POSSIBLE
        return _under_preposition(a, lexicon, verb.head, depth)
    if not (group.infinitive or verb.dep in {"xcomp", "ccomp", "advcl", "acl"}):
        return None
    head = verb.head
    if not is_verb(a, head):
        return _under_noun(a, lexicon, head, infinitive=group.infinitive)
    if verb.dep == "advcl" and not group.infinitive:
        return verb_factuality(a, lexicon, head, depth + 1)
    if came_of(a, i) or (verb.tag == "VBG" and verb.lemma in ACHIEVING and a.tokens[head].lemma == "announce"):
        return verb_factuality(a, lexicon, head, depth + 1)
    return _under_verb(a, lexicon, i, head, purpose=verb.dep == "advcl" or is_aim(a, i), depth=depth)


def _says_by_wishing(a: Analysis, lexicon: Lexicon, i: int) -> bool:
    """In "we would like to thank our guests" they are thanked."""
    above = a.tokens[a.tokens[i].head]
    wishes = above.lemma in {"like", "want", "wish"} and above.tag in {"VB", "VBP"}
    wishes = wishes and not verb_group(a, above.i).negated
    return wishes and a.tokens[i].dep == "xcomp" and a.tokens[i].lemma in lexicon.act & THANKING


def _under_verb(a: Analysis, lexicon: Lexicon, i: int, head: int, *, purpose: bool, depth: int) -> Factuality | None:
    lemma = a.tokens[head].lemma
    above = verb_factuality(a, lexicon, head, depth + 1)
    if _says_by_wishing(a, lexicon, i):
        return Factuality.HAPPENED
    if purpose:
        return Factuality.PLANNED if above is Factuality.HAPPENED else Factuality.POSSIBLE
    if lemma in lexicon.negating:
        return Factuality.DENIED if above is Factuality.HAPPENED else Factuality.POSSIBLE
    if lemma in lexicon.intending:
        return Factuality.PLANNED if above in {Factuality.HAPPENED, Factuality.ONGOING} else above
    if lemma in lexicon.possible:
        return Factuality.POSSIBLE
    if lemma in ENABLING and not any(a.tokens[k].dep in {"dobj", "nsubj"} for k in _given(a, head)):
        return Factuality.POSSIBLE  # "was allowed to bid"
    if lemma in lexicon.implicative or lemma in TAKING:
        return above
    if lemma == "be" and any(a.tokens[k].lemma in {"able", "due", "set", "ready"} for k in a.children[head]):
        return above if any(a.tokens[k].lemma == "able" for k in a.children[head]) else Factuality.PLANNED
    if lemma == "be" and a.tokens[head].pos == "AUX":  # "is to sign"
        return Factuality.PLANNED if above is Factuality.HAPPENED else above
    return Factuality.POSSIBLE if above is Factuality.HAPPENED else above


def _given(a: Analysis, verb: int) -> list[int]:
    """Whom a verb's permission is given: its objects, and the subjects of what is allowed."""
    below = [g for k in a.children[verb] if a.tokens[k].dep in {"xcomp", "ccomp"} for g in a.children[k]]
    return [k for k in a.children[verb] if a.tokens[k].dep == "dobj"] + [k for k in below if a.tokens[k].dep == "nsubj"]


def _under_noun(a: Analysis, lexicon: Lexicon, noun: int, *, infinitive: bool) -> Factuality | None:
    token = a.tokens[noun]
    if token.lemma == "able" and is_verb(a, token.head):
        was = verb_group(a, token.head).tense is Tense.PAST
        above = verb_factuality(a, lexicon, token.head)
        return above if was or above is Factuality.DENIED else Factuality.POSSIBLE
    if token.lemma in BOUND and infinitive and is_verb(a, token.head):
        above = verb_factuality(a, lexicon, token.head)
        return Factuality.PLANNED if above is Factuality.HAPPENED else above
    if token.lemma in BOUND and infinitive and token.dep == "amod":
        return Factuality.PLANNED
    if infinitive and _is_first(a, noun) and (deed := _deed_above(a, noun)) >= 0:
        return verb_factuality(a, lexicon, deed)
    if token.lemma.lower() in lexicon.unreal_nouns or (infinitive and token.pos in {"NOUN", "ADJ"}):
        return Factuality.PLANNED if token.lemma in {"plan", "decision", "agreement", "deal"} else Factuality.POSSIBLE
    return None


def _is_first(a: Analysis, noun: int) -> bool:
    """Whether only what has happened makes it that: "the first woman to win", "the youngest player to score"."""
    words = [a.tokens[k] for k in a.children[noun] if k < noun]
    definite = any(word.text.lower() == "the" or word.dep == "poss" for word in words)
    return definite and any(word.tag == "JJS" or word.text.lower() in RANKS for word in words)


def _deed_above(a: Analysis, noun: int) -> int:
    """The verb of "she became the first woman to win"; -1 where the noun stands otherwise."""
    token = a.tokens[noun]
    return token.head if token.dep in {"attr", "oprd"} and is_verb(a, token.head) else -1


def _under_preposition(a: Analysis, lexicon: Lexicon, preposition: int, depth: int) -> Factuality | None:
    word = a.tokens[preposition].text.lower()
    if word == "without":
        return Factuality.DENIED
    holder = a.tokens[preposition].head
    if a.tokens[holder].lemma in {"capable", "incapable"}:
        return Factuality.DENIED if a.tokens[holder].lemma == "incapable" else Factuality.POSSIBLE
    if word in {"for", "of", "to", "about"} and not is_verb(a, holder):
        if a.tokens[holder].lemma.lower() in lexicon.unreal_nouns:
            return Factuality.POSSIBLE
        return None
    if is_verb(a, holder):
        lemma = a.tokens[holder].lemma
        if word == "from" and lemma in lexicon.negating:
            return Factuality.DENIED
        if lemma in {"consider", "plan", "talk", "think", "insist", "aim", "work", "design"}:
            return Factuality.POSSIBLE
        return verb_factuality(a, lexicon, holder, depth + 1)
    return None


def _conditional(a: Analysis, i: int) -> bool:
    """Whether a clause is left open, or joined to one that is: "whether he left or was forced out"."""
    for _ in range(MAX_STEPS):
        if any(a.tokens[k].dep == "mark" and a.tokens[k].text.lower() in CONDITIONS for k in a.children[i]):
            return True
        if a.tokens[i].dep not in {"conj", "xcomp"} or a.tokens[i].head >= i:
            return False
        i = a.tokens[i].head
    return False


def _reported(a: Analysis, lexicon: Lexicon, i: int) -> bool:
    verb = a.tokens[i]
    return verb.dep in {"ccomp", "conj", "relcl"} or any(
        a.tokens[k].dep in {"ccomp", "parataxis"} and a.tokens[k].lemma in lexicon.say for k in a.children[i]
    )


def attribution(a: Analysis, lexicon: Lexicon, candidate: Candidate) -> tuple[int, tuple[int, ...]]:
    """The verb of saying a trigger stands under, and the heads of who says so."""
    at = candidate.verb if candidate.verb >= 0 else candidate.head
    for _ in range(MAX_STEPS):
        token = a.tokens[at]
        for k in a.children[at]:
            if a.tokens[k].text.lower() == "according" or (
                a.tokens[k].dep in {"ccomp", "parataxis"} and a.tokens[k].lemma in lexicon.say and k > at
            ):
                return k, tuple(_sayers(a, k))
        if token.dep in {"ccomp", "parataxis"} and a.tokens[token.head].lemma in lexicon.say:
            return token.head, tuple(subjects(a, token.head))
        if token.head == at or token.dep == "relcl":
            return -1, ()
        at = token.head
    return -1, ()


def _sayers(a: Analysis, i: int) -> list[int]:
    if is_verb(a, i) and a.tokens[i].text.lower() != "according":
        return subjects(a, i)
    return [p for k in a.children[i] if a.tokens[k].dep == "prep" for p in a.children[k] if a.tokens[p].dep == "pobj"]

"""Happenings that are meant to take place: "the talks are expected to begin in May", "the report is due in June"."""

from __future__ import annotations

from timeline_app.extraction.analysis import Analysis, Token
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.extraction.events.verbs import SUBJECTS, Tense, verb_group

#: Verbs that say of a happening no more than when and where it is.
TAKING_PLACE = frozenset(
    "take occur happen begin start end continue last resume conclude commence expire lapse hold run".split()
)
#: With these a verb of taking place tells more.
WITH_MORE = frozenset({"dobj", "xcomp", "ccomp", "prt"})
#: States of what is to come.
BOUND = frozenset({"due", "bound", "set"})
#: In the passive these say no more than that their subject is to come.
MEANT = frozenset({"expect", "schedule", "plan", "slate"})
#: Their object is still to come.
DEFERRING = frozenset({"defer", "postpone", "reschedule"})


def expected_in(a: Analysis, lexicon: Lexicon, noun: Token, verb: int) -> int:
    """The verb that tells when a noun's happening takes place, where `verb` says that it is meant to; else -1.

    That is "begin" in "is expected to begin", and "expect" itself in "is expected in May".
    """
    if verb < 0 or noun.head != verb or noun.dep not in SUBJECTS:
        return -1
    bound = [k for k in a.children[verb] if a.tokens[k].dep == "acomp" and a.tokens[k].lemma in BOUND]
    if not bound and a.tokens[verb].lemma not in lexicon.intending:
        return -1
    below = [a.tokens[k] for at in (verb, *bound) for k in a.children[at] if a.tokens[k].dep in {"xcomp", "ccomp"}]
    for token in below:
        infinitive = any(a.tokens[k].text.lower() == "to" for k in a.children[token.i])
        if infinitive and token.lemma in TAKING_PLACE:
            return token.i
    return verb if not below and is_meant(a, verb) else -1


def taking_place(a: Analysis, noun: Token) -> int:
    """The verb that says of a noun's happening only that it is: "began" in "the trial began on Monday"; else -1."""
    verb = noun.head
    if noun.dep not in {"nsubj", "nsubjpass"} or a.tokens[verb].lemma not in TAKING_PLACE - {"hold", "run"}:
        return -1
    things = {
        a.tokens[k].text.lower() for k in a.children[verb] if a.tokens[k].dep in {"dobj", "xcomp", "ccomp", "prt"}
    }
    return verb if things <= ({"place"} if a.tokens[verb].lemma == "take" else set()) else -1


def is_meant(a: Analysis, i: int) -> bool:
    """Whether a verb says no more than that its subject is to come: "the report is expected in August"."""
    group = verb_group(a, i)
    return group.passive and group.tense in {Tense.PRESENT, Tense.PAST} and a.tokens[i].lemma in MEANT


def meant_for(a: Analysis, noun: int) -> int:
    """The verb that says of its subject that a noun's happening is to befall it: "is slated for release"; else -1."""
    preposition = a.tokens[a.tokens[noun].head]
    if a.tokens[noun].dep != "pobj" or preposition.text.lower() != "for":
        return -1
    verb = preposition.head
    group = verb_group(a, verb)
    planned = group.passive and group.tense in {Tense.PRESENT, Tense.PAST} and not group.negated
    return verb if planned and a.tokens[verb].lemma in MEANT | {"set"} else -1


def takes_place(a: Analysis, noun: int) -> bool:
    """Whether its verb says of a noun's happening only when it is: "before the tour began"."""
    token = a.tokens[noun]
    return token.dep in SUBJECTS and a.tokens[token.head].lemma in TAKING_PLACE


def is_put_off(a: Analysis, noun: int) -> bool:
    """Whether a noun's verb says that it is still to come: "postponed the summit", "the departure has been delayed"."""
    token = a.tokens[_begun_by(a, noun)]
    if token.dep not in {"dobj", "nsubjpass"}:
        return False
    lemma, group = a.tokens[token.head].lemma, verb_group(a, token.head)
    return lemma in DEFERRING or (lemma == "delay" and (group.perfect or group.tense is Tense.PRESENT))


def _begun_by(a: Analysis, noun: int) -> int:
    """The "departure" of "the departure on a tour", which cannot begin before it; else the noun itself."""
    preposition = a.tokens[a.tokens[noun].head]
    new = any(a.tokens[k].text.lower() in {"a", "an"} for k in a.children[noun])
    above = a.tokens[preposition.head]
    if a.tokens[noun].dep != "pobj" or preposition.text.lower() not in {"on", "for"} or not new:
        return noun
    return above.i if above.pos == "NOUN" else noun

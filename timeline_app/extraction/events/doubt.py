"""What is said and not shown: charges, claims and what somebody is believed to have done."""

from __future__ import annotations

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.grammar import charges_with
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.extraction.events.verbs import Tense, is_verb, verb_group

AFTER = frozenset({"after", "following", "amid", "since"})
PROOF = frozenset({"evidence", "proof"})
#: How far up a trigger looks for what it stands under.
MAX_STEPS = 6


def alleged(a: Analysis, lexicon: Lexicon, i: int) -> bool:
    """Whether a gerund or noun tells what somebody is said to have done: "accused of stealing", "charges of fraud".

    "The murder" has happened, whoever is arrested for it.
    """
    at = i
    if a.tokens[i].pos == "NOUN" and any(a.tokens[k].text.lower() == "the" for k in a.children[i]):
        return False
    if (charges := charges_with(a, i)) >= 0:
        return not _judged(a, lexicon, charges)
    for _ in range(MAX_STEPS):
        token = a.tokens[at]
        if (
            token.head == at
            or token.dep in {"nsubj", "nsubjpass", "relcl", "ccomp"}
            or (token.dep == "dobj" and at == i)
        ):
            return False
        if token.dep == "prep" and token.text.lower() in AFTER:
            return False  # "investigated the firm following two crashes"
        at = token.head
        lemma = a.tokens[at].lemma
        if is_verb(a, at):
            if lemma in lexicon.judging:
                return False
            if lemma in lexicon.accusing:
                return token.dep in {"prep", "dobj", "advcl", "xcomp"}
            if at != i and a.tokens[at].tag != "VBG":
                return False
        elif lemma in lexicon.accusing_nouns and token.dep == "prep" and token.text.lower() in {"of", "that", "over"}:
            return not _judged(a, lexicon, at)
    return False


def doubted(a: Analysis, lexicon: Lexicon, i: int) -> bool:
    """Whether somebody only claims it: "alleges that the firm stole", "is believed to have fled", "allegedly stole"."""
    verb = a.tokens[i]
    if any(a.tokens[k].text.lower() in lexicon.doubting_adverbs for k in a.children[i]):
        return True
    while verb.dep == "conj" and is_verb(a, verb.head):
        verb = a.tokens[verb.head]
    if verb.dep not in {"ccomp", "xcomp"} or not is_verb(a, verb.head):
        return False
    above, group = a.tokens[verb.head], verb_group(a, verb.head)
    unproven = any(
        a.tokens[k].text.lower() == "without" and any(a.tokens[p].lemma in PROOF for p in a.children[k])
        for k in a.children[verb.head]
    )
    if above.lemma in lexicon.doubting or (unproven and above.lemma in lexicon.say | lexicon.act):
        return not group.negated
    perfect = verb_group(a, verb.i)
    held = group.passive or (perfect.infinitive and perfect.perfect and above.tag in {"VBN", "VBD"})
    return above.lemma in {"believe", "think", "rumor", "rumour"} and held


def told_in_doubt(a: Analysis, lexicon: Lexicon, i: int) -> bool:
    """Whether what is claimed lies behind: not "claims that it will steal"."""
    group = verb_group(a, i)
    ahead = group.tense is Tense.FUTURE or group.modal or (group.tense is Tense.NONE and not group.perfect)
    return doubted(a, lexicon, i) and not ahead


def _judged(a: Analysis, lexicon: Lexicon, noun: int) -> bool:
    """Whether charges led to a sentence: "convicted on charges of fraud", "given years in a colony on charges of …"."""
    at = noun
    for _ in range(MAX_STEPS):
        if a.tokens[at].head == at:
            return False
        at = a.tokens[at].head
        if is_verb(a, at):
            return a.tokens[at].lemma in lexicon.judging
    return False

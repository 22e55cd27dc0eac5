"""What a clause that starts with "that" is worth: as much as the report, the rumour, the denial it stands under.

"Officials denied reports that he had resigned", "it is not true that …", "there is no evidence that …"; and whether it
is only asked: "did he resign?"
"""

from __future__ import annotations

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.extraction.events.verbs import Tense, is_verb, verb_group
from timeline_app.model import Factuality

#: Words with which a question asks for more than yes or no: "why did he resign?" takes it that he did.
ASKING = frozenset({"WP", "WP$", "WRB", "WDT"})
CLAUSES = frozenset({"ccomp", "acl", "relcl", "csubj"})


def of_content(a: Analysis, lexicon: Lexicon, i: int) -> Factuality | None:
    """What the clause of finite verb `i` takes over from what it stands under; None where that says nothing."""
    verb = a.tokens[i]
    while verb.dep == "conj" and is_verb(a, verb.head):
        verb = a.tokens[verb.head]
    if verb.dep not in CLAUSES:
        return Factuality.POSSIBLE if _is_asked(a, verb.i) else None
    if verb.dep == "ccomp" and is_verb(a, verb.head):
        return _under_verb(a, lexicon, verb.head)
    if a.tokens[verb.head].pos == "NOUN" and _is_content(a, verb.i):
        return _under_noun(a, lexicon, verb.head)
    return None


def rumoured(a: Analysis, lexicon: Lexicon, i: int) -> bool:
    """Whether verb `i` tells of what may lie behind: "rumours that the king had died"."""
    group = verb_group(a, i)
    return group.tense is Tense.PAST and not group.modal and of_content(a, lexicon, i) is Factuality.POSSIBLE


def _is_content(a: Analysis, i: int) -> bool:
    """Whether the clause says what the noun holds ("the report that he fled"), not which noun is meant."""
    marks = [a.tokens[k] for k in a.children[i] if a.tokens[k].text.lower() == "that"]
    return bool(marks) and all(mark.dep == "mark" for mark in marks)


def _under_verb(a: Analysis, lexicon: Lexicon, head: int) -> Factuality | None:
    above = a.tokens[head]
    if above.lemma == "deny":
        return Factuality.DENIED
    if above.lemma == "be":
        return _said_to_be(a, lexicon, head)
    if verb_group(a, head).negated and above.lemma in lexicon.vouching:
        return Factuality.POSSIBLE  # "has not confirmed that it bombed the airport"
    return None


def _said_to_be(a: Analysis, lexicon: Lexicon, be: int) -> Factuality | None:
    """In "it is not true that", "it is unlikely that"."""
    word = next((a.tokens[k].lemma.lower() for k in a.children[be] if a.tokens[k].dep in {"acomp", "attr"}), "")
    negated = verb_group(a, be).negated
    if word in lexicon.untrue:
        return None if negated else Factuality.DENIED
    if word in lexicon.unsure or (negated and word in lexicon.certain):
        return Factuality.POSSIBLE
    return Factuality.DENIED if negated and word in lexicon.true else None


def _under_noun(a: Analysis, lexicon: Lexicon, noun: int) -> Factuality | None:
    token = a.tokens[noun]
    lemma = token.lemma.lower()
    absent = any(a.tokens[k].text.lower() == "no" for k in a.children[noun])
    if lemma in lexicon.proofs:
        return Factuality.POSSIBLE if absent else None
    if lemma not in lexicon.rumours:
        return None
    above = token.head
    if absent:
        return Factuality.DENIED
    if is_verb(a, above):
        denied = a.tokens[above].lemma in lexicon.rebutting and token.dep in {"dobj", "nsubjpass"}
        if denied or (token.dep == "nsubj" and _said_to_be(a, lexicon, above) is Factuality.DENIED):
            return Factuality.DENIED
    return Factuality.POSSIBLE


def _is_asked(a: Analysis, i: int) -> bool:
    """Whether it is asked if it is so: "did Russia attack the port?"."""
    sentence = a.sentences[a.tokens[i].sentence]
    if a.tokens[i].dep != "ROOT" or not any(t.text == "?" for t in a.tokens[sentence.after - 2 : sentence.after]):
        return False
    words = a.words(sentence)
    if any(word.tag in ASKING for word in words):
        return False
    subjects = [k for k in a.children[i] if a.tokens[k].dep in {"nsubj", "nsubjpass"}]
    auxiliaries = [k for k in a.children[i] if a.tokens[k].dep in {"aux", "auxpass"}]
    return bool(subjects and auxiliaries) and min(auxiliaries) < min(subjects)

"""Where a parse shows that it took words for what they are not, or a phrase says nothing without what is dropped."""

from __future__ import annotations

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.verbs import SUBJECTS, verb_group

ARGUING = frozenset({"argue", "say", "think", "believe", "conclude", "insist", "assert", "contend"})


def argues_thing(a: Analysis, verb: int) -> bool:
    """Whether a verb of arguing has a thing for its object, which is the subject of a clause that was misread."""
    below = {a.tokens[k].dep for k in a.children[verb]}
    if a.tokens[verb].lemma not in ARGUING or "ccomp" in below or "dobj" not in below:
        return False
    known = lexicon().noun_family
    return not any(a.tokens[k].lemma.lower() in known for k in a.children[verb] if a.tokens[k].dep == "dobj")


def subject_of_next(a: Analysis, k: int) -> bool:
    """Whether a finite verb follows right behind an object, which was then no object: "said the bill will pass"."""
    told = [g for g in a.children[k] if a.tokens[g].dep == "acl" and a.tokens[g].tag in {"VBN", "VBD"}]
    told = [g for g in told if not any(a.tokens[s].dep in SUBJECTS for s in a.children[g])]
    if any(a.tokens[o].dep == "dobj" for g in told for o in a.children[g]):
        return True
    after = max(a.subtree(k)) + 1
    if a.tokens[k].dep != "dobj" or after >= len(a.tokens):
        return False
    finite = a.tokens[after].tag in {"MD", "VBZ", "VBP", "VBD"} and a.tokens[after].pos in {"AUX", "VERB"}
    return finite and not _has_subject_before(a, after, k)


def _has_subject_before(a: Analysis, i: int, k: int) -> bool:
    """Whether the verb at `i` has a subject before `k`: "the trial of men accused of killing a man will begin"."""
    verb = a.tokens[i].head if a.tokens[i].dep in {"aux", "auxpass"} else i
    return any(a.tokens[g].dep in SUBJECTS and g < k for g in a.children[verb])


def superlative_begun(a: Analysis, head: int) -> bool:
    """Whether it says too much without its clause: "the biggest leap we have taken"."""
    below = [a.tokens[k] for k in a.children[head]]
    return any(k.tag in {"JJS", "RBS"} for k in below) and any(k.dep == "relcl" for k in below)


def begun_by_clause(a: Analysis, head: int) -> bool:
    """Whether only a clause tells what it is: "for an act to boost the industry"."""
    before = [a.tokens[k].text.lower() for k in a.children[head] if k < head]
    return before in (["a"], ["an"]) and any(a.tokens[k].dep == "acl" and has_to(a, k) for k in a.children[head])


def has_to(a: Analysis, k: int) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(a.tokens[g].dep == "aux" and a.tokens[g].text.lower() == "to" for g in a.children[k])


def is_bare(a: Analysis, k: int) -> bool:
    """The "broker" of "helped broker a deal"."""
    return a.tokens[k].tag == "VB" and not any(a.tokens[g].tag == "MD" for g in a.children[k])


def misread(a: Analysis, verb: int) -> bool:
    """Whether a noun phrase right behind the verb was not taken for its object: "witness the mayor flip the switch"."""
    if verb + 1 >= len(a.tokens) or (a.children[verb] and a.children[verb][-1] > verb):
        return False
    alone = a.tokens[verb].lemma in lexicon().alone or verb_group(a, verb).passive
    if a.tokens[verb + 1].text == "," and not alone:
        return True
    return a.tokens[verb + 1].pos in {"DET", "NOUN", "PROPN", "ADJ", "NUM"} and a.tokens[verb + 1].head != verb


def finite(a: Analysis, verb: int) -> bool:
    """Whether a verb heads a clause of its own."""
    below = [a.tokens[k] for k in a.children[verb] if a.tokens[k].dep in {"aux", "auxpass"}]
    object_ = any(a.tokens[k].dep == "dobj" for k in a.children[verb])  # "abused" taken for a participle
    return a.tokens[verb].tag in {"VBD", "VBZ", "VBP", "MD", "VB"} or bool(below) or object_

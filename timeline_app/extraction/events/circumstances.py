"""What went on as something else was done: "as he arrived", "died extinguishing a fire"."""

from __future__ import annotations

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.grammar import charges_with
from timeline_app.extraction.events.lexicon import lexicon

WHILE = frozenset({"when", "as", "while"})
#: Families of verbs that befall somebody in the act.
DEADLY = frozenset({"die", "kill", "injure"})


def at_that_time(a: Analysis, i: int) -> bool:
    """Whether a clause tells what went on as the one above happened: "as he arrived", "visiting the wounded"."""
    token = a.tokens[i]
    if token.dep != "advcl":
        return False
    below = [a.tokens[k] for k in a.children[i]]
    if any(word.dep in {"advmod", "mark"} and word.text.lower() in WHILE for word in below):
        return True
    bare = token.tag == "VBG" and not any(word.dep in {"mark", "aux", "nsubj"} for word in below)
    return bare and charges_with(a, i) < 0


def as_it_was_done(a: Analysis, i: int) -> int:
    """The verb that a participle behind "with" tells more of: "stocks plunged, with oil falling 5 percent"; or -1."""
    token = a.tokens[i]
    if token.dep != "pcomp" or token.tag != "VBG" or a.tokens[token.head].text.lower() != "with":
        return -1
    return a.tokens[token.head].head


def in_the_act(a: Analysis, verb: int, k: int) -> bool:
    """What somebody was doing as he died: "a firefighter died extinguishing a fire"."""
    token = a.tokens[k]
    died = lexicon().verb_family.get(a.tokens[verb].lemma, "") in DEADLY
    return died and token.dep in {"advcl", "xcomp"} and token.tag == "VBG" and k == verb + 1

"""Set phrases that tell a happening though their verb says little: "went on strike", "ran aground", "gave way"."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.lexicon import Lexicon

#: How one word may hang on its verb.
BESIDE = frozenset({"dobj", "acomp", "advmod", "oprd", "prt", "attr", "xcomp", "ccomp", "dep", "advcl", "npadvmod"})


class Idiom(NamedTuple):
    """The family of a set phrase and its last word, which tells nothing by itself."""

    family: str
    word: int


def idiom_of(a: Analysis, lexicon: Lexicon, verb: int) -> Idiom | None:
    """The set phrase that verb `verb` begins; None where its words are meant as they are."""
    phrases = lexicon.idioms.get(a.tokens[verb].lemma)
    if phrases is None:
        return None
    for k in a.children[verb]:
        token = a.tokens[k]
        if k < verb:
            continue
        if token.dep in BESIDE and (family := phrases.get(token.lemma.lower())):
            return Idiom(family, k)
        if token.dep in {"prep", "prt", "advmod"}:
            for below in a.children[k]:
                if family := phrases.get(f"{token.text.lower()} {a.tokens[below].lemma.lower()}"):
                    return Idiom(family, below)
    return None

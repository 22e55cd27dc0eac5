"""What "the deal" or "the company" means: the name it was resolved to, or the fuller phrase that told it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.extraction.analysis import Analysis
from timeline_app.model import MentionForm

if TYPE_CHECKING:
    from timeline_app.extraction.events.participants import ActorIndex

POINTING = frozenset({"the", "this", "that", "these", "those"})
TELLING = frozenset({"amod", "compound", "prep", "nmod", "acl"})
#: Adjectives that make a phrase no fuller.
EMPTY = frozenset(
    "same other new last first next second third only recent latest previous such own further "
    "particular certain various several other possible similar different another many more".split()
)
#: Words that a name may have in small letters.
SMALL = frozenset("of the and for de la du von van der al el bin to in on at".split())
#: Sentences that are looked back.
FAR = 12
#: Nouns that stand for too many things.
ANY = frozenset("people man woman men women time day week month year number part group case way thing move".split())


def named_by(a: Analysis, index: ActorIndex, head: int) -> str:
    """The name of an actor that "the company" was resolved to; "" where it stands with more words, or nobody knows."""
    if not _is_bare_definite(a, head):
        return ""
    for mention in index.mentions_at(head):
        words = mention.passage.end - mention.passage.start
        whole = a.tokens[head].end == mention.passage.end and words <= len(a.tokens[head].text) + 6
        if mention.form is MentionForm.NOMINAL and whole:
            name = index.actors[mention.actor].name
            small = [word for word in name.split() if word.islower() and word not in SMALL]
            return "" if small else name
    return ""


def fuller(a: Analysis, head: int) -> int:
    """The head of the earlier phrase that tells what "the deal" is; -1 where there is none."""
    known = a.memo.get(("fuller", head))
    if not isinstance(known, int):
        known = a.memo["fuller", head] = _find(a, head) if _is_bare_definite(a, head) else -1
    return known


def _is_bare_definite(a: Analysis, head: int) -> bool:
    token = a.tokens[head]
    below = [a.tokens[k] for k in a.children[head] if a.tokens[k].dep != "punct"]
    return token.pos == "NOUN" and len(below) == 1 and below[0].text.lower() in POINTING


def _find(a: Analysis, head: int) -> int:
    token = a.tokens[head]
    if token.lemma.lower() in ANY:
        return -1
    first = a.sentences[max(token.sentence - FAR, 0)].first
    definite = -1
    for j in range(a.sentences[token.sentence].first - 1, first - 1, -1):
        other = a.tokens[j]
        if other.lemma != token.lemma or other.tag != token.tag or other.pos != "NOUN" or not _tells_more(a, j):
            continue
        determiners = {a.tokens[k].text.lower() for k in a.children[j] if a.tokens[k].dep == "det"}
        if not determiners & POINTING:
            return j
        definite = j if definite < 0 else definite
    return definite


def _tells_more(a: Analysis, i: int) -> bool:
    first = a.tokens[min(k for k in (i, *a.children[i]))]
    if first.dep in {"advmod", "predet"} or (first.pos == "ADJ" and a.tokens[first.i + 1].pos == "DET"):
        return False
    below = [a.tokens[k] for k in a.children[i] if a.tokens[k].dep in TELLING]
    return any(token.text.lower() not in EMPTY and token.entity not in {"DATE", "TIME"} for token in below)

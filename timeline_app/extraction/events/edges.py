"""What stands at the edges of a phrase and inside its words: dates, brackets, hyphens, commas."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis

TIMES = frozenset({"DATE", "TIME"})
#: "in order", "in addition": phrases that say nothing by themselves.
EMPTY_NOUNS = frozenset(
    "order case addition part turn response return fact time moment process meantime connection accordance line "
    "view light front terms support charge favor favour board occasion".split()
)
UNITS = frozenset("second minute hour day night week month year decade century".split())
NOT_LENGTHS = frozenset("ago last past next previous first coming recent later earlier age this these".split())


def is_date(a: Analysis, i: int) -> bool:
    """Whether a token heads a date, which stands beside the title; a length ("25 years") is none."""
    token = a.tokens[i]
    if re.fullmatch(r"\d{1,2}([.:]\d\d)?([ap]\.?m\.?)?", token.text) and any(
        a.tokens[k].text.lower() in {"a.m.", "p.m.", "am", "pm"} or ":" in token.text
        for k in (i, i + 1)
        if k < len(a.tokens)
    ):
        return True
    if token.entity not in TIMES:
        return re.fullmatch(r"\d{1,2}([.:]\d\d)?[ap]\.?m\.?", token.text) is not None
    words = [a.tokens[k] for k in a.children[i]]
    counted = any(k.pos == "NUM" or k.text.lower() in {"a", "an", "several", "many"} for k in words)
    length = token.lemma.lower() in UNITS and counted and not {k.text.lower() for k in words} & NOT_LENGTHS
    return not length


def says_nothing(a: Analysis, head: int) -> bool:
    """The "order" of "in order", which says nothing without what follows."""
    below = {a.tokens[k].dep for k in a.children[head]}
    if a.tokens[head].lemma.lower() in {"time", "moment", "day"} and "prep" not in below:
        return True
    return a.tokens[head].lemma.lower() in EMPTY_NOUNS and not below & {"prep", "amod", "compound", "poss"}


def outside_brackets(a: Analysis, tokens: list[int]) -> list[int]:
    """Tokens without those that stand in brackets inside the phrase."""
    kept, depth = [], 0
    wanted = set(tokens)
    for i in range(tokens[0], tokens[-1] + 1):
        depth += a.tokens[i].text == "("
        if i in wanted and not depth:
            kept.append(i)
        depth = max(depth - (a.tokens[i].text == ")"), 0)
    return kept or tokens


def whole_words(a: Analysis, tokens: Sequence[int]) -> list[int]:
    """Tokens with the rest of each word that a hyphen cut in two ("co", "-", "founder")."""
    whole = set(tokens)
    for i in tokens:
        at = i
        while _glued(a, at) and a.tokens[at + 1].text == "-" and _glued(a, at + 1):
            whole |= {at + 1, at + 2}
            at += 2
        at = i
        while at >= 2 and a.tokens[at - 1].text == "-" and _glued(a, at - 1) and _glued(a, at - 2):
            whole |= {at - 1, at - 2}
            at -= 2
    return sorted(whole)


def _glued(a: Analysis, i: int) -> bool:
    """Whether the next token follows without white space."""
    return i + 1 < len(a.tokens) and a.tokens[i].end == a.tokens[i + 1].start


def inner_mark(a: Analysis, i: int) -> bool:
    """Whether a mark stands inside a word or name."""
    text = a.tokens[i].text
    if text in {"/", "&"} or (text in {"’", "'"} and a.tokens[i].tag == "POS"):
        return True
    return text in {"-", "–", "’", "'"} and i > 0 and _glued(a, i - 1) and _glued(a, i)


def set_off(a: Analysis, k: int) -> bool:
    """Whether a comma or bracket stands before it: an afterthought."""
    first = min(a.subtree(k))
    marks = {",", "(", "—", "–", "--", ";", ":"}
    return a.tokens[first].text in marks or (first > 0 and a.tokens[first - 1].text in marks)

"""What parsers commonly get wrong in news, put right where the words leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Token

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mend(tokens: list[Token], first: int, after: int) -> None:
    """Mend the sentence of tokens [first, after) in place."""
    kids: dict[int, list[int]] = {}
    for token in tokens[first:after]:
        if token.head != token.i:
            kids.setdefault(token.head, []).append(token.i)
    for token in tokens[first:after]:
        if token.pos in {"VERB", "AUX"} and token.dep not in {"aux", "auxpass"}:
            subject = _fronted_subject(tokens, kids, token, first)
            if subject is not None:
                passive = any(tokens[k].dep == "auxpass" for k in kids.get(token.i, ()))
                dep = "nsubjpass" if passive else "nsubj"
                tokens[subject] = tokens[subject]._replace(head=token.i, dep=dep)


def _fronted_subject(tokens: Sequence[Token], kids: dict[int, list[int]], verb: Token, first: int) -> int | None:
    """The subject of a verb without one, hung on the phrase before it: "On Friday in Oslo, Ann Roy was fined"."""
    own = kids.get(verb.i, [])
    if any(tokens[k].dep in SUBJECT for k in own) or verb.dep not in {"ROOT", "ccomp", "conj"}:
        return None
    auxiliaries = [k for k in own if tokens[k].dep in {"aux", "auxpass"} and k < verb.i]
    opening = min(auxiliaries, default=verb.i)
    if tokens[opening].tag not in FINITE:
        return None
    for k in own:
        if tokens[k].dep == "prep" and k < opening and (k == first or tokens[k - 1].text in {",", "“", '"'}):
            for i in _below(kids, k):
                if _may_be_subject(tokens, kids, i, opening):
                    return i
    return None


def _may_be_subject(tokens: Sequence[Token], kids: dict[int, list[int]], i: int, opening: int) -> bool:
    """Whether a noun stands behind a comma, joined without a word to what is before, and reaches up to the verb."""
    token = tokens[i]
    if token.dep not in {"conj", "appos"} or token.pos not in {"NOUN", "PROPN"} or token.entity in {"DATE", "TIME"}:
        return False
    reach = [i, *_below(kids, i)]
    left, right = min(reach), max(k for k in reach if k < opening)
    behind = tokens[left - 1].text == "," and not any(tokens[k].dep == "cc" for k in kids.get(token.head, ()))
    between = [tokens[k].text for k in range(right + 1, opening)]
    return behind and all(text in {",", "”", '"', ")"} for text in between)


def _below(kids: dict[int, list[int]], i: int) -> list[int]:
    found, pending = [], list(kids.get(i, ()))
    while pending:
        at = pending.pop()
        found.append(at)
        pending.extend(kids.get(at, ()))
    return found

"""What parsers get wrong where clauses and things are joined, put right where the words leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Token

SUBJECT = frozenset({"nsubj", "nsubjpass"})
NOUNS = frozenset({"NOUN", "PROPN"})


def mend_joined(tokens: list[Token], token: Token, first: int, after: int) -> None:
    """Mend what one token of the sentence [first, after) shows, in place."""
    if token.tag == "VBD" and token.dep == "conj":
        _mend_sayer_s_deed(tokens, token.i, first, after)
    elif token.tag == "VBD" and token.dep == "relcl":
        _mend_verbless(tokens, token.i, first, after)
    elif token.tag == "VBN" and token.dep == "ccomp":
        _mend_list(tokens, token.i, first, after)


def _mend_sayer_s_deed(tokens: list[Token], deed: int, first: int, after: int) -> None:
    """In "the minister said the bridge would be closed, and visited the town" the minister visited it."""
    said = tokens[tokens[deed].head]
    sayer = tokens[said.head]
    if said.dep != "ccomp" or sayer.tag != "VBD" or not first <= sayer.i < said.i < deed:
        return
    below = _children(tokens, said.i, first, after)
    other_tense = said.tag == "VBG" or any(t.tag == "MD" for t in below)
    if other_tense and not any(t.dep in SUBJECT for t in _children(tokens, deed, first, after)):
        tokens[deed] = tokens[deed]._replace(head=sayer.i)


def _mend_verbless(tokens: list[Token], verb: int, first: int, after: int) -> None:
    """In "the craft containing samples from the asteroid Bennu arrived" the craft is what arrived."""
    thing = tokens[tokens[verb].head]
    names = [t for t in _children(tokens, verb, first, after) if t.dep in SUBJECT]
    root = next((t for t in tokens[first:after] if t.head == t.i), None)
    if root is None or root.pos not in NOUNS or len(names) != 1 or names[0].i != thing.i + 1:
        return
    inside = any(t.dep == "acl" and t.tag == "VBG" and root.i < t.i < thing.i for t in tokens[first:after])
    if names[0].pos != "PROPN" or not inside:
        return
    tokens[names[0].i] = names[0]._replace(head=thing.i, dep="appos")
    for t in _children(tokens, root.i, first, after):
        if (t.i < root.i and t.dep in {"prep", "npadvmod", "advmod", "punct"}) or t.i > verb:
            tokens[t.i] = t._replace(head=verb)
    tokens[verb] = tokens[verb]._replace(head=verb, dep="ROOT")
    tokens[root.i] = root._replace(head=verb, dep="nsubj")


def _mend_list(tokens: list[Token], participle: int, first: int, after: int) -> None:
    """In "found a door, a blade, and a boat labeled so" the boat is the last thing found."""
    verb = tokens[participle].head
    below = _children(tokens, participle, first, after)
    last = next((t for t in below if t.dep in SUBJECT and t.i < participle), None)
    if last is None or verb > last.i or any(t.dep in {"aux", "auxpass", "mark"} for t in below):
        return
    opening = min([last.i, *(t.i for t in _children(tokens, last.i, first, after))])
    joint = tokens[opening - 1]
    before = tokens[joint.head]
    if joint.dep != "cc" or before.dep != "conj" or tokens[before.head].dep != "dobj":
        return
    tokens[last.i] = last._replace(head=before.i, dep="conj")
    tokens[participle] = tokens[participle]._replace(head=last.i, dep="acl")


def _children(tokens: Sequence[Token], i: int, first: int, after: int) -> list[Token]:
    return [t for t in tokens[first:after] if t.head == i and t.i != i]

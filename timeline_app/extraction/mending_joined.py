"""What parsers get wrong where clauses and things are joined, put right where the words leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Token
from timeline_app.model.edtf import MONTH_NAMES

SUBJECT = frozenset({"nsubj", "nsubjpass"})
#: What follows "that" behind these is what they are.
CONTENT = frozenset({"fact", "notion", "possibility", "chance", "belief", "fear", "hope"})
MONTHS = frozenset(MONTH_NAMES)
NOUNS = frozenset({"NOUN", "PROPN"})


def mend_joined(tokens: list[Token], token: Token, first: int, after: int) -> None:
    """Mend what one token of the sentence [first, after) shows, in place."""
    if token.tag == "VBD" and token.dep == "conj":
        _mend_sayer_s_deed(tokens, token.i, first, after)
    elif token.tag == "VBN" and token.dep == "conj" and tokens[token.head].tag == "VBD":
        _mend_garden_path(tokens, token.i, first, after)
    elif token.tag == "VBD" and token.dep == "relcl":
        _mend_verbless(tokens, token.i, first, after)
    elif token.tag == "VBN" and token.dep == "ccomp":
        _mend_list(tokens, token.i, first, after)
    elif token.dep == "parataxis" and token.pos == "VERB" and token.i + 1 < after:
        _mend_interposed(tokens, token.i, first, after)
    elif token.dep == "cc" and tokens[token.head].pos in NOUNS:
        _mend_loose_joint(tokens, token.i, first, after)
    elif token.dep == "prep" and token.i > first and tokens[token.i - 1].text == ",":
        _mend_behind_aside(tokens, token.i, first)
    elif token.dep == "prep" and tokens[token.head].text in MONTHS and token.i + 1 < after:
        _mend_behind_date(tokens, token.i)
    elif token.text == "charge" and token.dep == "pobj" and tokens[token.i - 1].text == "in":
        _mend_in_charge(tokens, token.i - 1)
    elif token.text.lower() == "that" and token.dep == "dobj":
        _mend_content(tokens, token.i, first, after)


def _mend_interposed(tokens: list[Token], say: int, first: int, after: int) -> None:
    """In "Roy and staffers, the indictment said, shipped papers" they shipped them and hang on no saying."""
    deed = tokens[say].head
    if not say < deed or tokens[deed].pos != "VERB" or tokens[deed - 1].text != "," or tokens[say + 1].text != ",":
        return
    below = _children(tokens, say, first, after)
    subject = next((t for t in below if t.dep in {"nsubj", "nsubjpass"} and t.i < say), None)
    own = any(t.dep in {"nsubj", "nsubjpass"} for t in _children(tokens, deed, first, after))
    loose = [t for t in below if t.pos in {"NOUN", "PROPN"} and subject is not None and t.i < subject.i]
    if own or len(loose) != 1 or loose[0].dep in {"pobj", "nsubj"} or subject is None:
        return
    passive = any(t.dep == "auxpass" for t in _children(tokens, deed, first, after))
    tokens[loose[0].i] = loose[0]._replace(head=deed, dep="nsubjpass" if passive else "nsubj")


def _mend_garden_path(tokens: list[Token], verb: int, first: int, after: int) -> None:
    """In "emails exchanged among officials have been published" they were published, and had been exchanged."""
    early = tokens[tokens[verb].head]
    below = _children(tokens, verb, first, after)
    subject = next((t for t in _children(tokens, early.i, first, early.i) if t.dep == "nsubj"), None)
    passive = any(t.dep == "auxpass" for t in below) and not any(t.dep in SUBJECT for t in below)
    joined = any(t.dep == "cc" or t.text == "," for t in tokens[early.i : verb])
    acting = any(t.dep in {"dobj", "ccomp", "xcomp"} for t in _children(tokens, early.i, first, after))
    if early.head != early.i or subject is None or not passive or joined or acting:
        return
    tokens[verb] = tokens[verb]._replace(head=verb, dep="ROOT")
    tokens[subject.i] = subject._replace(head=verb, dep="nsubjpass")
    tokens[early.i] = early._replace(head=subject.i, dep="acl", tag="VBN")


def _mend_sayer_s_deed(tokens: list[Token], deed: int, first: int, after: int) -> None:
    """In "the minister said the bridge would be closed, and visited the town" the minister visited it."""
    said = tokens[tokens[deed].head]
    sayer = tokens[said.head]
    if said.dep != "ccomp" or sayer.tag != "VBD" or not first <= sayer.i < said.i < deed:
        return
    below = _children(tokens, said.i, first, after)
    had = any(t.dep == "aux" and t.text.lower() == "had" for t in below)
    other_tense = said.tag == "VBG" or had or any(t.tag == "MD" for t in below)
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


def _mend_loose_joint(tokens: list[Token], joint: int, first: int, after: int) -> None:
    """In "In a talk with a singer and actor Al Roe, Bea Fox said so" Al Roe is the other one talked with."""
    before = tokens[joint].head
    if any(t.dep == "conj" and t.i > joint for t in _children(tokens, before, first, after)):
        return
    named = next((t for t in tokens[joint + 1 : after] if t.dep in SUBJECT), None)
    if named is None or named.head < named.i:
        return
    below = _children(tokens, named.i, first, after)
    inside = all(_hangs_on(tokens, i, named.i) for i in range(joint + 1, named.i))
    second = next((t for t in below if t.dep == "conj" and t.i > named.i), None)
    comma = tokens[named.i + 1].text == ","
    if not inside or second is None or not comma or any(t.dep == "cc" for t in below):
        return
    tokens[second.i] = second._replace(head=named.head, dep=named.dep)
    tokens[named.i] = named._replace(head=before, dep="conj")


def _mend_behind_aside(tokens: list[Token], preposition: int, first: int) -> None:
    """In "took the hills, seen as vital, in the war" they were taken in the war."""
    aside = tokens[tokens[preposition].head]
    set_off = aside.i > first and tokens[aside.i - 1].text == "," and aside.i < preposition
    if aside.tag not in {"VBN", "VBG"} or aside.dep not in {"acl", "advcl"} or not set_off:
        return
    above = tokens[aside.head]
    while above.pos not in {"VERB", "AUX"} and above.head != above.i:
        above = tokens[above.head]
    if above.pos == "VERB" and above.i < aside.i:
        tokens[preposition] = tokens[preposition]._replace(head=above.i)


def _mend_behind_date(tokens: list[Token], preposition: int) -> None:
    """In "convicted in June 2021 of theft" he was convicted of it; "June of 2021" stays as it is."""
    word, month = tokens[preposition], tokens[tokens[preposition].head]
    follows = tokens[preposition + 1]
    in_the_date = follows.pos == "NUM" or follows.text in MONTHS or follows.text[0].isdigit()
    numbered = month.i < preposition - 1 and tokens[preposition - 1].text.isdigit()
    verb = tokens[tokens[month.head].head]
    if month.dep == "pobj" and numbered and not in_the_date and verb.pos == "VERB" and verb.i < month.i:
        tokens[preposition] = word._replace(head=verb.i)


def _mend_in_charge(tokens: list[Token], preposition: int) -> None:
    """In "left Maria Silva in charge" she was not left, but left so."""
    who = tokens[tokens[preposition].head]
    verb = tokens[who.head]
    if who.dep == "dobj" and verb.lemma in {"leave", "put", "place", "keep"} and who.i < preposition:
        tokens[preposition] = tokens[preposition]._replace(head=verb.i)


def _mend_content(tokens: list[Token], that: int, first: int, after: int) -> None:
    """What follows "the fact that" is the fact, and not done to it."""
    verb = tokens[tokens[that].head]
    own = any(t.dep in SUBJECT for t in _children(tokens, verb.i, first, after))
    if verb.dep == "relcl" and verb.head == that - 1 and own and tokens[that - 1].lemma in CONTENT:
        tokens[that] = tokens[that]._replace(dep="mark", tag="IN", pos="SCONJ")
        tokens[verb.i] = verb._replace(dep="acl")


def _hangs_on(tokens: Sequence[Token], i: int, head: int) -> bool:
    while i != head and tokens[i].head != i:
        i = tokens[i].head
    return i == head


def _children(tokens: Sequence[Token], i: int, first: int, after: int) -> list[Token]:
    return [t for t in tokens[first:after] if t.head == i and t.i != i]

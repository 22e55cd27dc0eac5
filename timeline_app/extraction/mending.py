"""What parsers commonly get wrong in news, put right where the words leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Token
from timeline_app.extraction.mending_joined import mend_joined
from timeline_app.extraction.mending_names import SUBJECT, mend_names

NEXT = frozenset({"following", "next", "same", "previous", "preceding"})
#: What people are counted by.
BEFALLEN = frozenset({"dead", "injured", "wounded", "missing", "killed", "hurt"})
#: What is said so behind what was found.
FINDING = frozenset({"found", "said", "heard", "ruled", "told"})
STATED = frozenset({"acl", "ccomp", "xcomp", "oprd", "acomp", "amod"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mend(tokens: list[Token], first: int, after: int) -> None:
    """Mend the sentence of tokens [first, after) in place; what would be no tree then is left as it was."""
    for step in (_mend_words, _mend_subjects):
        before = tokens[first:after]
        step(tokens, first, after)
        mended = any(token is not tokens[i] for i, token in enumerate(before, first))
        if mended and not is_tree(tokens, first, after):
            tokens[first:after] = before


def is_tree(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Whether every token of the sentence [first, after) hangs on a root of it, over however many others."""
    safe: set[int] = set()
    for token in tokens[first:after]:
        at, path = token.i, list[int]()
        while at not in safe and tokens[at].head != at:
            if not first <= at < after or len(path) > after - first:
                return False
            path.append(at)
            at = tokens[at].head
        safe.update((*path, at))
    return True


def _mend_words(tokens: list[Token], first: int, after: int) -> None:
    for token in tokens[first:after]:
        _mend_word(tokens, token, first, after)
        _mend_clause(tokens, token, first, after)
        mend_joined(tokens, tokens[token.i], first, after)
        mend_names(tokens, tokens[token.i], first, after)


def _mend_subjects(tokens: list[Token], first: int, after: int) -> None:
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


def _mend_word(tokens: list[Token], token: Token, first: int, after: int) -> None:
    """What is known by the word itself."""
    word = token.text.lower()
    if word in BEFALLEN:
        _mend_count(tokens, token.i, first, after)
    elif word == "but":
        _mend_all_but(tokens, token.i, first, after)


def _mend_clause(tokens: list[Token], token: Token, first: int, after: int) -> None:
    """What is known by the place that the parser gave it."""
    if token.dep == "prt" and any(t.dep == "pobj" and t.head == token.i for t in tokens[token.i : after]):
        tokens[token.i] = token._replace(dep="prep", pos="ADP", tag="IN")  # "capsized off the coast"
    elif token.dep == "acl" and token.tag in {"VBN", "VBD"}:
        _mend_reduced(tokens, token.i, first, after)
    elif token.tag == "VBN" and token.dep == "acomp":
        _mend_passive(tokens, token.i, first, after)
    elif token.tag == "VBN" and token.dep == "advcl" and token.text in FINDING:
        _mend_finding(tokens, token.i, first, after)
    elif token.dep == "relcl" and tokens[token.head].entity == "DATE":
        _mend_next_year(tokens, token.i, first, after)
    elif token.dep == "ccomp" and first < token.head < token.i:
        _mend_said_when(tokens, token.i)
        _mend_said_beside(tokens, token.i)


def _mend_count(tokens: list[Token], state: int, first: int, after: int) -> None:
    """The 222 of "reported on Sunday 222 dead", hung on the date before it, is who is dead."""
    count, before = tokens[state - 1], tokens[tokens[state - 1].head]
    acting = any(t.dep == "dobj" and t.head == state for t in tokens[state:after])  # "bombs on May 7 killed 25 people"
    if state <= first + 1 or count.pos != "NUM" or acting:
        return
    misplaced = count.dep == "nummod" and before.i < count.i and before.entity in {"DATE", "TIME", "GPE"}
    given = count.dep == "dobj" and tokens[state].head in {count.i, count.head} and tokens[state].dep in STATED
    given = given or (count.dep in {"npadvmod", "nummod"} and count.head == state)
    if given and tokens[state].head == count.i:
        tokens[state] = tokens[state]._replace(head=count.head, dep="ccomp")
    left = tokens[state].dep == "oprd" and tokens[tokens[state].head].lemma == "leave"
    if given and left:
        tokens[count.i] = count._replace(head=tokens[state].head, dep="dobj", entity="CARDINAL", entity_start=True)
    elif misplaced or given:
        tokens[count.i] = count._replace(head=state, dep="nsubj", entity="CARDINAL", entity_start=True)


def _mend_passive(tokens: list[Token], participle: int, first: int, after: int) -> None:
    """In "was exiled to the island" the participle is the verb, not what somebody was."""
    verb, be = tokens[participle], tokens[tokens[participle].head]
    if be.text.lower() not in {"was", "were"} or be.dep in {"aux", "auxpass"} or not be.i < participle:
        return
    follows = tokens[participle + 1].text.lower() if participle + 1 < after else ""
    if follows not in {"to", "by", "from", "on"}:
        return
    head = participle if be.head == be.i else be.head
    tokens[participle] = verb._replace(head=head, dep=be.dep, pos="VERB")
    for i in range(first, after):
        if tokens[i].head == be.i and i not in {be.i, participle}:
            dep = f"{tokens[i].dep}pass" if tokens[i].dep in {"nsubj", "csubj"} else tokens[i].dep
            tokens[i] = tokens[i]._replace(head=participle, dep=dep)
    tokens[be.i] = be._replace(head=participle, dep="auxpass", pos="AUX")


def _mend_finding(tokens: list[Token], verb: int, first: int, after: int) -> None:
    """In "the board had been warned, a committee found in 2022" it found that, and was not found."""
    below = {t.dep for t in tokens[first:after] if t.head == verb}
    if tokens[verb].head < verb and "nsubj" in below and not below & {"aux", "auxpass", "mark"}:
        tokens[verb] = tokens[verb]._replace(tag="VBD")


def _mend_next_year(tokens: list[Token], verb: int, first: int, after: int) -> None:
    """In "…; the following year its government signed" the year is of the signing, which hangs on what is before."""
    unit = tokens[tokens[verb].head]
    below = [t for t in tokens[first:after] if t.head == unit.i]
    relative = any(t.head == verb and t.tag in {"WDT", "WP", "WRB"} for t in tokens[first:after])
    if relative or unit.dep != "npadvmod" or not any(t.text.lower() in NEXT for t in below):
        return
    tokens[verb] = tokens[verb]._replace(head=unit.head, dep="conj")
    tokens[unit.i] = unit._replace(head=verb)


def _mend_reduced(tokens: list[Token], verb: int, first: int, after: int) -> None:
    """In "when a boat carrying migrants capsized" the boat capsized: a noun is no clause."""
    inner = tokens[tokens[tokens[verb].head].head]
    noun = tokens[inner.head]
    carried = tokens[tokens[verb].head].dep == "dobj" and inner.dep == "acl" and inner.tag == "VBG"
    if not carried or noun.dep != "advcl" or noun.pos not in {"NOUN", "PROPN"} or not noun.i < inner.i < verb:
        return
    tokens[verb] = tokens[verb]._replace(head=noun.head, dep="advcl", tag="VBD")
    tokens[noun.i] = noun._replace(head=verb, dep="nsubj")
    for i in range(first, after):
        if tokens[i].head == noun.i and tokens[i].dep in {"advmod", "mark"} and i < noun.i:
            tokens[i] = tokens[i]._replace(head=verb)


def _mend_said_when(tokens: list[Token], clause: int) -> None:
    """A date right behind the verb of saying is of the saying: "said on Wednesday it would buy the firm"."""
    say = tokens[clause].head
    at = say + 1
    if tokens[at].head != clause or tokens[at].dep not in {"prep", "npadvmod"}:
        return
    day = next((t for t in tokens[at : at + 3] if t.entity in {"DATE", "TIME"}), None)
    subjects = [t.i for t in tokens[at:clause] if t.head == clause and t.dep in SUBJECT]
    if day is not None and subjects and day.i < subjects[0] and tokens[subjects[0] - 1].text != ",":
        tokens[at] = tokens[at]._replace(head=say)


def _mend_said_beside(tokens: list[Token], clause: int) -> None:
    """In "the road flooded, with one man saying: “It is a river”" the man says it, and the road floods nothing."""
    above = tokens[clause].head
    colon = next((t.i for t in tokens[above:clause] if t.text == ":"), -1)
    saying = [
        t for t in tokens[above + 1 : max(colon, above + 1)] if t.tag == "VBG" and t.dep in {"acl", "advcl", "pcomp"}
    ]
    if colon > 0 and saying and not _hangs_below(tokens, saying[-1].i, clause):
        tokens[clause] = tokens[clause]._replace(head=saying[-1].i)


def _hangs_below(tokens: Sequence[Token], i: int, above: int) -> bool:
    """Whether a token hangs on another, however many stand between."""
    while tokens[i].head not in {i, above}:
        i = tokens[i].head
    return tokens[i].head == above


def _mend_all_but(tokens: list[Token], but: int, first: int, after: int) -> None:
    """In "naming all but ten", ten is what is named, with the words before it."""
    if not first < but < after - 1:
        return
    all_, count = tokens[but - 1], tokens[but + 1]
    if all_.text.lower() != "all" or count.pos != "NUM" or count.dep != "conj" or count.head != all_.i:
        return
    tokens[count.i] = count._replace(head=all_.head, dep=all_.dep)
    tokens[but] = tokens[but]._replace(head=count.i, dep="advmod", pos="ADV")
    tokens[all_.i] = all_._replace(head=count.i, dep="predet")


def _fronted_subject(tokens: Sequence[Token], kids: dict[int, list[int]], verb: Token, first: int) -> int | None:
    """The subject of a verb without one, hung on what is before it: "On Friday in Oslo, Ann Roy was fined"."""
    own = kids.get(verb.i, [])
    if any(tokens[k].dep in SUBJECT for k in own) or verb.dep not in {"ROOT", "ccomp", "conj"}:
        return None
    auxiliaries = [k for k in own if tokens[k].dep in {"aux", "auxpass"} and k < verb.i]
    opening = min(auxiliaries, default=verb.i)
    if tokens[opening].tag not in FINITE:
        return None
    for k in own:
        if tokens[k].dep not in {"prep", "advcl"} or not k < opening:
            continue
        edge = min([k, *_below(kids, k)]) if tokens[k].dep == "advcl" else k
        if edge == first or tokens[edge - 1].text in {",", "“", '"'}:
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
    behind = tokens[left - 1].text == "," and not _goes_on_a_list(tokens, kids, i)
    between = [tokens[k].text for k in range(right + 1, opening)]
    return behind and all(text in {",", "”", '"', ")"} for text in between)


def _goes_on_a_list(tokens: Sequence[Token], kids: dict[int, list[int]], i: int) -> bool:
    """Whether a noun is one of those joined by "and"; what follows "Russia and the US," at a comma is not."""
    beside = kids.get(tokens[i].head, ())
    words = [k for k in beside if tokens[k].dep == "cc"]
    others = [k for k in beside if tokens[k].dep == "conj" and k < i]
    return bool(words) and not any(words[-1] < other for other in others)


def _below(kids: dict[int, list[int]], i: int) -> list[int]:
    found, pending = [], list(kids.get(i, ()))
    while pending:
        at = pending.pop()
        found.append(at)
        pending.extend(kids.get(at, ()))
    return found

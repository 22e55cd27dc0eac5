"""How far a noun phrase reaches in a title: which of its modifiers stay, and which go first where room is short."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.edges import (
    EMPTY_NOUNS,
    TIMES,
    inner_mark,
    is_date,
    outside_brackets,
    says_nothing,
    set_off,
)
from timeline_app.extraction.events.lexicon import lexicon

#: Clauses and afterthoughts that no title keeps.
AFTERTHOUGHTS = frozenset({"relcl", "appos", "advcl", "ccomp", "csubj", "csubjpass", "parataxis", "intj", "meta"})
#: Prepositions that begin more than a phrase, or an example.
BEYOND = frozenset("including such because despite although since until due according like unlike besides".split())
#: Prepositions that tell where and when of it.
AROUND = frozenset("in at on after before during for by over amid near via through".split())
#: Words before a noun that say nothing alone.
IDLE = frozenset(
    "also just even still already only then now once reportedly allegedly apparently so-called quite rather "
    "very".split()
)
OBJECT_PRONOUNS = frozenset(
    "it them him her they he she this that which who whom himself herself itself themselves me us you".split()
)
#: "the third time", "a way": nouns that say nothing without what follows them.
BARE_NOUNS = frozenset(
    "time way reason thing place kind sort type form example means attempt effort right fact notion".split()
)
#: Nouns of which only what follows "of" is told.
AMOUNTS = frozenset(
    "number majority handful dozen couple lot % percent half third rest part pair group series set thousand hundred "
    "million piece member ministry department university bank office republic house court institute state end "
    "start".split()
)
#: Before a preposition these make another of it ("apart from"), or tie it to a verb further off ("partly to").
TURNS = frozenset(
    "apart away instead aside rather other based partly mainly largely mostly solely primarily due".split()
)
#: Tokens between a noun and a participle that still belongs to it.
FAR = 6
SCALES = frozenset({"bn", "m", "million", "billion", "trillion"})
OPEN_MARKS = frozenset({"(", "-lrb-", "[", ")", "-rrb-", "—", "–", "--"})


def reaches(
    a: Analysis,
    head: int,
    *,
    joined: bool = False,
    depth: int = 0,
    without: int = -1,
    until: int = -1,
    event: bool = False,
) -> list[list[int]]:
    """The tokens of a noun phrase, the fullest first; behind the head one modifier after another goes.

    What "of" adds stays, for the head says nothing without it. `joined`: with the phrases joined to it by "and".
    `without`: the verb that the title tells, with all below it. `until`: the head of a phrase joined to this one.
    `event`: of a happening, which no relative clause need explain.
    """
    key = (f"reaches {joined} {depth} {without} {until} {event}", head)
    known = a.memo.get(key)
    if not isinstance(known, list):
        known = a.memo[key] = _reaches(a, head, joined=joined, depth=depth, without=without, until=until, event=event)
    return known


def _reaches(
    a: Analysis, head: int, *, joined: bool, depth: int, without: int, until: int, event: bool
) -> list[list[int]]:
    left = [*_before(a, head), *(_score(a, head) if a.tokens[head].pos == "NUM" else [])]
    parts = [part for part in _behind(a, head, depth) if without not in part[0]]
    if event:
        parts = [part for part in parts if a.tokens[part[2]].tag not in {"WDT", "WP"}]
    if until > head:
        parts = [part for part in parts if part[2] < until]
    tail = _joined(a, head, depth) if joined else []
    needed = a.tokens[head].lemma.lower() in EMPTY_NOUNS | BARE_NOUNS
    amount = (
        depth == 0 or needed or a.tokens[head].lemma.lower() in AMOUNTS or a.tokens[head].tag in {"CD", "DT", "JJS"}
    )
    kept_with = {"than"} | ({"of"} if amount else set()) | (set() if depth else {"between"})
    least = 1 if parts and (needed or a.tokens[parts[0][2]].text.lower() in kept_with) else 0
    found: list[list[int]] = _bare_name(a, head) if depth else []
    for kept in range(len(parts), least - 1, -1):
        full = [i for part in parts[:kept] for i in part[0]]
        short = [i for part in parts[: kept - 1] for i in part[0]] + (parts[kept - 1][1] if kept else [])
        found += [[*left, *full], [*left, *short]]
    if tail:
        found = [[*reach, *tail] for reach in found]
    return _distinct(a, found)


def _distinct(a: Analysis, found: Sequence[list[int]]) -> list[list[int]]:
    unique = {tuple(outside_brackets(a, sorted(set(reach)))): None for reach in found}
    found = sorted((list(reach) for reach in unique), key=len, reverse=True)
    return [reach for reach in found if not _cuts_name(a, reach)] or found[:1]


def _cuts_name(a: Analysis, reach: Sequence[int]) -> bool:
    """Whether a phrase ends in the middle of a name: "the Freedom of Access" of an act with a longer name."""
    last = reach[-1]
    if (
        last + 1 >= len(a.tokens)
        or not a.tokens[last].entity
        or a.tokens[last].entity in {"DATE", "CARDINAL", "PERSON"}
    ):
        return False
    following = a.tokens[last + 1]
    return (
        following.entity == a.tokens[last].entity and not following.entity_start and following.pos in {"ADP", "CCONJ"}
    )


def _counts(a: Analysis, k: int) -> bool:
    """Whether an adverb before a noun belongs to a number or adjective behind it: "nearly all", "so far" does not."""
    return a.tokens[k + 1].pos in {"NUM", "DET", "ADJ", "SYM"} or a.tokens[k].text.lower() in {"only", "not"}


def _bare_name(a: Analysis, head: int) -> list[list[int]]:
    """The name of a person without the office before it."""
    bodies = any(a.tokens[k].entity in {"ORG", "GPE", "NORP"} and k < head for k in a.children[head])
    if a.tokens[head].entity != "PERSON" or bodies:
        return []
    return [[*(k for k in a.children[head] if k < head and a.tokens[k].entity == "PERSON"), head]]


def _before(a: Analysis, head: int) -> list[int]:
    """The head with what stands before it: numbers, adjectives, names, owners, but no dates."""
    found = [head]
    for k in a.children[head]:
        if k > head:
            continue
        token = a.tokens[k]
        if token.dep in AFTERTHOUGHTS | {"cc", "prep", "mark", "preconj", "nsubj"}:
            continue
        if token.dep == "punct" and not inner_mark(a, k) and token.text != ",":
            continue
        if token.dep == "advmod" and (token.text.lower() in IDLE or not _counts(a, k)):
            continue
        below = [i for i in a.subtree(k) if a.tokens[i].dep not in {"relcl", "appos"}]
        if token.dep == "poss" and token.entity in TIMES:
            continue
        found += [
            i for i in below if i < head and (a.tokens[i].pos != "PUNCT" or inner_mark(a, i) or a.tokens[i].text == ",")
        ]
    found = sorted(set(found))
    while found and a.tokens[found[0]].text == ",":
        found.pop(0)
    return [i for n, i in enumerate(found) if not (a.tokens[i].text == "," and _stray_comma(found, n))]


def _stray_comma(found: Sequence[int], n: int) -> bool:
    """A comma whose neighbours are not both kept, or before the head itself."""
    return n + 1 >= len(found) or found[n - 1] != found[n] - 1 or found[n + 1] != found[n] + 1


def _behind(a: Analysis, head: int, depth: int) -> list[tuple[list[int], list[int], int]]:
    """(all tokens, fewest tokens, first token) of each modifier behind the head, up to the first afterthought."""
    parts: list[tuple[list[int], list[int], int]] = []
    for k in a.children[head]:
        if k < head:
            continue
        token = a.tokens[k]
        if token.dep == "punct":
            if token.text.lower() in OPEN_MARKS or token.text == ",":
                continue
            if inner_mark(a, k) and not any(k in part[0] for part in parts):
                parts.append(([k], [k], k))
        elif token.dep == "prep" and not set_off(a, k) and not _is_of_another(a, head, k):
            forms = _prepositional(a, k, depth)
            if forms:
                parts.append((forms[0], forms[-1], k))
        elif token.dep == "appos" and k - 1 == head and not a.children[k] and token.pos != "PRON":
            parts.append(([k], [k], k))  # "the liner Titanic"
        elif _is_verbal(a, k) and not set_off(a, k) and depth < 2 and k - head <= FAR:
            tokens = _verbal(a, k) or _verbal(a, k, short=True)
            if tokens:
                parts.append((tokens, _verbal(a, k, short=True) or tokens, min(tokens)))
        elif token.dep in {"nummod", "amod", "nmod", "case", "npadvmod", "quantmod", "compound"}:
            if is_date(a, k) or set_off(a, k):
                continue
            below = [i for i in a.subtree(k) if a.tokens[i].pos != "PUNCT" or inner_mark(a, i)]
            below += _score(a, k) + (_sum_behind(a, k) if token.text == "worth" else [])
            parts.append((below, below, k))
        elif token.dep == "relcl" and not parts and not set_off(a, k) and depth < 2 and _indefinite(a, head):
            tokens, short = _relative(a, k), _relative(a, k, short=True)
            if tokens or short:
                parts.append((tokens or short, short or tokens, min(short or tokens)))
    return parts


def _is_of_another(a: Analysis, head: int, k: int) -> bool:
    """The "of Mars" of "a beep and image of Mars", which is not of the beep, whatever the parse hangs it on."""
    between = [g for g in a.children[head] if head < g < k and a.tokens[g].dep == "conj"]
    events = lexicon().noun_family
    return bool(between) and not any(a.tokens[i].lemma.lower() in events for i in (head, *between))


def _is_verbal(a: Analysis, k: int) -> bool:
    """Whether a participle or infinitive tells more of a noun: "a plan to build", "the first man to walk"."""
    below = [a.tokens[g] for g in a.children[k]]
    to = any(token.dep == "aux" and token.text.lower() == "to" for token in below)
    alone = not any(token.dep in {"nsubj", "nsubjpass", "mark"} or token.tag in {"WDT", "WP"} for token in below)
    return a.tokens[k].dep == "acl" or (a.tokens[k].dep == "relcl" and to and alone)


def _score(a: Analysis, k: int) -> list[int]:
    """The " – 0" of "beat South Korea 1 – 0"."""
    dashed = k + 2 < len(a.tokens) and a.tokens[k + 1].text in {"-", "–", "—", "--"}
    return [k + 1, k + 2] if dashed and a.tokens[k].pos == a.tokens[k + 2].pos == "NUM" else []


def _sum_behind(a: Analysis, k: int) -> list[int]:
    """The sum that "worth" needs, whatever the parse hangs it on."""
    found = []
    for i in range(k + 1, min(k + 6, len(a.tokens))):
        token = a.tokens[i]
        if not (token.entity == "MONEY" or token.tag == "$" or "$" in token.text or token.text.lower() in SCALES):
            break
        found.append(i)
    return found


def _indefinite(a: Analysis, head: int) -> bool:
    """Whether only a relative clause tells what it is: "an application that limits the volume"."""
    below = [a.tokens[k] for k in a.children[head] if k < head]
    return [token.text.lower() for token in below] in (["a"], ["an"])


def _relative(a: Analysis, k: int, *, short: bool = False) -> list[int]:
    """A relative clause behind a noun; `short`: without its phrases and participles."""
    found, pending = [], [k]
    while pending:
        at = pending.pop()
        token = a.tokens[at]
        if at != k and (token.dep in AFTERTHOUGHTS or is_date(a, at) or token.dep in {"conj", "cc", "punct"}):
            continue
        if at > k and (set_off(a, at) or (token.dep == "prep" and _dated(a, at))):
            continue
        if short and token.dep == "acl" and any(a.tokens[g].text == "the" for g in a.children[token.head]):
            return []  # "that limits the volume" asks which
        if short and at > k and token.dep in {"prep", "acl"}:
            continue
        if token.text.lower() in OBJECT_PRONOUNS - {"that", "which", "who", "whom"}:
            return []
        found.append(at)
        pending += a.children[at]
    subject = any(a.tokens[g].dep in {"nsubj", "nsubjpass"} for g in a.children[k])
    return sorted(found) if subject and len(found) <= 14 else []


def _prepositional(a: Analysis, k: int, depth: int) -> list[list[int]]:
    """The reaches of a prepositional phrase, none for those that go."""
    word = a.tokens[k].text.lower()
    if word in BEYOND or depth > 3 or (k and a.tokens[k - 1].text.lower() in TURNS):
        return []
    heads = [p for p in a.children[k] if a.tokens[p].dep == "pobj"]
    doing = [p for p in a.children[k] if a.tokens[p].dep == "pcomp"]
    inner = [p for p in a.children[k] if a.tokens[p].dep == "prep"]
    own = [p for p in a.children[k] if p < k and a.tokens[p].dep in {"advmod", "quantmod"} and p == k - 1]
    if heads:
        if is_date(a, heads[0]) or a.tokens[heads[0]].text.lower() in OBJECT_PRONOUNS or says_nothing(a, heads[0]):
            return []
        if word == "between":
            whole = reaches(a, heads[0], joined=True, depth=depth + 1)[:1]
            pair = any(a.tokens[p].text.lower() in {"the", "both", "two"} for p in a.children[heads[0]]) or any(
                a.tokens[i].dep == "cc" for i in whole[0]
            )
            return [[k, *whole[0]]] if pair else []
        begin = sorted([*own, k]) if a.tokens[k].text.lower() != "of" else [k]
        return [[*begin, *reach] for reach in reaches(a, heads[0], joined=True, depth=depth + 1)]
    if doing and a.tokens[doing[0]].tag == "VBG":
        tokens = _verbal(a, doing[0])
        return [[k, *tokens]] if tokens else []
    if inner:
        return [[k, *reach] for reach in _prepositional(a, inner[0], depth + 1)]
    return []


def _verbal(a: Analysis, k: int, *, short: bool = False) -> list[int]:
    """An infinitive or participle behind a noun, with its object and phrases: "plans to build a port in Ghana".

    `short`: without its phrases where it has an object or tells enough alone.
    """
    verb = a.tokens[k]
    to = any(a.tokens[g].dep == "aux" and a.tokens[g].text.lower() == "to" for g in a.children[k])
    if not (to or verb.tag in {"VBG", "VBN"}):
        return []
    enough = verb.lemma in lexicon().alone or any(a.tokens[g].dep == "dobj" for g in a.children[k])
    found, pending = [k], [(g, k) for g in a.children[k]]
    while pending:
        at, holder = pending.pop()
        token = a.tokens[at]
        if token.dep in AFTERTHOUGHTS - {"ccomp"} or is_date(a, at):
            continue
        if at > k and set_off(a, at) and token.dep not in {"conj"}:
            continue
        if token.pos == "PUNCT" and not inner_mark(a, at):
            continue
        if token.dep == "conj" and token.pos in {"VERB", "AUX"}:
            continue
        if token.dep == "cc" and any(
            a.tokens[g].pos in {"VERB", "AUX"} for g in a.children[holder] if a.tokens[g].dep == "conj"
        ):
            continue
        if token.dep == "prep" and (
            token.text.lower() in BEYOND or _dated(a, at) or (short and enough and token.text.lower() in AROUND)
        ):
            continue
        if token.text.lower() in OBJECT_PRONOUNS and token.dep in {"dobj", "pobj", "nsubj", "dative", "mark"}:
            return []
        found.append(at)
        pending += [(g, at) for g in a.children[at]]
    found.sort()
    if found == [k] and a.children[k] and a.children[k][-1] > k:
        return []  # "dating back to 1990"
    unsaid = found[-1] == k and k + 1 < len(a.tokens) and a.tokens[k + 1].pos in {"NOUN", "PROPN", "DET", "ADJ", "PRON"}
    return found if len(found) <= 14 and not unsaid else []


def _dated(a: Analysis, preposition: int) -> bool:
    return any(is_date(a, p) for p in a.children[preposition] if a.tokens[p].dep == "pobj")


def _joined(a: Analysis, head: int, depth: int) -> list[int]:
    """The last tokens of "murder and corruption": all phrases joined to the head, none where one is too much."""
    tail: list[int] = []
    for k in a.children[head]:
        token = a.tokens[k]
        if token.dep == "conj" and k > head:
            if token.pos in {"VERB", "AUX"}:
                return []
            between = [i for i in range(max(head, *tail, head) + 1, k) if a.tokens[i].head in {head, *tail}]
            marks = [i for i in between if a.tokens[i].dep == "cc" or a.tokens[i].text == ","]
            tail += [*marks, *reaches(a, k, joined=True, depth=depth + 1)[0]]
    return sorted(set(tail)) if len(tail) <= 9 else []

"""What follows the verb of a title: object, by-phrase, prepositions, infinitive, the words that were said."""

from __future__ import annotations

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.grammar import with_conjuncts
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.phrases import TIMES, phrase_words, spelled, spoken
from timeline_app.extraction.events.verbs import PARTICLES

OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "acomp"})
NEEDED = frozenset({"dobj", "xcomp", "attr", "acomp", "oprd"})
#: Room that an infinitive has at least.
LEAST_ROOM = 6
#: Fewer words of what is said say nothing.
LEAST_SAID = 3
#: Prepositions that a title can do without, or that begin more than a phrase.
LEFT_OUT = frozenset(
    "because despite although according since until before without like due".split(),
)


def tail_of(a: Analysis, index: ActorIndex, verb: int, *, budget: int) -> list[str]:
    """Object, then by-phrase, then the first prepositional phrases and infinitive, as long as words remain."""
    parts: list[str] = []
    left = budget
    for k in a.children[verb]:
        if k < verb or left <= 1 or _set_off(a, k):
            continue
        words = _part(a, index, k, left)
        if parts and words and words in parts[-1]:
            continue
        if words and len(words.split()) <= max(left, 4 if not parts else 0):
            parts.append(words)
            left -= len(words.split())
    return parts


def _set_off(a: Analysis, k: int) -> bool:
    """Whether a comma or bracket stands before it: an afterthought, not what the verb needs."""
    first = min(a.subtree(k))
    return first > 0 and a.tokens[first - 1].text in {",", "(", "—", "–", "--", ";", ":"}


def _part(a: Analysis, index: ActorIndex, k: int, left: int) -> str:
    token = a.tokens[k]
    if token.text.lower() == "it" and a.tokens[token.head].lemma == "make":
        return "it"  # "makes it to Mars"
    if token.dep in OBJECTS and token.pos != "ADP":
        return _fitting(a, index, k, left) if token.entity not in TIMES else ""
    if token.dep in {"prep", "agent", "dative"} and token.pos in {"ADP", "SCONJ"}:
        return _prepositional(a, index, k, left)
    if token.dep in {"xcomp", "ccomp"} and (token.tag == "VBG" or _has_to(a, k)):
        return _infinitive(a, index, k, left)
    if token.dep == "ccomp" and token.tag == "VBN":
        held = [g for g in a.children[k] if a.tokens[g].dep in {"nsubj", "nsubjpass"} and g < k]
        auxiliary = any(a.tokens[g].dep in {"aux", "auxpass"} for g in a.children[k])
        return f"{spoken(a, index, held)} {token.text}" if held and not auxiliary else ""
    return ""


def _fitting(a: Analysis, index: ActorIndex, head: int, left: int) -> str:
    """A phrase with all that is joined to it, else alone, else in few words, whichever there is room for."""
    heads = with_conjuncts(a, head)
    for chosen, limit in ((heads, 7), ([head], 7), ([head], 3)):
        words = spoken(a, index, chosen, limit=max(3, min(left, limit)))
        if len(words.split()) <= left:
            return words
    return words


def _only_begun(a: Analysis, head: int) -> bool:
    """The "attempt" of "in an attempt to win", which says nothing without what follows."""
    below = [a.tokens[k] for k in a.children[head]]
    if not below and a.tokens[head].lemma in {"order", "case", "addition", "part", "turn"}:
        return True
    return any(k.dep == "acl" for k in below) and not any(k.dep in {"prep", "amod", "compound", "poss"} for k in below)


def _is_turn(a: Analysis, k: int) -> bool:
    """The "away" of "put the phone away"."""
    token = a.tokens[k]
    return token.dep == "prt" or (token.dep == "advmod" and token.text.lower() in PARTICLES)


def _prepositional(a: Analysis, index: ActorIndex, k: int, left: int) -> str:
    word = a.tokens[k].text.lower()
    if word in LEFT_OUT:
        return ""
    if word == "as":
        said = [i for i in a.subtree(k) if i != k and a.tokens[i].pos != "PUNCT"]
        if said and a.tokens[said[-1]].pos == "ADJ" and len(said) <= 4:
            return f"as {spelled(a, index, said)}"
    heads = [p for p in a.children[k] if a.tokens[p].dep == "pobj"]
    doing = [p for p in a.children[k] if a.tokens[p].dep == "pcomp" and a.tokens[p].tag == "VBG"]
    if doing:
        words = _infinitive(a, index, doing[0], LEAST_ROOM)
        return f"{word} {words}" if words else ""
    if not heads:
        inner = [p for p in a.children[k] if a.tokens[p].dep == "prep"]
        more = _prepositional(a, index, inner[0], left) if inner else ""
        return f"{word} {more}" if more else ""
    if a.tokens[heads[0]].entity in TIMES or _only_begun(a, heads[0]):
        return ""
    words = _fitting(a, index, heads[0], max(left - 1, LEAST_ROOM))
    return f"{word} {words}" if words else ""


def _has_to(a: Analysis, k: int) -> bool:
    return any(a.tokens[g].dep == "aux" and a.tokens[g].text.lower() == "to" for g in a.children[k])


def _infinitive(a: Analysis, index: ActorIndex, k: int, left: int) -> str:
    """What is to be done ("to visit Japan"), with the person it is asked of where the parse has that below it."""
    words: list[str] = []
    for g in a.children[k]:
        if a.tokens[g].dep == "nsubj" and g < k:
            words.append(phrase_words(a, index, g))
    words += [a.tokens[g].text for g in a.children[k] if a.tokens[g].dep in {"aux", "auxpass"} and g < k]
    words.append(a.tokens[k].text)
    shared = [o for g in a.children[k] if a.tokens[g].dep == "conj" for o in a.children[g] if a.tokens[o].dep == "dobj"]
    if shared and not any(a.tokens[g].dep == "dobj" for g in a.children[k]):
        words.append(spoken(a, index, shared[:1], limit=max(3, left - len(words))))  # "remove and store the relics"
    missing = a.tokens[k].lemma == "be" and not any(a.tokens[g].dep in NEEDED for g in a.children[k])
    for g in a.children[k]:
        if g > k and not _set_off(a, g):
            more = a.tokens[g].text if _is_turn(a, g) else _part(a, index, g, left - len(words))
            fits = bool(more) and len(" ".join([*words, more]).split()) <= max(left, LEAST_ROOM)
            words += [more] if fits else []
            said = a.tokens[k].tag == "VBG" and a.tokens[g].dep == "ccomp"
            missing = missing or said or (not fits and a.tokens[g].dep in NEEDED)
    return "" if missing else " ".join(w for w in words if w)


def said_words(a: Analysis, index: ActorIndex, verb: int, budget: int, *, before: bool = True) -> list[str]:
    """What is said, thought or decided, as a clause of its own, as far as there is room for whole phrases.

    `before`: it may stand before the verb, as it does where somebody is quoted.
    """
    for k in a.children[verb]:
        if a.tokens[k].dep in {"ccomp", "parataxis"} and budget >= LEAST_SAID and (before or k > verb):
            words = _clause(a, index, k, budget)
            return [words] if len(words.split()) >= LEAST_SAID else []
    return []


def _clause(a: Analysis, index: ActorIndex, verb: int, budget: int) -> str:
    """Subject, verb group and object of a clause in its own words; more only where it fits as a whole."""
    pieces: list[tuple[int, str, bool]] = [(verb, a.tokens[verb].text, True)]
    for k in a.children[verb]:
        token = a.tokens[k]
        if token.dep in {"nsubj", "nsubjpass", "expl"}:
            text = spelled(a, index, [k]) if token.pos == "PRON" else spoken(a, index, with_conjuncts(a, k), limit=4)
            pieces.append((k, text, True))
        elif token.dep in {"aux", "auxpass", "neg", "prt"}:
            pieces.append((k, token.text, True))
        elif token.dep == "ccomp" and k > verb:
            pieces.append((k, _clause(a, index, k, budget - 3), True))
        elif k > verb and not _set_off(a, k):
            must = token.dep in {"dobj", "attr", "acomp"}
            pieces.append((k, _part(a, index, k, max(budget - 4, 3) if must else budget), must))
    needed = sum(len(text.split()) for _, text, must in pieces if must)
    if needed > budget:
        return ""
    left = budget - needed
    kept = []
    for _, text, must in sorted(pieces):
        if must or (text and len(text.split()) <= left):
            left -= 0 if must else len(text.split())
            kept.append(text)
    return " ".join(w for w in kept if w).replace(" n't", "n’t").replace(" n’t", "n’t")

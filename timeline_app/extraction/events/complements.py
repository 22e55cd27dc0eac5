"""What a verb needs behind it to be told, and the small pieces beside it: particles, measures, question words."""

from __future__ import annotations

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.edges import set_off
from timeline_app.extraction.events.modifiers import BEYOND, IDLE
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.phrases import phrase_forms
from timeline_app.extraction.events.pieces import Piece
from timeline_app.extraction.events.verbs import PARTICLES, SUBJECTS

OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "acomp"})
#: A verb with one of these is not told without it.
NEEDED = frozenset({"dobj", "xcomp", "ccomp", "attr", "acomp", "oprd"})
#: Prepositions that a title can do without.
LEFT_OUT = BEYOND
#: Verbs that say nothing without what "as" adds.
AS_VERBS = frozenset(
    "describe regard treat see hail portray characterize characterise depict list label rank serve function quote "
    "double".split()
)
#: Prepositions that most often belong to the verb.
CLOSE = frozenset({"to", "into", "of", "against"})
#: Prepositions of what happened around it.
LATER = frozenset({"after", "following", "amid", "during", "over"})
#: Before two joined phrases, of which one alone says nothing.
PAIRING = ("between ", "both ", "either ")
#: Verbs that say nothing without what "of" adds.
FROM_VERBS = frozenset("bar prevent prohibit deter discourage dissuade refrain stem".split())
IN_VERBS = frozenset("involve implicate culminate engage partake interest".split())
OF_VERBS = frozenset("accuse convict suspect acquit deprive rob inform remind consist dispose".split())
#: Verbs of two objects: to whom, and what.
GIVING = frozenset("give award offer send pay grant hand show tell teach lend deny cost promise owe sell name".split())
#: Adverbs that tell what the verb is about: "fell ill", "returned home".
STATES = frozenset(
    {
        "ill",
        "short",
        "asleep",
        "silent",
        "apart",
        "free",
        "home",
        "abroad",
        "alive",
        "overboard",
        "aground",
        "live",
        "public",
        "viral",
        "bust",
    }
)
COMPARATIVES = frozenset({"RBR", "JJR"})
#: Objects that tell only those who know whom they mean.
UNNAMED = frozenset({"him", "her", "it", "them"})
#: So deep clauses stand within one another.
DEEP = 3
PLACES = frozenset({"GPE", "LOC", "FAC"})


def turn(a: Analysis, verb: int, k: int) -> Piece | None:
    """The word that makes another verb of it, as in "close down", or says which way: "close lower"."""
    token = a.tokens[k]
    if token.dep == "prt" or (token.text.lower() in PARTICLES and k <= verb + 2):
        return Piece(k, (token.text,), 0 if token.dep == "prt" or k == verb + 1 else 1)
    manner = (
        k == verb + 1 and token.text.endswith("ly") and not any(a.tokens[g].dep in NEEDED for g in a.children[verb])
    )
    told = (token.tag in COMPARATIVES and k <= verb + 2) or (manner and token.text.lower() not in IDLE)
    state = token.text.lower() in STATES and k <= verb + 2
    return Piece(k, (token.text,), 0 if state else 1) if told or state else None


def measure(a: Analysis, index: ActorIndex, k: int) -> Piece | None:
    """By how much: "rose 15 pence"."""
    token = a.tokens[k]
    counted = token.pos == "NOUN" and a.tokens[k - 1].pos in {"NUM", "SYM"} and not token.entity
    if counted or token.entity in {"MONEY", "PERCENT", "QUANTITY", "CARDINAL"}:
        return Piece(k, tuple(phrase_forms(a, index, k)), 1)
    return None


def ends_here(a: Analysis, k: int) -> bool:
    """Whether nothing that a preposition could govern follows it: "the rights they fought for"."""
    return k + 1 == len(a.tokens) or a.tokens[k + 1].pos in {"ADP", "PUNCT"}


def beside_object(a: Analysis, verb: int, k: int) -> bool:
    """A quotation beside an object: "offered his condolences: …"."""
    marked = any(a.tokens[g].dep == "mark" for g in a.children[k])
    return not marked and any(a.tokens[g].dep == "dobj" for g in a.children[verb])


def second_object(a: Analysis, verb: int, k: int) -> bool:
    """An afterthought that was taken for an object: "signed an order, a promise of the campaign"."""
    before = any(a.tokens[g].dep == "dobj" for g in a.children[verb] if g < k)
    twice = a.tokens[k].dep == "dobj" and a.tokens[verb].lemma not in GIVING
    return before and (set_off(a, k) or twice)


def contracted(text: str) -> str:
    """The text with "do n't" and "it 's" written as one word again."""
    for short in ("n't", "n’t", "'s", "’s", "'ll", "’ll", "'ve", "’ve", "'re", "’re", "'m", "’m", "'d", "’d"):
        text = text.replace(f" {short} ", f"{short.replace(chr(39), '’')} ")
    return text


def asking(a: Analysis, verb: int) -> list[Piece]:
    """The "what", "how" or "whether" that a clause begins with, where it is not its subject."""
    first = min(a.subtree(verb))
    word = a.tokens[first]
    asks = word.tag in {"WP", "WDT", "WRB", "WP$"} and word.text.lower() not in {"that", "which"}
    bare = a.tokens[verb].tag == "VB" and not any(a.tokens[k].dep == "aux" for k in a.children[verb])
    wished = bare and word.text.lower() == "that" and word.dep == "mark"
    if (asks and word.dep not in SUBJECTS) or word.text.lower() in {"whether", "if"} or wished:
        return [Piece(first, (word.text.lower(),))]
    return []

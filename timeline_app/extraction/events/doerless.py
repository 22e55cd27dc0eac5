"""Titles of deeds of which nobody knows who did them: "Polonium and radium discovered", "Company to be sold"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.pieces import Piece
from timeline_app.extraction.events.predicates import verb_base
from timeline_app.model import Factuality

#: Their object is nothing that they are done to.
NO_PASSIVE = frozenset(
    "have become reach cost lack resemble contain leave enter join suffer face visit marry meet lose win say tell "
    "want hope vow pledge plan try attempt refuse decline fail seek need like love hate fear await".split()
)
#: What is somebody's own is not told without that somebody.
OWN = ("his ", "her ", "its ", "their ", "our ", "my ")


def participle_of(a: Analysis, verb: int) -> str:
    """The past participle of a verb: "taken", "discovered"."""
    token = a.tokens[verb]
    base = verb_base(a, verb)
    if token.tag == "VBN" or (token.tag == "VBD" and token.text.endswith("ed")):
        return token.text.lower()
    known = lexicon().participles.get(base)
    if known is not None:
        return known
    return f"{base}d" if base.endswith("e") else f"{base[:-1]}ied" if base.endswith("y") else f"{base}ed"


def without_doer(a: Analysis, verb: int, factuality: Factuality, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a title whose subject is the object; none where the verb or the object does not allow it."""
    done_to = next((piece for piece in pieces if piece.rank == 0 and _is_object(a, verb, piece)), None)
    own = done_to is not None and done_to.forms[0].lower().startswith(OWN)
    if done_to is None or own or a.tokens[verb].lemma in NO_PASSIVE or factuality is Factuality.POSSIBLE:
        return []
    form = {Factuality.PLANNED: "to be ", Factuality.DENIED: "not "}.get(factuality, "") + participle_of(a, verb)
    rest = [piece for piece in pieces if piece is not done_to]
    return [Piece(-1, done_to.forms), Piece(verb, (form,)), *rest]


def _is_object(a: Analysis, verb: int, piece: Piece) -> bool:
    if not 0 <= piece.at < len(a.tokens):
        return False
    token = a.tokens[piece.at]
    return bool(piece.forms) and token.dep == "dobj" and token.head == verb and token.pos in {"NOUN", "PROPN"}

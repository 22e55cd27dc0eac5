"""A name as it was found in the text, before it is known whose it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.extraction.analysis import Token
from timeline_app.model import ActorKind, MentionForm

_NO_LETTER = re.compile(r"[\W_]+")
DIRECTIONS = frozenset({"north", "south", "east", "west"})
KIND_OF_LABEL = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANIZATION,
    "NORP": ActorKind.GROUP,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
    "PRODUCT": ActorKind.OTHER,
    "WORK_OF_ART": ActorKind.OTHER,
    "EVENT": ActorKind.OTHER,
    "LAW": ActorKind.OTHER,
}


@dataclass(slots=True)
class Name:
    """Characters [start, end) and tokens [first, after) of one name; a person's own begins at token `core`.

    `words` are its telling words, without title, company form and mark of possession; `title` the title before them in
    small letters; `label` the model's; `known` the usual name where it is on the lists. `nested` marks a name inside a
    longer one, `role` is the title where it stands in small letters before the span. `words` may be fuller than the
    text ("Judith" of "Judith and Natalie Raanan"). `placed` says that the words around it make it a place, `firm` that
    a company's form was written with it, `given` that a first name opens it, `unlisted` that the article means another
    than the `known` one.
    """

    start: int
    end: int
    first: int
    after: int
    core: int
    sentence: int
    words: tuple[str, ...]
    label: str = ""
    kind: ActorKind | None = None
    title: str = ""
    known: str = ""
    form: MentionForm = MentionForm.NAME
    nested: bool = False
    role: str = ""
    placed: bool = False
    firm: bool = False
    given: bool = False
    unlisted: bool = False
    inferred: bool = False

    @property
    def key(self) -> str:
        """Its letters only, small and without gaps: "U.S." is "us", "Coca-Cola" is "cocacola"."""
        return squeeze("".join(self.words))


def nominal(tokens: Sequence[Token], first: int, after: int, *, title: str = "", inferred: bool = False) -> Name:
    """Tokens [first, after) as a phrase that names somebody by a common noun, which is its `title`."""
    start, end, form = tokens[first].start, tokens[after - 1].end, MentionForm.NOMINAL
    return Name(start, end, first, after, first, tokens[first].sentence, (), title=title, form=form, inferred=inferred)


def plain_letters(word: str) -> str:
    """A word in small letters without accents: "Danièle" is "daniele"."""
    lower = word.lower()
    if lower.isascii():
        return lower
    return "".join(letter for letter in unicodedata.normalize("NFD", lower) if not unicodedata.combining(letter))


def squeeze(words: str) -> str:
    """Letters and digits of some words in small letters without accents, all else left out."""
    return _NO_LETTER.sub("", plain_letters(words))

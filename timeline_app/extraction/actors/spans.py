"""A name as it was found in the text, before it is known whose it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline_app.model import ActorKind, MentionForm

_NO_LETTER = re.compile(r"[\W_]+")
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
    """Characters [start, end) and tokens [first, after) of one name.

    `words` are its telling words, without title, company form and mark of possession; `title` the title before them in
    small letters; `label` the model's; `known` the usual name where it is on the lists. `nested` marks a name inside a
    longer one, `weak` a run of capitals that nothing else vouches for, `shown` a name made fuller than it is written
    ("Judith" of "Judith and Natalie Raanan").
    """

    start: int
    end: int
    first: int
    after: int
    sentence: int
    words: tuple[str, ...]
    label: str = ""
    kind: ActorKind | None = None
    title: str = ""
    known: str = ""
    form: MentionForm = MentionForm.NAME
    nested: bool = False
    weak: bool = False
    inferred: bool = False

    @property
    def key(self) -> str:
        """Its letters only, small and without gaps: "U.S." is "us", "Coca-Cola" is "cocacola"."""
        return squeeze("".join(self.words))


def squeeze(words: str) -> str:
    """Letters and digits of some words in small letters, all else left out."""
    return _NO_LETTER.sub("", words).lower()

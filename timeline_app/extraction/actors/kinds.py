"""What sort of actor a name tells of: by its own words first, by the model where they say nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import KIND_OF_LABEL, Name, plain_letters
from timeline_app.model import ActorKind

#: A capital inside a word, as firms have it ("SpaceX"), not "McCain" or "DeSai".
_HUMP = re.compile(r"(?<!^Mc)(?<!^Mac)(?<!^De)(?<!^La)(?<!^Le)(?<!^Di)(?<!^Fitz)(?<=[a-z])[A-Z]")


#: A last word that is a product's number: "Boeing 787", "Airbus A380".
_MODEL = re.compile(r"(?:[A-Z]{1,3}-?\d{1,4}|\d{3})[A-Z]{0,2}s?$")


#: Labels that say little of initials and a surname: "AS Heagle".
_UNSURE = frozenset({"", "PERSON", "PRODUCT", "WORK_OF_ART"})


def kind_by_words(page: Page, words: Sequence[str], label: str, title: str) -> ActorKind | None:
    """The kind as title, ends and first names tell it, else the model's; None where nothing tells."""
    if title:
        return ActorKind.PERSON
    if not words:
        return None
    kind = _kind_by_ends(page, words, label) if len(words) > 1 else None
    if kind is not None:
        return kind
    if len(words) == 1 and words[0].lower() in page.lore.words["short_heads"] and label not in ("PERSON", "GPE"):
        return ActorKind.ORGANIZATION
    if _MODEL.match(words[-1]) and not words[-1].isdigit() and label != "PERSON":
        return ActorKind.OTHER
    if any(letter.isdigit() for letter in words[-1]) and label not in ("PERSON", "ORG", "GPE", "FAC"):
        return ActorKind.OTHER
    signed = len(words) == 1 and len(words[0]) > 1 and (words[0].isupper() or _HUMP.search(words[0]) is not None)
    if signed and label in ("", "PERSON"):
        return ActorKind.ORGANIZATION
    return KIND_OF_LABEL[label] if label else None


def _kind_by_ends(page: Page, words: Sequence[str], label: str) -> ActorKind | None:
    """The kind of a name of several words, by its first and last."""
    lists = page.lore.words
    first, last = words[0].lower(), words[-1].lower()
    if first in lists["organization_starts"] and words[1] in ("of", "for"):
        return ActorKind.ORGANIZATION
    if label not in ("PERSON", "GPE") and is_happening(page, words):
        return ActorKind.OTHER
    if last in lists["organization_heads"]:
        return ActorKind.ORGANIZATION
    if label not in ("PERSON", "GPE") and (_MODEL.match(words[-1]) or _MODEL.match(words[0])):
        return ActorKind.OTHER  # "Boeing 787", "787 Dreamliner"
    if first in ("uss", "hms", "hmc", "ss", "mv", "rms"):
        return ActorKind.OTHER
    if last in lists["sure_place_heads"]:
        return ActorKind.PLACE
    if (last in lists["place_heads"] or first in ("lake", "mount", "cape")) and label != "PERSON":
        return ActorKind.PLACE
    if words[0].isupper() and len(words[0]) == 2 and len(words) == 2 and words[1].istitle() and label in _UNSURE:
        return ActorKind.PERSON
    if plain_letters(first) in page.lore.genders and label != "GPE" and all(word[0].isupper() for word in words[1:]):
        return ActorKind.PERSON
    return None


def is_happening(page: Page, words: Sequence[str]) -> bool:
    """Whether the words name a work, a happening, a prize or a law by their last one."""
    return len(words) > 1 and page.lore.has("other_heads", words[-1])


def kind_of(names: Sequence[Name]) -> ActorKind:
    """The kind most of an actor's names tell; those on the lists count most, then titles and full names."""
    if len(names) == 1 and not names[0].placed and not names[0].firm:
        return names[0].kind or ActorKind.OTHER
    if any(name.firm for name in names) and not any(name.title for name in names):
        return ActorKind.ORGANIZATION
    votes: Counter[ActorKind] = Counter()
    for name in names:
        if name.kind is not None:
            votes[name.kind] += _weight(name)
        if name.placed and not name.title and len(name.words) < 3:
            votes[ActorKind.PLACE] += 3
    if any(name.given and len(name.words) > 1 for name in names):
        # Who has a first name in one place is no firm where the surname stands alone.
        votes[ActorKind.PERSON] += sum(_weight(name) for name in names if len(name.words) == 1 and not name.known)
    if not votes:
        return ActorKind.OTHER
    return max(votes, key=lambda kind: (votes[kind], -list(ActorKind).index(kind)))


def _weight(name: Name) -> int:
    if name.known and not name.unlisted:
        return 8
    if name.title or (name.given and len(name.words) > 1):
        return 4
    return 2 if len(name.words) > 1 else 1

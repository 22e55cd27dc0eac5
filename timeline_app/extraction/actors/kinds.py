"""What sort of actor a name tells of: by its own words first, by the model where they say nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import KIND_OF_LABEL, Name
from timeline_app.model import ActorKind


def kind_by_words(page: Page, words: Sequence[str], label: str, title: str) -> ActorKind | None:
    """The kind as title, ends and first names tell it, else the model's; None where nothing tells."""
    if title:
        return ActorKind.PERSON
    if not words:
        return None
    kind = _kind_by_ends(page, words, label) if len(words) > 1 else None
    if kind is not None:
        return kind
    if any(letter.isdigit() for letter in words[-1]) and label not in ("PERSON", "ORG", "GPE", "FAC"):
        return ActorKind.OTHER
    if label:
        return KIND_OF_LABEL[label]
    return ActorKind.ORGANIZATION if len(words) == 1 and len(words[0]) > 1 and words[0].isupper() else None


def _kind_by_ends(page: Page, words: Sequence[str], label: str) -> ActorKind | None:
    """The kind of a name of several words, by its first and last."""
    lists = page.lore.words
    first, last = words[0].lower(), words[-1].lower()
    if label not in ("PERSON", "GPE") and is_happening(page, words):
        return ActorKind.OTHER
    if last in lists["organization_heads"] or (first in lists["organization_starts"] and words[1] in ("of", "for")):
        return ActorKind.ORGANIZATION
    if (last in lists["place_heads"] or first in ("lake", "mount", "cape")) and label != "PERSON":
        return ActorKind.PLACE
    if first in page.lore.genders and label != "GPE" and all(word[0].isupper() for word in words[1:]):
        return ActorKind.PERSON
    return None


def is_happening(page: Page, words: Sequence[str]) -> bool:
    """Whether the words name a work, a happening, a prize or a law by their last one."""
    return len(words) > 1 and page.lore.has("other_heads", words[-1])


def kind_of(names: Sequence[Name]) -> ActorKind:
    """The kind most of an actor's names tell; those on the lists and those with a title count most."""
    votes: Counter[ActorKind] = Counter()
    for name in names:
        if name.kind is not None:
            votes[name.kind] += 8 if name.known else 4 if name.title else 2 if len(name.words) > 1 else 1
    if not votes:
        return ActorKind.OTHER
    return max(votes, key=lambda kind: (votes[kind], -list(ActorKind).index(kind)))

"""Which actors of different articles are the same: as within one article, but with more care."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_app.extraction.actors.lore import Lore, english_lore
from timeline_app.extraction.actors.spans import squeeze
from timeline_app.model import Actor, ActorKind

_ACTING = (ActorKind.ORGANIZATION, ActorKind.GROUP, ActorKind.OTHER)


def join_actors(known: Sequence[Actor], new: Sequence[Actor]) -> dict[str, str]:
    """Id of a new actor → id of the known one it is. Pure; of several that fit, the first known one is taken.

    Actors are one when their usual names or their full names are the same, or a long name and its acronym, both of
    them written in one of the two articles. A bare surname or first name never joins two articles: "Brown" in one and
    "Gordon Brown" in the other may be strangers.
    """
    lore = english_lore()
    by_key: dict[str, str] = {}
    kinds: dict[str, ActorKind] = {actor.id: actor.kind for actor in known}
    for actor in known:
        for key in actor_keys(actor, lore):
            by_key.setdefault(key, actor.id)
    found: dict[str, str] = {}
    for actor in new:
        for key in actor_keys(actor, lore):
            match = by_key.get(key)
            if match is not None and _compatible(kinds[match], actor.kind, key):
                found[actor.id] = match
                break
    return found


def actor_keys(actor: Actor, lore: Lore | None = None) -> tuple[str, ...]:
    """What an actor may be known by beyond its own article, the surest first; empty for a bare surname."""
    return tuple(dict.fromkeys(_keys(actor, lore or english_lore())))


def _keys(actor: Actor, lore: Lore) -> Iterator[str]:
    if actor.name in lore.known:
        yield f"={lore.known[actor.name].name}"
    if actor.kind is ActorKind.PERSON:
        for name in actor.names:
            words = _person_words(name, lore)
            if len(words) > 1:
                yield "p:" + squeeze("".join(words))
                yield "p:" + squeeze(words[0] + words[-1])
        return
    yield "n:" + squeeze(_without_form(actor.name, lore))
    for name in actor.aliases:
        bare = _without_form(name, lore)
        if name in lore.known:
            yield f"={lore.known[name].name}"
        elif actor.kind in _ACTING and (" " in bare or bare.isupper()):
            yield "n:" + squeeze(bare)


def _person_words(name: str, lore: Lore) -> list[str]:
    """The words of a person's name without title, "Jr." and middle initials."""
    words = name.split()
    while len(words) > 1 and words[-1].lower().strip(",") in lore.words["generations"]:
        words.pop()
    while len(words) > 1 and words[0].lower().rstrip(".") in lore.words["titles"]:
        words.pop(0)
    inner = [word for word in words[1:-1] if len(squeeze(word)) > 1]
    return [words[0], *inner, words[-1]] if len(words) > 1 else words


def _without_form(name: str, lore: Lore) -> str:
    words = name.replace(",", " ").split()
    while len(words) > 1 and words[-1].lower().rstrip(".") in lore.words["company_forms"]:
        words.pop()
    return " ".join(words)


def _compatible(one: ActorKind, other: ActorKind, key: str) -> bool:
    """Whether two kinds may be one actor: the reader may call a firm a group, but hardly a person a firm."""
    return key.startswith("=") or (one is ActorKind.PERSON) == (other is ActorKind.PERSON)

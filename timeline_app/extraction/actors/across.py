"""Which actors of different articles are the same: as within one article, but with more care."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from timeline_app.extraction.actors.bodies import body_key, land_of
from timeline_app.extraction.actors.lore import Lore, english_lore
from timeline_app.extraction.actors.spans import plain_letters, squeeze
from timeline_app.model import Actor, ActorKind

_ACTING = (ActorKind.ORGANIZATION, ActorKind.GROUP, ActorKind.OTHER)
_LANDS = (ActorKind.STATE, ActorKind.PLACE)
#: A firm's name of more words than this is told apart by its last one.
LONGEST_CORE = 2


def join_actors(known: Sequence[Actor], new: Sequence[Actor]) -> dict[str, str]:
    """Id of a new actor → id of the known one it is. Pure; of several that fit, the first known one is taken.

    Actors are one when their usual names or their full names are the same, a long name and its acronym, both of them
    written in one of the two articles, or a firm's name with and without its head ("Apple Computer", "Apple Inc.").
    A bare surname or first name joins nobody here: "Brown" in one article and "Gordon Brown" in another may be
    strangers; `only_bearer` says who is meant where articles have to do with one another.
    """
    lore = english_lore()
    by_key: dict[str, list[Actor]] = {}
    for actor in known:
        for key in actor_keys(actor, lore):
            by_key.setdefault(key, []).append(actor)
    found: dict[str, str] = {}
    for actor in new:
        fitting = (
            other.id
            for key in actor_keys(actor, lore)
            for other in by_key.get(key, ())
            if may_be_one(other, actor, key)
        )
        match = next(fitting, None)
        if match is not None:
            found[actor.id] = match
    return found


def actor_keys(actor: Actor, lore: Lore | None = None) -> tuple[str, ...]:
    """What an actor may be known by beyond its own article, the surest first; empty for a bare surname."""
    return tuple(dict.fromkeys(_keys(actor, lore or english_lore())))


def may_be_one(one: Actor, other: Actor, key: str) -> bool:
    """Whether two actors who share a key are one, as far as their names and kinds tell.

    A reader may call a firm a group, but hardly a person a firm. "Delta Air Lines" is no "Delta Industries", John Smith
    Jr. no John Smith Sr., George W. Bush no George H. W. Bush.
    """
    if key.startswith("="):
        return True
    lore = english_lore()
    if key.startswith("o:"):
        heads = [_heads(actor, lore) for actor in (one, other)]
        same_kind = one.kind is other.kind is ActorKind.ORGANIZATION
        return same_kind and not (all(heads) and heads[0].isdisjoint(heads[1]))
    if (one.kind is ActorKind.PERSON) != (other.kind is ActorKind.PERSON):
        return False
    if (one.kind in _LANDS) != (other.kind in _LANDS):
        # A reader may take a firm for a place, but "VT Group" is not "Vt.".
        return not {squeeze(name) for name in one.names}.isdisjoint(squeeze(name) for name in other.names)
    return one.kind is not ActorKind.PERSON or not _are_two_persons(one, other, lore)


def bare_surname(actor: Actor) -> str:
    """The surname that is all an article tells of a person's name, in small letters; "" for any other actor."""
    lore = english_lore()
    if actor.kind is not ActorKind.PERSON or any(len(_person_words(name, lore)) > 1 for name in actor.names):
        return ""
    word = _person_words(actor.name, lore)[0]
    given = plain_letters(word) in lore.genders
    return "" if given or word in lore.known or len(word) < 3 else squeeze(word)


def surname(actor: Actor) -> str:
    """The surname of a person who is named in full, in small letters; "" for any other actor."""
    words = _person_words(actor.name, english_lore())
    return squeeze(words[-1]) if actor.kind is ActorKind.PERSON and len(words) > 1 else ""


def only_bearer(bare: Actor, persons: Iterable[Actor]) -> Actor | None:
    """The one person of those given who is named in full and bears a surname that stands alone; None if several do."""
    wanted = bare_surname(bare)
    bearers = {actor.id: actor for actor in persons if wanted and surname(actor) == wanted}
    return next(iter(bearers.values())) if len(bearers) == 1 else None


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
            # "Athens" is told of Greece where it decides; elsewhere it is a city.
            if lore.known[name].kind is not ActorKind.PLACE or actor.kind is ActorKind.PLACE:
                yield f"={lore.known[name].name}"
        elif actor.kind in _ACTING and (" " in bare or bare.isupper()):
            yield "n:" + squeeze(bare)
    if actor.kind is ActorKind.ORGANIZATION:
        yield from _organization_keys(actor.name, lore)


def _organization_keys(name: str, lore: Lore) -> Iterator[str]:
    """A department whichever way it is written, with its land; a firm's name without its head."""
    words = tuple(_without_form(name, lore).split())
    body = body_key(words, lore) if words else ""
    if body:
        yield f"b:{land_of(words, lore)}:{body}"
        return
    core = _core(words, lore)
    if core and len(core) <= LONGEST_CORE and _tells_enough(core, lore):
        yield "o:" + squeeze("".join(core))


def _core(words: tuple[str, ...], lore: Lore) -> tuple[str, ...]:
    end = len(words)
    while end > 1 and words[end - 1].lower() in lore.words["left_out_heads"]:
        end -= 1
    return words[:end]


def _tells_enough(core: tuple[str, ...], lore: Lore) -> bool:
    """Whether a firm's name is a name of its own without its head: "Apple", not "Singapore" nor "General"."""
    name = " ".join(core)
    entry = lore.known.get(name)
    if name in lore.people or (entry is not None and entry.kind in (ActorKind.STATE, ActorKind.PLACE)):
        return False
    word = core[0].lower()
    tables = ("titles", "title_parts", "common", "no_names", "organization_heads")
    return len(core) > 1 or (len(word) > 2 and not any(word in lore.words[table] for table in tables))


def _heads(actor: Actor, lore: Lore) -> set[str]:
    """The heads by which a firm's names differ from its core."""
    heads: set[str] = set()
    for name in actor.names:
        words = tuple(_without_form(name, lore).split())
        heads.update(word.lower() for word in words[len(_core(words, lore)) :])
    return heads


def _are_two_persons(one: Actor, other: Actor, lore: Lore) -> bool:
    """Whether "Jr." and "Sr.", or middle names that begin otherwise, tell two persons apart."""
    generations = [{_generation(name, lore) for name in actor.names} - {""} for actor in (one, other)]
    if all(generations) and generations[0].isdisjoint(generations[1]):
        return True
    middles = [_middles(actor, lore) for actor in (one, other)]
    return all(middles) and middles[0].isdisjoint(middles[1])


def _generation(name: str, lore: Lore) -> str:
    last = name.strip().rpartition(" ")[2].lower().strip(",.")
    return {"junior": "jr", "senior": "sr"}.get(last, last) if last in lore.words["generations"] else ""


def _middles(actor: Actor, lore: Lore) -> set[str]:
    """The first letters of the word behind the first name, in names of three words or more."""
    named = (_person_words(name, lore, initials=True) for name in actor.names)
    return {squeeze(words[1])[:1] for words in named if len(words) > 2}


def _person_words(name: str, lore: Lore, *, initials: bool = False) -> list[str]:
    """The words of a person's name without title and "Jr.", and without middle initials unless they are asked for."""
    words = name.split()
    while len(words) > 1 and words[-1].lower().strip(",") in lore.words["generations"]:
        words.pop()
    while len(words) > 1 and words[0].lower().rstrip(".") in lore.words["titles"]:
        words.pop(0)
    inner = [word for word in words[1:-1] if initials or len(squeeze(word)) > 1]
    return [words[0], *inner, words[-1]] if len(words) > 1 else words


def _without_form(name: str, lore: Lore) -> str:
    words = name.replace(",", " ").split()
    while len(words) > 1 and words[-1].lower().rstrip(".") in lore.words["company_forms"]:
        words.pop()
    return " ".join(words)

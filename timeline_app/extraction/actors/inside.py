"""Names that the article also uses alone, found again inside longer ones: "Irving" in "Irving Police Department"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import Name, plain_letters
from timeline_app.model import ActorKind

_PLACES = (ActorKind.PLACE, ActorKind.STATE)


#: Ends of places and bodies that are mostly called by their town: "Volgograd Arena".
_TOWN_BEFORE = frozenset({"stadium", "arena", "airport"})
#: Bodies whose town or land stands after "of": "Municipality of Livorno", "University of Sheffield".
_TOWN_AFTER = frozenset({"municipality", "city", "town", "county", "port", "university", "province", "mayor"})


def towns_inside(page: Page, names: list[Name]) -> Iterator[Name]:
    """Places that no list knows inside names that are made with a place's: "Livorno", "Volgograd"."""
    covered = {i for name in names if name.nested for i in range(name.first, name.after)}
    for name in names:
        if name.nested or name.known or name.kind in (None, ActorKind.PERSON, ActorKind.OTHER):
            continue
        first, after = _town(page, name)
        if first < after and covered.isdisjoint(range(first, after)):
            start, end = page.tokens[first].start, page.tokens[after - 1].end
            words = tuple(token.text for token in page.tokens[first:after])
            yield Name(start, end, first, after, first, name.sentence, words, "GPE", ActorKind.PLACE, nested=True)


def _town(page: Page, name: Name) -> tuple[int, int]:
    """The tokens of the town in a name; an empty stretch where there is none."""
    words = [token.text for token in page.tokens[name.first : name.after]]
    lower = [word.lower() for word in words]
    if lower[-1] in _TOWN_BEFORE and plain_letters(words[0]) not in page.lore.genders:
        end = name.after - (2 if lower[-2:-1] == ["international"] else 1)
        return (name.first, end) if end - name.first < 3 else (0, 0)
    if lower[0] in _TOWN_AFTER and len(words) in (3, 4) and lower[1] == "of" and words[2][0].isupper():
        return name.first + 2, name.after
    return 0, 0


def own_names_inside(page: Page, names: list[Name]) -> Iterator[Name]:
    """Places inside organisations and places, organisations inside works and products ("Google Science Fair")."""
    taken = {(name.start, name.end) for name in names if name.nested}
    covered = {i for name in names if name.nested for i in range(name.first, name.after)}
    seen = (name for name in names if len(name.words) == 1 and not name.nested and (name.label or name.placed))
    alone = {name.words[0]: name for name in seen}
    for name in names:
        if name.nested or name.after - name.first < 2 or name.known or (name.kind is ActorKind.PERSON):
            continue
        for i in range(name.first, name.after):
            token = page.tokens[i]
            own = alone.get(token.text)
            if own is None or i in covered or (token.start, token.end) in taken or not own.words:
                continue
            if (
                own.kind in _PLACES
                or own.placed
                or (own.kind is ActorKind.ORGANIZATION and name.kind is ActorKind.OTHER)
            ):
                yield Name(
                    token.start, token.end, i, i + 1, i, token.sentence, own.words, own.label,
                    ActorKind.PLACE if own.placed else own.kind, known=own.known, form=own.form, nested=True,
                )  # fmt: skip

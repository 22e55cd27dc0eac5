"""Names that the article also uses alone, found again inside longer ones: "Irving" in "Irving Police Department"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import Name
from timeline_app.model import ActorKind

_PLACES = (ActorKind.PLACE, ActorKind.STATE)


def own_names_inside(page: Page, names: list[Name]) -> Iterator[Name]:
    """Places inside organisations and places, organisations inside works and products ("Google Science Fair")."""
    taken = {(name.start, name.end) for name in names if name.nested}
    covered = {i for name in names if name.nested for i in range(name.first, name.after)}
    alone = {name.words[0]: name for name in names if len(name.words) == 1 and not name.nested and name.label}
    for name in names:
        if name.nested or name.after - name.first < 2 or name.known or (name.kind is ActorKind.PERSON):
            continue
        for i in range(name.first, name.after):
            token = page.tokens[i]
            own = alone.get(token.text)
            if own is None or i in covered or (token.start, token.end) in taken or not own.words:
                continue
            if own.kind in _PLACES or (own.kind is ActorKind.ORGANIZATION and name.kind is ActorKind.OTHER):
                yield Name(
                    token.start, token.end, i, i + 1, token.sentence, own.words, own.label, own.kind,
                    known=own.known, form=own.form, nested=True,
                )  # fmt: skip

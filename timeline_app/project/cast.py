"""Who takes part in a project: which articles' actors are one, and the actor that they are together."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from timeline_app.model import Actor
from timeline_app.project import corrected
from timeline_app.project.composing import compose_actor
from timeline_app.project.tables import EditRow, Tables, list_or_not
from timeline_app.project.told import Told


class Cast:
    """The project's actors. `joined_to` gives the one of an article's actor, `namesakes` the articles' ones of each."""

    def __init__(
        self, tables: Tables, told: Told, joined_to: dict[str, str], edits_on: Mapping[str, Mapping[str, EditRow]]
    ) -> None:
        self._tables, self._told, self._edits_on = tables, told, edits_on
        self.joined_to = joined_to
        self.namesakes: dict[str, list[str]] = {}
        self._actors: dict[str, Actor] = {}
        for actor, _, joined in tables.namings.values():
            self.namesakes.setdefault(joined, []).append(actor)
            self.joined_to[actor] = joined

    def list_naming(self, actor: str, joined: str, *, gone: bool) -> None:
        """An article's actor belongs to the project's actor `joined`, or does not any more."""
        list_or_not(self.namesakes, joined, actor, gone=gone)

    def forget(self, id_: str) -> None:
        """An actor is not any more as it was."""
        self._actors.pop(id_, None)

    def place_of(self, actor: str) -> tuple[int, str]:
        """Where an article's actor stands: position of the article, id."""
        naming = self._tables.namings.get(actor)
        article = self._tables.articles.get(naming.article) if naming else None
        return (article.position if article else 0), actor

    def actor(self, id_: str) -> Actor | None:
        """The project's actor under this id, None where there is none."""
        actor = self._actors.get(id_)
        if actor is None and id_ in self.namesakes and (actor := self._compose(id_)) is not None:
            self._actors[id_] = actor
        return actor

    def _compose(self, id_: str) -> Actor | None:
        told, ids = self._told.actors, self._in_order(self.namesakes[id_])
        members = [told[each] for each in ids if each in told]
        if not members:
            return None
        edits = corrected.latest_edits(self._edits_on, ids) if self._edits_on else {}
        if len(members) == 1 and members[0].id == id_ and not edits:
            return members[0]
        name, kind = (json.loads(edits[field].value) if field in edits else None for field in ("name", "kind"))
        return compose_actor(id_, members, name, kind)

    def _in_order(self, actors: Sequence[str]) -> Sequence[str]:
        """What sorting by `place_of` gives, where there are thousands."""
        if len(actors) == 1:
            return actors
        articles, namings = self._tables.articles, self._tables.namings
        places = [(articles[namings[each].article].position, each) for each in actors]
        return [each for _, each in sorted(places)]

"""What articles say of the time between events, over the whole project: which events are tied to which.

Relations are kept by article, between tellings; which events these belong to is looked up when it is asked, for that
changes with every merging. Events that relations tie together are solved together and apart from all others, so that
a change costs what it reaches.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline_app.model import Relation
from timeline_app.project.tables import TellingRow


class Relations:
    """The relations of all articles; `tellings` and `members` are the book's own and followed as they are."""

    def __init__(self, tellings: Mapping[str, TellingRow], members: Mapping[str, Sequence[str]]) -> None:
        self._tellings = tellings
        self._members = members
        self._said: dict[str, tuple[Relation, ...]] = {}
        self._on: dict[str, list[Relation]] = {}

    def hold(self, article: str, relations: tuple[Relation, ...]) -> None:
        """Take in what an article says."""
        if not relations:
            return
        self._said[article] = relations
        for relation in relations:
            self._on.setdefault(relation.earlier, []).append(relation)
            self._on.setdefault(relation.later, []).append(relation)

    def let_go(self, article: str) -> None:
        """Forget what an article says."""
        for relation in self._said.pop(article, ()):
            for telling in (relation.earlier, relation.later):
                self._on[telling].remove(relation)
                if not self._on[telling]:
                    del self._on[telling]

    def tied(self) -> set[str]:
        """The events that relations touch."""
        return {self._tellings[telling].row for telling in self._on if telling in self._tellings}

    def of_article(self, article: str) -> list[Relation]:
        """What an article says, between the project's events; a relation whose tellings have gone is left out."""
        return [found for said in self._said.get(article, ()) if (found := self._between_events(said)) is not None]

    def of_event(self, row: str) -> list[Relation]:
        """The relations an event stands in, between the project's events, each once and always in the same order."""
        if not self._on:
            return []
        said = [each for telling in self._members.get(row, ()) for each in self._on.get(telling, ())]
        relations = [found for each in said if (found := self._between_events(each)) is not None]
        return sorted(relations, key=place_of) if len(relations) > 1 else relations

    def _between_events(self, said: Relation) -> Relation | None:
        earlier, later = self._tellings.get(said.earlier), self._tellings.get(said.later)
        if earlier is None or later is None or earlier.row == later.row:
            return None
        if (earlier.row, later.row) == (said.earlier, said.later):
            return said
        return replace(said, earlier=earlier.row, later=later.row)

    def together_with(self, rows: Iterable[str]) -> list[dict[str, list[Relation]]]:
        """The events that relations tie to these ones: sets that hang together, each event with its relations."""
        sets: list[dict[str, list[Relation]]] = []
        seen: set[str] = set()
        for row in sorted(rows):
            found: dict[str, list[Relation]] = {}
            pending = [row]
            while pending:
                at = pending.pop()
                if at in seen:
                    continue
                seen.add(at)
                found[at] = self.of_event(at)
                pending += [end for relation in found[at] for end in (relation.earlier, relation.later)]
            if len(found) > 1:
                sets.append(found)
        return sets


def place_of(relation: Relation) -> tuple[str, int, int, str, float, float]:
    """Where a relation stands in the order of solving: by its words, whichever article came first."""
    least = float("-inf") if relation.least is None else relation.least
    most = float("inf") if relation.most is None else relation.most
    passage = relation.passage
    return passage.article, passage.start, passage.end, relation.words, least, most

"""Dates that follow from relations: solved for what hangs together with a changed event, and kept for the rest."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from timeline_app.extraction.constraints import Conflict as Contradiction
from timeline_app.extraction.constraints import say_conflict, solve
from timeline_app.model import Event, Relation, When
from timeline_app.project.relations import Relations, place_of
from timeline_app.project.tables import EditRow
from timeline_app.project.values import Conflict


@dataclass(frozen=True, slots=True)
class Solved:
    """What relations come to for one event: its date, where they say more of it, and what they contradict."""

    when: When | None = None
    conflicts: tuple[Conflict, ...] = ()


NOTHING = Solved()


class Solving:
    """What was solved last for each event, and what it was solved from."""

    def __init__(
        self, relations: Relations, members: Mapping[str, list[str]], edits_on: Mapping[str, Mapping[str, EditRow]]
    ) -> None:
        self._relations = relations
        self._members = members
        self._edits_on = edits_on
        self.solved: dict[str, Solved] = {}
        # Tied events as their passages and the user have them, and what was asked of them last.
        self._told: dict[str, Event] = {}
        self._asked: dict[str, tuple[Any, ...]] = {}
        self._events: dict[str, Event] = {}

    def forget(self, row: str) -> None:
        """An event is not any more as it was."""
        self._told.pop(row, None)

    def take_events(self) -> dict[str, Event]:
        """The tied events that were looked at since this was last asked, each with the date it has by all relations."""
        events, self._events = self._events, {}
        return events

    def solve(
        self, rows: set[str], compose: Callable[[str], Event | None], dismissed: Collection[str]
    ) -> Iterator[str]:
        """Work out again what relations say of changed events; yields all events for which that is something new.

        `compose` gives an event without it, and marks it in `dismissed` where the user left it out: then it says
        nothing of the others.
        """
        together = self._relations.together_with(rows)
        for row in sorted(rows - {row for found in together for row in found}):
            self._asked.pop(row, None)
            if self.solved.pop(row, None) is not None:
                yield row
        for found in together:
            events = {row: event for row in found if (event := self._told_event(row, compose)) is not None}
            asked = {row: self._question(events.get(row), each, dismissed) for row, each in found.items()}
            if any(self._asked.get(row) != asked[row] for row in found if row in rows):
                heard = {row: event for row, event in events.items() if row not in dismissed}
                answers = solve_together(heard, (each for said in found.values() for each in said), self._is_set)
                yield from self._keep(found, answers)
            self._asked.update(asked)
            for row, event in events.items():
                when = self.solved.get(row, NOTHING).when
                self._events[row] = event if when is None else replace(event, when=when)

    def _told_event(self, row: str, compose: Callable[[str], Event | None]) -> Event | None:
        event = self._told.get(row)
        if event is None and (event := compose(row)) is not None:
            self._told[row] = event
        return event

    def _question(self, event: Event | None, relations: list[Relation], dismissed: Collection[str]) -> tuple[Any, ...]:
        """All of an event that has a say in solving."""
        if event is None:
            return ()
        return event.when, event.title, event.passage, event.id in dismissed, self._is_set(event.id), relations

    def _is_set(self, row: str) -> bool:
        """Whether the user set an event's date, or said that it has none."""
        return bool(self._edits_on) and any("date" in self._edits_on.get(id_, ()) for id_ in self._members.get(row, ()))

    def _keep(self, rows: Iterable[str], answers: Mapping[str, Solved]) -> Iterator[str]:
        for row in rows:
            answer = answers.get(row, NOTHING)
            if self.solved.get(row, NOTHING) != answer:
                yield row
            if answer == NOTHING:
                self.solved.pop(row, None)
            else:
                self.solved[row] = answer


def solve_together(
    events: Mapping[str, Event], relations: Iterable[Relation], is_set: Callable[[str], bool]
) -> dict[str, Solved]:
    """What relations come to for events that hang together, by id. A date that the user set is not touched.

    The outcome does not depend on the order in which the relations, or their articles, came.
    """
    once: dict[tuple[str, str, int | None, int | None], Relation] = {}
    for relation in sorted(relations, key=place_of):
        once.setdefault((relation.earlier, relation.later, relation.least, relation.most), relation)
    if all(_is_plain(events, relation) for relation in once.values()):
        return {}
    solution = solve(events, once.values())
    conflicts: dict[str, list[Conflict]] = {}
    for contradiction in solution.conflicts:
        conflict = _conflict(events, contradiction)
        for row in conflict.events:
            conflicts.setdefault(row, []).append(conflict)
    dates = {row: when for row, when in solution.dates.items() if not is_set(row)}
    return {row: Solved(dates.get(row), tuple(conflicts.get(row, ()))) for row in dates.keys() | conflicts.keys()}


def _is_plain(events: Mapping[str, Event], relation: Relation) -> bool:
    """Whether a relation holds between two days that are known: then it says nothing new, and contradicts nothing."""
    ends = events.get(relation.earlier), events.get(relation.later)
    if ends[0] is None or ends[1] is None:
        return True
    first, second = ends[0].when, ends[1].when
    if first is None or second is None or first.earliest_start is None or second.earliest_start is None:
        return False
    if first.approximate or second.approximate:
        return False
    if first.earliest_start != first.latest_start or second.earliest_start != second.latest_start:
        return False
    days = second.earliest_start - first.earliest_start
    return (relation.least is None or relation.least <= days) and (relation.most is None or days <= relation.most)


def _conflict(events: Mapping[str, Event], contradiction: Contradiction) -> Conflict:
    """A contradiction with the words it rests on: those of the relation, then those of the two dates."""
    relation = contradiction.relation
    passages = [relation.passage]
    for row in (relation.earlier, relation.later):
        when = events[row].when
        of_date = [passage for step in when.basis for passage in step.passages] if when is not None else []
        passages += of_date or [events[row].passage]
    return Conflict(
        (relation.earlier, relation.later),
        say_conflict(events, contradiction),
        tuple(dict.fromkeys(passages)),
        relation,
    )

"""The events of a project as they stand: their tellings put together, with the corrections laid over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from timeline_app.model import Event
from timeline_app.project import corrected
from timeline_app.project.composing import compose_event, with_participants
from timeline_app.project.tables import EditRow, Tables
from timeline_app.project.told import Told


class Composer:
    """Composes events, and keeps which of those it composed are dismissed, checked, or edited.

    `members` are the tellings of each event, and like all that is given here followed as it changes.
    """

    def __init__(
        self,
        tables: Tables,
        told: Told,
        members: Mapping[str, list[str]],
        joined_to: Mapping[str, str],
        edits_on: dict[str, dict[str, EditRow]],
    ) -> None:
        self._tables, self._told, self._members = tables, told, members
        self._joined_to, self._edits_on = joined_to, edits_on
        self.dismissed, self.checked, self.edited = set[str](), set[str](), set[str]()

    def position(self, article: str) -> int:
        """The place of an article among all, 0 where it has gone."""
        row = self._tables.articles.get(article)
        return row.position if row else 0

    def place_of(self, telling: str) -> tuple[int, int, str]:
        """Where a telling stands: position of its article, character, id."""
        event = self._told.events.get(telling)
        if event is None:
            return 0, 0, telling
        return self.position(event.trigger.article), event.trigger.start, telling

    def tellings(self, row: str) -> list[Event]:
        """The tellings of an event as they were read, in the order of intake."""
        events = self._told.events
        ids = [id_ for id_ in self._members.get(row, ()) if id_ in events]
        return [events[id_] for id_ in (sorted(ids, key=self.place_of) if len(ids) > 1 else ids)]

    def edits_over(self, row: str) -> dict[str, EditRow]:
        """The corrections that hold for an event: of each field the latest made on any of its tellings."""
        return corrected.latest_edits(self._edits_on, self._members.get(row, ()))

    def compose(self, row: str) -> Event | None:
        """The event under this id, None where nothing that is known tells it any more."""
        ids = self._members[row]
        tellings = self.tellings(row)
        self._unmark(row)
        if not tellings:
            return None
        edits = self.edits_over(row) if self._edits_on else {}
        if edits:
            tellings = [corrected.without_split_off(event, self._edits_on) for event in tellings]
        joined = [with_participants(event, self._joined_to) for event in tellings]
        event = joined[0]
        if len(joined) > 1:
            lead = corrected.lead_of(joined, self._edits_on)
            sources = corrected.count_sources(self._tables.tellings[id_] for id_ in ids)
            event = compose_event(row, joined, sources, self._told.words, lead)
        if event.id != row:
            event = replace(event, id=row)
        if edits:
            values = corrected.values_of(edits)
            event = corrected.with_corrections(event, edits, values)
            self._mark(row, values)
        if self._tables.own_events and any(id_ in self._tables.own_events for id_ in ids):
            self.edited.add(row)
        return event

    def compose_plain(self, rows: Iterable[str], events: dict[str, Event]) -> None:
        """Add to `events` what most of these are: told once, and not corrected. It is the shortest way to them."""
        told, members = self._told.events, self._members
        edited, own = self._edits_on, self._tables.own_events
        for row in rows:
            ids = members.get(row)
            if ids is None:
                self._unmark(row)
            elif row in told and row not in events and row not in edited and row not in own and ids == [row]:
                events[row] = told[row]
                self._unmark(row)

    def _unmark(self, row: str) -> None:
        for marked in (self.dismissed, self.checked, self.edited):
            marked.discard(row)

    def _mark(self, row: str, values: Mapping[str, Any]) -> None:
        if values.get("dismissed"):
            self.dismissed.add(row)
        if values.get("checked"):
            self.checked.add(row)
        if values.keys() & corrected.CORRECTING:
            self.edited.add(row)

"""What rows make of an event: pure functions from what was read, and the corrections laid over it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from timeline_app.model import Event, Factuality
from timeline_app.project.packed_events import when_in
from timeline_app.project.tables import EditRow, TellingRow

#: Corrections under their fields, by what they are laid over.
EditsOn = Mapping[str, Mapping[str, EditRow]]
#: By these the user has corrected an event, not merely looked at it.
CORRECTING = frozenset({"title", "date", "factuality", "group", "without"})


def latest_edits(edits_on: EditsOn, targets: Iterable[str]) -> dict[str, EditRow]:
    """Of each field the latest correction made on any of these targets."""
    latest: dict[str, EditRow] = {}
    for target in targets:
        for name, edit in edits_on.get(target, {}).items():
            if name not in latest or (edit.step, edit.target) > (latest[name].step, latest[name].target):
                latest[name] = edit
    return latest


def values_of(edits: Mapping[str, EditRow]) -> dict[str, Any]:
    """What corrections say, by field."""
    return {name: json.loads(edit.value) for name, edit in edits.items()}


def with_corrections(event: Event, edits: Mapping[str, EditRow], values: Mapping[str, Any]) -> Event:
    """An event as the user has it; `values` are those of `edits`."""
    when = event.when
    if "date" in values:
        when = None if values["date"] is None else when_in(edits["date"].article, values["date"])
    return replace(
        event,
        title=values.get("title", event.title),
        when=when,
        factuality=Factuality(values.get("factuality", event.factuality)),
        tags=tuple(values.get("tags", event.tags)),
    )


def without_split_off(event: Event, edits_on: EditsOn) -> Event:
    """A telling less the passages that the user split off."""
    edit = edits_on.get(event.id, {}).get("without")
    if edit is None:
        return event
    gone = {tuple(anchor[:2]) for anchor in json.loads(edit.value)}
    kept = tuple(passage for passage in event.passages if (passage.start, passage.end) not in gone)
    return replace(event, passages=kept or event.passages[:1])


def lead_of(tellings: Iterable[Event], edits_on: EditsOn) -> str | None:
    """The telling that the user made speak for an event, the last one chosen; None where nobody chose."""
    leads = [edits["lead"] for event in tellings if "lead" in (edits := edits_on.get(event.id, {}))]
    return max(leads, key=lambda edit: edit.step).target if leads else None


def count_sources(tellings: Iterable[TellingRow]) -> int:
    """The number of articles that tell an event in their own words."""
    rows = list(tellings)
    present = {row.event for row in rows}
    return max(1, len({row.article for row in rows if row.copy_of not in present}))

"""Corrections find their words again in another reading of their article, or in a newer version of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from timeline_app.model import Actor, ActorKind, Event, Passage, When
from timeline_app.project.anchors import Anchor, Finder, anchor_at
from timeline_app.project.book import Book
from timeline_app.project.packed_events import dump, pack_events, unpack_events, when_in, when_out
from timeline_app.project.tables import EditRow, OwnEventRow, anchor_of, anchor_text
from timeline_app.project.versions import event_at, match_actors, moved, trigger_anchor

#: Corrections of actors; all others are of events.
ACTOR_FIELDS = frozenset({"name", "kind", "names"})
#: Corrections by which the user vouches for an event: it stays, though another reading misses it.
VOUCHING = frozenset({"title", "date", "factuality", "tags", "checked"})


class Mover:
    """Moves the corrections of article `old` (its own earlier reading, or an older version) to article `new`."""

    def __init__(self, book: Book, new: str, text: str, old: str) -> None:
        self._book = book
        self._tables = book.tables
        self._new, self._old = new, old
        self._text = text
        self._actor_map: dict[str, str] = {}
        self._vouched: dict[str, list[EditRow]] = {}
        self.finder = Finder(text)
        self.lost = 0

    def _edits(self, *, of_actors: bool) -> list[EditRow]:
        keys = sorted(self._book.edits.inside.get(self._old, ()))
        edits = (self._tables.edits[key] for key in keys)
        return [edit for edit in edits if (edit.field in ACTOR_FIELDS) == of_actors]

    def move_actor_edits(self, old_actors: Sequence[Actor]) -> None:
        """Corrections of actors go to the actor of the same id, or of the same name."""
        # Dividing an actor makes actors that other corrections may be about.
        edits = sorted(self._edits(of_actors=True), key=lambda edit: edit.field != "names")
        self._actor_map = match_actors(old_actors, self._actors())
        for edit in edits:
            self._book.refresh()
            target = self._actor_for(edit)
            if target is None:
                self.lost += edit.target in self._tables.namings
            self._put_edit(edit, edit._replace(target=target or edit.target, article=self._new))

    def _actors(self) -> list[Actor]:
        self._book.refresh()
        return [self._book.told.actors[id_] for id_ in self._book.told.in_article(self._new)[1]]

    def _actor_for(self, edit: EditRow) -> str | None:
        actors = self._actors()
        if any(actor.id == edit.target for actor in actors):
            return edit.target
        if edit.target in self._actor_map:
            return self._actor_map[edit.target]
        anchor = anchor_of(edit)
        name = anchor.quote if anchor else ""
        return match_actors([Actor(edit.target, name, ActorKind.OTHER)], actors).get(edit.target)

    def move_event_edits(self, events: Sequence[Event], old_events: Sequence[Event]) -> None:
        """Corrections of events go to the event whose trigger stands on the same words."""
        ids = {event.id: event for event in events}
        families = {event.id: event.family for event in old_events}
        for edit in self._edits(of_actors=False):
            if edit.target in self._tables.own_events:
                self._put_edit(edit, self._with_moved_value(edit)._replace(article=self._new))
                continue
            anchor = anchor_of(edit)
            event = ids.get(edit.target)
            if event is None and anchor is not None and (span := self.finder.find(anchor)) is not None:
                event = event_at(span, events, families.get(edit.target))
            if event is not None:
                place = anchor_text(trigger_anchor(self._text, event))
                row = self._with_moved_value(edit)._replace(target=event.id, article=self._new, anchor=place)
                self._put_edit(edit, row)
            elif edit.field in VOUCHING and json.loads(edit.value) is not False:
                self._vouched.setdefault(edit.target, []).append(edit)
            else:
                self.lost += edit.target in self._tables.tellings
                self._put_edit(edit, edit._replace(article=self._new))

    def _put_edit(self, old: EditRow, new: EditRow) -> None:
        """Write a correction under its new target; where two meet, the later one holds."""
        if new == old:
            return
        there = self._tables.edits.get((new.target, new.field))
        if (old.target, old.field) != (new.target, new.field):
            self._tables.drop(old)
            if there is not None and there.step > new.step:
                return
        self._tables.put(new)

    def _with_moved_value(self, edit: EditRow) -> EditRow:
        """A correction whose value refers to places in the text, with those places in the new text."""
        value = json.loads(edit.value)
        if edit.field == "date" and value is not None:
            when = self._moved_when(when_in(self._old, value))
            return edit._replace(value=dump(when_out(self._new, when)))
        if edit.field == "without":
            return edit._replace(value=dump([self._moved_anchor(Anchor(*each)) for each in value]))
        return edit

    def _moved_when(self, when: When) -> When:
        """A date with the passages of its reasons where they stand now; those that are gone are left out."""
        steps = []
        for step in when.basis:
            passages = (self._moved_passage(passage) for passage in step.passages)
            steps.append(replace(step, passages=tuple(p for p in passages if p is not None)))
        return when.with_basis(*steps)

    def _moved_passage(self, passage: Passage) -> Passage | None:
        if passage.article != self._old:
            return passage
        return moved(passage, self._book.told.text(self._old), self.finder, self._new)

    def _moved_anchor(self, anchor: Anchor) -> list[Any]:
        span = self.finder.find(anchor)
        return (anchor_at(self._text, *span) if span else anchor).to_list()

    # --- events of the user's own -------------------------------------------------------------------------------------

    def move_own_events(self, read: Iterable[str], old_events: Sequence[Event]) -> list[Event]:
        """The events the user added or vouched for, where they stand in the new text; `read` are ids of the reading."""
        read = set(read)
        found = []
        for own in sorted(self._tables.own_events.values()):
            if own.article not in (self._old, self._new) or own.id in self._vouched:
                continue
            if own.id in read:
                self._tables.drop(own)
                continue
            event = self._moved_event(unpack_events(own.article, own.event)[0], anchor_of(own))
            if event is None:
                self.lost += own.id in self._tables.tellings
                continue
            found.append(self._put_own(event))
        for event in old_events:
            if event.id in self._vouched:
                found += self._keep(event)
        for edits in self._vouched.values():
            for edit in edits:
                self._put_edit(edit, edit._replace(article=self._new))
        return found

    def _keep(self, event: Event) -> list[Event]:
        """An event the user vouched for that the new reading misses; it stays if its words do."""
        anchor = trigger_anchor(self._book.told.text(self._old), event)
        kept = self._moved_event(event, anchor)
        if kept is None:
            self.lost += 1
            return []
        return [self._put_own(kept)]

    def _put_own(self, event: Event) -> Event:
        anchor = anchor_text(trigger_anchor(self._text, event))
        self._tables.put(OwnEventRow(event.id, self._new, pack_events(self._new, (event,)), anchor))
        return event

    def _moved_event(self, event: Event, anchor: Anchor | None) -> Event | None:
        span = None if anchor is None else self.finder.find(anchor)
        if span is None:
            return None
        trigger = Passage(self._new, *span)
        passages = tuple(p for each in event.passages if (p := self._moved_passage(each)) is not None)
        return replace(
            event,
            trigger=trigger,
            passages=passages or (trigger,),
            participants=tuple(replace(p, actor=self._actor_map.get(p.actor, p.actor)) for p in event.participants),
            when=None if event.when is None else self._moved_when(event.when),
            claims=(),
        )

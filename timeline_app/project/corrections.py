"""Everything the user may correct: each method is one named step of undo."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from timeline_app.model import ActorKind, Factuality, Passage, ReadingMode, When
from timeline_app.project import actor_edits, article_edits, event_edits
from timeline_app.project.book import Book
from timeline_app.project.history import Recording
from timeline_app.project.tables import KeptRow


class Corrections(ABC):
    """The part of a project that corrections are made through."""

    @property
    @abstractmethod
    def _book(self) -> Book: ...

    @abstractmethod
    def _edit(self, name: str) -> AbstractContextManager[Recording]:
        """One recorded step of this name."""

    # --- corrections of events ----------------------------------------------------------------------------------------

    def retitle(self, event_id: str, title: str) -> None:
        """Give an event another title; an empty one brings back the title that was read."""
        with self._edit("Edit title of event") as change:
            event_edits.retitle(self._book, change.step, event_id, title)

    def set_date(self, event_id: str, when: When | None) -> None:
        """Give an event another date; None says that it has none."""
        with self._edit("Set date of event") as change:
            event_edits.set_date(self._book, change.step, event_id, when)

    def set_factuality(self, event_id: str, factuality: Factuality) -> None:
        """Say whether an event happened, is planned, possible or denied."""
        with self._edit("Change certainty of event") as change:
            event_edits.set_factuality(self._book, change.step, event_id, factuality)

    def set_tags(self, event_id: str, tags: Sequence[str]) -> None:
        """Give an event these tags and no others."""
        with self._edit("Change tags of event") as change:
            event_edits.set_tags(self._book, change.step, event_id, tags)

    def set_checked(self, event_id: str, checked: bool = True) -> None:
        """Accept an event as right, or take that back."""
        with self._edit("Accept event" if checked else "Mark event as unchecked") as change:
            event_edits.mark(self._book, change.step, event_id, "checked", on=checked)

    def dismiss(self, event_id: str) -> None:
        """Take an event off the timeline; it stays dismissed when its article is read again."""
        with self._edit("Dismiss event") as change:
            event_edits.mark(self._book, change.step, event_id, "dismissed", on=True)

    def restore(self, event_id: str) -> None:
        """Bring a dismissed event back."""
        with self._edit("Restore event") as change:
            event_edits.mark(self._book, change.step, event_id, "dismissed", on=False)

    def add_event(self, passage: Passage, title: str, when: When | None = None, actor_ids: Sequence[str] = ()) -> str:
        """An event of the user's own, told by this passage; returns its id."""
        with self._edit("Add event"):
            return event_edits.add_event(self._book, passage, title, when, actor_ids)

    def merge_events(self, ids: Sequence[str]) -> str:
        """Make several events one, under the id of the first; returns it."""
        with self._edit("Merge events") as change:
            return event_edits.merge_events(self._book, change.step, ids)

    def split_event(self, event_id: str) -> tuple[str, ...]:
        """Make an event's tellings (or the passages of its only telling) events of their own; returns their ids."""
        with self._edit("Split event") as change:
            return event_edits.split_event(self._book, change.step, event_id)

    # --- what belongs to the project as a whole -----------------------------------------------------------------------

    def keep(self, step: str, name: str, value: Any) -> None:
        """Keep a value that JSON can hold under a name, as a step of history that is called `step`."""
        with self._edit(step):
            self._book.tables.put(KeptRow(name, json.dumps(value)))

    def kept(self, name: str) -> Any:
        """What was kept under a name, or None."""
        row = self._book.tables.kept.get(name)
        return None if row is None else json.loads(row.value)

    # --- corrections of actors and articles ---------------------------------------------------------------------------

    def rename_actor(self, actor_id: str, name: str) -> None:
        """Give an actor another name; the names so far become other names of it."""
        with self._edit("Rename actor") as change:
            actor_edits.rename(self._book, change.step, actor_id, name)

    def retype_actor(self, actor_id: str, kind: ActorKind) -> None:
        """Say what sort of actor it is."""
        with self._edit("Change kind of actor") as change:
            actor_edits.retype(self._book, change.step, actor_id, kind)

    def merge_actors(self, ids: Sequence[str]) -> str:
        """Make several actors one, under the id and name of the first; returns it."""
        with self._edit("Merge actors") as change:
            return actor_edits.merge(self._book, change.step, ids)

    def split_actor(self, actor_id: str, names: Iterable[str]) -> str:
        """Make these names of an actor another actor; returns its id."""
        with self._edit("Split actor") as change:
            return actor_edits.split(self._book, change.step, actor_id, names)

    def set_published(self, article_id: str, day: int | None) -> None:
        """Say when an article was published (None: not known). It then waits in `to_read_again`."""
        with self._edit("Set date of article") as change:
            if article_edits.set_published(self._book, article_id, day):
                change.rereads.append(article_id)

    def set_mode(self, article_id: str, mode: ReadingMode) -> None:
        """Say what an article's relative dates count from. It then waits in `to_read_again`."""
        with self._edit("Change reading of article") as change:
            if article_edits.set_mode(self._book, article_id, mode):
                change.rereads.append(article_id)

    def remove_article(self, article_id: str) -> None:
        """Remove an article and what it alone tells."""
        with self._edit("Remove article"):
            article_edits.remove(self._book, article_id)

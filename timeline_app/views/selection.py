"""What is selected: one object that all views share and follow."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from timeline_app.model import Passage


class Selection(QObject):
    """The selected event, actor, article and passage; a signal is sent only when something changed."""

    #: The event's id, or "" for none.
    changed = Signal(str)
    #: The actor's id, or "" for none.
    actor_changed = Signal(str)
    #: The article's id, or "" for none.
    article_changed = Signal(str)
    #: The Passage to show, or None.
    passage_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._event = ""
        self._actor = ""
        self._article = ""
        self._passage: Passage | None = None

    @property
    def event_id(self) -> str:
        """The selected event, or ""."""
        return self._event

    @property
    def actor_id(self) -> str:
        """The selected actor, or ""."""
        return self._actor

    @property
    def article_id(self) -> str:
        """The article being shown, or ""."""
        return self._article

    @property
    def passage(self) -> Passage | None:
        """The passage being shown."""
        return self._passage

    def select_event(self, event_id: str) -> None:
        """Select an event; "" selects none."""
        if event_id != self._event:
            self._event = event_id
            self.changed.emit(event_id)

    def select_actor(self, actor_id: str) -> None:
        """Select an actor; "" selects none."""
        if actor_id != self._actor:
            self._actor = actor_id
            self.actor_changed.emit(actor_id)

    def select_article(self, article_id: str) -> None:
        """Show an article; "" shows none."""
        if article_id != self._article:
            self._article = article_id
            self.article_changed.emit(article_id)

    def show_passage(self, passage: Passage | None) -> None:
        """Show a passage, and with it its article."""
        if passage is not None:
            self.select_article(passage.article)
        if passage != self._passage:
            self._passage = passage
            self.passage_changed.emit(passage)

    def clear(self) -> None:
        """Select nothing."""
        self.show_passage(None)
        self.select_event("")
        self.select_actor("")

"""Everything a project can be asked; nothing here changes it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline_app.model import Actor, Article, Event, Mention, Passage, Relation, TimeExpression
from timeline_app.project import actor_edits, event_edits, questions, search
from timeline_app.project.articles import ArticleList, article_of
from timeline_app.project.book import Book
from timeline_app.project.filters import Filter
from timeline_app.project.imports import Imports
from timeline_app.project.listing import STANDING
from timeline_app.project.ranking import ActorRanking
from timeline_app.project.store import Store
from timeline_app.project.values import ArticleEntry, Conflict, SearchHits


@dataclass(frozen=True, slots=True)
class Known:
    """What a project holds in memory."""

    book: Book
    articles: ArticleList
    ranking: ActorRanking


class Answers(ABC):
    """The part of a project that is asked. Ids that are not there raise KeyError."""

    _store: Store
    _imports: Imports

    @property
    @abstractmethod
    def _known(self) -> Known: ...

    @property
    def _book(self) -> Book:
        return self._known.book

    def articles(self) -> list[ArticleEntry]:
        """The article list: articles in the order they were taken in, then files that wait or failed."""
        return [*self._known.articles.entries(), *self._imports.entries()]

    def article(self, article_id: str) -> Article:
        """One article with its text."""
        return article_of(self._store, self._book.tables.articles[article_id])

    def file_of(self, article_id: str) -> bytes | None:
        """The bytes of the file an article came from, None where they were not kept."""
        return self._store.file(article_id)

    def events(self, wanted: Filter = Filter()) -> list[Event]:  # noqa: B008 – frozen
        """The events that pass the filter, in the order of time, those without any bound last."""
        book = self._book
        lists = book.lists()
        if wanted.text.strip():
            found = set(search.matching_events(self._store, book, wanted.text))
            events = [event for event in lists.picked(replace(wanted, text="", least=0.0)) if event.id in found]
            vouched = book.checked | book.edited
            return [one for one in events if one.importance >= wanted.least or one.tags or one.id in vouched] or events
        events = lists.picked(replace(wanted, text=""))
        # Where nothing is important, all of it is shown.
        return list(events or (lists.picked(replace(wanted, text="", least=0.0)) if wanted.least > 0 else ()))

    def count_events(self) -> int:
        """How many events there are, without the dismissed ones."""
        return len(self._book.lists().picked(STANDING))

    def event(self, event_id: str) -> Event:
        """One event, dismissed or not."""
        return event_edits.existing(self._book, event_id)

    def is_checked(self, event_id: str) -> bool:
        """Whether the user has accepted an event."""
        self.event(event_id)
        return event_id in self._book.checked

    def checked_events(self) -> frozenset[str]:
        """The ids of all events the user has accepted: `is_checked` for very many at once."""
        self._book.events()
        return frozenset(self._book.checked)

    def tags(self) -> dict[str, int]:
        """The tags in use, in the order of the alphabet, with how many events have them."""
        return event_edits.tags_of(self._book)

    def is_edited(self, event_id: str) -> bool:
        """Whether the user has corrected or added an event."""
        self.event(event_id)
        return event_id in self._book.edited

    def is_dismissed(self, event_id: str) -> bool:
        """Whether the user has dismissed an event."""
        self.event(event_id)
        return event_id in self._book.dismissed

    def actors(self) -> list[Actor]:
        """All actors, those with most events first."""
        return list(self._known.ranking.actors())

    def actor_counts(self) -> dict[str, int]:
        """For each actor that takes part in events, in how many (dismissed ones do not count)."""
        return self._book.actor_counts()

    def actor(self, actor_id: str) -> Actor:
        """One actor."""
        return actor_edits.existing(self._book, actor_id)

    def events_of(self, actor_id: str) -> list[Event]:
        """The events an actor takes part in, in the order of time."""
        return list(self._book.by_actor().get(actor_id, ()))

    def passages_of(self, actor_id: str) -> list[Passage]:
        """The passages of all events an actor takes part in, in the order of time."""
        return questions.passages_of(self._book, actor_id)

    def companions(self, actor_id: str, among: Iterable[Event] | None = None) -> list[tuple[Actor, int]]:
        """Who takes part in the same events, and in how many, the most frequent first.

        `among` are those of the actor's events that count, where not all do.
        """
        return questions.companions(self._book, actor_id, among)

    def mentions(self, article_id: str) -> list[Mention]:
        """Where an article names the project's actors."""
        return questions.mentions(self._book, article_id)

    def times(self, article_id: str) -> list[TimeExpression]:
        """The date expressions of an article."""
        row = self._book.tables.articles[article_id]
        return list(self._book.told.rest(article_id, row.reading).times)

    def relations(self, article_id: str) -> list[Relation]:
        """What an article says about the time between the project's events."""
        return questions.relations(self._book, article_id)

    def relations_of(self, event_id: str) -> list[Relation]:
        """What articles say about the time between an event and others."""
        self.event(event_id)
        return self._book.relations.of_event(event_id)

    def conflicts(self) -> list[Conflict]:
        """Where what articles say of the time between events cannot be right, each with its words."""
        return questions.conflicts(self._book)

    def conflicts_of(self, event_id: str) -> tuple[Conflict, ...]:
        """The conflicts that an event is part of."""
        self.event(event_id)
        solved = self._book.solving.solved.get(event_id)
        return solved.conflicts if solved is not None else ()

    def events_in(self, article_id: str) -> list[Event]:
        """The events an article tells, in the order of its text, dismissed ones left out."""
        return questions.events_in(self._book, article_id)

    def search(self, text: str, limit: int = 200) -> SearchHits:
        """Events, actors and paragraphs that hold all the words (or beginnings of words), the best first."""
        return search.search(self._store, self._book, text, limit)

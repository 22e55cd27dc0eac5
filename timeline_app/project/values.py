"""What a project hands out beside the nouns of `model`: entries of lists, changes, hits."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from timeline_app.model import Actor, Event, Passage, PublishedFrom, ReadingMode, Relation


class ArticleState(StrEnum):
    """How far an article has come."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """A line of the article list.

    An article that is being read again (its date was corrected) is WAITING and still has its events. A file that was
    not read yet, or could not be, has no article: its `id` is "" and `source` is its path. `message` says why a file
    failed, or what the reader noticed; `language` is an ISO 639-1 code.
    """

    id: str
    name: str
    title: str
    published: int | None
    published_from: PublishedFrom
    state: ArticleState
    message: str
    source: str
    n_events: int
    format: str
    has_file: bool
    mode: ReadingMode = ReadingMode.AUTO
    language: str = "en"

    @property
    def path(self) -> Path:
        """The file it comes from, as it was given."""
        return Path(self.source)


@dataclass(frozen=True, slots=True)
class Change:
    """What a change did: the ids of all events, actors and articles that are not as they were (some may be gone).

    `name` is that of the step ("Edit title of event"), "Undo …" and "Redo …" included; it is "" where only the import
    list changed. After taking in: `added` new articles, `updated` ones read anew or in a newer version, `known` ones
    that were there already, and `lost` corrections whose passage the newer version does not have.
    """

    name: str
    events: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    added: int = 0
    updated: int = 0
    known: int = 0
    lost: int = 0


@dataclass(slots=True)
class Touched:
    """Ids of the events, actors and articles that are not as they were."""

    events: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Conflict:
    """What articles say of the time between two events (`events`, the earlier one first), and cannot be right.

    `sentence` says it to the reader; `passages` are the words of the relation first, then those of the two dates.
    """

    events: tuple[str, str]
    sentence: str
    passages: tuple[Passage, ...]
    relation: Relation


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A paragraph that holds the words searched for; `found` are the places of the words themselves."""

    passage: Passage
    found: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class SearchHits:
    """What was found, the best first in each list."""

    events: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    passages: tuple[PassageHit, ...] = ()

"""Something that happened, or was said to, or may yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.model.passage import Passage
from timeline_app.model.when import When


class Factuality(StrEnum):
    """Whether it happened, by the words of the source."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class Role(StrEnum):
    """How an actor takes part."""

    AGENT = "agent"
    PATIENT = "patient"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in an event."""

    actor: str
    role: Role = Role.OTHER


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage says of an event's date, number or outcome, where the sources differ.

    `about` is "date", "number" or "outcome"; `words` are those of the passage.
    """

    about: str
    words: str
    passage: Passage
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: one row on the timeline, told by one passage or several (the first is the best).

    `id` comes from the trigger's passage. `statement` marks that the event is somebody's saying ("X says …").
    `family` is the trigger's family, by which tellings of one happening are brought together.
    `importance` and `confidence` are 0 to 1. `tags` are the user's own words for it, in their order.
    """

    id: str
    title: str
    trigger: Passage
    passages: tuple[Passage, ...]
    participants: tuple[Participant, ...] = ()
    when: When | None = None
    factuality: Factuality = Factuality.HAPPENED
    attributed_to: str | None = None
    importance: float = 0.5
    confidence: float = 0.5
    statement: bool = False
    family: str = ""
    claims: tuple[Claim, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def passage(self) -> Passage:
        """The passage that tells it best."""
        return self.passages[0]


@dataclass(frozen=True, slots=True)
class Relation:
    """Event `later` starts `least` to `most` days after event `earlier` starts (None: not bounded), as `passage` says.

    "Two days before the vote": earlier = the happening, later = the vote, least = most = 2.
    """

    earlier: str
    later: str
    least: int | None
    most: int | None
    passage: Passage
    words: str = ""

"""Someone or something acting, and the places in the text that name it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.model.passage import Passage


class ActorKind(StrEnum):
    """What sort of actor; often a guess, so it never hides one."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    STATE = "state"
    PLACE = "place"
    OTHER = "other"


#: Kinds of what is on the map. They take part in so much that sharing one says little.
LANDS = frozenset({ActorKind.STATE, ActorKind.PLACE})


class MentionForm(StrEnum):
    """How a text names an actor."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that acts; `aliases` are its other names, in the order they were met."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the best first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names an actor; `inferred` where a rule and not the words say who it is."""

    passage: Passage
    actor: str
    form: MentionForm = MentionForm.NAME
    inferred: bool = False

"""The words for values of the model, on the screen and on paper alike: one thing has one word."""

from __future__ import annotations

from timeline_app.model.actor import ActorKind
from timeline_app.model.event import Factuality

KIND_WORDS = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANIZATION: "Organisation",
    ActorKind.GROUP: "Group",
    ActorKind.STATE: "State",
    ActorKind.PLACE: "Place",
    ActorKind.OTHER: "Other",
}
FACTUALITY_WORDS = {
    Factuality.HAPPENED: "Happened",
    Factuality.ONGOING: "Ongoing",
    Factuality.PLANNED: "Planned",
    Factuality.POSSIBLE: "Possible",
    Factuality.DENIED: "Denied",
}


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 event", "14 events", "2,418 events"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"

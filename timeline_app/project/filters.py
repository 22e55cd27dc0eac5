"""Which events are shown: a view on the project, not a mode of it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from timeline_app.model import Event, Factuality

#: The importance from which on an event is a main one: eight or nine of an article of news, where all are about thirty.
#: It goes with the weights of `extraction`: where these are learnt again, a test says whether it still fits.
MAIN = 0.18


@dataclass(frozen=True, slots=True)
class Filter:
    """What an event has to be to be shown; the empty filter shows all that are not dismissed.

    `text` are words of its title, passages or actors; `actors` and `articles` are ids, one of which takes part or tells
    it; `tags` are tags, one of which it has; `first` and `last` are day numbers, both included, within which it may lie
    (an event without any bound never does); `undated` and `checked` pick those that are so (True) or are not (False);
    `undated` means without a place on the axis, known bounds on one side or not. `dismissed` shows dismissed events
    too. `least` is the importance it has at least (0 to 1), unless the user checked, corrected, tagged or added it;
    where nothing has as much, it leaves nothing out.
    """

    text: str = ""
    actors: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    first: int | None = None
    last: int | None = None
    factuality: frozenset[Factuality] = frozenset()
    tags: frozenset[str] = frozenset()
    undated: bool | None = None
    checked: bool | None = None
    dismissed: bool = False
    least: float = 0.0


def is_undated(event: Event) -> bool:
    """Whether an event has no place on the axis: no date, or one that is open on a side."""
    return event.when is None or not event.when.is_bounded


def tests_of(
    wanted: Filter, *, checked: Collection[str], dismissed: Collection[str], edited: Collection[str]
) -> list[Callable[[Event], bool]]:
    """What an event has to pass, each test apart; the words of a filter are looked for elsewhere.

    The sets are ids of events and followed as they change.
    """
    tests: list[Callable[[Event], bool]] = []
    if not wanted.dismissed:
        tests.append(lambda event: event.id not in dismissed)
    if wanted.checked is not None:
        tests.append(lambda event: (event.id in checked) == wanted.checked)
    if wanted.factuality:
        tests.append(lambda event: event.factuality in wanted.factuality)
    if wanted.tags:
        tests.append(lambda event: not wanted.tags.isdisjoint(event.tags))
    if wanted.undated is not None:
        tests.append(lambda event: is_undated(event) == wanted.undated)
    if wanted.actors:
        tests.append(lambda event: any(participant.actor in wanted.actors for participant in event.participants))
    if wanted.articles:
        tests.append(lambda event: any(passage.article in wanted.articles for passage in event.passages))
    if wanted.first is not None or wanted.last is not None:
        tests.append(lambda event: _is_within(event, wanted.first, wanted.last))
    if (least := wanted.least) > 0:
        tests.append(
            lambda event: event.importance >= least or event.id in checked or event.id in edited or bool(event.tags)
        )
    return tests


def _is_within(event: Event, first: int | None, last: int | None) -> bool:
    when = event.when
    if when is None or (when.earliest is None and when.latest is None):
        return False
    begins_late = last is not None and when.earliest is not None and when.earliest > last
    ends_early = first is not None and when.latest is not None and when.latest < first
    return not (begins_late or ends_early)

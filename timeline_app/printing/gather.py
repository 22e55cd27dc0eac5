"""From the open project to a document: the events in view, with the actors and articles they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.layout.eras import KEPT, eras_from_json
from timeline_app.layout.lanes import Lane, LaneKind, lanes_by
from timeline_app.model import Article, Event
from timeline_app.printing.document import PageOptions, PrintDocument

if TYPE_CHECKING:
    from timeline_app.project import Conflict, Filter, Project


def document_of(
    project: Project,
    *,
    first: int | None = None,
    last: int | None = None,
    lanes: LaneKind | Sequence[Lane] = "actor",
    shown: Filter | None = None,
    options: PageOptions | None = None,
    title: str = "",
) -> PrintDocument:
    """The project's events from day `first` to day `last` (both included; None is open) as a document.

    `shown` is the filter of the window, `lanes` a kind of lanes or the lanes as they stand there. An event belongs to
    the range when it may have happened in it; undated ones come only with a range that is open at both ends.
    """
    events = tuple(event for event in _events(project, shown) if in_range(event, first, last))
    total = 0
    if shown is not None and shown.least > 0:
        total = sum(in_range(event, first, last) for event in project.events(replace(shown, least=0.0)))
    actors = tuple(project.actors())
    ids = {event.id for event in events}
    conflicts = tuple(conflict for conflict in project.conflicts() if ids & set(conflict.events))
    articles = _articles(project, events, conflicts)
    if isinstance(lanes, str):
        lanes = lanes_by(lanes, events, actors, articles)
    return PrintDocument(
        title=title or project.title,
        events=events,
        actors=actors,
        articles=articles,
        lanes=tuple(lanes),
        first=first,
        last=last,
        checked=frozenset(event.id for event in events if project.is_checked(event.id)),
        conflicts=conflicts,
        total=total,
        eras=eras_from_json(project.kept(KEPT)),
        options=options or PageOptions(),
    )


def in_range(event: Event, first: int | None, last: int | None) -> bool:
    """Whether the event may have happened between two days, both included; None is open."""
    when = event.when
    early, late = (when.earliest, when.latest) if when is not None else (None, None)
    if early is None and late is None:
        return first is None and last is None
    begins_in_time = last is None or early is None or early <= last
    return begins_in_time and (first is None or late is None or late >= first)


def passages_named(event: Event) -> Iterable[str]:
    """The ids of all articles that an event's passages, claims and reasons stand in."""
    yield event.trigger.article
    yield from (passage.article for passage in event.passages)
    yield from (claim.passage.article for claim in event.claims)
    if event.when is not None:
        yield from (passage.article for basis in event.when.basis for passage in basis.passages)


def _events(project: Project, shown: Filter | None) -> Iterable[Event]:
    return project.events() if shown is None else project.events(shown)


def _articles(project: Project, events: Iterable[Event], conflicts: Iterable[Conflict]) -> tuple[Article, ...]:
    """The articles these events and conflicts come from, in the order of the project's list."""
    named = {article for event in events for article in passages_named(event)}
    named |= {passage.article for conflict in conflicts for passage in conflict.passages}
    return tuple(project.article(entry.id) for entry in project.articles() if entry.id in named)

"""What the window shows of a project: computed once after a change, then given to all the lists and to the timeline."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from timeline_app.layout.lanes import Lane, LaneKind, lanes_by, lanes_of_actors
from timeline_app.model import Actor, Event
from timeline_app.project import ArticleEntry, Filter, Project
from timeline_app.project.filters import is_undated

#: So many actors have a lane as long as nobody has chosen.
FIRST_LANES = 6
#: Bars in the little chart of an actor.
BARS = 12


@dataclass(frozen=True, slots=True)
class Shown:
    """The filtered events with all that the views need to know of them. `colours` gives colour indices by actor id."""

    events: tuple[Event, ...] = ()
    by_id: Mapping[str, Event] = field(default_factory=dict)
    undated: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    bars: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    lanes: tuple[Lane, ...] = ()
    colours: Mapping[str, int] = field(default_factory=dict)
    articles: tuple[ArticleEntry, ...] = ()
    checked: frozenset[str] = frozenset()
    first: int | None = None
    last: int | None = None


def look_at(project: Project, chosen: Filter, lane_kind: LaneKind, lane_actors: Sequence[str] | None) -> Shown:
    """Reads the project through a filter. `lane_actors` are the actors with a lane, None where nobody has chosen."""
    events = tuple(project.events(chosen))
    actors = tuple(project.actors())
    articles = tuple(project.articles())
    known = {actor.id: actor for actor in actors}
    picked = [known[one] for one in lane_actors if one in known] if lane_actors is not None else list(actors[:FIRST_LANES])
    days = [one.when for one in events if one.when is not None and one.when.is_bounded]
    first = min((when.earliest for when in days if when.earliest is not None), default=None)
    last = max((when.latest for when in days if when.latest is not None), default=None)
    return Shown(
        events=events,
        by_id={one.id: one for one in events},
        undated=tuple(one for one in events if is_undated(one)),
        actors=actors,
        names={actor.id: actor.name for actor in actors},
        counts=project.actor_counts(),
        bars=bars_of(events, first, last),
        lanes=tuple(_lanes(lane_kind, events, actors, picked, project)),
        colours={actor.id: index for index, actor in enumerate(picked)},
        articles=articles,
        checked=frozenset(one.id for one in events if project.is_checked(one.id)),
        first=first,
        last=last,
    )


def _lanes(
    kind: LaneKind, events: Sequence[Event], actors: Sequence[Actor], picked: Sequence[Actor], project: Project
) -> list[Lane]:
    if kind == "actor":
        return lanes_of_actors(picked, events)
    if kind == "article":
        told = {passage.article for one in events for passage in one.passages}
        return lanes_by(kind, events, actors, [project.article(one) for one in told])
    return lanes_by(kind, events, actors)


def bars_of(events: Collection[Event], first: int | None, last: int | None) -> dict[str, tuple[int, ...]]:
    """For each actor its events over time, in `BARS` equal stretches from `first` to `last`."""
    if first is None or last is None:
        return {}
    width = max(last - first + 1, 1)
    counted: dict[str, list[int]] = {}
    for one in events:
        when = one.when
        if when is None or when.earliest is None or when.latest is None:
            continue
        middle = when.best if when.best is not None else (when.earliest + when.latest) // 2
        bar = min(BARS - 1, max(0, (middle - first) * BARS // width))
        for actor in {part.actor for part in one.participants}:
            counted.setdefault(actor, [0] * BARS)[bar] += 1
    return {actor: tuple(bars) for actor, bars in counted.items()}

"""What the window shows of a project: computed once after a change, then given to all the lists and to the timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline_app.layout.lanes import Lane, LaneKind, lanes_by, lanes_of_actors
from timeline_app.model import Actor, Article, Event
from timeline_app.project import ArticleEntry, Filter, Project
from timeline_app.project.filters import is_undated

#: So many actors have a lane as long as nobody has chosen.
FIRST_LANES = 6
#: Bars in the little chart of an actor.
BARS = 12
#: So many of a hundred events at each end do not count for the stretch that is shown first.
OUTERMOST = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """The filtered events with all that the views need to know of them. `colours` gives colour indices by actor id."""

    events: tuple[Event, ...] = ()
    #: How many events there are, shown or not.
    total: int = 0
    by_id: Mapping[str, Event] = field(default_factory=dict)
    by_actor: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    undated: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    #: By actor: its events in the project, and those of them that the filter lets through.
    counts: Mapping[str, int] = field(default_factory=dict)
    seen: Mapping[str, int] = field(default_factory=dict)
    bars: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    lanes: tuple[Lane, ...] = ()
    colours: Mapping[str, int] = field(default_factory=dict)
    articles: tuple[ArticleEntry, ...] = ()
    checked: frozenset[str] = frozenset()
    #: What cannot be right about the dates of events, by their ids.
    conflicts: Mapping[str, str] = field(default_factory=dict)
    #: First and last day of all dated events.
    first: int | None = None
    last: int | None = None
    #: The same for most of them: a single event of another century does not press all others together.
    core: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the project says, as it was at one moment: all that `arrange` needs, so that it can run beside."""

    events: tuple[Event, ...]
    #: The events of this importance without any other filter: they decide who has a lane.
    plain: Sequence[Event]
    total: int
    actors: tuple[Actor, ...]
    articles: tuple[ArticleEntry, ...]
    counts: Mapping[str, int]
    checked: frozenset[str]
    conflicts: Mapping[str, str]
    chosen: Filter
    lane_kind: LaneKind
    lane_actors: Sequence[str] | None
    #: The actors that have a lane now, where nobody has chosen: a correction must not exchange lanes and colours.
    kept: Sequence[str] = ()


def look_at(project: Project, chosen: Filter, lane_kind: LaneKind, lane_actors: Sequence[str] | None) -> Shown:
    """Reads the project through a filter. `lane_actors` are the actors with a lane, None where nobody has chosen."""
    return arrange(gather(project, chosen, lane_kind, lane_actors))


def gather(
    project: Project,
    chosen: Filter,
    lane_kind: LaneKind,
    lane_actors: Sequence[str] | None,
    kept: Sequence[str] = (),
) -> Gathered:
    """The questions to the project; quick, for it must not change meanwhile."""
    events = tuple(project.events(chosen))
    plain = Filter(least=chosen.least)
    return Gathered(
        events=events,
        plain=events if chosen == plain else project.events(plain),
        total=project.count_events(),
        actors=tuple(project.actors()),
        articles=tuple(project.articles()),
        counts=project.actor_counts(),
        checked=project.checked_events(),
        conflicts=_conflicts(project),
        chosen=chosen,
        lane_kind=lane_kind,
        lane_actors=lane_actors,
        kept=kept,
    )


def arrange(found: Gathered) -> Shown:
    """All that the views need to know; long for many events, and asks nobody."""
    events = found.events
    weights = counts_of(found.plain)
    actors = tuple(sorted(found.actors, key=lambda one: -weights.get(one.id, 0)))
    picked = _picked(found, actors, weights)
    days = [one.when for one in events if one.when is not None and one.when.is_bounded]
    core = core_of([day for one in events if (day := middle_of(one)) is not None])
    by_actor = events_by_actor(events)
    by_id = {one.id: one for one in events}
    return Shown(
        events=events,
        total=found.total,
        by_id=by_id,
        by_actor=by_actor,
        undated=tuple(one for one in events if is_undated(one)),
        actors=actors,
        names={actor.id: actor.name for actor in actors},
        counts=found.counts,
        seen={actor: len(its) for actor, its in by_actor.items()},
        bars=bars_of(events, core),
        lanes=tuple(_lanes(found.lane_kind, events, actors, picked, found.articles)),
        colours={actor.id: index for index, actor in enumerate(picked)},
        articles=found.articles,
        checked=frozenset(found.checked & by_id.keys()),
        conflicts=found.conflicts,
        first=min((when.earliest for when in days if when.earliest is not None), default=None),
        last=max((when.latest for when in days if when.latest is not None), default=None),
        core=core,
    )


def _picked(found: Gathered, actors: Sequence[Actor], weights: Mapping[str, int]) -> list[Actor]:
    """The actors with a lane: those somebody chose, else those of most events; and those of the filter."""
    known = {actor.id: actor for actor in actors}
    if found.lane_actors is not None:
        picked = [known[one] for one in found.lane_actors if one in known]
    else:
        busy = [one for one in actors[: FIRST_LANES + len(found.kept)] if one.id in weights]
        kept = [known[one] for one in found.kept if one in weights and one in known]
        picked = [*kept, *(one for one in busy if one not in kept)][:FIRST_LANES]
    return picked + [known[one] for one in sorted(found.chosen.actors) if one in known and known[one] not in picked]


def _conflicts(project: Project) -> dict[str, str]:
    """What cannot be right about events, by their ids; several sentences one after another."""
    sentences: dict[str, list[str]] = {}
    for conflict in project.conflicts():
        for event in conflict.events:
            sentences.setdefault(event, []).append(conflict.sentence)
    return {event: " ".join(said) for event, said in sentences.items()}


def events_by_actor(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    """The events of each actor, in their order."""
    found: dict[str, list[Event]] = {}
    for one in events:
        for actor in {part.actor for part in one.participants}:
            found.setdefault(actor, []).append(one)
    return {actor: tuple(its) for actor, its in found.items()}


def counts_of(events: Iterable[Event]) -> Counter[str]:
    """In how many of these events each actor takes part."""
    return Counter(actor for one in events for actor in {part.actor for part in one.participants})


def _lanes(
    kind: LaneKind,
    events: Sequence[Event],
    actors: Sequence[Actor],
    picked: Sequence[Actor],
    articles: Sequence[ArticleEntry],
) -> list[Lane]:
    if kind == "actor":
        return lanes_of_actors(picked, events)
    if kind == "article":
        # Lanes need names only: the texts of thousands of articles stay on disk.
        named = [Article(one.id, one.name, "", title=one.title) for one in articles if one.id]
        return lanes_by(kind, events, actors, named)
    return lanes_by(kind, events, actors)


def middle_of(event: Event) -> int | None:
    """The day an event is counted for: the best guess, else the middle of its bounds; None without both bounds."""
    when = event.when
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when.best if when.best is not None else (when.earliest + when.latest) // 2


def core_of(days: Sequence[int]) -> tuple[int, int] | None:
    """The stretch of days that holds all but the outermost few of each end; None without days."""
    if not days:
        return None
    ordered = sorted(days)
    aside = len(ordered) * OUTERMOST // 100
    return ordered[aside], ordered[-1 - aside]


def bars_of(events: Collection[Event], core: tuple[int, int] | None) -> dict[str, tuple[int, ...]]:
    """For each actor its events over time, in `BARS` equal stretches of the core; outer ones count at its ends."""
    if core is None:
        return {}
    first, last = core
    width = max(last - first + 1, 1)
    counted: dict[str, list[int]] = {}
    for one in events:
        middle = middle_of(one)
        if middle is None:
            continue
        bar = min(BARS - 1, max(0, (middle - first) * BARS // width))
        for actor in {part.actor for part in one.participants}:
            counted.setdefault(actor, [0] * BARS)[bar] += 1
    return {actor: tuple(bars) for actor, bars in counted.items()}

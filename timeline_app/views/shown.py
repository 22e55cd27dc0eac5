"""What the window shows of a project: computed once after a change, then given to all the lists and to the timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import is_

from timeline_app.layout.lanes import Lane, LaneKind, lanes_by, lanes_of_actors
from timeline_app.model import Actor, Article, Event
from timeline_app.project import ArticleEntry, Filter, Project
from timeline_app.project.filters import is_undated
from timeline_app.views.charts import bars_of, middle_of

#: So many actors have a lane as long as nobody has chosen.
FIRST_LANES = 6
#: One changed event in so many is few: what follows from the others is taken over.
FEW = 10
#: So many of a hundred events at each end do not count for the stretch that is shown first.
OUTERMOST = 4
#: So many actors are in view at once at most, and their charts are made before they are asked for.
FIRST_BARS = 40


@dataclass(frozen=True, slots=True)
class Shown:
    """The filtered events with all that the views need to know of them. `colours` gives colour indices by actor id."""

    events: tuple[Event, ...] = ()
    #: How many events there are, shown or not.
    total: int = 0
    by_id: Mapping[str, Event] = field(default_factory=dict)
    by_actor: Mapping[str, Sequence[Event]] = field(default_factory=dict)
    undated: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    #: By actor: its events in the project, and those of them that the filter lets through.
    counts: Mapping[str, int] = field(default_factory=dict)
    seen: Mapping[str, int] = field(default_factory=dict)
    lanes: tuple[Lane, ...] = ()
    colours: Mapping[str, int] = field(default_factory=dict)
    #: The little charts of the first actors.
    bars: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    articles: tuple[ArticleEntry, ...] = ()
    checked: frozenset[str] = frozenset()
    #: What cannot be right about the dates of events, by their ids.
    conflicts: Mapping[str, str] = field(default_factory=dict)
    #: First and last day of all dated events.
    first: int | None = None
    last: int | None = None
    #: The same for most of them: a single event of another century does not press all others together.
    core: tuple[int, int] | None = None
    #: The events by which lanes are given, and in how many of them each actor takes part.
    plain: Sequence[Event] = ()
    weights: Mapping[str, int] = field(default_factory=dict)


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


def arrange(found: Gathered, before: Shown | None = None) -> Shown:
    """All that the views need to know; asks nobody.

    Long for many events, but for what was shown `before`: what only few events have changed is taken over from it.
    """
    events = found.events
    by_id = {one.id: one for one in events}
    before = before or Shown()
    changed = _difference(before, events, by_id)
    by_actor = _mended(before.by_actor, changed, by_id) if changed is not None else events_by_actor(events)
    seen = {actor: len(its) for actor, its in by_actor.items()}
    if found.plain is events:
        weights: Mapping[str, int] = seen
    else:
        weights = before.weights if _same(found.plain, before.plain) else counts_of(found.plain)
    actors = tuple(sorted(found.actors, key=lambda one: -weights.get(one.id, 0)))
    names = before.names if _same(actors, before.actors) else {actor.id: actor.name for actor in actors}
    picked = _picked(found, actors, weights)
    same_days = changed is not None and _same_days(changed, before)
    first, last, core = (before.first, before.last, before.core) if same_days else _ends(events)
    same_undated = changed is not None and not any(is_undated(one) for one in changed)
    return Shown(
        events=events,
        total=found.total,
        by_id=by_id,
        by_actor=by_actor,
        undated=before.undated if same_undated else tuple([one for one in events if is_undated(one)]),
        actors=actors,
        names=names,
        counts=found.counts,
        seen=seen,
        lanes=tuple(_lanes(found.lane_kind, events, actors, picked, found.articles)),
        colours={actor.id: index for index, actor in enumerate(picked)},
        bars=_bars(actors[:FIRST_BARS], by_actor, core, before),
        articles=found.articles,
        checked=frozenset(found.checked & by_id.keys()),
        conflicts=found.conflicts,
        first=first,
        last=last,
        core=core,
        plain=found.plain,
        weights=weights,
    )


def _difference(before: Shown, events: Sequence[Event], by_id: Mapping[str, Event]) -> list[Event] | None:
    """The events that are not as they were, as they were and as they are; None where those are too many to mend."""
    known = before.by_id
    new = [one for one in events if known.get(one.id) is not one]
    old = [known[one.id] for one in new if one.id in known]
    gone = len(known) + len(new) - len(old) - len(by_id)
    if len(new) + gone > len(events) // FEW:
        return None
    if gone:
        old += [one for id_, one in known.items() if id_ not in by_id]
    return old + new


def _mended(
    by_actor: Mapping[str, Sequence[Event]], changed: Sequence[Event], by_id: Mapping[str, Event]
) -> dict[str, Sequence[Event]]:
    """The events of each actor, where these events, as they were and as they are, are not the same any more."""
    mended = dict(by_actor)
    if not changed:
        return mended
    ids = {one.id for one in changed}
    # Ids stand in the order of the events.
    place = dict(zip(by_id, range(len(by_id)), strict=True))
    come: dict[str, dict[str, Event]] = {actor: {} for one in changed for actor in _taking_part(one)}
    for id_ in ids & by_id.keys():
        for actor in _taking_part(by_id[id_]):
            come[actor][id_] = by_id[id_]
    for actor, new in come.items():
        its = [one for one in mended.get(actor, ()) if one.id not in ids] + list(new.values())
        its.sort(key=lambda one: place[one.id])
        mended[actor] = tuple(its)
        if not its:
            del mended[actor]
    return mended


def _taking_part(event: Event) -> set[str]:
    return {part.actor for part in event.participants}


def _same(some: Sequence[object], others: Sequence[object]) -> bool:
    """Whether the very same things stand in the same order."""
    return len(some) == len(others) and all(map(is_, some, others))


def _same_days(changed: Sequence[Event], before: Shown) -> bool:
    """Whether changed events, as they were and as they are, lie where they lay."""
    there = Counter[tuple[int | None, ...]]()
    for one in changed:
        when = one.when
        days = (None,) if when is None else (when.earliest, when.latest, when.best)
        there[days] += 1 if before.by_id.get(one.id) is one else -1
    return not any(there.values())


def _ends(events: Sequence[Event]) -> tuple[int | None, int | None, tuple[int, int] | None]:
    """First and last day of all dated events, and of most of them."""
    days = [when for one in events if (when := one.when) is not None and when.is_bounded]
    first = min((when.earliest for when in days if when.earliest is not None), default=None)
    last = max((when.latest for when in days if when.latest is not None), default=None)
    return first, last, core_of([day for one in events if (day := middle_of(one)) is not None])


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


def events_by_actor(events: Iterable[Event]) -> dict[str, Sequence[Event]]:
    """The events of each actor, in their order."""
    found: dict[str, list[Event]] = {}
    for one in events:
        for actor in _taking_part(one):
            found.setdefault(actor, []).append(one)
    return dict(found)


def counts_of(events: Iterable[Event]) -> Counter[str]:
    """In how many of these events each actor takes part."""
    return Counter(actor for one in events for actor in _taking_part(one))


def _bars(
    actors: Iterable[Actor], by_actor: Mapping[str, Sequence[Event]], core: tuple[int, int] | None, before: Shown
) -> dict[str, tuple[int, ...]]:
    """The little charts of actors; those that stay the same are taken over from what was shown `before`."""
    bars = {}
    for actor in actors:
        events = by_actor.get(actor.id, ())
        same = actor.id in before.bars and core == before.core and events is before.by_actor.get(actor.id)
        bars[actor.id] = before.bars[actor.id] if same else bars_of(events, core)
    return bars


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


def core_of(days: Sequence[int]) -> tuple[int, int] | None:
    """The stretch of days that holds all but the outermost few of each end; None without days."""
    if not days:
        return None
    ordered = sorted(days)
    aside = len(ordered) * OUTERMOST // 100
    return ordered[aside], ordered[-1 - aside]

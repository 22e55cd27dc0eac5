"""Whether two articles tell of one happening: by family, actors, dates and, where those say little, by wording."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.model import LANDS, Actor, ActorKind, Event, Factuality, Role, When
from timeline_app.project.merging import (
    FEW_WORDS,
    ONCE,
    ONCE_TO_THINGS,
    VAGUE,
    WIDEST,
    agree,
    likeness,
    patients_of,
    words_of,
)

#: What the same actor hardly does, or suffers, twice within days.
NOT_SOON_AGAIN = ONCE | frozenset(
    "acquire acquit appoint arrest bankrupt charge convict coup crash divorce elect erupt explode found inaugurate"
    " marry merge quake resign sentence sink surrender".split()
)
#: What the same two hardly do to each other twice within a month.
ONCE_A_MONTH = NOT_SOON_AGAIN | frozenset({"award", "fine", "order", "sell", "sue", "win"})
MONTH = 31
#: Days by which articles may differ on the date of one such happening.
DIFFERING = 3
#: What may be launched or acquired.
_THINGS = frozenset({ActorKind.OTHER, ActorKind.ORGANIZATION})
#: Factualities that can tell of one happening.
_ASSERTED = frozenset({Factuality.HAPPENED, Factuality.ONGOING})
#: How alike two titles must be where dates or actors say little, by the number of telling actors they share.
_LIKE = {0: 0.6, 1: 0.7, 2: 0.5, 3: 0.25}
#: The project's actor of an id; None where there is none.
ActorOf = Callable[[str], Actor | None]


def same_event(one: Event, other: Event, actor_of: ActorOf = lambda _: None) -> bool:
    """Whether two articles tell of one happening: family, actors, dates and, where those say little, wording."""
    if not _may_be_one(one, other):
        return False
    if not one.statement and _befell_once(one, other, actor_of):
        return _may_be_one_date(one.when, other.when)
    if not one.statement and _worded_the_same(one, other):
        return True
    width = _common_width(one.when, other.when)
    mine, theirs = ({p.actor for p in event.participants} for event in (one, other))
    shared = mine & theirs
    if width is None or width > WIDEST or not shared or _befell_others(one, other, actor_of):
        return False
    telling = {actor for actor in shared if _kind(actor_of, actor) not in LANDS}
    if width <= MONTH and one.family in ONCE_A_MONTH and _same_two(one, other, telling):
        return True
    wording, own = _wording(one, other, mine | theirs, actor_of)
    if one.statement:
        return width <= VAGUE and wording >= 0.6 and own >= 0.5
    if not telling or width > VAGUE:
        return bool(telling or width <= VAGUE) and own > 0 and wording >= _LIKE[min(len(telling), 3)]
    if len(telling) > 1:
        return own > 0 and (wording >= 0.3 or shared in (mine, theirs))
    return shared in (mine, theirs) and (own >= 0.3 or one.family in NOT_SOON_AGAIN)


def _may_be_one(one: Event, other: Event) -> bool:
    """Whether both are of one family, said or not said, and both came about or both did not."""
    if one.family != other.family or one.statement != other.statement:
        return False
    return one.factuality is other.factuality or {one.factuality, other.factuality} <= _ASSERTED


def _wording(one: Event, other: Event, actors: set[str], actor_of: ActorOf) -> tuple[float, float]:
    """How alike two titles are, 0 to 1: by all their words, and by those that are not names of the actors.

    Nor does the word of saying count among these, for a statement is known by what is said.
    """
    known = (actor for id_ in actors if (actor := actor_of(id_)) is not None)
    names = {word for actor in known for name in actor.names for word in words_of(name)}
    names |= {one.family} if one.statement else set()
    words, others = words_of(one.title), words_of(other.title)
    return likeness(words, others), likeness(words - names, others - names)


def _kind(actor_of: ActorOf, actor_id: str) -> ActorKind | None:
    actor = actor_of(actor_id)
    return None if actor is None else actor.kind


def _befell_once(one: Event, other: Event, actor_of: ActorOf) -> bool:
    """Whether it is of the kind that befalls once, and befell the same."""
    if one.family in ONCE:
        return _befell_the_same(one, other, actor_of)
    return one.family in ONCE_TO_THINGS and _was_done_to_the_same_thing(one, other, actor_of)


def _was_done_to_the_same_thing(one: Event, other: Event, actor_of: ActorOf) -> bool:
    """Whether both name the same things, and neither somebody else who did it or another place."""
    mine, theirs = (
        {actor for actor in patients_of(event) if _kind(actor_of, actor) in _THINGS} for event in (one, other)
    )
    agents, others = ({p.actor for p in event.participants if p.role is Role.AGENT} for event in (one, other))
    places, elsewhere = (
        {p.actor for p in event.participants if _kind(actor_of, p.actor) in LANDS} for event in (one, other)
    )
    by_others = bool(agents and others) and not agents & others
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine) and not by_others and places == elsewhere


def _worded_the_same(one: Event, other: Event) -> bool:
    """Whether two tellings have the same title, of more than a few words, the same actors, and begin on one day.

    So what goes on for years is one happening, however long each article says that it has lasted.
    """
    if one.when is None or other.when is None or one.when.earliest is None or one.when.earliest != other.when.earliest:
        return False
    mine, theirs = ({(p.actor, p.role) for p in event.participants} for event in (one, other))
    words = words_of(one.title)
    return len(words) > FEW_WORDS and words == words_of(other.title) and bool(mine) and mine == theirs


def _befell_the_same(one: Event, other: Event, actor_of: ActorOf) -> bool:
    """Whether it befell the same persons, or some of them, and nobody else."""
    mine, theirs = (
        {actor for actor in patients_of(event) if _kind(actor_of, actor) is ActorKind.PERSON} for event in (one, other)
    )
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _befell_others(one: Event, other: Event, actor_of: ActorOf) -> bool:
    """Whether each names somebody whom it befell, and none of them is the same."""
    mine, theirs = (
        {actor for actor in patients_of(event) if _kind(actor_of, actor) not in LANDS} for event in (one, other)
    )
    return bool(mine and theirs) and not mine & theirs


def _same_two(one: Event, other: Event, telling: set[str]) -> bool:
    """Whether the same did it to the same: "Northrop and EADS defeat Boeing"; states do too much to be known by it."""
    mine, theirs = ({(p.actor, p.role) for p in event.participants if p.actor in telling} for event in (one, other))
    return {Role.AGENT, Role.PATIENT} <= {role for _, role in mine & theirs}


def _may_be_one_date(one: When | None, other: When | None) -> bool:
    """Whether two dates agree, or are so near that the articles may differ on the date of one happening."""
    if one is None or other is None or agree(one, other):
        return True
    gaps = ((a.earliest, b.latest) for a, b in ((one, other), (other, one)))
    return all(early is None or late is None or early - late <= DIFFERING for early, late in gaps)


def _common_width(one: When | None, other: When | None) -> int | None:
    """The days of the wider of two dates that share a day; None where they share none, or one of them is open."""
    if one is None or other is None or not one.may_overlap(other):
        return None
    widths = []
    for when in (one, other):
        if when.earliest is None or when.latest is None:
            return None
        widths.append(when.latest - when.earliest)
    return max(widths)

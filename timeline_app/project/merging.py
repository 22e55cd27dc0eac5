"""When actors and events of different articles are the same: the questions, apart from the keeping of the answers.

`Intake` asks only these functions. All are pure; ids of participants are already those of the project's actors. What
actors are called is decided in `extraction.actors.across`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from timeline_app.extraction.actors.lore import english_lore
from timeline_app.model import Actor, ActorKind, Event, Factuality, Role, When
from timeline_app.model.calendar import civil

#: Dates up to this many days wide are news dates; wider ones bring tellings together only with much else in common.
VAGUE = 10
#: Dates wider than this many days bring nothing together.
WIDEST = 366
#: Days a bucket of dates holds; tellings a few days apart share one bucket or lie in neighbours.
BUCKET = 8
#: What hardly befalls a person twice: who it was says more than when.
ONCE = frozenset({"born", "capture", "die", "kill", "release", "rescue", "reunite"})
#: What the same actor hardly does, or suffers, twice within days.
NOT_SOON_AGAIN = ONCE | frozenset(
    "acquire acquit appoint arrest bankrupt charge convict coup crash divorce elect erupt explode found inaugurate"
    " marry merge quake resign sentence sink surrender".split()
)
#: Days by which articles may differ on the date of one such happening.
DIFFERING = 3
#: Share of word pairs two passages have to have in common to be copies of each other.
COPIED = 0.7

_NOT_LETTERS = re.compile(r"[^\w&]+")
_SMALL_WORDS = frozenset(
    "a an the of in on at to for from by with and or as is are was were be that this its his her".split()
)
#: Factualities that can tell of one happening.
_ASSERTED = frozenset({Factuality.HAPPENED, Factuality.ONGOING})
#: How alike two titles must be where dates or actors say little, by the number of telling actors they share.
_LIKE = {0: 0.6, 1: 0.7, 2: 0.5, 3: 0.3}
#: Actors of these kinds take part in so much that sharing one says little.
_EVERYWHERE = frozenset({ActorKind.STATE, ActorKind.PLACE})

#: The project's actor of an id; None where there is none.
ActorOf = Callable[[str], Actor | None]
#: Under what events meet: family, actor, and a stretch of time.
EventKey = tuple[str, str, str]


def normal_name(name: str) -> str:
    """A name without case, accents, articles, titles, company forms and the possessive ending."""
    plain = re.sub(r"['’][sS]\b", "", unicodedata.normalize("NFKD", name))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"^\s*[tT][hH][eE]\s+(?=\S)", "", plain.replace("'", "").replace("’", "")).strip()
    lore = english_lore()
    if (known := lore.known.get(plain)) is not None:
        plain = known.name
    words = _NOT_LETTERS.sub(" ", plain.casefold()).split()
    titles, before = lore.words["titles"], _BEFORE_TITLES
    while len(words) > 1 and (words[0] in titles or (words[0] in before and words[1] in titles)):
        del words[0]
    while len(words) > 1 and words[-1] in lore.words["company_forms"]:
        del words[-1]
    return " ".join(words)


_BEFORE_TITLES = frozenset("prime vice deputy acting former".split())


def agree(one: When, other: When) -> bool:
    """Whether two dates can both be right: "about" a day, as news is told, leaves room before it but none after."""
    return _loose(one).may_overlap(_loose(other))


def _loose(when: When) -> When:
    return replace(when, earliest_start=None) if when.approximate else when


# --- where to look ----------------------------------------------------------------------------------------------------


def event_keys(event: Event) -> Iterator[EventKey]:
    """Under what an event is to be found; nothing where nothing may be joined."""
    yield from _keys_once(event)
    actors, first, last = _actors(event), *_bounds(event.when)
    if first is None or last is None:
        return
    exact = last - first <= VAGUE
    if exact:
        yield from (
            (event.family, actor, f"{n}") for actor in actors for n in range(first // BUCKET, last // BUCKET + 1)
        )
    if not event.statement:
        kind = "exact" if exact else "vague"
        yield from ((event.family, actor, f"{kind} {year}") for actor in actors for year in _years(first, last))


def keys_of_like(event: Event) -> Iterator[EventKey]:
    """Under what events like this one are to be found.

    A vague date is like any of its year, an exact one like near and like vague ones.
    """
    yield from _keys_once(event)
    actors, first, last = _actors(event), *_bounds(event.when)
    if first is None or last is None:
        return
    exact = last - first <= VAGUE
    if exact:
        yield from (
            (event.family, actor, f"{n}") for actor in actors for n in range(first // BUCKET, last // BUCKET + 1)
        )
    if not event.statement:
        for kind in ("vague",) if exact else ("vague", "exact"):
            yield from ((event.family, actor, f"{kind} {year}") for actor in actors for year in _years(first, last))


def _keys_once(event: Event) -> Iterator[EventKey]:
    if event.family in ONCE:
        yield from ((event.family, actor, "ever") for actor in _patients(event))


def _actors(event: Event) -> list[str]:
    return sorted({participant.actor for participant in event.participants}) if event.family else []


def _years(first: int, last: int) -> range:
    return range(civil(first)[0], civil(last)[0] + 1)


def _bounds(when: When | None) -> tuple[int | None, int | None]:
    """First and last day of a date that says enough to join by; otherwise nothing."""
    if when is None or when.earliest is None or when.latest is None or when.latest - when.earliest > WIDEST:
        return None, None
    return when.earliest, when.latest


# --- whether it is the same -------------------------------------------------------------------------------------------


def same_event(one: Event, other: Event, actor_of: ActorOf = lambda _: None) -> bool:
    """Whether two articles tell of one happening: family, actors, dates and, where those say little, wording."""
    if one.family != other.family or one.statement != other.statement:
        return False
    if one.factuality is not other.factuality and not {one.factuality, other.factuality} <= _ASSERTED:
        return False
    if one.family in ONCE and not one.statement and _befell_the_same(one, other, actor_of):
        return _may_be_one_date(one.when, other.when)
    width = _common_width(one.when, other.when)
    if width is None or width > WIDEST:
        return False
    mine, theirs = ({p.actor for p in event.participants} for event in (one, other))
    shared = mine & theirs
    if not shared:
        return False
    if _befell_others(one, other, actor_of):
        return False
    telling = {actor for actor in shared if _kind(actor_of, actor) not in _EVERYWHERE}
    wording, own = _wording(one, other, mine | theirs, actor_of)
    if one.statement:
        return width <= VAGUE and wording >= 0.6 and own >= 0.5
    if not telling or width > VAGUE:
        return bool(telling or width <= VAGUE) and own > 0 and wording >= _LIKE[min(len(telling), 3)]
    if len(telling) > 1:
        return own > 0 and (wording >= 0.3 or shared in (mine, theirs))
    return shared in (mine, theirs) and (own >= 0.3 or one.family in NOT_SOON_AGAIN)


def _wording(one: Event, other: Event, actors: set[str], actor_of: ActorOf) -> tuple[float, float]:
    """How alike two titles are, 0 to 1: by all their words, and by those that are not names of the actors.

    Nor does the word of saying count among these, for a statement is known by what is said.
    """
    names = {
        word for id_ in actors if (actor := actor_of(id_)) is not None for name in actor.names for word in _words(name)
    }
    names |= {one.family} if one.statement else set()
    words, others = _words(one.title), _words(other.title)
    return _likeness(words, others), _likeness(words - names, others - names)


def _kind(actor_of: ActorOf, actor_id: str) -> ActorKind | None:
    actor = actor_of(actor_id)
    return None if actor is None else actor.kind


def _patients(event: Event) -> list[str]:
    return [each.actor for each in event.participants if each.role is Role.PATIENT]


def _befell_the_same(one: Event, other: Event, actor_of: ActorOf) -> bool:
    """Whether it befell the same persons, or some of them, and nobody else."""
    mine, theirs = (
        {actor for actor in _patients(event) if _kind(actor_of, actor) is ActorKind.PERSON} for event in (one, other)
    )
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _befell_others(one: Event, other: Event, actor_of: ActorOf) -> bool:
    """Whether each names somebody whom it befell, and none of them is the same."""
    mine, theirs = (
        {actor for actor in _patients(event) if _kind(actor_of, actor) not in _EVERYWHERE} for event in (one, other)
    )
    return bool(mine and theirs) and not mine & theirs


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


def near_identical(passage: str, other: str) -> bool:
    """Whether one passage is a copy of the other, as in an agency's report that two papers print."""
    return _likeness(_pairs(passage), _pairs(other)) >= COPIED


def _words(text: str) -> set[str]:
    """The words that say something, without the "s" of plurals and of the present tense."""
    words = _NOT_LETTERS.sub(" ", text.casefold()).split()
    return {word.removesuffix("s") if len(word) > 3 else word for word in words if word not in _SMALL_WORDS}


def _pairs(text: str) -> set[tuple[str, str]]:
    words = _NOT_LETTERS.sub(" ", text.casefold()).split()
    return set(pairwise(words)) or {(word, "") for word in words}


def _likeness(one: set[Any], other: set[Any]) -> float:
    """Jaccard's share of what both hold, 0 to 1."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0

"""When actors and events of different articles are the same: the questions, apart from the keeping of the answers.

`Intake` asks only these functions. All are pure; ids of participants are already those of the project's actors.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from timeline_app.model import Actor, ActorKind, Event, Factuality, Role, When
from timeline_app.project.composing import agree

#: Dates wider than this many days are too vague to bring tellings of different articles together.
VAGUE = 10
#: Days a bucket of dates holds; tellings a few days apart share one bucket or lie in neighbours.
BUCKET = 8
#: The bucket of what has one date only, whatever is said of it.
ANY_DAY = -(10**9)
#: What hardly befalls a person twice: who it was says more than when.
ONCE = frozenset({"born", "capture", "die", "kill", "release", "rescue", "reunite"})
#: Days by which articles may differ on the date of one such happening.
DIFFERING = 3
#: Share of word pairs two passages have to have in common to be copies of each other.
COPIED = 0.7

_NOT_LETTERS = re.compile(r"[^\w&]+")
_TITLES = frozenset(
    "the mr mrs ms miss dr prof professor sir dame lord lady president minister premier chancellor king queen prince"
    " princess pope senator governor mayor general colonel captain judge justice secretary ambassador chairman".split()
)
_BEFORE_TITLES = frozenset("prime vice deputy acting former".split())
_COMPANY_FORMS = frozenset("inc ltd plc llc corp corporation company co gmbh ag sa nv spa".split())
_KNOWN = {
    "us": "united states",
    "u s": "united states",
    "usa": "united states",
    "u s a": "united states",
    "america": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "u k": "united kingdom",
    "britain": "united kingdom",
    "great britain": "united kingdom",
    "un": "united nations",
    "u n": "united nations",
    "eu": "european union",
    "e u": "european union",
}
_SMALL_WORDS = frozenset(
    "a an the of in on at to for from by with and or as is are was were be that this its his her".split()
)
#: Factualities that can tell of one happening.
_ASSERTED = frozenset({Factuality.HAPPENED, Factuality.ONGOING})


def normal_name(name: str) -> str:
    """A name without case, accents, articles, titles, company forms and the possessive ending."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"['’]s\b", "", plain).replace("'", "").replace("’", "")
    words = _NOT_LETTERS.sub(" ", plain).split()
    while len(words) > 1 and (words[0] in _TITLES or (words[0] in _BEFORE_TITLES and words[1] in _TITLES)):
        del words[0]
    while len(words) > 1 and words[-1] in _COMPANY_FORMS:
        del words[-1]
    joined = " ".join(words)
    return _KNOWN.get(joined, joined)


def actor_key(actor: Actor) -> str:
    """What an actor's best name comes to over all articles; "" where it says too little (a bare surname)."""
    return _name_key(actor.name, actor.kind)


def actor_keys(actor: Actor) -> tuple[str, ...]:
    """The keys of all its names that say enough, the best name's first."""
    keys = (_name_key(name, actor.kind) for name in actor.names)
    return tuple(dict.fromkeys(key for key in keys if key))


def _name_key(name: str, kind: ActorKind) -> str:
    normal = normal_name(name)
    if kind is ActorKind.PERSON and " " not in normal:
        return ""
    return normal


def event_keys(event: Event) -> Iterator[tuple[str, str, int]]:
    """Family, actor and date bucket under which tellings of one event meet; none where nothing may be joined."""
    when = event.when
    if not event.family:
        return
    if event.family in ONCE:
        for participant in event.participants:
            if participant.role is Role.PATIENT:
                yield event.family, participant.actor, ANY_DAY
    if when is None or when.earliest is None or when.latest is None:
        return
    if when.latest - when.earliest > VAGUE:
        return
    for actor in {participant.actor: None for participant in event.participants}:
        for bucket in range(when.earliest // BUCKET, when.latest // BUCKET + 1):
            yield event.family, actor, bucket


def same_event(one: Event, other: Event, is_person: Callable[[str], bool] = lambda _: False) -> bool:
    """Whether two articles tell of one happening: family, actors, dates and, where those say little, wording.

    `is_person` says of an actor's id whether it is a person.
    """
    if one.family != other.family or one.statement != other.statement:
        return False
    if one.factuality is not other.factuality and not {one.factuality, other.factuality} <= _ASSERTED:
        return False
    if one.family in ONCE and not one.statement and _befell_the_same(one, other, is_person):
        return _may_be_one_date(one.when, other.when)
    if not _dates_agree(one, other):
        return False
    actors, others = ({p.actor for p in event.participants} for event in (one, other))
    shared = len(actors & others)
    if not shared:
        return False
    wording = _likeness(_words(one.title), _words(other.title))
    if one.statement:
        return wording >= 0.6
    return shared == min(len(actors), len(others)) and (shared >= 2 or wording >= 0.3)


def _befell_the_same(one: Event, other: Event, is_person: Callable[[str], bool]) -> bool:
    mine, theirs = (
        {p.actor for p in event.participants if p.role is Role.PATIENT and is_person(p.actor)} for event in (one, other)
    )
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _may_be_one_date(one: When | None, other: When | None) -> bool:
    """Whether two dates agree, or are so near that the articles may differ on the date of one happening."""
    if one is None or other is None or agree(one, other):
        return True
    gaps = ((a.earliest, b.latest) for a, b in ((one, other), (other, one)))
    return all(early is None or late is None or early - late <= DIFFERING for early, late in gaps)


def _dates_agree(one: Event, other: Event) -> bool:
    if one.when is None or other.when is None or not one.when.may_overlap(other.when):
        return False
    return all(
        when.earliest is not None and when.latest is not None and when.latest - when.earliest <= VAGUE
        for when in (one.when, other.when)
    )


def near_identical(passage: str, other: str) -> bool:
    """Whether one passage is a copy of the other, as in an agency's report that two papers print."""
    return _likeness(_pairs(passage), _pairs(other)) >= COPIED


def _words(text: str) -> set[str]:
    return {word for word in _NOT_LETTERS.sub(" ", text.casefold()).split() if word not in _SMALL_WORDS}


def _pairs(text: str) -> set[tuple[str, str]]:
    words = _NOT_LETTERS.sub(" ", text.casefold()).split()
    return set(pairwise(words)) or {(word, "") for word in words}


def _likeness(one: set[Any], other: set[Any]) -> float:
    """Jaccard's share of what both hold, 0 to 1."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0

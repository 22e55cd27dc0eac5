"""When actors and events of different articles are the same: the questions, apart from the keeping of the answers.

`Intake` asks only these functions. All are pure; ids of participants are already those of the project's actors. What
actors are called is decided in `extraction.actors.across`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from timeline_app.extraction.actors.lore import english_lore
from timeline_app.model import Event, Role, When
from timeline_app.model.calendar import civil

#: Dates up to this many days wide are news dates; wider ones bring tellings together only with much else in common.
VAGUE = 10
#: Dates wider than this many days bring nothing together.
WIDEST = 366
#: Days a bucket of dates holds; tellings a few days apart share one bucket or lie in neighbours.
BUCKET = 8
#: What hardly befalls a person twice: who it was says more than when.
ONCE = frozenset({"born", "capture", "die", "kill", "release", "rescue", "reunite"})
#: What hardly befalls a product, work or body twice, wherever nobody says of another place.
ONCE_TO_THINGS = frozenset({"acquire", "debut", "found", "inaugurate", "introduce", "launch", "reveal", "unveil"})
#: Share of word pairs two passages have to have in common to be copies of each other.
COPIED = 0.7
#: A title of so few words says too little to be known by.
FEW_WORDS = 3

_NOT_LETTERS = re.compile(r"[^\w&]+")
_SMALL_WORDS = frozenset(
    "a an the of in on at to for from by with and or as is are was were be that this its his her".split()
)
#: Under what events meet: family, actor, and a stretch of time.
EventKey = tuple[str, str, str]


def normal_name(name: str) -> str:
    """A name without case, accents, articles, titles, company forms and the possessive ending."""
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name)
    plain = _POSSESSIVE.sub("", plain)
    if not plain.isascii():
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = _ARTICLE.sub("", plain.replace("'", "").replace("’", "")).strip()
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


_POSSESSIVE, _ARTICLE = re.compile(r"['’][sS]\b"), re.compile(r"^\s*[tT][hH][eE]\s+(?=\S)")
_BEFORE_TITLES = frozenset("prime vice deputy acting former".split())


def agree(one: When, other: When) -> bool:
    """Whether two dates can both be right: "about" a day, as news is told, leaves room before it but none after."""
    return _loose(one).may_overlap(_loose(other))


def _loose(when: When) -> When:
    return replace(when, earliest_start=None) if when.approximate else when


# --- where to look ----------------------------------------------------------------------------------------------------


def event_keys(event: Event) -> Iterator[EventKey]:
    """Under what an event is to be found; nothing where nothing may be joined."""
    yield from _keys(event, ("exact" if _is_exact(event) else "vague",))


def keys_of_like(event: Event) -> Iterator[EventKey]:
    """Under what events like this one are to be found.

    A vague date is like any of its year, an exact one like near and like vague ones.
    """
    yield from _keys(event, ("vague",) if _is_exact(event) else ("vague", "exact"))


def _keys(event: Event, kinds: Iterable[str]) -> Iterator[EventKey]:
    """Keys without a date, of the days nearby where the date is exact, and of the years, for dates of these kinds."""
    yield from _keys_once(event)
    actors, first, last = _actors(event), *_bounds(event.when)
    if first is None or last is None:
        return
    if _is_exact(event):
        buckets = range(first // BUCKET, last // BUCKET + 1)
        yield from ((event.family, actor, f"{n}") for actor in actors for n in buckets)
    if not event.statement:
        for kind in kinds:
            yield from ((event.family, actor, f"{kind} {year}") for actor in actors for year in _years(first, last))


def _is_exact(event: Event) -> bool:
    """Whether an event has the date of news, not only a year or so."""
    first, last = _bounds(event.when)
    return first is not None and last is not None and last - first <= VAGUE


def _keys_once(event: Event) -> Iterator[EventKey]:
    """Keys without a date: of what befalls somebody or something once, and of the same words."""
    if event.family in ONCE | ONCE_TO_THINGS:
        yield from ((event.family, actor, "ever") for actor in patients_of(event))
    words = words_of(event.title)
    begun = event.when is not None and event.when.earliest is not None
    if begun and event.family and not event.statement and len(words) > FEW_WORDS:
        yield (event.family, " ".join(sorted(words)), "words")


def _actors(event: Event) -> list[str]:
    return sorted({participant.actor for participant in event.participants}) if event.family else []


def _years(first: int, last: int) -> range:
    return range(civil(first)[0], civil(last)[0] + 1)


def _bounds(when: When | None) -> tuple[int | None, int | None]:
    """First and last day of a date that says enough to join by; otherwise nothing."""
    if when is None or when.earliest is None or when.latest is None or when.latest - when.earliest > WIDEST:
        return None, None
    return when.earliest, when.latest


def patients_of(event: Event) -> list[str]:
    """The actors that an event befell."""
    return [each.actor for each in event.participants if each.role is Role.PATIENT]


def near_identical(passage: str, other: str) -> bool:
    """Whether one passage is a copy of the other, as in an agency's report that two papers print."""
    return likeness(_pairs(passage), _pairs(other)) >= COPIED


def words_of(text: str) -> set[str]:
    """The words that say something, without the "s" of plurals and of the present tense."""
    words = _NOT_LETTERS.sub(" ", text.casefold()).split()
    return {word.removesuffix("s") if len(word) > 3 else word for word in words if word not in _SMALL_WORDS}


def _pairs(text: str) -> set[tuple[str, str]]:
    words = _NOT_LETTERS.sub(" ", text.casefold()).split()
    return set(pairwise(words)) or {(word, "") for word in words}


def likeness(one: set[Any], other: set[Any]) -> float:
    """Jaccard's share of what both hold, 0 to 1."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0

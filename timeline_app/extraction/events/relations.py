"""How events of one article lie to each other in time: "two days before the vote", "after 13 days in captivity".

A relation bounds the days between two starts. Only what the words say is taken: "after" alone is at least no day.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.grammar import MAX_CLIMB
from timeline_app.extraction.events.telling import Telling
from timeline_app.extraction.events.verbs import has_own_subject, is_verb
from timeline_app.model import Participant

#: Days of a unit, least and most ("two months" is 59 to 62 days).
UNITS = {
    "day": (1, 1),
    "week": (7, 7),
    "fortnight": (14, 14),
    "month": (28, 31),
    "year": (365, 366),
    "decade": (3652, 3653),
}
BEFORE = frozenset({"before"})
AFTER = frozenset({"after", "following", "since"})
SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
#: A state that lasts, the families that begin it and those that end it.
STATES = {"captivity": (("capture", "captivity", "arrest"), ("release", "rescue", "reunite", "escape"))}


@dataclass(frozen=True, slots=True)
class Link:
    """Telling `later` starts `least` to `most` days after telling `earlier`; characters [start, end) say so."""

    earlier: int
    later: int
    least: int | None
    most: int | None
    start: int
    end: int


def find_links(a: Analysis, tellings: Sequence[Telling]) -> list[Link]:
    """The relations that an article's grammar states, between tellings by their number."""
    number_of = {t.candidate.head: n for n, t in enumerate(tellings) if not t.candidate.attributive}
    number_of |= {t.candidate.verb: n for n, t in enumerate(tellings) if t.candidate.light and t.candidate.verb >= 0}
    links: list[Link] = []
    for token in a.tokens:
        word = token.text.lower()
        if word in BEFORE | AFTER and token.dep in {"prep", "mark", "advmod", "pcomp"}:
            links.extend(_around(a, number_of, token.i, after=word in AFTER))
    links.extend(_states(a, tellings))
    return links


def _around(a: Analysis, number_of: dict[int, int], i: int, *, after: bool) -> Iterator[Link]:
    """Links of one preposition: "E two days before X", "two days after X happened, E"."""
    token = a.tokens[i]
    below = token.head if token.dep == "mark" else _first(a, i, {"pobj", "pcomp"})
    if below is None or below not in number_of:
        return
    above = _trigger_above(a, token.head, number_of, below)
    if above is None or above == number_of[below]:
        return
    span = _quantity(a, i, below if token.dep == "mark" else i)
    least, most = (span[0], span[1]) if span else (0, None)
    start = a.tokens[span[2]].start if span else token.start
    for other in (below, *_goes_on(a, below)):
        if other in number_of and number_of[other] != above:
            earlier, later = (number_of[other], above) if after else (above, number_of[other])
            yield Link(earlier, later, least, most, start, a.tokens[below].end)


def _goes_on(a: Analysis, verb: int) -> list[int]:
    """What is told in one breath with a verb: the "killed" of "after the quake struck and killed 12 people"."""
    joined = [k for k in a.children[verb] if a.tokens[k].dep == "conj" and a.tokens[k].tag == a.tokens[verb].tag]
    return [k for k in joined if is_verb(a, k) and not has_own_subject(a, k)]


def _first(a: Analysis, i: int, deps: set[str]) -> int | None:
    return next((k for k in a.children[i] if a.tokens[k].dep in deps), None)


def _trigger_above(a: Analysis, at: int, number_of: dict[int, int], below: int) -> int | None:
    """The nearest telling above, other than the one that stands below the preposition."""
    for _ in range(MAX_CLIMB):
        if at in number_of and at != below:
            return number_of[at]
        head = a.tokens[at].head
        if head == at:
            return None
        at = head
    return None


def _quantity(a: Analysis, preposition: int, holder: int) -> tuple[int, int, int] | None:
    """Least and most days of "two days" before a preposition, and the first token of these words."""
    for k in (*a.children[preposition], *(a.children[holder] if holder != preposition else ())):
        token = a.tokens[k]
        if k < preposition and token.lemma.lower() in UNITS:
            number = _number(a, k)
            if number is not None:
                low, high = UNITS[token.lemma.lower()]
                return math.floor(number * low), math.ceil(number * high), min(a.subtree(k))
    return None


def _number(a: Analysis, unit: int) -> float | None:
    """The count before a unit; "the day after" and "a day after" are one."""
    if a.tokens[unit].tag == "NN" and any(a.tokens[k].text.lower() in {"the", "a", "an"} for k in a.children[unit]):
        return 1
    for k in a.children[unit]:
        word = a.tokens[k].text.lower().replace(",", "")
        if a.tokens[k].dep != "nummod":
            continue
        if word.isdigit():
            return float(word)
        if word in SMALL:
            return float(SMALL.index(word))
    return None


def _states(a: Analysis, tellings: Sequence[Telling]) -> Iterator[Link]:
    """So many days from what began a state to what ended it: "after 13 days in captivity"."""
    for state in tellings:
        family = state.candidate.family
        if family not in STATES or not state.candidate.noun:
            continue
        found = _length(a, state.candidate.head)
        if found is None:
            continue
        least, most, first = found
        who = {p.actor for p in (*state.participants, *state.around)}
        begins, ends = STATES[family]
        start = _nearest(tellings, begins, who, state)
        if start is None:
            continue
        for number in _all_of(tellings, ends, who):
            yield Link(start, number, least, most, a.tokens[first].start, a.tokens[state.candidate.head].end)


def _length(a: Analysis, i: int) -> tuple[int, int, int] | None:
    """The days of "13 days in captivity", where the unit stands above the noun of the state."""
    preposition = a.tokens[i].head
    unit = a.tokens[preposition].head
    lemma = a.tokens[unit].lemma.lower()
    if a.tokens[preposition].text.lower() not in {"in", "of"} or lemma not in UNITS:
        return None
    number = _number(a, unit)
    if number is None:
        return None
    low, high = UNITS[lemma]
    return math.floor(number * low), math.ceil(number * high), min(k for k in a.subtree(unit) if k <= unit)


def _nearest(tellings: Sequence[Telling], families: Sequence[str], who: set[str], state: Telling) -> int | None:
    numbers = [n for n in _all_of(tellings, families, who) if tellings[n] is not state]
    return min(numbers, key=lambda n: abs(tellings[n].candidate.head - state.candidate.head), default=None)


def _all_of(tellings: Sequence[Telling], families: Sequence[str], who: set[str]) -> list[int]:
    """Real tellings of these families in which one of these actors takes part."""
    return [
        n
        for n, telling in enumerate(tellings)
        if telling.candidate.family in families
        and telling.status.factuality == "happened"
        and who & _actors(telling.participants)
    ]


def _actors(participants: Sequence[Participant]) -> set[str]:
    return {participant.actor for participant in participants}

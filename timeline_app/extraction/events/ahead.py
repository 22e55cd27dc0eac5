"""A day still to come, hung on what is past: "Qantas, which will fly the jet, in July 2030, has opened an office"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.attaching import YEAR, Anchored
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.dating import is_ahead
from timeline_app.extraction.events.selection import ENDING
from timeline_app.extraction.events.verbs import Tense, VerbGroup


def given_ahead(
    a: Analysis, candidates: Sequence[Candidate], tied: dict[int, list[Anchored]], published: int | None
) -> dict[int, list[Anchored]]:
    """Dates by candidate, where what lies ahead dates the plan that stands before it and not what has been done."""
    given = dict(tied)
    starts = [token.start for token in a.tokens]
    for number, dates in tied.items():
        group = candidates[number].group
        if candidates[number].noun or group is None:
            continue
        above = _ended_by(a, candidates, number)
        if above >= 0 and above not in tied:
            given[above], given[number] = dates, []
            continue
        if candidates[number].family == "accuse":
            _give_to_charge(a, candidates, given, number)
        if group.modal in {"will", "would", "shall"}:
            _give_back_ago(a, candidates, given, number, starts)
        if not _is_done(group):
            continue
        for one in (one for one in dates if is_ahead(one.time.when, published)):
            plan = _plan_before(candidates, candidates[number], bisect_left(starts, one.time.passage.start))
            if plan >= 0 and plan not in tied:
                given[plan] = [*given.get(plan, []), one]
                given[number] = [other for other in given[number] if other is not one]
    return given


def _ended_by(a: Analysis, candidates: Sequence[Candidate], number: int) -> int:
    """The number of what ends a candidate's deed, which its date is of: "stopped making phones in 2010"; else -1."""
    token = a.tokens[candidates[number].head]
    if token.dep != "xcomp" or token.tag != "VBG" or a.tokens[token.head].lemma not in ENDING:
        return -1
    return next((n for n, candidate in enumerate(candidates) if candidate.head == token.head), -1)


def _give_to_charge(
    a: Analysis, candidates: Sequence[Candidate], given: dict[int, list[Anchored]], number: int
) -> None:
    """Years are of what somebody is accused of: "accused him of paying bribes between 2014 and 2018"."""
    for deed, candidate in enumerate(candidates):
        preposition = a.tokens[a.tokens[candidate.head].head]
        charged = a.tokens[candidate.head].dep == "pcomp" and preposition.head == candidates[number].head
        years = [one for one in given[number] if _is_years(one)]
        if charged and deed not in given and years:
            given[deed] = years
            given[number] = [one for one in given[number] if one not in years]


def _is_years(one: Anchored) -> bool:
    when = one.time.when
    return when is not None and when.earliest is not None and (when.latest or 0) - when.earliest >= YEAR


def _give_back_ago(
    a: Analysis, candidates: Sequence[Candidate], given: dict[int, list[Anchored]], number: int, starts: Sequence[int]
) -> None:
    """What is planned lies ahead: in "will investigate the killing of Ann Roy four years ago" the killing does not."""
    for one in given[number]:
        last = bisect_left(starts, one.time.passage.end) - 1
        if a.tokens[last].text.lower() != "ago":
            continue
        given[number] = [other for other in given[number] if other is not one]
        first = bisect_left(starts, one.time.passage.start)
        nouns = [n for n, c in enumerate(candidates) if c.noun and candidates[number].head < c.head < first]
        if nouns and candidates[nouns[-1]].sentence == candidates[number].sentence:
            given[nouns[-1]] = [*given.get(nouns[-1], []), one]


def _is_done(group: VerbGroup) -> bool:
    return (group.tense is Tense.PAST or group.perfect) and not group.modal


def _plan_before(candidates: Sequence[Candidate], done: Candidate, at: int) -> int:
    """The number of the last verb before token `at` of its sentence, if it tells of a plan; else -1."""
    before = [
        number
        for number, candidate in enumerate(candidates)
        if candidate.sentence == done.sentence and candidate.head < at and not candidate.noun
    ]
    group = candidates[before[-1]].group if before else None
    return before[-1] if group is not None and (group.infinitive or group.modal in {"will", "shall"}) else -1

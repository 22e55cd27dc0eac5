"""A day still to come, hung on what is past: "Qantas, which will fly the jet, in July 2030, has opened an office"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.attaching import Anchored
from timeline_app.extraction.events.candidate import Candidate
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
        if group.modal in {"will", "would", "shall"}:
            _give_back_ago(a, candidates, given, number, starts)
        if not _is_done(group):
            continue
        for one in (one for one in dates if _lies_ahead(one, published)):
            plan = _plan_before(candidates, candidates[number], bisect_left(starts, one.time.passage.start))
            if plan >= 0 and plan not in tied:
                given[plan] = [*given.get(plan, []), one]
                given[number] = [other for other in given[number] if other is not one]
    return given


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


def _lies_ahead(one: Anchored, published: int | None) -> bool:
    when = one.time.when
    return published is not None and when is not None and when.earliest is not None and when.earliest > published


def _plan_before(candidates: Sequence[Candidate], done: Candidate, at: int) -> int:
    """The number of the last verb before token `at` of its sentence, if it tells of a plan; else -1."""
    before = [
        number
        for number, candidate in enumerate(candidates)
        if candidate.sentence == done.sentence and candidate.head < at and not candidate.noun
    ]
    group = candidates[before[-1]].group if before else None
    return before[-1] if group is not None and (group.infinitive or group.modal in {"will", "shall"}) else -1

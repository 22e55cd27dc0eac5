"""When an event happened: the expression that governs its clause, else tense and the article's date, else nothing.

The order is that of care: same clause, then one step over a conjunction or an open complement, then the day told just
before it in the same paragraph, then the bounds that tense gives. A date is never passed down into a quotation or a
relative clause, and never taken from a headline or dateline.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline_app.extraction.events.attaching import AFTER, BEFORE, UNTIL, Anchored
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.verbs import Tense
from timeline_app.model import Basis, Factuality, Passage, TimeExpression, When
from timeline_app.model.bounds import when_between, when_day, when_span
from timeline_app.model.calendar import iso_day
from timeline_app.model.phrase import say_day

#: Days up to which a date is a day, a week, a month, a season, a year, a decade, a century.
GRAINS = (1, 7, 31, 124, 366, 3660, 36600)
#: How long before the article news may have happened when nothing else is said: nearly all of it within a week.
NEWS_DAYS = 7


def explicit_when(anchored: Sequence[Anchored], *, published: int | None = None) -> When | None:
    """The date that expressions give together: a span for two linked ends, else the finest of them.

    "Has been trying since March" lasts from then to the day of the article.
    """
    if not anchored:
        return None
    best = min(anchored, key=lambda one: (_fineness(one.time.when), _is_rough(one.time), one.time.passage.start))
    for one in anchored:
        for other in anchored:
            if one.time.range_end == other.time.passage and one.time.when and other.time.when:
                return _span(one.time, other.time)
    if (either := _either(anchored)) is not None:
        return either
    when = _with_preposition(best)
    if best.lasting and published is not None and best.time.when is not None:
        when = _until_now(best.time.when, published)
    return when.with_basis(*_basis(best.time)) if when else None


def _either(anchored: Sequence[Anchored]) -> When | None:
    """The one date or the other: "in August or September"."""
    for one, other in pairwise(anchored):
        first, last = one.time.when, other.time.when
        if other.preposition != "or" or first is None or last is None or _fineness(first) != _fineness(last):
            continue
        if first.earliest is not None and last.latest is not None and first.earliest < last.latest:
            return when_between(first.earliest, last.latest).with_basis(*_basis(one.time), *_basis(other.time))
    return None


def is_ahead(when: When | None, published: int | None) -> bool:
    """Whether all of a date lies after the day of the article."""
    return published is not None and when is not None and when.earliest is not None and when.earliest > published


def _is_rough(time: TimeExpression) -> bool:
    """Whether it is hours away from a day, which a time that stands beside it tells better."""
    return time.value.endswith("TXX")


def _until_now(start: When, published: int) -> When:
    try:
        return when_span(start, when_day(published))
    except ValueError:
        return start


def _fineness(when: When | None) -> int:
    """How fine a date is, 0 for a day; months are as fine as each other, so that the first named counts."""
    if when is None or when.earliest is None or when.latest is None:
        return 10**9
    return bisect_left(GRAINS, when.latest - when.earliest)


def _span(start: TimeExpression, end: TimeExpression) -> When | None:
    if start.when is None or end.when is None:
        return None
    try:
        return when_span(start.when, end.when).with_basis(*_basis(start), *_basis(end))
    except ValueError:
        return start.when.with_basis(*_basis(start))


def _with_preposition(one: Anchored) -> When | None:
    when, word = one.time.when, one.preposition
    if when is None or when.earliest is None or when.latest is None:
        return when
    if word in BEFORE:
        return when_between(None, when.earliest - 1)
    if word in UNTIL and one.deferred:
        return when
    if word == "by" or word in UNTIL:
        return when_between(None, when.latest)
    if word in AFTER and when.latest > when.earliest:
        return when_between(when.earliest, None)
    return when


def _basis(time: TimeExpression) -> tuple[Basis, ...]:
    passages = (time.passage, time.anchor) if time.anchor else (time.passage,)
    own = time.when.basis if time.when else ()
    return own or (Basis(time.rule, passages),)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around an undated event: the article's date, the day of its news, the day told just before.

    `meant` marks what something was done to bring about, `meant_by` is the date of that.
    """

    published: int | None
    told: When | None = None
    news: When | None = None
    background: bool = False
    narrative: bool = False
    alleged: bool = False
    meant: bool = False
    meant_by: When | None = None


def bounds_by_tense(
    candidate: Candidate, factuality: Factuality, around: Surroundings, passage: Passage
) -> When | None:
    """Bounds for an event without an expression of its own. They say no more than tense and the article's date do."""
    day = around.published
    if around.alleged:
        return told_as_past(day, passage) if day is not None else None
    if around.meant:
        return _meant(around.meant_by or around.told, passage)
    if factuality in {Factuality.PLANNED, Factuality.POSSIBLE} or _never_was(candidate, factuality):
        return _ahead(day, factuality, passage)
    if around.told is not None and not around.background:
        return _same_breath(around.told, passage)
    if day is None:
        return None
    group = candidate.group
    if factuality is Factuality.ONGOING or (group is not None and group.tense is Tense.PRESENT and not group.perfect):
        return _about(day, "told in the present tense", passage)
    if around.narrative or around.background or (group is not None and group.perfect and group.tense is Tense.PAST):
        return told_as_past(day, passage)
    if around.news is not None and around.news.earliest is not None:
        return _with_the_news(around.news, day, passage)
    return _about(day, "told as news", passage)


def _never_was(candidate: Candidate, factuality: Factuality) -> bool:
    """Whether what is denied has no day: what was not done ("did not comment", "would not say") was not done then."""
    group = candidate.group
    if factuality is not Factuality.DENIED or group is None or not group.negated:
        return factuality is Factuality.DENIED
    refused = group.modal == "would" and candidate.statement
    return not refused and (group.tense is not Tense.PAST or bool(group.modal))


def _meant(then: When | None, passage: Passage) -> When | None:
    """Not before what was done to bring it about; whether it came about is not said."""
    if then is None or then.earliest is None:
        return None
    meant = Basis("meant when what stands beside it was done", (passage,))
    return when_between(then.earliest, None).with_basis(meant, *then.basis)


def told_as_past(day: int, passage: Passage) -> When:
    """Not later than the day of the article."""
    sentence = f"told as past by an article of {say_day(day)}"
    return when_between(None, day).with_basis(Basis(sentence, (passage,)))


def _with_the_news(news: When, published: int, passage: Passage) -> When:
    """About the day that the article opens with; not before it, and not after the article."""
    first = news.earliest if news.earliest is not None else published
    sentence = f"told as part of the news of {say_day(first)}, with which the article opens"
    when = when_between(first, max(first, published), approximate=True)
    return replace(when, edtf=f"{iso_day(first)}~", basis=(Basis(sentence, (passage,)), *news.basis))


def _ahead(day: int | None, factuality: Factuality, passage: Passage) -> When | None:
    if day is None or factuality is Factuality.DENIED:
        return None
    sentence = f"not yet come about when the article of {say_day(day)} was written"
    return when_between(day, None).with_basis(Basis(sentence, (passage,)))


def _about(day: int, how: str, passage: Passage) -> When:
    when = when_between(day - NEWS_DAYS, day, approximate=True)
    sentence = f"{how} by an article of {say_day(day)}, so on that day or shortly before"
    return replace(when, edtf=f"{iso_day(day)}~", best=None, basis=(Basis(sentence, (passage,)),))


def _same_breath(told: When, passage: Passage) -> When | None:
    """The day of the sentence before, as "about": told in one breath with it."""
    if told.earliest is None or told.latest is None:
        return None
    when = replace(told, approximate=True, clock=None)
    edtf = told.edtf.split("T")[0]
    if not edtf.endswith(("~", "?", "%", "]")) and "/" not in edtf:
        edtf += "~"
    return replace(
        when, edtf=edtf, basis=(Basis("told in one breath with what stands before it", (passage,)), *told.basis)
    )

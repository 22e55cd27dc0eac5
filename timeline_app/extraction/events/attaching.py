"""Which expression of time governs which event: same clause, then one step over a conjunction or an open complement.

A date is never passed down into a quotation or a relative clause, never taken from a dateline, and from a headline only
with its year.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.blocks import BlockKind
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.circumstances import as_it_was_done, at_that_time
from timeline_app.extraction.events.expectations import is_put_off
from timeline_app.extraction.events.grammar import came_of
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.verbs import Tense, is_verb
from timeline_app.model import TimeExpression, TimexType

BEFORE = frozenset({"before", "prior", "ahead"})
AFTER = frozenset({"after", "following"})
SINCE = frozenset({"since", "from"})
UNTIL = frozenset({"until", "till", "through"})
OF_A_THING = frozenset({"compound", "nummod", "amod", "nmod", "poss"})
#: Days from which on a date before a thing says which it is ("from 1990 levels") and not when something was done.
YEAR = 360


@dataclass(frozen=True, slots=True)
class Anchored:
    """An expression tied to the trigger it dates, with the preposition before it.

    `deferred` marks the day to which something is put off, `lasting` the day since when it goes on.
    """

    time: TimeExpression
    preposition: str
    deferred: bool = False
    lasting: bool = False


def tie_expressions(
    a: Analysis, candidates: Sequence[Candidate], times: Sequence[TimeExpression]
) -> dict[int, list[Anchored]]:
    """For each candidate's number the expressions that govern it."""
    owner = _owners(candidates)
    starts = [token.start for token in a.tokens]
    tied: dict[int, list[Anchored]] = {}
    for time in times:
        if time.when is None or time.type in {TimexType.DURATION, TimexType.SET}:
            continue
        first = bisect_left(starts, time.passage.start)
        after = bisect_left(starts, time.passage.end)
        if first >= after or not _speaks_for_itself(a, first, after):
            continue
        if _is_ruled_out(a, first):
            continue
        root = next((i for i in range(after - 1, first - 1, -1) if not first <= a.tokens[i].head < after), first)
        number, preposition = _governed(a, root, owner, first, wide=_is_wide(time) or _is_numbered(a, first, after))
        if number is not None and not (preposition == "since" and _is_record(a, candidates[number].head, first)):
            number = _going_on(a, candidates, number, owner) if preposition == "since" else number
            deferred = candidates[number].family == "cancel"
            lasting = preposition == "since" and _is_so_far(candidates[number])
            tied.setdefault(number, []).append(Anchored(time, preposition, deferred, lasting))
    return tied


def _is_ruled_out(a: Analysis, first: int) -> bool:
    """Whether it says when not: "in 2020, and not 2015 as hoped"."""
    before = [token.text.lower() for token in a.tokens[max(0, first - 3) : first]]
    while before and before[-1] in {"in", "on", "at", "by", "until"}:
        before.pop()
    return before[-2:] == ["and", "not"] or before[-2:] == [",", "not"]


def _is_record(a: Analysis, verb: int, first: int) -> bool:
    """Whether "since" tells of what the event is the first or greatest: "closed at its lowest level since 2004"."""
    words = a.tokens[verb + 1 : first]
    return any(word.tag in {"JJS", "RBS"} or word.text.lower() == "first" for word in words)


def _is_wide(time: TimeExpression) -> bool:
    when = time.when
    known = when is not None and when.earliest is not None and when.latest is not None
    return when is not None and known and (when.latest or 0) - (when.earliest or 0) >= YEAR


def _is_numbered(a: Analysis, first: int, after: int) -> bool:
    """Whether it may name a thing by its day: "the transcript of his July 25th call"."""
    return any(token.text[:1].isdigit() for token in a.tokens[first:after])


def _going_on(a: Analysis, candidates: Sequence[Candidate], number: int, owner: dict[int, int]) -> int:
    """The attempt, not the deed, in "has been trying to buy it since March"."""
    token = a.tokens[candidates[number].head]
    above = owner.get(token.head, number) if token.dep == "xcomp" else number
    return above if _goes_on(candidates[above]) else number


def _goes_on(candidate: Candidate) -> bool:
    group = candidate.group
    return group is not None and group.perfect and group.progressive and group.tense is Tense.PRESENT


def _is_so_far(candidate: Candidate) -> bool:
    """Whether what is told since a day goes on, or has come about between it and the article: "has worsened"."""
    group = candidate.group
    return group is not None and group.perfect and group.tense is Tense.PRESENT


def _speaks_for_itself(a: Analysis, first: int, after: int) -> bool:
    """Whether words of time date what their sentence tells: in a headline only with a year ("in January 2005")."""
    kind = a.sentences[a.tokens[first].sentence].kind
    with_year = any(len(token.text) == 4 and token.text.isdigit() for token in a.tokens[first:after])
    return kind is BlockKind.BODY or (kind is BlockKind.HEADLINE and with_year)


def _owners(candidates: Sequence[Candidate]) -> dict[int, int]:
    """Which candidate a token speaks for: its trigger, and the light or occurring verb above a noun."""
    owner: dict[int, int] = {}
    for number, candidate in enumerate(candidates):
        if candidate.attributive:
            continue
        owner[candidate.head] = number
        if candidate.verb >= 0 and (candidate.light or not candidate.noun):
            owner.setdefault(candidate.verb, number)
    return owner


def _governed(a: Analysis, root: int, owner: dict[int, int], first: int, *, wide: bool) -> tuple[int | None, str]:
    """Climb from an expression to the first trigger above it; `wide` marks what may be part of a thing's name."""
    at, preposition = root, _preposition_before(a, first)
    for _ in range(10):
        head = a.tokens[at].head
        if at in owner and at != root:
            return owner[at], preposition
        if head == at:
            return _beside(a, at, owner), preposition
        if wide and a.tokens[at].dep in OF_A_THING and a.tokens[head].pos == "NOUN" and head not in owner:
            return None, preposition  # "from 1990 levels", "last year's budget": it says which, not when
        if a.tokens[head].pos == "ADP" or a.tokens[head].dep == "mark":
            preposition = preposition or a.tokens[head].text.lower()
        elif is_verb(a, head) and head not in owner:
            return _beside(a, head, owner), preposition
        at = head
    return None, preposition


def _preposition_before(a: Analysis, first: int) -> str:
    word = a.tokens[first - 1].text.lower() if first else ""
    return word if word in BEFORE | AFTER | SINCE | UNTIL | {"by", "between", "or"} else ""


def _beside(a: Analysis, verb: int, owner: dict[int, int]) -> int | None:
    """The event told by a verb that is none itself: its subject, object or open complement."""
    for dep in ("xcomp", "dobj", "nsubj", "nsubjpass", "attr", "acomp", "ccomp", "conj"):
        for k in a.children[verb]:
            if a.tokens[k].dep == dep and k in owner:
                return owner[k]
    return None


def given_back(
    a: Analysis, candidates: Sequence[Candidate], tied: dict[int, list[Anchored]], published: int | None
) -> dict[int, list[Anchored]]:
    """A day gone by is that of a plan, not of what was planned: "agreed to sell the mine on 3 May".

    So is that of a ban, not of what was banned: "barred her from voting on Friday".
    """
    owner = _owners(candidates)
    given = dict(tied)
    for number, dates in tied.items():
        candidate = candidates[number]
        token = a.tokens[candidate.head]
        kept = token.dep == "pcomp" and a.tokens[token.head].text.lower() == "from"
        above = owner.get(a.tokens[token.head].head if kept else token.head, -1)
        group = candidate.group
        if published is None or above in tied or above < 0 or above == number or group is None:
            continue
        plan = candidates[above].group
        past = plan is not None and plan.tense is Tense.PAST and not plan.modal
        past = past and a.tokens[token.head].lemma not in lexicon().implicative
        planned = group.infinitive and token.dep == "xcomp"
        gone = [one for one in dates if _is_gone(one, published)]
        if (planned or kept) and past and gone:
            given[above] = gone
            given[number] = [one for one in dates if one not in gone]
    return given


def _is_gone(one: Anchored, published: int) -> bool:
    when = one.time.when
    return (
        one.preposition in {"", "on", "in"} and when is not None and when.latest is not None and when.latest < published
    )


def share_dates(
    a: Analysis, candidates: Sequence[Candidate], tied: dict[int, list[Anchored]]
) -> dict[int, list[Anchored]]:
    """Hand a date on by one step: from a verb to its event noun and back, and to what "and" joins to it."""
    shared = dict(tied)
    number_of = {candidate.head: number for number, candidate in enumerate(candidates) if not candidate.attributive}
    for number, candidate in enumerate(candidates):
        if number in tied or candidate.attributive:
            continue
        token = a.tokens[candidate.head]
        near = [k for k in a.children[candidate.head] if a.tokens[k].dep in {"nsubj", "nsubjpass", "dobj"}]
        near += [k for k in a.children[candidate.head] if at_that_time(a, k) or came_of(a, k)]
        if token.dep in {"relcl", "acl"} and candidate.group is not None and candidate.group.infinitive:
            near += [a.tokens[token.head].head] if a.tokens[token.head].dep == "attr" else []
        if (above := as_it_was_done(a, candidate.head)) >= 0:
            near.append(above)
        if at_that_time(a, candidate.head) or came_of(a, candidate.head):
            near.append(token.head)
        if token.dep in {"nsubj", "nsubjpass", "dobj", "conj"} and not (
            _own_subject(a, candidate.head) or is_put_off(a, candidate.head)
        ):
            near.append(token.head)
        for i in near:
            given = tied.get(number_of.get(i, -1))
            if given and _same_kind(a, candidate.head, i, token.dep):
                shared[number] = given
                break
    return shared


def _own_subject(a: Analysis, i: int) -> bool:
    return any(a.tokens[k].dep in {"nsubj", "nsubjpass"} for k in a.children[i])


def _same_kind(a: Analysis, i: int, other: int, dep: str) -> bool:
    """Verbs joined by "and" share a date only in the same tense."""
    return dep != "conj" or a.tokens[i].tag == a.tokens[other].tag

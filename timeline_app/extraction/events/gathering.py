"""Every trigger of an article with what can be read of it: status, participants, date, importance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.blocks import BlockKind
from timeline_app.extraction.events.ahead import given_ahead
from timeline_app.extraction.events.attaching import given_back, share_dates, tie_expressions
from timeline_app.extraction.events.bridging import bridged
from timeline_app.extraction.events.candidates import Candidate, find_candidates
from timeline_app.extraction.events.dating import (
    bounds_by_tense,
    explicit_when,
)
from timeline_app.extraction.events.factuality import Status, status_of
from timeline_app.extraction.events.importance import features_of, importance_of
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.extraction.events.participants import ActorIndex, participants_around, participants_of
from timeline_app.extraction.events.selection import is_bare, tells_something
from timeline_app.extraction.events.surroundings import ToldDays, done_in, news_day
from timeline_app.extraction.events.telling import REAL, Telling, patient_words, points_back
from timeline_app.extraction.events.verbs import Tense
from timeline_app.model import (
    Actor,
    Article,
    Factuality,
    Mention,
    Participant,
    Passage,
    ReadingMode,
    Role,
    TimeExpression,
    When,
)

#: Days after which a plan is no news.
NEWS_MONTH = 31


@dataclass(frozen=True)
class Source:
    """All that is known of an article before its events are looked for."""

    article: Article
    analysis: Analysis
    times: Sequence[TimeExpression]
    actors: Sequence[Actor]
    mentions: Sequence[Mention]
    mode: ReadingMode


def find_tellings(source: Source, words: Lexicon, index: ActorIndex) -> list[Telling]:
    """Every trigger that may tell of a happening, with its status, participants, date and importance."""
    a = source.analysis
    candidates = find_candidates(a, words)
    tied = given_back(a, candidates, tie_expressions(a, candidates, source.times), source.article.published)
    tied = share_dates(a, candidates, given_ahead(a, candidates, tied, source.article.published))
    headline = _headline_words(a, candidates)
    prominence = _prominence(source)
    whens = [
        explicit_when(tied.get(number, ()), published=source.article.published) for number in range(len(candidates))
    ]
    told = ToldDays(source.article.published, news_day(a, candidates, whens, source.article.published))
    tellings: list[Telling] = []
    when_of: dict[int, When | None] = {}
    for number, candidate in enumerate(candidates):
        participants = participants_of(index, candidate)
        explicit = _believable(candidate, whens[number], source.article.published)
        status = _not_from_the_future(status_of(a, words, candidate), explicit, source.article.published)
        if not tells_something(a, words, candidate, participants, dated=explicit is not None):
            told.note(a, candidate, explicit)
            continue
        telling = Telling(candidate, status, participants, explicit, explicit is not None)
        telling.around = () if _somebody(participants) else participants_around(index, candidate)
        if not (participants or telling.around):
            telling.around = bridged(a, words, candidate, tellings)
        telling.bare = is_bare(a, candidate, participants or telling.around) and explicit is None
        telling.headline = a.sentences[candidate.sentence].kind is BlockKind.HEADLINE
        if explicit is None and not candidate.attributive:
            around = told.around(a, candidate, narrative=source.mode is ReadingMode.NARRATIVE)
            meant_by = when_of.get(status.meant_by) or _long_ago(when_of.get(status.agreed_by), source)
            meant = status.meant_by >= 0 or meant_by is not None
            around = replace(around, alleged=status.alleged, meant=meant, meant_by=meant_by)
            telling.when = bounds_by_tense(candidate, status.factuality, around, passage_of(source, candidate))
        when_of[candidate.head] = telling.when
        if candidate.light:
            when_of[candidate.verb] = telling.when
        told.note(a, candidate, explicit)
        telling.patient_words = patient_words(a, candidate)
        telling.points_back = points_back(a, words, candidate)
        telling.features = features_of(
            a,
            words,
            candidate,
            status,
            participants,
            dated=telling.explicit,
            prominence=max((prominence.get(p.actor, 0.0) for p in participants), default=0.0),
            headline=headline,
        )
        telling.importance = importance_of(telling.features)
        tellings.append(telling)
    _date_where_done(a, tellings)
    return tellings


def _long_ago(agreed: When | None, source: Source) -> When | None:
    """The date of a plan that is older than news: whether it has come about since, the article may not say."""
    published = source.article.published
    if agreed is None or agreed.latest is None or agreed.earliest is None:
        return None
    return agreed if published is None or published - agreed.latest > NEWS_MONTH else None


def _date_where_done(a: Analysis, tellings: Sequence[Telling]) -> None:
    """A deed and what it is done in or at share their date: "in a ceremony, the firm unveiled", "killed in a riot"."""
    by_head = {t.candidate.verb: t for t in tellings if t.candidate.light} | {t.candidate.head: t for t in tellings}
    for around in tellings:
        deed = by_head.get(done_in(a, around.candidate))
        if deed is None or not {deed.status.factuality, around.status.factuality} <= REAL:
            continue
        if not around.explicit:
            around.when = deed.when
        elif not deed.explicit:
            deed.when = around.when


def _believable(candidate: Candidate, when: When | None, published: int | None) -> When | None:
    """A date, unless it lies after the article though the clause tells what is past: then it is another's."""
    group = candidate.group
    past = group is not None and (group.tense is Tense.PAST or group.perfect) and not group.modal
    return None if past and not candidate.noun and _is_ahead(when, published) else when


def _is_ahead(when: When | None, published: int | None) -> bool:
    return published is not None and when is not None and when.earliest is not None and when.earliest > published


def _not_from_the_future(status: Status, when: When | None, published: int | None) -> Status:
    """What is dated after the article was planned when it was written, however it is told ("when it arrives")."""
    ahead = _is_ahead(when, published) and status.factuality in REAL
    return replace(status, factuality=Factuality.PLANNED) if ahead else status


def _somebody(participants: Sequence[Participant]) -> bool:
    """Whether anybody acts or is acted on, and not only somewhere."""
    return any(participant.role is not Role.OTHER for participant in participants)


def _headline_words(a: Analysis, candidates: Sequence[Candidate]) -> frozenset[str]:
    words: set[str] = set()
    for candidate in candidates:
        if a.sentences[candidate.sentence].kind is BlockKind.HEADLINE:
            words |= {candidate.family, a.tokens[candidate.head].lemma}
    return frozenset(words)


def _prominence(source: Source) -> dict[str, float]:
    """How often each actor is named, beside the one named most."""
    counts = Counter(mention.actor for mention in source.mentions)
    most = max(counts.values(), default=1)
    return {actor: count / most for actor, count in counts.items()}


def passage_of(source: Source, candidate: Candidate) -> Passage:
    """The sentence that a trigger stands in."""
    sentence = source.analysis.sentences[candidate.sentence]
    return Passage(source.article.id, sentence.start, sentence.end)

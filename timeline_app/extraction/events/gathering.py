"""Every trigger of an article with what can be read of it: status, participants, date, importance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.blocks import BlockKind
from timeline_app.extraction.events.ahead import given_ahead
from timeline_app.extraction.events.attaching import given_back, share_dates, tie_expressions
from timeline_app.extraction.events.bridging import bridged
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.candidates import find_candidates
from timeline_app.extraction.events.care import Care
from timeline_app.extraction.events.dating import bounds_by_tense, explicit_when, is_ahead
from timeline_app.extraction.events.factuality import Status, status_of
from timeline_app.extraction.events.importance import features_of, importance_of
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.extraction.events.participants import ActorIndex, participants_around, participants_of
from timeline_app.extraction.events.selection import is_bare, tells_something
from timeline_app.extraction.events.surroundings import ToldDays, done_in, news_day, of_the_news
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


def find_tellings(source: Source, words: Lexicon, index: ActorIndex, care: Care | None = None) -> list[Telling]:
    """Every trigger that may tell of a happening, with its status, participants, date and importance."""
    a, published = source.analysis, source.article.published
    care = care or Care()
    candidates = find_candidates(a, words, care)
    tied = given_back(a, candidates, tie_expressions(a, candidates, source.times), published)
    tied = share_dates(a, candidates, given_ahead(a, candidates, tied, published))
    whens = [explicit_when(tied.get(number, ()), published=published) for number in range(len(candidates))]
    news = news_day(a, candidates, whens, published)
    whens = [of_the_news(a, tied.get(number, ()), when, news, published) for number, when in enumerate(whens)]
    gatherer = _Gatherer(source, words, index, candidates, news)
    for candidate, when in zip(candidates, whens, strict=True):
        care.over(candidate.sentence, partial(gatherer.take, candidate, when), None)
    _date_where_done(a, gatherer.tellings)
    return gatherer.tellings


class _Gatherer:
    """Takes the candidates in the order of the text, each with what was told before it."""

    def __init__(
        self,
        source: Source,
        words: Lexicon,
        index: ActorIndex,
        candidates: Sequence[Candidate],
        news: When | None,
    ) -> None:
        self._source = source
        self._words = words
        self._index = index
        self._headline = _headline_words(source.analysis, candidates)
        self._prominence = _prominence(source)
        self._told = ToldDays(source.article.published, news)
        self._when_of: dict[int, When | None] = {}
        self.tellings: list[Telling] = []

    def take(self, candidate: Candidate, when: When | None) -> None:
        """Note a candidate as a telling, or only its day where it tells nothing of its own."""
        a, published = self._source.analysis, self._source.article.published
        participants = participants_of(self._index, candidate)
        explicit = _believable(candidate, when, published)
        status = _not_from_the_future(status_of(a, self._words, candidate), explicit, published)
        if not tells_something(a, self._words, candidate, participants, dated=explicit is not None):
            self._told.note(a, candidate, explicit)
            return
        telling = Telling(candidate, status, participants, explicit, explicit is not None)
        self._note_who(telling)
        telling.headline = a.sentences[candidate.sentence].kind is BlockKind.HEADLINE
        if explicit is None and not candidate.attributive:
            telling.when = self._bounds(telling)
        self._when_of[candidate.head] = telling.when
        if candidate.light:
            self._when_of[candidate.verb] = telling.when
        self._told.note(a, candidate, explicit)
        self._weigh(telling)
        self.tellings.append(telling)

    def _note_who(self, telling: Telling) -> None:
        """Who stands around it, and whether it stands for nothing by itself."""
        a, candidate, participants = self._source.analysis, telling.candidate, telling.participants
        telling.around = () if _somebody(participants) else participants_around(self._index, candidate)
        if not (participants or telling.around):
            telling.around = bridged(a, self._words, candidate, self.tellings)
        telling.bare = is_bare(a, candidate, participants or telling.around) and not telling.explicit

    def _bounds(self, telling: Telling) -> When | None:
        """When it was, for a telling without words of time."""
        candidate, status = telling.candidate, telling.status
        narrative = self._source.mode is ReadingMode.NARRATIVE
        around = self._told.around(self._source.analysis, candidate, narrative=narrative)
        meant_by = self._when_of.get(status.meant_by) or _long_ago(self._when_of.get(status.agreed_by), self._source)
        meant = status.meant_by >= 0 or meant_by is not None
        if status.alleged or meant:
            around = replace(around, alleged=status.alleged, meant=meant, meant_by=meant_by)
        return bounds_by_tense(candidate, status.factuality, around, passage_of(self._source, candidate))

    def _weigh(self, telling: Telling) -> None:
        """Its importance, and by what other tellings may be known as of the same happening."""
        a, candidate = self._source.analysis, telling.candidate
        telling.patient_words = patient_words(a, candidate)
        telling.points_back = points_back(a, self._words, candidate)
        telling.features = features_of(
            a,
            self._words,
            candidate,
            telling.status,
            telling.participants,
            dated=telling.explicit,
            prominence=max((self._prominence.get(p.actor, 0.0) for p in telling.participants), default=0.0),
            headline=self._headline,
        )
        telling.importance = importance_of(telling.features)


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
    return None if past and not candidate.noun and is_ahead(when, published) else when


def _not_from_the_future(status: Status, when: When | None, published: int | None) -> Status:
    """What is dated after the article was planned when it was written, however it is told ("when it arrives")."""
    ahead = is_ahead(when, published) and status.factuality in REAL
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

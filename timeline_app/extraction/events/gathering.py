"""Every trigger of an article with what can be read of it: status, participants, date, importance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.blocks import BlockKind
from timeline_app.extraction.events.attaching import at_that_time, share_dates, tie_expressions
from timeline_app.extraction.events.candidates import Candidate, find_candidates
from timeline_app.extraction.events.dating import (
    NEWS_DAYS,
    Surroundings,
    bounds_by_tense,
    explicit_when,
)
from timeline_app.extraction.events.factuality import Status, status_of
from timeline_app.extraction.events.importance import features_of, importance_of
from timeline_app.extraction.events.lexicon import Lexicon, lexicon
from timeline_app.extraction.events.participants import ActorIndex, participants_around, participants_of
from timeline_app.extraction.events.selection import is_bare, is_habitual, tells_something
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

#: Sentences that open an article: the day they tell is the day of the news.
OPENING = 3


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
    tied = share_dates(a, candidates, tie_expressions(a, candidates, source.times))
    headline = _headline_words(a, candidates)
    prominence = _prominence(source)
    told = _ToldDays(source.article.published)
    tellings = []
    when_of: dict[int, When | None] = {}
    for number, candidate in enumerate(candidates):
        participants = participants_of(index, candidate)
        explicit = explicit_when(tied.get(number, ()))
        status = _not_from_the_future(status_of(a, words, candidate), explicit, source.article.published)
        if not tells_something(a, words, candidate, participants, dated=explicit is not None):
            told.note(a, candidate, explicit)
            continue
        telling = Telling(candidate, status, participants, explicit, explicit is not None)
        telling.around = () if _somebody(participants) else participants_around(index, candidate)
        telling.bare = is_bare(a, candidate, participants or telling.around) and explicit is None
        telling.headline = a.sentences[candidate.sentence].kind is BlockKind.HEADLINE
        if explicit is None and not candidate.attributive:
            around = told.around(source, candidate)
            meant_by = when_of.get(status.meant_by)
            around = replace(around, alleged=status.alleged, meant=status.meant_by >= 0, meant_by=meant_by)
            telling.when = bounds_by_tense(candidate, status.factuality, around, passage_of(source, candidate))
        when_of[candidate.head] = telling.when
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
    return tellings


def _not_from_the_future(status: Status, when: When | None, published: int | None) -> Status:
    """What is dated after the article was planned when it was written, however it is told ("when it arrives")."""
    ahead = published is not None and when is not None and when.earliest is not None and when.earliest > published
    return replace(status, factuality=Factuality.PLANNED) if ahead and status.factuality in REAL else status


def _opens_with_when(a: Analysis, candidate: Candidate) -> bool:
    """In "when they first met, he praised her": a story of earlier days, not the news."""
    return any(
        a.tokens[i].dep == "advcl"
        and i < a.tokens[i].head
        and any(a.tokens[k].text.lower() == "when" for k in a.children[i])
        for i in (candidate.head, *a.children[candidate.head])
    )


def _somebody(participants: Sequence[Participant]) -> bool:
    """Whether anybody acts or is acted on, and not only somewhere."""
    return any(participant.role is not Role.OTHER for participant in participants)


class _ToldDays:
    """The day told last in the same paragraph, for the sentences that go on telling it."""

    def __init__(self, published: int | None) -> None:
        self._published = published
        self._when: When | None = None
        self._news: When | None = None
        self._sentence = -1
        self._block = -1

    def note(self, a: Analysis, candidate: Candidate, when: When | None) -> None:
        sentence = a.sentences[candidate.sentence]
        if sentence.block != self._block:
            self._when, self._block = None, sentence.block
        main = a.tokens[candidate.head].dep in {"ROOT", "conj"}
        if when is not None and main and when.is_bounded and _short(when):
            self._when, self._sentence = when, candidate.sentence
            opening = a.body_before[candidate.sentence] < OPENING
            if self._news is None and opening and _is_news(when, self._published):
                self._news = when

    def around(self, source: Source, candidate: Candidate) -> Surroundings:
        a = source.analysis
        sentence = a.sentences[candidate.sentence]
        same = self._when is not None and sentence.block == self._block and candidate.sentence - self._sentence <= 2
        group = candidate.group
        dep = a.tokens[candidate.head].dep
        simple_past = group is not None and group.tense is Tense.PAST and not group.perfect
        beside = dep == "advcl" and not at_that_time(a, candidate.head)
        background = (
            dep in {"relcl", "acl", "pobj", "amod"}
            or beside
            or _opens_with_when(a, candidate)
            or _told_as_earlier(a, candidate)
        )
        background = background or (candidate.noun and not candidate.light and is_habitual(a, candidate))
        return Surroundings(
            published=source.article.published,
            told=self._when if same and simple_past and not background else None,
            news=self._news,
            background=background,
            narrative=source.mode is ReadingMode.NARRATIVE,
        )


def _is_news(when: When, published: int | None) -> bool:
    """Whether a day lies in the week before the article."""
    return published is not None and when.latest is not None and 0 <= published - when.latest <= NEWS_DAYS


def _told_as_earlier(a: Analysis, candidate: Candidate) -> bool:
    """Under "previously", "once", "X's history of"."""
    earlier = lexicon().earlier_adverbs
    heads = {candidate.head, candidate.verb} - {-1}
    if any(a.tokens[k].text.lower() in earlier for head in heads for k in a.children[head]):
        return True
    above = a.tokens[a.tokens[candidate.head].head]
    return above.dep == "prep" and a.tokens[above.head].lemma in {"history", "past", "record"}


def _short(when: When) -> bool:
    return when.earliest is not None and when.latest is not None and when.latest - when.earliest <= 1


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

"""From an analysed article to its events: candidates, factuality, participants, dates, tellings brought together."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.blocks import BlockKind
from timeline_app.extraction.events.candidates import Candidate, find_candidates
from timeline_app.extraction.events.dating import (
    Surroundings,
    bounds_by_tense,
    explicit_when,
    share_dates,
    tie_expressions,
)
from timeline_app.extraction.events.factuality import Status, status_of
from timeline_app.extraction.events.grammar import Tense
from timeline_app.extraction.events.importance import features_of, importance_of, weights
from timeline_app.extraction.events.lexicon import Lexicon, lexicon
from timeline_app.extraction.events.participants import ActorIndex, participants_around, participants_of
from timeline_app.extraction.events.selection import is_bare, tells_something
from timeline_app.extraction.events.telling import (
    REAL,
    Telling,
    all_participants,
    group_tellings,
    patient_words,
    points_back,
)
from timeline_app.extraction.events.titles import title_of
from timeline_app.model import (
    Actor,
    Article,
    Event,
    Factuality,
    Mention,
    Passage,
    ReadingMode,
    TimeExpression,
    When,
)

#: Of two events of one sentence the lesser weighs so much of what it would alone.
SHADE = 0.8
#: Each further passage that tells of a happening makes it weigh this much more (of what is left to 1).
RETOLD = 0.12


@dataclass(frozen=True)
class Source:
    """All that is known of an article before its events are looked for."""

    article: Article
    analysis: Analysis
    times: Sequence[TimeExpression]
    actors: Sequence[Actor]
    mentions: Sequence[Mention]
    mode: ReadingMode


def find_events(source: Source) -> tuple[Event, ...]:
    """The events of an article, in the order of their best passages."""
    words = lexicon()
    index = ActorIndex(source.analysis, source.actors, source.mentions)
    tellings = find_tellings(source, words, index)
    groups = group_tellings(tellings, index.actors)
    events = [_event(source, index, group) for group in groups if any(_may_lead(t) for t in group)]
    threshold = weights_threshold()
    kept = [event for event in _shaded(events) if event.importance >= threshold]
    return tuple(sorted(kept, key=lambda event: (event.trigger.start, event.trigger.end)))


def _shaded(events: Sequence[Event]) -> list[Event]:
    """Events that share a passage with a more important one weigh less: one label says what a sentence tells."""
    seen: Counter[Passage] = Counter()
    shaded = []
    for event in sorted(events, key=lambda event: (-event.importance, event.trigger)):
        shaded.append(replace(event, importance=round(event.importance * SHADE ** seen[event.passage], 4)))
        seen[event.passage] += 1
    return shaded


def weights_threshold() -> float:
    """The least importance of a row."""
    return weights()["threshold"]


def find_tellings(source: Source, words: Lexicon, index: ActorIndex) -> list[Telling]:
    """Every trigger that may tell of a happening, with its status, participants, date and importance."""
    a = source.analysis
    candidates = find_candidates(a, words)
    tied = share_dates(a, candidates, tie_expressions(a, candidates, source.times))
    headline = _headline_words(a, candidates)
    prominence = _prominence(source)
    told = _ToldDays()
    tellings = []
    for number, candidate in enumerate(candidates):
        status = status_of(a, words, candidate)
        participants = participants_of(index, candidate)
        explicit = explicit_when(tied.get(number, ()))
        if not tells_something(a, words, candidate, participants, dated=explicit is not None):
            told.note(a, candidate, explicit)
            continue
        telling = Telling(candidate, status, participants, explicit, explicit is not None)
        telling.around = () if participants else participants_around(index, candidate)
        telling.bare = is_bare(a, candidate, participants or telling.around) and explicit is None
        telling.headline = a.sentences[candidate.sentence].kind is BlockKind.HEADLINE
        if explicit is None and not candidate.attributive:
            telling.when = bounds_by_tense(
                candidate, status.factuality, told.around(source, candidate), _passage(source, candidate)
            )
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


class _ToldDays:
    """The day told last in the same paragraph, for the sentences that go on telling it."""

    def __init__(self) -> None:
        self._when: When | None = None
        self._sentence = -1
        self._block = -1

    def note(self, a: Analysis, candidate: Candidate, when: When | None) -> None:
        sentence = a.sentences[candidate.sentence]
        if sentence.block != self._block:
            self._when, self._block = None, sentence.block
        main = a.tokens[candidate.head].dep in {"ROOT", "conj"}
        if when is not None and main and when.is_bounded and _short(when):
            self._when, self._sentence = when, candidate.sentence

    def around(self, source: Source, candidate: Candidate) -> Surroundings:
        a = source.analysis
        sentence = a.sentences[candidate.sentence]
        same = self._when is not None and sentence.block == self._block and candidate.sentence - self._sentence <= 2
        group = candidate.group
        dep = a.tokens[candidate.head].dep
        simple_past = group is not None and group.tense is Tense.PAST and not group.perfect
        background = dep in {"relcl", "acl", "pobj", "amod", "advcl"} or _told_as_earlier(a, candidate)
        return Surroundings(
            published=source.article.published,
            told=self._when if same and simple_past and not background else None,
            lead=candidate.sentence <= 3,
            background=background,
            narrative=source.mode is ReadingMode.NARRATIVE,
        )


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


def _passage(source: Source, candidate: Candidate) -> Passage:
    sentence = source.analysis.sentences[candidate.sentence]
    return Passage(source.article.id, sentence.start, sentence.end)


def _may_lead(telling: Telling) -> bool:
    return not (telling.candidate.attributive or telling.bare)


def _event(source: Source, index: ActorIndex, group: list[Telling]) -> Event:
    a = source.analysis
    best = max((t for t in group if _may_lead(t)), key=_telling_worth)
    factuality = best.status.factuality
    tokens = a.tokens
    trigger = Passage(source.article.id, tokens[best.candidate.first].start, tokens[best.candidate.after - 1].end)
    passages = list(dict.fromkeys([_passage(source, best.candidate), *(_passage(source, t.candidate) for t in group)]))
    participants = all_participants([best, *(t for t in group if t is not best)])
    dated = max(group, key=lambda t: (t.explicit, t is best))
    importance = max(t.importance for t in group if _may_lead(t))
    importance += (1 - importance) * (1 - (1 - RETOLD) ** (len(passages) - 1))
    event = Event(
        id=event_id(trigger),
        title=title_of(a, index, best.candidate, factuality, participants),
        trigger=trigger,
        passages=tuple(passages),
        participants=participants,
        when=dated.when,
        factuality=factuality,
        attributed_to=_sayer(index, best.status),
        importance=round(importance, 4),
        statement=best.candidate.statement,
        family=best.candidate.family,
    )
    return replace(event, confidence=confidence_of(event, explicit=dated.explicit, parsed=a.parsed))


def _telling_worth(telling: Telling) -> tuple[bool, bool, float, int]:
    return (
        not telling.headline,
        telling.explicit,
        telling.importance + 0.1 * len(telling.participants),
        -telling.candidate.head,
    )


def _sayer(index: ActorIndex, status: Status) -> str | None:
    for head in status.by:
        actors = index.in_phrase(head)
        if actors:
            return actors[0]
    return None


def event_id(trigger: Passage) -> str:
    """The identity of an event: the place of its trigger."""
    key = f"{trigger.article}|{trigger.start}|{trigger.end}"
    return "e" + hashlib.sha256(key.encode()).hexdigest()[:16]


def confidence_of(event: Event, *, explicit: bool, parsed: bool) -> float:
    """From the evidence used: participants known, a date in words, several passages, told by the article itself."""
    value = 0.45
    value += 0.15 if event.participants else 0.0
    value += 0.15 if explicit else 0.0
    value += 0.1 if len(event.passages) > 1 else 0.0
    value += 0.05 if event.attributed_to is None else 0.0
    value -= 0.1 if event.factuality not in REAL else 0.0
    value -= 0.15 if not parsed else 0.0
    value -= 0.05 if event.factuality is Factuality.ONGOING else 0.0
    return round(min(max(value, 0.1), 0.95), 2)

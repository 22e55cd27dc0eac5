"""From an analysed article to its events: candidates, factuality, participants, dates, tellings brought together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from timeline_app.extraction.events.care import Care
from timeline_app.extraction.events.factuality import Status
from timeline_app.extraction.events.fullness import fullness, thinned, told_once
from timeline_app.extraction.events.gathering import Source, find_tellings, passage_of
from timeline_app.extraction.events.giving_way import without_suppositions
from timeline_app.extraction.events.importance import weights
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.relations import Link, find_links
from timeline_app.extraction.events.telling import REAL, Telling, all_participants, group_tellings
from timeline_app.extraction.events.titles import title_by_participle, title_of
from timeline_app.model import Event, Factuality, Participant, Passage, Relation, Role

#: Of two events of one sentence the lesser weighs so much of what it would alone.
SHADE = 0.8
#: What a row weighs, of what it would, whose words all stand in the title of a greater one of its sentence.
COVERED = 0.75
#: Words that two titles of one happening may differ by.
SMALL = frozenset({"in", "on", "at", "of", "by", "to", "from", "a", "an", "the", "and"})
#: Each further passage that tells of a happening makes it weigh this much more (of what is left to 1).
RETOLD = 0.12
#: What a headline weighs that no sentence of the text was found to tell again, though one surely does in other words.
HEADLINE_ALONE = 0.4


def find_events(source: Source, care: Care | None = None) -> tuple[tuple[Event, ...], tuple[Relation, ...]]:
    """The events of an article in the order of their best passages, and how they lie to each other in time.

    What cannot be read is noted in `care`; without one, errors are raised.
    """
    care = care or Care()
    index = ActorIndex(source.analysis, source.actors, source.mentions)
    tellings = find_tellings(source, lexicon(), index, care)
    events, leading = [], []
    for group in group_tellings(tellings, index.actors):
        if _says_nothing(group) or not any(_may_lead(t) for t in group):
            continue
        event = care.over(group[0].candidate.sentence, partial(_event, source, index, group), None)
        if event is not None:
            events.append(_with_captors(event, tellings))
            leading.append(group)
    events = _told_apart(source, index, events, leading)
    home = {id(t): event.id for group, event in zip(leading, events, strict=True) for t in group}
    kept = [event for event in _shaded(events) if event.importance >= _least(event)]
    bests = {event.id: _best(group) for event, group in zip(events, leading, strict=True)}
    kept = [
        care.over(best.candidate.sentence, partial(_thinned, source, index, event, best), event)
        for event in kept
        for best in (bests[event.id],)
    ]
    kept = told_once(kept)
    ids = {event.id for event in kept}
    links = find_links(source.analysis, tellings)
    relations = tuple(
        r for r in _relations(source, links, [home.get(id(t), "") for t in tellings]) if {r.earlier, r.later} <= ids
    )
    stated = {event.id for event, group in zip(events, leading, strict=True) if any(t.explicit for t in group)}
    kept = without_suppositions(kept, relations, stated, source.article.published)
    return tuple(sorted(kept, key=lambda event: (event.trigger.start, event.trigger.end))), relations


def _thinned(source: Source, index: ActorIndex, event: Event, best: Telling) -> Event:
    """A row whose title leaves the reader asking stands behind the others."""
    worth = fullness(source.analysis, index, best.candidate, event.title)
    importance = thinned(event.importance, worth)
    return event if importance == event.importance else replace(event, importance=importance)


def _told_apart(
    source: Source, index: ActorIndex, events: Sequence[Event], groups: Sequence[list[Telling]]
) -> list[Event]:
    """Told by its own words where what it would be told by is a row itself: no title stands twice."""
    owners: dict[tuple[str, Passage], tuple[bool, bool, float, str]] = {}
    for event, group in zip(events, groups, strict=True):
        claim = (event.factuality in REAL, not _is_noun(group), event.importance, event.id)
        key = (event.title, event.passage)
        owners[key] = max(owners.get(key, claim), claim)
    apart = []
    for event, group in zip(events, groups, strict=True):
        if owners[event.title, event.passage][-1] == event.id:
            apart.append(event)
        else:
            words = title_of(
                source.analysis, index, _best(group).candidate, event.factuality, event.participants, by_itself=True
            )
            apart.append(replace(event, title=words))
    return apart


def _is_noun(group: Sequence[Telling]) -> bool:
    candidate = _best(group).candidate
    return candidate.noun and not candidate.light


def _with_captors(event: Event, tellings: Sequence[Telling]) -> Event:
    """Whoever captured people holds them captive."""
    if event.family != "captivity" or any(p.role is Role.AGENT for p in event.participants):
        return event
    held = {p.actor for p in event.participants}
    for telling in tellings:
        if telling.candidate.family != "capture" or telling.status.factuality not in REAL:
            continue
        if held & {p.actor for p in telling.participants if p.role is Role.PATIENT}:
            captors = tuple(p for p in telling.participants if p.role is Role.AGENT)
            return replace(event, participants=(*captors, *(p for p in event.participants if p not in captors)))
    return event


def _best(group: Sequence[Telling]) -> Telling:
    return max((t for t in group if _may_lead(t)), key=_telling_worth)


def _relations(source: Source, links: Sequence[Link], home: Sequence[str]) -> Iterator[Relation]:
    """Links between tellings as relations between the events they came into."""
    for link in links:
        earlier, later = home[link.earlier], home[link.later]
        if earlier and later and earlier != later:
            passage = Passage(source.article.id, link.start, link.end)
            words = " ".join(passage.of(source.article.text).split())
            yield Relation(earlier, later, link.least, link.most, passage, words)


def _shaded(events: Sequence[Event]) -> list[Event]:
    """Events that share a passage with a more important one weigh less: one label says what a sentence tells.

    So does, more, one whose title says nothing that the other's does not ("the offer" beside "declines the offer").
    """
    seen: dict[Passage, list[frozenset[str]]] = {}
    shaded = []
    for event in sorted(events, key=lambda event: (-event.importance, event.trigger)):
        before, words = seen.setdefault(event.passage, []), title_words(event.title)
        weight = SHADE ** len(before) * (COVERED if any(words <= other for other in before) else 1.0)
        shaded.append(event if weight == 1 else replace(event, importance=round(event.importance * weight, 4)))
        before.append(words)
    return shaded


def title_words(title: str) -> frozenset[str]:
    """The words of a title, without the "s" of the present tense and of plurals."""
    words = frozenset(word.strip(",.’'“”").removesuffix("s") for word in title.lower().split())
    return words - SMALL or words


def _least(event: Event) -> float:
    """The least importance of a row; what somebody says is one sooner, for no other row tells of its sentence."""
    return weights()["said" if event.statement else "threshold"]


def _says_nothing(group: Sequence[Telling]) -> bool:
    """Told once, with nobody and nothing known of it: "closing", "possible further talks" are no rows."""
    telling = group[0]
    candidate = telling.candidate
    alone = not (telling.participants or candidate.agents or candidate.patients)
    if len(group) > 1 or telling.explicit:
        return False
    unreal = telling.status.factuality not in REAL and not (telling.participants or telling.around)
    return unreal if candidate.noun else alone


def _may_lead(telling: Telling) -> bool:
    return not (telling.candidate.attributive or telling.bare)


def _event(source: Source, index: ActorIndex, group: list[Telling]) -> Event:
    a = source.analysis
    best = _best(group)
    factuality = best.status.factuality
    tokens = a.tokens
    trigger = Passage(source.article.id, tokens[best.candidate.first].start, tokens[best.candidate.after - 1].end)
    passages = list(
        dict.fromkeys([passage_of(source, best.candidate), *(passage_of(source, t.candidate) for t in group)])
    )
    participants = all_participants([best, *(t for t in group if t is not best)])
    dated = max(group, key=lambda t: (t.explicit, t is best))
    importance = max(t.importance for t in group if _may_lead(t))
    importance *= HEADLINE_ALONE if all(t.headline for t in group) else 1.0
    importance += (1 - importance) * (1 - (1 - RETOLD) ** (len(passages) - 1))
    title = _title(source, index, group, best, participants)
    event = Event(
        id=event_id(trigger),
        title=title,
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


def _title(
    source: Source, index: ActorIndex, group: Sequence[Telling], best: Telling, participants: Sequence[Participant]
) -> str:
    a = source.analysis
    telling = next((t for t in group if t.candidate.attributive), None)
    if telling is not None and best.candidate.noun and best.status.factuality in REAL:
        title = title_by_participle(a, index, telling.candidate, participants)
        if title:
            return title
    return title_of(a, index, best.candidate, best.status.factuality, participants)


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

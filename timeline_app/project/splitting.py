"""Dividing one article's actor by name, where the reader took two for one: pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline_app.model import Actor, Event, Mention, MentionForm, Participant
from timeline_app.project.merging import normal_name

#: For each divided actor, its names that went elsewhere: level name to the actor they belong to now.
NameSplits = Mapping[str, Mapping[str, str]]


def split_actors(actors: Iterable[Actor], splits: NameSplits) -> list[Actor]:
    """The actors with the divided ones in two or more; a part is named as the names that went to it."""
    result: list[Actor] = []
    for actor in actors:
        away = splits.get(actor.id)
        if not away:
            result.append(actor)
            continue
        parts: dict[str, list[str]] = {}
        kept = []
        for name in actor.names:
            target = away.get(normal_name(name))
            if target is None:
                kept.append(name)
            else:
                parts.setdefault(target, []).append(name)
        if kept:
            result.append(replace(actor, name=kept[0], aliases=tuple(kept[1:])))
        result += [Actor(target, names[0], actor.kind, tuple(names[1:])) for target, names in parts.items()]
    return result


def split_mentions(mentions: Sequence[Mention], text: str, splits: NameSplits) -> tuple[Mention, ...]:
    """The mentions, each with the actor its own words name; a pronoun goes with the name before it."""
    result = []
    latest: dict[str, str] = {}
    for mention in mentions:
        away = splits.get(mention.actor)
        if away:
            target = away.get(normal_name(mention.passage.of(text)))
            if mention.form is MentionForm.NAME:
                latest[mention.actor] = target or mention.actor
            actor = target or (latest.get(mention.actor) if mention.form is not MentionForm.NAME else None)
            result.append(replace(mention, actor=actor or mention.actor))
        else:
            result.append(mention)
    return tuple(result)


def split_events(events: Iterable[Event], mentions: Sequence[Mention], splits: NameSplits) -> list[Event]:
    """The events with the divided actors told apart by the mentions in their passages; `mentions` are split already."""
    return [_split_event(event, mentions, splits) for event in events]


def _split_event(event: Event, mentions: Sequence[Mention], splits: NameSplits) -> Event:
    if not any(participant.actor in splits for participant in event.participants):
        return event
    participants: list[Participant] = []
    for participant in event.participants:
        actors = [participant.actor]
        if participant.actor in splits:
            family = {participant.actor, *splits[participant.actor].values()}
            named = (m.actor for m in mentions if m.actor in family and any(p.holds(m.passage) for p in event.passages))
            actors = list(dict.fromkeys(named)) or actors
        participants += [Participant(actor, participant.role) for actor in actors]
    return replace(event, participants=tuple(dict.fromkeys(participants)))

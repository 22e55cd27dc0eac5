"""Readings built by hand from a short notation, so that tests need no reader.

A text is given by its events, one sentence each: "2023-10-20 | release | Hamas, Qatar | Hamas released two."
"""

from __future__ import annotations

from timeline_app.model import (
    Actor,
    ActorKind,
    Article,
    Basis,
    Event,
    Factuality,
    Mention,
    Participant,
    Passage,
    PublishedFrom,
    Reading,
    ReadingMode,
    Relation,
    Role,
    TimeExpression,
    TimexType,
    When,
    article_id,
)
from timeline_app.model.calendar import parse_iso_day

KINDS = {"Joe Biden": ActorKind.PERSON, "Biden": ActorKind.PERSON, "Hamas": ActorKind.GROUP, "Qatar": ActorKind.STATE}


def day(iso):
    return parse_iso_day(iso)


def on(iso, *basis):
    number = day(iso)
    return When(number, number, number, number, iso, best=number, basis=basis)


def reading(
    *told,
    name="article.txt",
    title="An article",
    published="2023-11-12",
    source="",
    reader="hand",
    extra="",
    kinds=KINDS,
    aliases=None,
    published_from=PublishedFrom.METADATA,
    mode=ReadingMode.AUTO,
):
    """A Reading of an article whose sentences are the told events; `extra` is a paragraph in front of them."""
    rows = [tuple(part.strip() for part in line.split("|")) for line in told]
    text = extra + "\n\n".join(row[3] for row in rows) + "\n"
    id_ = article_id(text)
    names = list(dict.fromkeys(each.strip() for row in rows for each in row[2].split(",") if each.strip()))
    actors = {
        n: Actor(f"{id_}:{n}", n, kinds.get(n, ActorKind.OTHER), tuple((aliases or {}).get(n, ()))) for n in names
    }
    events, mentions, at = [], [], len(extra)
    for when, family, who, sentence in rows:
        start, end = at, at + len(sentence)
        at = end + 2
        passage = Passage(id_, start, end)
        verb = sentence.lower().find(family) if family else 0
        trigger = Passage(id_, start + max(0, verb), start + max(0, verb) + max(1, len(family)))
        participants = []
        for number, each in enumerate(part.strip() for part in who.split(",") if part.strip()):
            participants.append(Participant(actors[each].id, Role.AGENT if number == 0 else Role.PATIENT))
            for word in (each, *(aliases or {}).get(each, ())):
                found = sentence.find(word)
                if found >= 0:
                    mentions.append(Mention(Passage(id_, start + found, start + found + len(word)), actors[each].id))
        factuality = Factuality.POSSIBLE if when.startswith("?") else Factuality.HAPPENED
        iso = when.lstrip("?")
        events.append(
            Event(
                id=f"{id_}:{trigger.start}",
                title=sentence.rstrip("."),
                trigger=trigger,
                passages=(passage,),
                participants=tuple(participants),
                when=on(iso, Basis("from the words", (passage,))) if iso else None,
                factuality=factuality,
                family=family,
            )
        )
    article = Article(
        id_,
        name,
        text,
        title=title,
        published=day(published) if published else None,
        published_from=published_from,
        source=source,
        mode=mode,
    )
    times = tuple(TimeExpression(e.passages[0], TimexType.DATE, e.when.edtf, when=e.when) for e in events if e.when)
    relations: tuple[Relation, ...] = ()
    if len(events) > 1:
        relations = (Relation(events[0].id, events[1].id, 1, 30, events[0].passages[0], "in the same month"),)
    return Reading(
        article,
        ReadingMode.NEWS,
        reader,
        times,
        tuple(actors.values()),
        tuple(sorted(mentions, key=lambda m: m.passage)),
        tuple(events),
        relations,
    )


RELEASE = "2023-10-20 | release | Hamas, Qatar | Hamas will release two hostages after talks that Qatar held."
ATTACK = "2023-10-07 | attack | Hamas, Israel | Hamas fighters attack towns in Israel at dawn on Saturday."
VISIT = "2023-11-01 | visit | Joe Biden, Israel | Joe Biden goes to visit Israel and speaks of patience."
TALKS = " | talk | Qatar, Taliban | Qatar has also let the Taliban talk in its capital."
ARTICLE = (ATTACK, RELEASE, VISIT, TALKS)


def take(project, *readings, **options):
    return project.take_in([(each, None) for each in readings], **options)


def titled(project, words):
    """The one event whose title holds these words."""
    found = [event for event in project.events() if words in event.title]
    assert len(found) == 1, [event.title for event in project.events()]
    return found[0]


def snapshot(project):
    """All that a project says, to be compared."""
    from timeline_app.project import Filter

    events = project.events(Filter(dismissed=True))
    return (
        events,
        [(project.is_checked(e.id), project.is_edited(e.id), project.is_dismissed(e.id)) for e in events],
        project.actors(),
        project.articles(),
        [project.mentions(a.id) for a in project.articles() if a.id],
        project.undo_name,
        project.redo_name,
    )

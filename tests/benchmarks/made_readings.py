"""Articles made from a fixed seed, with events, actors and relations as thick as in news: what benchmarks take in."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

from timeline_app.model import (
    Actor,
    ActorKind,
    Article,
    Basis,
    Event,
    Mention,
    Participant,
    Passage,
    PublishedFrom,
    Reading,
    ReadingMode,
    Relation,
    Role,
    When,
    article_id,
)
from timeline_app.model.calendar import day_number, iso_day

CAST = 12
FAMILIES = ("attack", "release", "visit", "talk", "sign", "elect", "arrest", "resign")
WORDS = "yesterday officials said that after long hours under heavy rain near several towns many people would".split()

#: One actor, another, the family, the sentence.
_Row = tuple[str, str, str, str]


def readings(
    count: int, *, events: int = 20, strangers: int = 2, relations: int = 1, seed: int = 7
) -> Iterator[Reading]:
    """Articles of so many sentences about twelve of five hundred actors, one sentence in ten shared with others.

    Each article has `strangers` whom no other one names, and says of so many pairs of its events how many days lie
    between them.
    """
    rng = random.Random(seed)
    names = [f"Person Number{n}" for n in range(350)] + [f"Company{n}" for n in range(150)]
    start = day_number(2015)
    shared = [_sentence(rng, names) for _ in range(400)]
    for number in range(count):
        day = start + number * 3650 // max(1, count)
        cast = rng.sample(names[: 20 + rng.randrange(480)], CAST)
        cast += [f"Witness Alone{number}x{n}" for n in range(strangers)]
        rows = []
        for _ in range(events):
            told = rng.random() < 0.1
            row = shared[number * len(shared) // max(1, count)] if told else _sentence(rng, cast)
            rows.append((*row, day - rng.randrange(4)))
        yield _reading(number, day, rows, relations, rng)


def _sentence(rng: random.Random, names: list[str]) -> _Row:
    one, other = rng.sample(names, 2)
    family = rng.choice(FAMILIES)
    words = " ".join(rng.choices(WORDS, k=12))
    return one, other, family, f"{one} did {family} {other} {words}."


def _reading(
    number: int, day: int, rows: list[tuple[str, str, str, str, int]], relations: int, rng: random.Random
) -> Reading:
    text = f"Article {number}\n\n" + "\n\n".join(row[3] for row in rows)
    id_ = article_id(text)
    actors: dict[str, Actor] = {}
    mentions, events, at = [], [], text.index("\n\n") + 2
    for one, other, family, sentence, when in rows:
        passage = Passage(id_, at, at + len(sentence))
        for name in (one, other):
            kind = ActorKind.PERSON if " " in name else ActorKind.ORGANIZATION
            actors.setdefault(name, Actor(f"{id_[:16]}:{len(actors)}", name, kind))
            found = at + sentence.index(name)
            mentions.append(Mention(Passage(id_, found, found + len(name)), actors[name].id))
        verb = at + sentence.index(family)
        basis = Basis(f"counted from the article's date, {iso_day(day)}", (Passage(id_, at, at + 9),))
        events.append(
            Event(
                f"{id_[:16]}:{verb}",
                f"{one} {family}s {other}",
                Passage(id_, verb, verb + len(family)),
                (passage,),
                (Participant(actors[one].id, Role.AGENT), Participant(actors[other].id, Role.PATIENT)),
                When(when, when, when, when, iso_day(when), best=when, basis=(basis,)),
                family=family,
                importance=round(rng.random() ** 3, 3),
            )
        )
        at += len(sentence) + 2
    ordered = sorted(events, key=lambda event: (event.when.best if event.when and event.when.best else 0, event.id))
    said = tuple(
        Relation(earlier.id, later.id, 0, 3, later.passage, "up to three days later")
        for earlier, later in list(pairwise(ordered))[:relations]
    )
    article = Article(id_, f"{number}.txt", text, f"Article {number}", "", day, PublishedFrom.METADATA)
    return Reading(article, ReadingMode.NEWS, "bench", (), tuple(actors.values()), tuple(mentions), tuple(events), said)

"""Taking in, opening, listing, correcting and undoing in a project of 100,000 events (or as many as the argument says).

python -m tests.benchmarks.bench_project [ARTICLES]
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

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
    Role,
    When,
    article_id,
)
from timeline_app.model.calendar import day_number, iso_day
from timeline_app.project import Filter, Project

ARTICLES = 5000
EVENTS = 20
CAST = 12
BATCH = 25
FAMILIES = ("attack", "release", "visit", "talk", "sign", "elect", "arrest", "resign")
WORDS = "yesterday officials said that after long hours under heavy rain near several towns many people would".split()


def readings(count: int, seed: int = 7) -> Iterator[Reading]:
    """Articles of twenty sentences about twelve of five hundred actors; one sentence in ten is shared with others."""
    rng = random.Random(seed)
    names = [f"Person Number{n}" for n in range(350)] + [f"Company{n}" for n in range(150)]
    start = day_number(2015)
    shared = [_sentence(rng, names) for _ in range(400)]
    for number in range(count):
        day = start + number * 3650 // max(1, count)
        rows = []
        cast = rng.sample(names[: 20 + rng.randrange(480)], CAST)
        for _ in range(EVENTS):
            told = rng.random() < 0.1
            row = shared[number * len(shared) // max(1, count)] if told else _sentence(rng, cast)
            rows.append((*row, day - rng.randrange(4)))
        yield _reading(number, day, rows)


def _sentence(rng: random.Random, names: list[str]) -> tuple[str, str, str, str]:
    one, other = rng.sample(names, 2)
    family = rng.choice(FAMILIES)
    words = " ".join(rng.choices(WORDS, k=12))
    return one, other, family, f"{one} did {family} {other} {words}."


def _reading(number: int, day: int, rows: list[tuple[str, str, str, str, int]]) -> Reading:
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
            )
        )
        at += len(sentence) + 2
    article = Article(id_, f"{number}.txt", text, f"Article {number}", "", day, PublishedFrom.METADATA)
    return Reading(article, ReadingMode.NEWS, "bench", (), tuple(actors.values()), tuple(mentions), tuple(events))


def timed(words: str, call: Callable[[], object]) -> object:
    """Call, and print what it took: CPU time, and time on the wall, in milliseconds."""
    cpu, wall = time.process_time(), time.perf_counter()
    result = call()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(f"{words:58} {cpu * 1000:9.1f} ms CPU {wall * 1000:9.1f} ms", flush=True)
    return result


def take(project: Project, made: list[Reading]) -> None:
    """Take readings in by batches."""
    for at in range(0, len(made), BATCH):
        project.take_in([(reading, reading.article.text.encode()) for reading in made[at : at + BATCH]])


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    made = list(readings(count + 51))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.dateline"
        project = Project.create(path)
        timed(f"take in {count} articles", lambda: take(project, made[:count]))
        project.close()
        print(f"file: {path.stat().st_size / 1e6:.0f} MB")
        project = timed("open", lambda: Project.open(path))
        events = timed("events, cold", project.events)
        print(f"events: {len(events)}, actors: {len(project.actors())}")
        timed("events, again", project.events)
        timed("actors and counts", lambda: (project.actors(), project.actor_counts()))
        timed("articles", project.articles)
        timed("filter by actor", lambda: project.events(Filter(actors=frozenset({project.actors()[0].id}))))
        timed("filter by words", lambda: project.events(Filter(text="rain towns")))
        timed("search", lambda: project.search("company1 attack"))
        one = project.events()[count * 10]
        timed("retitle", lambda: project.retitle(one.id, "Another title"))
        timed("events after it", project.events)
        timed("undo", project.undo)
        timed("take in 1 article, the first time", lambda: take(project, made[count : count + 1]))
        timed("take in 50 articles (1,000 events) as two steps", lambda: take(project, made[count + 1 :]))
        timed("undo 500 events", project.undo)
        timed("redo 500 events", project.redo)
        pair = [actor.id for actor in project.actors()[:2]]
        timed("merge the two most frequent actors", lambda: project.merge_actors(pair))
        timed("events after it", project.events)
        timed("undo", project.undo)
        timed("events after it", project.events)
        project.close()


if __name__ == "__main__":
    main()

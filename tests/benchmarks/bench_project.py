"""Taking in, opening, listing, correcting and undoing in a project of 100,000 events (or as many as the argument says).

python -m tests.benchmarks.bench_project [ARTICLES]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.made_readings import readings
from timeline_app.model import Reading
from timeline_app.project import Filter, Project

ARTICLES = 5000
BATCH = 25


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

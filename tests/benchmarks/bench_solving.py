"""Solving the relations between events: 20,000 of them over 100,000 events, in chains of several articles.

python -m tests.benchmarks.bench_solving [EVENTS RELATIONS]
"""

from __future__ import annotations

import random
import sys
import time

from timeline_app.extraction.constraints import Solution, solve
from timeline_app.model import Event, Passage, Relation
from timeline_app.model.bounds import when_between

EVENTS, RELATIONS, ARTICLES = 100_000, 20_000, 5_000
#: The task is to stay below this, in seconds of CPU time.
LIMIT = 2.0
FIRST_DAY, DAYS = 730_000, 9_000
#: The shares of events without a date, with a vague one; of relations that say no number of days, and of wrong ones.
UNDATED, VAGUE, OPEN, WRONG = 0.5, 0.3, 0.4, 0.02
#: So many events further on, in the order of days, the other event of a relation stands at most.
REACH = 12


def made_events(count: int, rng: random.Random) -> tuple[dict[str, Event], dict[str, int]]:
    """Events with a day, with some days, or with none, and the day each really began."""
    events, days = {}, {}
    for number in range(count):
        name, day, chance = f"e{number}", FIRST_DAY + rng.randrange(DAYS), rng.random()
        before = 0 if chance > UNDATED + VAGUE else rng.randrange(60)
        when = None if chance < UNDATED else when_between(day - before, day + before)
        passage = Passage(f"article{number % ARTICLES}", number, number + 40)
        events[name], days[name] = Event(name, f"Event {number}", passage, (passage,), when=when), day
    return events, days


def made_relations(events: dict[str, Event], days: dict[str, int], count: int, rng: random.Random) -> list[Relation]:
    """Relations between events of near days, many on the same events, so that they make chains and rings."""
    names = sorted(rng.sample(sorted(events), count), key=lambda name: (days[name], name))
    relations = []
    for _ in range(count):
        at = rng.randrange(len(names) - REACH)
        earlier, later = names[at], names[at + rng.randrange(1, REACH)]
        gap = days[later] - days[earlier] + (400 if rng.random() < WRONG else 0)
        least, most = (0, None) if rng.random() < OPEN else (max(0, gap - 1), gap + 1)
        relations.append(Relation(earlier, later, least, most, events[earlier].passage, "days before"))
    return relations


def timed(events: dict[str, Event], relations: list[Relation]) -> tuple[Solution, float]:
    """The solution and the seconds of CPU time it took, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        solution = solve(events, relations)
        best = min(best, time.process_time() - start)
    return solution, best


def main() -> int:
    """Print the figures; 1 when solving takes longer than it may."""
    n_events, n_relations = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (EVENTS, RELATIONS)
    rng = random.Random(7)
    events, days = made_events(n_events, rng)
    relations = made_relations(events, days, n_relations, rng)
    solution, seconds = timed(events, relations)
    print(
        f"{len(events)} events, {len(relations)} relations: {seconds:.2f} s CPU (at most {LIMIT:g}), "
        f"{len(solution.dates)} dates narrowed, {len(solution.conflicts)} contradictions"
    )
    return int(seconds > LIMIT)


if __name__ == "__main__":
    sys.exit(main())

"""How soon the timeline shows other events: a filter, other lanes, newly imported ones, among 100,000 events.

    python -m tests.benchmarks.bench_canvas_updates

For each change: work of all threads until the first picture of it (at most 300 ms) and until all labels are placed, and
the longest time for which the window's thread worked without a pause.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from tests.benchmarks.bench_canvas import FIRST, HEIGHT, LAST, WIDTH, WORDS
from timeline_app.drawing.theme import light
from timeline_app.layout.lanes import Lane, lanes_by
from timeline_app.model import Event, Participant, Passage, When
from timeline_app.views.timeline import TimelineView

COUNT, NEW, TARGET = 100_000, 200, 300


def made(count: int, begin: int = 0, seed: int = 1) -> list[Event]:
    """Events of single days and of some weeks, each with one or two of 200 actors."""
    random = np.random.default_rng(seed)
    days = random.integers(int(FIRST), int(LAST), count).tolist()
    lasting = np.where(random.random(count) < 0.7, 0, random.integers(2, 60, count)).tolist()
    actors = np.minimum(random.zipf(1.3, (count, 2)) - 1, 199).tolist()
    importance = np.tanh(random.pareto(1.5, count)).tolist()
    passage = Passage("article", 0, 10)
    found = []
    for number, (day, days_long, people, weight) in enumerate(zip(days, lasting, actors, importance, strict=True)):
        when = When(day, day, day + days_long, day + days_long, "", best=None if days_long else day)
        words = f"{WORDS[number % 37]} {WORDS[number % 31]} {begin + number}".capitalize()
        participants = tuple(Participant(f"a{actor}") for actor in dict.fromkeys(people))
        found.append(Event(f"e{begin + number}", words, passage, (passage,), participants, when, importance=weight))
    return found


def measure(view: TimelineView, change: Callable[[], None]) -> tuple[float, float, float]:
    """Seconds of work until the first picture and until all is ready, and of the longest stretch on this thread."""
    before, found = view.arrangement, []
    ready: list[float] = []
    began, stretch = time.process_time(), time.thread_time()
    view.ready.connect(lambda: ready.append(time.process_time() - began))
    change()
    longest = time.thread_time() - stretch
    while not ready:
        stretch = time.thread_time()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        longest = max(longest, time.thread_time() - stretch)
        if not found and view.arrangement is not before:
            QCoreApplication.processEvents()
            found.append(time.process_time() - began)
        time.sleep(0.002)
    view.ready.disconnect()
    return (found or ready)[0], ready[0], longest


def main() -> None:
    """Print a line for each change."""
    _application = QApplication.instance() or QApplication([])
    events = made(COUNT)
    view = TimelineView(theme=light())
    view.set_animated(False)
    view.resize(WIDTH, HEIGHT)
    view.show()
    few, many = lanes_by("actor", events, limit=8), lanes_by("actor", events, limit=60)
    one = [Lane("all", "All events", 0, "none")]
    later = [*events, *made(NEW, COUNT, seed=2)]
    changes: list[tuple[str, Sequence[Event], Sequence[Lane]]] = [
        ("first shown", events, few),
        ("filtered to half", events[::2], few),
        ("filter taken off", events, few),
        ("60 lanes", events, many),
        ("no lanes", events, one),
        (f"{NEW} more imported", later, few),
    ]
    print(f"{COUNT:,} events; first picture after {TARGET} ms at most")
    print(f"{'change':<20} {'first picture':>14} {'all labels':>11} {'longest stretch':>16}")
    for name, shown, lanes in changes:
        first, whole, longest = measure(view, partial(view.set_events, shown, lanes))
        print(f"{name:<20} {first * 1000:11.0f} ms {whole * 1000:8.0f} ms {longest * 1000:13.0f} ms", flush=True)
    view.close()


if __name__ == "__main__":
    main()

"""How fast the timeline is: CPU time of the window's thread for each frame, in a real TimelineView (1600 by 900).

    python tests/benchmarks/bench_canvas.py [10000 100000 1000000]

For each number of events: all in view, 1/10, 1/100 and 1/1000 of all time, and a sweep of zooms, 200 steps each; how
long until all is shown; overlapping labels; labels that come and go while panning; labels that vanish while zooming in;
and the share of labels beside an exact greedy placement that is made for one scale alone.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.greedy import greedy_count
from timeline_app.drawing.theme import light
from timeline_app.layout.columns import CHECKED, POINT, Columns, from_arrays
from timeline_app.layout.frame import Frame
from timeline_app.layout.lanes import Lane
from timeline_app.model.calendar import day_number
from timeline_app.views.timeline import TimelineView

WIDTH, HEIGHT, STEPS, LANES = 1600, 900, 200, 200
FIRST, LAST = float(day_number(1800)), float(day_number(2026))
TARGETS = {10_000: (8, 0.3), 100_000: (12, 1.0), 1_000_000: (16, 6.0)}
WORDS = (
    "treaty signed council president elected strike protest court ruling law passed war begins ceasefire bank merger "
    "resigns appointed speech summit report published trial verdict arrest raid flood earthquake company founded "
    "acquired patent launch satellite election vote minister budget crisis talks border army"
).split()


class Numbered:
    """Ids of so many events, made when asked for."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> str:
        return f"e{number}"

    def index(self, event_id: str) -> int:
        return int(event_id[1:])


def synthetic(count: int, seed: int = 1) -> Columns:
    """Events in bursts over 226 years, most of them in few of the lanes; seven in ten last no longer than a day."""
    random = np.random.default_rng(seed)
    lane = np.minimum((random.zipf(1.3, count) - 1) % LANES, LANES - 1)
    bursts = random.uniform(FIRST, LAST, 300)
    spread = np.exp(random.normal(np.log(200), 1.2, int(count * 0.8)))
    near = bursts[random.integers(0, 300, len(spread))] + random.normal(0, 1, len(spread)) * spread
    start = np.clip(np.concatenate([near, random.uniform(FIRST, LAST, count - len(near))]), FIRST, LAST)
    random.shuffle(start)
    short = random.random(count) < 0.7
    length = np.minimum(np.exp(random.normal(np.log(20), 1.8, count)), 11_000)
    vague = ~short & (random.random(count) < 0.4)
    words = random.integers(0, len(WORDS), (count, 3))

    def title(number: int) -> str:
        return " ".join(WORDS[word] for word in words[number].tolist()).capitalize() + f" {number}"

    widths = np.array([6.6 * (len(word) + 1) for word in WORDS])[words].sum(axis=1) + 50
    fade = np.where(vague, length * 0.4, 0.0)
    return from_arrays(
        lane=lane, start=start, end=np.where(short, start, start + length), ids=Numbered(count), title=title,
        lanes=LANES, importance=np.tanh(random.pareto(1.5, count)),
        label_width=np.minimum(widths, 300.0), title_width=widths,
        fade_left=fade, fade_right=fade, factuality=random.choice(5, count, p=(0.8, 0.02, 0.08, 0.06, 0.04)),
        flags=np.where(short, POINT | CHECKED, CHECKED) | (random.random(count) < 0.1),
    )  # fmt: skip


def walks() -> dict[str, list[tuple[float, float]]]:
    """Ranges to be shown one after the other."""
    whole, middle = LAST - FIRST, LAST - 40 * 365.0
    found = {}
    for name, share in (("all in view", 1.0), ("1/10", 0.1), ("1/100", 0.01), ("1/1000", 0.001)):
        width = whole * share
        step = width / 50 * (0.02 if share == 1 else 1)
        begin = FIRST - 0.02 * whole if share == 1 else middle - width / 2 - step * STEPS / 2
        found[name] = [(begin + step * number, begin + step * number + width) for number in range(STEPS)]
    shares = np.concatenate([np.geomspace(1, 1e-5, STEPS // 2), np.geomspace(1e-5, 1, STEPS // 2)])
    found["zoom sweep"] = [(middle - whole * share * 0.8, middle + whole * share * 0.2) for share in shares]
    return found


def make_view(columns: Columns) -> tuple[TimelineView, float, float, float]:
    """A shown view with these columns; seconds until the first picture and until all is ready, and of work for it."""
    view = TimelineView(theme=light())
    view.set_animated(False)
    view.resize(WIDTH, HEIGHT)
    view.show()
    QCoreApplication.processEvents()
    loop, first = QEventLoop(), [0.0]
    view.ready.connect(loop.quit)
    began, work = time.perf_counter(), time.process_time()
    lanes = [Lane(str(number), f"Actor {number}", number) for number in range(LANES)]

    def look() -> None:
        if not first[0] and len(view.arrangement.columns):
            view.grab()
            first[0] = time.perf_counter() - began

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(5)
    view.set_columns(columns, lanes)
    if not len(view.arrangement.columns) or len(columns) > 1500:
        QTimer.singleShot(60_000, loop.quit)
        loop.exec()
    QCoreApplication.processEvents()
    ready = time.perf_counter() - began
    return view, first[0] or ready, ready, time.process_time() - work


def labels_of(frame: Frame) -> dict[int, tuple[float, float, float]]:
    """Row → left, right and height of its label."""
    marks = frame.marks
    shown = np.flatnonzero(~np.isnan(marks.label_x))
    return {
        int(marks.row[place]): (
            float(marks.label_x[place]),
            float(marks.label_x[place] + marks.label_width[place]),
            float(marks.y[place]),
        )
        for place in shown
    }


def overlaps(labels: dict[int, tuple[float, float, float]]) -> int:
    """Pairs of labels that touch."""
    by_height: dict[float, list[tuple[float, float]]] = {}
    for left, right, y in labels.values():
        by_height.setdefault(round(y, 1), []).append((left, right))
    touching = 0
    for spans in by_height.values():
        spans.sort()
        touching += sum(after[0] < before[1] - 0.5 for before, after in pairwise(spans))
    return touching


def flickers(before: dict[int, tuple[float, float, float]], after: dict[int, tuple[float, float, float]]) -> int:
    """Labels well inside the view that a small pan has added or taken, or moved to another height."""
    inside = (400.0, WIDTH - 700.0)
    gone = [row for row, box in before.items() if inside[0] < box[0] < inside[1] and row not in after]
    come = [row for row, box in after.items() if inside[0] < box[0] < inside[1] and row not in before]
    moved = [row for row in before.keys() & after.keys() if abs(before[row][2] - after[row][2]) > 0.5]
    return len(gone) + len(come) + len(moved)


def vanished(before: dict[int, tuple[float, float, float]], frame: Frame) -> int:
    """Labels that coming closer has taken away though their place is still in view."""
    level, since = frame.level, frame.arrangement.levels.since
    return sum(int(since[row]) > level for row in before)


def greedy_share(view: TimelineView) -> float:
    """Labels placed at some scales, as a share of what an exact greedy placement for that scale alone places."""
    arrangement, shares = view.arrangement, []
    for share in (0.7, 0.13, 0.03):
        scale = (LAST - FIRST) / WIDTH * share
        # Placed are those of the next coarser level; the greedy placement is made for the scale itself.
        shares.append(float(arrangement.levels.at(scale).placed.sum()) / greedy_count(arrangement, scale))
    return min(shares)


def memory() -> float:
    """Megabytes in use."""
    status = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def main(counts: list[int]) -> None:
    application = QApplication.instance() or QApplication([])
    head = f"{'events':>9} {'walk':<12} {'median':>7} {'p95':>7} {'worst':>7}  ms"
    print(head)
    for count in counts:
        before = memory()
        columns = synthetic(count)
        view, first, ready, work = make_view(columns)
        worst = 0.0
        overlapping = flickering = vanishing = 0
        for name, ranges in walks().items():
            times = []
            view.set_range(*ranges[0])
            application.processEvents()
            gc.collect()
            previous: dict[int, tuple[float, float, float]] = {}
            for number, (low, high) in enumerate(ranges):
                began = time.thread_time()
                view.set_range(low, high)
                application.processEvents()
                times.append((time.thread_time() - began) * 1000)
                if number % 5 == 0 or name != "zoom sweep":
                    labels = labels_of(view.frame())
                    overlapping += overlaps(labels)
                    if name != "zoom sweep" and previous and number % 5 != 0:
                        flickering += flickers(previous, labels)
                    elif name == "zoom sweep" and previous and number < STEPS // 2:
                        vanishing += vanished(previous, view.frame())
                    previous = labels
            p95 = float(np.percentile(times, 95))
            worst = max(worst, p95)
            print(f"{count:>9,} {name:<12} {np.median(times):7.2f} {p95:7.2f} {max(times):7.2f}")
        share = greedy_share(view)
        frame_target, ready_target = TARGETS.get(count, (16, 6.0))
        print(
            f"{count:>9,} p95 {worst:.1f} ms (at most {frame_target}); first picture {first:.2f} s, "
            f"ready {ready:.2f} s (at most {ready_target}) with {work:.2f} s of work; "
            f"memory {memory() - before:.0f} MB; "
            f"label overlaps {overlapping}, flicker {flickering}, vanished {vanishing}; "
            f"labels beside an exact greedy placement {share:.2f}"
        )
        view.close()
        view.deleteLater()
        application.processEvents()


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(TARGETS))

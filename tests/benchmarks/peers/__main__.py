"""Dateline beside vis-timeline on the same events in one run: see README.md."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication

from tests.benchmarks.bench_canvas import FIRST, LANES, LAST, make_view, synthetic
from tests.benchmarks.peers.chromium import Page, page_address
from timeline_app.layout.columns import Columns
from timeline_app.model.calendar import day_number

HERE = Path(__file__).parent
FOLDER = HERE.parents[2] / "build" / "peers"
SCRIPT = FOLDER / "node_modules" / "vis-timeline" / "standalone" / "umd" / "vis-timeline-graph2d.min.js"
COUNTS, STEPS = (1_000, 3_000, 10_000), 40
#: Milliseconds of the clock for one walk of the page, which may be far too slow for all steps.
BUDGET = 20_000
#: Seconds of the clock until it must show something.
LOADING = 240
DAY, EPOCH = 86_400_000.0, float(day_number(1970))
Ranges = list[tuple[float, float]]


def walks() -> dict[str, Ranges]:
    """Ranges of days to be shown one after the other."""
    whole, middle = LAST - FIRST, LAST - 40 * 365.0
    found = {}
    for name, share in (("all in view", 1.0), ("1/10 in view", 0.1)):
        width = whole * share
        begin, step = (FIRST, width / 2000) if share == 1 else (middle - width / 2, width / 50)
        found[name] = [(begin + step * number, begin + step * number + width) for number in range(STEPS)]
    widths = whole * np.geomspace(1, 1e-3, STEPS)
    found["zooming in"] = [(middle - width * 0.6, middle + width * 0.4) for width in widths]
    return found


def missing() -> str:
    """What is not there, in words; "" where all is. Installs vis-timeline if npm can."""
    if chromium() is None:
        return "Chromium is not installed (Debian: apt-get install chromium)."
    if SCRIPT.exists():
        return ""
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not installed (Debian: apt-get install npm), so vis-timeline cannot be."
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(FOLDER), "vis-timeline"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if not SCRIPT.exists():
        return f"vis-timeline could not be installed with npm: {done.stderr.strip()[-300:]}"
    return ""


def chromium() -> str | None:
    """The browser's program."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def ours(columns: Columns, report: Callable[..., None]) -> None:
    """Dateline's figures."""
    began = time.perf_counter()
    view, *_ = make_view(columns)
    loading = time.perf_counter() - began
    for name, ranges in walks().items():
        view.set_range(*ranges[0])
        QApplication.processEvents()
        work, clock = [], []
        for first, last in ranges:
            work_began, clock_began = time.thread_time(), time.perf_counter()
            view.set_range(first, last)
            QApplication.processEvents()
            work.append(time.thread_time() - work_began)
            clock.append((time.perf_counter() - clock_began) * 1000)
        report("Dateline", name, loading, float(np.mean(work)) * 1000, clock)
    view.close()


def theirs(columns: Columns, version: str, report: Callable[..., None], *, stack: bool) -> None:
    """The page's figures."""
    program = f"vis-timeline {version}, {'stacked' if stack else 'in one line'}"
    shutil.copy(HERE / "page.html", FOLDER / "page.html")
    page = Page(str(chromium()), page_address(FOLDER / "page.html"))
    try:
        titles = [columns.title(int(number)) for number in columns.event]
        rows = zip(columns.lane.tolist(), _stamps(columns.start), _stamps(columns.end), titles, strict=True)
        all_walks = walks()
        first, last = _stamps(np.array(all_walks["all in view"][0]))
        shown = json.dumps([*rows]), LANES, first, last, json.dumps(stack)
        try:
            loading = page.evaluate("show({}, {}, {}, {}, {})".format(*shown), seconds=LOADING) / 1000
        except TimeoutError:
            print(f"{len(columns):>7,} {program:<34} shows nothing after {LOADING} s")
            return
        for name, ranges in all_walks.items():
            page.evaluate(f"walk({json.dumps([_stamps(np.array(ranges[0]))])}, {BUDGET})")
            before = page.busy()
            clock = page.evaluate(f"walk({json.dumps([_stamps(np.array(one)) for one in ranges])}, {BUDGET})")
            work = (page.busy() - before) * 1000 / len(clock)
            report(program, name, loading, work, clock)
    finally:
        page.close()


def _stamps(days: np.ndarray) -> list[float]:
    """Days as JavaScript counts time."""
    stamps: list[float] = ((np.asarray(days) - EPOCH) * DAY).tolist()
    return stamps


def main(counts: list[int]) -> int:
    """Print one line for each program, number of events and walk; 1 where something is missing."""
    lacking = missing()
    if lacking:
        print(f"No comparison: {lacking}", file=sys.stderr)
        return 1
    _application = QApplication.instance() or QApplication([])
    version = json.loads((SCRIPT.parents[2] / "package.json").read_text(encoding="utf-8"))["version"]
    print(
        f"{'events':>7} {'program':<34} {'walk':<13} {'work a step':>12} {'clock a step':>13} {'steps':>6} {'load':>8}"
    )
    for count in counts:
        columns = synthetic(count)

        def report(
            program: str, walk: str, loading: float, work: float, clock: list[float], count: int = count
        ) -> None:
            print(
                f"{count:>7,} {program:<34} {walk:<13} {work:9.1f} ms {np.median(clock):10.1f} ms "
                f"{len(clock):>6} {loading:6.1f} s",
                flush=True,
            )

        ours(columns, report)
        theirs(columns, version, report, stack=True)
        theirs(columns, version, report, stack=False)
    return 0


if __name__ == "__main__":
    sys.exit(main([int(argument) for argument in sys.argv[1:]] or list(COUNTS)))

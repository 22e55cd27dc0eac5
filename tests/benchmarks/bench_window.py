"""How long the window stands still: the longest gaps between the beats of a five millisecond clock, by what is done.

python -m tests.benchmarks.bench_window [ARTICLES×EVENTS…] [--keep FOLDER] [--only WORDS]

A gap is given by the clock on the wall and by the processor time that the whole process took meanwhile; the smaller of
the two is what an idle machine would show, and it is held against the aim. With `--keep` the projects are made once.
"""

from __future__ import annotations

import argparse
import os
import pickle
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.made_readings import readings
from timeline_app.desktop import intake
from timeline_app.desktop.main_window import MainWindow
from timeline_app.desktop.recovery import Untitled
from timeline_app.desktop.settings import Settings
from timeline_app.desktop.style import apply_theme
from timeline_app.model import Reading
from timeline_app.model.edtf import parse_edtf
from timeline_app.project import Filter, Outcome, Project

#: Articles and events in each, with the longest gap in milliseconds that a common edit may cause.
SIZES = ((1_000, 12, 100), (20_000, 5, 250))
BEAT = 5
#: The window is at rest when for so many milliseconds nothing runs and nothing waits.
REST = 120
#: Articles that are taken in while the window is watched.
MORE = 36


class Heart:
    """Beats on the main thread, and remembers the longest gap."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)
        self.begin()
        self._timer.start()

    def begin(self) -> None:
        """Forget what was."""
        self._wall, self._cpu = time.perf_counter(), time.process_time()
        self.gaps: list[tuple[float, float]] = []

    def _beat(self) -> None:
        wall, cpu = time.perf_counter(), time.process_time()
        self.gaps.append((wall - self._wall, cpu - self._cpu))
        self._wall, self._cpu = wall, cpu

    def longest(self) -> tuple[float, float, float]:
        """Milliseconds: the longest gap that counts, the longest by the clock on the wall, and the sum above 50 ms."""
        counted = [min(gap) * 1000 for gap in self.gaps]
        walls = [wall * 1000 for wall, _ in self.gaps]
        return max(counted, default=0.0), max(walls, default=0.0), sum(one for one in counted if one > 50)


class MadePool:
    """In place of reading processes: what a file says was made beforehand and comes as it would from a process."""

    made: ClassVar[dict[str, bytes]] = {}

    def __init__(self, _workers: int | None = None) -> None:
        self.workers = 2

    def warm(self) -> None:
        """Nothing to load."""

    def read_files(self, paths: list[Path]) -> Iterator[Outcome]:
        """The readings of these files, one every few milliseconds."""
        for path in paths:
            time.sleep(0.01)
            reading: Reading = pickle.loads(self.made[path.name])
            yield Outcome(path, reading, path.read_bytes())

    def read_articles(self, articles: list[object]) -> Iterator[Outcome]:
        """Nothing is read again here."""
        yield from ()

    def cancel(self) -> None:
        """Nothing runs."""

    def close(self) -> None:
        """Nothing is open."""


def make_project(path: Path, articles: int, events: int) -> list[Reading]:
    """A project file of so many articles, if it is not there; returns readings of some more."""
    made = list(readings(articles + MORE, events=events))
    if not path.exists():
        with Project.create(path) as project:
            for at in range(0, articles, 25):
                batch = made[at : min(at + 25, articles)]
                project.take_in([(reading, reading.article.text.encode()) for reading in batch])
    return made[articles:]


class Watched:
    """A window on a project, and the steps that are measured in it."""

    def __init__(self, folder: Path, path: Path, more: list[Reading]) -> None:
        self.heart = Heart()
        settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        untitled = folder / "untitled"
        untitled.mkdir()
        self.path, self.news = path, folder / "news"
        self.news.mkdir()
        for reading in more:
            (self.news / reading.article.name).write_text(reading.article.text, encoding="utf-8")
            MadePool.made[reading.article.name] = pickle.dumps(reading)
        intake.ReaderPool = MadePool
        self.window = MainWindow(settings, Untitled(untitled))
        self.window.resize(1600, 900)
        self.window.show()
        self.window.begin()
        self.rest()

    def rest(self) -> None:
        """Let the window work until it is at rest."""
        window, quiet = self.window, time.perf_counter()
        pool = window.panes.timeline._preparing._pool
        loop = QEventLoop()
        while time.perf_counter() - quiet < REST / 1000:
            QTimer.singleShot(20, loop.quit)
            loop.exec()
            if window.jobs.busy or window.workspace._timer.isActive() or pool.activeThreadCount():
                quiet = time.perf_counter()

    def steps(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """What is done, in this order; each has a name."""
        window, work = self.window, self.window.workspace
        yield "open", lambda: window.files.open_project(self.path)
        project = work.project
        yield "show every event", lambda: work.set_least(0.0)
        events = [event for event in project.events() if event.when is not None]
        one, two, three = events[len(events) // 2], events[len(events) // 3], events[len(events) // 4]
        yield "choose an event", lambda: work.selection.select_event(one.id)
        yield "choose another", lambda: work.selection.select_event(two.id)
        yield "correct a title", lambda: project.retitle(two.id, "Another title")
        yield "correct a title again", lambda: project.retitle(two.id, "Yet another title")
        yield "correct a date", lambda: project.set_date(two.id, parse_edtf("2017-05-03"))
        yield "accept", lambda: project.set_checked(one.id)
        yield "dismiss", lambda: project.dismiss(three.id)
        yield "undo the dismissing", project.undo
        yield "redo it", project.redo
        actors = project.actors()
        yield "rename an actor", lambda: project.rename_actor(actors[3].id, "Somebody Else")
        yield "merge two actors", lambda: project.merge_actors([actors[5].id, actors[9].id])
        yield "undo the merging", project.undo
        yield "choose an actor", lambda: work.selection.select_actor(actors[0].id)
        yield "give an actor a lane", lambda: work.toggle_lane(actors[20].id)
        yield "filter by an actor", lambda: work.set_filter(Filter(actors=frozenset({actors[1].id})))
        yield "clear the filter", lambda: work.set_filter(Filter())
        yield "filter by words", lambda: work.set_filter(Filter(text="rain towns"))
        yield "clear it", lambda: work.set_filter(Filter())
        yield "search", lambda: self._search("company1 attack")
        yield "search a common word", lambda: self._search("officials")
        yield "lanes by article", lambda: work.set_lane_kind("article")
        yield "lanes by actor", lambda: work.set_lane_kind("actor")
        yield "show the event table", window.places.do_show_table
        yield "correct a title beside the table", lambda: project.retitle(one.id, "Seen in the table")
        yield "sort the table by title", lambda: window.panes.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        yield "source in front", window.places.show_reader
        yield f"import {MORE} articles", lambda: window.files.open_paths([self.news])
        yield "undo the import", project.undo
        entry = project.articles()[10]
        yield "remove an article", lambda: project.remove_article(entry.id)
        yield "main events only", lambda: work.set_least(0.18)
        yield "correct a title among main events", lambda: project.retitle(one.id, "Of the main ones")
        yield "close", window.files.do_new_project

    def _search(self, words: str) -> None:
        self.window.toolbar.search.setText(words)
        self.window.finding.search()

    def measure(self, aim: float, only: str) -> None:
        """Do every step and print its figures."""
        print(f"{'':36} {'gap':>7} {'on wall':>8} {'sum>50':>7} {'CPU':>7} {'until rest':>11}  ms")
        for name, step in self.steps():
            watched = not only or name == "open" or any(word in name for word in only.split(","))
            if not watched:
                continue
            self.heart.begin()
            wall, cpu = time.perf_counter(), time.process_time()
            step()
            self.rest()
            wall, cpu = time.perf_counter() - wall - REST / 1000, time.process_time() - cpu
            gap, longest, total = self.heart.longest()
            mark = "  ← above the aim" if gap > aim else ""
            figures = f"{gap:7.0f} {longest:8.0f} {total:7.0f} {cpu * 1000:7.0f} {wall * 1000:11.0f}"
            print(f"{name:36} {figures}{mark}", flush=True)


def resident() -> float:
    """Megabytes of memory in use."""
    status = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def measure_one(articles: int, events: int, aim: float, kept: Path | None, only: str) -> None:
    """All steps in a project of this size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        original = (kept or folder) / f"{articles}x{events}.dateline"
        more = make_project(original, articles, events)
        path = folder / "bench.dateline"
        shutil.copy(original, path)
        before = resident()
        watched = Watched(folder, path, more)
        print(f"{articles:,} articles, {articles * events:,} events; aim {aim:.0f} ms")
        watched.measure(aim, only)
        print(f"memory: {resident() - before:.0f} MB more than before the window", flush=True)
        watched.window.close()


def main() -> int:
    """Measure the sizes asked for, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", help="such as 1000x12")
    parser.add_argument("--keep", type=Path, help="folder in which the projects are kept for the next time")
    parser.add_argument("--only", default="", help="parts of the names of steps, divided by commas")
    given = parser.parse_args()
    aims = {f"{articles}x{events}": aim for articles, events, aim in SIZES}
    sizes = given.sizes or list(aims)
    application = QApplication.instance() or QApplication([])
    apply_theme(application, "light")
    for size in sizes:
        articles, events = (int(part) for part in size.split("x"))
        measure_one(articles, events, aims.get(size, 100), given.keep, given.only)
    return 0


if __name__ == "__main__":
    sys.exit(main())

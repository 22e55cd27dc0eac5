"""Measures how fast the installed application starts: to its first window, and until it has read an article.

Seconds by the clock are what a person waits; seconds of the processors, of all its processes together, compare two
builds even on a machine that is busy with other things.

    python packaging/measure_start.py [PROGRAM] [--runs N]

PROGRAM is /usr/bin/dateline by default; dist/dateline/dateline measures what was just built. On a screen nobody sees
(needs Xvfb and xdotool), each run in a home of its own. The first run warms the file cache and does not count.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ARTICLE = Path(__file__).resolve().parent.parent / "resources" / "sample" / "qatar-mediation.txt"
#: Seconds, as the project promises them.
WINDOW_WITHIN = 1.5
READ_WITHIN = 4.0
PATIENCE = 60.0


def seconds_until(question: Callable[[], bool], since: float) -> float:
    """Seconds from `since` until the answer is yes; infinite when it never is."""
    while (passed := time.perf_counter() - since) < PATIENCE:
        if question():
            return passed
        time.sleep(0.02)
    return float("inf")


def has_window(environment: dict[str, str]) -> bool:
    """Whether the application's window is on the screen."""
    command = ["xdotool", "search", "--onlyvisible", "--class", "^Dateline$"]
    return bool(subprocess.run(command, env=environment, capture_output=True, check=False).stdout)


def events_in(project: Path) -> int:
    """How many events a project holds."""
    return count_in(project, "telling")


def count_in(project: Path, table: str) -> int:
    """How many rows a project's table has. The application keeps it to itself while it is open: a copy is asked."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy.dateline")
        for ending in ("", "-wal"):
            with contextlib.suppress(OSError):
                shutil.copy(f"{project}{ending}", f"{copy}{ending}")
        try:
            with contextlib.closing(sqlite3.connect(copy)) as store:
                return int(store.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        except sqlite3.Error:
            return 0


def has_events(home: Path) -> bool:
    """Whether events of the article are in the untitled project."""
    return any(events_in(project) for project in home.glob(".local/share/**/Untitled 1.dateline"))


def worked(session: int) -> float:
    """Seconds that the processors have worked for the processes of a session."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            # What stands behind the name of the program, which may itself hold spaces and parentheses.
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def run_once(program: Path, screen: str) -> tuple[float, float, float, float]:
    """Seconds to the first window and to the events of one article: each by the clock, and of the processors."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        environment = {
            "HOME": folder,
            "PATH": os.environ["PATH"],
            "DISPLAY": screen,
            "XDG_RUNTIME_DIR": folder,
            "LANG": "C.UTF-8",
        }
        begun = time.perf_counter()
        running = subprocess.Popen([program, ARTICLE], env=environment, start_new_session=True)
        window = seconds_until(lambda: has_window(environment) or running.poll() is not None, begun)
        window_work = worked(running.pid)
        read = seconds_until(lambda: has_events(home) or running.poll() is not None, begun)
        read_work = worked(running.pid)
        if running.poll() is not None:
            sys.exit(f"{program} ended by itself with {running.returncode}")
        running.terminate()
        running.wait(20)
    return window, window_work, read, read_work


def main() -> int:
    """Print the medians; 1 when one is over its limit."""
    parser = argparse.ArgumentParser(description="Measure how fast the installed application starts.")
    parser.add_argument("program", nargs="?", type=Path, default=Path("/usr/bin/dateline"))
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    read, write = os.pipe()
    # Without -noreset the screen starts anew whenever xdotool was its only program, and whoever comes then is refused:
    # one start in sixty was.
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            screen = f":{answer.readline().strip()}"
        runs = [run_once(arguments.program.absolute(), screen) for _ in range(arguments.runs + 1)][1:]
    finally:
        server.terminate()
    window, window_work, events, events_work = (statistics.median(column) for column in zip(*runs, strict=True))
    report = "{}: {:.2f} s (within {} s), {:.2f} s of the processors\n"
    sys.stdout.write(report.format("first window", window, WINDOW_WITHIN, window_work))
    sys.stdout.write(report.format("events of an article", events, READ_WITHIN, events_work))
    return int(window > WINDOW_WITHIN or events > READ_WITHIN)


if __name__ == "__main__":
    sys.exit(main())

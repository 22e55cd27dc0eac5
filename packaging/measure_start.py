"""Measures how fast the installed application starts: to its first window, and until it has read an article.

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
    """How many events a project holds. The application keeps it to itself while it is open, so a copy is asked."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy.dateline")
        for ending in ("", "-wal"):
            with contextlib.suppress(OSError):
                shutil.copy(f"{project}{ending}", f"{copy}{ending}")
        try:
            with contextlib.closing(sqlite3.connect(copy)) as store:
                return int(store.execute("SELECT count(*) FROM telling").fetchone()[0])
        except sqlite3.Error:
            return 0


def has_events(home: Path) -> bool:
    """Whether events of the article are in the untitled project."""
    return any(events_in(project) for project in home.glob(".local/share/**/Untitled 1.dateline"))


def run_once(program: Path, screen: str) -> tuple[float, float]:
    """Seconds to the first window and to the events of one article."""
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
        running = subprocess.Popen([program, ARTICLE], env=environment)
        window = seconds_until(lambda: has_window(environment) or running.poll() is not None, begun)
        read = seconds_until(lambda: has_events(home) or running.poll() is not None, begun)
        if running.poll() is not None:
            sys.exit(f"{program} ended by itself with {running.returncode}")
        running.terminate()
        running.wait(20)
    return window, read


def main() -> int:
    """Print the medians; 1 when one is over its limit."""
    parser = argparse.ArgumentParser(description="Measure how fast the installed application starts.")
    parser.add_argument("program", nargs="?", type=Path, default=Path("/usr/bin/dateline"))
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            screen = f":{answer.readline().strip()}"
        runs = [run_once(arguments.program.absolute(), screen) for _ in range(arguments.runs + 1)][1:]
    finally:
        server.terminate()
    window, events = (statistics.median(column) for column in zip(*runs, strict=True))
    sys.stdout.write(f"first window: {window:.2f} s (within {WINDOW_WITHIN} s)\n")
    sys.stdout.write(f"events of an article: {events:.2f} s (within {READ_WITHIN} s)\n")
    return int(window > WINDOW_WITHIN or events > READ_WITHIN)


if __name__ == "__main__":
    sys.exit(main())

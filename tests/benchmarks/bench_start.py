"""Seconds from the start of the process to the first painted window, warm; needs a display (`xvfb-run -a`)."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile

MOST = 1.5
RUNS = 5
#: Runs in a process of its own; ends as soon as the window has been painted.
ONE_START = """
import os, sys, time
begun = time.perf_counter()
from PySide6.QtCore import QEvent, QObject
from timeline_app.desktop import application

class Watch(QObject):
    def eventFilter(self, watched, qevent):
        if qevent.type() == QEvent.Type.Paint and watched.objectName() == "main_window":
            print(time.perf_counter() - begun, time.process_time(), flush=True)
            os._exit(0)
        return False

opened = application._open_window

def open_watched(app, instance, paths):
    app.watch = Watch()
    app.installEventFilter(app.watch)
    return opened(app, instance, paths)

application._open_window = open_watched
application.run([])
"""


def one_start(home: str) -> tuple[float, float]:
    """Seconds of one start, and seconds of processor time: those hardly depend on what else the machine does."""
    environment = {**os.environ, "HOME": home, "XDG_DATA_HOME": f"{home}/data", "XDG_CONFIG_HOME": f"{home}/config"}
    done = subprocess.run(
        [sys.executable, "-c", ONE_START], env=environment, capture_output=True, text=True, check=True
    )
    waited, worked = done.stdout.split()[-2:]
    return float(waited), float(worked)


def main() -> int:
    """Prints the figures; 1 when the median is too slow."""
    with tempfile.TemporaryDirectory() as home:
        one_start(home)
        seconds = sorted(one_start(home) for _ in range(RUNS))
    median = statistics.median(waited for waited, _ in seconds)
    worked = statistics.median(worked for _, worked in seconds)
    span = f"{seconds[0][0]:.2f} to {seconds[-1][0]:.2f} s"
    print(f"first window painted: median {median:.2f} s ({span}), at most {MOST} s; processor time {worked:.2f} s")
    return int(median > MOST)


if __name__ == "__main__":
    sys.exit(main())

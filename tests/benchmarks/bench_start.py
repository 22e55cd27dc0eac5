"""Seconds from the start of the process to the first painted window, warm; needs a display (`xvfb-run -a`)."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile

LEAST = 1.5
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
            print(time.perf_counter() - begun, flush=True)
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


def one_start(home: str) -> float:
    """Seconds of one start."""
    environment = {**os.environ, "HOME": home, "XDG_DATA_HOME": f"{home}/data", "XDG_CONFIG_HOME": f"{home}/config"}
    done = subprocess.run(
        [sys.executable, "-c", ONE_START], env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])


def main() -> int:
    """Prints the figures; 1 when the median is too slow."""
    with tempfile.TemporaryDirectory() as home:
        one_start(home)
        seconds = sorted(one_start(home) for _ in range(RUNS))
    median = statistics.median(seconds)
    print(f"first window painted: median {median:.2f} s, {seconds[0]:.2f} to {seconds[-1]:.2f} s, at most {LEAST} s")
    return int(median > LEAST)


if __name__ == "__main__":
    sys.exit(main())

"""A screen of our own for the stories: a virtual X server, the application in a process of its own, and a hand."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = {"Xvfb": "xvfb", "xdotool": "xdotool", "pdftotext": "poppler-utils"}
PATIENCE = 90.0


def skip_without_tools():
    """Skips the story in words where a tool is missing."""
    missing = [package for tool, package in NEEDED.items() if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"the story needs a virtual screen and a hand: install {', '.join(missing)}")


def wait_until(question, what, patience=PATIENCE):
    """Asks until there is an answer; fails saying what was waited for."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        answer = question()
        if answer:
            return answer
        time.sleep(0.1)
    pytest.fail(f"waited {patience:.0f} s for {what}")
    return None


class Screen:
    """An X server nobody sees, and mouse and keyboard on it."""

    def __init__(self, width=1640, height=900):
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as answer:
            self.display = f":{answer.readline().strip()}"

    def environment(self, home):
        """What a process on this screen sees; its own home, so that nothing of this person's is touched."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LD_LIBRARY_PATH") if name in os.environ}
        places = {"XDG_DATA_HOME": ".local/share", "XDG_CONFIG_HOME": ".config", "XDG_RUNTIME_DIR": "run"}
        for place in places.values():
            (home / place).mkdir(parents=True, exist_ok=True)
        (home / "run").chmod(0o700)
        own = {name: str(home / place) for name, place in places.items()}
        path = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "xcb"}
        return {**kept, **own, **path, "HOME": str(home), "DISPLAY": self.display}

    def hand(self, *words):
        """One movement of mouse or keyboard, in the words of xdotool."""
        environment = {**os.environ, "DISPLAY": self.display}
        subprocess.run(["xdotool", *map(str, words)], env=environment, check=True, capture_output=True)

    def drag(self, start, end):
        """Takes what is at one point and carries it slowly to another; ends before letting go."""
        self.hand("mousemove", *start)
        time.sleep(0.2)
        self.hand("mousedown", 1)
        for step in range(1, 16):
            x = start[0] + (end[0] - start[0]) * step // 15
            y = start[1] + (end[1] - start[1]) * step // 15
            self.hand("mousemove", x, y)
            time.sleep(0.04)

    def picture(self, target):
        """A picture of the whole screen, for a person to look at."""
        if shutil.which("import"):
            environment = {**os.environ, "DISPLAY": self.display}
            subprocess.run(["import", "-window", "root", str(target)], env=environment, check=False)

    def close(self):
        """Takes the screen away."""
        self._server.terminate()
        self._server.wait(10)


class Running:
    """The application in a process of its own, and a way to look inside."""

    def __init__(self, screen, home, *files):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.stories.looking_inside", *map(str, files)],
            env=screen.environment(home),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=(home / "stderr.txt").open("w"),
            text=True,
        )
        self._home = home

    def state(self):
        """What the window shows."""
        self.process.stdin.write("state\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            pytest.fail("the application ended: " + (self._home / "stderr.txt").read_text())
        return json.loads(line)

    def wait_for(self, test, what):
        """Waits until the state passes a test, and gives it."""
        return wait_until(lambda: (state := self.state()) and test(state) and state, what)

    def close(self):
        """Ends the process if it is still there."""
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)

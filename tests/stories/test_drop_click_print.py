"""Files dropped from another program → events; one clicked → its words marked; exported → the words are in the PDF."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from tests.stories.screen import ROOT, Running, Screen, skip_without_tools, wait_until

pytestmark = [pytest.mark.xvfb, pytest.mark.slow]
SOURCE_AT = (1350, 60)
SAMPLE = ROOT / "resources" / "sample"


@pytest.fixture
def screen():
    skip_without_tools()
    made = Screen()
    yield made
    made.close()


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def drop_from_another_program(screen, home, app, *files):
    other = subprocess.Popen(
        [sys.executable, "-m", "tests.stories.drag_source", *map(str, SOURCE_AT), *map(str, files)],
        env=screen.environment(home), cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert other.stdout.readline().strip() == "ready"
        time.sleep(0.8)
        screen.drag((SOURCE_AT[0] + 60, SOURCE_AT[1] + 60), tuple(app.state()["middle"]))
        veil = app.wait_for(lambda now: now["veil"], "the veil over the window")["veil"]
        screen.hand("mouseup", 1)
        assert other.stdout.readline().strip() == "CopyAction"
        # The other program has to stay until its files were fetched.
        app.wait_for(lambda now: now["articles"], "the dropped files in the list")
    finally:
        other.terminate()
        other.wait(10)
    return veil


def type_keys(screen, *keys):
    for key in keys:
        screen.hand("key", "--clearmodifiers", key)
        time.sleep(0.15)


def test_drop_click_print(screen, home, tmp_path):
    app = Running(screen, home)
    try:
        app.wait_for(lambda now: now["open"], "the window")
        files = [SAMPLE / "qatar-mediation.txt", SAMPLE / "putin-wins-fourth-term.txt"]
        veil = drop_from_another_program(screen, home, app, *files)
        assert veil == "Drop to add 2 files"
        read = app.wait_for(lambda now: now["events"] and not now["busy"], "the events of the dropped articles")
        assert read["articles"] == {one.name: "read" for one in files}

        # A click on an event marks its exact words in the reader.
        read = app.wait_for(lambda now: now["places"] and now["places"] == app.state()["places"], "events at rest")
        event, (x, y) = next(iter(read["places"].items()))
        screen.hand("mousemove", x, y, "click", 1)
        chosen = app.wait_for(lambda now: now["chosen"], "the clicked event")
        assert chosen["chosen"] == event
        assert chosen["inspector"] == chosen["events"][event]["title"]
        assert chosen["marked"].split() == chosen["passages"][event].split()

        # Export by the keyboard: Ctrl+E, Return, the file's name, Return.
        target = tmp_path / "timeline.pdf"
        type_keys(screen, "ctrl+e")
        app.wait_for(lambda now: now["dialog"] == "ExportDialog", "the window for exporting")
        type_keys(screen, "Return")
        app.wait_for(lambda now: now["dialog"] == "QFileDialog", "the window for the file's name")
        screen.hand("key", "ctrl+a")
        screen.hand("type", "--delay", "15", str(target))
        type_keys(screen, "Return")
        app.wait_for(lambda now: "was written" in now["notice"], "the written file")
        words = subprocess.run(["pdftotext", str(target), "-"], capture_output=True, text=True, check=True).stdout
        title = chosen["events"][event]["title"]
        assert " ".join(title.split()) in " ".join(words.split())
        screen.picture(tmp_path / "window.png")

        # A second start hands its file to the running window.
        second = subprocess.run(
            [sys.executable, "-m", "timeline_app", str(SAMPLE / "navalny-airlifted.txt")],
            env=screen.environment(home), cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert (second.returncode, second.stderr) == (0, "")
        app.wait_for(lambda now: now["articles"].get("navalny-airlifted.txt") == "read", "the file of the second start")

        # Ctrl+Q ends it, and nothing is lost: the untitled project comes back.
        type_keys(screen, "ctrl+q")
        wait_until(lambda: app.process.poll() is not None, "the end of the application")
        assert app.process.returncode == 0
        again = Running(screen, home)
        try:
            back = again.wait_for(lambda now: now["open"] and now["articles"], "the project of the last time")
            assert len(back["articles"]) == 3
            assert "is back" in back["notice"]
        finally:
            # A crash leaves lock and socket behind; the next start must not take them for a running window.
            again.process.kill()
            again.process.wait(20)
        third = Running(screen, home)
        try:
            after = third.wait_for(lambda now: now["open"] and now["articles"], "the project after a crash")
            assert len(after["events"]) == len(back["events"])
        finally:
            third.close()
    finally:
        app.close()

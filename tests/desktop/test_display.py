from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from timeline_app.desktop import display

NOWHERE = ":4711"


@pytest.fixture(autouse=True)
def _on_linux(monkeypatch):
    monkeypatch.setattr(display.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_display_there_is_no_window():
    assert "needs a display" in display.why_none()


@pytest.mark.parametrize(("name", "value"), [("WAYLAND_DISPLAY", "wayland-0"), ("QT_QPA_PLATFORM", "offscreen")])
def test_other_ways_to_show_a_window_are_for_qt_to_try(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    assert display.why_none() == ""


def test_elsewhere_the_system_has_a_display(monkeypatch):
    monkeypatch.setattr(display.sys, "platform", "darwin")
    assert display.why_none() == ""


def test_where_it_cannot_be_asked_qt_is_to_find_out(monkeypatch):
    monkeypatch.setenv("DISPLAY", NOWHERE)
    monkeypatch.setattr(display, "X_LIBRARY", "libnowhere.so.1")
    assert display.why_none() == ""


@pytest.mark.skipif(sys.platform != "linux", reason="speaks to a screen of X")
def test_a_display_that_does_not_answer_ends_the_start_with_a_sentence(tmp_path):
    # Qt would abort, and the system would tell of a crash.
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "DISPLAY": NOWHERE}
    done = subprocess.run(
        [sys.executable, "-m", "timeline_app"], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert NOWHERE in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs a virtual screen")
def test_a_display_that_answers_can_show_a_window(monkeypatch):
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-nolisten", "tcp", "-noreset"], pass_fds=[write])
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            monkeypatch.setenv("DISPLAY", f":{answer.readline().strip()}")
        assert display.why_none() == ""
    finally:
        server.terminate()
        server.wait(10)

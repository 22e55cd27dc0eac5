from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app import __main__ as entry
from timeline_app.desktop import application
from timeline_app.desktop.sample import asks_for_sample


def test_without_a_display_a_sentence_says_what_to_do():
    environment = {"PATH": "/usr/bin", "HOME": "/nonexistent"}
    done = subprocess.run(
        [sys.executable, "-m", "timeline_app"], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert "dateline render" in done.stderr
    assert "Traceback" not in done.stderr


def test_commands_do_not_load_the_window():
    code = (
        "import sys; from timeline_app.__main__ import main; main(['--version']); "
        "print([one for one in sys.modules if 'PySide6' in one])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.splitlines()[-1] == "[]"


def test_files_the_desktop_asks_for_are_passed_on():
    code = (
        "from PySide6.QtGui import QFileOpenEvent; from PySide6.QtCore import QUrl\n"
        "from timeline_app.desktop.application import Application\n"
        "app = Application([]); heard = []; app.file_asked.connect(heard.append)\n"
        "app.event(QFileOpenEvent(QUrl.fromLocalFile('/tmp/a b.dateline'))); print(heard)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.splitlines()[-1] == "['/tmp/a b.dateline']"


@pytest.fixture
def interrupts():
    """Whoever starts a window in this process leaves Ctrl+C to it: the tests take it back."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def test_the_sample_is_asked_for_by_its_own_option(monkeypatch, interrupts):
    asked = []
    monkeypatch.setattr(application, "run", lambda files: asked.append(list(files)) or 0)
    assert entry.main(["--sample"]) == 0
    assert [Path(one).name for one in asked[0]] == ["sample"]
    assert asks_for_sample([Path(asked[0][0])])


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is no signal there")
def test_ctrl_c_while_the_window_is_still_being_loaded_ends_the_start_quietly():
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from timeline_app import __main__; from timeline_app.desktop import application\n"
        "application.run = lambda files: signal.raise_signal(signal.SIGINT)\n"
        "__main__.main([])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (-signal.SIGINT, "")


@pytest.mark.skipif(sys.platform == "win32", reason="homes are found otherwise there")
def test_a_home_that_cannot_be_written_to_is_told_in_the_window(tmp_path):
    (tmp_path / "home").write_text("no folder")
    (tmp_path / "temporary").mkdir()
    code = (
        "from PySide6.QtCore import QTimer; from timeline_app.desktop import application, main_window\n"
        "def begin(window, paths):\n"
        "    QTimer.singleShot(0, lambda: (print(window.guard.notices.words), window.close()))\n"
        "main_window.MainWindow.begin = begin\n"
        "raise SystemExit(application.run([]))"
    )
    environment = os.environ | {"HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "temporary")}
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Save As" in done.stdout
    assert "Traceback" not in done.stderr

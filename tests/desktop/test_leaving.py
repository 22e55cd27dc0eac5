from __future__ import annotations

import os
import subprocess
import sys

import pytest

SCRIPT = """
import os, signal, sys
from PySide6.QtCore import QTimer
from timeline_app.desktop import application, main_window

def begin(window, paths):
    QTimer.singleShot(300, lambda: os.kill(os.getpid(), getattr(signal, sys.argv[1])))

main_window.MainWindow.begin = begin
main_window.MainWindow._keep_view = lambda window: None
code = application.run([])
print("left in order")
sys.exit(code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="programs with a window are sent no signals there")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_closes_the_window_as_a_click_does(tmp_path, name):
    environment = os.environ | {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, name], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout) == (0, "left in order\n"), done.stderr
    assert "Traceback" not in done.stderr
    assert "leaked" not in done.stderr

"""The Qt binding neither loses nor keeps references to None on calls that return nothing.

PySide6 6.12.0 loses one on each such call, which aborts CPython 3.11 after some thousand calls; so 6.11.3 is pinned.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.source_tree import ROOT

pytest.importorskip("PySide6")

COUNTER = """
import os, sys
from PySide6.QtWidgets import QApplication, QWidget

application = QApplication([])
widget = QWidget()
widget.update()
before = sys.getrefcount(None)
for _ in range(1000):
    widget.update()
print(sys.getrefcount(None) - before, flush=True)
os._exit(0)
"""


def test_void_calls_leave_the_count_of_none_alone():
    if sys.version_info >= (3, 12):
        pytest.skip("None is immortal from Python 3.12 on")
    done = subprocess.run([sys.executable, "-c", COUNTER], capture_output=True, text=True, check=True, timeout=60)
    assert abs(int(done.stdout)) < 10


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_the_sound_version_is_pinned(lock):
    assert "\npyside6-essentials==6.11.3 " in (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    assert '"PySide6-Essentials==6.11.3"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")

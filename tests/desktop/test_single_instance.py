from __future__ import annotations

import subprocess
import sys

import pytest

from timeline_app.desktop.single_instance import SingleInstance

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from timeline_app.desktop.single_instance import SingleInstance
app = QCoreApplication([])
other = SingleInstance(Path(sys.argv[1]))
print(other.is_first(), other.send(["/tmp/ä b.txt", "/x.dateline"]))
"""


def test_a_second_start_hands_its_files_to_the_first(qtbot, tmp_path):
    first = SingleInstance(tmp_path)
    assert first.is_first()
    heard = []
    first.asked.connect(heard.append)
    process = subprocess.Popen([sys.executable, "-c", SECOND, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=15_000)
    assert process.stdout.read().split() == ["False", "True"]
    assert heard == [["/tmp/ä b.txt", "/x.dateline"]]
    first.close()


BUSY = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from timeline_app.desktop.single_instance import SingleInstance
app = QCoreApplication([])
first = SingleInstance(Path(sys.argv[1]))
print(first.is_first(), flush=True)
time.sleep(4)
if sys.argv[2] == "answers":
    first.asked.connect(lambda files: (print(*files, flush=True), QTimer.singleShot(200, app.quit)))
    QTimer.singleShot(20_000, app.quit)
    app.exec()
"""


@pytest.mark.parametrize(("then", "becomes_first"), [("answers", False), ("goes", True)])
def test_a_first_start_that_is_busy_is_waited_for(qtbot, tmp_path, then, becomes_first):
    busy = subprocess.Popen([sys.executable, "-c", BUSY, str(tmp_path), then], stdout=subprocess.PIPE, text=True)
    assert busy.stdout.readline() == "True\n"
    second = SingleInstance(tmp_path)
    assert second.is_first_or_sends(["/a.txt", "/b.txt"]) is becomes_first
    assert busy.communicate(timeout=30)[0] == ("" if becomes_first else "/a.txt /b.txt\n")
    second.close()


def test_a_first_start_that_hangs_is_told(qtbot, tmp_path):
    busy = subprocess.Popen([sys.executable, "-c", BUSY, str(tmp_path), "goes"], stdout=subprocess.PIPE, text=True)
    assert busy.stdout.readline() == "True\n"
    with pytest.raises(TimeoutError):
        SingleInstance(tmp_path).is_first_or_sends(["/a.txt"], within=0.5)
    busy.kill()
    busy.wait(10)


def test_the_place_is_free_again_after_closing(qtbot, tmp_path):
    first = SingleInstance(tmp_path)
    assert first.is_first()
    first.close()
    again = SingleInstance(tmp_path)
    assert again.is_first()
    again.close()


def test_nobody_to_answer_is_told(qtbot, tmp_path):
    assert not SingleInstance(tmp_path).send(["/a"])


def test_what_is_not_understood_is_left_alone(qtbot, tmp_path):
    from PySide6.QtNetwork import QLocalSocket

    first = SingleInstance(tmp_path)
    assert first.is_first()
    heard = []
    first.asked.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(first.name)
    socket.write(b"nonsense\n")
    qtbot.waitUntil(lambda: socket.bytesAvailable() > 0 or socket.waitForReadyRead(10))
    assert heard == []
    first.close()


def test_different_folders_are_different_instances(qtbot, tmp_path):
    assert SingleInstance(tmp_path / "a").name != SingleInstance(tmp_path / "b").name
    assert len(SingleInstance(tmp_path).name) < 40


def test_where_no_lock_can_be_made_a_start_goes_on_alone(qtbot, tmp_path):
    alone = SingleInstance(tmp_path / "no folder")
    assert alone.is_first_or_sends(["/a.txt"], within=0.5)
    alone.close()

from __future__ import annotations

import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QTimer

from timeline_app.desktop.unexpected import Unexpected
from timeline_app.views.notice_bar import NoticeBar


@pytest.fixture
def notices(qtbot, monkeypatch):
    bar = NoticeBar()
    qtbot.addWidget(bar)
    # What pytest-qt listens with is put aside, and comes back.
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    return bar


class Held(QObject):
    """Something that was in hand when the error came."""


def fail(seen):
    held = Held()
    seen.append(weakref.ref(held))
    raise ValueError("an event without a date")


def test_an_error_in_an_action_is_said_and_let_go(qtbot, notices):
    seen = []
    Unexpected(notices, notices)
    QTimer.singleShot(0, lambda: fail(seen))
    qtbot.waitUntil(lambda: bool(notices.words))
    assert "What was changed before is saved" in notices.words
    assert "an event without a date" in notices._details.toPlainText()
    assert getattr(sys, "last_traceback", None) is None
    assert seen[0]() is None


def test_an_error_in_another_thread_is_said_on_the_main_one(qtbot, notices):
    unexpected = Unexpected(notices, notices)
    thread = threading.Thread(target=lambda: unexpected.hear(ValueError, ValueError("elsewhere"), None))
    thread.start()
    thread.join()
    assert not notices.words
    qtbot.waitUntil(lambda: bool(notices.words))
    assert "elsewhere" in notices._details.toPlainText()


def test_the_same_error_is_said_once(qtbot, notices):
    unexpected = Unexpected(notices, notices)
    for words, said in (("one", True), ("one", False), ("two", True)):
        notices.dismiss()
        unexpected.hear(ValueError, ValueError(words), None)
        qtbot.wait(5)
        assert bool(notices.words) is said

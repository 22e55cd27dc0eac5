from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from timeline_app.desktop import collecting
from timeline_app.desktop.collecting import Collector
from timeline_app.desktop.jobs import Jobs
from timeline_app.project.bulk import collector_paused


class Thing(QObject):
    """Something of Qt's that becomes garbage: it holds itself."""

    def __init__(self, gone):
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: gone.append(threading.current_thread() is threading.main_thread()))


def make_many():
    return len([[] for _ in range(10 * collecting.COLLECTED[0])])


@pytest.fixture
def collector(qtbot):
    gc.collect()
    made = Collector()
    yield made
    made.stop()


def test_what_becomes_garbage_goes_on_the_main_thread(qtbot):
    gc.collect()
    jobs, gone = Jobs(), []
    Thing(gone)
    for _ in range(5):
        jobs.run(make_many, done=str, failed=str)
    qtbot.waitUntil(lambda: not jobs.busy)
    many = [[] for _ in range(2 * collecting.COLLECTED[0])]
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [True]
    assert many
    jobs.close()


def test_few_new_values_are_not_worth_a_look(collector):
    gone = []
    Thing(gone)
    collector.look()
    assert gone == []


def test_what_is_made_in_bulk_is_left_alone(collector):
    gone = []
    with collector_paused():
        Thing(gone)
        many = [[] for _ in range(2 * collecting.COLLECTED[0])]
        collector.look()
        assert gone == []
    collector.look()
    assert gone == [True]
    assert many


def test_it_is_left_to_python_again(qtbot):
    collector = Collector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()

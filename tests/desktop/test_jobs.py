from __future__ import annotations

import threading
import time
import weakref
from functools import partial

import pytest

from timeline_app.desktop.jobs import Jobs, sentence_of


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    made.close()


def test_an_answer_arrives_on_the_main_thread(qtbot, jobs):
    heard = []
    jobs.run(threading.get_ident, done=lambda one: heard.append((one, threading.get_ident())), failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    worker, main = heard[0]
    assert main == threading.get_ident()
    assert worker != main
    assert not jobs.busy


def test_an_error_becomes_a_sentence(qtbot, jobs):
    heard = []
    jobs.run(lambda: 1 / 0, done=heard.append, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["division by zero."]


def test_a_newer_job_of_the_same_key_wins(qtbot, jobs):
    heard = []
    go = threading.Event()
    jobs.run(lambda: go.wait(5) and "old", done=heard.append, failed=heard.append, key="page")
    jobs.run(lambda: "new", done=heard.append, failed=heard.append, key="page")
    go.set()
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.wait(50)
    assert heard == ["new"]


def test_many_jobs_all_answer(qtbot, jobs):
    heard = []
    for number in range(50):
        jobs.run(lambda number=number: number, done=heard.append, failed=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 50)
    assert sorted(heard) == list(range(50))


def test_a_stream_arrives_in_order_and_in_batches(qtbot, jobs):
    batches, ended = [], []
    jobs.stream(lambda: iter(range(200)), batch=batches.append, done=lambda: ended.append(1), failed=ended.append)
    qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
    assert [one for batch in batches for one in batch] == list(range(200))
    assert 1 < len(batches) < 200
    assert ended == [1]


def test_a_slow_taker_gets_small_batches(qtbot, jobs):
    sizes, ended = [], []

    def take(batch):
        time.sleep(0.04 * len(batch))
        sizes.append(len(batch))

    jobs.stream(lambda: iter(range(6)), batch=take, done=lambda: ended.append(1), failed=ended.append)
    qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
    assert max(sizes) == 1


def test_what_came_before_an_error_is_kept(qtbot, jobs):
    batches, ended = [], []

    def produce():
        yield 1
        raise ValueError("the disk is gone")

    jobs.stream(produce, batch=batches.append, done=lambda: ended.append("done"), failed=ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    assert batches == [[1]]
    assert ended == ["the disk is gone."]


def test_a_stopped_stream_says_no_more_and_closes_its_source(qtbot, jobs):
    batches, ended, closed = [], [], threading.Event()

    def produce():
        try:
            while True:
                yield 1
        finally:
            closed.set()

    stream = jobs.stream(produce, batch=batches.append, done=lambda: ended.append(1), failed=ended.append)
    qtbot.waitUntil(lambda: bool(batches))
    stream.stop()
    number = len(batches)
    assert closed.wait(2)
    qtbot.wait(150)
    assert len(batches) == number
    assert ended == []


def test_closing_forgets_what_is_running(qtbot):
    jobs = Jobs()
    heard = []
    go = threading.Event()
    jobs.run(lambda: go.wait(5), done=heard.append, failed=heard.append)
    jobs.run(lambda: "second", done=heard.append, failed=heard.append)
    go.set()
    jobs.close()
    qtbot.wait(50)
    assert heard == []
    assert jobs.run(lambda: 1, done=heard.append, failed=heard.append) == 0


def test_a_forgotten_job_is_not_waited_for(qtbot, jobs):
    go = threading.Event()
    jobs.run(lambda: go.wait(5), done=print, failed=print, key="page")
    assert jobs.busy
    jobs.forget("page")
    assert not jobs.busy
    go.set()


class Held:
    """Something that tells on which thread it goes, as a widget would have to go on the main thread."""

    def __init__(self, gone):
        weakref.finalize(self, lambda: gone.append(threading.current_thread() is threading.main_thread()))


@pytest.mark.parametrize("ends", ["well", "badly", "forgotten"])
def test_what_a_job_holds_goes_on_the_main_thread(qtbot, jobs, ends):
    gone, go = [], threading.Event()

    def work(held):
        go.wait(5)
        if ends == "badly":
            raise ValueError(held)

    jobs.run(partial(work, Held(gone)), done=str, failed=str, key="page")
    if ends == "forgotten":
        jobs.forget("page")
    go.set()
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [True]


def test_what_a_stream_hands_over_to_goes_on_the_main_thread(qtbot, jobs):
    gone, done = [], []

    def run(held):
        jobs.stream(lambda: iter(range(5)), batch=lambda _some: held, done=lambda: done.append(held), failed=print)

    run(Held(gone))
    qtbot.waitUntil(lambda: bool(done))
    done.clear()
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [True]


def test_closing_waits_for_a_stream_that_was_stopped(qtbot):
    jobs, ended, go = Jobs(), [], threading.Event()

    def produce():
        yield 1
        go.wait(5)
        time.sleep(0.1)
        ended.append("thread")

    batches = []
    stream = jobs.stream(produce, batch=batches.append, done=print, failed=print)
    qtbot.waitUntil(lambda: bool(batches))
    stream.stop()
    assert not jobs.busy
    go.set()
    jobs.close()
    assert ended == ["thread"]


def test_a_stream_that_was_stopped_may_outlive_its_jobs(qtbot):
    """Qt deletes it some time later; it must not be what keeps the jobs alive until then."""
    jobs = Jobs()
    jobs.stream(lambda: iter(range(5)), batch=print, done=print, failed=print).stop()
    jobs.close()
    del jobs
    qtbot.wait(10)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ValueError("no such thing"), "no such thing."),
        (ValueError("Ends already."), "Ends already."),
        (KeyError(), "KeyError."),
        (FileNotFoundError(2, "No such file", "a.txt"), "“a.txt”: No such file."),
    ],
)
def test_errors_in_words(error, words):
    assert sentence_of(error) == words


def test_an_error_may_bring_its_own_sentence():
    error = ValueError("internal")
    error.sentence = "The file is empty."
    assert sentence_of(error) == "The file is empty."

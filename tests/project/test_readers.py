"""The pool of reading processes loses one file at most, and says which."""

import multiprocessing
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from tests.source_tree import ROOT
from timeline_app.project import Outcome, ReaderPool, in_batches, readers

READER = "tests.project.fake_readers:read"


@pytest.fixture(scope="module")
def pool():
    with ReaderPool(2, time_limit=1.0, memory_limit=3 * 1024**3, reader=READER) as pool:
        pool.warm()
        yield pool


@pytest.fixture
def files(tmp_path):
    def write(*texts):
        paths = []
        for number, text in enumerate(texts):
            path = tmp_path / f"{number:04d}.txt"
            path.write_text(text)
            paths.append(path)
        return paths

    return write


def test_outcomes_come_in_the_order_of_the_files(pool, files):
    paths = files("slow\nfirst", *(f"hostage {number}" for number in range(20)))
    outcomes = list(pool.read_files(paths))
    assert [outcome.path for outcome in outcomes] == paths
    assert all(outcome.reading for outcome in outcomes)
    assert outcomes[3].data == b"hostage 2"


@pytest.mark.parametrize(
    ("trouble", "code", "words"),
    [
        ("hang", "time", "took longer than 1 second"),
        ("crash", "crash", "stopped while reading"),
        ("memory", "memory", "more memory"),
        ("stumble", "error", "ValueError: a strange letter"),
        ("refuse", "empty", "is empty"),
        ("unpicklable", "crash", "stopped while reading"),
    ],
)
def test_trouble_loses_one_file_and_names_it(pool, files, trouble, code, words):
    paths = files("one", "two", trouble, "three", "four", "five")
    outcomes = list(pool.read_files(paths))
    assert [outcome.reading is not None for outcome in outcomes] == [True, True, False, True, True, True]
    lost = outcomes[2]
    assert (lost.code, lost.cancelled) == (code, False)
    assert "“0002.txt”" in lost.sentence
    assert words in lost.sentence


def test_every_file_bad_still_ends(pool, files):
    outcomes = list(pool.read_files(files(*["crash", "hang"] * 3)))
    assert [outcome.code for outcome in outcomes] == ["crash", "time"] * 3


def test_cancel_stops_at_once_and_the_pool_stays_usable(pool, files):
    paths = files(*["slow\nx"] * 50)
    begun = time.monotonic()
    outcomes = []
    for outcome in pool.read_files(iter(paths)):
        outcomes.append(outcome)
        if len(outcomes) == 2:
            pool.cancel()
    assert len(outcomes) == 50
    assert sum(outcome.cancelled for outcome in outcomes) >= 40
    assert time.monotonic() - begun < 6
    assert all(outcome.reading for outcome in pool.read_files(files("after")))


def test_only_a_few_files_are_read_ahead(pool, files):
    taken = []

    def feed(paths):
        for path in paths:
            taken.append(path)
            yield path

    run = pool.read_files(feed(files(*(str(number) for number in range(200)))))
    next(run)
    assert len(taken) <= pool.workers * 3 + 1
    run.close()


def test_an_article_is_read_again_from_its_text(pool, files):
    first = next(iter(pool.read_files(files("hostages")))).reading
    again = list(pool.read_articles([first.article]))
    assert again[0].path is None
    assert again[0].reading.article.text


@pytest.mark.parametrize("workers", [1, 3])
def test_the_number_of_workers_changes_nothing(pool, files, workers):
    paths = files(*(f"person {number}" for number in range(12)))
    with ReaderPool(workers, reader=READER) as other:
        assert list(other.read_files(paths)) == list(pool.read_files(paths))


def test_a_closed_pool_says_so(files):
    pool = ReaderPool(1, reader=READER)
    pool.close()
    with pytest.raises(RuntimeError, match="closed"):
        list(pool.read_files(files("one")))
    pool.warm()


@pytest.mark.skipif(not readers.FORKING, reason="each reading process loads everything for itself here")
def test_reading_processes_begin_with_everything_loaded(pool, files):
    outcome = next(pool.read_files(files("what is loaded")))
    # Besides the main thread only the one that waits for the end of the application.
    assert (outcome.sentence, outcome.code) == ("True", "2")


KILLED = """
import multiprocessing, os
from timeline_app.project import ReaderPool
from timeline_app.project.readers import begin_loading
if __name__ == "__main__":
    begin_loading()
    pool = ReaderPool(2, reader="tests.project.fake_readers:read")
    pool.warm()
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_reading_processes_leave_with_a_killed_application(tmp_path):
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    done = subprocess.run(
        [sys.executable, script], env=os.environ | {"PYTHONPATH": str(ROOT)}, cwd=ROOT, stdout=subprocess.PIPE,
        check=False, timeout=60,
    )  # fmt: skip
    processes = done.stdout.split()
    assert len(processes) == 2
    until = time.monotonic() + 20
    while any(Path("/proc", process.decode()).exists() for process in processes):
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_pool_is_closed_at_once_while_its_processes_start(files, monkeypatch):
    pool = ReaderPool(1, reader=READER)
    begun, go_on = threading.Event(), threading.Event()

    def start_slowly(**_wishes):
        begun.set()
        go_on.wait(10)
        return multiprocessing.get_context("spawn")

    monkeypatch.setattr(readers, "_context", start_slowly)
    warming = threading.Thread(target=pool.warm)
    warming.start()
    begun.wait(10)
    before = time.monotonic()
    pool.close()
    assert time.monotonic() - before < 2
    go_on.set()
    warming.join(20)
    assert not warming.is_alive()
    assert pool._pool is None


def test_the_real_reader_reads_a_file(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("Hamas released two hostages on 20 October 2023.\n")
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    with ReaderPool(1) as pool:
        outcome, failed = pool.read_files([path, empty])
    reading: Any = outcome.reading
    assert reading.article.source == str(path)
    assert [event.when.edtf for event in reading.events] == ["2023-10-20"]
    assert "empty.txt" in failed.sentence


def test_batches_are_cut_by_number():
    outcomes = [Outcome(Path(str(number))) for number in range(7)]
    assert [len(batch) for batch in in_batches(outcomes, most=3, seconds=60)] == [3, 3, 1]
    assert list(in_batches([], most=3)) == []

"""The one place that starts threads. Work is a function without Qt; its outcome arrives on the main thread.

Two kinds: `run` for a single answer, `stream` for a long row of answers that arrive in batches. A job with a key
replaces an earlier one of the same key: the outcome of a forgotten job is dropped.
"""

from __future__ import annotations

import itertools
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from timeline_app.desktop.collecting import Collector

T = TypeVar("T")

#: Milliseconds between two looks at what a stream has brought.
TICK = 60
#: A batch should keep the main thread no longer than this many seconds.
BUDGET = 0.03
#: So many answers may wait for the main thread before the producer has to wait itself.
MOST_WAITING = 64
MOST_THREADS = 4
#: Seconds after which a thread that computes lets the main thread go on; five times as long by default.
TURN = 0.001
_END = object()


def sentence_of(error: BaseException) -> str:
    """The sentence to show for an error: its own where it brings one."""
    own = getattr(error, "sentence", "")
    if own:
        return str(own)
    if isinstance(error, OSError) and error.strerror:
        where = f"“{error.filename}”: " if error.filename else ""
        return f"{where}{error.strerror}."
    text = str(error).strip() or type(error).__name__
    return text if text.endswith((".", "!", "?")) else f"{text}."


@dataclass
class _Job:
    number: int
    key: str
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[str], None]
    forgotten: threading.Event = field(default_factory=threading.Event)
    answer: Any = None
    error: BaseException | None = None

    def do(self) -> None:
        """Works, unless nobody waits for the answer any more."""
        if self.forgotten.is_set():
            return
        try:
            self.answer = self.work()
        except Exception as raised:  # whatever a job raises becomes a sentence on the screen
            self.error = raised.with_traceback(None)


class Jobs(QObject):
    """Runs functions beside the main thread. Call `close` before the application ends."""

    #: A job is done. Its number only: what it holds is let go on the main thread, for widgets may be among it.
    _came = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN)
        self._collector = Collector(self)
        self._numbers = itertools.count(1)
        self._jobs: dict[int, _Job] = {}
        self._work: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        #: The threads of streams, also of stopped ones: each goes on until its source has brought the next answer.
        self._filling: list[threading.Thread] = []
        self._closed = False
        # Queued: the signal is sent from a worker thread and must land here.
        self._came.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[str], None],
        key: str = "",
    ) -> int:
        """Runs `work` in a thread, then `done` with its answer or `failed` with a sentence, on the main thread."""
        if self._closed:
            return 0
        if key:
            self.forget(key)
        job = _Job(next(self._numbers), key, work, done, failed)
        self._jobs[job.number] = job
        self._work.put(job.number)
        if len(self._threads) < min(MOST_THREADS, len(self._jobs)):
            thread = threading.Thread(target=self._serve, name=f"job-{len(self._threads) + 1}", daemon=True)
            self._threads.append(thread)
            thread.start()
        return job.number

    def forget(self, key: str) -> None:
        """Drops the outcome of the jobs of this key."""
        for job in [job for job in self._jobs.values() if job.key == key]:
            job.forgotten.set()

    def stream(
        self,
        produce: Callable[[], Iterable[T]],
        *,
        batch: Callable[[list[T]], None],
        done: Callable[[], None],
        failed: Callable[[str], None],
    ) -> Stream:
        """Runs a generator in a thread of its own and hands what it brings to `batch` in small lists."""
        stream = Stream(self, produce, batch, done, failed)
        self._filling = [*(thread for thread in self._filling if thread.is_alive()), stream.worker]
        stream.start()
        return stream

    @property
    def busy(self) -> bool:
        """Whether anything is running or waiting."""
        return any(stream.running for stream in self.findChildren(Stream)) or any(
            not job.forgotten.is_set() for job in self._jobs.values()
        )

    def close(self, seconds: float = 5.0) -> None:
        """Forgets all that is running and waits for the threads to end, at most `seconds`."""
        self._closed = True
        for job in self._jobs.values():
            job.forgotten.set()
        for stream in self.findChildren(Stream):
            stream.stop()
        for _ in self._threads:
            self._work.put(None)
        until = time.monotonic() + seconds
        for thread in self._threads + self._filling:
            thread.join(max(0.0, until - time.monotonic()))
        self._collector.stop()

    def _serve(self) -> None:
        while (number := self._work.get()) is not None:
            self._jobs[number].do()
            if not self._closed:
                self._came.emit(number)

    def _finish(self, number: int) -> None:
        job = self._jobs.pop(number)
        if self._closed or job.forgotten.is_set():
            return
        if job.error is not None:
            job.failed(sentence_of(job.error))
        else:
            job.done(job.answer)


class Stream(QObject):
    """A generator running in a thread, and the clock that brings its answers to the main thread."""

    def __init__(
        self,
        parent: QObject,
        produce: Callable[[], Iterable[Any]],
        batch: Callable[[list[Any]], None],
        done: Callable[[], None],
        failed: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        self._batch, self._done, self._failed = batch, done, failed
        self._brought: queue.Queue[Any] = queue.Queue(MOST_WAITING)
        self._stopped = threading.Event()
        self._at_once = 1
        # The thread knows nothing of this object, which goes on the main thread.
        given = produce, self._brought, self._stopped
        self.worker = threading.Thread(target=_fill, args=given, name="stream", daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._drain)

    def start(self) -> None:
        """Starts thread and clock."""
        self.worker.start()
        self._timer.start()

    @property
    def running(self) -> bool:
        """Whether more is to come."""
        return not self._stopped.is_set()

    def stop(self) -> None:
        """Drops what is still to come; what was handed over already stays."""
        self._stopped.set()
        self._timer.stop()
        _empty(self._brought)
        self.deleteLater()

    def _drain(self) -> None:
        batch: list[Any] = []
        end: Any = None
        while len(batch) < self._at_once:
            try:
                item = self._brought.get_nowait()
            except queue.Empty:
                break
            if item is _END or isinstance(item, BaseException):
                end = item
                break
            batch.append(item)
        if batch:
            self._hand_over(batch)
        if end is not None and not self._stopped.is_set():
            self._finish(end)

    def _hand_over(self, batch: list[Any]) -> None:
        """Gives one batch and learns from the time it took how large the next may be."""
        began = time.perf_counter()
        self._batch(batch)
        each = (time.perf_counter() - began) / len(batch)
        self._at_once = max(1, min(MOST_WAITING, int(BUDGET / max(each, 1e-6))))

    def _finish(self, end: Any) -> None:
        # First of all, so that the callback may start another.
        self.stop()
        if isinstance(end, BaseException):
            self._failed(sentence_of(end))
        else:
            self._done()


def _fill(produce: Callable[[], Iterable[Any]], brought: queue.Queue[Any], stopped: threading.Event) -> None:
    """What the thread of a stream does."""
    items: Iterator[Any] | None = None
    last: Any = _END
    try:
        items = iter(produce())
        for item in items:
            if not _put(item, brought, stopped):
                break
    except Exception as raised:  # told to the main thread as a sentence
        last = raised.with_traceback(None)
    finally:
        close = getattr(items, "close", None)
        if close is not None:
            close()
    _put(last, brought, stopped)


def _put(item: Any, brought: queue.Queue[Any], stopped: threading.Event) -> bool:
    """Waits for room, but not after a stop: nobody empties the queue then."""
    while not stopped.is_set():
        try:
            brought.put(item, timeout=0.1)
        except queue.Full:
            continue
        return True
    return False


def _empty(waiting: queue.Queue[Any]) -> None:
    try:
        while True:
            waiting.get_nowait()
    except queue.Empty:
        return

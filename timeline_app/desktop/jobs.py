"""The one place that starts threads. Work is a function without Qt; its outcome arrives on the main thread.

Two kinds: `run` for a single answer, `stream` for a long row of answers that arrive in batches. A job with a key
replaces an earlier one of the same key: the outcome of a forgotten job is dropped.
"""

from __future__ import annotations

import gc
import itertools
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

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
#: The collector looks for garbage after so many new values: a look through all of them is felt in the window.
COLLECTED = (20_000, 20, 50)
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
    done: Callable[[Any], None]
    failed: Callable[[str], None]
    forgotten: threading.Event = field(default_factory=threading.Event)


class Jobs(QObject):
    """Runs functions beside the main thread. Call `close` before the application ends."""

    _came = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN)
        gc.set_threshold(*COLLECTED)
        self._numbers = itertools.count(1)
        self._jobs: dict[int, _Job] = {}
        self._work: queue.SimpleQueue[tuple[int, Callable[[], Any]] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._streams: set[Stream] = set()
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
        job = _Job(next(self._numbers), key, done, failed)
        self._jobs[job.number] = job
        self._work.put((job.number, work))
        if len(self._threads) < min(MOST_THREADS, len(self._jobs)):
            thread = threading.Thread(target=self._serve, name=f"job-{len(self._threads) + 1}", daemon=True)
            self._threads.append(thread)
            thread.start()
        return job.number

    def forget(self, key: str) -> None:
        """Drops the outcome of the jobs of this key."""
        for job in [job for job in self._jobs.values() if job.key == key]:
            job.forgotten.set()
            del self._jobs[job.number]

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
        self._streams.add(stream)
        stream.ended.connect(lambda: self._streams.discard(stream))
        stream.start()
        return stream

    @property
    def busy(self) -> bool:
        """Whether anything is running or waiting."""
        return bool(self._jobs or self._streams)

    def close(self, seconds: float = 5.0) -> None:
        """Forgets all that is running and waits for the threads to end, at most `seconds`."""
        self._closed = True
        for job in self._jobs.values():
            job.forgotten.set()
        self._jobs.clear()
        for stream in tuple(self._streams):
            stream.stop()
        for _ in self._threads:
            self._work.put(None)
        until = time.monotonic() + seconds
        for thread in self._threads + [stream.worker for stream in tuple(self._streams)]:
            thread.join(max(0.0, until - time.monotonic()))
        self._streams.clear()

    def _serve(self) -> None:
        while (item := self._work.get()) is not None:
            number, work = item
            job = self._jobs.get(number)
            if job is None or job.forgotten.is_set():
                continue
            try:
                answer, error = work(), None
            except Exception as raised:  # whatever a job raises becomes a sentence on the screen
                answer, error = None, raised
            if not job.forgotten.is_set() and not self._closed:
                self._came.emit(number, answer, error)

    def _finish(self, number: int, answer: object, error: BaseException | None) -> None:
        job = self._jobs.pop(number, None)
        if job is None or self._closed:
            return
        if error is not None:
            job.failed(sentence_of(error))
        else:
            job.done(answer)


class Stream(QObject):
    """A generator running in a thread, and the clock that brings its answers to the main thread."""

    ended = Signal()

    def __init__(
        self,
        parent: QObject,
        produce: Callable[[], Iterable[Any]],
        batch: Callable[[list[Any]], None],
        done: Callable[[], None],
        failed: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        self._produce, self._batch, self._done, self._failed = produce, batch, done, failed
        self._brought: queue.Queue[Any] = queue.Queue(MOST_WAITING)
        self._stopped = threading.Event()
        self._at_once = 1
        self.worker = threading.Thread(target=self._fill, name="stream", daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._drain)

    def start(self) -> None:
        """Starts thread and clock."""
        self.worker.start()
        self._timer.start()

    def stop(self) -> None:
        """Drops what is still to come; what was handed over already stays."""
        self._stopped.set()
        self._timer.stop()
        _empty(self._brought)

    def _fill(self) -> None:
        items: Iterator[Any] | None = None
        last: Any = _END
        try:
            items = iter(self._produce())
            for item in items:
                if not self._put(item):
                    break
        except Exception as raised:  # told to the main thread as a sentence
            last = raised
        finally:
            close = getattr(items, "close", None)
            if close is not None:
                close()
        self._put(last)

    def _put(self, item: Any) -> bool:
        """Waits for room, but not after a stop: nobody empties the queue then."""
        while not self._stopped.is_set():
            try:
                self._brought.put(item, timeout=0.1)
            except queue.Full:
                continue
            return True
        return False

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
        self.stop()
        # First out of the list of running ones, so that the callback may start another.
        self.ended.emit()
        if isinstance(end, BaseException):
            self._failed(sentence_of(end))
        else:
            self._done()
        self.deleteLater()


def _empty(waiting: queue.Queue[Any]) -> None:
    try:
        while True:
            waiting.get_nowait()
    except queue.Empty:
        return

"""The pool of reading processes: files in, readings out, in the order of the files, whatever happens to a process.

Each file has a time limit and each process a memory limit; a process that crashes, hangs or outgrows its limit loses
the file it was reading and nothing else. The same pool serves the window and the command line.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline_app.model import Article, Reading
from timeline_app.project import worker
from timeline_app.project.worker import Answer, Task

#: More processes than this gain little and cost memory for a language model each.
MOST_WORKERS = 4
#: Where a process of one thread may be forked soundly; elsewhere each reading process loads everything for itself.
FORKING = sys.platform in {"linux"}
FORERUNNER = "timeline_app.project.forerunner"
#: Seconds that `close` waits for processes to have started.
PATIENCE = 0.2
#: Seconds that one file may take.
TIME_LIMIT = 120.0
#: Bytes of address space that one process may use; the language model needs some of it before it reads a word.
MEMORY_LIMIT = 4 * 1024**3
#: Files under way or read ahead for each process; more would pile up behind a slow file.
AHEAD = 3

TOO_SLOW = "Reading “{name}” took longer than {limit}, so it was left out. Split it into smaller files and add those."
CRASHED = "Dateline's reader stopped while reading “{name}”. Save it as plain text and add that, or leave it out."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file or article: a reading (with the bytes of the file), or the sentence that says why not.

    `code` sorts the failures: a fault of `formats`, or "time", "memory", "crash", "error". `cancelled` ones were not
    tried to the end and stay waiting.
    """

    path: Path | None
    reading: Reading | None = None
    data: bytes | None = None
    sentence: str = ""
    code: str = ""
    cancelled: bool = False


class ReaderPool:
    """Reads in other processes. One reading run at a time; `cancel` may be called from any thread.

    `workers` defaults to the number of processors, at most MOST_WORKERS. `model` is the folder of another language
    model. `reader` names the function that reads, as "module:function". Times are in seconds, memory in bytes.
    """

    def __init__(
        self,
        workers: int | None = None,
        *,
        time_limit: float = TIME_LIMIT,
        memory_limit: int | None = MEMORY_LIMIT,
        model: Path | None = None,
        reader: str = worker.DEFAULT_READER,
    ) -> None:
        self.workers = max(1, workers or min(os.cpu_count() or 1, MOST_WORKERS))
        self._time_limit = time_limit
        self._memory_limit = memory_limit
        self._model = model
        self._reader = reader
        self._lock = threading.Lock()
        #: Held while processes start, which takes as long as the first of them loads.
        self._starting = threading.Lock()
        self._pool: Any = None
        self._running: list[Any] = []
        self._cancelled = threading.Event()
        self._closed = threading.Event()

    def __enter__(self) -> ReaderPool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> None:
        """Start the processes and have them load what they need; returns when they are started."""
        with contextlib.suppress(RuntimeError):
            for _ in range(self.workers):
                self._schedule(worker.warm, self._reader, self._model)

    def read_files(
        self, paths: Iterable[Path], *, encoding: str | None = None, keep_data: bool = True
    ) -> Iterator[Outcome]:
        """Read files; the outcomes come in the order of the files, one for each.

        Only a few files are read ahead of the one asked for, so memory stays bounded however many there are.
        """
        tasks = (Task(path, encoding=encoding, model=self._model, keep_data=keep_data) for path in paths)
        return self._run(tasks)

    def read_articles(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """Read articles whose text is known, as for another date; otherwise as `read_files`."""
        return self._run(Task(article=article, model=self._model) for article in articles)

    def cancel(self) -> None:
        """Stop the run under way; what was not read yet comes out as cancelled at once, and the pool stays usable."""
        self._cancelled.set()
        with self._lock:
            for future in self._running:
                future.cancel()

    def close(self) -> None:
        """End all processes and wait for them to go; processes that are just being started end by themselves."""
        self._closed.set()
        self.cancel()
        if self._starting.acquire(timeout=PATIENCE):
            self._starting.release()
            self._stop()

    def _stop(self) -> None:
        with self._starting:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()
            pool.join()

    # --- running ------------------------------------------------------------------------------------------------------

    def _run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        self._cancelled.clear()
        tasks = iter(tasks)
        ahead: deque[tuple[Task, Any]] = deque()
        try:
            while True:
                while len(ahead) < self.workers * AHEAD and not self._cancelled.is_set():
                    task = next(tasks, None)
                    if task is None:
                        break
                    ahead.append((task, self._submit(task)))
                if not ahead:
                    break
                task, future = ahead.popleft()
                yield self._outcome(task, future)
                self._forget(future)
            for task in tasks:
                yield Outcome(task.path, cancelled=True)
        finally:
            for _, future in ahead:
                future.cancel()
                self._forget(future)

    def _submit(self, task: Task) -> Any:
        future = self._schedule(worker.run, self._reader, task)
        with self._lock:
            self._running.append(future)
        if self._cancelled.is_set():
            future.cancel()
        return future

    def _forget(self, future: Any) -> None:
        with self._lock, contextlib.suppress(ValueError):
            self._running.remove(future)

    def _outcome(self, task: Task, future: Any, *, again: bool = True) -> Outcome:
        import pebble

        try:
            answer: Answer = future.result()
        except CancelledError:
            return Outcome(task.path, cancelled=True)
        except TimeoutError:
            sentence = TOO_SLOW.format(name=task.name, limit=_duration(self._time_limit))
            return Outcome(task.path, sentence=sentence, code="time")
        except pebble.ProcessExpired:
            return Outcome(task.path, sentence=CRASHED.format(name=task.name), code="crash")
        except Exception:  # the pool itself broke, or the answer could not be handed over
            if again and not self._cancelled.is_set() and not self._closed.is_set():
                return self._outcome(task, self._schedule(worker.run, self._reader, task), again=False)
            return Outcome(task.path, sentence=CRASHED.format(name=task.name), code="crash")
        return Outcome(task.path, answer.reading, answer.data, answer.sentence, answer.code)

    def _schedule(self, function: Any, *arguments: object) -> Any:
        """Hand a call to the pool, a new one if the old one broke."""
        # It brings asyncio along, which the first painting of the window need not wait for.
        import pebble

        with self._starting:
            if self._closed.is_set():
                raise RuntimeError("the pool of readers is closed")
            if self._pool is None or not self._pool.active:
                begin_loading()
                self._pool = pebble.ProcessPool(
                    max_workers=self.workers,
                    initializer=worker.start,
                    initargs=(self._memory_limit,),
                    context=_context(),
                )
            with _interrupts_held():
                future = self._pool.schedule(function, args=arguments, timeout=self._time_limit)
        if self._closed.is_set():  # meanwhile, by someone who did not wait
            self._stop()
        return future


def begin_loading() -> None:
    """Have another process load what reading needs, where reading processes are forked from such; returns at once."""
    if not FORKING:
        return
    from multiprocessing import forkserver, resource_tracker

    _context()
    # It would let interrupts through again when it starts.
    resource_tracker.ensure_running()
    with _interrupts_held():
        forkserver.ensure_running()


def _context() -> Any:
    """How reading processes start: as a copy of one that has loaded everything, or from nothing."""
    if not FORKING:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([FORERUNNER])
    return context


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl+C from what is started here: the pool's threads, and through them its processes, inherit the mask.

    A process that is interrupted while it still loads its modules would tell of it on the terminal.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def in_batches(
    outcomes: Iterable[Outcome], *, most: int = 25, seconds: float = 0.7, characters: int = 2_000_000
) -> Iterator[list[Outcome]]:
    """Outcomes in batches that are worth a transaction each: full, or `seconds` old, or long texts.

    How they are cut has no influence on what the project comes to.
    """
    batch: list[Outcome] = []
    size, begun = 0, time.monotonic()
    for outcome in outcomes:
        batch.append(outcome)
        size += len(outcome.reading.article.text) if outcome.reading is not None else 0
        if len(batch) >= most or size >= characters or time.monotonic() - begun >= seconds:
            yield batch
            batch, size, begun = [], 0, time.monotonic()
    if batch:
        yield batch


def _duration(seconds: float) -> str:
    if seconds >= 120 and seconds % 60 == 0:
        return f"{seconds / 60:.0f} minutes"
    return f"{seconds:g} second{'' if seconds == 1 else 's'}"

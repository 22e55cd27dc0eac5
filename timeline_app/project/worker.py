"""What runs in a reading process: one task in, one answer out. Nothing here knows the project."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline_app.model import Article, Reading

if TYPE_CHECKING:
    from timeline_app.extraction import Analyser


@dataclass(frozen=True, slots=True)
class Task:
    """One article to read: a file (with the encoding the user chose, if any), or an article whose text is known."""

    path: Path | None = None
    article: Article | None = None
    encoding: str | None = None
    model: Path | None = None
    keep_data: bool = True

    @property
    def name(self) -> str:
        """What to call it in a sentence."""
        return self.path.name if self.path is not None else self.article.name if self.article is not None else ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a task: a reading with the bytes of its file, or the sentence that says why not."""

    reading: Reading | None = None
    data: bytes | None = None
    sentence: str = ""
    code: str = ""


#: What a reader is: called in the worker with one task.
Reader = Callable[[Task], Answer]

DEFAULT_READER = "timeline_app.project.worker:read"

#: Reading it loads the weights and every rule.
FIRST_ARTICLE = Article("", "", "The government of France sent troops to Mali on 11 January 2013, officials said.")


def read(task: Task) -> Answer:
    """Read one article with this process's analyser."""
    from timeline_app.extraction import read_article
    from timeline_app.formats import CannotRead, read_file

    data: bytes | None = None
    try:
        if task.path is not None:
            article, data = read_file(task.path, encoding=task.encoding)
            if not article.source:
                article = replace(article, source=str(task.path))
        elif task.article is not None:
            article = task.article
        else:
            return Answer()
        return Answer(read_article(article, _analyser(task.model)), data if task.keep_data else None)
    except CannotRead as error:
        return Answer(sentence=error.sentence, code=str(error.code))


@cache
def _analyser(model: Path | None) -> Analyser:
    """The one analyser of this process for this model."""
    from timeline_app.extraction import Analyser

    return Analyser(model)


def run(reader: str, task: Task) -> Answer:
    """Call the reader of this dotted name ("module:function") with a task."""
    try:
        return _reader(reader)(task)
    except MemoryError:
        return Answer(sentence=TOO_LARGE.format(name=task.name), code="memory")
    except Exception as error:  # a reader must not take the pool down, whatever it stumbles over
        words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        return Answer(sentence=STUMBLED.format(name=task.name, words=words[:300]), code="error")


TOO_LARGE = "“{name}” needs more memory than one article may have. Split it into smaller files and add those."
STUMBLED = "“{name}” could not be read, for Dateline stumbled over it ({words}). Save it as plain text and add that."


@cache
def _reader(name: str) -> Reader:
    module, _, function = name.partition(":")
    found: Reader = getattr(import_module(module), function)
    return found


def warm(reader: str, model: Path | None) -> None:
    """Load what reading needs, by reading something short."""
    if reader == DEFAULT_READER:
        read(Task(article=FIRST_ARTICLE, model=model))
    else:
        _reader(reader)


def stay_on_one_core() -> None:
    """Keep the libraries for arithmetic from starting threads: several workers share the cores already.

    To be called before numpy is imported.
    """
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def start(memory_limit: int | None) -> None:
    """Prepare a new process: bounded in memory, on one core, and gone when the application has gone."""
    stay_on_one_core()
    sys.excepthook = sys.__excepthook__
    with contextlib.suppress(ValueError):
        # The application decides when reading ends, not the Ctrl+C that reaches its whole group of processes.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    if memory_limit is not None and sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):
            _, hard = resource.getrlimit(resource.RLIMIT_AS)
            bounded = memory_limit if hard == resource.RLIM_INFINITY else min(memory_limit, hard)
            resource.setrlimit(resource.RLIMIT_AS, (bounded, hard))
    threading.Thread(target=_leave_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _leave_with(parent: Any) -> None:
    """End this process when the application was killed and could not end it."""
    parent.join()
    os._exit(1)

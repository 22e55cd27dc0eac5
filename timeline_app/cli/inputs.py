"""From names on the command line to readings, in the order of the names."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, islice
from pathlib import Path

from timeline_app.cli.manners import complain
from timeline_app.formats import CannotRead, find_files, read_json_lines
from timeline_app.model import Article, Reading
from timeline_app.project import worker
from timeline_app.project.readers import Outcome, ReaderPool
from timeline_app.project.worker import Task

#: Starting other processes costs as much time as reading so many articles.
FEW = 8
LINES_ENDING = ".jsonl"
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One article to be read: a file, or a text with its given id; or the sentence why there is none."""

    name: str
    path: Path | None = None
    given_id: str = ""
    article: Article | None = None
    sentence: str = ""


def find_inputs(names: Sequence[str]) -> Iterator[Input]:
    """The articles that names on the command line stand for, in their order; JSON lines are taken as they come."""
    for name in names:
        if name == STANDARD_INPUT:
            yield from _json_lines(sys.stdin.buffer, "standard input")
        elif Path(name).suffix.lower() == LINES_ENDING:
            try:
                with Path(name).open("rb") as lines:
                    yield from _json_lines(lines, Path(name).name)
            except OSError as error:
                yield Input(name, sentence=f"“{name}” could not be read: {error.strerror or error}.")
        else:
            found = find_files([Path(name)])
            if not found:
                yield Input(name, sentence=f"The folder “{name}” holds no articles that Dateline can read.")
            yield from (Input(str(path), path=path) for path in found)


def _json_lines(stream: Iterable[bytes], name: str) -> Iterator[Input]:
    """An input a line; a line that cannot be read does not stop those after it."""
    # Bytes that are no UTF-8 are let through here, for the reader of the line to put U+FFFD in their place.
    for number, line in enumerate(stream, start=1):
        try:
            for given_id, article in read_json_lines([line.decode("utf-8", "surrogateescape")], name, first=number):
                yield Input(name, given_id=given_id, article=article)
        except CannotRead as error:
            yield Input(name, sentence=error.sentence)


def read_all(inputs: Iterable[Input], workers: int) -> Iterator[tuple[Input, Outcome]]:
    """What comes of each input, in the order of the inputs; `workers` 0 takes as many processes as are worth it.

    One worker is this process: what is read first comes out first, and nothing else has to be started. More are other
    processes, with limits on time and memory; a file that breaks one of them costs only that file.
    """
    inputs = iter(inputs)
    first = list(islice(inputs, FEW)) if workers == 0 else []
    everything = chain(first, inputs)
    if workers == 1 or (workers == 0 and len(first) < FEW):
        yield from _read_here(everything)
        return
    with ReaderPool(workers or None) as pool:
        yield from _read_in(pool, everything)


def _read_here(inputs: Iterable[Input]) -> Iterator[tuple[Input, Outcome]]:
    for source in inputs:
        if source.sentence:
            yield source, Outcome(source.path, sentence=source.sentence)
            continue
        answer = worker.run(worker.DEFAULT_READER, Task(source.path, source.article, keep_data=False))
        yield source, Outcome(source.path, answer.reading, sentence=answer.sentence, code=answer.code)


def _read_in(pool: ReaderPool, inputs: Iterable[Input]) -> Iterator[tuple[Input, Outcome]]:
    """The pool reads files in one run and texts in another, so neighbours of one kind go to it together."""
    for kind, group in groupby(inputs, key=_kind):
        handed: deque[Input] = deque()
        if kind == "failed":
            yield from ((source, Outcome(source.path, sentence=source.sentence)) for source in group)
            continue
        noted = _noting(group, handed)
        if kind == "file":
            outcomes = pool.read_files((Path(source.path or source.name) for source in noted), keep_data=False)
        else:
            outcomes = pool.read_articles(source.article for source in noted if source.article is not None)
        yield from ((handed.popleft(), outcome) for outcome in outcomes)


def _kind(source: Input) -> str:
    if source.sentence:
        return "failed"
    return "file" if source.article is None else "text"


def _noting(inputs: Iterable[Input], handed: deque[Input]) -> Iterator[Input]:
    """The inputs as they are handed to the pool, which knows only their files and texts."""
    for source in inputs:
        handed.append(source)
        yield source


def say_notices(name: str, reading: Reading, said: set[str]) -> None:
    """Say what a reading could not do as it should; what is said of all articles alike is said once."""
    for notice in reading.notices:
        if notice not in said:
            said.add(notice)
            complain(f"{name}: {notice}" if notice in reading.article.notices else notice)

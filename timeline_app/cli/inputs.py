"""From names on the command line to readings, in the order of the names."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline_app.extraction import Analyser, read_article
from timeline_app.formats import CannotRead, find_files, read_file, read_json_lines
from timeline_app.model import Article, Reading

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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an input: a reading (and the file's bytes), or the sentence why not."""

    source: Input
    reading: Reading | None = None
    data: bytes | None = None
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


def read_all(inputs: Iterable[Input], workers: int) -> Iterator[Outcome]:
    """What comes of each input, in the order of the inputs and as soon as it is known."""
    analyser = None
    for source in inputs:
        if source.sentence:
            yield Outcome(source, sentence=source.sentence)
            continue
        analyser = analyser or Analyser()
        yield _read(source, analyser)


def _read(source: Input, analyser: Analyser) -> Outcome:
    try:
        if source.article is not None:
            return Outcome(source, read_article(source.article, analyser))
        assert source.path is not None
        article, data = read_file(source.path)
        return Outcome(source, read_article(article, analyser), data)
    except CannotRead as error:
        return Outcome(source, sentence=error.sentence)

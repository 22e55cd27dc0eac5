"""`dateline render`: the timeline of a project or of articles, drawn or written into files."""

from __future__ import annotations

import argparse
import contextlib
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.cli.inputs import find_inputs, read_all, say_notices
from timeline_app.cli.manners import DONE, SOME_FAILED, UsageError, complain
from timeline_app.extraction import UnreadableDate, parse_date
from timeline_app.model import When
from timeline_app.printing import FORMATS, CannotWrite, PageOptions, Paper, PrintDocument, document_of, export
from timeline_app.printing.render import format_named
from timeline_app.project import MAIN, Filter, Project, ProjectError

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

PROJECT_ENDING = ".dateline"


def render(options: argparse.Namespace) -> int:
    """Draw the timeline of a project or of articles into each of the files wished."""
    endings = _endings(options)
    first, last = _range(options)
    with contextlib.ExitStack() as stack:
        opened = _open_project(options, stack)
        if opened.project is None:
            return SOME_FAILED
        document = document_of(
            opened.project,
            first=first,
            last=last,
            lanes=options.lanes,
            shown=Filter(least=0.0 if options.all_events else MAIN),
            options=_page_options(options),
            title=options.title or opened.title,
        )
    written = _export(document, options.output, endings, pictures_with_list=options.list)
    return DONE if written and opened.all_read else SOME_FAILED


def _endings(options: argparse.Namespace) -> list[str]:
    """The format of each output, after making sure that none is unknown and none would overwrite an input."""
    inputs = {Path(name).resolve() for name in options.inputs}
    for target in options.output:
        if target.resolve() in inputs:
            raise UsageError(f"“{target}” is an input and would be overwritten. Choose another name for the output")
    try:
        return [format_named(target.suffix).ending for target in options.output]
    except CannotWrite as error:
        raise UsageError(error.sentence) from error


def _range(options: argparse.Namespace) -> tuple[int | None, int | None]:
    """The first and the last day wished, each None for an open side."""
    first, last = _date(options.first, "--from"), _date(options.last, "--to")
    days = (first.earliest if first else None), (last.latest if last else None)
    for when, day, flag in zip((first, last), days, ("--from", "--to"), strict=True):
        if when is not None and day is None:
            raise UsageError(f"the date of {flag} has no day to begin or end with; give one like 2023-10-07")
    if days[0] is not None and days[1] is not None and days[0] > days[1]:
        raise UsageError("--from lies after --to")
    return days


def _date(words: str | None, flag: str) -> When | None:
    if words is None:
        return None
    try:
        return parse_date(words)
    except UnreadableDate as error:
        raise UsageError(f"{flag}: {error}") from error


def _page_options(options: argparse.Namespace) -> PageOptions:
    return PageOptions(
        paper=Paper(options.paper),
        landscape=options.landscape,
        black_and_white=options.black_and_white,
        event_list=not options.no_list,
        passages=not options.no_passages,
        poster=options.poster,
        dark=options.dark,
        width=options.width,
        scale=options.scale,
    )


@dataclass(frozen=True, slots=True)
class _Opened:
    """A project to draw (None: there is nothing to draw), the title for it, and whether all inputs were read."""

    project: Project | None
    title: str = ""
    all_read: bool = True


def _open_project(options: argparse.Namespace, stack: contextlib.ExitStack) -> _Opened:
    """The project named, or a passing one of the articles named, closed when `stack` is."""
    named = [name for name in options.inputs if Path(name).suffix.lower() == PROJECT_ENDING]
    if not named:
        return _project_of_articles(options, stack)
    if len(options.inputs) > 1:
        raise UsageError("give either one project or articles; a project cannot be drawn together with other inputs")
    try:
        project = stack.enter_context(Project.open(Path(named[0])))
    except ProjectError as error:
        complain(error.sentence)
        return _Opened(None)
    return _Opened(project)


def _project_of_articles(options: argparse.Namespace, stack: contextlib.ExitStack) -> _Opened:
    """The articles as the window would take them in, in a project that is gone afterwards."""
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="dateline-"))
    project = stack.enter_context(Project.create(Path(folder, f"Timeline{PROJECT_ENDING}"), keep_files=False))
    all_read = True
    said: set[str] = set()
    readings = []
    for source, outcome in read_all(find_inputs(options.inputs), options.workers):
        if outcome.reading is None:
            complain(outcome.sentence)
            all_read = False
            continue
        say_notices(source.name, outcome.reading, said)
        readings.append((outcome.reading, None))
    titles = [reading.article.title or reading.article.name for reading, _ in readings]
    project.take_in(readings)
    if not titles:
        complain("No article could be read, so nothing was drawn.")
        return _Opened(None)
    return _Opened(project, titles[0] if len(titles) == 1 else f"Timeline of {len(titles)} articles", all_read)


def _export(
    document: PrintDocument, targets: Sequence[Path], endings: Sequence[str], *, pictures_with_list: bool
) -> bool:
    """Write the document into each file; whether all were written."""
    drawn = {each.ending for each in FORMATS if each.draws}
    application = _start_drawing() if drawn & set(endings) else None
    all_written = True
    for target, ending in zip(targets, endings, strict=True):
        with_list = document.options.event_list and (ending == "pdf" or pictures_with_list)
        try:
            export(document.with_options(replace(document.options, event_list=with_list)), target)
        except CannotWrite as error:
            complain(error.sentence)
            all_written = False
    del application
    return all_written


def _start_drawing() -> QGuiApplication:
    """Qt for drawing into files: no window is opened, so no display is needed (and none is asked for)."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    running = QGuiApplication.instance()
    return running if isinstance(running, QGuiApplication) else QGuiApplication(["dateline"])

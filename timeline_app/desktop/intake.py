"""Articles come in: files are found, read in other processes, and taken into the project in small batches.

The import list is written to the project before anything is read, so that an import that was cut off goes on at the
next opening.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from timeline_app.desktop.dialogs import PastedText
from timeline_app.desktop.guarded import Guard
from timeline_app.desktop.jobs import Jobs, Stream
from timeline_app.desktop.settings import Settings
from timeline_app.desktop.workspace import Workspace
from timeline_app.model import Article, PublishedFrom, Reading
from timeline_app.model.language import ENGLISH
from timeline_app.project import Outcome, Project, ReaderPool, in_batches
from timeline_app.views.notice_bar import Tone
from timeline_app.views.words import count

PASTED = "Pasted text.txt"
#: Articles in a batch at most, and seconds until a smaller one is shown. Each is taken in on the main thread.
BATCH = 4
PATIENCE = 0.4


@dataclass(slots=True)
class Tally:
    """What an import has come to. `total` grows while more is dropped."""

    total: int = 0
    done: int = 0
    added: int = 0
    updated: int = 0
    known: int = 0
    lost: int = 0
    foreign: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    #: What the reader says of itself, each once.
    notices: list[str] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """The outcome in words, nothing when there is nothing to say."""
        parts = []
        if self.failed:
            parts.append(f"{count(len(self.failed), 'file')} could not be read.")
        if self.known and not self.added:
            parts.append(f"{count(self.known, 'article')} {'was' if self.known == 1 else 'were'} here already.")
        if self.lost:
            parts.append(f"{count(self.lost, 'correction')} found no place in the newer text.")
        if self.foreign:
            parts.append(f"{count(self.foreign, 'article')} not in English {_HAS[self.foreign == 1]} no events.")
        return " ".join([*parts, *self.notices])

    def hear(self, reading: Reading) -> None:
        """Keeps what the reader says of itself; what it says of an article stands with that one."""
        said = {*reading.article.notices, *self.notices}
        self.notices += [notice for notice in reading.notices if notice not in said]


_HAS = {True: "has", False: "have"}


def named_sentence(name: str, why: str) -> str:
    """Why a file was not read; nearly all sentences name their file themselves."""
    return why if name in why else f"“{name}”: {why}"


class Intake(QObject):
    """One queue for all that is to be read. The main thread only writes to the project."""

    #: Articles done and articles in all; (0, 0) when nothing is being read.
    progressed = Signal(int, int)
    #: Everything that was to be read has been.
    ended = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, settings: Settings, guard: Guard, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._jobs, self._settings, self._guard = workspace, jobs, settings, guard
        self._pool: ReaderPool | None = None
        self._stream: Stream | None = None
        self._tally = Tally()
        self._texts: list[Article] = []
        self._queue: list[Path] = []

    @property
    def busy(self) -> bool:
        """Whether articles are being read."""
        return self._stream is not None

    # ------------------------------------------------------------------ what is to be read

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Takes in files and folders; finding them in large folders happens beside the main thread."""
        if not paths or not self._work.has_project:
            return
        from timeline_app.formats import find_files

        project = self._work.project
        self._jobs.run(
            lambda: find_files(paths),
            done=lambda files: self._note(project, list(paths), files),
            failed=self._say_sorry,
        )

    def _note(self, project: Project, paths: list[Path], files: list[Path]) -> None:
        if not self._work.has_project or self._work.project is not project:
            return
        if not files:
            where = f"“{paths[0].name}”" if len(paths) == 1 else "what was dropped"
            self._say_sorry(f"There are no articles in {where}.")
            return
        if self._guard.do(lambda: project.note_waiting(files)):
            self._tally.total += len(files) if self.busy else 0
            self.progressed.emit(self._tally.done, max(self._tally.total, len(files)))
            self._go_on()

    def add_text(self, pasted: PastedText) -> None:
        """Takes in a text that was pasted or typed."""
        from timeline_app.formats import CannotRead, read_bytes

        name = f"{pasted.title}.txt" if pasted.title else PASTED
        try:
            article = read_bytes(name, pasted.text.encode("utf-8", "surrogatepass"))
        except CannotRead as error:
            self._say_sorry(error.sentence)
            return
        if pasted.published is not None:
            article = article.with_published(pasted.published, PublishedFrom.USER)
        self._texts.append(article)
        self._go_on()

    def read_again(self, ids: Iterable[str]) -> None:
        """Reads articles of the project once more; corrections stay."""
        self._texts += [self._work.project.article(one) for one in ids]
        self._go_on()

    def read_waiting(self) -> None:
        """Reads what waits: articles whose date or mode was corrected, and files of the import list."""
        self._go_on()

    def resume(self) -> None:
        """Goes on with what was waiting when the project was closed."""
        self._go_on()

    # ------------------------------------------------------------------ reading

    def _go_on(self) -> None:
        """Starts reading what waits; what is added meanwhile waits for the end of this."""
        if self.busy or not self._work.has_project:
            return
        project = self._work.project
        paths = project.waiting()
        texts = [*project.to_read_again(), *self._texts]
        here = {one.id for one in self._work.shown.articles}
        self._texts = []
        if not paths and not texts:
            self._end()
            return
        self._tally.total = self._tally.done + len(paths) + len(texts)
        self._queue = paths
        self._work.busy_taking_in = True
        self._work.growing = self._work.growing or bool(paths) or any(one.id not in here for one in texts)
        self.progressed.emit(self._tally.done, self._tally.total)
        produce = self._reading_of(texts, paths)
        self._stream = self._jobs.stream(produce, batch=self._take, done=self._one_run_done, failed=self._fail)

    def _reading_of(self, texts: list[Article], paths: list[Path]) -> Callable[[], Iterable[list[Outcome]]]:
        pool = self._the_pool()

        make_ready = self._work.project.to_make_ready()

        def produce() -> Iterable[list[Outcome]]:
            make_ready()
            yield from in_batches(pool.read_articles(texts), most=BATCH, seconds=PATIENCE)
            yield from in_batches(pool.read_files(paths), most=BATCH, seconds=PATIENCE)

        return produce

    def _the_pool(self) -> ReaderPool:
        if self._pool is None:
            self._pool = ReaderPool(self._settings.get("reading/workers") or None)
        return self._pool

    def warm(self) -> None:
        """Has the reading processes load what they need, before the first article comes."""
        # Beside the main thread: starting processes takes a while.
        self._jobs.run(self._the_pool().warm, done=lambda _none: None, failed=self._say_sorry)

    def _take(self, batches: list[list[Outcome]]) -> None:
        if not self._work.has_project:
            return
        project = self._work.project
        outcomes = [one for batch in batches for one in batch if not one.cancelled]
        self._tally.done += len(outcomes)
        if not self._write(project, outcomes):
            # What the disk refuses it would refuse again: the rest waits until more is added, or for the next opening.
            self.cancel(quietly=True)
            return
        self._mark_reading(project, len(outcomes))
        self.progressed.emit(self._tally.done, self._tally.total)

    def _write(self, project: Project, outcomes: list[Outcome]) -> bool:
        """Whether all of it is in the project now."""
        good = [one for one in outcomes if one.reading is not None]
        if good and not self._guard.do(lambda: self._take_good(project, good)):
            return False
        for one in outcomes:
            if one.reading is None:
                name = one.path.name if one.path is not None else "The article"
                self._tally.failed.append((name, one.sentence))
                if one.path is not None and not self._guard.do(partial(project.note_failed, one.path, one.sentence)):
                    return False
        return True

    def _mark_reading(self, project: Project, done: int) -> None:
        """Shows which files are under way: as many as there are processes."""
        self._queue = self._queue[done:]
        workers = self._pool.workers if self._pool is not None else 1
        if now := self._queue[:workers]:
            self._guard.do(lambda: project.note_reading(now))

    def _take_good(self, project: Project, good: list[Outcome]) -> None:
        readings = [(one.reading, one.data) for one in good if one.reading is not None]
        change = project.take_in(readings, [one.path for one in good if one.path is not None])
        for reading, _data in readings:
            self._tally.hear(reading)
        self._tally.added += change.added
        self._tally.updated += change.updated
        self._tally.known += change.known
        self._tally.lost += change.lost
        self._tally.foreign += sum(reading.article.language != ENGLISH for reading, _ in readings)

    def _one_run_done(self) -> None:
        self._stream = None
        self._go_on()

    def _end(self) -> None:
        """All is read: says what there is to say, and shows the project as it is now."""
        tally, self._tally = self._tally, Tally()
        # What is shown now is all there is: an empty timeline has to say why.
        self._work.busy_taking_in = False
        if tally.total:
            self._work.refresh(lambda: self._tell(tally))
        else:
            self._rest()
            self.progressed.emit(0, 0)

    def _tell(self, tally: Tally) -> None:
        if not self.busy:
            self._rest()
            self.progressed.emit(0, 0)
        if tally.sentence:
            details = "\n".join(named_sentence(name, why) for name, why in tally.failed)
            single = len(tally.failed) == 1 and not tally.known and not tally.notices
            words = details if single else tally.sentence
            tone = Tone.WARNING if tally.failed or tally.lost or tally.notices else Tone.INFO
            self._guard.notices.say(words, tone, details="" if single else details)
        self.ended.emit()

    def _rest(self) -> None:
        self._work.busy_taking_in = self._work.growing = False

    def _fail(self, sentence: str) -> None:
        self._stream = None
        self._tally = Tally()
        self._rest()
        self.progressed.emit(0, 0)
        self._say_sorry(sentence)

    def _say_sorry(self, sentence: str) -> None:
        self._guard.notices.say(sentence, Tone.WARNING)

    # ------------------------------------------------------------------ stopping

    def cancel(self, *, quietly: bool = False) -> None:
        """Stops reading. What was read stays; by hand the rest is given up, quietly it waits for the next opening."""
        stream, self._stream = self._stream, None
        if stream is None:
            return
        if self._pool is not None:
            self._pool.cancel()
        stream.stop()
        tally, self._tally = self._tally, Tally()
        self._texts = []
        self._rest()
        self.progressed.emit(0, 0)
        if not quietly and self._work.has_project:
            self._guard.do(self._work.project.forget_waiting)
            self._guard.notices.say(f"Reading was cancelled: {tally.done:,} of {count(tally.total, 'article')} read.")

    def close(self) -> None:
        """Ends the reading processes."""
        self.cancel(quietly=True)
        if self._pool is not None:
            self._pool.close()
            self._pool = None

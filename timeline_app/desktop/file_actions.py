"""Projects and files: new, open, recent, save as, import, paste, the sample, and what waits from the last time."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_app.desktop.actions import Actions
from timeline_app.desktop.dialogs import PasteDialog
from timeline_app.desktop.guarded import Guard
from timeline_app.desktop.intake import Intake
from timeline_app.desktop.jobs import Jobs, sentence_of
from timeline_app.desktop.recent_menu import RecentMenu
from timeline_app.desktop.recovery import ENDING, Untitled
from timeline_app.desktop.sample import asks_for_sample, is_sample, sample_path, to_read
from timeline_app.desktop.settings import Settings
from timeline_app.desktop.workspace import Workspace
from timeline_app.project import MAIN, ArticleState, Filter, Project, ProjectError
from timeline_app.views.notice_bar import Tone
from timeline_app.views.shown import gather
from timeline_app.views.words import count

PROJECT_FILES = f"Dateline projects (*{ENDING})"


def is_project(path: Path) -> bool:
    """Whether a path is that of a project, by its ending."""
    return path.suffix.lower() == ENDING


class FileActions(QObject):
    """The actions of the menu File, without paper."""

    quit_asked = Signal()
    #: The open project is about to be closed.
    leaving = Signal()
    #: A project of this name is being opened, and none is open yet.
    opening = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        intake: Intake,
        untitled: Untitled,
        jobs: Jobs,
        settings: Settings,
        guard: Guard,
        actions: Actions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._work, self._intake, self._untitled, self._jobs = workspace, intake, untitled, jobs
        self._settings, self._guard, self._window = settings, guard, window
        #: Articles for the project that is being opened; None while none is.
        self._coming: list[Path] | None = None
        self.recent = RecentMenu(actions.submenu("Open Recent"), workspace, settings, untitled, self.open_project)

    # ------------------------------------------------------------------ projects

    def begin(self, paths: Iterable[Path] = ()) -> None:
        """What a start does: opens what was asked for, else the untitled project of the last time, else a new one."""
        wanted = list(paths)
        left = [path for path in self._untitled.left_behind() if not is_sample(path)]
        if asks_for_sample(wanted):
            self.do_open_sample()
        elif any(is_project(path) for path in wanted):
            self.open_paths(wanted)
        elif left and not wanted:
            self.open_project(left[0], greeting="Your untitled project is back as you left it.")
        else:
            self.do_new_project()
            self.open_paths(wanted)

    def do_new_project(self) -> None:
        """Begins an untitled project; the one before is safe on disk."""
        self._begin_project(self._untitled.new_path())

    def _begin_project(self, path: Path) -> None:
        keep = bool(self._settings.get("project/keep_files"))
        self.leave()
        try:
            self._work.use(Project.create(path, keep_files=keep))
        except ProjectError as error:
            self._guard.notices.say(error.sentence, Tone.WARNING)

    def do_open_project(self) -> None:
        """Asks for a project, or for articles."""
        folder = self._settings.get("files/project_folder") or str(Path.home())
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Open a project or articles", folder, f"{PROJECT_FILES};;All files (*)"
        )
        self.open_paths([Path(name) for name in names])

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Opens the first project among these and takes the rest in as articles; the sample has its own project."""
        given = [path.absolute() for path in paths]
        if asks_for_sample(given):
            self.do_open_sample()
            return
        projects = [path for path in given if is_project(path)]
        articles = [path for path in given if not is_project(path)]
        if projects:
            self.open_project(projects[0], then=articles)
        elif articles and self._coming is not None:
            self._coming += articles
        elif articles:
            if not self._work.has_project:
                self.do_new_project()
            self._intake.add_paths(articles)
        if len(projects) > 1:
            self._guard.notices.say("Only one project is open at a time; the first one was opened.")

    def open_project(self, path: Path, *, then: Iterable[Path] = (), greeting: str = "") -> None:
        """Opens a project beside the main thread, then looks at it and takes `then` in."""
        if self._work.has_project and self._work.project.path == path.absolute():
            self._intake.add_paths(list(then))
            return
        self._coming = [*(self._coming or ()), *then]
        if not self._work.has_project:
            self.opening.emit(path.stem)
        self._jobs.run(
            lambda: _open_and_read(path),
            done=lambda project: self._look_at(project, self._came(), greeting),
            failed=lambda sentence: self._fail_to_open(path, sentence),
            key="open",
        )

    def _look_at(self, project: Project, articles: list[Path], greeting: str) -> None:
        self.leave()
        self._work.use(project)
        if self._untitled.holds(project.path):
            if is_sample(project.path):
                self._read_sample()
            if greeting and project.articles():
                self._guard.notices.say(greeting, offers=(("Save As…", self.do_save_as),))
        else:
            self._remember(project.path)
        self._intake.add_paths(articles)
        self._intake.resume()

    def _came(self) -> list[Path]:
        """The articles that came while a project was being opened."""
        articles, self._coming = self._coming or [], None
        return articles

    def _fail_to_open(self, path: Path, sentence: str) -> None:
        articles = self._came()
        self._guard.notices.say(sentence, Tone.WARNING)
        self._settings.forget_recent(str(path))
        if not self._work.has_project:
            self.do_new_project()
            self._intake.add_paths(articles)

    def leave(self) -> None:
        """Closes the open project; an untitled one that is empty is thrown away, any other stays where it is."""
        self._intake.cancel(quietly=True)
        if not self._work.has_project:
            return
        self.leaving.emit()
        project = self._work.project
        path = project.path
        empty = all(one.state == ArticleState.FAILED for one in project.articles())
        self._work.use(None)
        project.close()
        if empty:
            self._untitled.discard(path)

    def do_save(self) -> None:
        """An untitled project gets a name, one whose file has gone another; any other is saved already."""
        if self.is_untitled or (self._work.has_project and not self._work.project.path.exists()):
            self.do_save_as()
        else:
            self._guard.notices.say("Every change is already saved.", Tone.SUCCESS)

    def do_save_as(self) -> None:
        """Asks for a name."""
        if not self._work.has_project:
            return
        folder = self._settings.get("files/project_folder") or str(Path.home())
        proposed = Path(folder) / f"{self._work.project.title}{ENDING}"
        name, _ = QFileDialog.getSaveFileName(self._window, "Save the project as", str(proposed), PROJECT_FILES)
        if name:
            self.save_as(Path(name))

    def save_as(self, path: Path) -> None:
        """Copies the project to a path and goes on there; an untitled original is not needed any more."""
        target = path if is_project(path) else path.with_name(path.name + ENDING)
        before, untitled = self._work.project.path, self.is_untitled
        if not self._guard.do(lambda: self._work.project.save_as(target)):
            return
        if untitled:
            self._untitled.discard(before)
        self._remember(target)
        self._work.project_changed.emit()
        self._guard.notices.say(f"The project is saved as “{target.name}”.", Tone.SUCCESS)

    @property
    def is_untitled(self) -> bool:
        """Whether the open project has no name yet."""
        return self._work.has_project and self._untitled.holds(self._work.project.path)

    def _remember(self, path: Path) -> None:
        self._settings.add_recent(str(path))
        self._settings.set("files/project_folder", str(path.parent))

    # ------------------------------------------------------------------ articles

    def do_import_articles(self) -> None:
        """Asks for article files."""
        folder = self._settings.get("files/article_folder") or str(Path.home())
        # The first filter names all formats; their endings would not fit into any dialog.
        short = QFileDialog.Option.HideNameFilterDetails
        names, _ = QFileDialog.getOpenFileNames(self._window, "Import articles", folder, article_files(), options=short)
        if names:
            self._settings.set("files/article_folder", str(Path(names[0]).parent))
            self.open_paths([Path(name) for name in names])

    def do_import_folder(self) -> None:
        """Asks for a folder of articles."""
        folder = self._settings.get("files/article_folder") or str(Path.home())
        name = QFileDialog.getExistingDirectory(self._window, "Import a folder of articles", folder)
        if name:
            self._settings.set("files/article_folder", name)
            self.open_paths([Path(name)])

    def do_paste_article(self) -> None:
        """Takes a text from the clipboard, or typed, as an article."""
        dialog = PasteDialog(self._window, QGuiApplication.clipboard().text())
        if dialog.exec():
            self._intake.add_text(dialog.pasted())

    def do_open_sample(self) -> None:
        """Opens the sample project, and reads the sample articles into it if it does not hold them yet."""
        path = sample_path(self._untitled.folder)
        if path.exists():
            self.open_project(path)
        else:
            self._begin_project(path)
            self._read_sample()

    def _read_sample(self) -> None:
        try:
            files = to_read(self._work.project)
        except (OSError, ProjectError) as error:
            self._guard.notices.say(sentence_of(error), Tone.WARNING)
            return
        if files:
            self._intake.add_paths(files)
            self._guard.notices.say(f"Reading {count(len(files), 'sample article')}; they come from Wikinews.")

    def do_quit(self) -> None:
        """Ends the application."""
        self.quit_asked.emit()


def _open_and_read(path: Path) -> Project:
    """Opens a project and has it read its file, so that the main thread finds everything at hand."""
    project = Project.open(path)
    # The first event that is shown asks how its date was come by, which brings the reading of dates along.
    from timeline_app.extraction import typed_dates  # noqa: F401

    gather(project, Filter(least=MAIN), "actor", None)
    return project


def article_files() -> str:
    """The filter of the file dialog: all readable formats first, then each."""
    from timeline_app.formats import FORMATS

    endings = " ".join(f"*{ending}" for one in FORMATS for ending in one.endings)
    each = ";;".join(f"{one.name} ({' '.join(f'*{ending}' for ending in one.endings)})" for one in FORMATS)
    return f"Articles ({endings});;{each};;All files (*)"

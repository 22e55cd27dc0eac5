"""The window: makes the parts, puts them in their places, and ties them together. It decides nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QTabWidget, QTextEdit, QWidget

from timeline_app.desktop.actions import Actions
from timeline_app.desktop.actor_actions import ActorActions
from timeline_app.desktop.article_actions import ArticleActions
from timeline_app.desktop.event_actions import EventActions
from timeline_app.desktop.file_actions import FileActions
from timeline_app.desktop.find_actions import FindActions
from timeline_app.desktop.first_choice import FirstChoice
from timeline_app.desktop.guarded import Guard
from timeline_app.desktop.history_actions import HistoryActions
from timeline_app.desktop.intake import Intake
from timeline_app.desktop.jobs import Jobs
from timeline_app.desktop.navigation import Navigation
from timeline_app.desktop.paper_actions import PaperActions
from timeline_app.desktop.places import Places
from timeline_app.desktop.recovery import Untitled
from timeline_app.desktop.review import Review
from timeline_app.desktop.settings import Settings
from timeline_app.desktop.status import StatusLine
from timeline_app.desktop.style import apply_theme
from timeline_app.desktop.toolbar import Toolbar
from timeline_app.desktop.view_actions import ViewActions
from timeline_app.desktop.workspace import Workspace
from timeline_app.drawing.theme import Theme
from timeline_app.views.accessible import tell_roles
from timeline_app.views.drop_overlay import DropOverlay
from timeline_app.views.words import count

FIRST_SIZE = (1280, 800)
LEAST_SIZE = (860, 500)
#: What the desktop puts around a window, at most.
FRAME = QSize(8, 40)


class MainWindow(QMainWindow):
    """One project in one window."""

    closed = Signal()

    def __init__(self, settings: Settings, untitled: Untitled) -> None:
        super().__init__()
        tell_roles()
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST_SIZE)
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AnimatedDocks
        )
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.settings = settings
        self.jobs = Jobs(self)
        self.workspace = Workspace(self)
        self.workspace.run_beside = self.jobs.run
        self.table_of_actions = Actions(self)
        self.table_of_actions.fill(self.menuBar())
        self.toolbar = Toolbar(self.table_of_actions, self)
        self.addToolBar(self.toolbar)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.status.legend.clicked.connect(self.table_of_actions["legend"].trigger)
        self.places = Places(self.workspace, self.jobs.run, settings, self)
        self.setCentralWidget(self.places)
        self.panes = self.places.panes
        # The foot of the window comes last, and then the toolbar again.
        QWidget.setTabOrder(self.panes.actors[0], self.status.legend)
        self.guard = Guard(self.places.notices)
        self._make_doers(untitled)
        self._overlay = DropOverlay(self)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(60)
        self._leaving.timeout.connect(self._overlay.hide)
        self._tie()
        self._restore()

    def _make_doers(self, untitled: Untitled) -> None:
        """Makes the objects that do the actions, and connects each action to its doer."""
        work, panes, guard, actions = self.workspace, self.panes, self.guard, self.table_of_actions
        self.navigation = Navigation(work, panes, self)
        self.intake = Intake(work, self.jobs, self.settings, guard, self)
        self.files = FileActions(work, self.intake, untitled, self.jobs, self.settings, guard, actions, self)
        self.paper = PaperActions(work, panes.timeline, self.jobs, self.settings, guard, self)
        self.history = HistoryActions(work, guard, actions, self)
        self.finding = FindActions(work, panes, self.navigation, self.toolbar, guard, self)
        self.looks = ViewActions(work, panes, self.toolbar, actions, self.settings, guard, self)
        self.events = EventActions(work, panes, guard, actions, self)
        self.review = Review(work, panes, self.navigation, self.events, guard)
        self.actors = ActorActions(work, panes, self.navigation, guard, actions, self)
        self.first_choice = FirstChoice(work, self.navigation, self)
        self.articles = ArticleActions(work, panes, self.navigation, self.intake, guard, actions, self)
        actions.connect_to(
            self.files, self.paper, self.history, self.finding, self.looks, self.review, self.events, self.actors,
            self.articles, self.places,
        )  # fmt: skip
        actions.add_to([panes.timeline, panes.table, panes.inspector, panes.undated, panes.reader])

    def _tie(self) -> None:
        self.workspace.shown_changed.connect(lambda: self.status.show_counts(self.workspace.shown))
        self.workspace.project_changed.connect(self._show_title)
        self.panes.timeline.range_changed.connect(self.status.show_range)
        self.panes.timeline.hovered.connect(self.status.show_pointer)
        self.panes.timeline.event_activated.connect(lambda _one: self.places.raise_reader())
        self.panes.undated.event_activated.connect(lambda _one: self.events.do_edit_date())
        self.panes.table.event_activated.connect(lambda _one: self.review.do_open_passage())
        self.review.passage_opened.connect(self.places.show_reader)
        self.events.inspector_wanted.connect(self.places.show_inspector)
        self.places.part_shown.connect(lambda part, on: self.table_of_actions[f"toggle_{part}"].setChecked(on))
        self.navigation.reader_wanted.connect(self.places.show_reader)
        self.navigation.undated_wanted.connect(self.places.raise_undated)
        self.intake.progressed.connect(self.status.show_reading)
        self.intake.ended.connect(self.first_choice.choose_again)
        self.status.cancel_asked.connect(self.intake.cancel)
        self.history.told.connect(self.status.say)
        self.looks.theme_chosen.connect(lambda choice: self.settings.set("look/theme", choice))
        self.finding.found.connect(self.places.overview.set_found)
        self.looks.told.connect(self.status.say)
        self.actors.kept_opened.connect(self._place_panes)
        self.actors.pane_placed.connect(self.places.widen_middle)
        self.settings.on_changed(self._follow_setting)
        self.files.quit_asked.connect(self.close)
        self.files.leaving.connect(self._keep_view)
        # What was said concerned the project that is left.
        self.files.leaving.connect(self.guard.notices.dismiss)
        empty = self.places.empty
        self.places.clear_filter_asked.connect(self.table_of_actions["clear_filter"].trigger)
        self.places.all_events_asked.connect(self.table_of_actions["all_events"].trigger)
        self.files.opening.connect(empty.show_opening)
        empty.recent_asked.connect(self.files.open_project)
        empty.open_asked.connect(self.files.do_open_project)
        empty.paste_asked.connect(self.files.do_paste_article)
        empty.sample_asked.connect(self.files.do_open_sample)
        # Fields would take dropped files as text; the whole window takes them as articles.
        for kind in (QLineEdit, QTextEdit, QPlainTextEdit):
            for field in self.findChildren(kind):
                field.setAcceptDrops(False)

    # ------------------------------------------------------------------ title, theme, remembered places

    def _show_title(self) -> None:
        self.places.empty.show_opening("")
        self.places.empty.show_recent(self.files.recent.entries())
        if not self.workspace.has_project:
            self.setWindowTitle("Dateline")
            return
        self.setWindowTitle(f"{self.workspace.project.title} — Dateline")
        self.setWindowFilePath("" if self.files.is_untitled else str(self.workspace.project.path))
        self.status.show_saved(saved=True)

    def _follow_setting(self, name: str) -> None:
        if name == "look/theme":
            self.dress()
        elif name == "look/reader_points":
            self.panes.reader.text.set_points(self.settings.get(name))
        elif name == "look/motion":
            self.panes.timeline.set_animated(self.settings.get(name))

    def dress(self) -> None:
        """Dresses the application and every view in the chosen colours."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.follow_theme(apply_theme(app, self.settings.get("look/theme")))
        self.navigation.show_again()

    def follow_theme(self, theme: Theme) -> None:
        """Tells the views in which colours the application is dressed already."""
        self.places.apply_theme(theme)
        self.table_of_actions[f"theme_{self.settings.get('look/theme')}"].setChecked(True)

    def _restore(self) -> None:
        self.resize(first_size(self.screen().availableSize()))
        geometry: QByteArray = self.settings.get("window/geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.places.share_out(self.size())
        self.places.restore(self.table_of_actions)
        self.panes.reader.text.set_points(self.settings.get("look/reader_points"))
        self.panes.timeline.set_animated(self.settings.get("look/motion"))

    def _place_panes(self) -> None:
        self.restoreState(self.settings.get("window/state"))
        self.actors.find_room()

    def _keep_places(self) -> None:
        self.settings.set("window/geometry", self.saveGeometry())
        self.settings.set("window/state", self.saveState())
        self.places.keep()

    def _keep_view(self) -> None:
        """Keeps in the project what of it was in view; an empty one is thrown away and needs no memory."""
        if self.workspace.shown.events:
            self.workspace.remember("view/range", list(self.panes.timeline.visible_range()))
            self.workspace.remember("view/actor_panes", self.actors.open_panes())
            self.first_choice.keep()

    # ------------------------------------------------------------------ opening and closing

    def begin(self, paths: Sequence[Path] = ()) -> None:
        """Opens what a start asks for."""
        self.files.begin(paths)

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Opens what another start, or the desktop, asks for, and comes to the front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.files.open_paths(paths)

    def closeEvent(self, qevent: QCloseEvent) -> None:
        """Keeps the places, leaves the project in order, and ends all work."""
        self._keep_places()
        self.jobs.forget("open")
        self.files.leave()
        self.intake.close()
        self.jobs.close()
        qevent.accept()
        self.closed.emit()

    def changeEvent(self, qevent: QEvent) -> None:
        """Follows the state of the window."""
        super().changeEvent(qevent)
        if qevent.type() == QEvent.Type.WindowStateChange:
            self.table_of_actions["full_screen"].setChecked(self.isFullScreen())

    def resizeEvent(self, qevent: QResizeEvent) -> None:
        """Keeps every pane in view."""
        super().resizeEvent(qevent)
        self.actors.find_room()

    def showEvent(self, qevent: QShowEvent) -> None:
        """Gives the focus to what one begins with."""
        super().showEvent(qevent)
        self.places.take_focus()

    # ------------------------------------------------------------------ files dropped on the window

    def dragEnterEvent(self, qevent: QDragEnterEvent) -> None:
        """Welcomes files."""
        paths = dropped_paths(qevent)
        if not paths:
            return
        self._leaving.stop()
        self._overlay.offer(drop_words(paths))
        qevent.setDropAction(Qt.DropAction.CopyAction)
        qevent.accept()

    def dragMoveEvent(self, qevent: QDragMoveEvent) -> None:
        """Goes on welcoming them."""
        if dropped_paths(qevent):
            qevent.setDropAction(Qt.DropAction.CopyAction)
            qevent.accept()

    def dragLeaveEvent(self, _qevent: QDragLeaveEvent) -> None:
        """Takes the veil away."""
        # Going from one part of the window to another is leaving and entering: wait for the entering.
        self._leaving.start()

    def dropEvent(self, qevent: QDropEvent) -> None:
        """Takes the files in."""
        self._overlay.hide()
        paths = dropped_paths(qevent)
        if paths:
            qevent.setDropAction(Qt.DropAction.CopyAction)
            qevent.accept()
            # After the drop is answered: the other program waits for it.
            self._after_drop(lambda: self.open_paths(paths))

    def _after_drop(self, act: Callable[[], None]) -> None:
        QTimer.singleShot(0, self, act)


def first_size(room: QSize) -> QSize:
    """The size of a window nobody has sized yet: on a small or enlarged screen its foot and its right side are seen."""
    return QSize(*FIRST_SIZE).boundedTo(room - FRAME)


def dropped_paths(qevent: QDropEvent) -> list[Path]:
    """The local files and folders of a drag; none for a drag of words or of an event."""
    return [Path(url.toLocalFile()) for url in qevent.mimeData().urls() if url.isLocalFile()]


def drop_words(paths: Sequence[Path]) -> str:
    """What dropping these will do."""
    if any(path.suffix.lower() == ".dateline" for path in paths):
        return "Drop to open the project"
    if len(paths) == 1:
        return f"Drop to add “{paths[0].name}”"
    return f"Drop to add {count(len(paths), 'file')}"

"""Start-up: one instance, colours, the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleFactory

from timeline_app import __version__
from timeline_app.desktop import display
from timeline_app.desktop.own_folder import OwnFolder, own_folder
from timeline_app.desktop.single_instance import SingleInstance

#: Milliseconds after which the reading processes start: the window comes first.
WARM_AFTER = 400
NOT_ANSWERING = "Dateline is running already but does not answer. Close it, then start again."
NO_FOLDER = "Dateline finds no folder that it may write to, neither at home nor a temporary one ({reason})."


class Application(QApplication):
    """The Qt application; on macOS files are opened by an event."""

    file_asked = Signal(str)

    def event(self, qevent: QEvent) -> bool:
        """Passes on files the desktop asks to open."""
        if isinstance(qevent, QFileOpenEvent) and qevent.file():
            self.file_asked.emit(qevent.file())
            return True
        return super().event(qevent)


def name_application() -> None:
    """Names that settings, data folders and the desktop go by; before the application is made."""
    QCoreApplication.setOrganizationName("Dateline")
    QCoreApplication.setApplicationName("Dateline")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setApplicationDisplayName("Dateline")
    QGuiApplication.setDesktopFileName("dateline")


def run(files: Sequence[str] = ()) -> int:
    """Opens the window with these files, or hands them to the running one; the exit code."""
    if hindrance := display.why_none():
        print(hindrance, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 1
    name_application()
    app = Application(sys.argv[:1])
    app.setStyle(QStyleFactory.create("Fusion"))
    paths = [Path(name).absolute() for name in files]
    try:
        own = own_folder()
        instance = SingleInstance(own.path)
        if not instance.is_first_or_sends([str(path) for path in paths]):
            return 0
    except TimeoutError:
        print(NOT_ANSWERING, file=sys.stderr)  # noqa: T201
        return 1
    except OSError as error:
        print(NO_FOLDER.format(reason=error), file=sys.stderr)  # noqa: T201
        return 1
    code = _open_window(app, instance, own, paths)
    instance.close()
    return code


def _open_window(app: Application, instance: SingleInstance, own: OwnFolder, paths: list[Path]) -> int:
    # Only the first instance needs the rest of the application.
    from timeline_app.desktop.leaving import Leaving
    from timeline_app.desktop.main_window import MainWindow
    from timeline_app.desktop.recovery import Untitled
    from timeline_app.desktop.settings import Settings
    from timeline_app.desktop.style import apply_theme
    from timeline_app.desktop.unexpected import Unexpected
    from timeline_app.project.readers import begin_loading
    from timeline_app.views.icons import application_icon
    from timeline_app.views.notice_bar import Tone

    settings = Settings()
    # Before the window is made: dressing it again when it stands takes a tenth of a second.
    theme = apply_theme(app, settings.get("look/theme"))
    app.setWindowIcon(application_icon())
    window = MainWindow(settings, Untitled.within(own.path))
    window.follow_theme(theme)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: QTimer.singleShot(0, window, window.dress))
    instance.asked.connect(lambda files: window.open_paths([Path(one) for one in files]))
    app.file_asked.connect(lambda name: window.open_paths([Path(name)]))
    Leaving(window)
    Unexpected(window.guard.notices, window)
    window.show()

    def begin() -> None:
        if paths:
            begin_loading()
        window.begin(paths)
        if own.warning:
            window.guard.notices.say(own.warning, Tone.WARNING)

    # The window is painted before a project is opened and the reading processes start: on a busy machine they would
    # make it wait twice as long.
    QTimer.singleShot(0, window, begin)
    QTimer.singleShot(WARM_AFTER, window, window.intake.warm)
    return app.exec()

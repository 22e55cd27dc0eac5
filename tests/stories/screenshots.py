"""`make screenshots`: pictures of the running window on the sample project, light and dark, for the README.

python -m tests.stories.screenshots [FOLDER]: needs Xvfb; each picture is made by a process and a home of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.stories.screen import ROOT, Screen

FOLDER = ROOT / "resources" / "screenshots"
SIZE = (1440, 900)
LOOKS = ("light", "dark")
#: Milliseconds until labels, overview and page have come to rest.
REST = 2500
#: The stretch of time in the picture, and words in the title of the event that is chosen if there is such a one.
RANGE = ("2017-10-01", "2023-12-31")
WORDS = "indicts"


def main(folder: Path = FOLDER) -> int:
    """Makes all pictures; 0 when they are there."""
    folder.mkdir(parents=True, exist_ok=True)
    screen = Screen(*SIZE)
    try:
        for look in LOOKS:
            with tempfile.TemporaryDirectory() as home:
                target = folder / f"main-{look}.png"
                command = [sys.executable, "-m", "tests.stories.screenshots", look, str(target)]
                subprocess.run(command, env=screen.environment(Path(home)), cwd=ROOT, check=True, timeout=300)
                print(target)
    finally:
        screen.close()
    return 0


def picture(look: str, target: str) -> int:
    """Inside the process: opens the sample in these colours, waits until all is read, and keeps the screen."""
    from PySide6.QtCore import QTimer

    from timeline_app.desktop import application
    from timeline_app.desktop.settings import Settings
    from timeline_app.resources import resource

    opened = application._open_window

    def open_and_look(app, instance, own, paths):
        Settings().set("look/theme", look)
        QTimer.singleShot(0, app, lambda: follow(app, look_for(app), target))
        return opened(app, instance, own, paths)

    application._open_window = open_and_look
    return application.run([str(resource("sample"))])


def look_for(app):
    """The main window."""
    return next(one for one in app.topLevelWidgets() if one.objectName() == "main_window")


def follow(app, window, target):
    """Puts the window over the whole screen, and arranges it when the articles are read."""
    from PySide6.QtCore import QTimer

    window.setGeometry(0, 0, *SIZE)

    def ready():
        arrange(window)
        QTimer.singleShot(REST, window, lambda: keep(app, window, target))

    window.intake.ended.connect(ready)


def arrange(window):
    """Shows a rich stretch of time, with an event chosen in it."""
    from timeline_app.model.edtf import parse_edtf

    first, last = (parse_edtf(day).earliest for day in RANGE)
    window.places.notices.hide()
    window.panes.timeline.set_range(float(first), float(last))
    shown = window.workspace.shown
    known = [
        one
        for one in shown.events
        if WORDS in one.title and one.when is not None and one.when.is_day and first < one.when.earliest < last
    ]
    if known:
        window.navigation.propose(max(known, key=lambda one: one.importance).id)
    event = shown.by_id.get(window.workspace.selection.event_id)
    actor = next((one.actor for one in event.participants if one.actor in shown.colours), "") if event else ""
    window.workspace.selection.select_actor(actor)


def keep(app, window, target):
    """Writes what is on the screen and ends."""
    if not window.screen().grabWindow(0).save(target):
        os._exit(1)
    app.quit()


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] in LOOKS:
        sys.exit(picture(*sys.argv[1:]))
    sys.exit(main(*map(Path, sys.argv[1:])))

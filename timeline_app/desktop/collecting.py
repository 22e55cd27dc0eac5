"""Garbage is looked for on the main thread only.

Python looks for it in whatever thread happens to make new values, and frees what it finds there. Widgets, timers and
painters are among it, as after an error whose traceback held them; Qt ends the program when they go on another thread.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer

from timeline_app.project.bulk import is_paused

#: So many new values, and so many looks at younger ones, until each age is looked through: a look through all of them
#: is felt in the window.
COLLECTED = (20_000, 20, 50)
#: Milliseconds between two looks at how many there are.
TICK = 200


class Collector(QObject):
    """Takes the place of Python's own looking for garbage, until it is stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Free what has become garbage, where enough is new."""
        # What is being made in bulk in another thread is to be left alone.
        if is_paused():
            return
        due = [age for age, number in enumerate(gc.get_count()) if number > COLLECTED[age]]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

"""Arranging events off the window's thread; what is overtaken by newer events is dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal

from timeline_app.layout.arrangement import Arrangement, arrange
from timeline_app.layout.columns import Columns
from timeline_app.layout.lanes import Lane
from timeline_app.layout.metrics import Metrics

#: Up to so many events are arranged at once, before the next paint: it takes a few milliseconds.
AT_ONCE = 1500
#: From so many rows on, a first picture comes with only the coarser half of the labels.
IN_TWO_STEPS = 60_000
QUICK_OCTAVES = 4


class Preparing(QObject):
    """Arranges columns in one background thread, the newest only."""

    #: Arrangement, and whether it is the whole of it.
    arranged = Signal(object, bool)
    _found = Signal(int, object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._found.connect(self._pass_on)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    def start(
        self, build: Callable[[], Columns], lanes: Sequence[Lane], metrics: Metrics, width: float, *, count: int
    ) -> None:
        """Build columns and arrange them; `count` says how many events there are, few being done at once."""
        self._number += 1
        self._pool.clear()
        if count <= AT_ONCE:
            self.arranged.emit(arrange(build(), lanes, metrics, width=width), True)
            return
        self._pool.start(_Job(self, self._number, build, tuple(lanes), metrics, width))

    def is_current(self, number: int) -> bool:
        """Whether nothing newer was asked for."""
        return number == self._number

    def stop(self) -> None:
        """Drop all work and wait for the thread."""
        self._number += 1
        self._pool.clear()
        self._pool.waitForDone()

    def _pass_on(self, number: int, arrangement: object, whole: bool) -> None:
        if self.is_current(number):
            self.arranged.emit(arrangement, whole)

    def report(self, number: int, arrangement: Arrangement, *, whole: bool) -> None:
        """Called from the thread; the signal brings it over to the window's."""
        self._found.emit(number, arrangement, whole)


class _Job(QRunnable):
    def __init__(
        self,
        preparing: Preparing,
        number: int,
        build: Callable[[], Columns],
        lanes: tuple[Lane, ...],
        metrics: Metrics,
        width: float,
    ) -> None:
        super().__init__()
        self._preparing, self._number, self._build = preparing, number, build
        self._lanes, self._metrics, self._width = lanes, metrics, width

    def run(self) -> None:
        """Build, arrange in one or two steps, and report each; stops between steps when overtaken."""
        columns = self._build()
        if len(columns) > IN_TWO_STEPS and self._preparing.is_current(self._number):
            quick = arrange(columns, self._lanes, self._metrics, width=self._width, octaves=QUICK_OCTAVES)
            self._preparing.report(self._number, quick, whole=False)
        if self._preparing.is_current(self._number):
            whole = arrange(columns, self._lanes, self._metrics, width=self._width)
            self._preparing.report(self._number, whole, whole=True)

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
#: Width and height in pixels.
Size = tuple[float, float]


class _Bridge(QObject):
    """Brings what the thread has made over to the window's thread.

    It has no parent, so that a job may still speak when the view it worked for is gone; then nobody listens.
    """

    found = Signal(int, object, bool)
    #: The number of the newest job.
    newest = 0


class Preparing(QObject):
    """Arranges columns in one background thread, the newest only."""

    #: Arrangement, and whether it is the whole of it.
    arranged = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = _Bridge()
        self._bridge.found.connect(self._pass_on)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    def start(
        self, build: Callable[[], Columns], lanes: Sequence[Lane], metrics: Metrics, size: Size, *, count: int
    ) -> None:
        """Build columns and arrange them for a view of this width and height below the axis.

        `count` says how many events there are, few being done at once.
        """
        self._bridge.newest += 1
        self._pool.clear()
        if count <= AT_ONCE:
            self.arranged.emit(arrange(build(), lanes, metrics, width=size[0], height=size[1]), True)
            return
        self._pool.start(_Job(self._bridge, build, tuple(lanes), metrics, size))

    def stop(self) -> None:
        """Drop all work and wait for the thread."""
        self._bridge.newest += 1
        self._pool.clear()
        self._pool.waitForDone()

    def _pass_on(self, number: int, arrangement: Arrangement, whole: bool) -> None:
        if number == self._bridge.newest:
            self.arranged.emit(arrangement, whole)


class _Job(QRunnable):
    def __init__(
        self, bridge: _Bridge, build: Callable[[], Columns], lanes: tuple[Lane, ...], metrics: Metrics, size: Size
    ) -> None:
        super().__init__()
        self._bridge, self._number = bridge, bridge.newest
        self._build, self._lanes, self._metrics, self._size = build, lanes, metrics, size

    def run(self) -> None:
        """Build, arrange in one or two steps, and report each; stops between steps when overtaken."""
        columns = self._build()
        if not self._wanted():
            return
        halfway = self._show_first if len(columns) > IN_TWO_STEPS else None
        width, height = self._size
        whole = arrange(columns, self._lanes, self._metrics, width=width, height=height, halfway=halfway)
        self._bridge.found.emit(self._number, whole, True)

    def _show_first(self, arrangement: Arrangement) -> None:
        self._bridge.found.emit(self._number, arrangement, False)

    def _wanted(self) -> bool:
        return self._number == self._bridge.newest

"""Movement of the visible range: smooth zooms and flights, and gliding on after a drag."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QElapsedTimer, QObject, QTimer, QVariantAnimation

#: Milliseconds of a zoom step and of a flight to a place.
ZOOM_TIME, FLIGHT_TIME = 110, 320
#: A glide loses so much of its speed in a second, and ends below this speed in pixels a second.
FRICTION, SLOWEST = 0.985, 30.0
FRAME_TIME = 16


class Motion(QObject):
    """Moves a range (first, last) towards a target by calling `show`."""

    def __init__(self, show: Callable[[float, float], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        #: Movement can be turned off; then everything is reached at once.
        self.enabled = True
        self._show = show
        self._start = self._target = (0.0, 1.0)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)
        self._glide = QTimer(self)
        self._glide.setInterval(FRAME_TIME)
        self._glide.timeout.connect(self._glide_on)
        self._clock = QElapsedTimer()
        self._speed = 0.0
        self._pan: Callable[[float], None] = lambda _pixels: None

    def target(self, now: tuple[float, float]) -> tuple[float, float]:
        """Where the movement leads; `now` where there is none."""
        return self._target if self._animation.state() == QVariantAnimation.State.Running else now

    def go(self, now: tuple[float, float], first: float, last: float, milliseconds: int = FLIGHT_TIME) -> None:
        """Move to a range."""
        self.stop()
        if not self.enabled:
            self._show(first, last)
            return
        self._start, self._target = now, (first, last)
        self._animation.setDuration(milliseconds)
        self._animation.start()

    def glide(self, pixels_per_second: float, pan: Callable[[float], None]) -> None:
        """Go on panning at this speed, slower and slower."""
        self.stop()
        if not self.enabled or abs(pixels_per_second) < SLOWEST * 4:
            return
        self._speed, self._pan = pixels_per_second, pan
        self._clock.start()
        self._glide.start()

    def stop(self) -> None:
        """Stay here."""
        self._animation.stop()
        self._glide.stop()

    def _step(self, share: float) -> None:
        """Widths change by equal factors in equal times, and places follow so that the path looks straight."""
        (low, high), (first, last) = self._start, self._target
        wide, narrow = high - low, last - first
        width = math.exp(math.log(wide) + (math.log(narrow) - math.log(wide)) * share)
        moved = share if abs(wide - narrow) < 1e-9 * wide else (wide - width) / (wide - narrow)
        middle = (low + high) / 2 + ((first + last) / 2 - (low + high) / 2) * moved
        if share >= 1.0:
            self._show(first, last)
        else:
            self._show(middle - width / 2, middle + width / 2)

    def _glide_on(self) -> None:
        seconds = self._clock.restart() / 1000
        self._pan(self._speed * seconds)
        self._speed *= (1 - FRICTION) ** seconds
        if abs(self._speed) < SLOWEST:
            self._glide.stop()

"""Small pictures that are made once and then stamped, for speed on screen: dots, and clusters with their numbers."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.drawing.theme import colour

#: So many are kept; those not used for longest go first.
KEPT = 4000
#: Pixels left empty around each picture, for what its outline needs.
MARGIN = 4
#: Making one takes as long as drawing it ten times, so no more than these are made for one picture of the view.
MOST_NEW = 12


class Stamps:
    """Stamps pictures on one painter. `vector` draws each of them in full instead, for paper."""

    _pixmaps: ClassVar[OrderedDict[Hashable, QPixmap]] = OrderedDict()
    _seen: ClassVar[set[Hashable]] = set()

    def __init__(self, painter: QPainter, *, vector: bool) -> None:
        self._painter = painter
        self._vector = vector
        self._ratio = painter.device().devicePixelRatioF()
        self._left = MOST_NEW

    def stamp(
        self,
        key: Hashable,
        left: float,
        top: float,
        size: tuple[float, float],
        draw: Callable[[QPainter, float, float], None],
        *,
        at_once: bool = True,
    ) -> None:
        """Put the picture `key` at a place; `draw(painter, left, top)` makes it when it is not there yet.

        Without `at_once` the first time is only drawn: while zooming, many a width is seen but once.
        """
        if self._vector:
            draw(self._painter, left, top)
            return
        whole = (key, self._ratio)
        pixmap = self._pixmaps.get(whole)
        if pixmap is None and not at_once and (whole not in self._seen or not self._left):
            if len(self._seen) > KEPT:
                self._seen.clear()
            self._seen.add(whole)
            draw(self._painter, round(left * self._ratio) / self._ratio, round(top * self._ratio) / self._ratio)
            return
        if pixmap is None:
            self._left = max(0, self._left - 1)
            pixmap = self._pixmaps[whole] = self._made(size, draw)
            if len(self._pixmaps) > KEPT:
                self._pixmaps.popitem(last=False)
        else:
            self._pixmaps.move_to_end(whole)
        x = round((left - MARGIN) * self._ratio) / self._ratio
        y = round((top - MARGIN) * self._ratio) / self._ratio
        self._painter.drawPixmap(QPointF(x, y), pixmap)

    def rounded(self, left: float, right: float, middle: float, height: float, fill: str) -> None:
        """A box with round ends in one colour: two stamped ends and a plain middle."""
        if self._vector:
            _round_box(self._painter, left, middle - height / 2, right - left, height, fill)
            return
        ratio, cap = self._ratio, math.ceil(height / 2)
        left, right = round(left * ratio) / ratio, round(right * ratio) / ratio
        top = round((middle - height / 2) * ratio) / ratio
        if right - left < 2 * cap + 1:
            _round_box(self._painter, left, top, right - left, height, fill)
            return

        def draw(painter: QPainter, x: float, y: float) -> None:
            painter.setClipRect(QRectF(x, y - 1, cap, height + 2))
            _round_box(painter, x, y, 4.0 * cap, height, fill)

        def draw_end(painter: QPainter, x: float, y: float) -> None:
            painter.setClipRect(QRectF(x, y - 1, cap, height + 2))
            _round_box(painter, x - 3.0 * cap, y, 4.0 * cap, height, fill)

        self.stamp((fill, height, "["), left, top, (cap, height), draw)
        self.stamp((fill, height, "]"), right - cap, top, (cap, height), draw_end)
        self._painter.fillRect(QRectF(left + cap, top, right - left - 2 * cap, height), colour(fill))

    def _made(self, size: tuple[float, float], draw: Callable[[QPainter, float, float], None]) -> QPixmap:
        width, height = ((side + 2 * MARGIN) * self._ratio for side in size)
        pixmap = QPixmap(round(width) + 1, round(height) + 1)
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        draw(painter, float(MARGIN), float(MARGIN))
        painter.end()
        return pixmap

    @classmethod
    def forget(cls) -> None:
        """Let go of all pictures, when the theme changes."""
        cls._pixmaps.clear()
        cls._seen.clear()


def _round_box(painter: QPainter, left: float, top: float, width: float, height: float, fill: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill))
    radius = min(width, height) / 2
    painter.drawRoundedRect(QRectF(left, top, width, height), radius, radius)

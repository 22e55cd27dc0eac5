"""Small pictures that are made once and then stamped, for speed on screen: dots, and clusters with their numbers."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import ClassVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

#: So many are kept; those not used for longest go first.
KEPT = 4000
#: Pixels left empty around each picture, for what its outline needs.
MARGIN = 4


class Stamps:
    """Stamps pictures on one painter. `vector` draws each of them in full instead, for paper."""

    _pixmaps: ClassVar[OrderedDict[Hashable, QPixmap]] = OrderedDict()

    def __init__(self, painter: QPainter, *, vector: bool) -> None:
        self._painter = painter
        self._vector = vector
        self._ratio = painter.device().devicePixelRatioF()

    def stamp(
        self,
        key: Hashable,
        left: float,
        top: float,
        size: tuple[float, float],
        draw: Callable[[QPainter, float, float], None],
    ) -> None:
        """Put the picture `key` at a place; `draw(painter, left, top)` makes it when it is not there yet."""
        if self._vector:
            draw(self._painter, left, top)
            return
        whole = (key, self._ratio)
        pixmap = self._pixmaps.get(whole)
        if pixmap is None:
            pixmap = self._pixmaps[whole] = self._made(size, draw)
            if len(self._pixmaps) > KEPT:
                self._pixmaps.popitem(last=False)
        else:
            self._pixmaps.move_to_end(whole)
        x = round((left - MARGIN) * self._ratio) / self._ratio
        y = round((top - MARGIN) * self._ratio) / self._ratio
        self._painter.drawPixmap(QPointF(x, y), pixmap)

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

"""The icons: line drawings in `resources/icons`, tinted when they are painted, sharp at every scale.

An icon is drawn in the colour of the text it stands beside, so light and dark need no second set.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from timeline_app.resources import resource


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    """A drawing in one colour. Raises FileNotFoundError for an icon that does not exist."""
    drawing = resource("icons", f"{name}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, name: str, rect: QRect | QRectF, colour: QColor) -> None:
    """Draws an icon into `rect` in one colour; its transparency counts."""
    painter.save()
    painter.setOpacity(painter.opacity() * colour.alphaF())
    _renderer(name, colour.name()).render(painter, QRectF(rect))
    painter.restore()


class _TintedEngine(QIconEngine):
    """Paints in the palette's colours at the time of painting, so a change of theme needs no new icons."""

    def __init__(self, name: str, role: QPalette.ColorRole | None, colour: QColor | None) -> None:
        super().__init__()
        self._name, self._role, self._colour = name, role, colour

    def _tint(self, mode: QIcon.Mode) -> QColor:
        if self._colour is not None and mode != QIcon.Mode.Disabled:
            return self._colour
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        return QGuiApplication.palette().color(group, self._role or QPalette.ColorRole.ButtonText)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        paint_icon(painter, self._name, rect, self._tint(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        if size.isEmpty():
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        return pixmap

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._role, self._colour)


def icon(name: str, role: QPalette.ColorRole | None = None, *, colour: QColor | None = None) -> QIcon:
    """An icon in the colour of button texts, of another role of the palette, or in a fixed colour."""
    # Asked for at once so that a missing file shows at start and not at the first painting.
    resource("icons", f"{name}.svg").stat()
    return QIcon(_TintedEngine(name, role, colour))


def application_icon() -> QIcon:
    """The application's own icon, in its own colours."""
    return QIcon(str(resource("icons", "dateline.svg")))

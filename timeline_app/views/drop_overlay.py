"""The veil over the window while files are dragged over it, saying what will happen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from timeline_app.drawing.theme import colour, current_theme, font
from timeline_app.views.icons import paint_icon


class DropOverlay(QWidget):
    """Covers its parent; lets the drag through to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Drop to add")
        self._words = ""
        parent.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What the veil says."""
        return self._words

    def offer(self, words: str) -> None:
        """Shows the veil with these words."""
        self._words = words
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()

    def eventFilter(self, watched: QObject, qevent: QEvent) -> bool:
        if qevent.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return False

    def paintEvent(self, _qevent: QPaintEvent) -> None:
        theme = current_theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), colour(theme.window, 0.96))
            frame = QRectF(self.rect()).adjusted(14, 14, -14, -14)
            pen = QPen(colour(theme.accent), 2.5, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(colour(theme.accent_soft, 0.6))
            painter.drawRoundedRect(frame, 14, 14)
            middle = frame.center()
            paint_icon(painter, "drop", QRectF(middle.x() - 32, middle.y() - 70, 64, 64), colour(theme.accent))
            painter.setPen(colour(theme.text))
            painter.setFont(font(22, bold=True))
            place = QRectF(frame.left(), middle.y() + 8, frame.width(), 36)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._words)

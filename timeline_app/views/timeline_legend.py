"""The legend as a small pane, one click away from the timeline."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.drawing.legend import ENTRIES, legend_size, paint_legend
from timeline_app.drawing.theme import Theme, colour, current_theme

MARGIN = 12.0


class LegendView(QWidget):
    """Shows what each shape on the timeline means."""

    def __init__(self, parent: QWidget | None = None, *, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or current_theme()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Legend")
        self.setAccessibleDescription(", ".join(entry.words for entry in ENTRIES))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Two or three lines."""
        return QSize(560, self.heightForWidth(560))

    def heightForWidth(self, width: int) -> int:
        """As high as its lines at this width."""
        return round(legend_size(self._theme, width - 2 * MARGIN).height() + 2 * MARGIN)

    def paintEvent(self, _qevent: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour(self._theme.surface))
            paint_legend(painter, MARGIN, MARGIN, self.width() - 2 * MARGIN, theme=self._theme)

"""The bar that scrolls the lanes."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollBar, QWidget

from timeline_app.drawing.theme import Theme
from timeline_app.views.timeline_port import Viewport


class LaneScrollBar(QScrollBar):
    """A slim bar without buttons, there only while lanes do not fit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.set_theme(theme)
        self.setAccessibleName("Scroll the lanes")
        self.hide()

    def follow(self, port: Viewport) -> None:
        """Show how far the lanes are scrolled; tells nobody."""
        self.blockSignals(True)
        self.setPageStep(round(port.body_height))
        self.setSingleStep(round(self._theme.metrics.row_height))
        self.setRange(0, round(port.longest_scroll))
        self.setValue(round(port.scroll))
        self.blockSignals(False)
        self.setVisible(port.longest_scroll > 0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in a theme's colours."""
        self._theme = theme
        self.setStyleSheet(
            f"QScrollBar:vertical {{ background: {theme.panel}; width: 11px; margin: 0; border: 0; }}"
            f"QScrollBar::handle:vertical {{ background: {theme.grid_strong}; border-radius: 4px; min-height: 28px;"
            " margin: 2px 2px 2px 1px; }"
            f"QScrollBar::handle:vertical:hover {{ background: {theme.neutral}; }}"
            "QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }"
            "QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: none; }"
        )

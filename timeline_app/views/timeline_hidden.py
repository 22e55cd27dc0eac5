"""What tells that lanes are hidden, and shows them again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from timeline_app.drawing.theme import Theme, font


class HiddenLanes(QWidget):
    """A line below the timeline, there only while lanes are hidden."""

    def __init__(self, show_all: Callable[[], None], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        # Long names are cut off rather than making the window wide.
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words.setMinimumWidth(60)
        self.button = QPushButton("Show")
        self.button.setFlat(True)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(show_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 2, 6, 2)
        row.setSpacing(6)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("hidden_lanes")
        self.set_theme(theme)
        self.hide()

    def tell(self, titles: Sequence[str]) -> None:
        """Name the lanes that are hidden; without any, nothing is seen."""
        count = "1 lane hidden" if len(titles) == 1 else f"{len(titles)} lanes hidden"
        self._words.setText(f"{count}: {', '.join(titles)}")
        self._words.setToolTip("\n".join(titles))
        self.button.setAccessibleName("Show the hidden lane" if len(titles) == 1 else "Show all hidden lanes")
        self.button.setToolTip("Show all lanes (Shift+H)")
        self.setVisible(bool(titles))

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        small = font(theme.metrics.font_small)
        self._words.setFont(small)
        self.button.setFont(font(theme.metrics.font_small, bold=True))
        self.setStyleSheet(
            f"#hidden_lanes {{ background: {theme.panel}; border-top: 1px solid {theme.border}; }}"
            f"#hidden_lanes QLabel {{ color: {theme.text_muted}; }}"
            f"#hidden_lanes QPushButton {{ color: {theme.accent}; background: transparent; border: 0;"
            " padding: 3px 8px; }"
            f"#hidden_lanes QPushButton:hover, #hidden_lanes QPushButton:focus {{ background: {theme.accent_soft};"
            " border-radius: 4px; }"
        )

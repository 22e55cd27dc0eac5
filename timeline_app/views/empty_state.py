"""What an empty project shows: what Dateline does, and the ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.drawing.theme import colour, current_theme
from timeline_app.views.cards import label
from timeline_app.views.icons import icon, paint_icon

WAYS = (
    ("open_asked", "Open…", "open", "Open a project or article files."),
    ("paste_asked", "Paste text…", "paste", "Add an article from pasted words."),
    ("sample_asked", "Look at the sample project", "sample", "Real articles with their timeline."),
)


class EmptyState(QWidget):
    """A large field to drop articles on, with three buttons."""

    open_asked = Signal()
    paste_asked = Signal()
    sample_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self.setAccessibleName("Empty project")
        title = label("Drop articles here", "headline")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(
            "Text, web pages, PDF, Word documents and e-mail, or a folder of them.\n"
            "Every dated event in them appears on the timeline, with the exact words it came from.\n"
            "Nothing leaves this computer.",
            "lead",
            wraps=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for signal, text, icon_name, tip in WAYS:
            button = QPushButton(icon(icon_name), text)
            button.setToolTip(tip)
            button.setObjectName(signal)
            button.clicked.connect(getattr(self, signal))
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.addStretch(3)
        column.addSpacing(84)
        column.addWidget(title)
        column.addSpacing(8)
        column.addWidget(words)
        column.addSpacing(20)
        column.addLayout(row)
        column.addStretch(4)
        self._title = title

    def paintEvent(self, _qevent: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(theme.surface))
        painter.setPen(QPen(colour(theme.grid_strong), 2, Qt.PenStyle.DashLine))
        painter.setBrush(colour(theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(24, 24, -24, -24), 14, 14)
        top = self._title.geometry().top()
        paint_icon(painter, "drop", QRectF(self.width() / 2 - 32, top - 80, 64, 64), colour(theme.accent))
        painter.end()

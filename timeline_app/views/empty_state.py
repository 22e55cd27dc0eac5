"""What an empty project shows: what Dateline does, and the ways to begin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.drawing.theme import colour, current_theme
from timeline_app.views.cards import clear_layout, label, quiet_button
from timeline_app.views.icons import icon, paint_icon
from timeline_app.views.words import shorten

TITLE = "Drop articles here"
MOST_RECENT = 4
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
    #: The path of a project.
    recent_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self.setAccessibleName("Empty project")
        title = label(TITLE, "headline")
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
        self._ways = QWidget()
        row = QHBoxLayout(self._ways)
        row.setContentsMargins(0, 0, 0, 0)
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
        column.addWidget(self._ways)
        column.addSpacing(14)
        column.addWidget(self._make_recent())
        column.addStretch(4)
        self._title, self._words = title, words

    def _make_recent(self) -> QWidget:
        self._recent = QWidget()
        self._recent.setObjectName("recent")
        row = QHBoxLayout(self._recent)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        row.addWidget(label("Go on with", "muted"))
        self._links = QHBoxLayout()
        row.addLayout(self._links)
        row.addStretch(1)
        self._recent.hide()
        return self._recent

    def show_recent(self, projects: Sequence[tuple[str, Path]]) -> None:
        """Offers projects to go on with: a name and where it is."""
        clear_layout(self._links)
        for name, path in projects[:MOST_RECENT]:
            link = quiet_button("recent_project", shorten(name, 30), tip=str(path))
            link.clicked.connect(lambda _checked=False, path=path: self.recent_asked.emit(path))
            self._links.addWidget(link)
        self._recent.setVisible(bool(projects))

    def take_focus(self) -> None:
        """Gives the first way to begin the focus."""
        self.findChildren(QPushButton)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_opening(self, name: str) -> None:
        """Says that a project is being opened, instead of the ways to begin; "" shows these again."""
        self._title.setText(f"Opening “{shorten(name, 40)}” …" if name else TITLE)
        for widget in (self._words, self._ways):
            widget.setVisible(not name)
        if name:
            self._recent.hide()

    def paintEvent(self, _qevent: QPaintEvent) -> None:
        theme = current_theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), colour(theme.surface))
            painter.setPen(QPen(colour(theme.grid_strong), 2, Qt.PenStyle.DashLine))
            painter.setBrush(colour(theme.panel))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(24, 24, -24, -24), 14, 14)
            top = self._title.geometry().top()
            paint_icon(painter, "drop", QRectF(self.width() / 2 - 32, top - 80, 64, 64), colour(theme.accent))

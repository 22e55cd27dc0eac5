"""Sentences for the person at the desk, in a bar that blocks nothing: errors, outcomes, offers."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from timeline_app.drawing.theme import colour, current_theme
from timeline_app.views.cards import clear_layout, label, quiet_button
from timeline_app.views.icons import icon

#: An outcome that needs no answer leaves after so many milliseconds.
STAY = 6000


class Tone(StrEnum):
    """How much a sentence matters; the value is its icon."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"


class NoticeBar(QFrame):
    """The bar; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice_bar")
        self.setProperty("part", "notice")
        self._icon = QLabel()
        self._words = label(wraps=True, selectable=True)
        self._words.setObjectName("notice_words")
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._offers = QHBoxLayout()
        self._more = quiet_button("notice_more", "Show all")
        self._more.clicked.connect(self._toggle_details)
        close = quiet_button("notice_close", "Close this message", icon_name="dismiss")
        close.clicked.connect(self.dismiss)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setAccessibleName("Details")
        self._details.setMaximumHeight(140)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._more)
        row.addLayout(self._offers)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 7, 10, 7)
        column.addLayout(row)
        column.addWidget(self._details)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._until_change = False
        self.hide()

    @property
    def words(self) -> str:
        """The sentence that is shown, or nothing."""
        return "" if self.isHidden() else self._words.text()

    def say(
        self,
        sentence: str,
        tone: Tone = Tone.INFO,
        *,
        offers: tuple[tuple[str, Callable[[], None]], ...] = (),
        details: str = "",
        until_change: bool = False,
    ) -> None:
        """Shows a sentence, with buttons for what one may do about it and a longer text behind “Show all”.

        With `until_change` it is about the last change only: the next one takes it away.
        """
        self._until_change = until_change
        theme = current_theme()
        ink = {Tone.INFO: theme.accent, Tone.SUCCESS: theme.success, Tone.WARNING: theme.warning}[tone]
        self._icon.setPixmap(icon(tone.value, QPalette.ColorRole.Text, colour=colour(ink)).pixmap(20, 20))
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        clear_layout(self._offers)
        for words, act in offers:
            button = QPushButton(words)
            button.setProperty("part", "small")
            button.clicked.connect(lambda _checked=False, act=act: self._take(act))
            self._offers.addWidget(button)
        self._details.setPlainText(details)
        self._details.hide()
        self._more.setVisible(bool(details))
        self._more.setText("Show all")
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        if tone is Tone.WARNING or offers or details:
            self._timer.stop()
        else:
            self._timer.start(STAY)

    def outlive_change(self) -> None:
        """The project was changed: an offer to undo would concern another step now."""
        if self._until_change:
            self.dismiss()

    def dismiss(self) -> None:
        """Takes the sentence away."""
        self._timer.stop()
        self.hide()

    def _take(self, act: Callable[[], None]) -> None:
        self.dismiss()
        act()

    def _toggle_details(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self._more.setText("Show less" if shown else "Show all")

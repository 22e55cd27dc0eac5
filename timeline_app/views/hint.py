"""A few words over an empty timeline: why there is nothing to see, and a button for what one may do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from timeline_app.views.cards import label


class Hint(QFrame):
    """Stands in the middle of the widget it is put over; hidden while there is nothing to say."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("part", "popup")
        self._over = over
        self._act: Callable[[], None] = lambda: None
        self._words = label()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        self.button.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 18)
        column.setSpacing(10)
        column.addWidget(self._words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        over.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What is said, or nothing."""
        return "" if self.isHidden() else self._words.text()

    def say(self, words: str, offer: str = "", act: Callable[[], None] = lambda: None) -> None:
        """Shows these words, and a button that does `act`; no words hide it."""
        self._words.setText(words)
        self._act = act
        self.button.setText(offer)
        self.button.setVisible(bool(offer))
        self.setVisible(bool(words))
        self._centre()

    def _take(self) -> None:
        self._act()

    def eventFilter(self, watched: QObject, qevent: QEvent) -> bool:
        """Stays in the middle."""
        if watched is self._over and qevent.type() == QEvent.Type.Resize:
            self._centre()
        return False

    def _centre(self) -> None:
        self.adjustSize()
        room = self._over.rect().center() - self.rect().center()
        self.move(max(0, room.x()), max(0, room.y()))
        self.raise_()

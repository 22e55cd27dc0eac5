"""The status bar: counts, progress of reading with Cancel, review, range, time under the pointer, saved or not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStatusBar, QWidget

from timeline_app.views.cards import label, quiet_button
from timeline_app.views.shown import Shown
from timeline_app.views.words import count, instant_words, range_words

#: So many milliseconds a passing remark stays.
REMARK = 5000


class StatusLine(QStatusBar):
    """Words only; it is told what to say."""

    cancel_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self._counts, self._review = label(), label()
        self._counts.setObjectName("status_counts")
        self._review.setObjectName("status_review")
        self._pointer, self._range, self._saved = label(), label(), label("all changes saved")
        self._saved.setObjectName("status_saved")
        self._days = (0.0, 1.0)
        self._progress = QWidget()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(190)
        self._bar.setAccessibleName("Progress of reading")
        self._reading = label()
        self._reading.setObjectName("status_reading")
        self.cancel = quiet_button("cancel_reading", "Cancel")
        self.cancel.clicked.connect(self.cancel_asked)
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(8, 0, 0, 0)
        for widget in (self._bar, self._reading, self.cancel):
            row.addWidget(widget)
        self._progress.hide()
        self.addWidget(self._counts)
        self.addWidget(self._review)
        self.addWidget(self._progress)
        self.legend = quiet_button("show_legend", "Legend", tip="What each shape on the timeline means (Shift+F1)")
        for widget in (self._pointer, self._range, self._saved, self.legend):
            self.addPermanentWidget(widget)

    def say(self, words: str) -> None:
        """A passing remark in the place of the counts."""
        self.showMessage(words, REMARK)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def show_counts(self, shown: Shown) -> None:
        """Counts of what is shown, and how much of it has been checked."""
        read = sum(1 for entry in shown.articles if entry.id)
        some = f"{len(shown.events):,} of " if len(shown.events) < shown.total else ""
        parts = (
            some + count(max(len(shown.events), shown.total), "event"),
            count(len(shown.actors), "actor"),
            count(read, "article"),
        )
        self._counts.setText(" · ".join(parts))
        self._review.setText(f"{len(shown.checked):,} of {len(shown.events):,} checked" if shown.checked else "")

    def show_range(self, first: float, last: float) -> None:
        """The stretch of time in view."""
        self._days = (first, last)
        self._range.setText(range_words(first, last))

    def show_pointer(self, time: float | None) -> None:
        """The time under the pointer."""
        self._pointer.setText("" if time is None else instant_words(time, self._days[1] - self._days[0]))

    def show_reading(self, done: int, total: int) -> None:
        """How far reading has come; all done hides it."""
        self._progress.setVisible(total > 0)
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(done)
        self._reading.setText(f"Reading {min(done + 1, total):,} of {total:,} articles …")

    def show_saved(self, *, saved: bool) -> None:
        """Whether every change is on disk."""
        self._saved.setText("all changes saved" if saved else "saving …")

"""Errors that nobody foresaw: the window goes on, says that there was one, and keeps nothing of it."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from timeline_app.views.notice_bar import NoticeBar, Tone

SENTENCE = (
    "Dateline stumbled over something it did not expect. What was changed before is saved. "
    "If it happens again, start Dateline anew, and send its makers what “Show all” shows."
)
#: Python keeps the last error under these names, and with its traceback all that was in hand.
KEPT = ("last_exc", "last_type", "last_value", "last_traceback")


class Unexpected(QObject):
    """Hears of every error that nothing else caught, in whatever thread."""

    _met = Signal(str)

    def __init__(self, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._notices = notices
        self._told: set[str] = set()
        # A method of ours, so that what another thread tells arrives on the main one.
        self._met.connect(self._tell)
        sys.excepthook = self.hear

    def hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Writes the error to the terminal, as Python does, and has the window say that there was one."""
        sys.__excepthook__(kind, error, trace)
        details = "".join(traceback.format_exception(kind, error, trace))
        for name in KEPT:
            if hasattr(sys, name):
                setattr(sys, name, None)
        self._met.emit(details)

    def _tell(self, details: str) -> None:
        # Once each: where painting fails, it fails again with every picture.
        if details not in self._told:
            self._told.add(details)
            self._notices.say(SENTENCE, Tone.WARNING, details=details)

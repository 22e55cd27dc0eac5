"""Ctrl+C in the terminal, and the system's wish that the application end, close the window as a click does."""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

#: By Ctrl+C, at the end of a session, and when the terminal is closed.
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class Leaving(QObject):
    """Hears signals while Qt waits for events, when Python itself would hear nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if sys.platform == "win32":  # a program with a window is sent none there
            return
        self._heard, told = os.pipe()
        os.set_blocking(self._heard, False)
        os.set_blocking(told, False)
        signal.set_wakeup_fd(told, warn_on_full_buffer=False)
        for name in SIGNALS:
            signal.signal(getattr(signal, name), lambda *_: None)
        notifier = QSocketNotifier(self._heard, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._leave)

    def _leave(self) -> None:
        os.read(self._heard, 64)
        QApplication.closeAllWindows()

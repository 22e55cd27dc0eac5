"""One running Dateline for one person: a second start hands its files to the first and ends.

A lock file says who is first (also after a crash: the lock of a dead process does not count); a local socket, which
is not a network connection, carries the file names.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

#: Milliseconds to wait for the first instance to be there, and seconds for its answer: it may be busy starting.
PATIENCE = 3000
ANSWER_WITHIN = 30.0
#: Seconds until it is tried again where the first instance is not there yet, or just going.
PAUSE = 0.1


class SingleInstance(QObject):
    """Either the first instance, which listens, or a later one, which sends."""

    asked = Signal(list)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(self._folder / "running.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._heard: dict[QLocalSocket, bytes] = {}

    @property
    def name(self) -> str:
        """The socket's name: short (some systems allow 100 characters) and different for each person and folder."""
        # By number where there are numbers: in a container a person may have no name.
        person = os.getuid() if hasattr(os, "getuid") else getpass.getuser()
        known = f"{person}:{self._folder}"
        return f"dateline-{hashlib.sha256(known.encode()).hexdigest()[:16]}"

    def is_first(self) -> bool:
        """Takes the lock if it is free and begins to listen."""
        # Where no lock can be made, as on a full disk, nobody else has one either.
        if not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError:
            return False
        QLocalServer.removeServer(self.name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        self._server.listen(self.name)
        return True

    def is_first_or_sends(self, files: Sequence[str], within: float = ANSWER_WITHIN) -> bool:
        """Becomes the first instance, or hands absolute paths to it; raises TimeoutError when it never answers."""
        until = time.monotonic() + within
        while not self.is_first():
            if self.send(files, within):
                return False
            if time.monotonic() >= until:
                raise TimeoutError
            time.sleep(PAUSE)
        return True

    def send(self, files: Sequence[str], within: float = ANSWER_WITHIN) -> bool:
        """Hands absolute paths to the first instance; False if it does not answer."""
        socket = QLocalSocket()
        socket.connectToServer(self.name)
        if not socket.waitForConnected(PATIENCE):
            return False
        socket.write(json.dumps({"open": list(files)}).encode() + b"\n")
        sent = socket.waitForBytesWritten(PATIENCE)
        heard = sent and socket.waitForReadyRead(int(within * 1000))
        socket.disconnectFromServer()
        return heard

    def close(self) -> None:
        """Stops listening and frees the lock."""
        for socket in tuple(self._heard):
            # The server takes its sockets with it: they must not tell us that they part while they go.
            socket.readyRead.disconnect()
            socket.disconnected.disconnect()
            socket.abort()
        self._heard.clear()
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        self._lock.unlock()

    def _welcome(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._heard[socket] = b""
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            socket.disconnected.connect(lambda socket=socket: self._part(socket))
            if socket.bytesAvailable():
                self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        heard = self._heard.get(socket, b"") + bytes(socket.readAll().data())
        self._heard[socket] = heard
        if not heard.endswith(b"\n"):
            return
        self._heard[socket] = b""
        socket.write(b"ok\n")
        socket.flush()
        try:
            files = [str(name) for name in json.loads(heard)["open"]]
        except (ValueError, KeyError, TypeError):
            return
        self.asked.emit(files)

    def _part(self, socket: QLocalSocket) -> None:
        self._heard.pop(socket, None)
        socket.deleteLater()

"""A page in headless Chromium, spoken to over two pipes in its DevTools protocol."""

from __future__ import annotations

import json
import os
import select
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any


class Page:
    """One page that is loaded and can evaluate expressions."""

    def __init__(self, chromium: str, address: str) -> None:
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()
        command = [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe",
            "--disable-background-networking", "--allow-file-access-from-files", "--window-size=1600,900",
            f"--user-data-dir={self._folder.name}", "about:blank",
        ]  # fmt: skip

        def take_pipes() -> None:
            # Chromium reads from 3 and writes to 4; neither end may be overwritten before it is copied.
            low, high = os.dup(to_read), os.dup(to_write)
            os.dup2(low, 3)
            os.dup2(high, 4)

        self._process = subprocess.Popen(
            command,
            preexec_fn=take_pipes,  # noqa: PLW1509 – there is no other way to give a process these two numbers
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)
        self._number, self._rest, self._deadline = 0, b"", time.monotonic() + 60.0
        target = self._send("Target.createTarget", url=address)["targetId"]
        self._session = self._send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for method in ("Performance.enable", "Runtime.enable"):
            self._send(method, self._session)
        while not self.evaluate("document.readyState === 'complete' && location.href !== 'about:blank'"):
            time.sleep(0.05)

    def evaluate(self, expression: str, *, seconds: float = 120.0) -> Any:
        """The value of an expression, waited for if it is a promise.

        Raises RuntimeError with what the page says, TimeoutError when it takes longer.
        """
        self._deadline = time.monotonic() + seconds
        answer = self._send(
            "Runtime.evaluate", self._session, expression=expression, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:500])
        return answer["result"].get("value")

    def busy(self) -> float:
        """Seconds that the page's main thread has worked so far."""
        self._deadline = time.monotonic() + 60.0
        metrics = self._send("Performance.getMetrics", self._session)["metrics"]
        return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))

    def close(self) -> None:
        """End the browser, whatever it is at."""
        self._process.kill()
        self._process.wait()
        os.close(self._write)
        os.close(self._read)
        self._folder.cleanup()

    def _send(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._write, data) :]
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(answer["error"]["message"])
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            left = self._deadline - time.monotonic()
            if not select.select([self._read], [], [], max(left, 0.0))[0]:
                raise TimeoutError
            more = os.read(self._read, 1 << 20)
            if not more:
                raise RuntimeError("Chromium ended")
            self._rest += more
        message, _, self._rest = self._rest.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer


def page_address(page: Path) -> str:
    """The address of a file."""
    return page.resolve().as_uri()

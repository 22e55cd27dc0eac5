"""Nothing leaves the machine: no process of the application opens a connection, asks for a name or listens."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.source_tree import ROOT, imports, modules, name_of

SAMPLES = ROOT / "resources" / "sample"

#: Python loads a module of this name at every start, so worker processes are watched as well.
WATCH = """
import os, sys

LOG = os.environ["DATELINE_NETWORK_LOG"]
ALWAYS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request", "http.client.connect"}
ADDRESSED = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}
#: urllib3, which comes with the reader of web pages, asks so whether the system knows IPv6; nothing is sent or heard.
KNOWS_IPV6 = ("socket.bind", ("::1", 0))

def watch(event, arguments):
    to_network = event in ADDRESSED and isinstance(arguments[-1], tuple)
    if (event in ALWAYS or to_network) and (event, arguments[-1]) != KNOWS_IPV6:
        with open(LOG, "a", encoding="utf-8") as log:
            log.write(f"{event} {arguments[-1]!r}\\n")
        raise PermissionError(f"the network is closed: {event}")

sys.addaudithook(watch)
"""

#: Local sockets are files: the second start of the application speaks to the first through one.
LOCAL_ONLY = {"QLocalServer", "QLocalSocket"}
NETWORK_MODULES = {"socket", "socketserver", "http", "ftplib", "smtplib", "requests", "httpx", "urllib3", "xmlrpc"}


@pytest.fixture
def watched(tmp_path):
    """Runs Python with the network watched; gives back what it printed and fails on any attempt."""
    (tmp_path / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    log = tmp_path / "network.log"
    log.touch()

    def run(*arguments, may_try=False):
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)]),
            "DATELINE_NETWORK_LOG": str(log),
        }
        done = subprocess.run(
            [sys.executable, *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        attempts = log.read_text(encoding="utf-8")
        if not may_try:
            assert attempts == ""
            assert done.returncode == 0, done.stderr
        return done, attempts

    return run


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
        "import urllib.request; urllib.request.urlopen('http://localhost:9/')",
        "import socket; socket.socket().bind(('127.0.0.1', 0))",
    ],
)
def test_the_watch_sees_an_attempt(watched, code):
    done, attempts = watched("-c", code, may_try=True)
    assert attempts
    assert "the network is closed" in done.stderr


def test_loading_everything(watched):
    names = [name_of(path) for path in modules() if path.name != "__main__.py"]
    watched("-c", "import importlib, sys; [importlib.import_module(name) for name in sys.argv[1:]]", *names)


def test_reading_the_sample_articles(watched):
    done, _ = watched("-m", "timeline_app", "extract", str(SAMPLES))
    assert len(done.stdout.splitlines()) >= 11


def test_drawing_the_sample_articles(watched, tmp_path):
    watched("-m", "timeline_app", "render", str(SAMPLES / "qatar-mediation.txt"), "-o", str(tmp_path / "out.pdf"))
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_no_module_uses_the_network():
    uses = []
    for path in modules():
        for line, name in imports(path):
            parts = name.split(".")
            qt_network = parts[:2] == ["PySide6", "QtNetwork"] and parts[-1] not in LOCAL_ONLY
            if qt_network or parts[0] in NETWORK_MODULES or name.startswith("urllib.request"):
                uses.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert not uses, "\n".join(uses)

"""No file takes the machine: each hostile one is answered within seconds and a few hundred megabytes."""

from __future__ import annotations

import subprocess
import sys

import pytest

#: Seconds of CPU time and megabytes. The aim is 2 s on a quiet machine.
MOST_SECONDS, MOST_MEGABYTES = 4.0, 500

SCRIPT = """
import io, sys, time, zipfile, zlib
from tests.formats import builders
from timeline_app.formats import CannotRead, read_bytes
M = 1 << 20
def zip_bomb():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(300):
            part.write(b"A" * M)
    return buffer.getvalue()
def most_memory():
    # The kernel's own count of this process: getrusage hands on what the parent held when it started us.
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))
HEAD = b"From: a@b.c\\nSubject: x\\nMessage-ID: <1>\\nMIME-Version: 1.0\\n"
FILES = {
    "big.txt": lambda: "\\u041f\\u0440\\u0438 ".encode("cp1251") * (12 * M),
    "deep.html": lambda: b"<html><body>" + b"<div>" * 100_000 + b"Hello" + b"</div>" * 100_000,
    "wide.html": lambda: b"<html><body>" + b"<p>word word." * (7 * M // 13),
    "many.html": lambda: b"<html><body>" + b"<p>word word word word word.</p>" * 14_000,
    "open.html": lambda: b"<html><body>hello " + b"<script " * (7 * M // 8),
    "bomb.docx": zip_bomb,
    "deep.docx": lambda: builders.docx_file("<w:p>" * 100_000),
    "junk.pdf": lambda: b"%PDF-1.4\\n" + zlib.compress(bytes(range(256)) * 999, 0) * 100,
    "streams.pdf": lambda: b"%PDF-1.4\\n" + b"1 0 obj << /FlateDecode >> stream\\nx " * 500_000,
    "deep.eml": lambda: b"From: a\\nSubject: x\\nContent-Type: message/rfc822\\n\\n" * 1000 + HEAD,
    "parts.eml": lambda: HEAD + b"Content-Type: multipart/mixed; boundary=b\\n\\n" + b"--b\\n\\nhi\\n" * 300_000,
    "header.eml": lambda: HEAD + b"To: " + b"=?utf-8?q?a?= (( <a@b.c>, " * 200_000 + b"\\n\\nwords",
}
read_bytes("a.html", builders.html())
for name, make in FILES.items():
    data = make()
    start = time.process_time()
    try:
        outcome = f"{len(read_bytes(name, data).text)} characters"
    except CannotRead as error:
        outcome = error.sentence
    seconds = time.process_time() - start
    print(seconds, most_memory(), name, outcome, sep="|")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_time_and_memory():
    result = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    lines = result.stdout.strip().splitlines()
    assert len(lines) == 12
    for line in lines:
        seconds, megabytes, outcome = line.split("|", 2)
        assert float(seconds) < MOST_SECONDS, outcome
        assert int(megabytes) < MOST_MEGABYTES, outcome

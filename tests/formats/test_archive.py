from __future__ import annotations

import io
import struct
import zipfile
from functools import cache

import pytest

from tests.formats import builders
from timeline_app.formats import CannotRead, Fault, read_bytes
from timeline_app.formats.archive import open_archive, read_part
from timeline_app.formats.limits import MAX_UNPACKED_PART

MEGABYTE = 1 << 20


@cache
def packed_zeros(megabytes: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(megabytes):
            part.write(b" " * MEGABYTE)
    return buffer.getvalue()


def with_declared_size(data: bytes, size: int) -> bytes:
    """The same archive telling another size of its first part."""
    changed = bytearray(data)
    at = data.rfind(b"PK\x01\x02")
    changed[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(changed)


def refusal(data: bytes) -> CannotRead:
    with pytest.raises(CannotRead) as caught:
        read_bytes("a.docx", data)
    return caught.value


def test_bomb_by_its_declared_size():
    assert refusal(packed_zeros(100)).code is Fault.BOMB


def test_bomb_that_declares_a_small_size():
    assert refusal(with_declared_size(packed_zeros(100), 1000)).code in (Fault.BOMB, Fault.DAMAGED)


def test_bomb_that_declares_a_small_ratio(monkeypatch):
    data = packed_zeros(100)
    monkeypatch.setattr("timeline_app.formats.archive.MAX_RATIO", 10**9)
    assert refusal(data).code is Fault.BOMB


def test_never_more_than_the_limit_is_unpacked(monkeypatch):
    monkeypatch.setattr("timeline_app.formats.archive.MAX_UNPACKED_PART", 1000)
    with open_archive(packed_zeros(1), "a.docx", "Word document") as archive, pytest.raises(CannotRead) as caught:
        read_part(archive, "word/document.xml", "a.docx", "Word document")
    assert caught.value.code is Fault.BOMB
    assert MAX_UNPACKED_PART > 1000


def test_too_many_parts():
    assert refusal(builders.zip_file({f"word/document{number}": "" for number in range(10_100)})).code is Fault.BOMB


def test_locked_parts():
    data = bytearray(builders.docx())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    assert refusal(bytes(data)).code is Fault.ENCRYPTED


def test_wrong_checksum():
    data = builders.docx()
    at = data.find(b"word/document.xml") + 60
    assert refusal(data[:at] + bytes(20) + data[at + 20 :]).code is Fault.DAMAGED

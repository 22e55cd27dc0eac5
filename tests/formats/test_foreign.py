from __future__ import annotations

import pytest

from tests.formats import builders
from timeline_app.formats import CannotRead, Fault, read_bytes


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.rtf", b"{\\rtf1 words}", "RTF"),
        ("a.txt", b"{\\rtf1 words}", "RTF"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
        ("a.pdf", b"\xff\xd8\xff\xe0" + bytes(50), "picture"),
        ("a.mp3", b"ID3\x03" + bytes(50), "sound"),
        ("a.zip", builders.zip_file({"a.txt": "words"}), "zip archive"),
        ("a.docx", builders.zip_file({"a.txt": "words"}), "zip archive"),
        ("a.xlsx", builders.zip_file({"xl/workbook.xml": ""}), "Excel"),
        ("a.odt", builders.zip_file({"content.xml": ""}), "OpenDocument"),
        ("a.epub", builders.zip_file({"META-INF/container.xml": ""}), "EPUB"),
        ("a.gz", b"\x1f\x8b\x08" + bytes(50), "packed"),
        ("a.dateline", b"SQLite format 3\0" + bytes(50), "database"),
    ],
)
def test_known_kinds_are_named(name, data, word):
    with pytest.raises(CannotRead) as caught:
        read_bytes(name, data)
    assert caught.value.code is Fault.OTHER_FORMAT
    assert word in caught.value.sentence
    assert name in caught.value.sentence


def test_damaged_archive():
    with pytest.raises(CannotRead) as caught:
        read_bytes("a.docx", b"PK\x03\x04" + bytes(100))
    assert caught.value.code is Fault.DAMAGED

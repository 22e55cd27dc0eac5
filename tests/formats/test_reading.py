from __future__ import annotations

import pickle

import pytest

from tests.formats import builders
from timeline_app.formats import FORMATS, CannotRead, Fault, plain_text, read_bytes
from timeline_app.formats.format import Format
from timeline_app.formats.reading import read_with


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", builders.pdf(), "PDF"),
        ("a.html", builders.pdf(), "PDF"),
        ("a.pdf", builders.html(), "Web page"),
        ("a.docx", builders.html(), "Web page"),
        ("a.txt", builders.html(), "Web page"),
        ("a.txt", builders.docx(), "Word document"),
        ("a.pdf", builders.docx(), "Word document"),
        ("a.txt", builders.eml(), "E-mail"),
        ("a.pdf", b"Only words, and no PDF at all.", "Plain text"),
        ("a.eml", builders.pdf(), "PDF"),
        ("a.eml", builders.html(), "Web page"),
        ("a.html", builders.eml(), "E-mail"),
        ("a.md", builders.html(), "Web page"),
    ],
)
def test_content_counts_more_than_the_ending_and_it_is_told(name, data, kind):
    article = read_bytes(name, data)
    assert article.format == kind
    assert kind in article.notices[0]
    assert name[1:] in article.notices[0]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.md", b"<div>A note</div>\n\nAnd more words.", "Markdown"),
        ("a.html", b"Words without any tag", "Web page"),
        ("a.eml", b"Words without any header", "E-mail"),
        ("a.log", b"Words", "Plain text"),
        ("README", b"Words", "Plain text"),
        ("a.txt", b"From: Ann\n\nA note to you.", "Plain text"),
    ],
)
def test_ending_decides_where_the_content_does_not(name, data, kind):
    article = read_bytes(name, data)
    assert article.format == kind
    assert article.notices == ()
    assert article.text.strip()


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.txt", "a.html", "a.eml", "a.md", "a.xyz", "a"])
def test_random_bytes_are_not_text(name):
    with pytest.raises(CannotRead) as caught:
        read_bytes(name, bytes(range(256)) * 20)
    assert caught.value.code is Fault.NOT_TEXT
    assert f"“{name}”" in caught.value.sentence


def test_only_the_files_own_name_is_kept():
    assert read_bytes("C:\\texts\\a.txt", b"Words").name == "a.txt"
    assert read_bytes("/texts/a.txt", b"Words").name == "a.txt"


def test_too_long(monkeypatch):
    monkeypatch.setattr("timeline_app.formats.format.MAX_CHARACTERS", 100)
    with pytest.raises(CannotRead) as caught:
        read_bytes("a.txt", b"Words " * 100)
    assert caught.value.code is Fault.TOO_LONG


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ValueError("x"), Fault.DAMAGED),
        (RecursionError(), Fault.TOO_DEEP),
        (MemoryError(), Fault.TOO_BIG),
        (ModuleNotFoundError("lxml"), Fault.INCOMPLETE),
    ],
)
def test_whatever_a_reader_raises_comes_out_as_a_sentence(error, code):
    def fail(data, name, encoding):
        raise error

    broken = Format("Broken", (".x",), lambda data: True, fail)
    with pytest.raises(CannotRead) as caught:
        read_with((broken,), "a.x", b"words", fallback=plain_text.FORMAT)
    assert caught.value.code is code
    assert str(caught.value) == caught.value.sentence


def test_a_refusal_survives_the_way_between_processes():
    with pytest.raises(CannotRead) as caught:
        read_bytes("a.txt", b"")
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (copy.name, copy.code, copy.sentence) == (caught.value.name, caught.value.code, caught.value.sentence)


def test_formats_with_marks_come_before_plain_text():
    assert FORMATS[-1] is plain_text.FORMAT

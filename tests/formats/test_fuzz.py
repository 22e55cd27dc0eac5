"""Whatever the bytes are, an article comes out or a sentence does."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats import builders
from timeline_app.formats import FORMATS, CannotRead
from timeline_app.formats.published import find_published
from timeline_app.formats.reading import choose
from timeline_app.formats.titles import first_line_author, first_line_title, readable_name
from timeline_app.formats.word_xml import read_paragraphs
from timeline_app.model import article_id

QUICK = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
SAMPLES = {one.name: builders.BUILD[one.name]() for one in FORMATS}
EACH = pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
PIECES = [
    b"<", b">", b"&#x0;", b"&#xD800;", b"\x00", b"\xff\xfe", b"\xe2\x80", b"--b\n", b"\n\n",
    b"Content-Type: multipart/mixed\n",
    b"/Kids [3 0 R]", b"endobj", b"stream\n", b"PK\x01\x02", b"]]>", b"<!--", b"<w:p>", b"%%EOF", b"\xf0\x9f\x98\x80",
    b"Date: ",
]  # fmt: skip


def check(one, data: bytes) -> None:
    """The reader itself, without the last net around it, gives a sound article or a refusal."""
    name = "fuzz" + one.endings[0]
    try:
        article = one.read(data, name, None)
    except CannotRead as error:
        assert name in error.sentence  # noqa: PT017 - either outcome is right
    else:
        assert article.text.strip()
        assert article.id == article_id(article.text)
        article.text.encode("utf-8")
        (article.title + article.author + article.published_words).encode("utf-8")
        assert article.title
        for page in article.pages:
            assert 0 <= page.start <= page.end <= len(article.text)


@EACH
@QUICK
@given(data=st.binary(max_size=400))
def test_random_bytes(one, data):
    check(one, data)
    with suppress(CannotRead):
        choose(FORMATS, "fuzz.x", data, fallback=FORMATS[-1])


@EACH
@QUICK
@given(data=st.data())
def test_changed_files(one, data):
    sample = bytearray(SAMPLES[one.name])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(sample)))
        action = data.draw(st.sampled_from(["set", "insert", "cut", "repeat", "end"]))
        if action == "set":
            sample[at : at + 1] = bytes([data.draw(st.integers(0, 255))])
        elif action == "insert":
            sample[at:at] = data.draw(st.sampled_from(PIECES)) * data.draw(st.sampled_from([1, 2, 300]))
        elif action == "cut":
            del sample[at : at + data.draw(st.integers(1, 300))]
        elif action == "repeat":
            sample[at:at] = sample[at : at + 50] * 3
        else:
            del sample[at:]
    check(one, bytes(sample))


@QUICK
@given(
    pieces=st.lists(
        st.sampled_from([*(piece.decode("latin-1") for piece in PIECES), "<w:t>a", "</w:p>", "<w:del>", "</w:del>"])
    )
)
def test_changed_xml_inside_a_sound_archive(pieces):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {builders.W}>{''.join(pieces)}</w:document>".encode("latin-1")
        )
    check(next(one for one in FORMATS if one.name == "Word document"), buffer.getvalue())
    with suppress(CannotRead):
        read_paragraphs("".join(pieces).encode("latin-1"), "a")


@QUICK
@given(text=st.text(max_size=300), name=st.text(max_size=60))
def test_titles_and_dates_of_any_text(text, name):
    published = find_published(text, name, metadata=[text])
    assert (published.day is None) == (not published.words)
    first_line_title(text)
    first_line_author(text)
    readable_name(name)


@QUICK
@given(
    data=st.binary(max_size=200),
    encoding=st.sampled_from(["utf-8", "utf-16", "utf-32", "utf-7", "cp1252", "hz", "nope", "ascii"]),
)
def test_any_chosen_encoding(data, encoding):
    for one in FORMATS:
        with suppress(CannotRead):
            one.read(data, "a", encoding)

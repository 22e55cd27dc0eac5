"""What every format must do: one battery over the tuple of formats."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.formats import builders
from timeline_app.formats import ENDINGS, FORMATS, CannotRead, Fault, read_bytes, read_file
from timeline_app.model import PublishedFrom, article_id

EACH = pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)


def build(one, **changes) -> bytes:
    return builders.BUILD[one.name](**changes)


def name_for(one):
    return "talks" + one.endings[0]


def attempt(name, data):
    """The article, or the refusal."""
    try:
        return read_bytes(name, data)
    except CannotRead as error:
        return error


def test_every_format_has_a_sample():
    assert set(builders.BUILD) == {one.name for one in FORMATS}


def test_endings_are_lower_case_and_belong_to_one_format():
    endings = [ending for one in FORMATS for ending in one.endings]
    assert len(endings) == len(set(endings)) == len(ENDINGS)
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings)
    assert {".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml"} <= ENDINGS


@EACH
def test_title_author_and_date(one):
    article = read_bytes(name_for(one), build(one))
    assert article.title == builders.TITLE
    assert article.author == builders.AUTHOR
    assert article.published_iso == builders.DAY
    assert article.published_from in (PublishedFrom.METADATA, PublishedFrom.HEADER)
    assert article.published_words
    assert article.format == one.name
    assert article.notices == ()


@EACH
def test_all_words_are_there_in_order_and_offsets_find_them(one):
    article = read_bytes(name_for(one), build(one))
    at = 0
    for paragraph in builders.PARAGRAPHS:
        start = " ".join(article.text.split()).find(paragraph, at)
        assert start >= 0, article.text
        at = start
    start = article.text.index("Geneva")
    assert article.text[start : start + 6] == "Geneva"


@EACH
def test_paragraphs_are_apart(one):
    text = read_bytes(name_for(one), build(one)).text
    first_end = text.index("on an agenda.") + len("on an agenda.")
    assert "\n" in text[first_end : text.index("The foreign minister")]


@EACH
def test_identity_is_that_of_the_text_and_reading_again_gives_the_same(one):
    data = build(one)
    article = read_bytes(name_for(one), data)
    assert article.id == article_id(article.text)
    assert read_bytes(name_for(one), data) == article


@EACH
def test_known_without_its_ending(one):
    data = build(one)
    article = read_bytes("talks.unknown", data)
    assert article.text == read_bytes(name_for(one), data).text


@EACH
def test_upper_case_endings(one):
    assert read_bytes("TALKS" + one.endings[0].upper(), build(one)).format == one.name


@EACH
def test_typographic_signs_survive(one):
    assert "“a first step”" in read_bytes(name_for(one), build(one)).text
    assert "prisoners’ families" in " ".join(read_bytes(name_for(one), build(one)).text.split())


@EACH
def test_no_date_means_nothing_not_the_clock(one):
    data = build(one).replace(b"2023-11-12", b"once upon a").replace(b"12 Nov 2023", b"once upon a")
    if one.binary and one.name == "Word document":
        data = builders.docx(day="once upon a", created="")
    article = read_bytes(name_for(one), data)
    assert article.published is None
    assert article.published_from is PublishedFrom.NOTHING


@EACH
def test_file_name_dates_when_all_else_is_silent(one):
    data = build(one).replace(b"2023-11-12", b"once upon a").replace(b"12 Nov 2023", b"once upon a")
    if one.name == "Word document":
        data = builders.docx(day="once upon a")
    article = read_bytes("2023-10-20-talks" + one.endings[0], data)
    assert (article.published_iso, article.published_from) == ("2023-10-20", PublishedFrom.FILE_NAME)


@EACH
def test_empty_file(one):
    with pytest.raises(CannotRead) as caught:
        read_bytes(name_for(one), b"")
    assert caught.value.code is Fault.EMPTY


@EACH
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_cut_off_file_is_read_in_part_or_refused_with_a_sentence(one, share):
    data = build(one)
    outcome = attempt(name_for(one), data[: int(len(data) * share)])
    if isinstance(outcome, CannotRead):
        assert name_for(one) in outcome.sentence
        assert outcome.sentence.endswith(".")
    else:
        assert outcome.text.strip()


@EACH
def test_read_file_gives_article_and_bytes(one, tmp_path):
    path = tmp_path / name_for(one)
    path.write_bytes(build(one))
    article, data = read_file(path)
    assert data == build(one)
    assert article.name == path.name


def test_nothing_opens_a_socket_or_asks_the_clock_and_nothing_heavy_loads_at_once():
    script = """
import sys
sys.modules["PySide6"] = None
import timeline_app.formats as formats
heavy = {"trafilatura", "htmldate", "lxml", "pypdfium2", "charset_normalizer", "spacy", "numpy"} & set(sys.modules)
assert not heavy, heavy
import socket
def refuse(*args, **kwargs):
    raise AssertionError("a socket was opened")
from tests.formats import builders
class NoSocket(socket.socket):
    def __init__(self, *args, **kwargs):
        refuse()
socket.socket = NoSocket
socket.create_connection = socket.getaddrinfo = refuse
for one in formats.FORMATS:
    formats.read_bytes("talks" + one.endings[0], builders.BUILD[one.name]())
formats.read_bytes("x.html", builders.html(head='<link rel="stylesheet" href="http://example.org/a.css">'
    '<base href="http://example.org/">'))
print("sound")
"""
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert result.stdout.strip() == "sound", result.stderr

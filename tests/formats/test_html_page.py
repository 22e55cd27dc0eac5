from __future__ import annotations

import pytest

from tests.formats import builders
from timeline_app.formats import CannotRead, Fault, read_bytes
from timeline_app.formats.html_page import sniff

LONG = " ".join(builders.PARAGRAPHS)


def test_navigation_is_not_the_article():
    data = builders.html().replace(b"</body>", b"<footer>All rights reserved</footer><aside>Buy now</aside></body>")
    text = read_bytes("a.html", data).text
    assert "Home" not in text
    assert "Buy now" not in text


def test_page_without_an_article_gives_all_its_words_and_says_so():
    data = b"<html><head><title>Note</title></head><body><div><span>Done</span> on <b>Monday</b></div></body></html>"
    article = read_bytes("a.html", data)
    assert "Done on Monday" in article.text


def test_deep_nesting_is_read_as_plain_text():
    data = b"<html><title>Deep</title><body>" + b"<div>" * 20_000 + b"Hello there." + b"</div>" * 20_000
    article = read_bytes("a.html", data)
    assert article.text.endswith("Hello there.")
    assert article.title == "Deep"
    assert "nested too deeply" in article.notices[0]


def test_page_with_very_many_elements_is_read_as_plain_text():
    data = builders.html(paragraphs=("One two three.",) * 40_000)
    article = read_bytes("a.html", data)
    assert article.text.count("One two three.") == 40_000
    assert article.title == builders.TITLE
    assert article.published_iso == builders.DAY
    assert "too large" in article.notices[0]


def test_pictures_written_into_the_page_are_left_out():
    picture = b"<img src='data:image/png;base64," + b"QUJD" * 5_000_000 + b"'>"
    data = builders.html().replace(b"<article>", b"<article>" + picture)
    assert read_bytes("a.html", data).text == read_bytes("a.html", builders.html()).text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html><body></body></html>", Fault.NO_TEXT),
        (b"<html><body><script>var a = 1;</script><img src=a.png></body></html>", Fault.NO_TEXT),
        (b"<html><body>" + b"<p>words and words" * 600_000, Fault.TOO_BIG),
    ],
)
def test_refused(data, code):
    with pytest.raises(CannotRead) as caught:
        read_bytes("a.html", data)
    assert caught.value.code is code
    assert "“a.html”" in caught.value.sentence


@pytest.mark.parametrize(
    ("charset", "codec"), [("windows-1250", "cp1250"), ("iso-8859-2", "iso8859-2"), ("utf-8", "utf-8")]
)
def test_declared_encoding(charset, codec):
    page = f"<html><head><meta charset={charset}></head><body><article><p>Łódź i Kraków. {LONG}</p></article></body>"
    page = page.replace("’", "'").replace("“", '"').replace("”", '"')
    assert "Łódź i Kraków" in read_bytes("a.html", page.encode(codec)).text


def test_chosen_encoding_overrides_the_declared_one():
    page = (
        "<html><head><meta charset=utf-8></head><body><article><p>Žižek met envoys in Doha.</p></article></body></html>"
    )
    assert "Žižek" in read_bytes("a.html", page.encode("cp1250"), encoding="cp1250").text


def test_utf16_page():
    page = builders.html().decode().replace("utf-8", "utf-16")
    assert builders.PARAGRAPHS[0] in read_bytes("a.html", page.encode("utf-16")).text


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf\n <!-- saved from url --> <html>", True),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x">', True),
        (b"<head><title>", True),
        (b"<p>Markdown may begin so", False),
        (b"words <html>", False),
    ],
)
def test_sniff(head, known):
    assert sniff(head) is known

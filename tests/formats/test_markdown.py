from __future__ import annotations

import pytest

from timeline_app.formats import read_bytes
from timeline_app.formats.markdown import front_matter, sniff

BODY = "The talks went on for a third day, **the mediators** said, and [nobody](http://example.org) left.\n"


@pytest.mark.parametrize(
    ("head", "title", "author", "day"),
    [
        ('---\ntitle: "Talks: day one"\nauthor: Ann Lee\ndate: 2023-11-12\n---\n',
         "Talks: day one", "Ann Lee", "2023-11-12"),
        ("---\r\ntitle: Talks # draft\r\nauthors: [Ann Lee, 'Tom Oak']\r\npublished: 2023-11-12T10:00:00Z\r\n---\r\n",
         "Talks", "Ann Lee, Tom Oak", "2023-11-12"),
        ("+++\ntitle = 'Talks'\ndate = 2023-11-12\n+++\n", "Talks", "", "2023-11-12"),
        ("---\ntags:\n  - a\nTitle: Talks\npublish_date: 12 November 2023\n---\n", "Talks", "", ""),
        ("---\npub-date: November 12, 2023\n---\n# The *talks*\n", "The talks", "", ""),
        ("# Talks open\n\nBy Ann Lee\n\n*12 November 2023*\n\n", "Talks open", "Ann Lee", "2023-11-12"),
        ("Talks open\n==========\n\n**Published:** 2023-11-12\n\n", "Talks open", "", "2023-11-12"),
        ("---\nno end of it\n", "A", "", ""),
    ],
)  # fmt: skip
def test_metadata(head, title, author, day):
    data = (head + BODY).encode()
    article = read_bytes("a.md", data)
    assert (article.title, article.author, article.published_iso) == (title, author, day)
    assert article.text == head + BODY


def test_front_matter_and_rest():
    fields, body = front_matter("---\nSome-Key: x\n---\nrest")
    assert fields == {"some key": "x"}
    assert body == "\nrest"


def test_sniff_wants_front_matter():
    assert sniff(b"---\ntitle: x\n---\n")
    assert not sniff(b"# Title\n")
    assert not sniff(b"---\n\n---\n")

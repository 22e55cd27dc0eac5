from __future__ import annotations

import json

import pytest

from tests.formats import builders
from timeline_app.formats import read_bytes
from timeline_app.model import PublishedFrom

BODY = "".join(f"<p>{paragraph}</p>" for paragraph in builders.PARAGRAPHS)


def read(head="", top="", lang="en", body=BODY, name="a.html"):
    page = f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{top}<article>{body}</article></body></html>'
    return read_bytes(name, page.encode())


def ld(value) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ARTICLE = {"@type": "NewsArticle", "headline": "Talks &amp; more", "datePublished": "2023-11-12T09:00:00Z"}


@pytest.mark.parametrize(
    ("head", "title", "author", "day"),
    [
        (ld({**ARTICLE, "author": {"name": "Ann Lee"}}), "Talks & more", "Ann Lee", "2023-11-12"),
        (ld({"@graph": [{"@type": "Person"}, {**ARTICLE, "author": [{"name": "Ann Lee"}, "Tom Oak"]}]}),
         "Talks & more", "Ann Lee, Tom Oak", "2023-11-12"),
        (ld([{"@type": "WebPage", "datePublished": "2020-01-01"}, ARTICLE]), "Talks & more", "", "2023-11-12"),
        (ld({**ARTICLE, "dateModified": "2023-12-01", "datePublished": None}), "Talks & more", "", ""),
        ('<meta property="og:title" content="Talks open - The Daily">'
         '<meta property="og:site_name" content="The Daily">',
         "Talks open", "", ""),
        ("<title>Talks open in Doha | The Daily</title>", "Talks open in Doha", "", ""),
        ('<meta name="DC.date.issued" content="2023-11-12"><meta name="byl" content="By Ann Lee"><title>T1</title>',
         "A", "Ann Lee", "2023-11-12"),
        ('<meta itemprop="datePublished" content="12 November 2023"><meta name=author content="http://x.org/ann">',
         "A", "", "2023-11-12"),
        ('<link rel="canonical" href="https://example.org/2023/11/12/talks.html">', "A", "", "2023-11-12"),
        ('<script type="application/ld+json">{broken</script><meta name="date" content="2023-11-12">',
         "A", "", "2023-11-12"),
    ],
)  # fmt: skip
def test_head(head, title, author, day):
    article = read(head)
    assert (article.title, article.author, article.published_iso) == (title, author, day)
    assert article.published_from is (PublishedFrom.METADATA if day else PublishedFrom.NOTHING)


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ('<time datetime="2023-11-12T10:00">yesterday</time>', "2023-11-12"),
        ('<time datetime="2023-11-12">a</time><time datetime="2023-11-20">b</time>', ""),
        ('<span itemprop="datePublished">November 12, 2023</span>', "2023-11-12"),
        (
            '<div class="byline">By <a rel="author">Ann Lee</a></div><div class="date">November 12, 2023</div>',
            "2023-11-12",
        ),
    ],
)
def test_elements(top, day):
    assert read(top=top).published_iso == day


def test_the_machines_clock_sets_no_bound():
    assert read(top='<div class="date">January 5, 2090</div>').published_iso == "2090-01-05"
    assert read(top='<div class="date">January 5, 1930</div>').published_iso == "1930-01-05"


def test_numbers_of_unknown_order_are_not_guessed():
    assert read(top='<div class="date">03/04/2023</div>').published is None
    assert read(top='<div class="date">23/04/2023</div>').published_iso == "2023-04-23"


def test_dates_in_the_articles_own_words_are_not_its_date():
    words = (
        "The treaty of 7 October 2001 was signed on 2002-03-04 10:00:00 in a hall where many had met before the war. "
    )
    assert read(body=f"<p>{words * 3}</p><p>{words * 3}</p>").published is None


def test_language_tells_the_order_of_numbers():
    head = '<meta name="date" content="03/04/2023">'
    assert read(head, lang="en-GB").published_iso == "2023-04-03"
    assert read(head, lang="en-US").published_iso == "2023-03-04"
    assert read(head, lang="en").published is None


def test_source_is_the_pages_address():
    assert read('<link rel="canonical" href="https://example.org/a">').source == "https://example.org/a"
    assert read('<link rel="canonical" href="javascript:alert(1)">').source == ""


def test_heading_and_byline_element():
    article = read(top='<h1>Talks open</h1><p class="byline">By Ann Lee</p>')
    assert (article.title, article.author) == ("Talks open", "Ann Lee")


def test_header_in_the_text_when_the_page_says_nothing():
    article = read(body="<p>DOHA, Nov. 12, 2023 (Reuters) - Envoys met.</p>" + BODY)
    assert article.published_iso == "2023-11-12"

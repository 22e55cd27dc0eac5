from __future__ import annotations

import json

from lxml import html

from timeline_app.formats.json_ld import LinkedData, read_json_ld


def read(*values) -> LinkedData:
    scripts = "".join(f'<script type="application/ld+json">{value}</script>' for value in values)
    return read_json_ld(html.document_fromstring(f"<html><head>{scripts}</head><body>x</body></html>"))


def test_nothing_and_broken():
    assert read() == LinkedData()
    assert read("{", "[" * 10_000, "null", "3", '"x"') == LinkedData()


def test_article_before_web_page():
    page = {"@type": "WebPage", "headline": "Page", "datePublished": "2020-01-01"}
    article = {"@type": ["Thing", "NewsArticle"], "headline": "Article", "datePublished": "2023-11-12"}
    assert read(json.dumps({**page, "mainEntity": article})) == LinkedData("Article", "", ("2023-11-12", "2020-01-01"))


def test_odd_values_are_passed_over():
    odd = {"@type": "Article", "headline": 3, "author": [None, {"name": ["Ann"]}, 5], "datePublished": {"a": 1}}
    assert read(json.dumps(odd)).title == ""


def test_line_feeds_inside_strings():
    assert read('{"@type": "Article", "headline": "Talks\nopen"}').title == "Talks open"

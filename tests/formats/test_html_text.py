from __future__ import annotations

from lxml import html

from timeline_app.formats.html_text import plain_content, stripped_source

PAGE = """<html><head><title>T</title><style>p {}</style></head><body><nav>Home</nav><div>One <b>two</b>&nbsp;three
<p>Four<br>five &amp; six</p>seven<script>var x = "<p>no</p>";</script></div><!-- no --></body></html>"""


def test_blocks_become_lines_and_silent_parts_vanish():
    assert plain_content(html.document_fromstring(PAGE)) == "One two three\nFour\nfive & six\nseven"


def test_the_main_part_is_preferred():
    words = "many words " * 30
    tree = html.document_fromstring(f"<body><p>menu</p><main><p>{words}</p></main></body>")
    assert plain_content(tree) == words.strip()


def test_source_without_tags():
    assert stripped_source(PAGE).split("\n") == ["Home", "One two three", "Four", "five & six", "seven"]
    assert stripped_source("5 < 6 and <b>7 > 3</b>") == "5 < 6 and 7 > 3"


def test_hostile_source_is_quick():
    for piece in ("<", "<!--", "<script ", "<p ", "&", "<<p>"):
        stripped_source(piece * 100_000)

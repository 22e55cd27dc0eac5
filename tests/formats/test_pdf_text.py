from __future__ import annotations

import pypdfium2
import pytest

from tests.formats import builders
from timeline_app.formats.pdf_text import raw_characters, read_page_text


def read(rows):
    """The page's text with its map, and the raw characters."""
    document = pypdfium2.PdfDocument(builders.pdf_pages([rows]))
    textpage = document[0].get_textpage()
    return read_page_text(textpage), raw_characters(textpage)


def lines(*rows, left=72.0, pitch=14.0, size=11):
    return [(left, 780 - pitch * number, size, words) for number, words in enumerate(rows)]


FULL = "These words fill the whole line from the left to the right so that all"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (lines("The talks on the negotia-", "tion of peace."), "The talks on the negotiation of peace."),
        (lines("The new Anglo-", "American envoy."), "The new Anglo-American envoy."),
        (lines("In the years 2014-", "2016 it rained."), "In the years 2014-2016 it rained."),
        (lines("A self-employed man and a self-", "employed woman."), "A self-employed man and a self-employed woman."),
        (lines(FULL, "of it is full."), FULL + " of it is full."),
        (lines(FULL + ".", "And so on."), FULL + ". And so on."),
    ],
)
def test_line_ends_inside_a_paragraph(rows, text):
    assert read(rows)[0].text == text


def test_line_ends_that_are_only_a_blank():
    rows = [
        (72, 780, 11, FULL + " "),
        (72, 766, 11, "ends here. "),
        (72, 738, 11, FULL + " "),
        (72, 724, 11, "and there. "),
    ]
    assert read(rows)[0].text.rstrip() == f"{FULL} ends here.\n\n{FULL} and there."


def test_raised_signs_are_no_new_line():
    rows = [
        (72, 780, 11, "Water is H"),
        (124, 776, 7, "2"),
        (128, 780, 11, "O and so on for"),
        (72, 766, 11, "a while."),
    ]
    assert read(rows)[0].text.replace(" ", "") == "WaterisH2Oandsoonforawhile."


@pytest.mark.parametrize(
    "rows",
    [
        [(72, 780, 11, FULL), (72, 766, 11, "ends here."), (72, 738, 11, "A gap before.")],
        [(72, 780, 18, "A headline"), (72, 755, 11, "and the words below it")],
        [(72, 780, 11, FULL), (72, 766, 11, "It ends."), (72, 752, 11, FULL)],
        [(72, 780, 11, FULL), (72, 766, 11, FULL + "."), (90, 752, 11, "Indented " + FULL)],
        [(72, 780, 11, "First column " + FULL), (72, 766, 11, "ends."), (320, 780, 11, "Second column")],
        [(72, 780, 11, "• One point of the list is this."), (72, 766, 11, "• Another point of the list.")],
        [(72, 780, 11, "By Ann Lee"), (72, 766, 11, FULL)],
    ],
)
def test_paragraphs_end(rows):
    assert read(rows)[0].text.count("\n\n") == 1


def test_every_character_has_its_place_on_the_page():
    text, raw = read([*lines("The negotia-", "tion went on.", FULL, "“so”"), (72, 600, 11, "The end.")])
    assert len(text.text) == len(text.places)
    assert list(text.places) == sorted(text.places)
    for char, place in zip(text.text, text.places, strict=True):
        assert raw[place] == char or raw[place] in "\r\n"
    left_out = set(range(len(raw))) - set(text.places)
    assert {raw[place] for place in left_out} <= set("\r\n\ufffe\x02 ")


def test_empty_page():
    assert read([])[0].text == ""

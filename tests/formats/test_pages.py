from __future__ import annotations

import pytest

from tests.formats import builders
from timeline_app.formats import CannotRead, read_bytes
from timeline_app.formats.pages import page_boxes, page_image
from timeline_app.model import Passage

ROWS = [
    [(72, 780, 11, "The talks on the negotia-"), (72, 766, 11, "tion of peace went on.")],
    [(100, 400, 20, "Second page.")],
]
DATA = builders.pdf_pages(ROWS)


def boxes(words, data=DATA, article=None):
    article = article or read_bytes("a.pdf", data)
    start = article.text.index(words)
    return page_boxes(data, article, Passage(article.id, start, start + len(words)))


def test_one_line_is_one_box_at_its_place():
    [box] = boxes("Second page")
    assert box.page == 2
    assert box.left == pytest.approx(100, abs=1)
    assert box.top < 842 - 400 < box.bottom
    assert 100 < box.right - box.left < 140


def test_a_passage_over_two_lines_has_two_boxes():
    upper, lower = boxes("negotiation of peace")
    assert (upper.page, lower.page) == (1, 1)
    assert upper.left > 100
    assert lower.left == pytest.approx(72, abs=1)
    assert upper.top < lower.top
    assert upper.bottom - upper.top < 20


def test_a_passage_over_two_pages():
    assert [box.page for box in boxes("went on.\n\nSecond")] == [1, 2]


@pytest.mark.parametrize(
    ("extra", "media", "corner"),
    [
        ("", "0 0 595 842", (100, 442)),
        ("/Rotate 90", "0 0 595 842", (400, 100)),
        ("/Rotate 180", "0 0 595 842", (495, 400)),
        ("/CropBox [50 50 500 800]", "0 0 595 842", (50, 400)),
        ("", "-50 -100 545 742", (150, 342)),
    ],
)
def test_boxes_lie_on_the_page_as_shown(extra, media, corner):
    data = builders.pdf_pages([[(100, 400, 20, "Here")]], media_box=media, page_extra=extra)
    [box] = boxes("Here", data)
    width, height, pixels = page_image(data, 1, 1.0)
    x, y = corner
    assert box.left - 8 <= x <= box.right + 8
    assert box.top - 8 <= y <= box.bottom + 8
    dark = [
        (at % width, at // width) for at in range(width * height) if pixels[3 * at] < 128
    ]  # fmt: skip
    assert dark
    assert all(box.left - 2 <= px <= box.right + 2 and box.top - 2 <= py <= box.bottom + 2 for px, py in dark)


def test_nothing_to_show():
    article = read_bytes("a.pdf", DATA)
    assert page_boxes(DATA, article, Passage(article.id, 5, 5)) == []
    assert page_boxes(b"no pdf", article, Passage(article.id, 0, 5)) == []
    text = read_bytes("a.txt", b"Some words here, and more of them.")
    assert page_boxes(DATA, text, Passage(text.id, 0, 5)) == []
    other = builders.pdf_pages([[(72, 780, 11, "Something else")]])
    assert page_boxes(other, article, Passage(article.id, 0, 9)) == []


def test_words_are_found_when_the_page_is_read_otherwise_by_now():
    article = read_bytes("a.pdf", DATA)
    moved = builders.pdf_pages([[(72, 800, 11, "New head."), *ROWS[0]], ROWS[1]])
    assert boxes("of peace went", moved, article)


def test_page_image():
    width, height, pixels = page_image(DATA, 1, 2.0)
    assert (width, height) == (1190, 1684)
    assert len(pixels) == width * height * 3
    assert pixels[:3] == b"\xff\xff\xff"


def test_colours_are_red_green_blue():
    data = builders.pdf_pages([[]], before_stream=b"1 0 0 rg 0 0 595 842 re f ")
    assert page_image(data, 1, 0.1)[2][:3] == b"\xff\x00\x00"


def test_page_image_of_unreasonable_size_is_made_smaller():
    data = builders.pdf_pages([[]], media_box="0 0 14400 14400")
    width, height, _ = page_image(data, 1, 100.0)
    assert 1000 < width * height < 42_000_000


@pytest.mark.parametrize("number", [0, 3, -1])
def test_no_such_page(number):
    with pytest.raises(IndexError):
        page_image(DATA, number, 1.0)


def test_no_pdf():
    with pytest.raises(CannotRead):
        page_image(b"words", 1, 1.0)

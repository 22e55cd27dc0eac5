import pytest
from PySide6.QtGui import QImage, QPainter

from timeline_app.drawing.text import KEPT, Style, TextPainter, shortened, text_pixmap, text_width, weight_of

pytestmark = pytest.mark.usefixtures("qapp")
STYLE = Style(12.0, "#000000")


def test_what_fits_stays_whole():
    assert shortened("Talks", STYLE, text_width("Talks", STYLE)) == "Talks"


def test_the_tail_survives_the_ellipsis():
    text = shortened("Hosts peace talks with the Taliban", STYLE, 140, " ‹ before")
    assert text.endswith("… ‹ before")
    assert text_width(text, STYLE) <= 141


def test_the_first_time_looks_like_every_other_time():
    pictures = []
    TextPainter.forget()
    for _ in range(3):
        image = QImage(120, 40, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        TextPainter(painter).draw(5.3, 20.6, "Hostages freed", STYLE)
        painter.end()
        pictures.append(image)
    assert pictures[0] == pictures[1] == pictures[2]


def test_pixmaps_are_kept_within_bounds_and_let_go():
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    TextPainter.forget()
    text = TextPainter(painter)
    words = "A title of some length, number "
    each = weight_of(text_pixmap(words + "1000", STYLE, 1.0))
    for number in range(1000, 1000 + int(3 * KEPT / each)):
        text.draw(0, 20, f"{words}{number}", STYLE)
    painter.end()
    assert 0.8 * KEPT < len(TextPainter._pixmaps) * each < 2.2 * KEPT
    TextPainter.forget()
    assert not len(TextPainter._pixmaps)

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from tests.printing.sample_events import EVENTS, document
from timeline_app.printing.document import PageOptions
from timeline_app.printing.picture import plan_picture, png_bytes, possible_scale, svg_bytes

ALONE = PageOptions(event_list=False)


def image_of(data):
    image = QImage()
    assert image.loadFromData(data)
    return image


def texts_of(svg):
    return [text.text for text in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize(("width", "scale", "pixels"), [(1400, 1.0, 1400), (1400, 2.0, 2800), (900, 0.5, 450)])
def test_a_png_is_as_wide_as_asked_for(width, scale, pixels):
    options = PageOptions(event_list=False, width=width, scale=scale)
    assert image_of(png_bytes(document(options=options))).width() == pixels


def test_the_same_document_gives_the_same_bytes():
    assert png_bytes(document(options=ALONE)) == png_bytes(document(options=ALONE))
    assert svg_bytes(document(options=ALONE)) == svg_bytes(document(options=ALONE))


def test_dark_is_dark_and_light_is_light_up_to_the_edge():
    light = image_of(png_bytes(document(options=ALONE)))
    dark = image_of(png_bytes(document(options=PageOptions(event_list=False, dark=True))))
    for image, is_dark in ((light, False), (dark, True)):
        corners = [(0, 0), (image.width() - 1, 0), (0, image.height() - 1), (image.width() - 1, image.height() - 1)]
        assert {image.pixelColor(x, y).lightness() < 128 for x, y in corners} == {is_dark}


def test_the_words_of_an_svg_are_words():
    texts = texts_of(svg_bytes(document(options=ALONE)))
    for expected in ("Hostage diplomacy", "Qatar", "Hamas attacks southern Israel", "planned", "Joe Biden"):
        assert expected in texts
    assert not any("2 articles" in text and "13 events" not in text for text in texts)


def test_the_list_stands_below_if_wished_and_the_marks_have_its_numbers():
    texts = "".join(texts_of(svg_bytes(document(options=PageOptions(event_list=True)))))
    for event in EVENTS:
        if event.title.isascii():
            assert event.title in texts
    assert "Sources: 2 articles" in texts
    assert plan_picture(document()).timeline.number_of(0).strip().isdigit()


@pytest.mark.parametrize(
    ("width", "height", "wanted", "scale"),
    [(1400, 800, 2.0, 2.0), (1400, 64_000, 2.0, 0.5), (6000, 10_000, 2.0, 1.0), (1400, 800, 8.0, 7.3)],
)
def test_a_picture_that_nothing_could_open_is_made_smaller(width, height, wanted, scale):
    assert possible_scale(QSizeF(width, height), wanted) == pytest.approx(scale, rel=0.01)


def test_nothing_to_show_is_still_a_picture():
    assert image_of(png_bytes(document(events=(), options=ALONE))).height() > 50

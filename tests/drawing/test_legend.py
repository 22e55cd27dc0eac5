import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from timeline_app.drawing.legend import ENTRIES, legend_size, paint_legend
from timeline_app.drawing.theme import black_and_white, dark, light

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("width", [150, 400, 2000])
def test_the_legend_keeps_to_its_width(width):
    size = legend_size(light(), width)
    assert size.width() <= max(width, 230)
    assert size.height() >= 24


@pytest.mark.parametrize("theme", [light(), dark(), black_and_white()], ids=lambda theme: theme.name)
def test_every_line_has_samples_and_words(theme):
    size = legend_size(theme, 500)
    image = QImage(500, int(size.height()), QImage.Format.Format_RGB32)
    image.fill(theme.surface)
    painter = QPainter(image)
    paint_legend(painter, 0, 0, 500, theme=theme)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[:, :, :3].astype(int)
    ink = np.abs(pixels - pixels[0, -1]).max(axis=-1) > 60
    for line in range(int(size.height() // 24)):
        part = ink[line * 24 : line * 24 + 24]
        assert part[:, :46].any()
        assert part.any(axis=0).sum() > 60


def test_it_names_every_shape():
    words = " ".join(entry.words for entry in ENTRIES)
    for word in (
        "on that day",
        "over these days",
        "some time in these days",
        "before",
        "after",
        "planned",
        "possible",
        "denied",
        "statement",
        "checked",
        "several",
    ):
        assert word in words

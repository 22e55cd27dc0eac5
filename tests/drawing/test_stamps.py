import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from timeline_app.drawing.stamps import MOST_NEW, Stamps

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def image():
    made = QImage(200, 60, QImage.Format.Format_RGB32)
    made.fill(0xFFFFFFFF)
    Stamps.forget()
    yield made
    Stamps.forget()


def stamped(image, count=1, **more):
    """How often the picture was drawn for so many stamps of it, in one picture of the view."""
    drawn = []
    painter = QPainter(image)
    stamps = Stamps(painter, vector=more.pop("vector", False))
    for number in range(count):
        key = ("box", number if more.get("different") else 0)

        def draw(onto, left, top):
            drawn.append(onto is painter)
            onto.fillRect(round(left), round(top), 10, 10, QColor("#ff0000"))

        stamps.stamp(key, 20, 30, (10, 10), draw, at_once=more.get("at_once", True))
    painter.end()
    return drawn


def test_a_stamp_is_made_once_and_lands_where_it_should(image):
    assert stamped(image, 5) == [False]
    assert image.pixelColor(20, 30) == QColor("#ff0000")
    assert image.pixelColor(29, 39) == QColor("#ff0000")
    assert image.pixelColor(19, 30) == image.pixelColor(30, 39) == QColor("#ffffff")


def test_what_is_seen_once_is_only_drawn(image):
    assert stamped(image, 3, at_once=False) == [True, False]


def test_paper_gets_no_stamps(image):
    assert stamped(image, 3, vector=True) == [True] * 3


def test_one_picture_makes_only_some_new_stamps(image):
    stamped(image, 40, at_once=False, different=True)
    drawn = stamped(image, 40, at_once=False, different=True)
    assert drawn.count(False) == MOST_NEW


def test_round_boxes_look_alike_stamped_and_drawn(image):
    pictures = []
    for vector in (False, True):
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        Stamps(painter, vector=vector).rounded(10, 150, 30, 18, "#0072b2")
        painter.end()
        pictures.append(image.copy())
    differing = sum(
        abs(pictures[0].pixelColor(x, y).red() - pictures[1].pixelColor(x, y).red()) > 40
        for x in range(200)
        for y in range(60)
    )
    assert differing < 12

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from timeline_app.drawing.marks import DENIED, PLANNED, POSSIBLE, Mark, paint_bar, round_box
from timeline_app.drawing.pieces import Pieces, RoundBox
from timeline_app.drawing.theme import light
from timeline_app.layout.columns import FACTUALITIES

pytestmark = pytest.mark.usefixtures("qapp")
WIDTH, HEIGHT = 400, 40
TOP = 12


def mark(factuality=0):
    return Mark("#0072b2", "#ffffff", False, factuality, True, False, False)


def drawn(draw, ratio=1):
    """What `draw(painter)` paints in device pixels, as (height, width, 3) integers."""
    image = QImage(WIDTH * ratio, HEIGHT * ratio, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return data[:, :, 2::-1].astype(int)


def both_ways(left, right, fades, factuality, ratio=1):
    """A bar put together, and the same bar painted."""
    pieces = Pieces(mark(factuality), light(), ratio)
    height = light().metrics.bar_height

    def paint(painter):
        painter.scale(ratio, ratio)
        paint_bar(painter, left, right, TOP + height / 2, height, fades, mark(factuality), WIDTH)

    def put(painter):
        ends = tuple(fade * ratio for fade in fades)
        assert pieces.put_bar(painter, left * ratio, right * ratio, TOP * ratio, ends, WIDTH * ratio)

    return drawn(put, ratio), drawn(paint, ratio)


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("factuality", [number for number in range(len(FACTUALITIES)) if number != POSSIBLE])
@pytest.mark.parametrize(
    ("left", "right", "fades"),
    [
        (20, 38, (0, 0)),
        (20, 38, (7.2, 7.2)),
        (20, 38, (14, 0)),
        (20, 38, (0, 18)),
        (20, 220, (0, 0)),
        (20, 220, (80, 80)),
        (20, 220, (160, 0)),
        (20, 220, (300, 100)),
        (20, 130, (0, 110)),
        (-5000, 220, (0, 60)),
        (-5000, 6000, (0, 0)),
        (150, 9000, (2500, 3000)),
    ],
)
def test_a_bar_put_together_looks_like_a_painted_one(left, right, fades, factuality, ratio):
    put, painted = both_ways(left, right, fades, factuality, ratio)
    away = np.abs(put - painted).max(axis=-1)
    # Only along outlines and at rounded corners, where steps of a stretched picture fall on other pixels.
    assert (away > 36).sum() <= 18 * ratio**2
    assert abs(put.mean() - painted.mean()) < 0.9


@pytest.mark.parametrize(("left", "right"), [(20, 50), (20, 300), (-3000, 5000)])
def test_dashes_are_as_dark_as_painted_ones(left, right):
    put, painted = both_ways(left, right, (0, 0), POSSIBLE)
    assert abs(put.mean() - painted.mean()) < 0.8
    assert (put != 255).any(axis=-1).sum() == pytest.approx((painted != 255).any(axis=-1).sum(), rel=0.02)


def test_dashes_move_with_their_bar():
    pieces = Pieces(mark(POSSIBLE), light(), 1.0)

    def at(left):
        return drawn(lambda painter: pieces.put_bar(painter, left, left + 900, TOP, (0, 0), WIDTH))

    for left in (-300, -299, -201, -3):
        assert (at(left)[:, 50:300] == at(left + 7)[:, 57:307]).all()


def test_a_bar_too_short_for_two_ends_is_left_to_others():
    painter = None
    assert not Pieces(mark(), light(), 1.0).put_bar(painter, 10, 20, TOP, (0, 0), WIDTH)


@pytest.mark.parametrize("factuality", [0, PLANNED, POSSIBLE, DENIED])
def test_pieces_are_made_once(factuality, monkeypatch):
    pieces, painted = Pieces(mark(factuality), light(), 1.0), []
    paint = paint_bar
    monkeypatch.setattr(
        "timeline_app.drawing.pieces.paint_bar", lambda *all_of_it: painted.append(1) or paint(*all_of_it)
    )
    for number in range(40):
        drawn(lambda painter, n=number: pieces.put_bar(painter, n, 200 + 3 * n, TOP, (9.0, 50.0), WIDTH))
    assert len(painted) <= 3


@pytest.mark.parametrize(("left", "right"), [(10, 150), (10, 22), (-2000, 150)])
def test_round_boxes_look_alike_put_together_and_drawn(left, right):
    from PySide6.QtCore import QRectF

    put = drawn(lambda painter: RoundBox.of("#0072b2", 18, 1.0).put(painter, left, right, TOP))
    whole = drawn(lambda painter: round_box(painter, QRectF(left, TOP, right - left, 18), "#0072b2"))
    assert (np.abs(put - whole).max(axis=-1) > 40).sum() < 6

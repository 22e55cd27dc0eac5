"""One mark of the timeline as vectors: a dot for a day, a bar for a span, fading ends for what is not known.

Shape and outline carry the meaning, colour only the lane, so that all of it survives a black-and-white printer.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from timeline_app.drawing.contrast import mixed
from timeline_app.drawing.theme import colour
from timeline_app.model import Factuality
from timeline_app.printing.look import Look, font, metrics

#: How strong a bar's filling is beside its dot; the title stays readable on it.
BAR_STRENGTH = 0.42


@dataclass(frozen=True, slots=True)
class Shape:
    """A mark from `x0` to `x1` around the height `y`: a dot at `best` (None: no dot), a bar where `bar` is set.

    `fade_left` and `fade_right` are lengths; `open_left` and `open_right` mark bars that go on beyond what is drawn.
    """

    x0: float
    x1: float
    y: float
    best: float | None = None
    bar: bool = False
    fade_left: float = 0.0
    fade_right: float = 0.0
    open_left: bool = False
    open_right: bool = False
    factuality: Factuality = Factuality.HAPPENED
    statement: bool = False


def paint_mark(painter: QPainter, shape: Shape, ink: str, look: Look) -> None:
    """Paint the mark in the colour `ink` ("#rrggbb")."""
    if shape.bar:
        _paint_bar(painter, shape, ink, look)
    if shape.best is not None:
        _paint_dot(painter, shape, shape.best, ink, look)
    if shape.factuality is Factuality.DENIED:
        _strike(painter, shape, ink, look)


def _pen(ink: str, look: Look, factuality: Factuality) -> QPen:
    pen = QPen(colour(ink), look.pen)
    if factuality is Factuality.POSSIBLE:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([1.6, 1.3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _is_filled(factuality: Factuality) -> bool:
    return factuality in (Factuality.HAPPENED, Factuality.ONGOING, Factuality.DENIED)


def _paint_dot(painter: QPainter, shape: Shape, x: float, ink: str, look: Look) -> None:
    centre, radius = QPointF(x, shape.y), look.dot
    filled = _is_filled(shape.factuality)
    painter.setPen(_pen(ink, look, shape.factuality))
    painter.setBrush(colour(ink) if filled else colour(look.theme.surface))
    painter.drawEllipse(centre, radius, radius)
    if shape.statement:
        size = max(6, round(radius * 2.6))
        painter.setFont(font(size, bold=True))
        painter.setPen(colour(look.theme.surface if filled else ink))
        # The mark hangs in the upper half of its letter box; this brings it to the middle of the dot.
        rect = metrics(size, bold=True).tightBoundingRect("”")
        painter.drawText(QPointF(x - rect.center().x(), shape.y - rect.center().y()), "”")


def _paint_bar(painter: QPainter, shape: Shape, ink: str, look: Look) -> None:
    box = QRectF(shape.x0, shape.y - look.bar / 2, shape.x1 - shape.x0, look.bar)
    sharp_left, sharp_right = (
        shape.fade_left <= 0 and not shape.open_left,
        shape.fade_right <= 0 and not shape.open_right,
    )
    painter.setPen(Qt.PenStyle.NoPen)
    if _is_filled(shape.factuality):
        painter.setBrush(_filling(shape, ink, look))
        radius = look.bar / 2 if sharp_left and sharp_right else look.bar / 4
        painter.drawRoundedRect(box, radius, radius)
    _outline(painter, shape, box, ink, look, sharp_left=sharp_left, sharp_right=sharp_right)


def _filling(shape: Shape, ink: str, look: Look) -> QBrush:
    """The bar's colour, running into the ground at ends that are not known."""
    ground, full = look.theme.surface, mixed(ink, look.theme.surface, BAR_STRENGTH)
    length = max(shape.x1 - shape.x0, 1e-6)
    left = min(1.0, shape.fade_left / length) if not shape.open_left else max(0.35, min(1.0, shape.fade_left / length))
    right = (
        min(1.0, shape.fade_right / length) if not shape.open_right else max(0.35, min(1.0, shape.fade_right / length))
    )
    if left <= 0 and right <= 0:
        return QBrush(colour(full))
    if left + right > 1:
        left, right = left / (left + right), right / (left + right)
    gradient = QLinearGradient(shape.x0, 0, shape.x1, 0)
    faint = mixed(full, ground, 0.12)
    gradient.setColorAt(0.0, QColor(faint if left > 0 else full))
    gradient.setColorAt(min(left, 1.0), QColor(full))
    gradient.setColorAt(max(1 - right, left), QColor(full))
    gradient.setColorAt(1.0, QColor(faint if right > 0 else full))
    return QBrush(gradient)


def _outline(
    painter: QPainter, shape: Shape, box: QRectF, ink: str, look: Look, *, sharp_left: bool, sharp_right: bool
) -> None:
    """Lines above and below, as far as the bar is sure, and a line across each end that is known."""
    pen = _pen(ink, look, shape.factuality)
    if _is_filled(shape.factuality):
        pen.setWidthF(look.pen * 0.7)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if sharp_left and sharp_right:
        painter.drawRoundedRect(box, look.bar / 2, look.bar / 2)
        return
    if not _is_filled(shape.factuality):
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
    for sharp, top, bottom in (
        (sharp_left, box.topLeft(), box.bottomLeft()),
        (sharp_right, box.topRight(), box.bottomRight()),
    ):
        if sharp:
            painter.drawLine(top, bottom)
    _open_arrows(painter, shape, box, ink, look)


def _open_arrows(painter: QPainter, shape: Shape, box: QRectF, ink: str, look: Look) -> None:
    """Arrow heads where a bar goes on without bound: a fading end alone is lost on a poor printer."""
    pen = QPen(colour(ink), look.pen)
    painter.setPen(pen)
    half = look.bar * 0.3
    for is_open, x, way in ((shape.open_left, box.left(), 1), (shape.open_right, box.right(), -1)):
        if is_open:
            tip = QPointF(x, shape.y)
            painter.drawLine(tip, QPointF(x + way * half, shape.y - half))
            painter.drawLine(tip, QPointF(x + way * half, shape.y + half))


def _strike(painter: QPainter, shape: Shape, ink: str, look: Look) -> None:
    """A stroke through what is denied, wide enough to be seen across a dot."""
    middle = shape.best if shape.best is not None else (shape.x0 + shape.x1) / 2
    reach = look.dot * 1.9
    painter.setPen(QPen(colour(look.theme.surface), look.pen * 3))
    painter.drawLine(QPointF(middle - reach, shape.y + reach), QPointF(middle + reach, shape.y - reach))
    painter.setPen(QPen(colour(ink), look.pen * 1.2))
    painter.drawLine(QPointF(middle - reach, shape.y + reach), QPointF(middle + reach, shape.y - reach))

"""The legend: what the marks that occur in a timeline mean, in words beside an example of each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from timeline_app.drawing.theme import colour
from timeline_app.layout.columns import CONFLICT, FACTUALITIES, OPEN_LEFT, OPEN_RIGHT, POINT, STATEMENT, Columns
from timeline_app.model import Factuality
from timeline_app.printing.look import Look, font, metrics, width_of
from timeline_app.printing.marks import Shape, paint_mark


@dataclass(frozen=True, slots=True)
class Sign:
    """One kind of mark with its meaning; `shape` stands at 0, 0 and is as wide as a sample is."""

    words: str
    shape: Shape


#: For a sign that is nothing but its words.
NO_SHAPE = Shape(0, 0, 0)


def signs_of(columns: Columns, look: Look) -> list[Sign]:
    """The kinds of marks that occur, in the order in which a reader wants them explained."""
    wide = look.dot * 8
    dot = Shape(0, 2 * look.dot, 0, best=look.dot, checked=True)
    bar = Shape(0, wide, 0, bar=True, checked=True)
    flags, faded = columns.flags, (columns.fade_left > 0) | (columns.fade_right > 0)
    open_ends, point = flags & (OPEN_LEFT | OPEN_RIGHT) > 0, flags & POINT > 0
    known = [
        (point, Sign("on that day", dot)),
        (~point & ~faded & ~open_ends, Sign("over these days", bar)),
        (
            faded & ~open_ends,
            Sign("some time in these days", replace(bar, fade_left=wide * 0.4, fade_right=wide * 0.4)),
        ),
        (open_ends, Sign("before or after; one end not known", replace(bar, open_left=True))),
    ]
    standing = {
        Factuality.PLANNED: Sign("planned", replace(dot, factuality=Factuality.PLANNED)),
        Factuality.POSSIBLE: Sign("possible", replace(dot, factuality=Factuality.POSSIBLE)),
        Factuality.DENIED: Sign("denied", replace(dot, factuality=Factuality.DENIED)),
    }
    known += [(columns.factuality == FACTUALITIES.index(each), sign) for each, sign in standing.items()]
    known.append((flags & STATEMENT > 0, Sign("a statement", replace(dot, statement=True))))
    known.append((flags & CONFLICT > 0, Sign("≠ its sources differ on the date", NO_SHAPE)))
    return [sign for occurs, sign in known if occurs.any()]


def place_signs(signs: list[Sign], width: float, look: Look) -> tuple[list[tuple[Sign, float, float]], float]:
    """Each sign with its left edge and the middle of its line, and the height of all lines together."""
    placed: list[tuple[Sign, float, float]] = []
    x, y, line = 0.0, 0.0, look.label * 2.0
    for sign in signs:
        need = _wide(sign, look)
        if x > 0 and x + need > width:
            x, y = 0.0, y + line
        placed.append((sign, x, y + line / 2))
        x += need + look.label * 1.8
    return placed, y + line if signs else 0.0


def paint_legend(painter: QPainter, signs: list[Sign], box: QRectF, look: Look) -> None:
    """Paint the signs from the top left of `box`, in as many lines as its width asks for."""
    ink = look.theme.neutral
    for sign, x, y in place_signs(signs, box.width(), look)[0]:
        left, middle = box.left() + x, box.top() + y
        if sign.shape is not NO_SHAPE:
            paint_mark(painter, _moved(sign.shape, left, middle), ink, look)
        painter.setFont(font(look.label))
        painter.setPen(colour(look.theme.text_muted))
        baseline = middle + metrics(look.label).capHeight() / 2
        painter.drawText(QPointF(left + _shape_width(sign, look), baseline), sign.words)


def _wide(sign: Sign, look: Look) -> float:
    return _shape_width(sign, look) + width_of(sign.words, look.label)


def _shape_width(sign: Sign, look: Look) -> float:
    return sign.shape.x1 + look.label * 0.6 if sign.shape is not NO_SHAPE else 0.0


def _moved(shape: Shape, x: float, y: float) -> Shape:
    best = None if shape.best is None else shape.best + x
    return replace(shape, x0=shape.x0 + x, x1=shape.x1 + x, y=y, best=best)

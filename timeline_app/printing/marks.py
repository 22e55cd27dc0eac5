"""One mark of the timeline on paper: the same dot or bar as on screen, at the size of the sheet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from timeline_app.drawing.marks import Mark, paint_bar, paint_dot
from timeline_app.drawing.theme import colour
from timeline_app.layout.columns import FACTUALITIES
from timeline_app.model import Factuality
from timeline_app.printing.look import Look


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
    checked: bool = False


def paint_mark(painter: QPainter, shape: Shape, ink: str, look: Look, ground: str = "") -> None:
    """Paint the mark in the colour `ink` on `ground` ("#rrggbb"; left out, the sheet's)."""
    mark = Mark(
        ink=ink,
        ground=ground or look.theme.surface,
        opaque=True,
        factuality=FACTUALITIES.index(shape.factuality),
        checked=shape.checked,
        statement=shape.statement,
        # On paper the label says it with a sign of its own, for a bar as for a dot.
        conflict=False,
    )
    # The marks are drawn in the sizes of the screen, so their outlines shrink with them.
    metrics = look.theme.metrics
    unit = look.dot / metrics.dot_radius
    painter.save()
    painter.translate(shape.x0, shape.y)
    painter.scale(unit, unit)
    if shape.bar:
        wide = (shape.x1 - shape.x0) / unit
        paint_bar(painter, 0.0, wide, 0.0, look.bar / unit, _fades(shape, wide, unit, metrics.open_fade), mark)
        _paint_arrows(painter, shape, wide, look.bar / unit * 0.27, ink)
    if shape.best is not None:
        paint_dot(painter, (shape.best - shape.x0) / unit, 0.0, metrics.dot_radius, mark, look.theme)
    elif shape.statement:
        paint_dot(painter, look.bar / unit / 2, 0.0, metrics.dot_radius - 0.5, mark, look.theme)
    painter.restore()


def _fades(shape: Shape, wide: float, unit: float, open_fade: float) -> tuple[float, float]:
    """How far both ends fade, in the units of the screen; an open end always does."""
    left = max(shape.fade_left / unit, min(open_fade, wide) if shape.open_left else 0.0)
    right = max(shape.fade_right / unit, min(open_fade, wide) if shape.open_right else 0.0)
    return min(left, wide), min(right, wide)


def _paint_arrows(painter: QPainter, shape: Shape, wide: float, half: float, ink: str) -> None:
    """Arrow heads where a bar goes on without bound: a fading end alone is lost on a poor printer."""
    painter.setPen(QPen(colour(ink), 1.6))
    for is_open, x, way in ((shape.open_left, 0.0, 1), (shape.open_right, wide, -1)):
        if is_open:
            points = [QPointF(x + way * half, -half), QPointF(x, 0), QPointF(x + way * half, half)]
            painter.drawPolyline(points)

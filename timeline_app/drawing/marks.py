"""The marks of events: dots, bars, fading ends, and how sure it is that it happened."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from timeline_app.drawing.contrast import MIDDLE, READABLE, contrast, luminance, mixed, palest, readable
from timeline_app.drawing.theme import Theme, colour
from timeline_app.layout.columns import FACTUALITIES
from timeline_app.model import Factuality

PLANNED = FACTUALITIES.index(Factuality.PLANNED)
POSSIBLE = FACTUALITIES.index(Factuality.POSSIBLE)
DENIED = FACTUALITIES.index(Factuality.DENIED)

OUTLINE = 1.4
#: The least contrast of an outline with the ground.
SEEN = 3.0
HOLLOW_OUTLINE = 2.0
#: Lengths of dash and gap, in widths of the line; those of bars repeat after ten whole pixels.
DASHES = [1.7, 1.3]
BAR_DASHES = [4.0, 8 / 3]
#: Bars never reach farther out than this, in pixels; painters lose precision beyond.
FARTHEST = 30_000.0
#: Bars are cut off so many pixels outside the view, beyond their round ends.
OUTSIDE = 40.0
#: Contrast of a bar with the lane, as it was found and when the user has checked it. With more, no text would be
#: readable both on a bar and where it fades into the lane; on dark ground sooner than on light.
BAR_CONTRAST, BAR_CONTRAST_CHECKED, BAR_CONTRAST_CHECKED_DARK = SEEN, 4.2, 3.3
#: Opacity of the band of a day behind its dot, and how much less high than a row it is.
BAND_STRENGTH, BAND_AIR = 0.12, 7.0


class Mark(NamedTuple):
    """One mark: lane's colour and ground as "#rrggbb", `factuality` as in FACTUALITIES.

    `opaque` fades into the colour of the ground, for paper; otherwise what lies beneath shines through.
    """

    ink: str
    ground: str
    opaque: bool
    factuality: int
    checked: bool
    statement: bool
    conflict: bool


def is_hollow(mark: Mark) -> bool:
    """Whether it did not, or not yet, or only perhaps happen."""
    return mark.factuality in (PLANNED, POSSIBLE, DENIED)


def fill_of(mark: Mark, theme: Theme) -> str:
    """The colour inside a dot."""
    if is_hollow(mark):
        return mark.ground
    return mark.ink if mark.checked else mixed(mark.ink, mark.ground, theme.strength_unchecked)


def outline_of(mark: Mark) -> str:
    """The colour of outlines: the lane's, made as strong as shapes need to be seen on the ground (WCAG 1.4.11)."""
    return readable(mark.ink, mark.ground, SEEN)


def bar_fill(mark: Mark) -> str:
    """The colour of a bar: seen on the ground like any shape, and black or white text is readable on both."""
    if is_hollow(mark):
        return mixed(mark.ink, mark.ground, 0.1)
    if not mark.checked:
        return palest(mark.ink, mark.ground, BAR_CONTRAST)
    is_dark = luminance(mark.ground) < MIDDLE
    return palest(mark.ink, mark.ground, BAR_CONTRAST_CHECKED_DARK if is_dark else BAR_CONTRAST_CHECKED)


def inside_ink(mark: Mark) -> str:
    """The colour of words inside a bar, which may fade into the ground below them."""
    fill, last = bar_fill(mark), "#ffffff" if luminance(mark.ground) < MIDDLE else "#000000"
    soft = mixed(mark.ink, last, 0.25)
    return soft if min(contrast(soft, fill), contrast(soft, mark.ground)) >= READABLE else last


def paint_dot(painter: QPainter, x: float, y: float, radius: float, mark: Mark, theme: Theme) -> None:
    """A dot with its outline: filled, hollow, dashed or struck through, with a quote mark for a statement."""
    hollow = is_hollow(mark)
    line = outline_of(mark)
    pen = QPen(colour(line), HOLLOW_OUTLINE if hollow else OUTLINE)
    if mark.factuality == POSSIBLE:
        pen.setDashPattern(DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(colour(fill_of(mark, theme)))
    inner = radius - pen.widthF() / 2
    painter.drawEllipse(QPointF(x, y), inner, inner)
    if mark.statement:
        _paint_quote(painter, x, y, radius, readable(mark.ink if hollow else mark.ground, fill_of(mark, theme), 3.0))
    if mark.factuality == DENIED:
        painter.setPen(QPen(colour(line), HOLLOW_OUTLINE))
        painter.drawLine(QPointF(x - radius - 3, y), QPointF(x + radius + 3, y))
    if mark.conflict:
        _paint_conflict(painter, x + radius, y - radius, theme, mark.ground)


def _paint_quote(painter: QPainter, x: float, y: float, radius: float, ink: str) -> None:
    """A closing quote mark of two commas, as a shape, so that no font is needed for it."""
    size = radius / 6.5
    path = QPainterPath()
    for offset in (-1.9, 1.9):
        middle = x + offset * size
        path.addEllipse(QPointF(middle, y - 1.0 * size), 1.45 * size, 1.45 * size)
        path.moveTo(middle + 1.45 * size, y - 1.0 * size)
        path.quadTo(middle + 1.5 * size, y + 1.6 * size, middle - 0.7 * size, y + 2.6 * size)
        path.quadTo(middle + 0.6 * size, y + 1.0 * size, middle, y)
        path.closeSubpath()
    path.setFillRule(Qt.FillRule.WindingFill)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ink))
    painter.drawPath(path)


def _paint_conflict(painter: QPainter, x: float, y: float, theme: Theme, ground: str) -> None:
    """A small diamond: the sources differ."""
    path = QPainterPath(QPointF(x, y - 3.6))
    for corner in (QPointF(x + 3.6, y), QPointF(x, y + 3.6), QPointF(x - 3.6, y)):
        path.lineTo(corner)
    path.closeSubpath()
    painter.setPen(QPen(colour(ground), 1.0))
    painter.setBrush(colour(theme.warning))
    painter.drawPath(path)


def paint_bar(
    painter: QPainter,
    left: float,
    right: float,
    y: float,
    height: float,
    fades: tuple[float, float],
    mark: Mark,
    seen: float = FARTHEST,
) -> None:
    """A bar around the height `y`, fading over `fades` pixels at its left and right end.

    Nothing is drawn far left of 0 or right of `seen`: dashes of a bar of a thousand views would take their time.
    """
    left, right = max(left, -FARTHEST), min(right, FARTHEST)
    hollow = is_hollow(mark)
    outline = HOLLOW_OUTLINE * 0.75 if hollow else 0.0
    begin, end = max(left, -OUTSIDE), min(right, seen + OUTSIDE)
    if end <= begin:
        return
    box = QRectF(begin + outline / 2, y - (height - outline) / 2, end - begin - outline, height - outline)
    radius = min(box.height(), box.width()) / 2
    if hollow:
        pen = QPen(_faded(outline_of(mark), mark, left, right, fades), outline)
        if mark.factuality == POSSIBLE:
            pen.setDashPattern(BAR_DASHES)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_faded(bar_fill(mark), mark, left, right, fades))
    painter.drawRoundedRect(box, radius, radius)
    if mark.factuality == DENIED:
        painter.setPen(QPen(_faded(outline_of(mark), mark, left, right, fades), outline))
        painter.drawLine(QPointF(begin, y), QPointF(end, y))


def band_fill(mark: Mark) -> str:
    """The colour of the whole day behind a dot, when a day is wide: it happened some time in it."""
    return mixed(mark.ink, mark.ground, BAND_STRENGTH)


def round_box(painter: QPainter, box: QRectF, fill: str) -> None:
    """A box with round ends in one colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill))
    radius = min(box.width(), box.height()) / 2
    painter.drawRoundedRect(box, radius, radius)


def _faded(ink: str, mark: Mark, left: float, right: float, fades: tuple[float, float]) -> QBrush:
    """A brush of `ink` that runs out into the ground at the ends."""
    width = right - left
    if width <= 0 or (fades[0] <= 0 and fades[1] <= 0):
        return QBrush(colour(ink))
    nothing = colour(mark.ground) if mark.opaque else colour(ink, 0.0)
    low, high = min(1.0, max(0.0, fades[0] / width)), max(0.0, min(1.0, 1.0 - fades[1] / width))
    if low > high:
        low = high = fades[0] / (fades[0] + fades[1])
    gradient = QLinearGradient(left, 0.0, right, 0.0)
    if fades[0] > 0:
        gradient.setColorAt(0.0, nothing)
    gradient.setColorAt(low, colour(ink))
    gradient.setColorAt(high, colour(ink))
    if fades[1] > 0:
        gradient.setColorAt(1.0, nothing)
    return QBrush(gradient)

"""What is drawn over the timeline while something is done with it, and brackets between related events."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from timeline_app.drawing.text import Style, TextPainter, text_width
from timeline_app.drawing.theme import Theme, colour
from timeline_app.layout.frame import Frame

#: The corners of a bracket are so round, and it stands so far from the marks it joins.
CORNER, CLEAR = 7.0, 3.0


class Joined(NamedTuple):
    """Two events and the words for the time between them; numbers of the columns."""

    earlier: int
    later: int
    words: str


def paint_focus(painter: QPainter, width: float, height: float, theme: Theme) -> None:
    """A ring around a view that has the focus."""
    painter.setPen(QPen(colour(theme.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(1, 1, width - 2, height - 2))


def paint_nothing(painter: QPainter, frame: Frame, theme: Theme, words: str) -> None:
    """Words in the middle of a view in which no event is."""
    text = TextPainter(painter)
    style = Style(theme.metrics.font_title, theme.text_muted)
    width = text_width(words, style)
    middle = (frame.body_top + frame.body_bottom) / 2
    box = QRectF((frame.width - width) / 2 - 18, middle - 17, width + 36, 34)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(colour(theme.border), 1))
    painter.setBrush(colour(theme.surface))
    painter.drawRoundedRect(box, 17, 17)
    text.draw(box.left() + 18, middle, words, style)
    painter.restore()


def paint_drop_line(painter: QPainter, frame: Frame, theme: Theme, y: float) -> None:
    """Where a dragged lane would go."""
    y = min(max(y, frame.body_top + 1), frame.height - 2)
    painter.setPen(QPen(colour(theme.accent), 3))
    painter.drawLine(QLineF(0, y, frame.width, y))


def paint_relations(painter: QPainter, frame: Frame, theme: Theme, joined: tuple[Joined, ...]) -> None:
    """Brackets from the earlier to the later event of each pair, as far as both are in the picture."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setClipRect(QRectF(0, frame.body_top, frame.width, frame.height - frame.body_top))
    text = TextPainter(painter)
    for one in joined:
        ends = _nearest_places(frame, one)
        if ends is not None:
            _paint_bracket(painter, ends, one.words, frame, theme, text)
    painter.restore()


def _nearest_places(frame: Frame, one: Joined) -> tuple[QPointF, QPointF] | None:
    """The marks of both events that stand nearest to one another; None where one of them is not shown."""
    earlier, later = _places(frame, one.earlier), _places(frame, one.later)
    pairs = [(here, there) for here in earlier for there in later]
    return min(pairs, key=lambda pair: abs(pair[0].y() - pair[1].y()), default=None)


def _places(frame: Frame, event: int) -> list[QPointF]:
    marks = frame.marks
    rows = np.flatnonzero(frame.arrangement.columns.event[marks.row] == event)
    x = np.where(np.isnan(marks.dot), (marks.left + marks.right) / 2, marks.dot)
    return [QPointF(float(x[place]), float(marks.y[place])) for place in rows.tolist()]


def _paint_bracket(
    painter: QPainter, ends: tuple[QPointF, QPointF], words: str, frame: Frame, theme: Theme, text: TextPainter
) -> None:
    """Down from one mark, along below the lower of both, up to the other, with the words in the middle."""
    left, right = sorted(ends, key=QPointF.x)
    away = theme.metrics.dot_radius + CLEAR
    floor = max(left.y(), right.y()) + theme.metrics.row_height / 2
    path = QPainterPath(QPointF(left.x(), left.y() + away))
    corner = min(CORNER, (right.x() - left.x()) / 2)
    path.lineTo(left.x(), floor - corner)
    path.quadTo(left.x(), floor, left.x() + corner, floor)
    path.lineTo(right.x() - corner, floor)
    path.quadTo(right.x(), floor, right.x(), floor - corner)
    path.lineTo(right.x(), right.y() + away)
    painter.setPen(QPen(colour(theme.accent), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    _paint_words(painter, left.x(), right.x(), floor, words, frame, theme, text)


def _paint_words(
    painter: QPainter, left: float, right: float, y: float, words: str, frame: Frame, theme: Theme, text: TextPainter
) -> None:
    style = Style(theme.metrics.font_small, theme.on_accent, bold=True)
    width = text_width(words, style) + 14
    middle = (max(left, 0.0) + min(right, frame.width)) / 2
    begin = min(max(middle - width / 2, 4.0), max(4.0, frame.width - width - 4))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.accent))
    painter.drawRoundedRect(QRectF(begin, y - 8.5, width, 17), 8.5, 8.5)
    text.draw(begin + 7, y, words, style)

"""Marks in pieces, for the screen: pictures of dots and of the ends of bars, made once and put together for each bar.

Bars of all lengths share their pieces: an end, which may fade, a middle that is filled or repeats itself, another end.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from timeline_app.drawing.marks import (
    BAND_AIR,
    OUTSIDE,
    POSSIBLE,
    Mark,
    band_fill,
    bar_fill,
    is_hollow,
    paint_bar,
    paint_dot,
    round_box,
)
from timeline_app.drawing.theme import Theme, colour

#: Pixels around a dot for its outline, a line through it and the sign of differing sources.
MARGIN = 4
#: Ends that fade over up to so many pixels have a picture of their own; longer ones are stretched from the nearest of
#: some: from one to the next so many times longer, one of them the length over which open ends fade.
OWN, LONGER = 32, 1.3
#: The longest picture of an end.
LONGEST_END = 700
#: Bars of up to so many pixels have a picture of their own where their ends meet, or where dashes run around them;
#: so many of them are kept.
SHORT, SHORT_KEPT = 80, 200
#: Length of a picture of a middle, a multiple of the dashes' and in whole pixels at all usual scalings of a screen.
TILE = 80


class End(NamedTuple):
    """The picture of an end, and over how many device pixels it is to be drawn."""

    pixmap: QPixmap
    width: int


class Pieces:
    """The pieces of one kind of mark at a height of bars, for a screen of `ratio` device pixels a pixel.

    All lengths here are in device pixels.
    """

    def __init__(self, mark: Mark, theme: Theme, ratio: float) -> None:
        self.mark = mark
        self.hollow = is_hollow(mark)
        self.fill: QColor = colour(bar_fill(mark))
        self._theme, self._ratio = theme, ratio
        self._height = theme.metrics.bar_height
        self._is_dashed = mark.factuality == POSSIBLE
        # A middle in one colour is filled, where its height is one of whole pixels.
        self._filled = int(self._height * ratio)
        self._is_filled = not self.hollow and self._filled == self._height * ratio
        self._margin, self._repeat = round(OUTSIDE * ratio), round(TILE * ratio)
        self._cap = math.ceil(self._height / 2 * ratio)
        self._open = round(theme.metrics.open_fade * ratio)
        self._ends: dict[tuple[int, bool], QPixmap] = {}
        self._middle: QPixmap | None = None
        self._short: dict[tuple[int, int, int], QPixmap] = {}
        self._dot: QPixmap | None = None
        self._band: RoundBox | None = None
        self._plain = tuple(End(self._picture(0, right=right), self._cap) for right in (False, True))

    @property
    def band(self) -> RoundBox:
        """What lies over the whole day behind a dot where a day is wide."""
        if self._band is None:
            height = self._theme.metrics.row_height - BAND_AIR
            self._band = RoundBox.of(band_fill(self.mark), height, self._ratio)
        return self._band

    @property
    def dot(self) -> QPixmap:
        """The dot, its middle a radius and MARGIN from the picture's corner."""
        if self._dot is None:
            radius = self._theme.metrics.dot_radius
            side = round(2 * (radius + MARGIN) * self._ratio) + 1
            self._dot = pixmap = QPixmap(side, side)
            with _painting(pixmap, self._ratio) as painter:
                paint_dot(painter, radius + MARGIN, radius + MARGIN, radius, self.mark, self._theme)
        return self._dot

    def put_bar(self, painter: QPainter, left: int, right: int, top: int, fades: Sequence[float], seen: int) -> bool:
        """Put a bar together; False where it is too short for that."""
        if right - left < 2 * self._cap:
            return False
        if max(fades) < 1 and not (self._is_dashed and right - left <= SHORT * self._ratio):
            self._put_whole(painter, left, right, top, self._plain[False], self._plain[True], seen)
            return True
        most = min((right - left) / max(fades[0] + fades[1], 1.0), 1.0)
        begin, end = self._end(fades[0] * most, right=False), self._end(fades[1] * most, right=True)
        over = begin.width + end.width - (right - left)
        if right - left <= SHORT * self._ratio and (over > 0 or (self._is_dashed and max(fades) < 1)):
            painter.drawPixmap(left, top, self._whole(right - left, round(fades[0]), round(fades[1])))
            return True
        if over > 0:
            # Beside a long fade the other end keeps its round corner.
            spare = begin.width - self._cap
            less = over * spare // max(spare + end.width - self._cap, 1)
            begin, end = End(begin.pixmap, begin.width - less), End(end.pixmap, end.width - (over - less))
        self._put_whole(painter, left, right, top, begin, end, seen)
        return True

    def _put_whole(self, painter: QPainter, left: int, right: int, top: int, begin: End, end: End, seen: int) -> None:
        """Both ends and what is between them, as far as it can be seen."""
        middle, last = left + begin.width, right - end.width
        _put(painter, begin, left, top, seen)
        _put(painter, end, last, top, seen)
        low, high = max(middle, -self._margin), min(last, seen + self._margin)
        if low < high:
            self._put_middle(painter, low - (low - middle) % self._repeat, high, top)

    def _whole(self, width: int, *fades: int) -> QPixmap:
        key = (width, fades[0], fades[1])
        pixmap = self._short.get(key)
        if pixmap is None:
            if len(self._short) >= SHORT_KEPT:
                self._short.clear()
            self._short[key] = pixmap = QPixmap(width, math.ceil(self._height * self._ratio))
            with _painting(pixmap, self._ratio) as painter:
                ends = fades[0] / self._ratio, fades[1] / self._ratio
                paint_bar(painter, 0.0, width / self._ratio, self._height / 2, self._height, ends, self.mark)
        return pixmap

    def _put_middle(self, painter: QPainter, low: int, high: int, top: int) -> None:
        if not self._is_filled:
            tile = self._tile()
            painter.drawTiledPixmap(low, top, high - low, tile.height(), tile)
        else:
            painter.fillRect(low, top, high - low, self._filled, self.fill)

    def _end(self, fade: float, *, right: bool) -> End:
        """The end that fades over so many device pixels."""
        if fade < 1:
            return self._plain[right]
        width = max(round(fade), self._cap)
        if fade <= OWN * self._ratio:
            return End(self._picture(max(1, round(fade)), right=right), width)
        steps = round(math.log(fade / self._open, LONGER))
        length = min(round(self._open * LONGER**steps), LONGEST_END)
        return End(self._picture(length, right=right), width)

    def _picture(self, fade: int, *, right: bool) -> QPixmap:
        """The end of a long bar with a fade."""
        pixmap = self._ends.get((fade, right))
        if pixmap is None:
            width = max(fade, self._cap)
            self._ends[fade, right] = pixmap = QPixmap(width, math.ceil(self._height * self._ratio))
            with _painting(pixmap, self._ratio) as painter:
                length = (2 * width + 10 * TILE) / self._ratio
                painter.translate(width / self._ratio - length if right else 0.0, self._height / 2)
                ends = (0.0, fade / self._ratio) if right else (fade / self._ratio, 0.0)
                paint_bar(painter, 0.0, length, 0.0, self._height, ends, self.mark)
        return pixmap

    def _tile(self) -> QPixmap:
        """What repeats itself in the middle of a hollow bar."""
        if self._middle is None:
            self._middle = QPixmap(round(TILE * self._ratio), math.ceil(self._height * self._ratio))
            with _painting(self._middle, self._ratio) as painter:
                painter.translate(-4.0 * TILE, self._height / 2)
                paint_bar(painter, 0.0, 10.0 * TILE, 0.0, self._height, (0.0, 0.0), self.mark)
        return self._middle


@contextmanager
def _painting(pixmap: QPixmap, ratio: float) -> Iterator[QPainter]:
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.scale(ratio, ratio)
        yield painter


def _put(painter: QPainter, end: End, left: int, top: int, seen: int) -> None:
    pixmap, width = end
    if left >= seen or left + width <= 0:
        return
    if width == pixmap.width():
        painter.drawPixmap(left, top, pixmap)
    else:
        painter.drawPixmap(left, top, width, pixmap.height(), pixmap, 0, 0, pixmap.width(), pixmap.height())


class RoundBox:
    """A box with round ends in one colour and of one height, of any length; all lengths are in device pixels."""

    def __init__(self, fill: str, height: float, ratio: float) -> None:
        """`height` is in pixels."""
        self._name, self._fill = fill, colour(fill)
        self._height, self._cap = height * ratio, math.ceil(height / 2 * ratio)
        self._whole = int(self._height)
        self._begin, self._end = self._picture(0.0), self._picture(-3.0 * self._cap)

    @staticmethod
    @lru_cache(maxsize=1000)
    def of(fill: str, height: float, ratio: float) -> RoundBox:
        """The one of this kind."""
        return RoundBox(fill, height, ratio)

    def _picture(self, left: float) -> QPixmap:
        """The end of a box that begins at this place."""
        pixmap = QPixmap(self._cap, math.ceil(self._height))
        with _painting(pixmap, 1.0) as painter:
            round_box(painter, QRectF(left, 0.0, 4.0 * self._cap, self._height), self._name)
        return pixmap

    def put(self, painter: QPainter, left: int, right: int, top: int) -> None:
        """Put one together from its ends."""
        cap, height = self._cap, self._height
        if right - left < 2 * cap:
            round_box(painter, QRectF(left, top, right - left, height), self._name)
            return
        painter.drawPixmap(left, top, self._begin)
        painter.drawPixmap(right - cap, top, self._end)
        if self._whole == height:
            painter.fillRect(left + cap, top, right - left - 2 * cap, self._whole, self._fill)
        else:
            painter.fillRect(QRectF(left + cap, top, right - left - 2 * cap, height), self._fill)

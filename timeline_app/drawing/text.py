"""Text on the timeline: ready-made pixmaps on screen, real letters on paper."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap

from timeline_app.drawing.theme import colour, font

#: So many label pixmaps are kept, some 40 MB at most on a screen of ordinary density.
KEPT = 6000
#: So many pixmaps at most are made for one picture of the view; other texts wait for the next.
MOST_NEW = 30
#: Wider than any text.
WIDE = 10_000.0


class Style(NamedTuple):
    """How a text is set; `pixels` is its height, `ink` a "#rrggbb"."""

    pixels: float
    ink: str
    bold: bool = False
    struck: bool = False


@dataclass(slots=True)
class Kept:
    """A text made into a picture: `pixmap` and how far its top lies above the middle of the letters."""

    pixmap: QPixmap
    rise: float


class TextPainter:
    """Draws texts on one painter. `vector` keeps them letters, which a PDF can be searched for."""

    #: Texts drawn once so far; only what is seen again is worth a pixmap, for zooming shows many a text but once.
    _seen: ClassVar[set[tuple[str, str, Style, int, float]]] = set()
    _pixmaps: ClassVar[OrderedDict[tuple[str, str, Style, int, float], Kept]] = OrderedDict()

    def __init__(self, painter: QPainter, *, vector: bool) -> None:
        self.painter = painter
        self.vector = vector
        self._ratio = painter.device().devicePixelRatioF()
        self._left = MOST_NEW

    def draw(self, x: float, middle: float, text: str, style: Style, width: float = WIDE, *, tail: str = "") -> None:
        """One line of text from `x`, its small letters around the height `middle`.

        What goes beyond `width` is replaced by an ellipsis, but `tail` is always there at the end.
        """
        if self.vector:
            self._draw_letters(x, middle, text, style, width, tail)
            return
        key = (text, tail, style, int(width), self._ratio)
        kept = self._pixmaps.get(key)
        if kept is None and (key not in self._seen or not self._left):
            if len(self._seen) > KEPT:
                self._seen.clear()
            self._seen.add(key)
            ratio, rise = self._ratio, _rise(style)
            left, top = round(x * ratio) / ratio, round((middle - rise) * ratio) / ratio
            self._draw_letters(left, top + rise, text, style, width, tail)
            return
        if kept is None:
            self._left -= 1
            kept = self._pixmaps[key] = _make_pixmap(shortened(text, style, width, tail), style, self._ratio)
            if len(self._pixmaps) > KEPT:
                self._pixmaps.popitem(last=False)
        else:
            self._pixmaps.move_to_end(key)
        # Whole device pixels keep the letters sharp.
        left = round(x * self._ratio) / self._ratio
        top = round((middle - kept.rise) * self._ratio) / self._ratio
        self.painter.drawPixmap(QPointF(left, top), kept.pixmap)

    def _draw_letters(self, x: float, middle: float, text: str, style: Style, width: float, tail: str) -> None:
        self.painter.setFont(styled_font(style))
        self.painter.setPen(colour(style.ink))
        baseline = middle - _rise(style) + _metrics(style).ascent()
        self.painter.drawText(QPointF(x, baseline), shortened(text, style, width, tail))

    @classmethod
    def forget(cls) -> None:
        """Let go of all pixmaps, when the theme or the screen changes."""
        cls._pixmaps.clear()
        cls._seen.clear()


@lru_cache(maxsize=256)
def styled_font(style: Style) -> QFont:
    """The font of a style."""
    made = QFont(font(style.pixels, bold=style.bold))
    made.setStrikeOut(style.struck)
    return made


@lru_cache(maxsize=256)
def _metrics(style: Style) -> QFontMetricsF:
    return QFontMetricsF(styled_font(style))


@lru_cache(maxsize=256)
def _rise(style: Style) -> float:
    """How far the top of a line lies above the middle of its small letters."""
    metrics = _metrics(style)
    return metrics.ascent() - metrics.xHeight() / 2 - 0.5


@lru_cache(maxsize=20_000)
def text_width(text: str, style: Style) -> float:
    """The width of a text in pixels."""
    return _metrics(style).horizontalAdvance(text)


def shortened(text: str, style: Style, width: float, tail: str = "") -> str:
    """The text and its tail, or as much of the text as goes into `width` with an ellipsis and the tail."""
    metrics = _metrics(style)
    if metrics.horizontalAdvance(text + tail) <= width + 0.5:
        return text + tail
    room = width - (metrics.horizontalAdvance(tail) if tail else 0.0)
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) + tail


def _make_pixmap(text: str, style: Style, ratio: float) -> Kept:
    metrics = _metrics(style)
    width, height = metrics.horizontalAdvance(text) + 3, metrics.height() + 2
    pixmap = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(styled_font(style))
    painter.setPen(colour(style.ink))
    painter.drawText(QRectF(0, 0, width, height), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), text)
    painter.end()
    return Kept(pixmap, _rise(style))

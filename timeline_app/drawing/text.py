"""Text on the timeline: ready-made pixmaps."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap

from timeline_app.drawing.kept import Kept
from timeline_app.drawing.theme import colour, font

#: Bytes of pixmaps in one generation of those kept.
KEPT = 10e6
#: Wider than any text.
WIDE = 10_000.0


class Style(NamedTuple):
    """How a text is set; `pixels` is its height, `ink` a "#rrggbb"."""

    pixels: float
    ink: str
    bold: bool = False
    struck: bool = False


class TextPainter:
    """Draws texts on one painter, as pixmaps that are kept."""

    #: Each with how far it rises above the middle of its small letters.
    _pixmaps: ClassVar[Kept[tuple[QPixmap, float]]] = Kept(KEPT)

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter
        self._ratio = painter.device().devicePixelRatioF()

    def draw(self, x: float, middle: float, text: str, style: Style, width: float = WIDE, *, tail: str = "") -> None:
        """One line of text from `x`, its small letters around the height `middle`.

        What goes beyond `width` is replaced by an ellipsis, but `tail` is always there at the end.
        """
        ratio = self._ratio
        key = (text, tail, style, int(width), ratio)
        found = self._pixmaps.get(key)
        if found is None:
            pixmap = text_pixmap(text, style, ratio, width, tail)
            pixmap.setDevicePixelRatio(ratio)
            found = self._pixmaps.put(key, (pixmap, rise(style)), weight_of(pixmap))
        # Whole device pixels keep the letters sharp.
        left, top = round(x * ratio), round((middle - found[1]) * ratio)
        if ratio == 1.0:
            self.painter.drawPixmap(left, top, found[0])
        else:
            self.painter.drawPixmap(QPointF(left / ratio, top / ratio), found[0])

    @classmethod
    def forget(cls) -> None:
        """Let go of all pixmaps, when the theme or the screen changes."""
        cls._pixmaps.clear()


class _Height(NamedTuple):
    ascent: float
    line: float


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
def _height(style: Style) -> _Height:
    metrics = _metrics(style)
    return _Height(metrics.ascent(), metrics.height())


@lru_cache(maxsize=256)
def rise(style: Style) -> float:
    """How far the top of a line lies above the middle of its small letters."""
    metrics = _metrics(style)
    return metrics.ascent() - metrics.xHeight() / 2 - 0.5


@lru_cache(maxsize=20_000)
def text_width(text: str, style: Style) -> float:
    """The width of a text in pixels."""
    return _metrics(style).horizontalAdvance(text)


@lru_cache(maxsize=64)
def width_in(style: Style) -> Callable[[str], float]:
    """The width of texts in one style, for many of them: each is found by itself, without the style."""
    return lru_cache(maxsize=10_000)(_metrics(style).horizontalAdvance)


def shortened(text: str, style: Style, width: float, tail: str = "") -> str:
    """The text and its tail, or as much of the text as goes into `width` with an ellipsis and the tail."""
    return _fitted(text, style, width, tail)[0]


def _fitted(text: str, style: Style, width: float, tail: str) -> tuple[str, float]:
    """The text as `shortened` has it, and how wide it is."""
    metrics = _metrics(style)
    needed = metrics.horizontalAdvance(text + tail)
    if needed <= width + 0.5:
        return text + tail, needed
    room = width - (metrics.horizontalAdvance(tail) if tail else 0.0)
    fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) + tail
    return fitted, metrics.horizontalAdvance(fitted)


def text_pixmap(text: str, style: Style, ratio: float, width: float = WIDE, tail: str = "") -> QPixmap:
    """A text as a picture in device pixels, whose top lies `rise` above the middle of its small letters."""
    fitted, needed = _fitted(text, style, width, tail)
    ascent, line = _height(style)
    pixmap = QPixmap(max(1, round((needed + 3) * ratio)), max(1, round((line + 2) * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        if ratio != 1.0:
            painter.scale(ratio, ratio)
        painter.setFont(styled_font(style))
        painter.setPen(colour(style.ink))
        painter.drawText(QPointF(0.0, ascent), fitted)
    return pixmap


def weight_of(pixmap: QPixmap) -> float:
    """The bytes of a pixmap, with some for the object itself."""
    return 4.0 * pixmap.width() * pixmap.height() + 500.0

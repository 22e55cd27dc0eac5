"""Clusters on screen: a box with round ends and a number set from digits, all of them ready-made pictures.

While zooming every count is another one, and digits are soon all known.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.drawing.pieces import RoundBox
from timeline_app.drawing.pills import AIR, look_of
from timeline_app.drawing.text import Style, rise, text_pixmap, text_width
from timeline_app.drawing.theme import Theme
from timeline_app.layout.frame import Frame

DIGITS = "0123456789,"
#: So many numbers are kept put together in one style, and digits in so many styles.
MOST_NUMBERS, MOST_STYLES = 3000, 100

#: Pictures with their places, and the width of all of them; in device pixels.
Number = tuple[list[tuple[QPixmap, float]], float]


class Numerals:
    """The pictures of digits, and of the words behind them, in one style."""

    def __init__(self, style: Style, ratio: float) -> None:
        self._style, self._ratio = style, ratio
        self._parts: dict[str, tuple[QPixmap, float]] = {}
        self._numbers: dict[str, Number] = {}

    def number(self, words: str) -> Number:
        """The pictures of a number and of what stands behind it."""
        found = self._numbers.get(words)
        if found is None:
            if len(self._numbers) >= MOST_NUMBERS:
                self._numbers.clear()
            found = self._numbers[words] = self._put_together(words)
        return found

    def _put_together(self, words: str) -> Number:
        rest = words.lstrip(DIGITS)
        parts, at = [], 0.0
        for part in (*words[: len(words) - len(rest)], *((rest,) if rest else ())):
            known = self._parts.get(part)
            if known is None:
                width = text_width(part, self._style) * self._ratio
                known = self._parts[part] = text_pixmap(part, self._style, self._ratio), width
            parts.append((known[0], at))
            at += known[1]
        return parts, at


class Counted:
    """What all clusters of a lane with about as many events share."""

    __slots__ = ("box", "numerals", "words_at")

    def __init__(self, fill: str, style: Style, theme: Theme, numerals: Numerals, ratio: float) -> None:
        height = theme.metrics.strip_height - AIR
        self.box = RoundBox.of(fill, height, ratio)
        self.numerals = numerals
        self.words_at = round((height / 2 - rise(style)) * ratio)


class CountedKinds:
    """The kinds of clusters seen so far in one theme and for one density of pixels."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme, self._ratio = theme, ratio
        self._kinds: dict[int, Counted] = {}
        self._numerals: dict[Style, Numerals] = {}

    def forget_lanes(self) -> None:
        """Lanes have other colours now."""
        self._kinds.clear()

    def kinds(self, frame: Frame, codes: Iterable[int]) -> list[Counted]:
        """For each code, a lane times 16 and how deep in colour it is from 0 to 10, the kind."""
        known = self._kinds
        for code in set(codes) - known.keys():
            known[code] = self._kind(frame, *divmod(code, 16))
        return [known[code] for code in codes]

    def _kind(self, frame: Frame, lane: int, depth: int) -> Counted:
        _, _, fill, style = look_of(frame, self._theme, lane, depth)
        if style not in self._numerals:
            if len(self._numerals) >= MOST_STYLES:
                self._numerals.clear()
            self._numerals[style] = Numerals(style, self._ratio)
        return Counted(fill, style, self._theme, self._numerals[style], self._ratio)

    def put(self, painter: QPainter, frame: Frame) -> None:
        """All clusters of a frame; the painter's unit is a device pixel."""
        clusters, ratio = frame.clusters, self._ratio
        seen = np.flatnonzero((clusters.right >= 0) & (clusters.left <= frame.width))
        half = (self._theme.metrics.strip_height - AIR) / 2
        left, tops = clusters.left[seen], frame.cluster_y[seen] - half
        widths = np.rint(clusters.right[seen] - left) * ratio
        begins = np.rint(left * ratio)
        places = np.stack((begins, begins + np.rint(widths), np.rint(tops * ratio))).astype(np.int64).tolist()
        depths = np.minimum(np.frexp(clusters.count[seen])[1] - 1, 10)
        kinds = self.kinds(frame, (clusters.lane[seen] * 16 + depths).tolist())
        draw, labels = painter.drawPixmap, clusters.labels
        for kind, number, width, begin, end, top in zip(kinds, seen.tolist(), widths.tolist(), *places, strict=True):
            kind.box.put(painter, begin, end, top)
            parts, needed = kind.numerals.number(labels[number])
            at, line = begin + (width - needed) / 2, top + kind.words_at
            for pixmap, offset in parts:
                draw(round(at + offset), line, pixmap)

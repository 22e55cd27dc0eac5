"""Events and clusters on screen: put together from ready-made pictures, with as little work for each as can be.

Everything stands on whole device pixels, which keeps letters sharp and pictures quick to copy.
"""

from __future__ import annotations

import weakref
from typing import ClassVar

import numpy as np
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.drawing.events import DIMMED, items_of, label_style, mark_of, paint_halo, paint_links
from timeline_app.drawing.kept import Kept
from timeline_app.drawing.marks import FARTHEST, Mark, band_fill, paint_bar
from timeline_app.drawing.pieces import MARGIN, Pieces, put_round
from timeline_app.drawing.pills import AIR, pills_of
from timeline_app.drawing.text import Style, rise, text_pixmap, text_width, weight_of
from timeline_app.drawing.theme import Theme
from timeline_app.layout.boxes import Boxes
from timeline_app.layout.columns import BOLD, POINT, STATEMENT, tail_of
from timeline_app.layout.frame import Frame

#: Bytes of pictures of labels, and of numbers, in one generation of those kept; more where pixels are smaller.
LABELS, NUMBERS = 9e6, 1e6
#: So many themes and densities of pixels are prepared for at a time.
MOST = 2


DIGITS = "0123456789,"


class Screen:
    """What is kept from one picture of a timeline to the next, in one theme and for one density of pixels."""

    _all: ClassVar[dict[tuple[Theme, float], Screen]] = {}

    def __init__(self, theme: Theme, ratio: float) -> None:
        self.theme, self.ratio = theme, ratio
        self._pieces: dict[Mark, Pieces] = {}
        self._numbers: Kept[tuple[QPixmap, float]] = Kept(NUMBERS * ratio**2)
        self._labels: Kept[QPixmap] = Kept(LABELS * ratio**2)
        self._looks: dict[int, Pieces] = {}
        self._shown: weakref.ref[Boxes] | None = None

    @classmethod
    def of(cls, theme: Theme, ratio: float, frame: Frame) -> Screen:
        """The one for a theme and a density, ready for what the frame shows."""
        found = cls._all.get((theme, ratio))
        if found is None:
            while len(cls._all) >= MOST:
                del cls._all[next(iter(cls._all))]
            found = cls._all[theme, ratio] = cls(theme, ratio)
        boxes = frame.arrangement.boxes
        if found._shown is None or found._shown() is not boxes:
            # Rows have other numbers now.
            found._shown = weakref.ref(boxes)
            found._looks.clear()
            found._labels.clear()
        return found

    @classmethod
    def forget(cls) -> None:
        """Let go of everything, when the theme or the screen changes."""
        cls._all.clear()

    def pieces(self, frame: Frame, code: int) -> Pieces:
        """The pieces for a mark, its lane, factuality and flags in one number as in `_codes`."""
        found = self._looks.get(code)
        if found is None:
            mark = mark_of(frame, self.theme, code >> 16, (code >> 8) & 255, code & 255, opaque=False)
            found = self._pieces.get(mark)
            if found is None:
                found = self._pieces[mark] = Pieces(mark, self.theme, self.ratio)
            self._looks[code] = found
        return found

    def label(self, frame: Frame, key: int) -> QPixmap:
        """The picture of a label; `key` is twice the row, and one more for a label inside its bar."""
        found = self._labels.get(key)
        if found is None:
            columns, row = frame.arrangement.columns, key >> 1
            flags, width = int(columns.flags[row]), float(columns.label_width[row])
            mark = mark_of(frame, self.theme, int(columns.lane[row]), int(columns.factuality[row]), flags, opaque=False)
            style = label_style(mark, self.theme, inside=bool(key & 1), bold=bool(flags & BOLD))
            title = columns.title(int(columns.event[row]))
            found = text_pixmap(title, style, self.ratio, width, tail_of(flags))
            self._labels.put(key, found, weight_of(found))
        return found

    def number(self, words: str, style: Style) -> tuple[list[tuple[QPixmap, float]], float]:
        """The pictures of a cluster's digits and of the word behind them, each with its place, and the whole width.

        While zooming every count is another one, and digits are soon all known.
        """
        rest = words.lstrip(DIGITS)
        found, at = [], 0.0
        for part in (*words[: len(words) - len(rest)], *((rest,) if rest else ())):
            known = self._numbers.get((part, style))
            if known is None:
                pixmap = text_pixmap(part, style, self.ratio)
                known = self._numbers.put((part, style), (pixmap, text_width(part, style)), weight_of(pixmap))
            found.append((known[0], at))
            at += known[1]
        return found, at


def put_clusters(painter: QPainter, frame: Frame, theme: Theme, ratio: float) -> None:
    """All clusters; the painter's unit is a device pixel."""
    screen = Screen.of(theme, ratio, frame)
    height = theme.metrics.strip_height - AIR
    draw, number = painter.drawPixmap, screen.number
    for left, top, width, _, _, fill, words, style in pills_of(frame, theme):
        x = round(left * ratio)
        put_round(painter, x, x + round(width * ratio), top, height, fill, ratio)
        parts, needed = number(words, style)
        above = round(top * ratio) + round((height / 2 - rise(style)) * ratio)
        begin = x + (width - needed) / 2 * ratio
        for pixmap, at in parts:
            draw(round(begin + at * ratio), above, pixmap)


def put_events(painter: QPainter, frame: Frame, theme: Theme, ratio: float) -> None:
    """All marks with their labels, the selected one lifted out; the painter's unit is a device pixel."""
    columns, rows = frame.arrangement.columns, frame.marks.row
    screen = Screen.of(theme, ratio, frame)
    if frame.selected or frame.hovered >= 0:
        _put_halos(painter, frame, theme, ratio)
    if frame.emphasised is None:
        _put_marks(painter, frame, screen, np.arange(len(rows)))
        return
    strong = frame.emphasised[columns.event[rows]]
    painter.setOpacity(DIMMED)
    _put_marks(painter, frame, screen, np.flatnonzero(~strong))
    painter.setOpacity(1.0)
    _put_marks(painter, frame, screen, np.flatnonzero(strong))


def _put_halos(painter: QPainter, frame: Frame, theme: Theme, ratio: float) -> None:
    painter.save()
    painter.scale(ratio, ratio)
    paint_links(painter, frame, theme)
    for item in items_of(frame, theme, opaque=False, events=[*frame.selected, frame.hovered]):
        if frame.emphasised is not None and not frame.emphasised[item.event]:
            painter.setOpacity(DIMMED)
        paint_halo(painter, item, theme, strong=item.event in frame.selected)
        painter.setOpacity(1.0)
    painter.restore()


def _put_marks(
    painter: QPainter, frame: Frame, screen: Screen, which: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> None:
    """Some of the marks: all bars, then all dots, then all labels."""
    columns, marks, metrics, ratio = frame.arrangement.columns, frame.marks, screen.theme.metrics, screen.ratio
    rows, y = marks.row[which], marks.y[which]
    left, right, dot, bar = marks.left[which], marks.right[which], marks.dot[which], marks.bar[which]
    flags = columns.flags[rows]
    codes = marks.lane[which] << 16 | columns.factuality[rows].astype(np.int32) << 8 | flags
    point, statement = (flags & POINT) != 0, (flags & STATEMENT) != 0
    bars = np.flatnonzero(bar)
    for place in bars.tolist():
        index = int(which[place])
        _put_bar(painter, frame, screen, int(codes[place]), index, is_point=bool(point[place]))
    # A statement that lasted has its quote mark at the beginning of its bar.
    quoted = np.minimum(np.maximum(left, 0.0) + metrics.bar_height / 2, right - metrics.dot_radius)
    dot = np.where(np.isnan(dot) & statement & bar & ~point, quoted, dot)
    reach = metrics.dot_radius + MARGIN
    dots = np.flatnonzero((dot > -reach) & (dot < frame.width + reach))
    at = np.rint((np.stack((dot[dots], y[dots])) - reach) * ratio).astype(np.int64).tolist()
    draw = painter.drawPixmap
    for code, x, top in zip(codes[dots].tolist(), *at, strict=True):
        draw(x, top, screen.pieces(frame, code).dot)
    label_x, inside = marks.label_x[which], marks.inside[which]
    label_x = label_x + (inside & statement) * (metrics.bar_height / 2)
    labels = np.flatnonzero((label_x < frame.width) & (label_x + marks.label_width[which] > 0))
    rises = [rise(Style(metrics.font, screen.theme.text, bold=bold)) for bold in (False, True)]
    tops = y[labels] - np.where((flags[labels] & BOLD) != 0, rises[1], rises[0])
    at = np.rint(np.stack((label_x[labels], tops)) * ratio).astype(np.int64).tolist()
    keys = rows[labels].astype(np.int64) * 2 + inside[labels]
    for key, x, top in zip(keys.tolist(), *at, strict=True):
        draw(x, top, screen.label(frame, key))


def _put_bar(painter: QPainter, frame: Frame, screen: Screen, code: int, index: int, *, is_point: bool) -> None:
    marks, metrics, ratio = frame.marks, screen.theme.metrics, screen.ratio
    left, right, y = float(marks.left[index]), float(marks.right[index]), float(marks.y[index])
    begin, end = round(max(left, -FARTHEST) * ratio), round(min(right, FARTHEST) * ratio)
    pieces = screen.pieces(frame, code)
    if is_point:
        height = metrics.row_height - 7
        put_round(painter, begin, end, y - height / 2, height, band_fill(pieces.mark), ratio)
        return
    fades = float(marks.fade_left[index]), float(marks.fade_right[index])
    top = round((y - metrics.bar_height / 2) * ratio)
    if not pieces.put_bar(painter, begin, end, top, (fades[0] * ratio, fades[1] * ratio), round(frame.width * ratio)):
        painter.save()
        painter.scale(ratio, ratio)
        paint_bar(painter, left, right, y, metrics.bar_height, fades, pieces.mark, frame.width)
        painter.restore()

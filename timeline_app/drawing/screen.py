"""Events and clusters on screen: put together from ready-made pictures, with as little work for each as can be.

Everything stands on whole device pixels, which keeps letters sharp and pictures quick to copy.
"""

from __future__ import annotations

import weakref
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.drawing.counted import CountedKinds
from timeline_app.drawing.events import items_of, label_style, mark_of, paint_halo, paint_links
from timeline_app.drawing.kept import Kept
from timeline_app.drawing.marks import BAND_AIR, FARTHEST, Mark, paint_bar
from timeline_app.drawing.pieces import MARGIN, Pieces
from timeline_app.drawing.text import Style, rise, text_pixmap, weight_of
from timeline_app.drawing.theme import Theme
from timeline_app.layout.boxes import Boxes
from timeline_app.layout.columns import BOLD, POINT, STATEMENT, Ints, tail_of
from timeline_app.layout.frame import Frame
from timeline_app.layout.marks import Marks

#: Bytes of pictures of labels in one generation of those kept; more where pixels are smaller.
LABELS = 9e6
#: A key of a label holds its row in bits 1 to 31, and its width from here on.
WIDTH_AT, ROW = 32, 0x7FFF_FFFF
#: So many themes and densities of pixels are prepared for at a time.
MOST = 2


class Screen:
    """What is kept from one picture of a timeline to the next, in one theme and for one density of pixels."""

    _all: ClassVar[dict[tuple[Theme, float], Screen]] = {}

    def __init__(self, theme: Theme, ratio: float) -> None:
        self.theme, self.ratio = theme, ratio
        self._pieces: dict[Mark, Pieces] = {}
        self.counted = CountedKinds(theme, ratio)
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
            found.counted.forget_lanes()
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
            mark = mark_of(frame, self.theme, code >> 16, (code >> 8) & 255, code & 255)
            found = self._pieces.get(mark)
            if found is None:
                found = self._pieces[mark] = Pieces(mark, self.theme, self.ratio)
            self._looks[code] = found
        return found

    def label(self, frame: Frame, key: int) -> QPixmap:
        """The picture of a label; `key` is made by `_label_keys`."""
        found = self._labels.get(key)
        if found is None:
            columns, row, width = frame.arrangement.columns, key >> 1 & ROW, key >> WIDTH_AT
            flags = int(columns.flags[row])
            mark = mark_of(frame, self.theme, int(columns.lane[row]), int(columns.factuality[row]), flags)
            style = label_style(mark, self.theme, inside=bool(key & 1), bold=bool(flags & BOLD))
            title = columns.title(int(columns.event[row]))
            found = text_pixmap(title, style, self.ratio, width, tail_of(flags))
            self._labels.put(key, found, weight_of(found))
        return found


def put_clusters(painter: QPainter, frame: Frame, theme: Theme, ratio: float) -> None:
    """All clusters; the painter's unit is a device pixel."""
    Screen.of(theme, ratio, frame).counted.put(painter, frame)


def put_events(painter: QPainter, frame: Frame, theme: Theme, ratio: float) -> None:
    """All marks with their labels, the selected one lifted out; the painter's unit is a device pixel."""
    if frame.selected or frame.hovered >= 0:
        _put_halos(painter, frame, theme, ratio)
    _put_marks(painter, frame, Screen.of(theme, ratio, frame))


def _put_halos(painter: QPainter, frame: Frame, theme: Theme, ratio: float) -> None:
    painter.save()
    painter.scale(ratio, ratio)
    paint_links(painter, frame, theme)
    for item in items_of(frame, theme, [*frame.selected, frame.hovered]):
        paint_halo(painter, item, theme, strong=item.event in frame.selected)
    painter.restore()


def _put_marks(painter: QPainter, frame: Frame, screen: Screen) -> None:
    """All bars, then all dots, then all labels."""
    columns, marks = frame.arrangement.columns, frame.marks
    flags = columns.flags[marks.row]
    codes = marks.lane << 16 | columns.factuality[marks.row].astype(np.int32) << 8 | flags
    _put_bars(painter, frame, screen, marks, codes)
    _put_dots(painter, frame, screen, marks, codes)
    _put_labels(painter, frame, screen, marks, flags)


def _put_bars(painter: QPainter, frame: Frame, screen: Screen, marks: Marks, codes: Ints) -> None:
    metrics, ratio = screen.theme.metrics, screen.ratio
    bars = np.flatnonzero(marks.bar)
    codes, y = codes[bars], marks.y[bars]
    begins, ends = np.maximum(marks.left[bars], -FARTHEST), np.minimum(marks.right[bars], FARTHEST)
    tops, bands = y - metrics.bar_height / 2, y - (metrics.row_height - BAND_AIR) / 2
    places = np.rint(np.stack((begins, ends, tops, bands)) * ratio).astype(np.int64).tolist()
    fades = (np.stack((marks.fade_left[bars], marks.fade_right[bars])) * ratio).tolist()
    seen = round(frame.width * ratio)
    for number, code, begin, end, top, band, *fade in zip(bars.tolist(), codes.tolist(), *places, *fades, strict=True):
        pieces = screen.pieces(frame, code)
        if code & POINT:
            pieces.band.put(painter, begin, end, band)
        elif not pieces.put_bar(painter, begin, end, top, fade, seen):
            _put_short_bar(painter, frame, screen, pieces, marks, number)


def _put_short_bar(painter: QPainter, frame: Frame, screen: Screen, pieces: Pieces, marks: Marks, number: int) -> None:
    """A bar too short for its ends, drawn as it is."""
    left, right, y = float(marks.left[number]), float(marks.right[number]), float(marks.y[number])
    fades = float(marks.fade_left[number]), float(marks.fade_right[number])
    painter.save()
    painter.scale(screen.ratio, screen.ratio)
    paint_bar(painter, left, right, y, screen.theme.metrics.bar_height, fades, pieces.mark, frame.width)
    painter.restore()


def _put_dots(painter: QPainter, frame: Frame, screen: Screen, marks: Marks, codes: Ints) -> None:
    metrics, ratio = screen.theme.metrics, screen.ratio
    # A statement that lasted has its quote mark at the beginning of its bar.
    lasting = marks.bar & ((codes & (POINT | STATEMENT)) == STATEMENT) & np.isnan(marks.dot)
    quoted = np.minimum(np.maximum(marks.left, 0.0) + metrics.bar_height / 2, marks.right - metrics.dot_radius)
    dot = np.where(lasting, quoted, marks.dot)
    reach = metrics.dot_radius + MARGIN
    dots = np.flatnonzero((dot > -reach) & (dot < frame.width + reach))
    at = np.rint((np.stack((dot[dots], marks.y[dots])) - reach) * ratio).astype(np.int64).tolist()
    draw, pieces = painter.drawPixmap, screen.pieces
    for code, x, top in zip(codes[dots].tolist(), *at, strict=True):
        draw(x, top, pieces(frame, code).dot)


def _put_labels(painter: QPainter, frame: Frame, screen: Screen, marks: Marks, flags: NDArray[np.uint8]) -> None:
    metrics, ratio = screen.theme.metrics, screen.ratio
    label_x = marks.label_x + (marks.inside & ((flags & STATEMENT) != 0)) * (metrics.bar_height / 2)
    labels = np.flatnonzero((label_x < frame.width) & (label_x + marks.label_width > 0))
    rises = [rise(Style(metrics.font, screen.theme.text, bold=bold)) for bold in (False, True)]
    tops = marks.y[labels] - np.where((flags[labels] & BOLD) != 0, rises[1], rises[0])
    at = np.rint(np.stack((label_x[labels], tops)) * ratio).astype(np.int64).tolist()
    keys = _label_keys(marks, labels)
    draw, label = painter.drawPixmap, screen.label
    for key, x, top in zip(keys.tolist(), *at, strict=True):
        draw(x, top, label(frame, key))


def _label_keys(marks: Marks, labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Width in pixels, row, and whether the label stands inside its bar, in one number each."""
    width = np.ceil(marks.label_width[labels]).astype(np.int64)
    return width << WIDTH_AT | marks.row[labels].astype(np.int64) << 1 | marks.inside[labels]

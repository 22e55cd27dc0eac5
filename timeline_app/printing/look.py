"""Sizes, fonts and colours of a printed sheet (in points) and of a picture (in pixels)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from threading import get_ident

from PySide6.QtGui import QFont, QFontMetricsF

from timeline_app.drawing import theme
from timeline_app.drawing.theme import Theme
from timeline_app.layout.panels import Sheet
from timeline_app.printing.document import PageOptions

#: Ligatures would come out of a PDF as one odd character, and nobody finds "conflict" by its "fl".
_LIGATURES = ("liga", "clig", "dlig")


@dataclass(frozen=True, slots=True)
class Look:
    """How large and in which colours; all sizes in the unit of the drawing. Font sizes are whole numbers."""

    theme: Theme
    title: int = 18
    heading: int = 12
    body: int = 9
    small: int = 8
    label: int = 8
    lane: int = 9
    axis: int = 8
    row: float = 14.5
    label_widest: float = 270.0
    bar: float = 8.0
    dot: float = 3.6
    pen: float = 1.0
    #: Whether the axis has a third row, for the names of eras.
    eras: bool = False

    @property
    def axis_height(self) -> float:
        """Both tiers of the axis, and the names of eras."""
        return self.tiers + (self.axis * 1.7 if self.eras else 0.0)

    @property
    def tiers(self) -> float:
        """Both tiers of the axis."""
        return self.axis * 3.9

    def for_eras(self, eras: Sequence[object]) -> Look:
        """The look with room for the names of eras, if there are any."""
        return replace(self, eras=bool(eras))

    def sheet(self, width: float, height: float) -> Sheet:
        """The room for a timeline of this size, drawn in this look."""
        return Sheet(
            width,
            height,
            row=self.row,
            lane_title=self.lane * 1.9,
            lane_padding=self.lane * 0.6,
            mark=self.dot + self.pen / 2,
            label_gap=self.dot,
            clearance=self.label,
            open_fade=self.label * 7.0,
            axis=self.axis_height,
            panel_gap=self.heading * 1.8,
        )


def paper_look(options: PageOptions) -> Look:
    """For sheets of paper: one unit is a point."""
    return Look(theme.black_and_white() if options.black_and_white else theme.paper())


def poster_look(options: PageOptions) -> Look:
    """For sheets that are put together to hang on a wall: one unit is a point, all of it larger."""
    return replace(
        paper_look(options),
        title=36,
        heading=18,
        body=14,
        small=10,
        label=11,
        lane=14,
        axis=12,
        row=20.0,
        label_widest=380.0,
        bar=11.5,
        dot=5.0,
        pen=1.3,
    )


def picture_look(options: PageOptions) -> Look:
    """For pictures: one unit is a pixel of the unscaled picture, sizes as on screen."""
    coloured = theme.dark() if options.dark else theme.light()
    return Look(
        theme.black_and_white() if options.black_and_white else coloured,
        title=24,
        heading=16,
        body=13,
        small=12,
        label=12,
        lane=13,
        axis=12,
        row=22.0,
        label_widest=400.0,
        bar=13.0,
        dot=5.5,
        pen=1.6,
    )


def font(size: int, *, bold: bool = False, italic: bool = False, struck: bool = False) -> QFont:
    """The program's font for vectors: never hinted, with no ligatures, so that words are found as they are written."""
    return _font(size, bold, italic, struck, get_ident())


def metrics(size: int, *, bold: bool = False, italic: bool = False) -> QFontMetricsF:
    """Measures of `font` with the same arguments."""
    return _metrics(size, bold, italic, get_ident())


def width_of(text: str, size: int, *, bold: bool = False) -> float:
    """How wide one line of text is."""
    return metrics(size, bold=bold).horizontalAdvance(text)


# An export may run beside the window. A QFont keeps what Qt has loaded for it, so each thread has its own.


@lru_cache(maxsize=256)
def _font(size: int, bold: bool, italic: bool, struck: bool, _thread: int) -> QFont:
    made = QFont()
    made.setFamilies(list(theme.FONT_FAMILIES))
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setItalic(italic)
    made.setStrikeOut(struck)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for name in _LIGATURES:
        made.setFeature(QFont.Tag(name), 0)
    return made


@lru_cache(maxsize=256)
def _metrics(size: int, bold: bool, italic: bool, thread: int) -> QFontMetricsF:
    return QFontMetricsF(_font(size, bold, italic, False, thread))

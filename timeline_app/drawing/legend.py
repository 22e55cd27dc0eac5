"""The legend of the window: what each shape means."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from timeline_app.drawing.contrast import mixed, readable
from timeline_app.drawing.marks import DENIED, PLANNED, POSSIBLE, Mark, paint_bar, paint_dot
from timeline_app.drawing.text import Style, TextPainter, text_width
from timeline_app.drawing.theme import Theme, colour

#: Widths in pixels: of a sample of a bar and of a dot, before the words, and between two entries.
SAMPLE, SMALL_SAMPLE, GAP, BETWEEN = 46.0, 22.0, 7.0, 22.0
LINE = 24.0


class _Entry(NamedTuple):
    """Words, and what draws the sample: (painter, left, middle height, theme, ground)."""

    words: str
    sample: float
    draw: Callable[[QPainter, float, float, Theme, str], None]


def _mark(theme: Theme, ground: str, factuality: int = 0, *, checked: bool = True, **told: bool) -> Mark:
    return Mark(
        theme.actor_colour(0), ground, True, factuality, checked,
        told.get("statement", False), told.get("conflict", False),
    )  # fmt: skip


def _dot(
    factuality: int = 0, *, checked: bool = True, **told: bool
) -> Callable[[QPainter, float, float, Theme, str], None]:
    def draw(painter: QPainter, left: float, y: float, theme: Theme, ground: str) -> None:
        mark = _mark(theme, ground, factuality, checked=checked, **told)
        paint_dot(painter, left + SMALL_SAMPLE / 2, y, theme.metrics.dot_radius, mark, theme)

    return draw


def _bar(low: float, high: float) -> Callable[[QPainter, float, float, Theme, str], None]:
    """A bar that fades over these shares of its length."""

    def draw(painter: QPainter, left: float, y: float, theme: Theme, ground: str) -> None:
        fades = (low * SAMPLE, high * SAMPLE)
        paint_bar(painter, left, left + SAMPLE, y, theme.metrics.bar_height, fades, _mark(theme, ground))

    return draw


def _cluster(painter: QPainter, left: float, y: float, theme: Theme, ground: str) -> None:
    fill = mixed(theme.actor_colour(0), ground, 0.2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill))
    painter.drawRoundedRect(QRectF(left + 8, y - 9, SAMPLE - 16, 18), 9, 9)
    style = Style(theme.metrics.font_small, readable(theme.actor_colour(0), fill), bold=True)
    TextPainter(painter).draw(left + (SAMPLE - text_width("5", style)) / 2, y, "5", style)


ENTRIES = (
    _Entry("on that day", SMALL_SAMPLE, _dot()),
    _Entry("over these days", SAMPLE, _bar(0, 0)),
    _Entry("some time in these days", SAMPLE, _bar(0.4, 0.4)),
    _Entry("before", SAMPLE, _bar(1, 0)),
    _Entry("after", SAMPLE, _bar(0, 1)),
    _Entry("planned", SMALL_SAMPLE, _dot(PLANNED)),
    _Entry("possible", SMALL_SAMPLE, _dot(POSSIBLE)),
    _Entry("denied", SMALL_SAMPLE, _dot(DENIED)),
    _Entry("a statement", SMALL_SAMPLE, _dot(statement=True)),
    _Entry("its sources differ on the date", SMALL_SAMPLE, _dot(conflict=True)),
    _Entry("not yet checked", SMALL_SAMPLE, _dot(checked=False)),
    _Entry("several events", SAMPLE, _cluster),
)


def legend_size(theme: Theme, width: float) -> QSizeF:
    """The room the legend takes when it is `width` wide at most."""
    places = _places(theme, width)
    right = max(left + _entry_width(entry, theme) for entry, left, _ in places)
    return QSizeF(right, (max(line for _, _, line in places) + 1) * LINE)


def paint_legend(painter: QPainter, left: float, top: float, width: float, *, theme: Theme) -> None:
    """Paint the legend in lines of at most `width`, on the theme's surface."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    text = TextPainter(painter)
    style = _style(theme)
    for entry, x, line in _places(theme, width):
        middle = top + (line + 0.5) * LINE
        entry.draw(painter, left + x, middle, theme, theme.surface)
        text.draw(left + x + entry.sample + GAP, middle, entry.words, style)
    painter.restore()


def _style(theme: Theme) -> Style:
    return Style(theme.metrics.font_small, theme.text)


def _entry_width(entry: _Entry, theme: Theme) -> float:
    return entry.sample + GAP + text_width(entry.words, _style(theme))


def _places(theme: Theme, width: float) -> list[tuple[_Entry, float, int]]:
    """Each entry with its left side and its line."""
    places, x, line = [], 0.0, 0
    for entry in ENTRIES:
        needed = _entry_width(entry, theme)
        if x > 0 and x + needed > width:
            x, line = 0.0, line + 1
        places.append((entry, x, line))
        x += needed + BETWEEN
    return places

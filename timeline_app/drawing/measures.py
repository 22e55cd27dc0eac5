"""Widths of texts in the fonts of a theme, as layout asks for them."""

from __future__ import annotations

import math

from timeline_app.drawing.text import Style, text_width, width_in
from timeline_app.drawing.theme import Theme
from timeline_app.layout.ticks import Measure


class LabelMeasure:
    """Measures event titles; the second argument is True for bold."""

    def __init__(self, theme: Theme) -> None:
        pixels = theme.metrics.font
        self._styles = (Style(pixels, "#000000"), Style(pixels, "#000000", bold=True))

    def __call__(self, title: str, bold: bool) -> float:
        """Width in whole pixels."""
        return math.ceil(text_width(title, self._styles[bold]))


def measure_label(theme: Theme) -> LabelMeasure:
    """For `layout.columns.columns_of`."""
    return LabelMeasure(theme)


def measure_axis(theme: Theme) -> Measure:
    """For `layout.ticks.ticks`: both tiers are measured in the wider, bold font of the upper one."""
    return _measure(theme.metrics.font)


def measure_count(theme: Theme) -> Measure:
    """For the words of clusters."""
    return _measure(theme.metrics.font_small)


def _measure(pixels: float) -> Measure:
    return width_in(Style(pixels, "#000000", bold=True))

"""Colours, fonts and sizes, in a light and a dark theme and one for black-and-white paper.

Actor colours follow Okabe and Ito, who chose them to stay apart for colour-blind eyes. Text on any surface has a
contrast of at least 4.5:1 (WCAG AA); colours used as text are darkened or lightened until they have.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication

from timeline_app.drawing.contrast import mixed, readable
from timeline_app.layout.metrics import Metrics

#: Taken in this order where they are installed; all of them have tabular figures and a true bold.
FONT_FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "DejaVu Sans", "sans-serif")

ACTOR_COLOURS_LIGHT = (
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7a5195", "#8c6d31", "#4d7c0f", "#b0455a",
)  # fmt: skip
ACTOR_COLOURS_DARK = (
    "#4aa8e0", "#f58549", "#2fc79a", "#e39cc4", "#f2b632", "#8ccdf2", "#b592d6", "#c7a562", "#93c24b", "#e27b8f",
)  # fmt: skip
#: On black-and-white paper lanes are told apart by their titles, marks by their shape.
ACTOR_GREYS = ("#1a1a1a", "#4d4d4d", "#333333", "#5c5c5c", "#262626", "#525252")


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour by what it is for, as "#rrggbb"; `metrics` are the sizes."""

    name: str
    dark: bool
    window: str
    panel: str
    surface: str
    lane: str
    lane_other: str
    axis: str
    grid: str
    grid_strong: str
    border: str
    text: str
    text_muted: str
    accent: str
    on_accent: str
    accent_soft: str
    passage: str
    today: str
    warning: str
    error: str
    success: str
    neutral: str
    actors: tuple[str, ...]
    strength_unchecked: float = 0.72
    #: Whether soft grounds need an outline to be seen, as on poor paper.
    outlined: bool = False
    metrics: Metrics = field(default_factory=Metrics)

    def actor_colour(self, index: int) -> str:
        """The colour of an actor's marks; an index below zero is nobody's and grey."""
        return self.neutral if index < 0 else self.actors[index % len(self.actors)]

    def actor_text(self, index: int) -> str:
        """The same colour, changed as little as makes it readable as text on `surface`."""
        return readable(self.actor_colour(index), self.surface)

    def actor_tint(self, index: int, strength: float = 0.16) -> str:
        """A soft background in the actor's colour; `text` stays readable on it up to a strength of 0.35."""
        return mixed(self.actor_colour(index), self.surface, strength)


def light() -> Theme:
    """The light theme."""
    return _LIGHT


def dark() -> Theme:
    """The dark theme."""
    return _DARK


def paper() -> Theme:
    """Colours for printing in colour: the light ones on pure white."""
    return _PAPER


def black_and_white() -> Theme:
    """For paper without colours: only greys, strong enough for a poor printer."""
    return _BLACK_AND_WHITE


class _Chosen:
    """The theme set by the user, None while it follows the system."""

    theme: Theme | None = None


def use_theme(theme: Theme | None) -> None:
    """Set the theme of the program; None follows the system again."""
    _Chosen.theme = theme


def current_theme() -> Theme:
    """The theme set by `use_theme`, or the one that fits the system's colour scheme."""
    if _Chosen.theme is not None:
        return _Chosen.theme
    hints = QGuiApplication.styleHints() if QGuiApplication.instance() is not None else None
    return _DARK if hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark else _LIGHT


def actor_colour(index: int, theme: Theme | None = None) -> QColor:
    """The colour of the actor with this colour index in the current (or a given) theme."""
    return colour((theme or current_theme()).actor_colour(index))


@lru_cache(maxsize=4096)
def colour(name: str, strength: float = 1.0) -> QColor:
    """A "#rrggbb" as QColor, `strength` being its opacity. The same object for all: copy it before changing it."""
    made = QColor(name)
    if strength < 1.0:
        made.setAlphaF(max(0.0, strength))
    return made


@lru_cache(maxsize=128)
def font(pixels: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """The program's font at a height in pixels, so that it is the same on every platform and scaling."""
    made = QFont()
    made.setFamilies(list(FONT_FAMILIES))
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setItalic(italic)
    # Positions are whole pixels without hinting differences, so a label is as wide on screen as it was measured.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Labels are kept as pictures, whose edges cannot be coloured for the pixels of one kind of screen.
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoSubpixelAntialias)
    return made


@lru_cache(maxsize=128)
def font_metrics(pixels: float, *, bold: bool = False) -> QFontMetricsF:
    """Measures of `font` with the same arguments."""
    return QFontMetricsF(font(pixels, bold=bold))


_LIGHT = Theme(
    name="light", dark=False,
    window="#f6f7f9", panel="#fafbfd", surface="#ffffff", lane="#ffffff", lane_other="#f9fafc",
    axis="#ffffff", grid="#eceef2", grid_strong="#d3d8e0", border="#dfe3ea", text="#1b1f2a", text_muted="#5f6776",
    accent="#1f5cd6", on_accent="#ffffff", accent_soft="#e3edff", passage="#fff4d6", today="#1f5cd6",
    warning="#8f5a00", error="#c0272d", success="#1d7a46", neutral="#747c8b", actors=ACTOR_COLOURS_LIGHT,
)  # fmt: skip
_DARK = Theme(
    name="dark", dark=True, window="#16191f", panel="#1a1e25", surface="#1d2129", lane="#1d2129", lane_other="#21262f",
    axis="#1a1e25", grid="#2a303a", grid_strong="#3c4451", border="#323945", text="#e9ecf2", text_muted="#a0a8b6",
    accent="#6ea1ff", on_accent="#0d1524", accent_soft="#263653", passage="#3a3118", today="#6ea1ff",
    warning="#f0b650", error="#ff8585", success="#5fcf91", neutral="#98a1b0", actors=ACTOR_COLOURS_DARK,
)  # fmt: skip
_PAPER = Theme(
    name="paper", dark=False,
    window="#ffffff", panel="#ffffff", surface="#ffffff", lane="#ffffff", lane_other="#fafafa",
    axis="#ffffff", grid="#e2e4e8", grid_strong="#b9bec7", border="#c9cdd4", text="#101318", text_muted="#4d5461",
    accent="#1f5fd8", on_accent="#ffffff", accent_soft="#e8effc", passage="#fff4d6", today="#1f5fd8",
    warning="#8f5a00", error="#c0272d", success="#1d7a46", neutral="#6a7180", actors=ACTOR_COLOURS_LIGHT,
    strength_unchecked=0.85,
)  # fmt: skip
_BLACK_AND_WHITE = Theme(
    name="black and white", dark=False, window="#ffffff", panel="#ffffff", surface="#ffffff", lane="#ffffff",
    lane_other="#ffffff", axis="#ffffff", grid="#dddddd", grid_strong="#999999", border="#888888", text="#000000",
    text_muted="#3c3c3c", accent="#000000", on_accent="#ffffff", accent_soft="#eeeeee", passage="#e6e6e6",
    today="#000000", warning="#000000", error="#000000", success="#000000", neutral="#3c3c3c", actors=ACTOR_GREYS,
    strength_unchecked=0.55, outlined=True,
)  # fmt: skip

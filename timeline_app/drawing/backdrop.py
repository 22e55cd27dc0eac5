"""The ground of lanes on screen: a row of pixels for each colour, with eras and lines, repeated over the heights."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter, QPixmap

from timeline_app.drawing.contrast import channels
from timeline_app.drawing.ground import ERA_STRENGTH, lane_ground
from timeline_app.drawing.theme import Theme, colour
from timeline_app.layout.frame import Frame


def put_ground(painter: QPainter, frame: Frame, theme: Theme, ratio: float) -> None:
    """Lanes, eras, and the lines of the calendar; the painter's unit is a device pixel."""
    width, line = math.ceil(frame.width * ratio), max(1, round(ratio))
    rows: dict[str, QPixmap] = {}
    lines = [
        (_columns(positions, ratio, width), colour(ink).rgb())
        for positions, ink in ((frame.ticks.grid, theme.grid), (frame.ticks.strong, theme.grid_strong))
    ]

    def fill(top: float, bottom: float, ink: str) -> None:
        if ink not in rows:
            rows[ink] = _row(frame, theme, ink, width, ratio, lines)
        low, high = round(max(top, frame.body_top) * ratio), round(min(bottom, frame.height) * ratio)
        painter.drawTiledPixmap(0, low, width, high - low, rows[ink])

    ends = []
    for lane in frame.lanes:
        top = frame.lane_top(lane)
        ends.append(top + float(frame.stack.heights[lane]))
        fill(top, ends[-1], lane_ground(theme, lane))
    below = max(ends[-1] if ends else 0.0, frame.body_top)
    if below < frame.height:
        fill(below, frame.height, theme.panel)
    for end in ends:
        painter.fillRect(0, round(round(end) * ratio) - line // 2, width, line, colour(theme.border))


def _row(
    frame: Frame, theme: Theme, ink: str, width: int, ratio: float, lines: list[tuple[NDArray[np.int64], int]]
) -> QPixmap:
    """One row of pixels: a ground, with eras over it, and lines over these."""
    found = np.full(width, colour(ink).rgb(), np.uint32)
    if frame.eras:
        found[:] = _with_eras(frame, theme, ink, width, ratio)
    for places, line in lines:
        found[places] = line
    # The pixmap has pixels of its own, the image only borrows these.
    return QPixmap.fromImage(QImage(found.data, width, 1, 4 * width, QImage.Format.Format_RGB32))


def _with_eras(frame: Frame, theme: Theme, ink: str, width: int, ratio: float) -> NDArray[np.uint32]:
    pixels = np.tile(np.array(channels(ink), np.float64), (width, 1))
    for era in frame.eras:
        left, right = (_pixel(frame.scale.x_of(day), ratio, width) for day in (era.first, era.last))
        pixels[left:right] += (np.array(channels(theme.accent)) - pixels[left:right]) * ERA_STRENGTH
    red, green, blue = np.rint(pixels).astype(np.uint32).T
    found: NDArray[np.uint32] = np.uint32(0xFF000000) | red << 16 | green << 8 | blue
    return found


def _pixel(x: float, ratio: float, width: int) -> int:
    return round(min(max(x * ratio, 0.0), width))


def _columns(positions: tuple[float, ...], ratio: float, width: int) -> NDArray[np.int64]:
    """Which pixels of the row the lines at these places cover."""
    line = max(1, round(ratio))
    first = np.rint(np.rint(np.array(positions)) * ratio).astype(np.int64) - line // 2
    covered = (first[:, None] + np.arange(line)).ravel()
    inside: NDArray[np.int64] = covered[(covered >= 0) & (covered < width)]
    return inside

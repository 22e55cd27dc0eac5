"""Pictures of single events for the image tests, and what can be said of their pixels whatever the font."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from tests.layout.made import event
from timeline_app.drawing.contrast import channels
from timeline_app.drawing.measures import measure_axis, measure_count, measure_label
from timeline_app.drawing.painter import paint_timeline
from timeline_app.layout.arrangement import arrange
from timeline_app.layout.columns import columns_of
from timeline_app.layout.frame import lay_out
from timeline_app.layout.lanes import Lane
from timeline_app.layout.scale import TimeScale

WIDTH, HEIGHT = 600, 140
LANES = [Lane("a", "A", 0)]


def picture(theme, when, *, first=90.0, last=130.0, checked=True, width=WIDTH, height=HEIGHT, **about):
    """One event painted; returns its frame and the pixels as (height, width, 3) integers."""
    events = [event(1, when, "a", title=about.pop("title", "Mmm"), **about)]
    columns = columns_of(events, LANES, checked={"e1"} if checked else (), measure=measure_label(theme))
    frame = lay_out(
        arrange(columns, LANES), TimeScale(first, last, width), height,
        measure_axis=measure_axis(theme), measure_count=measure_count(theme),
    )  # fmt: skip
    return frame, painted(frame, theme)


def painted(frame, theme, *, paint=paint_timeline):
    """The pixels of a frame, painted as on screen or by another function."""
    image = QImage(QSize(int(frame.width), int(frame.height)), QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint(painter, frame, theme=theme)
    painter.end()
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return data[:, : image.width(), 2::-1].astype(int)


def unlike(pixels, colour):
    """How far each pixel is from a colour, 0 to 255."""
    return np.abs(pixels - np.array(channels(colour))).max(axis=-1)


def is_colour(pixel, colour, tolerance=12):
    """Whether one pixel is a colour, but for a little."""
    return bool(unlike(np.array(pixel), colour) <= tolerance)

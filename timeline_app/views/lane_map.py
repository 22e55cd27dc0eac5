"""All lanes beside the timeline, when there are too many for the view: where they are full, and which are in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from timeline_app.drawing.contrast import channels
from timeline_app.drawing.ground import lane_colour
from timeline_app.drawing.theme import colour
from timeline_app.layout.arrangement import Arrangement
from timeline_app.layout.columns import Columns
from timeline_app.layout.lanes import Lane

if TYPE_CHECKING:
    from timeline_app.views.timeline import TimelineView

WIDTH = 44
#: Empty pixels left and right of the lanes.
AIR = 4
#: With fewer lanes a scroll bar tells enough.
LEAST_LANES = 12
#: Stretches of time a lane is parted into, from its first event to the last of all.
BINS = 32
#: Lanes of more pixels than this have a line of ground between them.
GAPPED = 3


class LaneMap(QWidget):
    """Follows a TimelineView; a click or a drag scrolls its lanes."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view)
        self._view = view
        #: For which columns the pixels were made, and for which theme, lanes and width.
        self._drawn: tuple[Columns, tuple[str, tuple[Lane, ...], int], NDArray[np.uint32]] | None = None
        self._seen: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Overview of the lanes")
        self.hide()

    def sizeHint(self) -> QSize:
        """Narrow."""
        return QSize(WIDTH, 200)

    def follow(self) -> None:
        """Show what the timeline shows now, if there are many lanes."""
        port = self._view.port
        self.setVisible(len(self._view.lanes) >= LEAST_LANES and port.longest_scroll > 0)
        # What is arranged is told by its identity: it is made anew for every change.
        seen = (id(port.arrangement), port.scroll, port.stack.height, port.body_height, self._view.theme.name)
        if self.isVisible() and seen != self._seen:
            self._seen = seen
            self.update()

    def lane_at(self, y: float) -> int:
        """The lane at a pixel, -1 without lanes."""
        stack = self._view.port.stack
        top, height = self._area()
        return stack.lane_at((y - top) / height * stack.height)

    def _area(self) -> tuple[float, float]:
        """Where the lanes are, beside those of the timeline: the top, and how high."""
        metrics = self._view.theme.metrics
        return metrics.axis_height, max(1.0, self.height() - metrics.axis_height - metrics.foot)

    def paintEvent(self, _qevent: QPaintEvent) -> None:
        """A line of little boxes for each lane, and a frame around those in view."""
        theme, port = self._view.theme, self._view.port
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour(theme.panel))
            whole = max(port.stack.height, 1.0)
            begin, room = self._area()
            painter.fillRect(QRectF(0, 0, 1, self.height()), colour(theme.border))
            painter.translate(0, begin)
            scale = room / whole
            if len(self._view.lanes):
                self._paint_lanes(painter, scale, room)
            first = (port.scroll + port.stack.pinned_height) * scale
            last = (port.scroll + port.body_height) * scale
            # Filled by itself: with a smooth outline and a filling at once, a high frame takes half a millisecond.
            frame = QRectF(1.5, first + 0.5, self.width() - 3, max(last - first - 1, 6.0))
            painter.fillRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), colour(theme.accent, 0.13))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour(theme.accent), 1.3))
            painter.drawRoundedRect(frame, 4, 4)

    def _paint_lanes(self, painter: QPainter, scale: float, room: float) -> None:
        ratio = self.devicePixelRatioF()
        pixels = self._stacked(scale * ratio, round(room * ratio), round((self.width() - 2 * AIR) * ratio))
        height, width = pixels.shape
        image = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        painter.drawImage(QPointF(AIR, 0), image)

    def _stacked(self, scale: float, height: int, width: int) -> NDArray[np.uint32]:
        """The lanes at their heights, a row of pixels after the other: one picture is drawn faster than 200 lines."""
        tops = self._view.port.stack.tops * scale
        begins = np.clip(np.ceil(tops - 0.5), 0, height).astype(np.int64)
        begins[0] = 0
        ends = np.append(begins[1:], height)
        pixels = np.repeat(self._pixels(width), ends - begins, axis=0)
        gaps = ends[self._view.port.stack.heights * scale > GAPPED] - 1
        pixels[gaps] = colour(self._view.theme.panel).rgb()
        return pixels

    def _pixels(self, width: int) -> NDArray[np.uint32]:
        """A row of pixels for each lane, in the lane's colour and the stronger the more happens."""
        arrangement, theme = self._view.arrangement, self._view.theme
        columns, about, known = arrangement.columns, (theme.name, arrangement.lanes, width), self._drawn
        if known is None or known[0] is not columns or known[1] != about:
            depth = depths(arrangement)[:, np.arange(width) * BINS // width]
            inks = np.array([channels(lane_colour(theme, lane)) for lane in arrangement.lanes], float)
            ground = np.array(channels(theme.panel), float)
            mixed = ground + (inks[:, None, :] - ground) * (0.12 + 0.88 * depth[:, :, None])
            red, green, blue = np.moveaxis(mixed.astype(np.uint32), -1, 0)
            known = self._drawn = (columns, about, np.uint32(0xFF000000) | red << 16 | green << 8 | blue)
        return known[2]

    # Hands

    def mousePressEvent(self, qevent: QMouseEvent) -> None:
        """Bring the lanes here into view."""
        self._scroll_to(qevent.position().y())

    def mouseMoveEvent(self, qevent: QMouseEvent) -> None:
        """The same while dragging."""
        if qevent.buttons() & Qt.MouseButton.LeftButton:
            self._scroll_to(qevent.position().y())

    def wheelEvent(self, qevent: QWheelEvent) -> None:
        """Scroll the lanes."""
        self._view.pan_pixels(0.0, -float(qevent.angleDelta().y()))

    def event(self, qevent: QEvent) -> bool:
        """A tooltip names the lane."""
        if isinstance(qevent, QHelpEvent) and qevent.type() == QEvent.Type.ToolTip:
            lane = self.lane_at(qevent.pos().y())
            QToolTip.showText(qevent.globalPos(), self._view.lanes[lane].title if lane >= 0 else "", self)
            return True
        return super().event(qevent)

    def _scroll_to(self, y: float) -> None:
        port = self._view.port
        top, height = self._area()
        wanted = (y - top) / height * port.stack.height - port.body_height / 2
        self._view.pan_pixels(0.0, wanted - port.scroll)


def depths(arrangement: Arrangement) -> NDArray[np.float64]:
    """How much happens in each lane (row) in each of `BINS` stretches of all time, 0 to 1."""
    columns, lanes = arrangement.columns, len(arrangement.lanes)
    span = columns.span()
    if span is None or span[1] <= span[0]:
        return np.zeros((lanes, BINS))
    place = ((columns.anchor - span[0]) * (BINS / (span[1] - span[0]))).astype(np.int64)
    cells = columns.lane.astype(np.int64) * BINS + np.clip(place, 0, BINS - 1)
    counts = np.bincount(cells, minlength=lanes * BINS)[: lanes * BINS].reshape(lanes, BINS)
    depth: NDArray[np.float64] = np.log1p(counts) / max(np.log1p(counts.max()), 1e-9)
    return depth

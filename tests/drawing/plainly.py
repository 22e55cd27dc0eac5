"""A frame painted plainly, one thing after another: what the pictures that are put together on screen have to show."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from timeline_app.drawing.events import label_style, mark_of
from timeline_app.drawing.ground import ERA_STRENGTH, lane_ground, paint_axis, paint_titles
from timeline_app.drawing.marks import BAND_AIR, OUTSIDE, band_fill, paint_bar, paint_dot, round_box
from timeline_app.drawing.pills import AIR, look_of
from timeline_app.drawing.text import TextPainter, rise, shortened, styled_font, text_width
from timeline_app.drawing.theme import colour
from timeline_app.layout.columns import BOLD, POINT, tail_of


def paint_plainly(painter, frame, theme):
    """Ground, clusters, events, titles and axis, as shapes and letters; nothing that is chosen or marked."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    text = TextPainter(painter)
    paint_ground(painter, frame, theme)
    paint_clusters(painter, frame, theme)
    for number in range(len(frame.marks)):
        paint_event(painter, frame, theme, number)
    paint_titles(painter, frame, theme, text)
    paint_axis(painter, frame, theme, text)


def paint_ground(painter, frame, theme):
    """Lanes, eras, and the lines of the calendar."""
    bottom = frame.lane_top(frame.lanes[-1]) + float(frame.stack.heights[frame.lanes[-1]]) if frame.lanes else 0.0
    below = max(bottom, frame.body_top)
    if below < frame.height:
        painter.fillRect(QRectF(0, below, frame.width, frame.height - below), colour(theme.panel))
    for lane in frame.lanes:
        box = QRectF(0, frame.lane_top(lane), frame.width, float(frame.stack.heights[lane]))
        painter.fillRect(box, colour(lane_ground(theme, lane)))
    for era in frame.eras:
        left, right = max(0.0, frame.scale.x_of(era.first)), min(frame.width, frame.scale.x_of(era.last))
        if right > left:
            painter.fillRect(
                QRectF(left, frame.body_top, right - left, frame.height), colour(theme.accent, ERA_STRENGTH)
            )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _paint_lines(painter, frame.ticks.grid, frame, theme.grid)
    _paint_lines(painter, frame.ticks.strong, frame, theme.grid_strong)
    painter.setPen(QPen(colour(theme.border), 1))
    for lane in frame.lanes:
        y = round(frame.lane_top(lane) + float(frame.stack.heights[lane]))
        painter.drawLine(QLineF(0, y, frame.width, y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _paint_lines(painter, positions, frame, ink):
    painter.setPen(QPen(colour(ink), 1))
    painter.drawLines([QLineF(round(x), frame.body_top, round(x), frame.height) for x in positions])


def paint_clusters(painter, frame, theme):
    """All clusters."""
    height = theme.metrics.strip_height - AIR
    clusters = frame.clusters
    places = zip(clusters.lane, clusters.left, clusters.right, clusters.count, frame.cluster_y, strict=True)
    for (lane, left, right, count, y), words in zip(places, clusters.labels, strict=True):
        _, _, fill, style = look_of(frame, theme, int(lane), min(10, int(math.log2(count))))
        width = round(right - left)
        round_box(painter, QRectF(left, y - height / 2, width, height), fill)
        draw_letters(painter, left + (width - text_width(words, style)) / 2, y, words, style)


def paint_event(painter, frame, theme, number):
    """One mark with its label."""
    metrics, marks, columns = theme.metrics, frame.marks, frame.arrangement.columns
    row = marks.row[number]
    flags = int(columns.flags[row])
    mark = mark_of(frame, theme, int(marks.lane[number]), int(columns.factuality[row]), flags)
    left, right, dot, y = (float(one[number]) for one in (marks.left, marks.right, marks.dot, marks.y))
    if marks.bar[number] and flags & POINT:
        height = metrics.row_height - BAND_AIR
        begin, end = max(left, -OUTSIDE), min(right, frame.width + OUTSIDE)
        round_box(painter, QRectF(begin, y - height / 2, end - begin, height), band_fill(mark))
    elif marks.bar[number]:
        fades = float(marks.fade_left[number]), float(marks.fade_right[number])
        paint_bar(painter, left, right, y, metrics.bar_height, fades, mark, frame.width)
        if mark.statement and math.isnan(dot):
            dot = min(max(left, 0.0) + metrics.bar_height / 2, right - metrics.dot_radius)
    if not math.isnan(dot):
        paint_dot(painter, dot, y, metrics.dot_radius, mark, theme)
    inside, x = bool(marks.inside[number]), float(marks.label_x[number])
    if not math.isnan(x):
        style = label_style(mark, theme, inside=inside, bold=bool(flags & BOLD))
        # Inside the bar of a statement the words stand behind the quote mark.
        x += metrics.bar_height / 2 if inside and mark.statement else 0.0
        title, width = columns.title(int(columns.event[row])), float(marks.label_width[number])
        draw_letters(painter, x, y, shortened(title, style, width, tail_of(flags)), style)


def draw_letters(painter, x, middle, words, style):
    """Words as letters, from `x`, around the height `middle`."""
    font = styled_font(style)
    painter.setFont(font)
    painter.setPen(colour(style.ink))
    painter.drawText(QPointF(x, middle - rise(style) + painter.fontMetrics().ascent()), words)

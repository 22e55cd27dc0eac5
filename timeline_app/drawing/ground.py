"""What lies under and around the events: lanes, lines, the axis, marked days and eras."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPen

from timeline_app.drawing.text import Style, TextPainter, text_width, width_in
from timeline_app.drawing.theme import Theme, colour
from timeline_app.layout.eras import Era
from timeline_app.layout.frame import DayMark, Frame
from timeline_app.layout.lanes import Lane

#: From the left edge to a lane's title.
TITLE_INDENT = 13.0
#: How strongly eras are shaded.
ERA_STRENGTH = 0.07
#: Between the line of a day, or the edge of an era, and its name; a shortened name has at least so much room.
NAME_INDENT, LEAST_NAME = 6.0, 40.0


def lane_ground(theme: Theme, lane: int) -> str:
    """The background of a lane, two colours in turn."""
    return theme.lane_other if lane % 2 else theme.lane


def title_style(theme: Theme) -> Style:
    """How a lane's title is set."""
    return Style(theme.metrics.font_title, theme.text, bold=True)


def axis_style(theme: Theme) -> Style:
    """How the names of the lower tier are set."""
    return Style(theme.metrics.font_small, theme.text_muted)


def upper_style(theme: Theme) -> Style:
    """How the names of the upper tier are set."""
    return Style(theme.metrics.font, theme.text, bold=True)


def paint_titles(painter: QPainter, frame: Frame, theme: Theme, text: TextPainter) -> None:
    """Stripes and titles of the lanes with the number of events; the topmost stays in view while its lane does."""
    style = title_style(theme)
    small = Style(theme.metrics.font_small, theme.text_muted)
    offsets = frame.arrangement.columns.lane_offsets
    measure, measure_count = width_in(style), width_in(small)
    for lane in frame.lanes:
        lane_top = frame.lane_top(lane)
        stripe = QRectF(0, lane_top, theme.metrics.lane_stripe, float(frame.stack.heights[lane]) - 1)
        painter.fillRect(stripe, colour(lane_colour(theme, frame.arrangement.lanes[lane])))
        lowest = lane_top + float(frame.stack.heights[lane]) - theme.metrics.lane_title
        top = min(max(lane_top, frame.highest(lane)), lowest)
        title = frame.arrangement.lanes[lane].title
        count = _lane_words(frame, lane, int(offsets[lane + 1] - offsets[lane]))
        width, count_width = min(measure(title), 280.0), measure_count(count)
        if top > lane_top:
            _paint_header(painter, frame, theme, lane, top)
        else:
            # No line runs through the words.
            right = TITLE_INDENT + width + count_width + 12
            box = QRectF(TITLE_INDENT - 4, top + 4, right - TITLE_INDENT + 4, theme.metrics.lane_title - 5)
            painter.fillRect(box, colour(lane_ground(theme, lane), 0.93))
        middle = top + theme.metrics.lane_title / 2 + 2
        text.draw(TITLE_INDENT, middle, title, style, 280.0)
        text.draw(TITLE_INDENT + width + 8, middle, count, small)


def _paint_header(painter: QPainter, frame: Frame, theme: Theme, lane: int, top: float) -> None:
    """The band that a lane scrolls beneath: no word of an event stands beside the lane's own."""
    left, height = theme.metrics.lane_stripe, theme.metrics.lane_title
    painter.fillRect(QRectF(left, top, frame.width - left, height), colour(lane_ground(theme, lane)))
    painter.fillRect(QRectF(left, top + height - 1, frame.width - left, 1), colour(theme.grid))


def paint_border(painter: QPainter, frame: Frame, theme: Theme) -> None:
    """Where lanes go on beneath those that stay at the top."""
    y = round(frame.body_top + frame.stack.pinned_height)
    painter.fillRect(QRectF(0, y - 1, frame.width, 2), colour(theme.grid_strong))
    shade = QLinearGradient(0, y + 1, 0, y + 6)
    shade.setColorAt(0.0, colour("#000000", 0.10))
    shade.setColorAt(1.0, colour("#000000", 0.0))
    painter.fillRect(QRectF(0, y + 1, frame.width, 5), shade)


def _lane_words(frame: Frame, lane: int, events: int) -> str:
    """What stands behind a lane's title: how many events, and what was chosen for it."""
    about = frame.arrangement.lanes[lane]
    chosen = [words for words, on in (("kept at top", about.top), ("collapsed", about.collapsed)) if on]
    return " · ".join([f"{events:,}", *chosen])


def paint_axis(painter: QPainter, frame: Frame, theme: Theme, text: TextPainter) -> None:
    """The two tiers on top: the upper names stay in view as long as their stretch does."""
    metrics = theme.metrics
    painter.fillRect(QRectF(0, 0, frame.width, frame.body_top), colour(theme.axis))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(colour(theme.grid_strong), 1))
    painter.drawLines([QLineF(round(x), 5, round(x), frame.body_top) for x in frame.ticks.strong])
    painter.setPen(QPen(colour(theme.grid), 1))
    painter.drawLines([QLineF(round(x), frame.body_top - 5, round(x), frame.body_top) for x in frame.ticks.grid])
    painter.setPen(QPen(colour(theme.border), 1))
    painter.drawLine(QLineF(0, frame.body_top - 1, frame.width, frame.body_top - 1))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    upper = upper_style(theme)
    for left, _right, name in frame.ticks.upper:
        if name:
            text.draw(left + 7, metrics.axis_upper / 2 + 1, name, upper)
    style = axis_style(theme)
    for left, name in frame.ticks.between:
        text.draw(left, metrics.axis_upper / 2 + 1, name, style)
    measure = width_in(style)
    for middle, name in frame.ticks.lower:
        text.draw(middle - measure(name) / 2, metrics.axis_upper + metrics.axis_lower / 2 - 2, name, style)


def paint_day_lines(painter: QPainter, frame: Frame, theme: Theme) -> None:
    """Lines at marked days: dotted, and solid for today."""
    for mark in frame.day_marks:
        x = frame.scale.x_of(mark.day)
        if 0 <= x <= frame.width:
            line = Qt.PenStyle.SolidLine if mark.is_today else Qt.PenStyle.DotLine
            # Words of events stand on the lines.
            painter.setPen(QPen(colour(theme.today, 0.75), 1.2, line))
            painter.drawLine(QPointF(round(x) + 0.5, frame.body_top), QPointF(round(x) + 0.5, frame.height))


def paint_foot(painter: QPainter, frame: Frame, theme: Theme, text: TextPainter) -> None:
    """Below the lanes: the names of eras, and of marked days beside their lines where there is room."""
    top = frame.body_bottom
    painter.fillRect(QRectF(0, top, frame.width, frame.foot), colour(theme.panel))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(colour(theme.border), 1))
    painter.drawLine(QLineF(0, round(top), frame.width, round(top)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for era in frame.eras:
        left, right = _part_in_view(frame, era)
        if right > left:
            painter.fillRect(QRectF(left, top + 1, right - left, frame.foot), colour(theme.accent, ERA_STRENGTH))
    painter.setPen(QPen(colour(theme.today), 1.2))
    for x in (frame.scale.x_of(mark.day) for mark in frame.day_marks):
        if 0 <= x <= frame.width:
            painter.drawLine(QPointF(round(x) + 0.5, top), QPointF(round(x) + 0.5, top + 6))
    for name in _names_of_foot(frame, theme):
        text.draw(name.left, top + frame.foot / 2, name.words, name.style, name.right - name.left + 1)


class _Name(NamedTuple):
    """A name in the foot, with the pixels it takes."""

    left: float
    right: float
    words: str
    style: Style

    def is_over(self, other: _Name) -> bool:
        return self.left < other.right and other.left < self.right


def _part_in_view(frame: Frame, era: Era) -> tuple[float, float]:
    return max(0.0, frame.scale.x_of(era.first)), min(frame.width, frame.scale.x_of(era.last))


def _names_of_foot(frame: Frame, theme: Theme) -> list[_Name]:
    """The names of days, and those of eras beside them.

    An era that finds no room so takes it: its name is the person's own, and the line of a day is seen without a name.
    """
    days: list[_Name] = []
    for mark in frame.day_marks:
        name = _day_name(frame, theme, mark, days)
        if name is not None:
            days.append(name)
    eras: list[_Name] = []
    for era in frame.eras:
        name = _era_name(frame, theme, era, [*days, *eras]) or _era_name(frame, theme, era, eras)
        if name is not None:
            eras.append(name)
            days = [day for day in days if not day.is_over(name)]
    return [*days, *eras]


def _day_name(frame: Frame, theme: Theme, mark: DayMark, taken: Sequence[_Name]) -> _Name | None:
    """The name left or right of its line, None where there is no room."""
    x = frame.scale.x_of(mark.day)
    style = Style(theme.metrics.font_small, theme.today)
    width = text_width(mark.label, style)
    for left in (x - width - NAME_INDENT, x + NAME_INDENT):
        name = _Name(left, left + width, mark.label, style)
        inside = 0 <= x <= frame.width and left > 0 and name.right < frame.width
        if inside and not any(map(name.is_over, taken)):
            return name
    return None


def _era_name(frame: Frame, theme: Theme, era: Era, taken: Sequence[_Name]) -> _Name | None:
    """The name in the part of the era that is in view, as far as others have left room."""
    style = Style(theme.metrics.font_small, theme.text_muted)
    first, last = _part_in_view(frame, era)
    left, right = first + NAME_INDENT, last - NAME_INDENT
    for other in sorted(taken):
        if other.left < left + LEAST_NAME and other.right > left:
            left = other.right + NAME_INDENT
    right = min([right, *(other.left - NAME_INDENT for other in taken if other.left >= left)])
    width = text_width(era.label, style)
    if right - left < min(LEAST_NAME, width):
        return None
    return _Name(left, min(right, left + width), era.label, style)


def lane_colour(theme: Theme, lane: Lane) -> str:
    """The colour of a lane's marks."""
    return theme.actor_colour(lane.colour_index)

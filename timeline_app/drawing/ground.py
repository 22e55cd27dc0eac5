"""What lies under and around the events: lanes, lines, the axis, marked days and eras."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPen

from timeline_app.drawing.text import Style, TextPainter, text_width, width_in
from timeline_app.drawing.theme import Theme, colour
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
        # No line runs through the words; where the lane is scrolled beneath, nothing does.
        right = TITLE_INDENT + width + count_width + 12
        above = 0.0 if top > lane_top else 4.0
        box = QRectF(TITLE_INDENT - 4, top + above, right - TITLE_INDENT + 4, theme.metrics.lane_title - above - 1)
        painter.fillRect(box, colour(lane_ground(theme, lane), 0.93))
        middle = top + theme.metrics.lane_title / 2 + 2
        text.draw(TITLE_INDENT, middle, title, style, 280.0)
        text.draw(TITLE_INDENT + width + 8, middle, count, small)


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
    taken: list[tuple[float, float]] = []
    for mark in frame.day_marks:
        x = frame.scale.x_of(mark.day)
        if 0 <= x <= frame.width:
            _paint_day_name(painter, frame, theme, text, mark, x, taken)
    for era in frame.eras:
        left, right = max(0.0, frame.scale.x_of(era.first)), min(frame.width, frame.scale.x_of(era.last))
        if right > left:
            painter.fillRect(QRectF(left, top + 1, right - left, frame.foot), colour(theme.accent, ERA_STRENGTH))
            _paint_era_name(frame, theme, text, era.label, (left + NAME_INDENT, right - NAME_INDENT), taken)


def _paint_day_name(
    painter: QPainter,
    frame: Frame,
    theme: Theme,
    text: TextPainter,
    mark: DayMark,
    x: float,
    taken: list[tuple[float, float]],
) -> None:
    """A tick, and the name left or right of it."""
    style = Style(theme.metrics.font_small, theme.today)
    painter.setPen(QPen(colour(theme.today), 1.2))
    painter.drawLine(QPointF(round(x) + 0.5, frame.body_bottom), QPointF(round(x) + 0.5, frame.body_bottom + 6))
    width = text_width(mark.label, style)
    for left in (x - width - NAME_INDENT, x + NAME_INDENT):
        right = left + width
        if left > 0 and right < frame.width and not any(left < end and begin < right for begin, end in taken):
            taken.append((left, right))
            text.draw(left, frame.body_bottom + frame.foot / 2, mark.label, style)
            return


def _paint_era_name(
    frame: Frame,
    theme: Theme,
    text: TextPainter,
    name: str,
    room: tuple[float, float],
    taken: list[tuple[float, float]],
) -> None:
    """The name of an era in the part of it that is in view, as far as days have left room."""
    style = Style(theme.metrics.font_small, theme.text_muted)
    left, right = room
    for begin, end in sorted(taken):
        if begin < left + LEAST_NAME and end > left:
            left = end + NAME_INDENT
    right = min([right, *(begin - NAME_INDENT for begin, _ in taken if begin >= left)])
    if right - left >= min(LEAST_NAME, text_width(name, style)):
        text.draw(left, frame.body_bottom + frame.foot / 2, name, style, right - left)
        taken.append((left, min(right, left + text_width(name, style))))


def lane_colour(theme: Theme, lane: Lane) -> str:
    """The colour of a lane's marks."""
    return theme.actor_colour(lane.colour_index)

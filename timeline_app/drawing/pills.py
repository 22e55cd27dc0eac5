"""Clusters: marks with a number, the deeper in colour the more they stand for."""

from __future__ import annotations

from timeline_app.drawing.contrast import mixed, readable
from timeline_app.drawing.ground import lane_colour, lane_ground
from timeline_app.drawing.text import Style
from timeline_app.drawing.theme import Theme
from timeline_app.layout.frame import Frame

#: Empty pixels of the strip above and below.
AIR = 6.0


def look_of(frame: Frame, theme: Theme, lane: int, depth: int) -> tuple[str, str, str, Style]:
    """The colours around and inside a cluster of a lane, the lane's and its ground's, and how its words are set."""
    ink, ground = lane_colour(theme, frame.arrangement.lanes[lane]), lane_ground(theme, lane)
    fill = pill_fill(ink, ground, depth)
    return ink, ground, fill, Style(theme.metrics.font_small, readable(ink, fill), bold=True)


def pill_fill(ink: str, ground: str, depth: int) -> str:
    """The colour of a cluster; `depth` is 0 for the smallest to 10."""
    return mixed(ink, ground, 0.12 + 0.024 * depth)

"""Clusters: marks with a number, the deeper in colour the more they stand for."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from timeline_app.drawing.contrast import mixed, readable
from timeline_app.drawing.ground import lane_colour, lane_ground
from timeline_app.drawing.text import Style
from timeline_app.drawing.theme import Theme
from timeline_app.layout.frame import Frame

#: Empty pixels of the strip above and below.
AIR = 6.0


class Pill(NamedTuple):
    """One mark with a number: its place in pixels, the colours around and inside it, how its words are set."""

    left: float
    top: float
    width: float
    ink: str
    ground: str
    fill: str
    words: str
    style: Style


def pills_of(frame: Frame, theme: Theme) -> Iterator[Pill]:
    """The clusters in view."""
    clusters = frame.clusters
    half = (theme.metrics.strip_height - AIR) / 2
    known: dict[tuple[int, int], tuple[str, str, str, Style]] = {}
    places = (clusters.lane, clusters.left, clusters.right, clusters.count, frame.cluster_y)
    for lane, left, right, count, y, words in zip(*(place.tolist() for place in places), clusters.labels, strict=True):
        if right < 0 or left > frame.width:
            continue
        depth = min(10, int(math.log2(count)))
        look = known.get((lane, depth))
        if look is None:
            look = known[lane, depth] = look_of(frame, theme, lane, depth)
        ink, ground, fill, style = look
        yield Pill(left, y - half, round(right - left), ink, ground, fill, words, style)


def look_of(frame: Frame, theme: Theme, lane: int, depth: int) -> tuple[str, str, str, Style]:
    """The colours around and inside a cluster of a lane, the lane's and its ground's, and how its words are set."""
    ink, ground = lane_colour(theme, frame.arrangement.lanes[lane]), lane_ground(theme, lane)
    fill = pill_fill(ink, ground, depth)
    return ink, ground, fill, Style(theme.metrics.font_small, readable(ink, fill), bold=True)


def pill_fill(ink: str, ground: str, depth: int) -> str:
    """The colour of a cluster; `depth` is 0 for the smallest to 10."""
    return mixed(ink, ground, 0.12 + 0.024 * depth)

"""Sizes of the timeline in pixels of the screen (or points of paper); one value for layout and drawing alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Metrics:
    """How large things are. All lengths in logical pixels, from the top left."""

    axis_upper: float = 26.0
    axis_lower: float = 20.0
    #: Below the lanes, for the names of marked days and eras.
    foot: float = 20.0
    lane_title: float = 26.0
    lane_padding: float = 8.0
    lane_stripe: float = 4.0
    row_height: float = 27.0
    strip_height: float = 24.0
    dot_radius: float = 6.5
    bar_height: float = 15.0
    label_gap: float = 5.5
    label_margin: float = 14.0
    label_widest: float = 300.0
    open_fade: float = 110.0
    hit_target: float = 8.0
    cluster_cell: float = 86.0
    font: float = 12.0
    font_small: float = 11.0
    font_title: float = 13.0

    @property
    def axis_height(self) -> float:
        """Both tiers of the axis."""
        return self.axis_upper + self.axis_lower

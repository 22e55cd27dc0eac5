"""Everything about a set of events that does not depend on what is in view; made once, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline_app.layout.boxes import Boxes
from timeline_app.layout.columns import Columns
from timeline_app.layout.labels import LabelLevels, place_labels
from timeline_app.layout.lanes import Lane
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.rows import rows_for

#: The stretch of time shown around a single instant, in days.
AROUND_ONE = 30.0
#: Empty pixels left and right of everything when all is in view.
FIT_MARGIN = 24.0


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Columns with their lanes, and at which scale each row gets a label."""

    columns: Columns
    lanes: tuple[Lane, ...]
    metrics: Metrics
    boxes: Boxes
    levels: LabelLevels


def arrange(
    columns: Columns,
    lanes: Sequence[Lane],
    metrics: Metrics | None = None,
    *,
    width: float = 1000.0,
    rows: int | None = None,
    halfway: Callable[[Arrangement], None] | None = None,
) -> Arrangement:
    """Place the labels of all scales. `width` is that of the view; `rows` the most rows in a lane.

    `halfway` is given an arrangement for a first picture, complete but for labels of close views.
    """
    metrics = metrics or Metrics()
    rows = rows or rows_for(len(lanes))
    base = _days_at_fit(columns) / max(width * 0.85, 1.0)

    def arranged(levels: LabelLevels) -> Arrangement:
        return Arrangement(columns, tuple(lanes), metrics, Boxes(columns, metrics), levels)

    pass_on = None if halfway is None else lambda levels: halfway(arranged(levels))
    return arranged(place_labels(columns, metrics, rows=rows, base=base, halfway=pass_on))


def _days_at_fit(columns: Columns) -> float:
    span = columns.span()
    return max(span[1] - span[0], AROUND_ONE) if span else AROUND_ONE


def fitting_range(arrangement: Arrangement, width: float) -> tuple[float, float] | None:
    """First and last day so that all events stand in `width` pixels with the labels of those at the right end.

    None where there is nothing.
    """
    columns = arrangement.columns
    span = columns.span()
    if span is None:
        return None
    first, last = span
    if last - first < AROUND_ONE / 10:
        first, last = (first + last - AROUND_ONE) / 2, (first + last + AROUND_ONE) / 2
    low, high = first, last
    # The room for labels depends on the scale, which depends on the room: a few rounds settle it.
    for _ in range(4):
        scale = (high - low) / width
        level = arrangement.levels.at(scale)
        shown = [track for track in level.tracks if len(track)]
        rights = [float(arrangement.boxes.sides(track, scale)[1].max()) for track in shown]
        lefts = [float(arrangement.boxes.sides(track, scale)[0].min()) for track in shown]
        margin = FIT_MARGIN * scale
        low = min([first, *lefts]) - margin
        high = max([last + margin, *rights])
        high = min(high, last + (last - first) * 0.6)
    return low, high

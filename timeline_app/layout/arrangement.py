"""Everything about a set of events that does not depend on what is in view; made once, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline_app.layout.boxes import Boxes
from timeline_app.layout.columns import Columns
from timeline_app.layout.fitting import (
    AROUND_ONE,
    FIT_MARGIN,
    Stretch,
    fitting_scale,
    label_sides,
    main_stretch,
    whole_stretch,
    with_room,
)
from timeline_app.layout.labels import LabelLevels, place_first, place_labels
from timeline_app.layout.lanes import Lane
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.rows import rows_for

#: The flattest packing is made for a scale a little coarser than the one shown first: a scroll bar may take some width.
A_LITTLE_MORE = 1.05


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Columns with their lanes, and at which scale each row gets a label in a view of this `width`."""

    columns: Columns
    lanes: tuple[Lane, ...]
    metrics: Metrics
    boxes: Boxes
    levels: LabelLevels
    width: float = 1000.0
    #: First and last day of most events, and of all.
    main: Stretch | None = None
    whole: Stretch | None = None

    @property
    def pinned(self) -> int:
        """How many of the first lanes are to stay at the top."""
        return next((number for number, lane in enumerate(self.lanes) if not lane.top), len(self.lanes))


def arrange(
    columns: Columns,
    lanes: Sequence[Lane],
    metrics: Metrics | None = None,
    *,
    width: float = 1000.0,
    height: float = 0.0,
    rows: int | None = None,
    halfway: Callable[[Arrangement], None] | None = None,
) -> Arrangement:
    """Place the labels of all scales. `width` and `height` are those of the view, 0 for any height.

    `rows` is the most rows in a lane, otherwise chosen by the height. `halfway` is given arrangements to be
    shown until then: one with some of the labels in a first picture, one complete but for labels of close views.
    """
    metrics = metrics or Metrics()
    rows = rows or rows_for(len(lanes), metrics, height)
    main, whole = main_stretch(columns), whole_stretch(columns)
    base = fitting_scale(main or (0.0, AROUND_ONE), width) * A_LITTLE_MORE
    closed = [number for number, lane in enumerate(lanes) if lane.collapsed]
    sides = label_sides(columns, metrics, width, (whole, main))

    def arranged(levels: LabelLevels) -> Arrangement:
        boxes = Boxes(columns, metrics, levels.leftward)
        return Arrangement(columns, tuple(lanes), metrics, boxes, levels, width, main, whole)

    if halfway is not None:
        halfway(arranged(place_first(columns, metrics, rows=rows, base=base, sides=sides, closed=closed)))
    levels = place_labels(
        columns, metrics, rows=rows, base=base, sides=sides, closed=closed,
        halfway=None if halfway is None else lambda levels: halfway(arranged(levels)),
    )  # fmt: skip
    return arranged(levels)


def fitting_range(arrangement: Arrangement, width: float, *, most: bool = False) -> tuple[float, float] | None:
    """First and last day so that all events (or only `most` of them) stand in `width` pixels with their labels.

    None where there is nothing.
    """
    columns = arrangement.columns
    stretch = arrangement.main if most else arrangement.whole
    if stretch is None:
        return None
    if most:
        # At just this scale the labels were given their sides so that they are not cut off.
        margin = FIT_MARGIN * fitting_scale(stretch, width)
        return stretch[0] - margin, stretch[1] + margin
    return with_room(stretch, arrangement.boxes, columns, arrangement.levels, width)

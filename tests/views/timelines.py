"""Small timelines for the tests of the canvas."""

from __future__ import annotations

import numpy as np

from tests.layout.made import event, from_to, many, on, within
from timeline_app.drawing.theme import light
from timeline_app.layout.columns import from_arrays
from timeline_app.layout.lanes import Lane
from timeline_app.model.calendar import day_number
from timeline_app.views.timeline import TimelineView

D = day_number(2023, 10, 7)
LANES = [Lane("hamas", "Hamas", 0), Lane("qatar", "Qatar", 1), Lane("empty", "Nobody", 2)]
EVENTS = [
    event(1, on(D), "hamas", title="Attack", importance=0.9),
    event(2, from_to(D, D + 13), "hamas", title="Captivity"),
    event(3, on(D + 13), "hamas", "qatar", title="Release", importance=0.95),
    event(4, within(D + 20, D + 40), "qatar", title="Talks"),
    event(5, None, "qatar", title="Undated"),
]


def shown(qtbot, events=EVENTS, lanes=LANES, size=(900, 500)) -> TimelineView:
    """A visible view without movement."""
    view = TimelineView(theme=light())
    qtbot.addWidget(view)
    view.set_animated(False)
    view.resize(*size)
    view.show()
    qtbot.waitExposed(view)
    view.set_events(events, lanes, actor_names={"hamas": "Hamas", "qatar": "Qatar"}, checked={"e1"})
    view.canvas.setFocus()
    return view


def crowd(count=60):
    """Many points on one day, of which most can only be counted."""
    columns = from_arrays(
        lane=np.zeros(count), start=np.full(count, float(D)), end=np.full(count, D + 1.0), best=np.full(count, D + 0.5),
        ids=[f"e{number}" for number in range(count)], title=lambda number: f"Event {number}", lanes=1,
    )  # fmt: skip
    return columns, LANES[:1]


def place_of(view, event_id, lane=0):
    """Where an event's dot (or the middle of its bar) is on the canvas."""
    columns, marks = view.arrangement.columns, view.frame().marks
    for place, row in enumerate(marks.row.tolist()):
        if columns.ids[columns.event[row]] == event_id and columns.lane[row] == lane:
            x = marks.dot[place] if not np.isnan(marks.dot[place]) else (marks.left[place] + marks.right[place]) / 2
            return round(float(x)), round(float(marks.y[place]))
    raise AssertionError(f"{event_id} is not in view")


__all__ = ["EVENTS", "LANES", "D", "crowd", "many", "place_of", "shown"]

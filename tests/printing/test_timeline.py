from __future__ import annotations

import pytest

from tests.printing.sample_events import EVENTS, document
from timeline_app.layout.panels import Panel, PlacedMark, Side
from timeline_app.model.calendar import day_number
from timeline_app.printing.document import PageOptions
from timeline_app.printing.entries import entries_of
from timeline_app.printing.look import paper_look
from timeline_app.printing.timeline import shape_of, timeline_of

LOOK = paper_look(PageOptions())
WIDTH = 600.0
SMALL = (300.0, 300.0 + 2 * (LOOK.dot + LOOK.pen))


def shape_in_a_century(key):
    """The shape of an event, placed as wide as a dot."""
    chosen = document(events=tuple(event for event in EVENTS if event.id == key), lanes=())
    timeline = timeline_of(chosen, entries_of(chosen), LOOK, numbered=True)
    panel = Panel(float(day_number(1950, 1, 1)), float(day_number(2050, 1, 1)), (), 0.0)
    placed = PlacedMark(0, 0, *SMALL, Side.RIGHT, 0.0, 0.0)
    return shape_of(timeline, panel, placed, 0.0, WIDTH, LOOK)


@pytest.mark.parametrize(
    ("key", "bar", "fades", "dot"),
    [
        ("e-attack", False, False, True),  # a day
        ("e-exchange", True, True, False),  # some days, vague
        ("e-held", True, False, False),  # over these days
    ],
)
def test_what_is_vague_looks_vague_however_small(key, bar, fades, dot):
    shape = shape_in_a_century(key)
    assert shape.bar == bar
    wide = shape.x1 - shape.x0
    assert (shape.fade_left > wide / 5 and shape.fade_right > wide / 5) == fades
    assert (shape.best is not None) == dot

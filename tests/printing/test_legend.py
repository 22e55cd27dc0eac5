from __future__ import annotations

import pytest

from tests.printing.sample_events import EVENTS, document
from timeline_app.drawing.legend import ENTRIES
from timeline_app.printing.document import PageOptions
from timeline_app.printing.entries import entries_of
from timeline_app.printing.legend import place_signs, signs_of
from timeline_app.printing.look import paper_look
from timeline_app.printing.timeline import timeline_of

LOOK = paper_look(PageOptions())


def words(*keys):
    chosen = document(events=tuple(event for event in EVENTS if event.id in keys), lanes=())
    columns = timeline_of(chosen, entries_of(chosen), LOOK, numbered=True).columns
    return [sign.words for sign in signs_of(columns, LOOK)]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["e-attack"], ["on that day"]),
        (["e-held"], ["over these days"]),
        (["e-exchange"], ["some time in these days"]),
        (["e-taliban"], ["before or after; one end not known"]),
        (["e-further"], ["on that day", "planned"]),
        (["e-pause"], ["on that day", "denied"]),
        (["e-thanks"], ["on that day", "a statement"]),
        (["e-release"], ["on that day", "≠ its sources differ on the date"]),
        (["e-hub"], []),
    ],
)
def test_only_what_occurs_is_explained(keys, expected):
    assert words(*keys) == expected


def test_paper_and_screen_say_the_same():
    on_screen = {entry.words for entry in ENTRIES}
    every = words(*(event.id for event in EVENTS))
    assert len(every) > 6
    # One sign stands on paper for both sides.
    assert {one.removeprefix("≠ ") for one in every if ";" not in one} <= on_screen


def test_signs_take_as_many_lines_as_they_need():
    timeline = timeline_of(document(), entries_of(document()), LOOK, numbered=True)
    signs = signs_of(timeline.columns, LOOK)
    wide, one_line = place_signs(signs, 5000, LOOK)
    narrow, lines = place_signs(signs, 150, LOOK)
    assert [sign for sign, _, _ in wide] == [sign for sign, _, _ in narrow] == signs
    assert lines > 4 * one_line
    assert {x for _, x, _ in narrow if x > 0} != {x for _, x, _ in wide if x > 0}
    assert place_signs([], 100, LOOK)[1] == 0

import numpy as np
import pytest

from tests.layout.made import after, before, event, from_to, on, within
from timeline_app.layout.columns import columns_of, known_events
from timeline_app.layout.lanes import Lane

LANES = [Lane("a", "A", 0), Lane("b", "B", 1), Lane("", "Everything else", -1)]
EVENTS = [
    event(1, on(10), "a", "b", importance=0.9), event(2, None, "a"), event(3, before(40), "b"), event(4, after(5), "c"),
    event(5, within(3, 9), "a"), event(6, from_to(4, 30), importance=0.2), event(7, on(8), "b", "c", statement=True),
]  # fmt: skip


def same(one, other):
    names = [name for name in one.__slots__ if name not in {"ids", "title", "lanes"}]
    for name in names:
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), err_msg=name)
    assert list(one.ids) == list(other.ids)
    assert [one.title(number) for number in range(len(one.ids))] == [
        other.title(number) for number in range(len(other.ids))
    ]


@pytest.mark.parametrize(
    ("chosen", "lanes", "more"),
    [
        (slice(None), LANES, {}),
        (slice(1, 6), LANES, {}),
        (slice(None, None, -1), LANES, {}),
        (slice(None), LANES[:1], {}),
        (slice(None), LANES[1:], {"hidden": {"a"}}),
        (slice(None), LANES, {"checked": {"e1", "e6"}, "conflicts": {"e7"}}),
        (slice(None), [Lane("all", "All", 0, "none")], {}),
        (slice(0, 0), LANES, {}),
    ],
)
def test_what_is_known_changes_nothing(chosen, lanes, more):
    known = known_events()
    columns_of(EVENTS[::2], LANES, known=known)
    columns_of(EVENTS, [Lane("all", "All", 0, "none")], known=known)
    for _ in range(2):
        same(columns_of(EVENTS[chosen], lanes, known=known, **more), columns_of(EVENTS[chosen], lanes, **more))


def test_each_title_is_measured_once():
    measured = []
    known = known_events(lambda title, bold: measured.append(title) or 50.0)
    for _ in range(3):
        columns_of(EVENTS, LANES, known=known)
    assert len(measured) == len(set(measured))


def test_a_changed_event_is_another_one():
    known = known_events()
    columns_of(EVENTS, LANES, known=known)
    moved = event(1, on(99), "b", importance=0.9)
    columns = columns_of([moved, *EVENTS[1:]], LANES, known=known)
    assert columns.anchor[columns.rows_of("e1")] == pytest.approx(99.5)


def test_what_is_shown_no_more_is_forgotten(monkeypatch):
    monkeypatch.setattr("timeline_app.layout.known.MANY", 50)
    known = known_events()
    for start in range(0, 1000, 100):
        known.places_of([event(number, on(number)) for number in range(start, start + 100)])
    known.places_of(EVENTS)
    assert len(known._events) <= 10

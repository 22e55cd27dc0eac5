"""Values for the tests of the layout, made by hand or by chance."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from timeline_app.layout.columns import OPEN_LEFT, OPEN_RIGHT, POINT, Columns, from_arrays
from timeline_app.layout.lanes import Lane
from timeline_app.model import Event, Factuality, Participant, Passage, When
from timeline_app.model.calendar import day_number, iso_day

PASSAGE = Passage("article", 0, 10)


def on(day: int, **more) -> When:
    return When(day, day, day, day, iso_day(day), best=day, **more)


def from_to(first: int, last: int) -> When:
    return When(first, first, last, last, f"{iso_day(first)}/{iso_day(last)}")


def within(first: int, last: int, best: int | None = None) -> When:
    return When(first, last, first, last, f"[{iso_day(first)}..{iso_day(last)}]", best=best)


def before(day: int) -> When:
    return When(None, day, None, day, f"../{iso_day(day)}")


def after(day: int) -> When:
    return When(day, None, day, None, f"{iso_day(day)}/..")


def event(number: int, when: When | None, *actors: str, title: str = "", **more) -> Event:
    return Event(
        f"e{number}", title or f"Event {number}", PASSAGE, (PASSAGE,), tuple(Participant(actor) for actor in actors),
        when, **more,
    )  # fmt: skip


def lanes(count: int) -> list[Lane]:
    return [Lane(f"lane{number}", f"Lane {number}", number) for number in range(count)]


def many(count: int, *, lane_count: int = 3, seed: int = 0, days: float = 3000.0, whole: bool = False) -> Columns:
    """Points, bars and open bars at random places."""
    random = np.random.default_rng(seed)
    start = random.uniform(0, days, count) + day_number(2000)
    if whole:
        start = np.floor(start)
    kind = random.choice(4, count, p=(0.6, 0.28, 0.06, 0.06))
    flags = np.array([POINT, 0, OPEN_LEFT, OPEN_RIGHT], np.uint8)[kind]
    length = np.where(kind == 1, random.exponential(days / 60, count), 0.0)
    if whole:
        length = np.where(kind == 0, 1.0, np.ceil(length))
    best = np.where(kind == 0, start + length / 2, np.nan)
    return from_arrays(
        lane=random.integers(0, lane_count, count), start=start, end=start + length, best=best,
        ids=[f"e{number}" for number in range(count)], title=lambda number: f"Event {number}", lanes=lane_count,
        importance=random.random(count), label_width=random.uniform(30, 250, count), flags=flags,
        factuality=random.integers(0, len(Factuality), count),
    )  # fmt: skip


#: Days from 5000 BC to AD 5000.
days = st.integers(day_number(-5000), day_number(5000))
#: Lengths of views from some minutes to ten thousand years.
lengths = st.floats(-2.5, 6.6).map(lambda power: 10.0**power)


def known(value):
    """A value that is not None, for the type checker's sake."""
    assert value is not None
    return value

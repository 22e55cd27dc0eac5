"""What a date looks like on the axis: where it starts and ends, which ends fade or stay open, where the dot goes."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.model import When

#: How much of a vague range fades at an end that is not known, where nothing says more.
VAGUE_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Span:
    """Days [start, end) to draw.

    `fade_left` and `fade_right` are lengths in days over which an end fades; `open_left` and `open_right` mark ends
    that go on without bound. `best` is the day to put the dot on, None for none. `point` marks one known day or time.
    """

    start: float
    end: float
    fade_left: float = 0.0
    fade_right: float = 0.0
    open_left: bool = False
    open_right: bool = False
    best: float | None = None
    point: bool = False

    @property
    def anchor(self) -> float:
        """The day that stands for it all where there is no room to draw its length."""
        if self.best is not None:
            return self.best
        if self.open_left != self.open_right:
            return self.end if self.open_left else self.start
        return (self.start + self.end) / 2


def span_of(when: When | None) -> Span | None:
    """How to draw a date, None where it has no place on the axis (nothing bounds it at all)."""
    if when is None:
        return None
    low = _first_known(when.earliest_start, when.latest_start, when.earliest_end)
    high = _first_known(when.latest_end, when.earliest_end, when.latest_start)
    best = None if when.best is None else when.best + 0.5
    if low is None or high is None:
        return None if best is None else Span(best - 0.5, best + 0.5, best=best, point=not when.approximate)
    if when.is_day:
        return _day(when, low)
    if when.earliest_start is None or when.latest_end is None:
        return _open(when, low, high, best)
    if when.is_span:
        return _lasting(when, best)
    return _vague(low, high, best)


def _first_known(*days: int | None) -> int | None:
    return next((day for day in days if day is not None), None)


def _day(when: When, day: int) -> Span:
    if when.clock is not None:
        moment = day + when.clock.minute / 1440
        return Span(moment, moment, best=moment, point=True)
    return Span(float(day), day + 1.0, best=day + 0.5, point=True)


def _open(when: When, low: int, high: int, best: float | None) -> Span:
    """At least one end goes on without bound; what is known of the other one stays sharp."""
    open_left, open_right = when.earliest_start is None, when.latest_end is None
    if open_left and open_right:
        low, high = min(low, high), max(low, high)
        return Span(float(low), high + 1.0, open_left=True, open_right=True, best=best)
    if open_left:
        end = high + 1.0
        known = when.earliest_end is not None and when.earliest_end < high
        fade = high - when.earliest_end if known and when.earliest_end is not None else 0.0
        return Span(end - fade, end, fade_right=float(fade), open_left=True, best=best)
    start = float(low)
    known_start = when.latest_start is not None and when.latest_start > low
    fade = when.latest_start - low if known_start and when.latest_start is not None else 0
    end = max(start + fade, when.earliest_end + 1.0 if when.earliest_end is not None else start)
    return Span(start, end, fade_left=float(fade), open_right=True, best=best)


def _lasting(when: When, best: float | None) -> Span:
    """A span: solid where it surely lasted, fading over the days in which it may have begun or ended."""
    assert when.earliest_start is not None
    assert when.latest_start is not None
    assert when.earliest_end is not None
    assert when.latest_end is not None
    start, end = float(when.earliest_start), when.latest_end + 1.0
    fade_left = float(when.latest_start - when.earliest_start)
    fade_right = float(when.latest_end - when.earliest_end)
    if when.approximate:
        fade_left = max(fade_left, (end - start) * VAGUE_SHARE / 2)
        fade_right = max(fade_right, (end - start) * VAGUE_SHARE / 2)
    return Span(start, end, fade_left, fade_right, best=best)


def _vague(low: int, high: int, best: float | None) -> Span:
    """Somewhere within bounds: fading at both ends, but sharp at an end that is the best guess itself."""
    start, end = float(low), high + 1.0
    if low == high:
        # "About" one day: the day itself is likeliest, its neighbours are drawn as possible.
        return Span(start - 1, end + 1, 1.0, 1.0, best=start + 0.5 if best is None else best)
    length = end - start
    if best is not None and best >= end - 1:
        return Span(start, end, length * 0.8, 0.0, best=best)
    if best is not None and best <= start + 1:
        return Span(start, end, 0.0, length * 0.8, best=best)
    return Span(start, end, length * VAGUE_SHARE, length * VAGUE_SHARE, best=best)

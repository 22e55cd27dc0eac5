"""When something happened, with its uncertainty and with how it is known.

Bounds are day numbers of `model.calendar`, both ends included; None is an open end. A point in time has the same bounds
for its start and its end; a vague date has bounds wider than the thing itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_app.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Basis:
    """One step of the reasoning behind a date: a sentence for the reader, and the passages it rests on."""

    sentence: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day as written: minutes after midnight, and the zone's own words ("GMT", "local time", "")."""

    minute: int
    zone: str = ""

    def __str__(self) -> str:
        return f"{self.minute // 60:02d}:{self.minute % 60:02d}" + (f" {self.zone}" if self.zone else "")


@dataclass(frozen=True, slots=True)
class When:
    """Earliest and latest start and end as day numbers (None: not bounded), the EDTF text, and the basis.

    `edtf` is ISO 8601-2 (levels 0 and 1, and one-of sets of level 2). `approximate` marks "about". `best` is a day to
    draw a dot on, only where one is really known to be likeliest.
    """

    earliest_start: int | None
    latest_start: int | None
    earliest_end: int | None
    latest_end: int | None
    edtf: str
    approximate: bool = False
    best: int | None = None
    clock: ClockTime | None = None
    basis: tuple[Basis, ...] = ()

    def __post_init__(self) -> None:
        for low, high in ((self.earliest_start, self.latest_start), (self.earliest_end, self.latest_end)):
            if low is not None and high is not None and low > high:
                raise ValueError(f"a date ends before it begins: {self.edtf}")

    @property
    def earliest(self) -> int | None:
        """The first day that may belong to it."""
        return self.earliest_start

    @property
    def latest(self) -> int | None:
        """The last day that may belong to it."""
        return self.latest_end

    @property
    def is_day(self) -> bool:
        """Whether one single day is known."""
        return self.earliest_start is not None and self.earliest_start == self.latest_end and not self.approximate

    @property
    def is_span(self) -> bool:
        """Whether it lasted: its start is surely before its end."""
        return self.latest_start is not None and self.earliest_end is not None and self.latest_start < self.earliest_end

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are known well enough to have a place on the axis."""
        return self.earliest_start is not None and self.latest_end is not None

    def with_basis(self, *basis: Basis) -> When:
        """The same date, known for these reasons."""
        return replace(self, basis=basis)

    def may_overlap(self, other: When) -> bool:
        """Whether the two could share a day."""
        begins_too_late = self.earliest is not None and other.latest is not None and self.earliest > other.latest
        ends_too_early = self.latest is not None and other.earliest is not None and self.latest < other.earliest
        return not (begins_too_late or ends_too_early)

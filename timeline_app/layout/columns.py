"""All that is drawn, as columns of numbers: one row for each event in each of its lanes, sorted by lane and start."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.known import (
    ANCHOR,
    BEST,
    END,
    FADE_LEFT,
    FADE_RIGHT,
    IMPORTANCE,
    START,
    KnownEvents,
    MeasureLabel,
)
from timeline_app.layout.lanes import OTHERS, Lane
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.scale import EARLIEST, LATEST, Floats
from timeline_app.layout.spans import Span
from timeline_app.layout.ticks import approximate_width
from timeline_app.model import Event, Factuality

Ints = NDArray[np.int32]

#: Bits of `Columns.flags`.
STATEMENT, CHECKED, CONFLICT, POINT, BOLD, OPEN_LEFT, OPEN_RIGHT = (1 << bit for bit in range(7))
#: The order of `Columns.factuality`.
FACTUALITIES = tuple(Factuality)
#: An event counts as important from here on, and then only if it is among the foremost.
BOLD_FROM, BOLD_QUANTILE = 0.6, 0.85

#: A sortable whole number for a place: lane in the high bits, 1/65536 days from here in the low ones.
TICK = 65_536.0
TICK_BITS = 44

#: What of Columns has one value for each row.
ARRAYS = (
    "event", "lane", "start", "end", "anchor", "best", "fade_left", "fade_right", "importance", "label_width",
    "title_width", "factuality", "flags", "key",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """Numpy arrays of one length, sorted by lane and start.

    `event` counts into `ids`; `start`, `end` and `anchor` are days, `best` a day or nan; fades are lengths in days.
    `label_width` is the room in pixels kept for a label, `title_width` what all its words would take. `title(event
    number)` gives its words. `lanes` is a count.
    """

    event: Ints
    lane: Ints
    start: Floats
    end: Floats
    anchor: Floats
    best: Floats
    fade_left: NDArray[np.float32]
    fade_right: NDArray[np.float32]
    importance: NDArray[np.float32]
    label_width: NDArray[np.float32]
    title_width: NDArray[np.float32]
    factuality: NDArray[np.uint8]
    flags: NDArray[np.uint8]
    ids: Sequence[str]
    title: Callable[[int], str]
    lanes: int
    key: NDArray[np.int64]
    lane_offsets: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.event)

    def span(self) -> tuple[float, float] | None:
        """First and last day of all, None where there is nothing."""
        if not len(self):
            return None
        return float(self.start.min()), float(max(self.end.max(), self.anchor.max()))

    def some(self, rows: Ints) -> Columns:
        """The same with only these rows, which are sorted."""
        arrays = {name: getattr(self, name)[rows] for name in ARRAYS}
        return replace(self, **arrays, lane_offsets=np.searchsorted(rows, self.lane_offsets))

    def rows_of(self, event_id: str) -> list[int]:
        """The rows of an event, one for each lane it stands in."""
        number = self.number_of(event_id)
        rows: list[int] = np.flatnonzero(self.event == number).tolist() if number >= 0 else []
        return rows

    def number_of(self, event_id: str) -> int:
        """The number of an event, -1 for one that is not here."""
        try:
            return self.ids.index(event_id)
        except ValueError:
            return -1


def place_key(lane: Any, day: Any) -> NDArray[np.int64]:
    """The sortable number of a lane and a day (numbers or arrays)."""
    tick = (np.minimum(np.maximum(day, EARLIEST), LATEST) - EARLIEST) * TICK
    key: NDArray[np.int64] = (np.asarray(lane, np.int64) << TICK_BITS) | np.asarray(tick, np.int64)
    return key


def ranges(low: NDArray[np.int64], high: NDArray[np.int64]) -> NDArray[np.int64]:
    """All whole numbers of the half-open ranges [low[i], high[i]), one range after the other."""
    lengths = np.maximum(high - low, 0)
    before = np.cumsum(lengths) - lengths
    numbers: NDArray[np.int64] = np.arange(int(lengths.sum()), dtype=np.int64) + np.repeat(low - before, lengths)
    return numbers


def columns_of(
    events: Sequence[Event],
    lanes: Sequence[Lane],
    *,
    checked: Collection[str] = (),
    hidden: Collection[str] = (),
    conflicts: Collection[str] = (),
    measure: MeasureLabel | None = None,
    metrics: Metrics | None = None,
    known: KnownEvents | None = None,
) -> Columns:
    """The columns of events in lanes. An event without a place on the axis, or in no lane, has no row.

    `checked` holds the ids the user has accepted, `hidden` the keys of lanes left out with their events, `conflicts`
    the ids of events whose date cannot stand beside what is told of others; `measure` gives a title's width in pixels.
    `known` is what was found out about events before, with the same measure: most are shown again and again.
    """
    metrics = metrics or Metrics()
    known = known or known_events(measure)
    number_of = {lane.key: number for number, lane in enumerate(lanes)}
    others = number_of.get(OTHERS)

    def homes_of(keys: tuple[str, ...]) -> list[int]:
        homes = {number_of[key] for key in keys if key in number_of}
        if not homes and others is not None and not any(key in hidden for key in keys):
            homes = {others}
        return sorted(homes)

    places = known.places_of(events)
    numbers, flags = known.numbers[places], known.flags[places]
    importance = numbers[:, IMPORTANCE].astype(np.float32)
    bold = _bold(importance)
    flags[bold] |= BOLD
    for ids, flag in ((checked, CHECKED), (conflicts, CONFLICT)):
        if ids:
            flags[np.fromiter((event.id in ids for event in events), bool, len(events))] |= flag
    whole = known.widths(places, bold)
    widths = np.minimum(whole, metrics.label_widest)
    rows, lane = known.homes(places, lanes[0].kind if lanes else "none", homes_of)
    placed = ~np.isnan(numbers[rows, START])
    rows, lane = rows[placed], lane[placed]
    titles = [event.title for event in events]
    return from_arrays(
        lane=lane, start=numbers[rows, START], end=numbers[rows, END], anchor=numbers[rows, ANCHOR],
        best=numbers[rows, BEST], fade_left=numbers[rows, FADE_LEFT], fade_right=numbers[rows, FADE_RIGHT],
        importance=importance[rows], label_width=widths[rows], title_width=whole[rows],
        factuality=known.factuality[places][rows], flags=flags[rows], event=rows,
        ids=[event.id for event in events], title=titles.__getitem__, lanes=len(lanes),
    )  # fmt: skip


def known_events(measure: MeasureLabel | None = None) -> KnownEvents:
    """Nothing known yet; `measure` gives the width of a title in pixels."""
    plain: MeasureLabel = lambda text, bold: approximate_width(text) * (1.1 if bold else 1.0)  # noqa: E731
    return KnownEvents(measure or plain, _span_flags, _event_flags, tail_of)


def tail_of(flags: int) -> str:
    """What stands behind the title of an event with an open date: which way it is open."""
    return {OPEN_LEFT: " ‹ before", OPEN_RIGHT: " › after"}.get(flags & (OPEN_LEFT | OPEN_RIGHT), "")


def _event_flags(event: Event) -> int:
    return STATEMENT * event.statement | CONFLICT * any(claim.about == "date" for claim in event.claims)


def _span_flags(span: Span) -> int:
    return POINT * span.point | OPEN_LEFT * span.open_left | OPEN_RIGHT * span.open_right


def _bold(importance: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which events are important enough for bold labels; none where all are alike."""
    if not len(importance):
        return np.zeros(0, bool)
    least = max(BOLD_FROM, float(np.quantile(importance, BOLD_QUANTILE)))
    bold: NDArray[np.bool_] = (importance >= least) & (importance > float(np.median(importance)))
    return bold


def from_arrays(
    *,
    lane: NDArray[Any],
    start: NDArray[Any],
    end: NDArray[Any],
    ids: Sequence[str],
    title: Callable[[int], str],
    lanes: int,
    event: NDArray[Any] | None = None,
    anchor: NDArray[Any] | None = None,
    best: NDArray[Any] | None = None,
    fade_left: NDArray[Any] | None = None,
    fade_right: NDArray[Any] | None = None,
    importance: NDArray[Any] | None = None,
    label_width: NDArray[Any] | float = 160.0,
    title_width: NDArray[Any] | None = None,
    factuality: NDArray[Any] | None = None,
    flags: NDArray[Any] | None = None,
) -> Columns:
    """Columns straight from arrays in any order, however many rows; what is left out is plain.

    A row without `best` and with start = end is a point in time.
    """
    count = len(start)
    start, end = np.asarray(start, np.float64), np.asarray(end, np.float64)
    points = start == end
    event = np.arange(count, dtype=np.int32) if event is None else np.asarray(event, np.int32)
    best = np.where(points, start, np.nan) if best is None else np.asarray(best, np.float64)
    anchor = np.where(np.isnan(best), (start + end) / 2, best) if anchor is None else np.asarray(anchor, np.float64)
    if flags is None:
        flags = np.where(points, POINT | CHECKED, CHECKED).astype(np.uint8)
    key = place_key(lane, start)
    order = np.argsort(key, kind="stable")
    key = key[order]

    def sorted_column(values: NDArray[Any] | float | None, kind: Any) -> Any:
        if values is None:
            return np.zeros(count, kind)
        return np.full(count, values, kind) if isinstance(values, float) else np.asarray(values, kind)[order]

    return Columns(
        event=event[order],
        lane=np.asarray(lane, np.int32)[order],
        start=start[order],
        end=end[order],
        anchor=anchor[order],
        best=best[order],
        fade_left=sorted_column(fade_left, np.float32),
        fade_right=sorted_column(fade_right, np.float32),
        importance=sorted_column(0.5 if importance is None else importance, np.float32),
        label_width=sorted_column(label_width, np.float32),
        title_width=sorted_column(label_width if title_width is None else title_width, np.float32),
        factuality=sorted_column(factuality, np.uint8),
        flags=sorted_column(flags, np.uint8),
        ids=ids,
        title=title,
        lanes=lanes,
        key=key,
        lane_offsets=np.searchsorted(key, np.arange(lanes + 1, dtype=np.int64) << TICK_BITS),
    )

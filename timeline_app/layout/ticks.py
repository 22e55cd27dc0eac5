"""The calendar axis: two tiers of names over one set of lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from timeline_app.layout.axis_words import (
    ENGLISH,
    AxisWords,
    between_label,
    lower_label,
    upper_labels,
    widest_lower,
    widest_upper,
)
from timeline_app.layout.calendar_steps import STEPS, Step, starts, upper_bounds
from timeline_app.layout.scale import TimeScale

#: The width in pixels of a text in the axis' font.
Measure = Callable[[str], float]
#: Empty pixels between two names of the lower tier, at least.
GAP = 14.0
#: The upper tier's names begin so far right of their line.
UPPER_INDENT = 7.0
#: Names between the tiers keep so far from the lines on both sides.
BETWEEN_INDENT = 5.0


@dataclass(frozen=True, slots=True)
class Ticks:
    """Names and lines in pixels.

    `upper`: (left, right, name), clipped to the view, "" where no name fits. `lower`: (middle, name).
    `grid`: lines of the lower tier; `strong`: those where a unit of the upper tier begins. `between`: (left, name) of
    weeks or quarters, in the upper tier's free room.
    """

    upper: tuple[tuple[float, float, str], ...]
    lower: tuple[tuple[float, str], ...]
    grid: tuple[float, ...]
    strong: tuple[float, ...]
    step: Step
    between: tuple[tuple[float, str], ...] = ()


def approximate_width(text: str) -> float:
    """A generous width for a text of 12 pixels, for where no font is at hand."""
    return 7.6 * len(text)


def ticks(scale: TimeScale, measure: Measure = approximate_width, words: AxisWords = ENGLISH) -> Ticks:
    """The axis for a scale, in a language's words."""
    step, long = _choose(scale, measure, words)
    named = list(starts(step, scale.first, scale.last, week_starts=words.week_starts))
    upper = tuple(_upper_cells(step, scale, measure, words))
    strong = tuple(left for left, _, _ in upper if left > 0)
    grid = tuple(x for x in (scale.x_of(start) for start, _ in named) if 0 <= x <= scale.width)
    lower = tuple(_lower_names(named, step, scale, measure, words, long=long))
    between = tuple(_between(step, upper, scale, measure, words))
    return Ticks(upper, lower, grid, strong, step, between)


def _choose(scale: TimeScale, measure: Measure, words: AxisWords) -> tuple[Step, bool]:
    """The finest step whose names all have room, and whether the long names have it too."""
    chosen, days_per_pixel = STEPS[-1], scale.days_per_pixel
    for step in STEPS:
        room = step.least_days / days_per_pixel
        # Measuring is left out where not even a narrow name would fit.
        if room > GAP and room >= _widest(step, measure, words, long=False) + GAP:
            chosen = step
            break
    room = chosen.least_days / scale.days_per_pixel
    long = chosen.unit in {"day", "month"} and chosen.count == 1
    return chosen, long and room >= _widest(chosen, measure, words, long=True) + GAP


def _widest(step: Step, measure: Measure, words: AxisWords, *, long: bool) -> float:
    return max(measure(name) for name in widest_lower(step, long=long, words=words))


def _lower_names(
    named: list[tuple[float, float]],
    step: Step,
    scale: TimeScale,
    measure: Measure,
    words: AxisWords,
    *,
    long: bool,
) -> Iterator[tuple[float, str]]:
    free_from = -1e9
    for start, end in named:
        text = lower_label(step, start, long=long, words=words)
        middle, half = scale.x_of((start + end) / 2), measure(text) / 2
        # Years of six digits are wider than was reckoned with.
        if middle - half < free_from or not -half <= middle <= scale.width + half:
            continue
        free_from = middle + half + 2
        yield middle, text


def _too_long(step: Step, scale: TimeScale, measure: Measure, words: AxisWords) -> int:
    """How many of a unit's names are too long for the widest of them: neighbours are to look alike, and stay so."""
    days = {"day": 1, "month": 28}.get(step.upper)
    if days is None:
        return 0
    room = days / scale.days_per_pixel - UPPER_INDENT - 2
    widths = [measure(name) for name in widest_upper(step.upper, words)]
    return next((number for number, width in enumerate(widths) if width <= room), len(widths) - 1)


def _upper_cells(
    step: Step, scale: TimeScale, measure: Measure, words: AxisWords
) -> Iterator[tuple[float, float, str]]:
    cells = []
    day = scale.first
    skipped = _too_long(step, scale, measure, words)
    while day < scale.last:
        start, end = upper_bounds(step.upper, day)
        left, right = max(0.0, scale.x_of(start)), min(scale.width, scale.x_of(end))
        names = upper_labels(step.upper, max(start, -1e9), words)[skipped:]
        room = right - left - UPPER_INDENT - 2
        cells.append((left, right, next((name for name in names if measure(name) <= room), "")))
        day = end
    if not any(name for _, _, name in cells):
        # Too narrow for any name: the widest cell keeps its shortest, for a tick without context says nothing.
        widest = max(range(len(cells)), key=lambda place: cells[place][1] - cells[place][0])
        left, right, _ = cells[widest]
        day = scale.day_of((left + right) / 2)
        name = upper_labels(step.upper, max(upper_bounds(step.upper, day)[0], -1e9), words)[-1]
        cells[widest] = (left, right, name)
    yield from cells


#: What has its names between the tiers: over days their weeks, over months their quarters.
_BETWEEN = {
    "day": Step("week", 1, 7, "month"),
    "week": Step("week", 1, 7, "month"),
    "month": Step("quarter", 1, 90, "year"),
}


def _between(
    step: Step, upper: tuple[tuple[float, float, str], ...], scale: TimeScale, measure: Measure, words: AxisWords
) -> Iterator[tuple[float, str]]:
    """Names of weeks or quarters right of their line; one that would touch a name of the upper tier moves or goes."""
    units = _BETWEEN.get(step.unit)
    if units is None or (units.unit == "week" and not words.counts_weeks):
        return
    # With less room, names would come and go from one week to the next beside those of the months.
    if units.least_days / scale.days_per_pixel < 2 * (measure("W28") + GAP):
        return
    for start, end in starts(units, scale.first, scale.last, week_starts=words.week_starts):
        name = between_label(step, start)
        width, left = measure(name), scale.x_of(start) + BETWEEN_INDENT
        after = start + 7 if units.unit == "week" else end
        right = min(scale.width, scale.x_of(after)) - BETWEEN_INDENT
        for begin, _end, shown in upper:
            edge = begin + UPPER_INDENT + measure(shown) + GAP if shown else begin
            if left < edge and left + width > begin - BETWEEN_INDENT:
                left = edge
        if left >= BETWEEN_INDENT and left + width <= right:
            yield left, name

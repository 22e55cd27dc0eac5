"""The TIMEX3 values of lengths of time."""

from __future__ import annotations

from timeline_app.extraction.times.numbers import plain_number

_YEARS = {"DE": 10, "CE": 100, "ML": 1000}
_FINER = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60)}


def length(count: float | None, letters: str) -> str:
    """The value of so many units ("P2W", "PT30M"); None is a number that is not said ("PXY").

    `letters` are the unit's of the vocabulary. Decades, centuries and millennia are counted in years, fortnights in
    weeks, and halves in the next finer unit where they come out even.
    """
    if letters in _YEARS:
        return "PXY" if count is None else f"P{plain_number(count * _YEARS[letters])}Y"
    if letters == "FN":
        return "PXW" if count is None else f"P{plain_number(count * 2)}W"
    time, unit = ("T", letters[1]) if letters.startswith("T") else ("", letters)
    if count is None:
        return f"P{time}X{unit}"
    finer = _in_two_units(count, letters) if count != int(count) else ""
    return finer or f"P{time}{plain_number(count)}{unit}"


def _in_two_units(count: float, letters: str) -> str:
    """Two and a half years as years and months; nothing where the half does not come out even."""
    if letters not in _FINER:
        return ""
    unit, size = _FINER[letters]
    rest = (count - int(count)) * size
    if rest != int(rest):
        return ""
    time = "T" if letters.startswith("T") else ""
    whole = f"{int(count)}{letters[-1]}" if int(count) else ""
    return f"P{time}{whole}{int(rest)}{unit}"

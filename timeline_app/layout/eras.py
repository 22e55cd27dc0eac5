"""Named stretches of time as plain values, which a project keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: The name under which a project keeps them.
KEPT = "eras"


@dataclass(frozen=True, slots=True)
class Era:
    """A named stretch of time behind the lanes, days [first, last)."""

    first: float
    last: float
    label: str


def eras_to_json(eras: Sequence[Era]) -> list[dict[str, object]]:
    """As plain values, to be kept in a project."""
    return [{"first": era.first, "last": era.last, "label": era.label} for era in eras]


def step_words(before: Sequence[Era], after: Sequence[Era]) -> str:
    """What the history calls the step from some eras to others."""
    if len(after) == len(before):
        return "Rename range"
    return "Name range" if len(after) > len(before) else "Remove name of range"


def eras_from_json(kept: object) -> tuple[Era, ...]:
    """What `eras_to_json` made; whatever is not readable is left out."""
    eras = []
    for one in kept if isinstance(kept, list) else []:
        if not isinstance(one, Mapping):
            continue
        first, last, label = (one.get(name) for name in ("first", "last", "label"))
        if not (isinstance(first, int | float) and isinstance(last, int | float) and isinstance(label, str)):
            continue
        if first < last and label:
            eras.append(Era(float(first), float(last), label))
    return tuple(eras)

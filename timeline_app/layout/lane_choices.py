"""What somebody has chosen for the lanes: their order, which are kept at the top, collapsed, or hidden."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline_app.layout.lanes import OTHERS, Lane

Keys = frozenset[str]
NONE: Keys = frozenset()


@dataclass(frozen=True, slots=True)
class LaneChoices:
    """Choices by the keys of lanes; `order` holds the keys that were ever put in a place, from the top."""

    order: tuple[str, ...] = ()
    top: Keys = NONE
    collapsed: Keys = NONE
    hidden: Keys = NONE

    def apply(self, lanes: Sequence[Lane]) -> list[Lane]:
        """The lanes to show, in their order; those never moved come last, in the order given."""
        place = {key: number for number, key in enumerate(self.order)}
        shown = [
            replace(lane, collapsed=lane.key in self.collapsed, top=lane.key in self.top)
            for lane in lanes
            if lane.key not in self.hidden
        ]
        return sorted(shown, key=lambda lane: (not lane.top, place.get(lane.key, len(place))))

    def leaves_out(self, keys: Collection[str], shown: Collection[str]) -> bool:
        """Whether an event that belongs to these lanes has no place left among those shown."""
        if any(key in shown for key in keys):
            return False
        return OTHERS not in shown or any(key in self.hidden for key in keys)

    def moved(self, shown: Sequence[str], key: str, place: int) -> LaneChoices:
        """With one of the lanes shown put before the one that now has this place (their number: at the end)."""
        if key not in shown:
            return self
        before = [one for one in shown[:place] if one != key]
        after = [one for one in shown[place:] if one != key]
        rest = [one for one in self.order if one not in shown]
        return replace(self, order=(*before, key, *after, *rest))

    def with_top(self, key: str, on: bool) -> LaneChoices:
        """With a lane kept above all others, or not."""
        return replace(self, top=_with(self.top, key, on))

    def with_collapsed(self, key: str, on: bool) -> LaneChoices:
        """With a lane that only counts its events, or shows them."""
        return replace(self, collapsed=_with(self.collapsed, key, on))

    def with_hidden(self, key: str, on: bool) -> LaneChoices:
        """With a lane left out, or not."""
        return replace(self, hidden=_with(self.hidden, key, on))

    def all_shown(self) -> LaneChoices:
        """With no lane left out."""
        return replace(self, hidden=NONE)

    def to_json(self) -> dict[str, list[str]]:
        """As plain lists, to be kept in a project."""
        return {
            "order": list(self.order), "top": sorted(self.top), "collapsed": sorted(self.collapsed),
            "hidden": sorted(self.hidden),
        }  # fmt: skip


def choices_from_json(kept: object) -> LaneChoices:
    """What `to_json` made; whatever is not readable counts as not chosen."""
    if not isinstance(kept, Mapping):
        return LaneChoices()

    def keys(name: str) -> list[str]:
        found = kept.get(name)
        return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []

    return LaneChoices(
        tuple(dict.fromkeys(keys("order"))), frozenset(keys("top")), frozenset(keys("collapsed")),
        frozenset(keys("hidden")),
    )  # fmt: skip


def _with(keys: Keys, key: str, on: bool) -> Keys:
    return keys | {key} if on else keys - {key}

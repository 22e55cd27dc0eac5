"""The state after a town ("in Miami, Florida") is kept from the parser, which takes it for the subject of what follows.

It is blanked before the text is parsed, so that no offset moves, and put back beside its town as an apposition.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from timeline_app.resources import resource

_TOWN = r"(?:St\. |Mt\. )?[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|de|del|la|of|upon)){0,3}"
_BEFORE = r"(?P<lead>\b(?:[Ii]n|at|of|near|from|to|around|outside|off|for|between|into|through|and|a|an|the) )"
#: After a country this much shows that it does not begin a clause of its own.
_GOES_ON = re.compile(
    r"\s*(?:[.;:)?!]|$|, (?![A-Z])"
    r"|\s(?:on|to|in|at|for|with|where|when|after|before|from|as|by|during|that|who|which)\b)"
)
#: Behind these a place is only where something lies: "based in Stuttgart, Germany was sold".
LYING = ("based", "located", "headquartered", "born", "situated", "living", "held", "raised")
_NO_TOWN = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December".split()
)


@dataclass(frozen=True, slots=True)
class Wider:
    """What was blanked, in characters of the piece: [start, end) with its commas, [name_start, name_end) the name."""

    start: int
    end: int
    name_start: int
    name_end: int


@dataclass(frozen=True, slots=True)
class _Lists:
    pattern: re.Pattern[str]
    regions: frozenset[str]
    capitals: dict[str, frozenset[str]]


def hide_wider_places(words: str) -> tuple[str, tuple[Wider, ...]]:
    """The text with the states after towns blanked, of the same length, and what was blanked, in order."""
    lists = _lists()
    found = tuple(
        Wider(m.start("comma"), m.end("tail"), m.start("name"), m.end("name"))
        for m in lists.pattern.finditer(words)
        if _is_wider(words, m, lists)
    )
    for wider in found:
        words = words[: wider.start] + " " * (wider.end - wider.start) + words[wider.end :]
    return words, found


def _is_wider(words: str, match: re.Match[str], lists: _Lists) -> bool:
    """Whether the second name says where the first lies, and does not begin a clause or go on with a list."""
    town, name = match["town"], match["name"]
    before = words[max(0, match.start() - 12) : match.start()].rstrip()
    listed = town in lists.capitals or (town in lists.regions and name in lists.regions)
    if listed or town in _NO_TOWN or before.endswith("according"):
        return False
    if before.endswith(LYING):
        return True
    goes_on = _GOES_ON.match(words, match.end("name")) is not None
    opening = match["lead"][0] == "I"
    if re.match(r",? (?:and|or) [A-Z]", words[match.end("name") :]):
        return False  # "Rome, France and Spain": a list
    if re.match(r"['’]s\b|\s*,? [A-Z]", words[match.end("name") :]) and name not in lists.regions:
        return not opening and town in lists.capitals.get(name, ())
    if name in lists.regions and not opening:
        return not re.match(r"['’]s\b| [A-Z]", words[match.end("name") :])
    return goes_on or (not opening and town in lists.capitals.get(name, ()))


@cache
def _lists() -> _Lists:
    raw = tomllib.loads(resource("languages", "en_states.toml").read_text(encoding="utf-8"))
    regions = frozenset(raw["wider"]["regions"])
    capitals = {
        name: frozenset(facts.get("capital", ()))
        for state, facts in raw["states"].items()
        for name in (state, *facts.get("also", ()))
    }
    names = sorted({*regions, *capitals}, key=lambda name: (-len(name), name))
    listed = "|".join(map(re.escape, names))
    pattern = re.compile(
        rf"{_BEFORE}(?P<town>{_TOWN})(?P<comma>\s?,) (?P<name>{listed})(?!\w)(?P<tail>(?:\s?,(?= [a-z]))?)"
    )
    return _Lists(pattern, regions, capitals)

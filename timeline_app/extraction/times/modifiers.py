"""Words before an expression that belong to it: "early", "the end of", "about", "more than"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from timeline_app.extraction.times.found import Found
from timeline_app.extraction.times.stretch import FINENESS, Grain
from timeline_app.extraction.times.vocabulary import vocabulary
from timeline_app.model import TimexType
from timeline_app.model.bounds import part_bounds

#: Two parts named in one: "the mid-to-late 1990s".
_TWO_PARTS = re.compile(r"(?:the )?(early|mid)[ -]+to[ -]+(mid|late)")
#: Before "over" where it means more than: "for over three years"; not "used over three years".
_MORE = re.compile(
    r"(?:\b(?:for|in|of|after|within|by|to|at|than|last|lasts|lasted|lasting|took|takes?|taken|spen[dt]|just|well|is|was"
    r"|were|been|some|and|or|every)|[.,(:;]|^)\s*$"
)
#: "Less than two weeks ago" is any day since; "nearly two weeks ago" is not.
_AT_MOST = ("less than", "fewer than", "no more than", "not more than", "under")
_LONGEST = 32
#: "Over the past year" is no amount.
_DEFINITE = ("the ", "these ", "those ", "this ", "its ", "his ", "her ", "their ")


@dataclass(frozen=True, slots=True)
class _Modifiers:
    last_words: frozenset[str]
    pattern: re.Pattern[str]
    kinds: dict[str, tuple[str, str]]


@cache
def _modifiers() -> _Modifiers:
    kinds = {words: (kind, mod) for kind, table in vocabulary()["modifiers"].items() for words, mod in table.items()}
    ordered = sorted(kinds, key=len, reverse=True)
    body = "|".join(re.escape(words).replace(r"\ ", " +") for words in ordered)
    last = frozenset(words.split()[-1] for words in kinds)
    return _Modifiers(last, re.compile(rf"(?<![a-z0-9'-])({body})[ -]+$"), kinds)


def with_modifier(found: Found, text: str, start: int, floor: int, published: int | None) -> tuple[Found, int]:
    """The reading with the modifier that stands before `start`, and where it begins now.

    `text` is in lower case; nothing before `floor` is looked at.
    """
    begin = max(floor, start - _LONGEST)
    before = text[begin:start]
    words = before.replace("-", " ").replace("(", " ").split()
    modifiers = _modifiers()
    if not words or words[-1] not in modifiers.last_words or before[-1] not in " -":
        return found, start
    match = modifiers.pattern.search(before)
    if match is None or (match.start() == 0 and begin > floor):
        return found, start
    kind, mod = modifiers.kinds[re.sub(" +", " ", match[1])]
    if match[1] == "over" and found.type is TimexType.DURATION and not _MORE.search(before[: match.start()]):
        return found, start
    if not _fits(found, kind, match[1], text[start:]):
        return found, start
    return _apply(found, kind, mod, match[1], published), begin + match.start()


def _fits(found: Found, kind: str, words: str, rest: str) -> bool:
    """Whether this modifier can stand before such a reading."""
    if found.type is TimexType.SET:
        return False
    if kind == "amount" and rest.startswith(_DEFINITE):
        return False
    if found.type is TimexType.DURATION:
        return kind in ("about", "amount")
    if found.stretch is None:
        return False
    if kind == "amount":
        return found.vague or (found.note.startswith(("counted", "the same quarter")) and _is_counted(rest))
    if kind == "about" and (words == "some" or _is_day_name(found, rest)):
        return False
    if kind == "part":
        return _takes_part(found, words)
    return True


def _is_counted(rest: str) -> bool:
    """Whether what follows begins with a number."""
    word = rest.split(maxsplit=1)[0].split("-", maxsplit=1)[0]
    return word[:1].isdigit() or word in ("a", "an") or word in vocabulary()["numbers"]


def _is_day_name(found: Found, rest: str) -> bool:
    """“Around Wednesday's ruling”: a day by its name alone is seldom about right."""
    return found.stretch is not None and found.stretch.grain is Grain.DAY and not any(map(str.isdigit, rest[:12]))


def _takes_part(found: Found, words: str) -> bool:
    grain = found.stretch.grain if found.stretch else Grain.DAY
    if found.type is TimexType.TIME or grain is Grain.DAY:
        return words.endswith("hours of") or words in (
            "early",
            "late",
            "earlier",
            "later",
            "early on",
            "late on",
            "mid",
            "sometime",
        )
    return FINENESS[grain] >= FINENESS[Grain.WEEK] or words in ("early", "late")


def _apply(found: Found, kind: str, mod: str, words: str, published: int | None) -> Found:
    changed = replace(found, mod=mod or found.mod)
    if kind == "about" or mod == "APPROX":
        changed = replace(changed, vague=True)
    wide = _TWO_PARTS.fullmatch(words)
    if wide and found.stretch is not None:
        first, last = found.stretch.bounds
        low, high = part_bounds(first, last, wide[1])[0], part_bounds(first, last, wide[2])[1]
        changed = replace(changed, bounds=(low, high), vague=True)
    if words.startswith(_AT_MOST) and found.stretch is not None and published is not None:
        first, last = found.stretch.bounds
        if last < published:  # "less than two weeks ago": any day since
            changed = replace(changed, bounds=(first, published))
    if mod in ("BEFORE", "AFTER") and found.stretch is not None and published is not None:
        first, last = found.stretch.bounds
        if first < published < last:
            changed = replace(changed, bounds=(first, published) if mod == "BEFORE" else (published, last))
    return changed

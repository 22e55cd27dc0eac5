"""Where the tellings of one event differ: on its date, on a number, or on whether it came about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from timeline_app.model import Claim, Event, Factuality, Passage, When
from timeline_app.project.merging import agree

#: How sure a factuality is; the surest telling speaks for the event.
SURENESS = {
    Factuality.HAPPENED: 4,
    Factuality.ONGOING: 3,
    Factuality.DENIED: 2,
    Factuality.PLANNED: 1,
    Factuality.POSSIBLE: 0,
}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_NUMBERS = {word: n for n, word in enumerate(_SMALL)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
#: Whom numbers in news count, and what became of them. Sources that differ on these differ on the event.
_PEOPLE = (
    "people|persons|civilians|soldiers|troops|fighters|militants|officers|policemen|hostages|prisoners|protesters|"
    "demonstrators|passengers|workers|employees|miners|children|women|men|students|migrants|refugees|victims|bodies"
)
_FATE = "dead|killed|injured|wounded|hurt|missing|arrested|detained|released|freed"
_COUNTED = re.compile(
    rf"(?<![\w.,$€£])(?P<number>{_NUMBER})(?:\s+(?:other|more|young|local|foreign))?"
    rf"\s+(?P<what>(?:{_PEOPLE}))(?:\s+(?:\w+\s+){{0,2}}?(?P<fate>{_FATE})\b)?|"
    rf"(?<![\w.,$€£])(?P<alone>{_NUMBER})\s+(?P<only>{_FATE})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
#: One fate in two words is one.
_SAME = {"killed": "dead", "wounded": "injured", "hurt": "injured", "detained": "arrested", "freed": "released"}


def claims_of(tellings: Sequence[Event], words: Callable[[Passage], str]) -> tuple[Claim, ...]:
    """What each telling says where they differ; `words` gives those of a passage. Nothing where they agree."""
    claims = [claim for event in tellings for claim in event.claims]
    dated = [(event, event.when) for event in tellings if event.when is not None]
    if any(not agree(when, other) for _, when in dated for _, other in dated):
        for event, when in dated:
            passage = _date_passage(event, when)
            claims.append(Claim("date", words(passage), passage, when))
    claims += _numbers(tellings, words)
    sides = {event.factuality is Factuality.DENIED for event in tellings if SURENESS[event.factuality] >= 2}
    if len(sides) == 2:
        claims += [Claim("outcome", words(event.passage), event.passage) for event in tellings]
    return tuple(dict.fromkeys(claims))


def _date_passage(event: Event, when: When) -> Passage:
    """The words that give the date: those of its basis, or the whole passage."""
    return next((passage for step in when.basis for passage in step.passages), event.passage)


def _numbers(tellings: Sequence[Event], words: Callable[[Passage], str]) -> list[Claim]:
    """Numbers of the same people that differ between articles, each with its own words as its passage."""
    found: dict[str, dict[int, list[Claim]]] = {}
    for event in tellings:
        passage = event.passage
        for what, number, start, end in counted(words(passage)):
            place = Passage(passage.article, passage.start + start, passage.start + end)
            found.setdefault(what, {}).setdefault(number, []).append(Claim("number", words(place), place))
    claims = []
    for numbers in found.values():
        articles = {claim.passage.article for said in numbers.values() for claim in said}
        if len(numbers) > 1 and len(articles) > 1:
            claims += [claim for said in numbers.values() for claim in said]
    return claims


def counted(text: str) -> list[tuple[str, int, int, int]]:
    """Numbers of people in a text: who or what became of them, the number, and characters [start, end)."""
    found = []
    for match in _COUNTED.finditer(text):
        number = match["number"] or match["alone"]
        fate = (match["fate"] or match["only"] or "").lower()
        what = _SAME.get(fate, fate) or match["what"].lower()
        value = _NUMBERS.get(number.lower())
        if _YEAR.fullmatch(number):
            continue
        found.append((what, int(number.replace(",", "")) if value is None else value, *match.span()))
    return found

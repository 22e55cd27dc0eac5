"""Years of lives and reigns in brackets: "(c. 520–490 BC)", "(fl. 1210–40)", "(r. 978–1013)", "(672/3–735)"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.reading import WRITTEN
from timeline_app.extraction.times.stretch import Grain, Stretch

_DIGIT = frozenset({"0"})
_ABOUT = r"(?:c\.?|ca\.?|circa|about) ?"
rules = RuleBook(
    "years of lives and reigns",
    {
        "lifespan": WordClass(
            rf"(?P<one>\d{{3,4}})(?P<half>/\d{{1,2}})? ?- ?(?P<about>{_ABOUT})?(?P<two>\d{{2,4}})(?![\d/])", _DIGIT
        ),
        "single": WordClass(r"(?P<one>\d{3,4})(?![\d/-])", _DIGIT),
    },
)
_OPENS = re.compile(
    rf"(?:\(|[;,] )(?:(?:r|fl|b|d|born|died|reigned|ruled|reign|active|lived|king|queen|emperor|pope)\.?,? (?:from )?)?"
    rf"(?:{_ABOUT})?$|\b(?:reigned|ruled|fl\.|r\.) (?:from )?(?:{_ABOUT})?$|\d{{3,4}} and $"
)
_LIVED = re.compile(rf"\((?:[^()]*[;,] )?(?:r|fl|b|d|born|died|reigned|active)\.? (?:{_ABOUT})?$|\bfl\. (?:{_ABOUT})?$")
_CLOSES = re.compile(r"[);,.]|$| and \d| (?:as|in|until|when)\b")


@rules.add("{lifespan}")
def lifespan(match: re.Match[str], context: Context) -> Result:
    """The two years of a life or a reign, the second of them perhaps cut short."""
    if not _OPENS.search(context.before) or not _CLOSES.match(context.after):
        return None
    first, second = int(match["one"]), match["two"]
    last = int(second) if len(second) > 2 else first - first % 100 + int(second)
    if not first < last <= first + 130 or last > 2100:
        return None
    return [_year(first).at(match.start("one"), match.end("one")), _year(last).at(*match.span("two"))]


@rules.add("{single}")
def one_year(match: re.Match[str], context: Context) -> Result:
    """One year of a life: "(d. 735)", "(fl. 1210)"."""
    if not _LIVED.search(context.before) or not _CLOSES.match(context.after):
        return None
    return _year(int(match["one"]))


def _year(number: int) -> Found:
    return date(Stretch(Grain.YEAR, number), WRITTEN)

"""News or narrative: what relative dates of an article count from."""

from __future__ import annotations

import re

from timeline_app.model import ReadingMode
from timeline_app.model.calendar import civil

_YEAR = re.compile(r"(?<![\w$£€.,-])(1[0-9]\d\d|20\d\d)(?![\w%]|[.,]\d)")
_BC = re.compile(r"\d (?:bc|bce|b\.c\.)(?![a-z])")
_NOW = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|ago|this (?:week|month|year|morning)|last (?:week|month|year|night)"
    r"|next (?:week|month|year)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
#: So many years before the article's date a year speaks of history.
FAR = 5


def choose_mode(text: str, published: int | None) -> ReadingMode:
    """Narrative where there is no article date, or where years far from it outweigh words like "yesterday"."""
    if published is None:
        return ReadingMode.NARRATIVE
    text = text.lower()
    this_year = civil(published)[0]
    years = [int(match[1]) for match in _YEAR.finditer(text)]
    ancient = len(_BC.findall(text))
    far = sum(1 for year in years if abs(this_year - year) > FAR) + ancient
    pointing = len(_NOW.findall(text))
    near = len(years) + ancient - far + 2 * pointing
    told = [year for year in years if year != this_year]
    chronicle = len(told) > 9 and len(set(told)) > 2 and len(told) > 3 * pointing
    return ReadingMode.NARRATIVE if chronicle or (far > 4 and far > 2 * near) else ReadingMode.NEWS

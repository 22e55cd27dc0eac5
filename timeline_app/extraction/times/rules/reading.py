"""How parts of dates are read, shared by the rules of all kinds."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Span
from timeline_app.extraction.times.state import Mention
from timeline_app.extraction.times.stretch import Grain
from timeline_app.extraction.times.vocabulary import vocabulary

#: What may be a date behind "the day before", "a week after".
DATE_BEHIND = re.compile(
    r" (?:before|after|following) (?:the )?(?:\d|last |next |this |[a-z]+day\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec)[a-z.]* \d|christmas|easter|thanksgiving|new year|good friday|halloween|boxing|ash |palm )"
)
WRITTEN = "the date as it is written"
UNITS = {
    "D": Grain.DAY, "WE": Grain.WEEKEND, "W": Grain.WEEK, "M": Grain.MONTH, "Q": Grain.QUARTER, "Y": Grain.YEAR,
    "DE": Grain.DECADE, "CE": Grain.CENTURY, "ML": Grain.MILLENNIUM,
}  # fmt: skip


def month_number(words: str) -> int:
    """1 to 12."""
    number: int = vocabulary()["months"][words]
    return number


def weekday_number(words: str) -> int:
    """0 for Monday to 6 for Sunday, from the full or the short name."""
    tables = vocabulary()
    number: int = tables["weekdays"][words] if words in tables["weekdays"] else tables["short_weekdays"][words]
    return number


def number_of(words: str) -> int:
    """The number of "7", "7th" or "seventh"; 0 if it is none."""
    digits = re.match(r"\d+", words)
    if digits:
        return int(digits[0])
    number: int = vocabulary()["ordinals"].get(re.sub(" +", "-", words), 0)
    return number


def unit_letters(words: str) -> str:
    """TimeML's letters of a unit: "W" for weeks, "TH" for hours."""
    letters: str = vocabulary()["units"][words]
    return letters


def counted_from(mention: Mention, context: Context) -> tuple[str, Span | None]:
    """The words for what a date was counted from, and its span."""
    return context.state.said(mention), context.state.anchor(mention)


def full_year(digits: str) -> int:
    """The year of two or four digits; two digits lie between 1950 and 2049."""
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= 50 else 2000)

"""A copy of the text that is easier to match: same length, so that every position is also one of the text itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

_DIGITS = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")
_MONTHS = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DAY_MONTH = re.compile(rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTHS}\b(?! \d{{1,2}}\b(?! ?\d))")
_MONTH_DAY = re.compile(rf"\b{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?(?!\d)")
_PLAIN = str.maketrans(
    {
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\t": " ", "\r": " ", "\u2019": "'", "\u2018": "'",
        "\u02bc": "'", "\u00b4": "'", "`": "'", "\u2013": "-", "\u2014": "-", "\u2012": "-", "\u2010": "-",
        "\u2011": "-", "\u2212": "-", "\u00ad": "-", "\ufffe": "-", "\u2044": "/", "\u0130": "I", "\u0131": "i",
        "\u212a": "K",
    }
)  # fmt: skip
#: A line end inside a running sentence: not after a full stop and not at an empty line.
_WRAPPED = re.compile(r"(?<=[^\n.!?:\"”])[ ]*\n(?=[ ]*[^\s])")
_SENTENCE_END = re.compile(
    r"(?<![ .(][A-Za-z])(?<!\b[A-Za-z]\.[A-Za-z])(?<!\b(?:Mr|Ms|Dr|St|Sr|Jr|vs|No|fl|ca))"
    r"(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Inc|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?<!\b(?:Sept|Prof|Corp))"
    r"[.!?][\"')\]”]*(?:[ ]+(?=[\"'(\[“]?[^a-z])|\n|$)|\n[ ]*\n|\n"
)


class PlainText:
    """The text in lower case with plain spaces, hyphens and quotes; its sentences, found when first asked for."""

    def __init__(self, text: str) -> None:
        self.original = text
        plain = text.translate(_PLAIN)
        if "\n" in plain:
            plain = _WRAPPED.sub(lambda match: " " * (match.end() - match.start()), plain)
        lower = plain.lower()
        if len(lower) != len(text):
            lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
        self.lower = lower
        self._cased = plain

    @cached_property
    def _ends(self) -> list[int]:
        return [match.end() for match in _SENTENCE_END.finditer(self._cased)]

    @cached_property
    def is_day_first(self) -> bool:
        """Whether the text writes days before months: by dates in digits that allow one order only, else in words."""
        digits = [(int(m[1]), int(m[2])) for m in _DIGITS.finditer(self.lower)]
        day_first = sum(first > 12 >= second for first, second in digits)
        month_first = sum(second > 12 >= first for first, second in digits)
        if day_first or month_first:
            return day_first > month_first
        return len(_DAY_MONTH.findall(self.lower)) > len(_MONTH_DAY.findall(self.lower))

    def sentence(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence around a position."""
        ends = self._ends
        index = bisect_right(ends, position)
        start = ends[index - 1] if index else 0
        return start, ends[index] if index < len(ends) else len(self.lower)

    def is_capital(self, position: int) -> bool:
        """Whether the text itself has a capital letter there."""
        return self.original[position : position + 1].isupper()

"""The words of a language, read from its data file once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline_app.extraction.times.pattern import WordClass, word_class
from timeline_app.resources import resource

#: A number in figures, not part of a longer one and no ordinal.
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,12})(?:\.\d{1,6})?(?: +\d/\d|[½¼¾]|[ -](?:hundred|thousand|million|billion)(?= ))?"
    r"(?!\d|[,.]{1,3}\d)(?!st|nd|rd|th)"
)


@dataclass(frozen=True)
class Vocabulary:
    """The tables of one language: `tables["months"]["may"]` is 5; `classes` are they as pieces of patterns."""

    tables: dict[str, dict[str, Any]]
    classes: dict[str, WordClass]

    def __getitem__(self, name: str) -> dict[str, Any]:
        return self.tables[name]


@cache
def vocabulary(language: str = "en") -> Vocabulary:
    """The vocabulary of a language. Raises FileNotFoundError if there is none."""
    with resource("languages", f"{language}.toml").open("rb") as file:
        data = tomllib.load(file)
    tables = {name: _with_spaces(table) for name, table in data.items() if isinstance(table, dict)}
    return Vocabulary(tables, _classes(tables))


def _with_spaces(table: dict[str, Any]) -> dict[str, Any]:
    """The table, its hyphenated words also with spaces, for both are written."""
    return table | {words.replace("-", " "): value for words, value in table.items() if "-" in words}


def _classes(tables: dict[str, dict[str, Any]]) -> dict[str, WordClass]:
    digits = frozenset({"0"})
    words = {
        "month": "months", "weekday": "weekdays", "unit": "units", "ordinal": "ordinals", "decade": "decades",
        "season": "seasons", "vague": "vague", "reference": "references", "frequency": "frequency",
        "holiday": "holidays", "partofday": "parts_of_day",
    }  # fmt: skip
    classes = {name: word_class(tables[table]) for name, table in words.items()}
    classes["anyweekday"] = word_class(tables["weekdays"] | tables["short_weekdays"])
    classes["zone"] = word_class(dict.fromkeys(tables["zones"]["words"]))
    classes["year"] = WordClass(r"(?:1[0-9]|20|21)\d\d(?![\d])", digits)
    classes["shortyear"] = WordClass(r"\d\d(?!\d)", digits)
    classes["anyyear"] = WordClass(r"\d{1,4}(?!\d)", digits)
    classes["day"] = WordClass(r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?(?![a-z])", digits)
    classes["nth"] = WordClass(r"\d{1,2}(?:st|nd|rd|th)(?![a-z])", digits)
    classes |= _number_classes(tables["numbers"], digits)
    return classes


def _number_classes(table: dict[str, int], digits: frozenset[str]) -> dict[str, WordClass]:
    """Numbers in words as they come (`numberword`, which holds years too), and amounts in figures or words."""
    numbers = sorted(table, key=len, reverse=True)

    def some(low: int, high: int, *more: str) -> str:
        words = [word for word in numbers if low <= table[word] < high and word != "dozen"]
        return "(?:" + "|".join([*words, *more]) + ")(?![a-z])"

    below = rf"(?:{some(20, 100)}(?:[ -]{some(1, 10)})?|{some(0, 20)})"
    great = some(100, 10**12, "dozen")
    group = rf"(?:{below}|an?)(?:(?: +|-){great}){{1,3}}"
    amount = rf"(?:{group}(?:(?: +and +| +|-){group}){{0,3}}(?:(?: +and +| +|-){below})?|{below})"
    loose = rf"(?:{below}|an? +{great})(?:(?: +|-| +and +){some(0, 10**12, 'dozen')}){{0,8}}"
    begins = frozenset(word for word in numbers if table[word] < 100) | {"a", "an"}
    return {
        "numberword": WordClass(loose, begins),
        "number": WordClass(rf"(?:{_NUMBER}|{amount})(?: +and +(?:a +|one-)half)?", digits | begins),
    }

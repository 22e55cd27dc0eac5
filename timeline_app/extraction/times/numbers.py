"""Numbers in digits and in words."""

from __future__ import annotations

import re

from timeline_app.extraction.times.vocabulary import vocabulary

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_DIGITS = re.compile(r"([\d,]+(?:\.\d+)?)(?: +(\d)/(\d)|([½¼¾])|[ -](hundred|thousand|million|billion))?")
_HALF = re.compile(r" +and +(?:a +|one-)half$")


def read_number(words: str) -> float:
    """The value of a number as matched by the `number` class: "1,200", "2 1/2", "twenty-four", "two and a half"."""
    plain = _HALF.sub("", words)
    extra = 0.5 if plain != words else 0.0
    match = _DIGITS.fullmatch(plain.strip())
    if match:
        value = float(match[1].replace(",", ""))
        if match[2]:
            value += int(match[2]) / max(int(match[3]), 1)
        if match[5]:
            value *= vocabulary()["numbers"][match[5]]
        return value + _FRACTIONS.get(match[4] or "", 0.0) + extra
    return _in_words(plain) + extra


def _in_words(words: str) -> float:
    table = vocabulary()["numbers"]
    total = group = 0
    for word in re.split(r"[ -]+", words.strip()):
        value = table.get(word)
        if value is None:
            continue
        if value == 100 or (value == 12 and word == "dozen"):
            group = max(group, 1) * value
        elif value >= 1000:
            total, group = total + max(group, 1) * value, 0
        else:
            group += value
    return float(total + group)


def year_in_words(words: str) -> int | None:
    """A year said aloud: "nineteen ninety-seven", "two thousand and five", "twenty ten"; None for other numbers."""
    table: dict[str, int] = vocabulary()["numbers"]
    values = [table[word] for word in re.split(r"[ -]+", words.strip()) if word in table]
    if len(values) >= 2 and 11 <= values[0] <= 20 and 1000 not in values:
        rest = [value for value in values[1:] if value != 100]
        if 100 in values and values[1] != 100:
            return None
        tail = sum(rest)
        if len(rest) <= 2 and (tail >= 10 or 100 in values) and tail < 100:
            return values[0] * 100 + tail
    if values[:2] == [2, 1000] and sum(values[2:]) < 100:
        return 2000 + sum(values[2:])
    return None


def plain_number(value: float) -> str:
    """A number without needless decimals."""
    return str(int(value)) if value == int(value) else f"{value:g}"

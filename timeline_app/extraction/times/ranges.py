"""The two ends of a range know each other: "from 7 to 20 October", "1914–1918", "between May and July"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.model import TimeExpression

_TO = re.compile(r"(?:,? +(?:to|until|till|through|thru|up to|and ending|into)(?: +the)? +| ?-+ ?|/)")
_AND = re.compile(r" +and +(?:the +)?")
_BETWEEN = re.compile(r"\bbetween +(?:the +)?$")


def link_ranges(times: list[TimeExpression], text: str) -> tuple[TimeExpression, ...]:
    """The expressions, the first of each range with the passage of its other end."""
    linked = list(times)
    for index in range(len(linked) - 1):
        one, other = linked[index], linked[index + 1]
        if one.when is None or other.when is None or (index and linked[index - 1].range_end == one.passage):
            continue
        gap = text[one.passage.end : other.passage.start]
        between = _AND.fullmatch(gap) and _BETWEEN.search(text[max(0, one.passage.start - 16) : one.passage.start])
        if (between or _TO.fullmatch(gap)) and _in_order(one, other):
            linked[index] = replace(one, range_end=other.passage)
    return tuple(linked)


def _in_order(one: TimeExpression, other: TimeExpression) -> bool:
    if one.when is None or other.when is None or one.when.earliest is None or other.when.latest is None:
        return False
    return one.when.earliest <= other.when.latest

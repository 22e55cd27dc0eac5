"""Which dates a story goes on from, and which it only glances at."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context

_ASIDE = re.compile(
    r"\b(?:since|until|till)(?: the [a-z' ]{1,40} (?:of|in|on))?(?: the)?(?: early| late| mid)?[ -]*$"
    r"|\b(?:who|which|that|whose|where) (?:[a-z]+ ){0,2}(?:had|have|has|would|will)\b[^,;:()]*$"
    r"|\b(?:had|would|will) (?:[a-z]+ ){0,6}(?:in|on|by|during)(?: the)?(?: early| late| mid)?[ -]*$"
    r"|\([^)]*$"
)


#: What looks back from where a story is: "during the previous year", "two years earlier".
_POINTS_BACK = re.compile(r"(?:^(?:the|that) (?:previous|prior|preceding) |(?:earlier|before|previously|ago)$)")
#: When something was written or told, and not when it happened: "a report declassified in 2005".
_OF_WRITING = re.compile(
    r"\b(?:published|declassified|unearthed|discovered|reissued|reprinted|revised|translated|(?:interview|study|book|report"
    r"|survey|poll|article|essay|paper|memoirs?|biography|documentary|film)(?: published| released)?) (?:in|of) *$"
)
_NAMED_YEAR = re.compile(r"(?:\bthe|\ba|'s|\bhis|\bher|\btheir|\bits) +$")


def is_aside(context: Context) -> bool:
    """Whether a date stands in a parenthesis, in the name of something ("the 1991 war"), or in a clause of its own.

    That is one that looks back ("who had …") or ahead of where the story is ("until", "would").
    """
    words = context.text.lower[context.start : context.end]
    if words.isdigit() and _NAMED_YEAR.search(context.before) and re.match(r" [a-z]", context.after):
        return True
    if _POINTS_BACK.search(words) or (words.isdigit() and _OF_WRITING.search(context.before)):
        return True
    return _ASIDE.search(context.before) is not None

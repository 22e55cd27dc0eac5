"""Words that only say past, present or future, and anaphora of time in general."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Result, reference
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.vocabulary import vocabulary

rules = RuleBook("references")
_SAY = {"PAST_REF": "some time in the past", "PRESENT_REF": "the time of writing", "FUTURE_REF": "some time to come"}
_PAST_TIME = re.compile(
    r" (?:[a-z0-9,]+ ){0,2}(?:years?|months?|weeks?|days?|decades?|quarters?|century|centuries|hours?"
    r"|summers?|seasons?|winters?|weekends?|minutes)\b"
)
#: Not "the former", the first of two.
_FORMER = re.compile(r" (?!and|is|was|had|has|were|being|in|of|to)[a-z]|-")
_RECENT_NOUN = re.compile(r" (?:years?|months?|weeks?|days?|decades?|times|history|memory|past|quarters?)\b")


@rules.add("{reference}")
def vague_reference(match: re.Match[str], context: Context) -> Result:
    """One of a short list of words; those that also mean something else need company."""
    words = re.sub(" +", " ", match["reference"])
    value: str = vocabulary()["references"][words]
    after = context.after
    if words in ("recent", "the recent past") and _RECENT_NOUN.match(after) and words == "recent":
        return None
    if words in (
        "the past",
        "the present",
        "the future",
        "the moment",
        "this moment",
        "this point",
    ) and not _stands_alone(words, context):
        return None
    if words == "former" and not (context.state.narrative and _FORMER.match(after) and not _is_first_of_two(context)):
        return None
    if words == "future" and (re.match(r"'?s\b|-", after) or context.is_capital()):
        return None
    if words in ("current", "recent", "future") and context.is_capital() and context.before.strip():
        return None
    if (words == "recent" and context.preceded_by("most")) or (words == "now" and context.preceded_by("every")):
        return None
    if words == "now" and re.match(r"-[a-z]", after):
        firm = re.match(r"-(?:defunct|famous|retired|president|extinct)", after)
        if not firm and not (context.state.narrative and re.match(r"-[a-z]+ed\b", after)):
            return None
    return reference(value, _SAY[value])


def _is_first_of_two(context: Context) -> bool:
    """Whether "the former" goes with "the latter" behind it."""
    return context.preceded_by("the") and "the latter" in context.text.lower[context.end : context.end + 300]


def _stands_alone(words: str, context: Context) -> bool:
    after = context.after
    if words in ("the past", "the present") and (
        _PAST_TIME.match(after)
        or (
            re.match(r" [a-z]+", after)
            and not re.match(
                r" (?:and|or|but|when|where|is|was|has|had|have|for|to|with|that|which|by|as|in|of|on"
                r"|he|she|they|it|we|may)\b",
                after,
            )
        )
    ):
        return False
    if words in ("the moment", "this point", "this moment"):
        return context.preceded_by("at", "for", "until", "to", "by")
    return True

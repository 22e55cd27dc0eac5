"""Days and parts of a day that point: "today", "yesterday morning", "last night", "overnight", "that evening"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, Span, date, reference, time
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.reading import counted_from
from timeline_app.extraction.times.state import Mention
from timeline_app.extraction.times.stretch import Grain, Stretch
from timeline_app.extraction.times.vocabulary import vocabulary

_STEPS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
    "the day after tomorrow": 2, "earlier today": 0, "later today": 0, "late today": 0, "early today": 0,
}  # fmt: skip
rules = RuleBook(
    "days",
    {
        "pointing": WordClass(
            "(?:" + "|".join(sorted(_STEPS, key=len, reverse=True)) + ")(?![a-z0-9])",
            frozenset(words.split()[0] for words in _STEPS),
        ),
        "halfday": WordClass(
            r"(?:mid-?|early |late )?(?:morning|afternoon|evening|night|noon|midnight)(?![a-z])",
            frozenset({"mid", "early", "late", "morning", "afternoon", "evening", "night", "noon"}),
        ),
    },
)
_NOWADAYS = re.compile(
    r"'s (?:[a-z]+ ){0,2}(?:world|standards|society|prices|technology|generation|youth|children|market|economy|environment|climate|language|readers)\b"
)
_STILL = re.compile(r"\b(?:even|still|as of|until|than|up to|known) *$")


@rules.add("{pointing} [{partofday}]", "{pointing} at {halfday}")
def pointing_day(match: re.Match[str], context: Context) -> Result:
    """Today, yesterday, tomorrow, tonight, with a part of day or without."""
    words = match["pointing"]
    parts = match.groupdict()
    if context.is_capital() and re.search(
        r"\b(?:usa|psychology|russia|history|asia|africa|india|business|la) $", context.before
    ):
        return None
    if words == "today" and _NOWADAYS.match(context.after):
        return reference("PRESENT_REF", "meaning nowadays")
    mention = context.state.now(Grain.DAY)
    if mention is None or (context.state.narrative and words == "today"):
        if words in ("today",):
            return reference("PRESENT_REF", "meaning nowadays")
        return reference("PAST_REF" if _STEPS[words] < 0 else "FUTURE_REF", "no date to count from")
    said, anchor = counted_from(mention, context)
    here = mention.stretch.shift(_STEPS[words])
    note = f"counted from {said}"
    part = parts.get("partofday") or parts.get("halfday") or ("night" if words == "tonight" else None)
    if part is None:
        return date(here, note, anchor)
    return time(here, _suffix(part), note, anchor)


@rules.add(
    "(this|last|that|the same|the previous|the following|the next|yesterday|tomorrow|earlier this|later this|late this|early this|late last|early last) {partofday}"
)
def pointing_part(match: re.Match[str], context: Context) -> Result:
    """A part of day that points: "this morning", "last night", "the following evening"."""
    which = match[0][: match.start("partofday") - match.start()].strip()
    told = which in ("that", "the same", "the previous", "the following", "the next")
    mention = context.state.topic(Grain.DAY) if told else context.state.now(Grain.DAY)
    if mention is None or (told and _names_no_day(context)):
        return None
    step = {
        "last": -1,
        "late last": -1,
        "early last": -1,
        "yesterday": -1,
        "the previous": -1,
        "tomorrow": 1,
        "the following": 1,
        "the next": 1,
    }.get(which, 0)
    said, anchor = counted_from(mention, context)
    return time(mention.stretch.shift(step), _suffix(match["partofday"]), f"counted from {said}", anchor)


@rules.add("overnight", "the (night|evening|morning|afternoon)", "[the] {halfday} of", "(mid-morning|mid-afternoon)")
def loose_part(match: re.Match[str], context: Context) -> Result:
    """A part of day without its day: that of the last day named in the sentence, else of today."""
    words = match[0]
    if words == "overnight":
        if re.match(
            r" (?:stay|bag|train|success|flight|trip|delivery|guest|low|bus|temperature|rate|lending)", context.after
        ):
            return None
        mention = context.state.now(Grain.DAY)
        return (
            time(mention.stretch.shift(-1), "TNI", "the night before the article's date")
            if mention and not context.state.narrative
            else None
        )
    if words.endswith(" of"):
        return _of_a_day(match, context)
    mention = _day_in_hand(context)
    if mention is None or not (
        context.preceded_by("in", "during", "by", "through", "for", "of", "into", "throughout")
        or words.startswith("mid")
    ):
        return None
    part = words.split(" ")[-1]
    said, anchor = counted_from(mention, context)
    found = time(mention.stretch, _suffix(part), f"counted from {said}", anchor)
    return Found(found.type, found.value, stretch=found.stretch, note=found.note, anchor=anchor, silent=True)


def _names_no_day(context: Context) -> bool:
    """Whether the last date mentioned is a month, a year or longer."""
    last = context.state.last
    return last is not None and last.stretch.grain is not Grain.DAY


def _of_a_day(match: re.Match[str], context: Context) -> Result:
    """ "The morning of" only where a day follows; the two are joined afterwards."""
    follows = re.match(
        r" +(?:the +)?(?:\d|[a-z]+day\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]* +\d)", context.after
    )
    if not follows:
        return None
    words = match[0][:-3]
    return Found(time(None, "").type, "XXXX-XX-XX" + _suffix(words), silent=True, span=(match.start(), match.end() - 3))


def _day_in_hand(context: Context) -> Mention | None:
    return context.state.topic(Grain.DAY)


def _suffix(part: str) -> str:
    table = vocabulary()["parts_of_day"]
    words = part.rsplit(maxsplit=1)[-1].removeprefix("mid-").removeprefix("mid")
    if part.endswith("noon") and not part.endswith("afternoon"):
        return "T12:00"
    if part.endswith("midnight"):
        return "T00:00"
    return f"T{table.get(words, 'NI')}"


def stretch_of(mention: Mention | None) -> tuple[Stretch | None, Span | None]:
    """The day of a mention, or nothing."""
    return (mention.stretch, mention.span) if mention else (None, None)

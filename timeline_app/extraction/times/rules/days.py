"""Days and parts of a day that point: "today", "yesterday morning", "last night", "overnight", "that evening"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Found, Result, date, reference, time
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import one_of
from timeline_app.extraction.times.rules.reading import counted_from
from timeline_app.extraction.times.stretch import Grain, day_or_none
from timeline_app.extraction.times.vocabulary import vocabulary
from timeline_app.model.calendar import civil

_STEPS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
    "the day after tomorrow": 2, "earlier today": 0, "later today": 0, "late today": 0, "early today": 0,
}  # fmt: skip
#: What points to a part of day, and how many days away it is.
_POINTERS = {
    "this": 0, "earlier this": 0, "later this": 0, "late this": 0, "early this": 0, "last": -1, "late last": -1,
    "early last": -1, "yesterday": -1, "tomorrow": 1, "that": 0, "the same": 0, "the previous": -1,
    "the following": 1, "the next": 1,
}  # fmt: skip
_TOLD = frozenset({"that", "the same", "the previous", "the following", "the next"})
rules = RuleBook(
    "days",
    {
        "pointing": one_of("/".join(_STEPS)),
        "pointer": one_of("/".join(_POINTERS)),
        "sunpart": one_of("dawn/dusk/sunrise/sunset/nightfall/daybreak/sundown/lunchtime"),
        "hoursof": one_of(
            "early hours/small hours/wee hours/early morning hours/morning hours/late morning hours/afternoon hours"
            "/evening hours/late evening hours/night hours/late hours/late night hours/pre-dawn hours/predawn hours"
        ),
        "halfday": one_of(
            "morning/afternoon/evening/night/noon/midnight/mid-morning/mid-afternoon/midmorning/midafternoon/mid-evening"
            "/early morning/early evening/late morning/late afternoon/late evening/early afternoon/late night"
        ),
    },
)
_NOWADAYS = re.compile(
    r"'s (?:[a-z]+ ){0,2}(?:world|standards|society|prices|technology|generation|youth|children|market|economy"
    r"|environment|climate|language|readers|computers|cars|kids|teenagers)\b"
)
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_PAPERS = re.compile(r"\b(?:usa|psychology|russia|history|asia|africa|india|business|la) $")
_PROGRAMMES = re.compile(r" (?:programme|program|show|newspaper)\b|'s world (?:was|is|magazine)\b")
_NOT_A_NIGHT = re.compile(r" (?:stay|bag|train|success|flight|trip|delivery|guest|low|bus|temperature|rate|lending)")
_DAY_FOLLOWS = re.compile(
    r" +(?:the +)?(?:\d|(?:morning|night)\b|[a-z]+day\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]* +\d)"
)


@rules.add("{pointing} [{partofday}]", "{pointing} at {halfday}")
def pointing_day(match: re.Match[str], context: Context) -> Result:
    """Today, yesterday, tomorrow, tonight, with a part of day or without."""
    words, parts = re.sub(" +", " ", match["pointing"]), match.groupdict()
    if context.is_capital() and (
        _PAPERS.search(context.before) or _PROGRAMMES.match(context.after) or _in_name(context)
    ):
        return None
    mention = context.state.now(Grain.DAY)
    nowhere = mention is None or (context.state.narrative and _names_no_day(context))
    if words == "today" and (nowhere or context.state.narrative or _NOWADAYS.match(context.after)):
        return reference("PRESENT_REF", "meaning nowadays")
    if mention is None or nowhere:
        return reference("PAST_REF" if _STEPS[words] < 0 else "FUTURE_REF", "no date to count from")
    said, anchor = counted_from(mention, context)
    here = mention.stretch.shift(_STEPS[words])
    part = parts.get("partofday") or parts.get("halfday") or ("night" if words == "tonight" else None)
    if part is None:
        return date(here, f"counted from {said}", anchor)
    return time(here, _suffix(part), f"counted from {said}", anchor)


def _in_name(context: Context) -> bool:
    """Whether a capital "Today" ends a name: "VOA Today"; not in a headline, where all words have capitals."""
    before = context.original(max(0, context.start - 40), context.start)
    name = re.search(r"(?:^|[a-z,] )(?:[A-Z][A-Za-z]* )+$", before)
    return name is not None and bool(re.match(r"[.,\"”']|$", context.after)) and bool(re.search(r"[a-z]", before))


@rules.add("{pointer} {partofday}")
def pointing_part(match: re.Match[str], context: Context) -> Result:
    """Last night, this morning, the following evening."""
    which = re.sub(" +", " ", match["pointer"])
    told = which in _TOLD
    mention = context.state.topic(Grain.DAY) if told else context.state.now(Grain.DAY)
    if mention is None or ((told or context.state.narrative) and _names_no_day(context)):
        return None
    if told and _POINTERS[which] > 0 and mention.span[0] < 0 and context.is_past:
        return replace(time(None, _suffix(match["partofday"])), silent=True)
    said, anchor = counted_from(mention, context)
    return time(mention.stretch.shift(_POINTERS[which]), _suffix(match["partofday"]), f"counted from {said}", anchor)


@rules.add("overnight")
def overnight(_match: re.Match[str], context: Context) -> Result:
    """The night before the article's date."""
    mention = context.state.now(Grain.DAY)
    if mention is None or context.state.narrative or _NOT_A_NIGHT.match(context.after):
        return None
    return time(mention.stretch.shift(-1), "TNI", "the night before the article's date")


@rules.add("[(early|late) (in|on|during)] [the] {halfday} of", "[(early|late) (in|during)] [the] {hoursof:halfday} of")
def part_of_a_day(match: re.Match[str], context: Context) -> Result:
    """The morning of, where a day follows; the two are joined afterwards."""
    if not _DAY_FOLLOWS.match(context.after):
        return None
    found = time(None, _suffix(match["halfday"]))
    return replace(found, silent=True, span=(match.start(), match.end("halfday")))


@rules.add("[the] {sunpart} [on]")
def part_by_the_sun(match: re.Match[str], context: Context) -> Result:
    """Dawn on, where a day follows; the two are joined afterwards."""
    told = context.preceded_by("at", "before", "after", "by", "until", "since") or not context.before.strip()
    if not told or not _DAY_FOLLOWS.match(context.after):
        return None
    found = time(None, _suffix(match["sunpart"]))
    return replace(found, silent=True, span=(match.start(), match.end("sunpart")))


@rules.add("the (night|evening|morning|afternoon)", "(mid~morning|mid~afternoon)")
def loose_part(match: re.Match[str], context: Context) -> Result:
    """A part of day without its day: that of the day spoken of."""
    mention = context.state.topic(Grain.DAY)
    if mention is None or _names_no_day(context):
        return None
    if not match[0].startswith("mid") and not context.preceded_by(
        "in", "during", "by", "through", "for", "of", "into", "throughout"
    ):
        return None
    said, anchor = counted_from(mention, context)
    found: Found = time(mention.stretch, _suffix(match[0]), f"counted from {said}", anchor)
    return replace(found, silent=True)


def _names_no_day(context: Context) -> bool:
    """Whether the last date mentioned is a month, a year or longer."""
    last = context.state.last
    return last is not None and last.stretch.grain is not Grain.DAY


def _suffix(part: str) -> str:
    """TIMEX3's letters of a part of day."""
    if part.endswith("hours"):
        part = part.removesuffix(" hours")
        return "TEV" if part == "late" else _suffix(part) if part.split()[-1] in _PARTS else "TMO"
    words = part.rsplit(maxsplit=1)[-1].removeprefix("mid-").removeprefix("mid")
    if words in ("noon", "day"):
        return "T12:00"
    if part.endswith("midnight"):
        return "T00:00"
    return f"T{vocabulary()['parts_of_day'].get(words, 'NI')}"


@rules.add("[on] this [very] day in {year}")
def this_day_in(match: re.Match[str], context: Context) -> Result:
    """On this day in 1969: the day and month of the article, of another year."""
    mention = context.state.now(Grain.DAY)
    if mention is None or context.state.narrative:
        return None
    _, month, of_month = civil(mention.stretch.first)
    found = day_or_none(int(match["year"]), month, of_month)
    said, anchor = counted_from(mention, context)
    start = match.start() + 3 * match[0].startswith("on ")
    return date(found, f"the day and month of {said}", anchor).at(start, match.end()) if found else None

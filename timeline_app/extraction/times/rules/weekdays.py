"""Weekdays and parts of their day: "Friday", "last Monday", "Sunday night", "Tuesdays"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context, tense
from timeline_app.extraction.times.found import Found, Result, date, repetition, time
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.reading import weekday_number
from timeline_app.extraction.times.state import Mention
from timeline_app.extraction.times.stretch import Grain, day
from timeline_app.extraction.times.vocabulary import vocabulary
from timeline_app.model.calendar import weekday

_WHICH = "(last|next|this|this past|this coming|the previous|the following|the next|the last|that|past|on the previous)"
_PART = "{partofday}"
rules = RuleBook(
    "weekdays",
    {
        "which": WordClass(
            r"(?:last|next|this(?: past| coming)?|the (?:previous|following|next|last|past)|that"
            r"|the same|following)(?= )",
            frozenset({"last", "next", "this", "the", "that", "following"}),
        ),
        "manydays": WordClass(
            r"(?:mon|tues|wednes|thurs|fri|satur|sun)days(?![a-z])",
            frozenset(
                f"{name}s" for name in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
            ),
        ),
        "manyparts": WordClass(r"(?:mornings|afternoons|evenings|nights)(?![a-z])", frozenset({"mornings", "nights"})),
    },
)
#: Names that hold a weekday.
_NAME_BEFORE = re.compile(
    r"\b(?:black|bloody|ash|good|palm|super|ruby|cyber|fat|shrove|maundy|holy|easter|whit|casual|freaky) *$"
)
_NAME_AFTER = re.compile(
    r" (?:live\b|football\b|night (?:live|football|fever|lights)|times|herald|mirror|telegraph|independent|post|mail"
    r"|review|express|world|magazine|club|prayers?|ticket|edition|star|sun|school|roast)\b|, (?:bloody|ruby)\b"
    r"| (?:the|13th of) 13th"
)
#: What turns a weekday to the one to come: a verb in its clause, or a preposition right before it.
_AHEAD = re.compile(
    r"\b(?:will|'ll|won't|shall|(?<!been )scheduled|(?<!been )due|next(?! to| door)|upcoming|expected|expects?|plans?"
    r"|planned (?:to|a|an|another|the|more|further|new)|planning"
    r"|going to|is to|are to|to be|to take place|set to|set for|slated|deadline|tomorrow|hopes?"
    r"|intends?|would|(?:is|are) likely|begins|starts|polls (?:open|close)|opens|ends|closes|forecast"
    r"|resumes?|reopens?|meets|expires|arrives|takes place|kicks off)\b"
    r"|\b(?:until|till|by|through|starting|beginning|as (?:soon|early|late) as"
    r"|(?:planned|scheduled|set|slated|due|expected|called|deadline) (?:for|on)) *(?:on )?$"
)
#: What begins a clause with a tense of its own.
_CLAUSE = re.compile(
    r"[;:,]| (?:that|who|which|because|when|although|while) | (?:after|since) (?!the\b|an?\b|[a-z]+day\b)"
)
_SAYING = re.compile(
    r"\b(?:said|told|announced|reported|says|added|confirmed|stated|warned|agreed|voted|ruled|decided"
    r"|urged) *(?:[a-z]+ )?(?:on|late|early)? *$"
)
#: A time of day before its day; what governs it governs the day.
_CLOCK = re.compile(
    r"\b(?:noon|midnight|\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.? ?m\.?)?)(?: (?:[a-z]{2,4}|\([a-z]{2,4}\)))? ,?(?:on )?$"
)
#: A weekday that opens its sentence; the verb of the first clause tells whether it is ahead.
_OPENS = re.compile(r"\W*(?:(?:early |late )?on )?")
_FIRST_CLAUSE = re.compile(r"[^,;:.]*")
_DAY_WORDS = ("day", "night", "morning", "afternoon", "evening")
_GOES_ON = re.compile(r" ?(?:into|to|through|until|till|-|and) ?(?:on )?")
_BACK = re.compile(r"\b(?:since|last|after|had|was|were|did|ago|earlier) (?:[a-z']+ ){0,2}(?:on )?$")


@rules.add(
    "[{which}] {weekday} {partofday}", "[{which}] {weekday}-{partofday}", "[{which}] {weekday}", "{which} {weekday}"
)
def weekday_named(match: re.Match[str], context: Context) -> Result:
    """A weekday, with a part of day or without, the day chosen by the context."""
    at = match.start("weekday")
    if not context.text.is_capital(at) or _is_name(context):
        return None
    number = weekday_number(match["weekday"])
    which = match.groupdict().get("which") or ""
    mention, note = _from_where(which, context)
    if mention is None:
        return _unknown(match, number)
    chosen = day(_choose(number, which, mention, context))
    anchor = context.state.anchor(mention)
    part = match.groupdict().get("partofday")
    if part:
        return time(chosen, "T" + vocabulary()["parts_of_day"][part], note, anchor)
    return date(chosen, note, anchor)


@rules.add("{manydays}", "{weekday} {manyparts}", "[on] {weekday} {manyparts}")
def weekdays_repeated(match: re.Match[str], context: Context) -> Result:
    """A weekday that repeats: "on Fridays", "Tuesday nights"."""
    if not context.is_capital():
        return None
    words = match[0].split()
    part = f"T{vocabulary()['parts_of_day'][words[1].removesuffix('s')]}" if len(words) > 1 else ""
    return repetition(f"XXXX-WXX-{weekday_number(words[0].removesuffix('s')) + 1}{part}")


def _is_name(context: Context) -> bool:
    return bool(
        re.match(r" (?:lights|fever|football|live)\b", context.after) and context.text.is_capital(context.end + 1)
    ) or bool(_NAME_BEFORE.search(context.before) or _NAME_AFTER.match(context.after))


def _from_where(which: str, context: Context) -> tuple[Mention | None, str]:
    state = context.state
    told = which in ("the previous", "the following", "the next", "that", "the same", "following")
    mention = state.topic(Grain.DAY) if told else state.now(Grain.DAY)
    if mention is None:
        return None, ""
    side = "the day so named nearest to"
    if which in ("last", "the previous", "the last", "the past", "this past"):
        side = "the day so named before"
    elif which in ("next", "the following", "the next", "this coming", "following"):
        side = "the day so named after"
    return mention, f"{side} {state.said(mention)}"


def _choose(number: int, which: str, mention: Mention, context: Context) -> int:
    base = mention.stretch.first
    back, ahead = (weekday(base) - number) % 7, (number - weekday(base)) % 7
    if which in ("last", "this past", "the previous", "the last", "the past"):
        return base - (back or 7)
    if which in ("next", "this coming", "the following", "the next", "following"):
        return base + (ahead or 7)
    if which == "this":
        return base - back if context.is_past and back else base - weekday(base) + number
    begun = _range_begun(context)
    if begun is not None:
        return begun + (number - weekday(begun)) % 7
    if context.state.narrative and mention.span[0] >= 0:
        return base + ahead
    return base + ahead if back and _looks_ahead(context) else base - back


def _range_begun(context: Context) -> int | None:
    """The weekday named just before, where this one goes on from it: "Monday to Friday", "Tuesday and Wednesday"."""
    last = context.state.last
    if last is None or last.stretch.grain is not Grain.DAY or last.span[0] < 0:
        return None
    gap, words = context.text.lower[last.span[1] : context.start], context.text.lower[last.span[0] : last.span[1]]
    return last.stretch.first if words.endswith(_DAY_WORDS) and _GOES_ON.fullmatch(gap) else None


def _looks_ahead(context: Context) -> bool:
    before, after = _CLOCK.sub("", context.before), context.after
    if _SAYING.search(before) or re.match(r",? (?:that|after|when|and said|as)\b|'s\b", after):
        return False
    if _OPENS.fullmatch(before):
        return tense("", _FIRST_CLAUSE.match(after.lstrip(", "))[0]) == "future"  # type: ignore[index]
    if re.search(r"\bby *$", before) and context.is_past:
        return False
    if re.search(r"\b(?:until|till) *$", before) and re.match(r"[^.]*\b(?:had|was|were)\b", after):
        return False
    back = _BACK.search(before)
    if back and not (back[0].startswith("after") and _AHEAD.search(_CLAUSE.split(before[: back.start()])[-1])):
        return False
    near = _CLAUSE.split(before)[-1]
    return bool(_AHEAD.search(near)) or (context.is_future and bool(_AHEAD.search(before[-60:])))


def _unknown(match: re.Match[str], number: int) -> Found:
    part = match.groupdict().get("partofday")
    suffix = f"T{vocabulary()['parts_of_day'][part]}" if part else ""
    found = time(None, suffix) if part else repetition("")
    kind = found.type if part else date(day(1)).type
    return Found(kind, f"XXXX-WXX-{number + 1}{suffix}", note="no date to count from", silent=True)

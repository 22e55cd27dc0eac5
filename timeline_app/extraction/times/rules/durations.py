"""Counted lengths of time: "13 days", "the past two weeks", "two to three years", "a two-week siege"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Result, duration, reference, repetition
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.lengths import length
from timeline_app.extraction.times.numbers import read_number
from timeline_app.extraction.times.pattern import one_of
from timeline_app.extraction.times.rules.reading import DATE_BEHIND, unit_letters

CLASSES = {
    "lead": one_of("the/these/those"),
    "which": one_of(
        "last/past/next/previous/coming/following/first/final/recent/latest/same/preceding/ensuing/initial/intervening/succeeding/subsequent"
    ),
    "more": one_of(
        "more/full/long/short/consecutive/straight/whole/working/business/additional/solid/calendar/extra/successive"
        "/continuous/hectic/entire/fiscal/single/bloody/bitter/terrible/difficult/painful/tense/agonizing/agonising"
        "/turbulent/frantic/grueling/gruelling/brutal/desperate/happy/lonely/miserable/cold/busy/critical/crucial"
        "/memorable/glorious/eventful/fateful/dramatic/dark/hard/tough/anxious/hot/sleepless/lean/chaotic/momentous"
        "/heady/intense/quiet/peaceful/unbroken/uninterrupted/uneasy/formative/wonderful/great/good"
    ),
}
rules = RuleBook(
    "durations",
    {
        **CLASSES,
        "one": one_of(
            "one/a/an/half a/half an/half/the whole/another/a full/an entire/a whole/an additional/an extra/a further"
            "/a single/a mere/another full"
        ),
    },
)
_AGE = re.compile(
    r"[ -]+olds?\b|'? +(?:of age|old\b)|-and-(?:over|under|older)|[ -]and (?:older|over|under|up)\b| to life\b"
)
_AGED = re.compile(r"\b(?:aged?|ages|ages? of|turn(?:ed|s|ing)?) *(?:\d+ ?(?:-|to|and) ?)?$")
_RATE = re.compile(
    r"(?:\b(?:times?|once|twice|percent|million|billion|trillion|tons?|tonnes|dollars?|euros?|pounds|cents|hours?|days?"
    r"|barrels|miles|people|metres|meters|games|jobs|cases|deaths|visitors|passengers|units|cars|vehicles|gallons"
    r"|shares)|%|\d) *$"
)
#: What is measured in hours without anything happening: recordings, batteries.
_CONTENT = re.compile(
    r" of (?:[a-z]+ )?(?:video|music|audio|footage|content|film|tape|recordings?|programming|battery|airtime)\b"
)
_NO_LENGTH = re.compile(r"'s? war\b|-(?:mile|member|person|page|foot)| an? (?:day|week|month|year)\b")
_COUNTING_HOURS = re.compile(r"\d (?:hours|days|weeks|months) $")
_SOME_DAY = re.compile(
    r"\b(?:will|would|could|may|might|can|should|must|'ll|to|hopes?|hoped|hoping|dreams?|dreamed|if) (?:[a-z]+ )?$"
)
_SOME_DAY_VERB = re.compile(r" (?:(?:he|she|it|they|i|we|you) )?(?:will|would|could|may|might|can|should|be|become)\b")
_OF_CALENDAR = re.compile(
    r" of (?:(?:the|each|every|this|that|last|next) )?(?:[a-z]+ )?(?:year|month|week|weekend|century|decade|quarter"
    r"|term|season|\d|january|february|march|april|may|june|july|august|september|october|november|december)"
)
_IS = re.compile(r"\b(?:was|is|became|been|be|not) *$")


def is_age(context: Context) -> bool:
    """Whether it is how old somebody is."""
    return _AGE.match(context.after) is not None or _AGED.search(context.before) is not None


@rules.add(
    "[{lead:}] [{which:}] {number} [or so] [{which:lastwhich}] [{more:}]~{unit}[-long]",
    "[{lead:}] [{which:}] {number}-(plus|odd) {unit}",
    "[{lead:}] [{which:}] {number} and a half {unit}",
    "{number}~{unit}~long",
)
def counted(match: re.Match[str], context: Context) -> Result:
    """A number of units, unless it is somebody's age. As an adjective it stands without its article."""
    number, unit = match["number"], match["unit"]
    letters, plural = unit_letters(unit), unit.endswith(("s", "ia"))
    if is_age(context) or context.left_char in ("$", "£", "€") or _NO_LENGTH.match(context.after):
        return None
    if context.text.is_capital(match.start("unit")) and re.match(r"'?s? war\b", context.after):
        return None
    if letters in ("TH", "TM") and _CONTENT.match(context.after):
        return None
    if unit == "day" and number == "one" and not match.groupdict().get("which"):
        return None  # maybe one day to come: read below
    if unit in ("second", "quarter", "weekend") or (letters == "Q" and re.match(r" of\b|-", context.after)):
        return None
    if re.fullmatch(r"(?:19|20)\d\d", number) and not plural:
        return None
    if (match.groupdict().get("lastwhich") or "").strip() and not plural and number not in ("1", "one"):
        return None  # "sold 40 last week": a count, then a date
    if context.text.is_capital(match.start("unit")) and (letters.startswith("T") or not plural):
        return None
    half = 0.5 if "and a half" in match[0] and "and a half" not in number else 0.0
    found = duration(length(read_number(number) + half, letters))
    adjective = not plural and number not in ("1", "one")
    return found.at(match.start("number"), match.end()) if adjective else found


@rules.add(
    "[{lead:}] [{which:}] {number} (to|or|and|-) {number:high}~[{more:}]~{unit}",
    "[{lead:}] [{which:}] {number:low}-{number:high}~{unit}",
    "between {number} and {number:high} {unit}",
    "({one}|{number}) or {number:high} {unit}",
    "{one:} {unit} or (two|three|so|more)",
)
def between(match: re.Match[str], context: Context) -> Result:
    """Two to three weeks, 12-18 months: one length, not said which."""
    return None if is_age(context) else duration(length(None, unit_letters(match["unit"])))


@rules.add("{one} {unit}[-long]", "{one}-{unit}", "{one} {unit} and a half")
def single(match: re.Match[str], context: Context) -> Result:
    """A week, half an hour, another month; after a rate it is a repetition: $5 a share a year."""
    words, unit, after = match[0], match["unit"], context.after
    letters = unit_letters(unit)
    if unit.endswith("s") or letters in ("TS", "WE", "Q") or is_age(context) or _COUNTING_HOURS.search(context.before):
        return None
    if re.match(r"[ -](?:ago|earlier|before|later)\b", after) and not DATE_BEHIND.match(after):
        return None
    if _IS.search(context.before) and re.match(r" (?:of|in which|when)\b", after):
        return None
    if words.startswith(("a ", "an ")) and "and a half" not in words and _RATE.search(context.before):
        return repetition(length(1, letters))
    if words == "one day" and (_SOME_DAY.search(context.before) or _SOME_DAY_VERB.match(context.after)):
        return reference("FUTURE_REF", "some time to come")
    if letters == "D" and re.match(r" (?:when|of|that|for|in which|after)\b", after):
        return None
    return duration(length(1.5 if "and a half" in words else 0.5 if "half" in words else 1.0, letters))


@rules.add("the (first|last|final|opening|closing) [full] (day|week|month|year|decade|century)")
def unit_of_something(match: re.Match[str], context: Context) -> Result:
    """One unit of what goes on: "the first year of the war"; not "the first day of the month"."""
    if not re.match(r" of ", context.after) or _OF_CALENDAR.match(context.after):
        return None
    return duration(length(1, unit_letters(match[0].split()[-1])))


@rules.add("[{lead:}] [{which:}] half~(century|decade|year|hour)", "[a] quarter~century", "[a] quarter of a century")
def part_of_unit(match: re.Match[str], _context: Context) -> Result:
    """Half a century and a quarter of one."""
    unit = re.split(r"[ -]", match[0])[-1]
    return duration(length(0.25 if "quarter" in match[0] else 0.5, unit_letters(unit)))


@rules.add(
    "(decades|years|months|weeks|days|hours|centuries)-(long|old)", "(day|week|month|year|hour|decade|century)-long"
)
def long_lasting(match: re.Match[str], _context: Context) -> Result:
    """A decades-long conflict, the week-long trip."""
    unit, _, ending = match[0].partition("-")
    if ending == "old" and unit == "years":
        return None
    return duration(length(None if unit.endswith("s") else 1, unit_letters(unit)))

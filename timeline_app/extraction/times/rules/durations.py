"""Lengths of time: "13 days", "the past two weeks", "several years", "a decade", "a two-week siege"."""

from __future__ import annotations

import re

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.found import Result, duration, reference, repetition
from timeline_app.extraction.times.grammar import RuleBook
from timeline_app.extraction.times.numbers import plain_number, read_number
from timeline_app.extraction.times.pattern import WordClass
from timeline_app.extraction.times.rules.reading import unit_letters
from timeline_app.extraction.times.vocabulary import vocabulary

_LEADS = (
    "last",
    "past",
    "next",
    "previous",
    "coming",
    "following",
    "first",
    "final",
    "recent",
    "latest",
    "same",
    "preceding",
    "ensuing",
    "initial",
    "intervening",
)
rules = RuleBook(
    "durations",
    {
        "lead": WordClass(
            r"(?:the|these|those)(?= )",
            frozenset({"the", "these", "those"}),
        ),
        "which": WordClass("(?:" + "|".join(_LEADS) + ")(?= )", frozenset(_LEADS)),
        "more": WordClass(
            r"(?:more|full|long|short|consecutive|straight|whole|working|business|additional|solid|calendar|extra|successive|continuous|hectic|entire|fiscal)(?= )",
            frozenset({"more"}),
        ),
        "someof": WordClass(
            r"(?:a few|few|several|some|many|a couple(?: of)?|couple(?: of)?|a number of|dozens of|hundreds of|thousands of|tens of thousands of|scores of|numerous|countless|various|half a dozen|a dozen|a handful of|the better part of a)(?= )",
            frozenset(
                {
                    "a",
                    "few",
                    "several",
                    "some",
                    "many",
                    "couple",
                    "dozens",
                    "hundreds",
                    "thousands",
                    "tens",
                    "scores",
                    "numerous",
                    "countless",
                    "various",
                    "half",
                    "the",
                }
            ),
        ),
        "one": WordClass(
            r"(?:an?|half an?|half|the whole|an? (?:full|whole|entire|additional|extra|further|single|mere)|another|an?other full)(?= |-)",
            frozenset({"a", "an", "half", "the", "another"}),
        ),
        "units": WordClass(
            r"(?:seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries|fortnights|weekends|millennia)(?![a-z])",
            frozenset(
                {
                    "seconds",
                    "minutes",
                    "hours",
                    "days",
                    "weeks",
                    "months",
                    "quarters",
                    "years",
                    "decades",
                    "centuries",
                    "fortnights",
                    "weekends",
                    "millennia",
                }
            ),
        ),
    },
)
_AGE = re.compile(
    r"[ -]olds?\b|'? +(?:of age|old\b)|-and-(?:over|under|older)|[ -]and (?:older|over|under|up)\b| to life\b"
)
_AGED = re.compile(r"\b(?:aged?|ages|ages? of|turn(?:ed|s|ing)?) *$")
_RATE = re.compile(
    r"(?:\b(?:times?|once|twice|percent|million|billion|trillion|tons?|tonnes|dollars?|euros?|pounds|cents|hours?|days?|barrels|miles|people|metres|meters|games|jobs|cases|deaths|visitors|passengers|units|cars|vehicles|gallons|shares|$)|%|\$[\d.,]+|[\d,.]*\d) *$"
)


@rules.add(
    "[{lead:}] [{which:}] {number} [or so] [{which:lastwhich}] [{more:}]~{unit}[-long]",
    "[{lead:}] [{which:}] {number}-(plus|odd) {unit}",
    "[{lead:}] [{which:}] {number} and a half {unit}",
    "{number}~{unit}~long",
)
def counted(match: re.Match[str], context: Context) -> Result:
    """A number of units, unless it is somebody's age."""
    if _AGE.match(context.after) or _AGED.search(context.before) or context.left_char in "$£€":
        return None
    number, letters = match["number"], unit_letters(match["unit"])
    if letters in ("TS", "Q") and match["unit"] in ("second", "quarter"):
        return None
    if letters == "Q" and re.match(r" of\b|-", context.after):
        return None
    if context.text.is_capital(match.start("unit")) and match["unit"][-1] != "s":
        return None
    if match["unit"] == "weekend":
        return None
    if re.match(r"-(?:mile|member|person|page|foot)| an? (?:day|week|month|year)\b", context.after):
        return None
    half = 0.5 if "and a half" in match[0] and "and a half" not in number else 0.0
    if context.text.is_capital(match.start("unit")) and letters.startswith("T"):
        return None
    if re.match(r" of (?:[a-z]+ )?(?:video|music|audio|footage|content|film|tape|recordings?|programming|battery|airtime)\b", context.after):
        return None
    found = duration(length(read_number(number) + half, letters))
    hyphened = match["unit"][-1] != "s" and number not in ("1", "one")
    return found.at(match.start("number"), match.end()) if hyphened else found


@rules.add(
    "[{lead:}] [{which:}] {number} (to|or|and|-) {number:high}~[{more:}]~{unit}",
    "[{lead:}] [{which:}] {number:low}-{number:high}~{unit}",
    "between {number} and {number:high} {unit}",
    "({one}|{number}) or {number:high} {unit}",
    "{one:} {unit} (or|to) {number:high}",
)
def between(match: re.Match[str], context: Context) -> Result:
    """ "Two to three weeks", "12-18 months": one length, not said which."""
    if _AGE.match(context.after) or _AGED.search(context.before):
        return None
    letters = unit_letters(match["unit"])
    return duration(length(None, letters))


@rules.add("[{lead:}] [{which:}] {someof} [{which:more}] [{more:longer}]~{unit}[-long]", "{which:} {someof} {unit}")
def vaguely_counted(match: re.Match[str], context: Context) -> Result:
    """ "Several years", "the past few weeks", "a couple of days"."""
    if _AGE.match(context.after) or (not match["unit"].endswith(("s", "ia")) and "-" not in match[0]):
        return None
    some = match["someof"]
    letters = unit_letters(match["unit"])
    if "couple" in some:
        return duration(length(2, letters))
    if "half a dozen" in some:
        return duration(length(6, letters))
    if some == "a dozen":
        return duration(length(12, letters))
    return duration(length(None, letters))


@rules.add(
    "{one} {unit}[-long]",
    "{one}-{unit}",
    "{one} {unit} and a half",
    "[{lead:}] [{which:}] half~(century|decade|year|hour)",
    "[a] quarter~century",
    "[a] quarter of a century",
)
def single(match: re.Match[str], context: Context) -> Result:
    """ "A week", "half an hour", "another month"; after a rate it is a repetition: "$5 a share a year"."""
    words = match[0]
    unit = match.groupdict().get("unit") or words.split()[-1].split("-")[-1]
    letters = unit_letters(unit)
    if unit.endswith("s") or letters in ("TS", "WE") or _AGE.match(context.after):
        return None
    if re.match(r"(?: |-)(?:ago|earlier|before|later)\b", context.after) or (
        letters == "Q" and re.match(r" of\b|-|[ ]point", context.after)
    ):
        return None
    if re.search(r"\d (?:hours|days|weeks|months) $", context.before):
        return None
    if re.search(r"\b(?:was|is|became|been|be|not) *$", context.before) and re.match(
        r" (?:of|in which|when)\b", context.after
    ):
        return None
    if words.startswith(("a ", "an ")) and "and a half" not in words and _RATE.search(context.before):
        return repetition(length(1, letters))
    if letters == "Q" or (letters == "D" and re.match(r" (?:when|of|that|for|in which|after)\b", context.after)):
        return None
    if "quarter" in words:
        return duration("P25Y")
    count = 0.5 if "half" in words and "and a half" not in words else 1.5 if "and a half" in words else 1.0
    return duration(length(count, letters))


@rules.add("[{lead:}] {which} {units}", "[{lead:}] [{which}] {units} and {units:second}", "{units} or {units:second}")
def which_units(match: re.Match[str], context: Context) -> Result:
    """ "Recent weeks", "the coming months", "the last years"."""
    which = match.groupdict().get("which") or ""
    letters = unit_letters(match.groupdict().get("second") or match["units"])
    if which in ("recent",):
        return (
            reference("PAST_REF", "the time just past")
            if letters in ("D", "M", "W", "Y", "DE") and not match[0].startswith("the ")
            else duration(length(None, letters))
        )
    if which in ("same", "latest", "initial", "intervening"):
        return None
    return duration(length(None, unit_letters(match["units"])))


@rules.add("{units}")
def bare_units(match: re.Match[str], context: Context) -> Result:
    """Units in the plural where a preposition or a verb of lasting makes them a length."""
    if match["units"] in ("seconds", "quarters", "weekends"):
        return None
    if context.preceded_by("early", "small", "wee", "working", "office", "opening", "business", "old", "late"):
        return None
    if context.preceded_by("for", "within") and not re.match(r" (?:off|out|gone|past)\b", context.after):
        return duration(length(None, unit_letters(match["units"])))
    if context.preceded_by(
        "for",
        "in",
        "within",
        "over",
        "take",
        "takes",
        "took",
        "taken",
        "lasted",
        "lasts",
        "last",
        "spent",
        "spend",
        "spending",
        "after",
        "of",
        "through",
        "by",
        "waited",
        "wait",
    ) and re.match(r" (?:of\b|to\b|before|after|later|earlier|and|if|or|as)|[.,;]|$| -", context.after):
        return duration(length(None, unit_letters(match["units"])))
    if re.match(r"(?: of (?!age)| before\b| after\b| to come\b|-long\b|-old\b)", context.after) and not re.match(
        r" after all", context.after
    ):
        return duration(length(None, unit_letters(match["units"])))
    return None


@rules.add(
    "(decades|years|months|weeks|days|hours|centuries)-(long|old)", "(day|week|month|year|hour|decade|century)-long"
)
def long_lasting(match: re.Match[str], context: Context) -> Result:
    """ "A decades-long conflict", "the week-long trip"."""
    unit = match[0].split("-")[0]
    if match[0].endswith("old") and unit == "years":
        return None
    return duration(length(None if unit.endswith("s") else 1, unit_letters(unit)))


@rules.add("(a while|some time|a long time|quite some time)")
def a_while(match: re.Match[str], context: Context) -> Result:
    """A length that nobody counts."""
    return None


def length(count: float | None, letters: str) -> str:
    """The TIMEX3 value of so many units; None is a number not said."""
    if letters in ("DE", "CE", "ML"):
        if count is None:
            return "PXY"
        return f"P{plain_number(count * {'DE': 10, 'CE': 100, 'ML': 1000}[letters])}Y"
    if letters == "FN":
        return f"P{plain_number(count * 2)}W" if count is not None else "PXW"
    if count is None:
        return f"PTX{letters[1]}" if letters.startswith("T") else f"PX{letters}"
    if letters == "Q":
        return f"P{plain_number(count)}Q"
    if count != int(count):
        finer = _in_two_units(count, letters)
        if finer:
            return finer
    if letters.startswith("T"):
        return f"PT{plain_number(count)}{letters[1]}"
    return f"P{plain_number(count)}{letters}"


def _in_two_units(count: float, letters: str) -> str:
    """ "Two and a half years" as years and months, where the halves come out even."""
    smaller = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60)}.get(letters)
    if smaller is None:
        return ""
    unit, size = smaller
    rest = (count - int(count)) * size
    if rest != int(rest):
        return ""
    time = "T" if letters.startswith("T") else ""
    whole = f"{int(count)}{letters[-1]}" if int(count) else ""
    return f"P{time}{whole}{int(rest)}{unit}"


def known_units() -> frozenset[str]:
    """All words for units."""
    return frozenset(vocabulary()["units"])

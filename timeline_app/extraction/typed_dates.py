"""What a person types into a date field: plain words or EDTF, read by the engine that reads the articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline_app.extraction.times import find_times
from timeline_app.extraction.typed_frames import FRAMES, either
from timeline_app.model import Basis, ReadingMode, TimeExpression, TimexType, When
from timeline_app.model.bounds import when_span
from timeline_app.model.edtf import UnreadableEdtf, parse_edtf

HINT = "write it like 20 October 2023, October 2023, about March 1999, 7–20 May 1968, 1990s or 44 BC"
_BASIS = Basis("Entered by hand.")
_EDTF_ONLY = re.compile(r"[\dXYTZ?~%/.,:+\[\]{}-]+")
_DOUBT = re.compile(r"(?:perhaps|maybe|possibly|probably|uncertain)[ ,:]+", re.IGNORECASE)
_FILLING = re.compile(r"(?:on|in|at|during|the|of|a|day|time|some|,|\.|-|\s)*", re.IGNORECASE)
_PLAIN_YEAR = re.compile(r"(?:the )?(?:year )?(\d{3,4})", re.IGNORECASE)
_ABOUT_YEAR = re.compile(r"(?:about|around|approximately|roughly|circa|ca\.?|c\.?) ?(\d{3,4})", re.IGNORECASE)
#: What stands before the years of a life or a reign, and says nothing of them.
_OF_A_LIFE = re.compile(r"(?:fl|r|b|d|born|died|reigned|ruled|active)\.? (?=(?:c\.? ?)?\d)", re.IGNORECASE)
_SHORT_END = re.compile(r"^(\d?\d)(\d\d)[-–](\d\d)$")
_SLASHED = (
    (re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})"), (1, 2, 3)),
    (re.compile(r"(\d{1,2})/(\d{4})"), (2, 1)),
)
_YEAR = re.compile(r"\d{3,}|\b(?:bce?|ad|ce)\b", re.IGNORECASE)
_MONTH_DAY = re.compile(r"(?P<month>[a-z]+\.?) \d{1,2}(?:st|nd|rd|th)?", re.IGNORECASE)
_DAY_YEAR = re.compile(r"(?P<day>\d{1,2}(?:st|nd|rd|th)?),? (?P<year>\d{3,4})", re.IGNORECASE)
_NIGHT = re.compile(r"(?:the )?(?:night|evening) of ", re.IGNORECASE)
_UNDATED = frozenset({"undated", "unknown", "no date", "?"})


class UnreadableDate(ValueError):  # noqa: N818  (a noun of the domain)
    """Words that are no date; the message is a sentence for the person who typed them."""


def entered_by_hand(when: When) -> bool:
    """Whether a person gave this date: no rule stands behind it, and no doubt of one."""
    return _BASIS in when.basis


def parse_date(words: str, *, today: int | None = None) -> When:
    """The date a person means. Relative words ("last Friday") count from `today`, a day number, if that is given.

    Raises UnreadableDate with a sentence. "undated" is a date without bounds and without EDTF text.
    """
    text = " ".join(words.split())
    if not text:
        raise UnreadableDate(f"There is no date yet; {HINT}.")
    if text.lower() in _UNDATED:
        return When(None, None, None, None, "", basis=(_BASIS,))
    text = _unslashed(text)
    if _EDTF_ONLY.fullmatch(text):
        try:
            return parse_edtf(text).with_basis(_BASIS)
        except UnreadableEdtf as error:
            found = _words(text, today)
            if found is None:
                raise UnreadableDate(str(error)) from None
            return found.with_basis(_BASIS)
    when = _words(text, today)
    if when is None:
        raise UnreadableDate(f"“{text}” is no date that can be read; {HINT}.")
    return when.with_basis(_BASIS)


def _words(text: str, today: int | None) -> When | None:
    """The date in words, or None."""
    life = _OF_A_LIFE.match(text)
    if life:
        text = _SHORT_END.sub(r"\1\2–\1\3", re.sub(r"(?<=\d)-(?=\d)", "–", text[life.end() :]))
    doubt = _DOUBT.match(text)
    if doubt:
        return _doubtful(_words(text[doubt.end() :], today))
    if _NIGHT.match(text):
        return _expression(text, today)
    for pattern, make in FRAMES:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        dates = _dates_of(match.groups(), today)
        if dates:
            return make(*dates)
    return _expression(text, today) or _expression(f"the {text}", today)


def _unslashed(text: str) -> str:
    """The month and year of "5/2020", and the day of "2020/05/03", as EDTF has them; other words as they are."""
    for pattern, order in _SLASHED:
        match = pattern.fullmatch(text)
        if match:
            year, *rest = (int(match[group]) for group in order)
            return "-".join([f"{year:04d}", *(f"{part:02d}" for part in rest)])
    return text


def _dates_of(words: tuple[str, ...], today: int | None) -> list[When]:
    """The dates of the parts of a frame, none where one cannot be read.

    One of two may leave to the other what both share: "3 to 5 May 1991", "May to July 1991", "May 3 to 5, 1991".
    """
    if len(words) == 2 and not _YEAR.search(words[0]):
        for one, other in _completed(*words):
            first, last = _expression(one, today), _expression(other, today)
            if first is not None and last is not None and _is_earlier(first, last):
                return [first, last]
    dates = [_expression(part, today) for part in words]
    return [date for date in dates if date is not None] if None not in dates else []


def _completed(first: str, last: str) -> Iterator[tuple[str, str]]:
    """Both parts of a frame with what only one of them says."""
    tail = last.split()
    for shared in range(1, len(tail)):
        yield " ".join([first, *tail[shared:]]), last
    month, days = _MONTH_DAY.fullmatch(first), _DAY_YEAR.fullmatch(last)
    if month and days:
        yield f"{first}, {days['year']}", f"{month['month']} {days['day']}, {days['year']}"


def _is_earlier(first: When, last: When) -> bool:
    return first.earliest is not None and last.earliest is not None and first.earliest < last.earliest


def _expression(text: str, today: int | None) -> When | None:
    """The date of words that are one expression, or the two ends of one range."""
    year = _PLAIN_YEAR.fullmatch(text)
    if year:
        return parse_edtf(f"{int(year[1]):04d}")
    about = _ABOUT_YEAR.fullmatch(text)
    if about:
        return parse_edtf(f"{int(about[1]):04d}~")
    typed = _as_written(text)
    mode = ReadingMode.NARRATIVE if today is None else ReadingMode.NEWS
    times = [time for time in find_times(typed, published=today, mode=mode) if time.when is not None]
    if not times or len(times) > 2 or not _covers(typed, times):
        return None
    first = times[0].when
    if first is None or len(times) == 1:
        return first
    last = times[1].when
    if last is None:
        return None
    if times[0].type is TimexType.TIME and first.earliest != first.latest == last.latest:
        return first
    if times[0].range_end == times[1].passage:
        return when_span(first, last)
    gap = typed[times[0].passage.end : times[1].passage.start].strip().lower()
    if times[1].type is TimexType.TIME and gap in ("", ",", "at"):
        return last if last.earliest == first.earliest else None
    return either(first, last) if gap == "or" else None


def _as_written(text: str) -> str:
    """The words with capitals where English has them, so that "march 1999" is a month; BC and AD in full capitals."""
    capital = re.sub(r"(?<![\w'’])[a-z]", lambda match: match[0].upper(), text)
    return re.sub(r"\b(?:Bce?|Ad|Ce)\b", lambda match: match[0].upper(), capital)


def _covers(text: str, times: list[TimeExpression]) -> bool:
    """Whether nothing but small words stands outside the expressions."""
    position, rest = 0, []
    for time in times:
        rest.append(text[position : time.passage.start])
        position = time.passage.end
    rest.append(text[position:])
    if len(times) == 2:
        rest[1] = (
            re.sub(r"\b(?:to|until|till|through|or|and)\b", "", rest[1].lower())
            .replace("–", "-")
            .replace("—", "-")
            .replace("/", "-")
        )
    return all(_FILLING.fullmatch(piece) for piece in rest)


def _doubtful(when: When | None) -> When | None:
    if when is None or "[" in when.edtf or "/" in when.edtf or "T" in when.edtf:
        return when
    mark = "%" if when.edtf.endswith("~") else "?"
    return replace(when, edtf=when.edtf.rstrip("~?%") + mark)

"""When an article was published, and where that is known from.

In this order: the format's own metadata, a header in the text ("date 2023-11-12", "Published: …", a line that is a
date), a dateline or byline in the first lines, the file's name, and last the properties of an office file or PDF, which
often tell of a template or a printer. The user's own word stands above all and is set elsewhere. Neither the machine's
clock nor the time a file was written to disk is ever asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from timeline_app.formats.written_dates import (
    MONTH_PATTERN,
    WEEKDAY_PATTERN,
    WrittenDate,
    compact_date,
    find_dates,
    first_date,
    month_number,
    valid_day,
)
from timeline_app.model import PublishedFrom

#: How far into a text a header can stand: non-empty lines, characters of each, and characters altogether.
_HEADER_LINES, _LINE_LENGTH, _HEADER_LENGTH = 12, 300, 4000
#: A line that is nothing but a date, or a byline, stands right under the headline.
_TOP_LINES = 6

_LEADING = re.compile(r"\W{0,20}date\s*[:=]?\s+(?P<date>\d{4}-\d\d?-\d\d?)(?!\d)", re.IGNORECASE)
_LABEL = re.compile(
    r"\W{0,10}(?:(?:article|story)\s+)?(?:date(?:line)?(?:\s+(?:published|posted|of\s+publication))?"
    r"|(?:(?:first|originally|was)\s+)?published(?:\s+(?:date|online|time))?|publication\s+date|pub\s?date"
    r"|posted|issued|released|release\s+date)"
    r"\s*(?:\bon\b|\bat\b)?\W{0,6}(?:\bon\b)?\s*",
    re.IGNORECASE,
)
_CLOCK = (
    r"(?:\bat\s+)?\b\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?"
    r"|\b\d{1,2}\s*[ap]\.?m\.?(?!\w)|T\d\d:\d\d(?::\d\d)?\S*"
)
_ZONE = (
    r"\b(?:GMT|UTC|BST|CET|CEST|EET|EEST|MSK|IST|JST|AEST|AEDT|[ECMP][SD]?T|local\s+time)\b"
    r"(?:\s*[+-]\s*\d{1,2}(?::?\d\d)?)?"
)
_BESIDE_A_DATE = re.compile(rf"{WEEKDAY_PATTERN}|{_CLOCK}|{_ZONE}|[+-]\d\d:?\d\d\b", re.IGNORECASE)
_BYLINE = re.compile(r"\W*(?:(?:posted|written|reported|published|report)\s+)?by[:\s]", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s[|•·/–—-]\s|[|•·]")
_MONTH_DAY = re.compile(
    rf"\b(?:(?P<month>{MONTH_PATTERN})\.?\s+(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+(?P<month2>{MONTH_PATTERN}))(?!\w)",
    re.IGNORECASE,
)
#: What ends a dateline: a dash after the agency, or the agency's closing bracket.
_DATELINE_END = re.compile(r"\s(?:--?|[–—_])\s|[–—]|(?<=\w)--|(?<=[a-zA-Z])\)\s")
_SMALL_IN_PLACES = frozenset({"of", "de", "la", "al", "el", "the", "and", "on", "near", "s"})
#: A sentence may begin as "On November 12, 2023 - a Sunday - …".
_NO_PLACE = frozenset(
    {"on", "in", "by", "from", "since", "after", "before", "until", "between", "as", "it", "he", "she"}
)
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20|21)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Published:
    """A day number or None, where it is known from, and the words that say it."""

    day: int | None = None
    origin: PublishedFrom = PublishedFrom.NOTHING
    words: str = ""


UNKNOWN = Published()


def find_published(
    text: str,
    name: str,
    *,
    metadata: Iterable[str] = (),
    properties: Iterable[str] = (),
    day_first: bool | None = None,
) -> Published:
    """The best known date of publication.

    `metadata` are the format's own date fields, best first; `properties` those of a PDF or office file, which count
    only when all else is silent; `day_first` tells how the page's language writes 03/04/2023.
    """
    return (
        from_fields(metadata, day_first=day_first)
        or from_header(text, day_first=day_first)
        or from_dateline(text, name, day_first=day_first)
        or from_file_name(name)
        or from_fields(properties)
        or UNKNOWN
    )


def from_fields(fields: Iterable[str], *, day_first: bool | None = None) -> Published | None:
    """The first metadata field that holds a full date; the day is the one written, whatever its time zone."""
    for field in fields:
        words = " ".join(field[:200].split())
        date = first_date(words, day_first=day_first) or compact_date(words)
        if date:
            return Published(date.day, PublishedFrom.METADATA, words)
    return None


def from_header(text: str, *, day_first: bool | None = None) -> Published | None:
    """A date header at the very beginning, a labelled line, or a line that is only a date, among the first lines."""
    leading = _LEADING.match(text)
    if leading:
        date = first_date(leading["date"])
        if date:
            return Published(date.day, PublishedFrom.HEADER, leading.group().strip())
    for number, line in enumerate(_first_lines(text)):
        date = _labelled(line, day_first) or (_date_alone(line, day_first) if number < _TOP_LINES else None)
        if date:
            return Published(date.day, PublishedFrom.HEADER, _tidy(line))
    return None


def from_dateline(text: str, name: str, *, day_first: bool | None = None) -> Published | None:
    """A dateline ("LONDON, Nov. 12, 2023 (Reuters) -") or byline ("By Ann Lee | 12 November 2023").

    A dateline without its year counts only if the file's name tells the year.
    """
    for number, line in enumerate(_first_lines(text)[:_TOP_LINES]):
        found = _byline(line, day_first) or _dateline(line, name) or (_placed(line, day_first) if number else None)
        if found:
            return found
    return None


def _placed(line: str, day_first: bool | None) -> Published | None:
    """A line of nothing but a place and a date: "Rotterdam, 14 November 2023"; the headline is none."""
    dates = list(find_dates(line, day_first=day_first))
    if len(line) > 60 or len(dates) != 1 or not line[: dates[0].start].rstrip().endswith(","):
        return None
    place, rest = line[: dates[0].start], line[dates[0].end :]
    return (
        None
        if _words_left(rest) or not _is_place(place)
        else Published(dates[0].day, PublishedFrom.DATELINE, _tidy(line))
    )


def from_file_name(name: str) -> Published | None:
    """A full date in the file's name: 2023-11-12-talks.txt, 20231112_talks, talks-12-nov-2023.html."""
    stem = PurePath(name.replace("\\", "/")).name
    stem = stem.rsplit(".", 1)[0] if "." in stem[1:] else stem
    date = first_date(stem.replace("_", "-")) or compact_date(stem)
    return Published(date.day, PublishedFrom.FILE_NAME, stem[date.start : date.end]) if date else None


def is_header_line(line: str) -> bool:
    """Whether a line only dates or signs the article, so that it can be no headline."""
    return bool(_labelled(line, None) or _date_alone(line, None) or _byline(line, None) or _BYLINE.match(line))


def _first_lines(text: str) -> list[str]:
    lines = (line.strip()[:_LINE_LENGTH] for line in text[:_HEADER_LENGTH].splitlines())
    return [line for line in lines if line][:_HEADER_LINES]


def _labelled(line: str, day_first: bool | None) -> WrittenDate | None:
    """A label such as "Published on" with a date right behind it, but for a weekday and a clock time."""
    label = _LABEL.match(line)
    if not label:
        return None
    rest = line[label.end() : label.end() + 80]
    date = first_date(rest, day_first=day_first)
    return date if date and not _words_left(rest[: date.start]) else None


def _date_alone(line: str, day_first: bool | None) -> WrittenDate | None:
    if len(line) > 90:
        return None
    dates = list(find_dates(line, day_first=day_first))
    if len(dates) != 1:
        return None
    return None if _words_left(line[: dates[0].start] + " " + line[dates[0].end :]) else dates[0]


def _words_left(rest: str) -> str:
    """The letters and figures of a line that are neither weekday nor clock time nor zone."""
    return re.sub(r"\W+", "", _BESIDE_A_DATE.sub(" ", rest))


def _byline(line: str, day_first: bool | None) -> Published | None:
    """A short line with one full date that signs the article or is cut up by bars and bullets."""
    if len(line) > 160 or line.endswith("."):
        return None
    dates = list(find_dates(line, day_first=day_first))
    if len(dates) != 1 or re.search(r"\b(?:updated|modified|accessed|retrieved)\b", line, re.IGNORECASE):
        return None
    rest = line[: dates[0].start] + " " + line[dates[0].end :]
    signed = bool(_BYLINE.match(line))
    cut_up = bool(_SEPARATOR.search(line)) and _touches_separator(line, dates[0])
    if len(_BESIDE_A_DATE.sub(" ", rest).split()) > 14 or not (signed or cut_up):
        return None
    return Published(dates[0].day, PublishedFrom.DATELINE, _tidy(line))


def _touches_separator(line: str, date: WrittenDate) -> bool:
    """Whether the date is a cell of its own between bars: the bar or the line's end on both sides."""
    before = re.split(r"[|•·/–—]|\s-\s", _BESIDE_A_DATE.sub(" ", line[: date.start]))[-1]
    after = re.split(r"[|•·/–—]|\s-\s", _BESIDE_A_DATE.sub(" ", line[date.end :]))[0]
    return not re.search(r"\w", before) and not re.search(r"\w", after)


def _dateline(line: str, name: str) -> Published | None:
    """Place, date and agency before the dash."""
    for head in _dateline_heads(line):
        full = first_date(head)
        if full and _is_place(head[: full.start] + " " + head[full.end :]):
            return Published(full.day, PublishedFrom.DATELINE, _tidy(head))
        partial = _MONTH_DAY.search(head)
        if partial and not full and _is_place(head[: partial.start()] + " " + head[partial.end() :]):
            return _with_year(partial, head, name)
    return None


def _dateline_heads(line: str) -> Iterator[str]:
    for end in _DATELINE_END.finditer(line[:120]):
        yield line[: end.end()].strip(" -–—_")


def _is_place(words: str) -> bool:
    """Whether a dateline without its date is a place and an agency: few words, each with a capital."""
    plain = _BESIDE_A_DATE.sub(" ", re.sub(r"\([^)]*\)", " ", words))
    names = re.findall(r"[^\W\d]+", plain)
    if not 0 < len(names) <= 7 or names[0].lower() in _NO_PLACE:
        return False
    return names[0][0].isupper() and all(word[0].isupper() or word in _SMALL_IN_PLACES for word in names)


def _with_year(partial: re.Match[str], head: str, name: str) -> Published | None:
    years = {int(year) for year in _YEAR.findall(name)}
    if len(years) != 1:
        return None
    day = valid_day(
        years.pop(), month_number(partial["month"] or partial["month2"]), int(partial["day"] or partial["day2"])
    )
    return Published(day, PublishedFrom.DATELINE, f"{_tidy(head)} (year from the file name)") if day else None


def _tidy(line: str) -> str:
    return " ".join(line.split())[:160]

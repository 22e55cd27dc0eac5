"""The words on the screen for the values of the model: one place, so that one thing has one word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline_app.model import PublishedFrom, ReadingMode, When, words
from timeline_app.model.calendar import civil
from timeline_app.model.edtf import MONTH_NAMES
from timeline_app.model.phrase import say_day, say_when, say_year

# The same on paper.
KIND_WORDS, FACTUALITY_WORDS, count = words.KIND_WORDS, words.FACTUALITY_WORDS, words.count
MODE_WORDS = {
    ReadingMode.AUTO: "Automatic",
    ReadingMode.NEWS: "News",
    ReadingMode.NARRATIVE: "Narrative",
}
MODE_TIPS = {
    ReadingMode.AUTO: "Dateline decides from the text.",
    ReadingMode.NEWS: "“Yesterday” counts from the date of the article.",
    ReadingMode.NARRATIVE: "“The next day” counts from the date mentioned before.",
}
PUBLISHED_WORDS = {
    PublishedFrom.USER: "set by you",
    PublishedFrom.METADATA: "from the file’s details",
    PublishedFrom.HEADER: "from the head of the article",
    PublishedFrom.DATELINE: "from the dateline",
    PublishedFrom.FILE_NAME: "from the file name",
    PublishedFrom.NOTHING: "no date found",
}
#: Over so many days the years say enough.
FAR = 3 * 366
_FULL_MONTH = re.compile("|".join(rf"\b{name.capitalize()}\b" for name in MONTH_NAMES))
LANE_WORDS = {"actor": "By actor", "article": "By article", "kind": "By kind", "tag": "By tag", "none": "No lanes"}


def day_words(day: int | None, *, short: bool = False) -> str:
    """A day in words: "12 November 2023", or short "12 Nov 2023"; years before 1 with BC. Nothing for None."""
    if day is None:
        return ""
    if not short:
        return say_day(day)
    year, month, number = civil(day)
    return f"{number} {_month(month)} {say_year(year)}"


def _month(month: int) -> str:
    return MONTH_NAMES[month - 1].capitalize()[:3]


def range_words(first: float, last: float) -> str:
    """A stretch of days in as few words as say it: "1 Oct – 14 Nov 2023", "2019 – 2023"."""
    low, high = int(first), int(max(first, last))
    (year, month, day), (last_year, last_month, _) = civil(low), civil(high)
    if last - first > FAR:
        return say_year(year) if year == last_year else f"{say_year(year)} – {say_year(last_year)}"
    if year != last_year:
        return f"{day_words(low, short=True)} – {day_words(high, short=True)}"
    if low == high:
        return day_words(low, short=True)
    begin = str(day) if month == last_month else f"{day} {_month(month)}"
    return f"{begin} – {day_words(high, short=True)}"


def instant_words(time: float, days_in_view: float) -> str:
    """The time under the pointer, as fine as the view shows it."""
    words = day_words(int(time // 1), short=True)
    if days_in_view > 4:
        return words
    minutes = int((time % 1) * 1440)
    return f"{words}, {minutes // 60:02d}:{minutes % 60:02d}"


def date_words(when: When | None) -> str:
    """A date in words; "no date" where nothing is known."""
    return "no date" if when is None else say_when(when)


def short_words(words: str) -> str:
    """Words with the names of months cut short: "about 12 Nov 2023"."""
    return _FULL_MONTH.sub(lambda found: found[0][:3], words)


def short_date_words(when: When | None) -> str:
    """A date in words with the months cut short."""
    return short_words(date_words(when))


def span_words(first: When, last: When) -> str:
    """From one date to another, no finer than both are known: "7 – 20 Oct 2023", "2019 – 2023", "about May 2021"."""
    low, high = first.earliest, last.latest
    if low is not None and high is not None and ((first.is_day and last.is_day) or high - low > FAR):
        return range_words(low, high)
    words = dict.fromkeys((short_date_words(first), short_date_words(last)))
    return " – ".join(words)


def known_words(when: When | None) -> str:
    """What is known of an event that has no place on the axis."""
    return "nothing known of its date" if when is None or not (when.earliest or when.latest) else say_when(when)


def shorten(words: str, most: int) -> str:
    """Words on one line and not longer than `most` characters, cut at a space where there is one."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > most * 2 // 3 else cut).rstrip(" ,;:–-") + "…"


def listed(words: Iterable[str], most: int = 3) -> str:
    """Names in a row: "A, B and C", "A, B, C and 4 more"."""
    names = list(words)
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))

from __future__ import annotations

import pytest

from timeline_app.formats.published import find_published, from_file_name, is_header_line
from timeline_app.model import PublishedFrom
from timeline_app.model.calendar import iso_day

HEADER, DATELINE, FILE_NAME = PublishedFrom.HEADER, PublishedFrom.DATELINE, PublishedFrom.FILE_NAME
BODY = "\n\nThe talks went on for a third day, the mediators said, and nobody left the room before midnight."


def found(text, name="talks.txt", **more):
    published = find_published(text, name, **more)
    return (iso_day(published.day) if published.day is not None else None), published.origin


@pytest.mark.parametrize(
    "top",
    [
        " date 2023-11-12 Qatar has played a role in the release.",
        "Date: 12 November 2023",
        "DATE 2023-11-12",
        "Published: Nov. 12, 2023",
        "Published on 12 November 2023 at 10:30",
        "First published: Sunday 12 November 2023 10.30 GMT",
        "Publication date: 2023-11-12",
        "Posted on November 12, 2023",
        "Talks open\nSunday, November 12, 2023\u00a0",
        "Talks open\nBy Ann Lee\n12 November 2023, 10:30 GMT",
        "Talks open\n\nNovember 12 , 2023",
        "Sun 12 Nov 2023 10.30 GMT",
        "12 November 2023 • 10:30am",
        "**Published:** 12 November 2023",
        "Published 2023-11-12T10:30:00Z",
    ],
)
def test_headers(top):
    assert found(top + BODY) == ("2023-11-12", HEADER)


@pytest.mark.parametrize(
    "top",
    [
        "LONDON, Nov. 12, 2023 (Reuters) - Talks opened on Sunday.",
        "DOHA, Qatar, November 12, 2023 (AP) — Talks opened on Sunday.",
        "WASHINGTON (AP) November 12, 2023 -- Talks opened.",
        "Doha, 12 November 2023 – Talks opened.",
        "By Ann Lee, 12 November 2023",
        "Talks open\nBy Ann Lee\nRotterdam, 12 November 2023",
        "Talks open\nBy Ann Lee | 12 November 2023 | 10:30",
        "Ann Lee • Nov 12, 2023",
        "Reuters | November 12, 2023 | Doha",
        "Posted by Ann Lee on November 12, 2023 at 10:30 am",
        "ann@example.org (Ann Lee) - 12 November 2023",
    ],
)
def test_datelines_and_bylines(top):
    assert found(top + BODY) == ("2023-11-12", DATELINE)


@pytest.mark.parametrize(
    "top",
    [
        "The siege ended on 20 October 2023",
        "The treaty, which was signed on 20 October 2023, was published in 1999.",
        "Published in 1999, the book tells of 7 October 2023.",
        "Last updated: 12 November 2023",
        "Date palms were planted on 12 November 2023 in the garden.",
        "A history of the talks, from 7 October 2023 to 12 November 2023",
        "Published: 03/04/2023",
        "LONDON, Nov 12 (Reuters) - Talks opened on Sunday.",
        "On November 12, 2023 - a Sunday - talks opened.",
        "Ann Lee was born on 12 November 1973 | Doha",
        "Updated 12 November 2023",
        "Talks that began on November 12, 2023 (Reuters) went on.",
    ],
)
def test_dates_that_do_not_say_when_it_was_published(top):
    assert found(top + BODY) == (None, PublishedFrom.NOTHING)


def test_dates_deep_in_the_text_do_not_count():
    assert found(BODY * 20 + "\nPublished: 2023-11-12")[0] is None


def test_order_of_sources():
    text = "Published: 2023-11-12" + BODY
    assert found(text, metadata=["2023-11-10"]) == ("2023-11-10", PublishedFrom.METADATA)
    assert found(text, "2023-11-14-talks.txt", metadata=["soon"]) == ("2023-11-12", HEADER)
    assert found(BODY, "2023-11-14-talks.txt", properties=["2020-01-01"]) == ("2023-11-14", FILE_NAME)
    assert found(BODY, properties=["2020-01-01"]) == ("2020-01-01", PublishedFrom.METADATA)


def test_dateline_takes_its_year_from_the_file_name_and_says_so():
    text = "LONDON, Nov 12 (Reuters) - Talks opened on Sunday."
    published = find_published(text, "reuters-2023-talks.txt")
    assert published.day is not None
    assert iso_day(published.day) == "2023-11-12"
    assert published.origin is DATELINE
    assert "year from the file name" in published.words
    assert find_published(text, "reuters-2022-2023.txt").day is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2023-11-12-foo.txt", "2023-11-12"),
        ("20231112_foo.html", "2023-11-12"),
        ("foo 2023.11.12.pdf", "2023-11-12"),
        ("foo_12_nov_2023.eml", "2023-11-12"),
        ("Nov-12-2023 foo.md", "2023-11-12"),
        ("C:\\saved\\2023_11_12.txt", "2023-11-12"),
        ("2023-11-12", "2023-11-12"),
        ("13-11-2023.txt", "2023-11-13"),
        ("11-12-2023.txt", None),
        ("foo-2023-11.txt", None),
        ("123420231112.txt", None),
        ("foo.txt", None),
    ],
)
def test_file_names(name, day):
    published = from_file_name(name)
    assert (iso_day(published.day or 0) if published else None) == day


def test_words_are_those_of_the_source():
    assert find_published(" date 2023-11-12 Qatar has", "").words == "date 2023-11-12"
    assert find_published("Talks\nSunday, January 20, 2008\u00a0\nThe", "").words == "Sunday, January 20, 2008"
    assert find_published("", "20231112_a.txt").words == "20231112"


def test_language_of_the_page():
    assert found(BODY, metadata=["03/04/2023"], day_first=True)[0] == "2023-04-03"


@pytest.mark.parametrize("line", ["By Ann Lee", "12 November 2023", "Published: 2023-11-12"])
def test_header_lines(line):
    assert is_header_line(line)


def test_long_lines_are_quick():
    assert found("Published " * 100_000)[0] is None
    assert found("A" * 1_000_000)[0] is None

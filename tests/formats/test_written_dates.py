from __future__ import annotations

import pytest

from timeline_app.formats.written_dates import compact_date, find_dates, first_date, valid_day
from timeline_app.model.calendar import iso_day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2023-11-12", "2023-11-12"),
        ("2023-11-12T23:30:00-05:00", "2023-11-12"),
        ("2023/11/12", "2023-11-12"),
        ("2023.1.2", "2023-01-02"),
        ("12 November 2023", "2023-11-12"),
        ("12th of November, 2023", "2023-11-12"),
        ("12. November 2023", "2023-11-12"),
        ("12-Nov-2023", "2023-11-12"),
        ("November 12, 2023", "2023-11-12"),
        ("Nov. 12, 2023", "2023-11-12"),
        ("NOVEMBER 12TH 2023", "2023-11-12"),
        ("January 09 , 2008", "2008-01-09"),
        ("Sunday, January 20, 2008", "2008-01-20"),
        ("Sept. 3, 1939", "1939-09-03"),
        ("Sun, 12 Nov 2023 10:00:00 +0000", "2023-11-12"),
        ("/2019/nov/18/talks", "2019-11-18"),
        ("2023, November 12", "2023-11-12"),
        ("13/04/2023", "2023-04-13"),
        ("04/13/2023", "2023-04-13"),
        ("05.05.2023", "2023-05-05"),
        ("Monday 03/04/2023", "2023-04-03"),
        ("Saturday, 03/04/2023", "2023-03-04"),
    ],
)
def test_full_dates(words, day):
    found = first_date(words)
    assert found is not None
    assert iso_day(found.day) == day


@pytest.mark.parametrize(
    "words",
    [
        "03/04/2023", "November 2023", "12 November", "2023", "2023-13-01", "2023-02-30", "31 June 2023", "99/99/2023",
        "192.168.2023.11", "12 Nov 23", "may 2023", "12 March 1066", "1234-56-78", "Tuesday 03/04/2023", "12.11.2023.5",
        "+49 12 3456 2023",
    ],
)  # fmt: skip
def test_not_taken(words):
    assert first_date(words) is None


def test_order_of_the_language_decides_ambiguous_numbers():
    for day_first, day in ((True, "2023-04-03"), (False, "2023-03-04")):
        assert [iso_day(date.day) for date in find_dates("03/04/2023", day_first=day_first)] == [day]


def test_places_of_all_dates():
    text = "From 12 November 2023 to 2023-11-20."
    assert [text[date.start : date.end] for date in find_dates(text)] == ["12 November 2023", "2023-11-20"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("20231112_foo", "2023-11-12"),
        ("IMG20231112103000", "2023-11-12"),
        ("123456789", None),
        ("20231399", None),
        ("202311123", None),
        ("99991231", None),
    ],
)
def test_compact(words, day):
    found = compact_date(words)
    assert (iso_day(found.day) if found else None) == day


def test_years_of_newspapers_only():
    assert valid_day(1599, 12, 31) is None
    assert valid_day(2200, 1, 1) is None
    assert valid_day(2024, 2, 29) is not None

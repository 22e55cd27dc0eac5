"""A date in words: a table."""

import pytest

from timeline_app.model.bounds import when_between
from timeline_app.model.calendar import day_number
from timeline_app.model.edtf import parse_edtf
from timeline_app.model.phrase import say_when
from timeline_app.model.when import ClockTime, When

TABLE = [
    ("2023-10-20", "20 October 2023"),
    ("2023-10-07/2023-10-20", "7–20 October 2023"),
    ("2023-10-28/2023-11-03", "28 October – 3 November 2023"),
    ("2023-12-28/2024-01-03", "28 December 2023 – 3 January 2024"),
    ("2023-10", "October 2023"),
    ("2023-10/2023-11", "October–November 2023"),
    ("2023-10/2024-02", "October 2023 – February 2024"),
    ("2023", "2023"),
    ("1990/1995", "1990–1995"),
    ("1964/2008~", "1964 – about 2008"),
    ("198X/199X", "1980s–1990s"),
    ("1999-03~", "about March 1999"),
    ("1984?", "perhaps 1984"),
    ("1984%", "perhaps about 1984"),
    ("[..2023-11-12]", "on or before 12 November 2023"),
    ("[2023-11-12..]", "on or after 12 November 2023"),
    ("[..1999]", "in or before 1999"),
    ("[2023-07..2023-09]", "third quarter of 2023"),
    ("[2023-01..2023-06]", "first half of 2023"),
    ("[2023-10-02..2023-10-08]", "week of 2 October 2023"),
    ("[2023-10-07..2023-10-08]", "7 or 8 October 2023"),
    ("[2023-09-30..2023-10-01]", "30 September 2023 or 1 October 2023"),
    ("[2023-10-03..2023-10-09]", "between 3 and 9 October 2023"),
    ("[2023-10-30..2023-11-09]", "between 30 October and 9 November 2023"),
    ("[2023-10..2023-11]", "between October and November 2023"),
    ("[1914..1918]", "between 1914 and 1918"),
    ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672"),
    ("-0043", "44 BC"),
    ("-0043-03-15", "15 March 44 BC"),
    ("-0489/-0478", "490 BC – 479 BC"),
    ("0000", "1 BC"),
    ("0079-08-24", "24 August AD 79"),
    ("199X", "1990s"),
    ("-004X", "50–41 BC"),
    ("001X", "AD 10–19"),
    ("000X", "AD 1–9"),
    ("19XX", "20th century"),
    ("20XX", "21st century"),
    ("00XX", "1st century"),
    ("-04XX", "5th century BC"),
    ("-00XX", "1st century BC"),
    ("2023-22", "summer 2023"),
    ("2004-XX", "a month of 2004"),
    ("1985-04-XX", "a day in April 1985"),
    ("1985-XX-XX", "a day in 1985"),
    ("2023-10-07/..", "from 7 October 2023"),
    ("2023-10-07/", "from 7 October 2023 to an unknown date"),
    ("../2023-10-20", "until 20 October 2023"),
    ("/2023-10-20", "from an unknown date to 20 October 2023"),
    ("../..", "always"),
    ("Y17000", "17000"),
    ("Y-17000", "17001 BC"),
    ("2023-10-07T15:00:00Z", "7 October 2023, 15:00 UTC"),
]


@pytest.mark.parametrize(("edtf", "words"), TABLE)
def test_words_of_a_date(edtf, words):
    assert say_when(parse_edtf(edtf)) == words


def day(*parts):
    return day_number(*parts)


PARTS = [
    ((2023, 10, 1), (2023, 10, 10), "early October 2023"),
    ((2023, 10, 11), (2023, 10, 20), "mid-October 2023"),
    ((2023, 10, 21), (2023, 10, 31), "late October 2023"),
    ((2023, 1, 1), (2023, 4, 30), "early 2023"),
    ((1990, 1, 1), (1993, 12, 31), "early 1990s"),
    ((1997, 1, 1), (1999, 12, 31), "late 1990s"),
    ((1940, 1, 1), (1969, 12, 31), "mid-20th century"),
]


@pytest.mark.parametrize(("first", "last", "words"), PARTS)
def test_parts_of_a_stretch(first, last, words):
    assert say_when(when_between(day(*first), day(*last), approximate=True)) == words


def test_shortly_before_and_after():
    assert say_when(when_between(None, day(2023, 11, 12), approximate=True)) == "shortly before 12 November 2023"
    assert say_when(when_between(day(2023, 11, 12), None, approximate=True)) == "shortly after 12 November 2023"


def test_nothing_known():
    assert say_when(None) == say_when(When(None, None, None, None, "")) == "undated"


def test_a_date_without_edtf_is_said_by_its_bounds():
    assert say_when(When(1, 31, 1, 31, "")) == "January AD 1"


def test_clock_and_zone_as_written():
    when = When(1, 1, 1, 1, "2023-10-07", clock=ClockTime(900, "GMT"))
    assert say_when(when) == "7 October 2023, 15:00 GMT"

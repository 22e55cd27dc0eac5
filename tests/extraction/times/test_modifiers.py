"""Words before an expression that belong to it."""

import pytest

from timeline_app.extraction.times import find_times
from timeline_app.model.calendar import parse_iso_day

PUBLISHED = parse_iso_day("2023-11-15")
TABLE = [
    ("It opened in early 2020.", "early 2020", "START"),
    ("It opened in mid-2020.", "mid-2020", "MID"),
    ("It opened at the end of 2020.", "the end of 2020", "END"),
    ("It opened in about 2020.", "about 2020", "APPROX"),
    ("It opened (ca. 1920) here.", "ca. 1920", "APPROX"),
    ("It took more than two years.", "more than two years", "MORE_THAN"),
    ("It took nearly two years.", "nearly two years", "LESS_THAN"),
    ("It took at least two years.", "at least two years", "EQUAL_OR_MORE"),
    ("It took up to two years.", "up to two years", "EQUAL_OR_LESS"),
    ("It opened no later than 5 May 2001.", "no later than 5 May 2001", "ON_OR_BEFORE"),
    ("It grew over the past two years.", "the past two years", ""),
    ("It rose over last year's level.", "last year", ""),
    ("It got around Friday's ruling.", "Friday", ""),
    ("It opened nearly two years ago.", "nearly two years ago", "LESS_THAN"),
    ("It opened earlier this year.", "earlier this year", "BEFORE"),
    ("Late on Monday it opened.", "Late on Monday", "END"),
]


@pytest.mark.parametrize(("text", "words", "mod"), TABLE)
def test_modifiers(text, words, mod):
    (time,) = find_times(text, published=PUBLISHED)
    assert (time.passage.of(text), time.mod) == (words, mod)


def test_less_than_so_long_ago_is_any_day_since():
    (found,) = find_times("The phone was introduced less than two weeks ago.", published=parse_iso_day("2010-06-16"))
    assert found.when is not None
    assert found.when.latest == parse_iso_day("2010-06-16")
    (nearly,) = find_times("The phone was introduced nearly two weeks ago.", published=parse_iso_day("2010-06-16"))
    assert nearly.when is not None
    assert nearly.when.latest != parse_iso_day("2010-06-16")

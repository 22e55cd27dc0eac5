"""Numbers and years in words."""

import pytest

from timeline_app.extraction.times.lengths import length
from timeline_app.extraction.times.numbers import plain_number, read_number, year_in_words

NUMBERS = [
    ("7", 7), ("1,200", 1200), ("2.5", 2.5), ("2 1/2", 2.5), ("3½", 3.5), ("twelve", 12), ("twenty-four", 24),
    ("twenty four", 24), ("two hundred", 200), ("two hundred and fifty", 250), ("three thousand", 3000),
    ("two and a half", 2.5), ("a hundred", 100), ("two million", 2_000_000), ("two dozen", 24),
]  # fmt: skip


@pytest.mark.parametrize(("words", "value"), NUMBERS)
def test_numbers(words, value):
    assert read_number(words) == value


YEARS = [
    ("nineteen ninety-seven", 1997), ("nineteen eighty", 1980), ("two thousand", 2000), ("two thousand five", 2005),
    ("two thousand and five", 2005), ("twenty ten", 2010), ("eighteen twelve", 1812), ("ninety-seven", None),
    ("two hundred", None), ("twenty", None), ("twenty five", None), ("nineteen hundred", 1900),
]  # fmt: skip


@pytest.mark.parametrize(("words", "year"), YEARS)
def test_years_in_words(words, year):
    assert year_in_words(words) == year


LENGTHS = [
    (2, "W", "P2W"), (1, "D", "P1D"), (2.5, "Y", "P2Y6M"), (0.5, "TH", "PT30M"), (1.5, "TM", "PT1M30S"),
    (None, "Y", "PXY"), (None, "TH", "PTXH"), (3, "DE", "P30Y"), (0.5, "CE", "P50Y"), (None, "CE", "PXY"),
    (1, "FN", "P2W"), (None, "FN", "PXW"), (2, "Q", "P2Q"), (1.5, "D", "P1.5D"),
]  # fmt: skip


@pytest.mark.parametrize(("count", "letters", "value"), LENGTHS)
def test_lengths(count, letters, value):
    assert length(count, letters) == value


def test_plain_numbers():
    assert (plain_number(2.0), plain_number(2.5)) == ("2", "2.5")

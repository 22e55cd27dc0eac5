from __future__ import annotations

import pytest

from timeline_app.model.calendar import day_number
from timeline_app.model.edtf import parse_edtf
from timeline_app.views.words import count, day_words, instant_words, listed, range_words, shorten, span_words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 events"), (1, "1 event"), (14, "14 events"), (2418, "2,418 events")]
)
def test_counts(number, words):
    assert count(number, "event") == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2023, 10, 1), (2023, 11, 14), "1 Oct – 14 Nov 2023"),
        ((2023, 10, 1), (2023, 10, 14), "1 – 14 Oct 2023"),
        ((2023, 10, 1), (2023, 10, 1), "1 Oct 2023"),
        ((2022, 12, 30), (2023, 1, 2), "30 Dec 2022 – 2 Jan 2023"),
        ((1958, 1, 1), (2026, 1, 1), "1958 – 2026"),
        ((-43, 3, 1), (2, 1, 1), "44 BC – AD 2"),
    ],
)
def test_ranges(first, last, words):
    assert range_words(day_number(*first), day_number(*last)) == words


def test_days_and_instants():
    noon = day_number(2023, 11, 12) + 0.5
    assert day_words(int(noon)) == "12 November 2023"
    assert day_words(int(noon), short=True) == "12 Nov 2023"
    assert day_words(None) == ""
    assert instant_words(noon, 30) == "12 Nov 2023"
    assert instant_words(noon, 1) == "12 Nov 2023, 12:00"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D", "E"], "A, B, C and 2 more"),
    ],
)
def test_lists(names, words):
    assert listed(names) == words


def test_shortening():
    assert shorten("short", 10) == "short"
    assert shorten("two\nlines", 20) == "two lines"
    assert shorten("the hostages were released today", 20) == "the hostages were…"
    assert len(shorten("x" * 50, 20)) == 20


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2023-10-07", "2023-10-20", "7 – 20 Oct 2023"),
        ("2023-11-12~", "2023-11-12~", "about 12 Nov 2023"),
        ("2019", "2023-06-09", "2019 – 2023"),
        ("2023", "2023-06-09", "2023 – 9 Jun 2023"),
        ("2023-05", "2023-06", "May 2023 – Jun 2023"),
    ],
)
def test_a_span_is_no_finer_than_its_ends(first, last, words):
    assert span_words(parse_edtf(first), parse_edtf(last)) == words

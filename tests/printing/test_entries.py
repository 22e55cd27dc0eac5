from __future__ import annotations

import itertools

import pytest

from tests.printing.sample_events import EVENTS, document
from timeline_app.model import When
from timeline_app.model.calendar import day_number
from timeline_app.printing.entries import count, entries_of, in_order, say_date, say_range


def entry(key):
    return next(each for each in entries_of(document()) if each.event.id == key)


def test_events_are_numbered_in_the_order_of_time_and_the_undated_come_last():
    keys = [each.event.id for each in entries_of(document())]
    assert keys == [
        "e-port", "e-office", "e-exchange", "e-taliban", "e-attack", "e-held", "e-release", "e-thanks", "e-odd",
        "e-incursion", "e-pause", "e-further", "e-hub",
    ]  # fmt: skip
    assert [each.number for each in entries_of(document())] == list(range(1, len(EVENTS) + 1))
    assert [each.event.id for each in entries_of(document()) if not each.dated] == ["e-hub"]


def test_the_order_is_that_of_time_however_they_are_given():
    few = EVENTS[:5]
    assert len({tuple(e.id for e in in_order(some)) for some in itertools.permutations(few)}) == 1


@pytest.mark.parametrize(
    ("key", "date", "standing", "said_by"),
    [
        ("e-attack", "7 October 2023", "", ""),
        ("e-exchange", "About 30 August 2023", "", ""),
        ("e-taliban", "On or before 6 October 2023", "", ""),
        ("e-further", "25 November 2023", "Planned", ""),
        ("e-incursion", "November 2023", "Possible", ""),
        ("e-pause", "11 November 2023", "Denied", "Israel"),
        ("e-thanks", "21 October 2023, 18:30 GMT", "", "Joe Biden"),
        ("e-hub", "No date known", "", ""),
    ],
)
def test_an_entry_says_when_and_how_sure(key, date, standing, said_by):
    each = entry(key)
    assert (each.date, each.standing, each.said_by) == (date, standing, said_by)


def test_a_quote_tells_where_it_stands():
    quote = entry("e-release").quotes[1]
    assert quote.words.startswith("The two hostages were freed")
    assert quote.source == "What diplomats say, and why · 1 November 2023 · report.html"


def test_a_source_that_is_not_there_leaves_no_words():
    assert entries_of(document(articles=()))[0].quotes[0].words == ""


def test_a_date_without_bounds_is_no_date():
    assert say_date(When(None, None, None, None, "")) in ("Undated", "No date known")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2023, 10, 7), (2023, 11, 12), "7 October – 12 November 2023"),
        ((2023, 10, 7), (2023, 10, 7), "7 October 2023"),
        ((2023, 10, 7), None, "from 7 October 2023"),
        (None, (2023, 10, 7), "until 7 October 2023"),
        (None, None, ""),
    ],
)
def test_a_range_in_words(first, last, words):
    assert say_range(first and day_number(*first), last and day_number(*last)) == words


def test_numbers_have_their_noun():
    assert (count(1, "event"), count(2, "event"), count(12_345, "event")) == (
        "1 event",
        "2 events",
        "12,345 events",
    )

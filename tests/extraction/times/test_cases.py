"""The tables: every marked expression is found with its value, and nothing else is found."""

import pytest

from tests.extraction.times import (
    cases_dates,
    cases_history,
    cases_journalism,
    cases_lengths,
    cases_narrative,
    cases_news,
    cases_pointing,
    cases_when,
    cases_wire,
    cases_without_year,
)  # fmt: skip
from tests.extraction.times.table import rows
from timeline_app.extraction.times import find_times
from timeline_app.model import ReadingMode
from timeline_app.model.calendar import parse_iso_day

PUBLISHED = parse_iso_day("2023-11-15")
TABLES = (
    cases_dates, cases_without_year, cases_pointing, cases_lengths, cases_news, cases_journalism, cases_wire,
)  # fmt: skip
NEWS = [
    pytest.param(text, wanted, id=f"{name}: {text}"[:70])
    for module in (
        cases_dates,
        cases_without_year,
        cases_pointing,
        cases_lengths,
        cases_news,
        cases_journalism,
        cases_wire,
    )
    for name, table in vars(module).items()
    if name.isupper() and isinstance(table, str)
    for text, wanted in rows(table)
]


STORIES = [
    case
    for table in (cases_narrative.STORY, cases_history.HISTORY, cases_history.LOOKING_BACK, cases_history.STORIES)
    for case in rows(table)
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), NEWS)
def test_news(text, wanted):
    found = find_times(text, published=PUBLISHED, mode=ReadingMode.NEWS)
    assert sorted((time.passage.of(text), time.value) for time in found) == wanted


@pytest.mark.parametrize(("text", "wanted"), STORIES)
def test_narrative(text, wanted):
    found = find_times(text)
    assert sorted((time.passage.of(text), time.value) for time in found) == wanted


@pytest.mark.parametrize(("text", "wanted"), list(rows(cases_when.EDTF)))
def test_when(text, wanted):
    found = find_times(text, published=PUBLISHED, mode=ReadingMode.NEWS)
    assert [(time.passage.of(text), time.when.edtf if time.when else "none") for time in found] == wanted


def test_there_are_cases_enough():
    assert len(NEWS) + len(STORIES) + len(list(rows(cases_when.EDTF))) >= 1000

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from tests.printing.sample_events import EVENTS, document
from timeline_app.printing.csv_table import COLUMNS, csv_bytes, safe_cell


def rows_of(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_spreadsheets_know_it_as_utf8_with_their_line_ends():
    data = csv_bytes(document())
    assert data.startswith(b"\xef\xbb\xbfNumber,Date,")
    assert data.count(b"\r\n") == len(EVENTS) + 1


def test_one_row_an_event_in_the_order_of_time():
    rows = rows_of(csv_bytes(document()))
    assert tuple(rows[0]) == COLUMNS
    assert [row["Number"] for row in rows] == [str(number) for number in range(1, len(EVENTS) + 1)]
    known = [row["Earliest"] or row["Latest"] for row in rows]
    assert known[:-1] == sorted(known[:-1])
    assert known[-1] == ""


def test_a_row_tells_all_of_its_event():
    row = next(row for row in rows_of(csv_bytes(document())) if row["Event id"] == "e-release")
    assert row["Date"] == "20 October 2023"
    assert row["EDTF"] == row["Earliest"] == row["Latest"] == "2023-10-20"
    assert row["Actors"] == "Hamas; Judith and Natalie Raanan; Qatar"
    assert row["Why this date"] == "“20 October” is read in the year of the article, 2023."
    assert row["Passages"].split("\n") == [
        "Hamas released them on 20 October.",
        "The two hostages were freed after 14 days, on 21 October, a diplomat said.",
    ]
    first, second = row["Sources"].split("\n")
    assert first == "Qatar’s role in the hostage release · 12 November 2023 · qatar-mediation.txt [255–289]"
    assert "report.html" in second
    assert row["Differing claims"].startswith("date: “on 21 October” (What diplomats say")
    assert row["Checked"] == "yes"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Hamas releases two", "Hamas releases two"),
        ("=SUM(1+1)", "'=SUM(1+1)"),
        ("+49 170", "'+49 170"),
        ("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("-0043-03-15", "-0043-03-15"),
        ("5 = 5", "5 = 5"),
        ("a\0b", "ab"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text, cell):
    assert safe_cell(text) == cell


def test_no_cell_is_longer_than_a_spreadsheet_takes():
    assert len(safe_cell("x" * 100_000)) == 32_000


def test_half_a_character_does_no_harm():
    odd = document(title="odd \ud800")
    assert csv_bytes(odd) == csv_bytes(document())


def test_tags_stand_in_one_cell():
    tagged = replace(EVENTS[0], tags=("trial", "Gaza"))
    (row,) = rows_of(csv_bytes(document(events=(tagged,))))
    assert row["Tags"] == "trial; Gaza"

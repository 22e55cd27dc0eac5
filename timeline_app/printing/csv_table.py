"""Events as a table for spreadsheets: one row an event, read right by LibreOffice and Excel by a double click."""

from __future__ import annotations

import csv
import io

from timeline_app.model.calendar import iso_day
from timeline_app.printing.document import PrintDocument
from timeline_app.printing.entries import Difference, Entry, Quote, entries_of

COLUMNS = (
    "Number", "Date", "EDTF", "Earliest", "Latest", "Time", "Title", "Actors", "Factuality", "Statement", "Said by",
    "Tags", "Why this date", "Passages", "Sources", "Differing claims", "Checked", "Importance", "Confidence",
    "Event id",
)  # fmt: skip

#: A cell that begins with one of these is a formula to a spreadsheet, and so might run what an article says.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

#: Spreadsheets cut or refuse longer cells.
LONGEST_CELL = 32_000

BYTE_ORDER_MARK = "\ufeff"


def csv_bytes(document: PrintDocument) -> bytes:
    """The document's events as UTF-8 with a byte order mark, comma separated, quoted where needed, lines end in CRLF.

    Several passages, sources or claims of an event stand in one cell, each on its own line and in the same order.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in entries_of(document):
        writer.writerow([safe_cell(cell) for cell in _row(entry)])
    return (BYTE_ORDER_MARK + table.getvalue()).encode("utf-8", "replace")


def safe_cell(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula, and short enough for a cell."""
    text = text.replace("\0", "")
    if text.lstrip(" \u00a0\ufeff").startswith(FORMULA_STARTS) and not _is_negative_date(text):
        text = "'" + text
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


def _is_negative_date(text: str) -> bool:
    """Whether it is a plain date before Christ ("-0043-03-15"): digits and signs only, which no formula harms."""
    return text.startswith("-") and all(part.isdigit() for part in text[1:].split("-"))


def _row(entry: Entry) -> list[str]:
    event, when = entry.event, entry.event.when
    return [
        str(entry.number),
        entry.date,
        entry.edtf,
        _iso(when.earliest if when else None),
        _iso(when.latest if when else None),
        str(when.clock) if when and when.clock else "",
        event.title,
        "; ".join(entry.actors),
        event.factuality.value,
        "yes" if event.statement else "",
        entry.said_by,
        "; ".join(event.tags),
        " ".join(entry.why),
        "\n".join(quote.words for quote in entry.quotes),
        "\n".join(_source(quote) for quote in entry.quotes),
        "\n".join([*map(_claim, entry.differences), *(each.sentence for each in entry.contradictions)]),
        "yes" if entry.checked else "",
        f"{event.importance:.2f}",
        f"{event.confidence:.2f}",
        event.id,
    ]


def _iso(day: int | None) -> str:
    return "" if day is None else iso_day(day)


def _source(quote: Quote) -> str:
    """Where a passage stands, so that it is found again: source and characters."""
    return f"{quote.source} [{quote.start}–{quote.end}]"


def _claim(difference: Difference) -> str:
    return f"{difference.about}: “{difference.words}” ({difference.quote.source})"

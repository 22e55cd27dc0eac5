from __future__ import annotations

import re
import subprocess
import sys
import threading
import unicodedata

import pytest

from tests.printing.sample_events import EVENTS, document
from tests.source_tree import ROOT
from timeline_app.model.calendar import day_number
from timeline_app.printing.document import PageOptions, Paper
from timeline_app.printing.pdf import pdf_bytes, without_stamps


def plain(text):
    return " ".join(text.split())


def test_every_event_is_found_with_its_date_its_passage_and_its_source(words_of):
    words = plain(words_of(pdf_bytes(document())))
    for event in EVENTS:
        if event.title.isascii():
            assert event.title in words
        for passage in event.passages:
            article = next(each for each in document().articles if each.id == passage.article)
            assert plain(passage.of(article.text)) in words
    for expected in (
        "Hostage diplomacy",
        "1 January 1990 – 30 November 2023",
        "About 30 August 2023 2023-08-30~",
        "Why this date: “20 October” is read in the year of the article, 2023.",
        "≠ Another date: “on 21 October”",
        "said by Joe Biden",
        "Planned",
        "Events without a date",
        "Sources: 2 articles",
        "qatar-mediation.txt",
        "date from the first lines",
        "its sources differ on the date",
        "Page 1 of 3",
    ):
        assert expected in words


def test_words_from_right_to_left_are_words(words_of):
    # Letters are stored in the shapes they were drawn in; a reader takes them back to letters before it searches.
    assert "متحدث" in unicodedata.normalize("NFKC", words_of(pdf_bytes(document())))


def test_the_same_document_gives_the_same_bytes():
    assert pdf_bytes(document()) == pdf_bytes(document())


MAKE = """
import hashlib
from PySide6.QtGui import QGuiApplication
from tests.printing.sample_events import document
from timeline_app.printing.pdf import pdf_bytes
app = QGuiApplication([])
print(hashlib.sha256(pdf_bytes(document())).hexdigest())
"""


def test_every_process_gives_the_same_bytes():
    sums = {
        subprocess.run([sys.executable, "-c", MAKE], cwd=ROOT, capture_output=True, check=True).stdout for _ in "123"
    }
    assert len(sums) == 1
    assert len(sums.pop().split()[-1]) == 64


def test_it_can_be_written_beside_the_main_thread():
    made = []
    threads = [threading.Thread(target=lambda: made.append(pdf_bytes(document()))) for _ in range(2)]
    for thread in threads:
        thread.start()
    made.append(pdf_bytes(document()))
    for thread in threads:
        thread.join()
    assert len(set(made)) == 1


def test_nothing_of_the_clock_or_the_machine_is_in_it():
    data = pdf_bytes(document())
    assert not re.search(rb"CreationDate|ModDate|CreateDate|D:20\d\d", data)


def test_stamps_go_without_moving_a_byte():
    stamped = b"x /CreationDate (D:20261122075607Z) /ModDate (D:20261122075607+01'00') y"
    assert without_stamps(stamped) == b"x" + b" " * (len(stamped) - 2) + b"y"


def pdf_tool(name, path, *flags):
    return subprocess.run([name, *flags, path], check=True, capture_output=True).stdout.decode()


def test_fonts_are_embedded_and_the_title_is_known(tmp_path, words_of):
    path = tmp_path / "timeline.pdf"
    path.write_bytes(pdf_bytes(document(title="Café & <Markt> 1 “ok”")))
    fonts = pdf_tool("pdffonts", path).splitlines()[2:]
    assert fonts
    assert all(re.search(r"\byes\s+(yes|no)\s+yes\b", line) for line in fonts), fonts
    assert re.search(r"Title:\s+Café & <Markt> 1 “ok”", pdf_tool("pdfinfo", path))


@pytest.mark.parametrize(
    ("options", "size"),
    [
        (PageOptions(), (595, 842)),
        (PageOptions(paper=Paper.LETTER), (612, 792)),
        (PageOptions(landscape=True), (842, 595)),
        (PageOptions(paper=Paper.A3, landscape=True), (1191, 842)),
    ],
)
def test_sheets_have_the_size_asked_for(tmp_path, words_of, options, size):
    path = tmp_path / "timeline.pdf"
    path.write_bytes(pdf_bytes(document(options=options)))
    found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", pdf_tool("pdfinfo", path))
    assert found
    assert tuple(round(float(each)) for each in found.groups()) == size


def test_black_and_white_is_grey_to_the_last_dot(tmp_path, words_of):
    path = tmp_path / "timeline.pdf"
    path.write_bytes(pdf_bytes(document(options=PageOptions(black_and_white=True))))
    subprocess.run(["pdftoppm", "-r", "40", "-l", "1", path, tmp_path / "page"], check=True)
    (picture,) = tmp_path.glob("page*.ppm")
    _, _, _, pixels = picture.read_bytes().split(b"\n", 3)
    assert pixels[0::3] == pixels[1::3] == pixels[2::3]
    assert min(pixels) < 60


def test_without_list_only_the_timeline_is_left_and_nothing_is_numbered(words_of):
    words = plain(words_of(pdf_bytes(document(options=PageOptions(event_list=False)))))
    assert "Page 1 of 1" in words
    assert "Hamas attacks southern Israel" in words
    assert "5 Hamas attacks southern Israel" not in words


def test_without_passages_the_list_is_short(words_of):
    words = words_of(pdf_bytes(document(options=PageOptions(passages=False))))
    assert "Hamas released them on 20 October." not in words
    assert "Why this date" in words


def test_a_long_title_wraps_and_a_missing_one_is_called_timeline(words_of):
    long = "What became of the hostages, and of those who spoke for them, in the years after the war " * 3
    assert plain(long) in plain(words_of(pdf_bytes(document(title=long)), "-l", "1"))
    assert plain(words_of(pdf_bytes(document(title="")))).startswith("Timeline")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"events": ()}, "0 events"),
        ({"events": (), "first": day_number(2023, 10, 1), "last": day_number(2023, 10, 1)}, "1 October 2023"),
        ({"articles": ()}, "13 events"),
        ({"lanes": ()}, "All events"),
        ({"events": tuple(event for event in EVENTS if event.when is None)}, "1 without a date"),
        ({"first": day_number(-4000), "last": day_number(3000)}, "1 January 4001 BC – 1 January 3000"),
    ],
)
def test_odd_documents_print_too(words_of, changes, expected):
    assert expected in plain(words_of(pdf_bytes(document(**changes))))

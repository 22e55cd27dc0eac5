from __future__ import annotations

import pytest

from tests.formats import builders
from timeline_app.formats import CannotRead, Fault, read_bytes
from timeline_app.formats.pdf import sniff
from timeline_app.model import PublishedFrom


def page(*rows, top=780.0, size=11):
    return [(72.0, top - 14 * number, size, words) for number, words in enumerate(rows)]


WORDS = "Envoys of both sides met in Doha for the first talks since the war began."


def test_pages_tell_their_stretch_of_the_text():
    article = read_bytes("a.pdf", builders.pdf_pages([page("First page ends."), page(), page("Third page here.")]))
    assert [article.text[one.start : one.end] for one in article.pages] == ["First page ends.", "", "Third page here."]
    assert [one.number for one in article.pages] == [1, 2, 3]
    assert (article.pages[0].width, article.pages[0].height) == (595.0, 842.0)
    assert article.text == "First page ends.\n\nThird page here."


def test_a_sentence_runs_on_over_the_page():
    article = read_bytes("a.pdf", builders.pdf_pages([page("The talks went on for"), page("a third day in Doha.")]))
    assert article.text == "The talks went on for a third day in Doha."


@pytest.mark.parametrize(
    ("info", "title"),
    [
        ({}, "Talks open in Doha"),
        ({"Title": "Talks open in Doha"}, "Talks open in Doha"),
        ({"Title": "Microsoft Word - draft.doc"}, "Talks open in Doha"),
        ({"Title": "Untitled"}, "Talks open in Doha"),
    ],
)
def test_title_is_the_largest_line(info, title):
    data = builders.pdf_pages([[(72.0, 800.0, 20, "Talks open in Doha"), *page(WORDS, WORDS, WORDS)]], info)
    assert read_bytes("a.pdf", data).title == title


def test_title_from_the_properties_when_no_line_stands_out():
    data = builders.pdf_pages([page(WORDS, WORDS)], {"Title": "The Doha talks", "Author": "Ann Lee"})
    article = read_bytes("a.pdf", data)
    assert (article.title, article.author) == ("The Doha talks", "Ann Lee")


def test_properties_date_it_only_when_all_else_is_silent():
    info = {"CreationDate": "D:20231112103000+01'00'"}
    silent = builders.pdf_pages([page(WORDS, WORDS)], info)
    assert read_bytes("a.pdf", silent).published_iso == "2023-11-12"
    assert read_bytes("a.pdf", silent).published_from is PublishedFrom.METADATA
    assert read_bytes("2023-11-14 a.pdf", silent).published_iso == "2023-11-14"
    dated = builders.pdf_pages([page("Published: 10 November 2023", WORDS)], info)
    assert read_bytes("a.pdf", dated).published_iso == "2023-11-10"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (builders.pdf_pages([page()]), Fault.SCAN),
        (builders.pdf_pages([page("1"), page("2"), page("3")]), Fault.SCAN),
        (b"%PDF-1.7\n", Fault.DAMAGED),
        (b"%PDF-1.7\n" + bytes(range(256)) * 50, Fault.DAMAGED),
        (builders.pdf()[:700], Fault.DAMAGED),
        (builders.pdf_pages([]), Fault.DAMAGED),
        (builders.pdf_file([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 9 >>"]),
         Fault.DAMAGED),
    ],
)  # fmt: skip
def test_refused(data, code):
    with pytest.raises(CannotRead) as caught:
        read_bytes("a.pdf", data)
    assert caught.value.code is code
    assert "“a.pdf”" in caught.value.sentence


def test_password():
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O ({'o' * 32}) /U ({'u' * 32}) /P -4 >> /ID [(a) (b)]"
    data = builders.pdf().replace(b"/Info 4 0 R", lock.encode())
    with pytest.raises(CannotRead) as caught:
        read_bytes("a.pdf", data)
    assert caught.value.code is Fault.ENCRYPTED
    assert "password" in caught.value.sentence


def test_a_lost_end_is_told():
    data = builders.pdf()
    article = read_bytes("a.pdf", data[: data.rfind(b"startxref")])
    assert builders.TITLE in article.text
    assert "breaks off" in article.notices[0]


def test_mark_may_stand_behind_some_bytes():
    assert sniff(b"\xef\xbb\xbf\r\n%PDF-1.4")
    assert not sniff(b"x" * 2000 + b"%PDF-1.4")

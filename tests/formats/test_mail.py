from __future__ import annotations

from email.message import EmailMessage

import pytest

from tests.formats import builders
from timeline_app.formats import CannotRead, Fault, read_bytes
from timeline_app.formats.mail import sniff
from timeline_app.model import PublishedFrom

WORDS = "Envoys of both sides met in Doha for the first talks since the war began.\n"


def message(words=WORDS, **headers) -> EmailMessage:
    mail = EmailMessage()
    usual = {"From": "Ann Lee <ann@example.org>", "Subject": "Talks", "Date": "Sun, 12 Nov 2023 23:30:00 -0500"}
    for key, value in {**usual, **headers}.items():
        mail[key.replace("_", "-")] = value
    if words:
        mail.set_content(words)
    return mail


def read(mail):
    return read_bytes("a.eml", bytes(mail))


def test_day_is_the_one_written_whatever_its_zone():
    article = read(message())
    assert (article.published_iso, article.published_from) == ("2023-11-12", PublishedFrom.METADATA)
    assert article.published_words == "Sun, 12 Nov 2023 23:30:00 -0500"


def test_plain_part_before_the_page():
    mail = message("Plain words that are long enough to be read on their own. " * 5)
    mail.add_alternative("<html><body><p>Page words</p></body></html>", subtype="html")
    assert read(mail).text.startswith("Plain words")


def test_page_where_the_plain_part_is_a_stub():
    mail = message("Your program cannot show this mail.\n")
    mail.add_alternative(builders.html().decode(), subtype="html")
    article = read(mail)
    assert builders.PARAGRAPHS[0] in article.text
    assert article.title == "Talks"


def test_page_alone():
    mail = message("")
    mail.set_content(builders.html().decode(), subtype="html")
    assert builders.PARAGRAPHS[1] in read(mail).text


def test_attachments_are_told_and_not_read():
    mail = message()
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    mail.add_attachment("other words", filename="b.txt")
    article = read(mail)
    assert article.text == WORDS
    assert article.notices == ("2 attachments were not read. What is saved as a file of its own can be added.",)


def test_a_message_that_only_carries_another_is_that_one():
    outer = message("", Subject="Fwd", Date="Mon, 13 Nov 2023 10:00:00 +0000")
    outer.make_mixed()
    outer.add_attachment(message())
    article = read(outer)
    assert (article.title, article.published_iso, article.text) == ("Talks", "2023-11-12", WORDS)


def test_an_attached_message_is_told():
    outer = message("See the mail below, it tells what happened on Sunday in Doha.\n")
    outer.add_attachment(message())
    assert "attached message" in read(outer).notices[0]


@pytest.mark.parametrize(
    ("headers", "title", "author", "day"),
    [
        ("Subject: =?utf-8?q?Caf=C3=A9?= talks\nFrom: =?iso-8859-1?q?J=FCrg?= <j@x.org>", "Café talks", "Jürg", ""),
        ("Subject: Folded\n over lines\nFrom: ann@example.org", "Folded over lines", "ann@example.org", ""),
        ("From: Ann\nDate: 12 Nov 2023", "A", "Ann", "2023-11-12"),
        ("From: Ann\nSubject: a\nDate: yesterday\nMessage-ID: <1>", "a", "Ann", ""),
        ("From: Ann\nSubject: a\nDate: \nMessage-ID: <1>\nContent-Type: text/plain; charset=no-such", "a", "Ann", ""),
        ("From: (((\nSubject: =?x?y?z?=\nMessage-ID: [[[<", "=?x?y?z?=", "", ""),
        ("From: a\nSubject: b\nMessage-ID: <1>\nContent-Type: ;;;===", "b", "a", ""),
    ],
)
def test_odd_headers(headers, title, author, day):
    article = read_bytes("a.eml", (headers + "\n\n" + WORDS).encode())
    assert (article.title, article.author, article.published_iso) == (title, author, day)
    assert article.text == WORDS


def test_body_bytes_without_a_declared_encoding():
    data = b"From: a\nSubject: b\nMessage-ID: <1>\n\n" + "The café’s owner left.".encode("cp1252")
    assert read_bytes("a.eml", data).text == "The café’s owner left."


def nested(depth: int) -> bytes:
    data = bytes(message())
    for _ in range(depth):
        data = b"From: a@b.c\nSubject: x\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" + data
    return data


def test_nested_messages():
    assert read_bytes("a.eml", nested(20)).title == "Talks"
    for depth in (41, 100, 299, 1000, 5000):
        with pytest.raises(CannotRead) as caught:
            read_bytes("a.eml", nested(depth))
        assert caught.value.code is Fault.TOO_DEEP


def test_nested_parts():
    head = b"From: a@b.c\nSubject: x\nMIME-Version: 1.0\n"
    for depth in (45, 290, 3000):
        parts = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(depth))
        with pytest.raises(CannotRead) as caught:
            read_bytes("a.eml", head + parts + b"\nwords")
        assert caught.value.code is Fault.TOO_DEEP


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (bytes(message("")), Fault.NO_TEXT),
        (b"From: a\nSubject: b\nMessage-ID: <1>\n" + b"X-A: b\n" * 60_000 + b"\nwords", Fault.DAMAGED),
        (b"From: a\nSubject: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
         + b"--b\n\nwords\n" * 11_000, Fault.DAMAGED),
    ],
)  # fmt: skip
def test_refused(data, code):
    with pytest.raises(CannotRead) as caught:
        read_bytes("a.eml", data)
    assert caught.value.code is code


@pytest.mark.parametrize(
    ("data", "known"),
    [
        (b"From: a\nDate: b\nSubject: c\n\nwords", True),
        (b"From ann@x.org Sun Nov 12\nReceived: a\n b\nFrom: c\n\nwords", True),
        (b"Return-Path: <a>\r\nDelivered-To: b\r\n\r\nwords", True),
        (b"From: a\nTo: b\n\nwords", False),
        (b"Note: this is no mail\n\nwords", False),
        (b"From: Doha\nThe talks went on.\nDate: never", False),
        (b"words", False),
    ],
)
def test_sniff(data, known):
    assert sniff(data) is known

from __future__ import annotations

import codecs

import pytest

from timeline_app.formats import CannotRead, Fault
from timeline_app.formats.encodings import decode, looks_like_text

WORDS = "The café’s owner said: “Très bien” – and left for Zürich.\r\nThen it was over.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF8 + WORDS.encode(), "utf-8"),
        (WORDS.encode("cp1252"), "cp1252"),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), "utf-32-le"),
        (codecs.BOM_UTF32_BE + WORDS.encode("utf-32-be"), "utf-32-be"),
        (WORDS.encode("utf-16-le"), "utf-16-le"),
        (WORDS.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_found_without_help(data, encoding):
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.encoding, decoded.notices) == (WORDS, encoding, ())


def test_a_western_guess_is_not_made_for_cyrillic():
    words = "Переговоры о прекращении огня начались в воскресенье в Дохе. " * 20
    decoded = decode(words.encode("cp1251"), "a.txt")
    assert decoded.text == words
    assert "guessed" in decoded.notices[0]


def test_few_broken_places_in_utf8_are_shown_and_told():
    data = (WORDS * 3).encode().replace("ü".encode(), b"\xfc", 1)
    decoded = decode(data, "a.txt")
    assert "Z\ufffdrich" in decoded.text
    assert "Très" in decoded.text
    assert decoded.notices == ("1 character could not be decoded and is shown as \ufffd.",)


def test_utf8_cut_within_a_character():
    assert decode((WORDS * 3 + "é").encode()[:-1], "a.txt").encoding == "utf-8"


def test_the_users_choice_is_binding():
    assert decode("Žižek".encode("cp1250"), "a.txt", "cp1250").text == "Žižek"
    assert decode(WORDS.encode("utf-16"), "a.txt", "utf-16").text == WORDS
    for encoding in ("ascii", "no-such", "hex", "idna"):
        with pytest.raises(CannotRead) as caught:
            decode(WORDS.encode() * 5, "a.txt", encoding)
        assert caught.value.code is Fault.ENCODING
        assert encoding in caught.value.sentence


def test_a_declared_encoding_is_believed_when_it_works():
    data = "Łódź i Gdańsk, Kraków".encode("iso8859-2")
    assert decode(data, "a.html", declared="iso-8859-2").text == "Łódź i Gdańsk, Kraków"
    assert decode(WORDS.encode("cp1252"), "a.html", declared="no-such").text == WORDS


@pytest.mark.parametrize(
    "data",
    [b"\x00" * 100, bytes(range(256)) * 4, b"abc\x00def", b"\x01\x02\x03abc" * 20, b"\xff\xd8\xff\xe0\x00\x10JFIF"],
)
def test_binary_is_no_text(data):
    assert not looks_like_text(data)
    with pytest.raises(CannotRead) as caught:
        decode(data, "a.txt")
    assert caught.value.code is Fault.NOT_TEXT


def test_undecodable():
    with pytest.raises(CannotRead) as caught:
        decode(b"\x81\x8d\x8f\x90\x9d\xff\xfd" * 40, "a.txt")
    assert caught.value.code is Fault.ENCODING
    with pytest.raises(CannotRead) as caught:
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8a\x00" * 9, "a.txt")
    assert "UTF-16" in caught.value.sentence


def test_utf16_cut_within_a_character():
    assert decode(codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le")[:-1], "a.txt").text == WORDS[:-1]

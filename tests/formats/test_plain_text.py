from __future__ import annotations

from timeline_app.formats import read_bytes
from timeline_app.model import PublishedFrom


def test_text_is_the_file_to_the_character():
    words = "  Talks open\r\n\r\nThe talks\twent on. \f\n\n\nThen\u2028they ended.  "
    assert read_bytes("a.txt", words.encode()).text == words
    assert read_bytes("a.txt", b"\xef\xbb\xbf" + words.encode()).text == words


def test_header_before_the_first_sentence():
    words = (
        " date 2023-11-12 Envoys met in Doha for talks that lasted well into the night, and beyond it, they said. " * 2
    )
    article = read_bytes("envoys-in-doha.txt", words.encode())
    assert (article.published_iso, article.published_from) == ("2023-11-12", PublishedFrom.HEADER)
    assert article.title == "Envoys in doha"
    assert article.text == words


def test_wikinews_style():
    words = "Talks open in Doha\nSunday, January 20, 2008\xa0\nEnvoys met on Saturday, the mediators said.\n"
    article = read_bytes("a.txt", words.encode())
    assert (article.title, article.published_iso) == ("Talks open in Doha", "2008-01-20")
    assert article.published_words == "Sunday, January 20, 2008"


def test_chosen_encoding():
    assert read_bytes("a.txt", "Žižek speaks".encode("cp1250"), encoding="cp1250").text == "Žižek speaks"

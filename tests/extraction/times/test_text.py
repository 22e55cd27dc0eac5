"""The copy of the text that is matched."""

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.extraction.times.text import PlainText


@given(st.text())
def test_same_length(text):
    assert len(PlainText(text).lower) == len(text)


def test_plain_characters():
    assert PlainText("“7\u201320\u00a0May’s”").lower == "“7-20 may's”"
    assert len(PlainText("İstanbul ﬁ ß").lower) == len("İstanbul ﬁ ß")


def test_sentences():
    text = "Mr. Smith left on Jan. 5 for the U.S. embassy. He stayed. “Why?” asked she.\n\nNobody knew"
    plain = PlainText(text)
    start, end = plain.sentence(text.index("Jan"))
    assert text[start:end].strip() == "Mr. Smith left on Jan. 5 for the U.S. embassy."
    start, end = plain.sentence(text.index("stayed"))
    assert text[start:end].strip() == "He stayed."
    start, end = plain.sentence(text.index("Nobody"))
    assert text[start:end].strip() == "Nobody knew"
